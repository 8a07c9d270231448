"""What a line does: acts with slots, spans and confidence; the one reader that dialogue and scoring share."""
