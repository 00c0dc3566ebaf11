"""Looking at a network while it learns: instruments that are paid from one ledger."""
