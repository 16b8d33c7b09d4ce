"""`{% site_address "odd" goal.number %}`: an address of the public contract in the language of the page."""

from django import template

from portal import addresses

register = template.Library()
register.simple_tag(addresses.site_address)
