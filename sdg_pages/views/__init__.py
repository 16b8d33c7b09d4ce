"""Public views of the goals, of their files and of the link between CSR and the goals."""
