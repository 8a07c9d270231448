"""What the scorecard promises, as tests."""
