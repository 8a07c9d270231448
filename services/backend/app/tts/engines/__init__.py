"""The voices' engines on offer; each file is imported only when its engine is chosen."""
