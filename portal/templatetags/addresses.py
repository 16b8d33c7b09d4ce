"""`{% site_address "odd" goal.number %}`: an address of the public contract in the language of the page."""

from urllib.parse import urlsplit

from django import template

from portal import addresses

register = template.Library()
register.simple_tag(addresses.site_address)


@register.filter
def site_name_of(address: str) -> str:
    """`{{ page.link|site_name_of }}`: the name of the other site, « www.example.org » without « www. »."""
    return (urlsplit(address).hostname or address).removeprefix("www.")
