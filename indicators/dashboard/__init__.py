"""The front page of the admin."""

from indicators.dashboard.panel import FrontPage, with_front_page

__all__ = ["FrontPage", "with_front_page"]
