"""Text to speech: one service in front of exchangeable engines."""
