"""Blocks of running text that an editor cannot break: each gives its label, help, template and preview."""
