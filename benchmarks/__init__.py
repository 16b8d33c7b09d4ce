"""Time and memory of the import, as ratios to what is allowed: `python -m benchmarks` (`make bench`)."""
