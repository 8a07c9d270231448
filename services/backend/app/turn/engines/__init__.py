"""The models behind the two ports; each is imported only when it is chosen."""
