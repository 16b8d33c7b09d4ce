from .home_page import HomePage
from .opinion import Opinion
from .search import SearchEntry, SearchWord
from .standard_page import StandardPage

__all__ = ["HomePage", "Opinion", "SearchEntry", "SearchWord", "StandardPage"]
