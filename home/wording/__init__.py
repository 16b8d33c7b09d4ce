"""The front page in words and drawings, made from the facts of `home.selectors`."""
