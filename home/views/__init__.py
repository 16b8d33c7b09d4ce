"""Public views of the front door."""
