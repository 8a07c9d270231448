"""How plans sound: phrase families, composition, and the guard before the voice."""
