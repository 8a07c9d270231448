"""Wording engines: whoever puts a plan into words."""
