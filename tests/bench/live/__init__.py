"""A live game of hundreds of simulated players against a real site: `make bench-live PLAYERS=200 DROP=0.2`."""
