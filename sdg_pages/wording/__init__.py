"""Words and drawings of the pages of the goals, made from the facts that the selectors read."""
