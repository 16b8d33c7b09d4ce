"""What each screen of the assistant shows, as values that a template only has to lay out."""
