"""Trains the heads of the reader: phrasings, the lines written out from them, the trainer and its model card."""
