"""The bar of a terminal, and the command that cleans up."""

from datetime import timedelta
from io import StringIO

import pytest
from django.core.management import call_command
from django.utils import timezone

from indicators.management.terminal import progress_bar
from indicators.models import Release
from indicators.services.releases import open_release
from portal.periodic_jobs import periodic_jobs
from tests.factories.indicators import make_indicator, make_user


class Terminal(StringIO):
    def isatty(self) -> bool:
        return True


def test_a_terminal_sees_the_progress_and_a_file_does_not() -> None:
    assert progress_bar(StringIO()) is None
    terminal = Terminal()
    draw = progress_bar(terminal)
    assert draw
    draw(40)
    draw(100)
    assert " 40 %" in terminal.getvalue()
    assert terminal.getvalue().endswith("100 %\n")


@pytest.mark.django_db
def test_killed_imports_are_removed_by_command_and_by_themselves() -> None:
    left = open_release(indicator=make_indicator(), user=make_user(), upload=None)
    Release.objects.filter(pk=left.pk).update(created_at=timezone.now() - timedelta(minutes=20))
    out = StringIO()
    call_command("clean_imports", stdout=out)
    assert Release.objects.filter(pk=left.pk).exists()
    call_command("clean_imports", "--older-than", "10", stdout=out)
    assert not Release.objects.filter(pk=left.pk).exists()
    assert "1 import interrompu" in out.getvalue()
    assert "clean_imports" in periodic_jobs.entries
