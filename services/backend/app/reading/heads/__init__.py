"""Trained heads and their weights: what patterns miss, read from the meaning of a sentence."""

from app.reading.heads.trained import SURE_ENOUGH, Heads, Weights, heads_status, load_heads, load_weights

__all__ = ["SURE_ENOUGH", "Heads", "Weights", "heads_status", "load_heads", "load_weights"]
