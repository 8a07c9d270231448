"""The prospect's mind and words: what it decides, and how it says it."""
