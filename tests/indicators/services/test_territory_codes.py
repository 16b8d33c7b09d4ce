"""A code is of the form of its scheme, wherever it comes from."""

import pytest
from django.core.exceptions import ValidationError

from indicators.models import Territory
from indicators.models.territory import CODE_FORMS
from indicators.services.territories import create_territory

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("scheme", "code"), [("EPCI SIREN", "75056"), ("EPCI SIREN", "2000547811"), ("COG commune", "1001")]
)
def test_code_of_another_form_is_refused_on_its_field(scheme: str, code: str) -> None:
    with pytest.raises(ValidationError) as error:
        create_territory(scheme=scheme, code=code, name_fr="Ailleurs", level="epci")
    assert set(error.value.message_dict) == {"code"}


@pytest.mark.parametrize(("scheme", "code"), [("EPCI SIREN", "200000172"), ("COG commune", "2A999"), ("Quartier", "1")])
def test_code_of_the_form_of_its_scheme_is_taken(scheme: str, code: str) -> None:
    assert create_territory(scheme=scheme, code=code, name_fr="Ailleurs", level="epci").pk


def test_every_territory_of_the_reference_has_a_code_of_its_scheme() -> None:
    for territory in Territory.objects.filter(scheme__in=list(CODE_FORMS)):
        territory.full_clean()
