"""The pages of the demo: written for real on the figures of the demo, in both languages, through the real review."""
