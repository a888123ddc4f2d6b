"""How the weights are made. Torch lives here and nowhere else, and nothing imports this package."""
