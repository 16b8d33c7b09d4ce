from django.urls import set_script_prefix
from django.utils import translation

from portal.addresses import site_address
from portal.slots import Slot


def test_an_address_is_in_the_language_in_force():
    with translation.override("en"):
        assert site_address("odd", 5) == "/en/odd/5/"


def test_an_address_may_be_asked_in_another_language():
    assert site_address("articles", language="fr") == "/fr/articles/"


def test_an_address_holds_the_sub_path():
    set_script_prefix("/observatoire/")
    try:
        assert site_address("odd", 5, language="fr") == "/observatoire/fr/odd/5/"
    finally:
        set_script_prefix("/")


def test_a_slot_gathers_what_every_provider_gives_in_the_order_it_was_filled():
    slot = Slot()
    slot.fill(lambda name: [f"first {name}"])
    slot.fill(lambda name: [f"second {name}"])
    assert slot.gather("one") == ["first one", "second one"]


def test_a_slot_filled_twice_with_the_same_provider_gathers_it_once():
    slot = Slot()

    def provider():
        return ["once"]

    slot.fill(provider)
    slot.fill(provider)
    assert slot.gather() == ["once"]
