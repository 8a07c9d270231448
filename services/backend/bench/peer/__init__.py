"""The peer: the obvious pipeline of another maker, in an environment of its own, behind the product's wire."""
