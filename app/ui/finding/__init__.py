"""Finding nodes by a question, and putting another kind in their place."""
