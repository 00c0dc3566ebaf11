"""The runs of before: a table of them all, what tells them apart, and what can be done with one."""
