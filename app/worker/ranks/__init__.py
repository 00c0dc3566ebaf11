"""Several processes that learn one network together: the first one leads, and alone speaks."""
