"""The training lines and the fits behind the heads."""
