"""The judge outside the product: calls it over the wire like any client and measures what is heard."""
