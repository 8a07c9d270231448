"""Who the prospect is: sampled, checked against the ledger, rebuilt from a code."""
