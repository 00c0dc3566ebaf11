"""What can be wired, and the networks wired from it. Stands on nothing: no Qt, no torch."""
