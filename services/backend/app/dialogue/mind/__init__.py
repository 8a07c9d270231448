"""What the prospect makes of a line and does next: pure rules, seeded chance, every change with its cause."""
