"""`manage.py load_reference`: the catalogue of goals, targets, priority issues and territories, again."""

from functools import partial

from django.apps import apps
from django.core.management.base import BaseCommand
from django.db import transaction

from indicators.reference.issue_goal_links import load_issue_goal_links
from indicators.reference.loading import load_reference


class Command(BaseCommand):
    """Brings the catalogue that ships with this version into the database."""

    help = "Load goals, targets, priority issues, territories and peer groups (safe to repeat)."

    def handle(self, *args: object, **options: object) -> None:
        with transaction.atomic():
            get_model = partial(apps.get_model, "indicators")
            load_reference(get_model)
            load_issue_goal_links(get_model)
        self.stdout.write("Reference catalogue loaded.")
