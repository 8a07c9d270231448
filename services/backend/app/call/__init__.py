"""The conductor of a live call; knows ports only."""
