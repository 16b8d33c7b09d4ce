"""What counts as a change of the blocks of a page."""

import pytest

from portal.stream_fields import BlocksFormField
from sdg_pages.blocks import BodyBlock
from tests.factories.blocks import body

pytestmark = pytest.mark.django_db

TABLE = {"indicator": 7, "freshness": "live", "version": None}


def field() -> BlocksFormField:
    return BlocksFormField(block=BodyBlock())


def test_a_form_that_was_only_read_is_no_change() -> None:
    read = body(("figure", TABLE), ("sentence", "Une ligne.\nUne autre."))
    posted = body(("figure", TABLE | {"indicator": "7", "version": ""}), ("sentence", "Une ligne.\r\nUne autre."))
    assert not field().has_changed(read, posted)


def test_another_indicator_or_version_is_a_change() -> None:
    read = body(("figure", TABLE))
    assert field().has_changed(read, body(("figure", TABLE | {"indicator": 8})))
    assert field().has_changed(read, body(("figure", TABLE | {"version": "3"})))
    assert field().has_changed(read, body())
