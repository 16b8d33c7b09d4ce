"""Addresses of the front door that are no pages of the tree, below `/fr/` and `/en/`: part of the public contract."""

from django.urls import URLPattern, path

from home.views.feed import feed
from home.views.search import search

app_name = "home"
urlpatterns: list[URLPattern] = [path("recherche/", search, name="search"), path("flux.xml", feed, name="feed")]
