"""Addresses of the front door that are no pages of the tree, below `/fr/` and `/en/`: part of the public contract."""

from django.urls import URLPattern, path

from home.views import press
from home.views.feed import feed
from home.views.glossary import glossary
from home.views.opinion import opinion
from home.views.search import search
from home.views.site_map import site_map

app_name = "home"
urlpatterns: list[URLPattern] = [
    path("recherche/", search, name="search"),
    path("plan-du-site/", site_map, name="site_map"),
    path("glossaire/", glossary, name="glossary"),
    path("presse/signe.svg", press.mark_svg, name="mark_svg"),
    path("presse/signe.png", press.mark_png, name="mark_png"),
    path("presse/image.png", press.picture, name="site_picture"),
    path("flux.xml", feed, name="feed"),
    path("avis/", opinion, name="opinion"),
]
