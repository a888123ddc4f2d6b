"""The rules: values in, values out. No Django, no clock, no randomness but the `rng` handed in."""
