"""The process itself: ready line, parent watch, model files."""
