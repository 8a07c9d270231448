"""What the two commands do: set-up, start, checks and downloads; the standard library only."""
