"""Words and drawings made from the facts that the selectors read."""
