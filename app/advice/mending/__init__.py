"""What can be tried against each kind of problem: candidates, not yet repairs."""
