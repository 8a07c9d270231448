"""What outlives the process; the only SQL beside models and db."""
