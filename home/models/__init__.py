from .home_page import HomePage
from .search import SearchEntry, SearchWord
from .standard_page import StandardPage

__all__ = ["HomePage", "SearchEntry", "SearchWord", "StandardPage"]
