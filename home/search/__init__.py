"""Searching the site: one index on both databases, stemmed in French and in English."""
