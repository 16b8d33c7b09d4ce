from .articles import ArticleIndexPage, ArticlePage
from .editorial import EditorialPage
from .events import EventPage
from .goals import SdgIndexPage, SdgPage
from .resources import ResourcePage

__all__ = [
    "ArticleIndexPage",
    "ArticlePage",
    "EditorialPage",
    "EventPage",
    "ResourcePage",
    "SdgIndexPage",
    "SdgPage",
]
