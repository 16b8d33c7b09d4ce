"""Template filters for figures, periods and texts: `{% load formatting %}`. Plain text, escaped as usual."""

from datetime import date
from decimal import Decimal

from django import template

from portal import formatting

register = template.Library()


@register.filter
def number(value: Decimal | int | None, decimals: int | None = None) -> str:
    """`{{ value|number:1 }}`: « 12 345,6 »; empty when there is no value."""
    return "" if value is None else formatting.format_number(value, decimals)


@register.filter
def signed(value: Decimal | int | None, decimals: int | None = None) -> str:
    """`{{ change|signed:1 }}`: « +1,6 », « −1,6 »."""
    return "" if value is None else formatting.format_signed(value, decimals)


@register.filter
def unit(text: str, name: str) -> str:
    """`{{ value|number:1|unit:"%" }}`: « 14,6 % »."""
    return formatting.with_unit(text, name)


@register.filter
def period(code: str) -> str:
    """`{{ "2023-Q4"|period }}`: « 4e trimestre 2023 »."""
    return formatting.format_period(code)


@register.filter
def short_period(code: str) -> str:
    """`{{ "2023-Q4"|short_period }}`: « T4 2023 »."""
    return formatting.format_short_period(code)


@register.filter
def date_in_full(day: date | None) -> str:
    """`{{ release.published_at|date_in_full }}`: « 3 novembre 2026 »."""
    return formatting.format_date(day) if day else ""


@register.filter
def file_size(size: int) -> str:
    """`{{ download.size|file_size }}`: « 12 Ko »."""
    return formatting.format_size(size)


@register.filter
def quoted(text: str) -> str:
    """`{{ release.message|typo|quoted }}`: « texte », “texte” in English."""
    return formatting.quoted(text)


@register.filter
def labelled(name: str, text: str) -> str:
    """`{{ line.who|labelled:line.what }}`: « Anne : import », “Anne: import” in English."""
    return formatting.labelled(name, text)


@register.filter
def typo(text: str) -> str:
    """`{{ indicator.definition|typo }}`: the spaces and apostrophes of careful typography."""
    return formatting.typographic(str(text)) if text else ""
