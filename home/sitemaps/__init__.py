"""What search engines are told to read: an index of sections, each in both languages."""
