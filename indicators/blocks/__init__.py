"""Figures and charts in pages: chosen among the published indicators, resolved all together when a page is made."""
