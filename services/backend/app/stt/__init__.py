"""Speech to text: one service in front of exchangeable engines."""
