from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CompanySurveyConfig(AppConfig):
    """The companies: questionnaires, responses, scoring, practices."""

    name = "company_survey"
    verbose_name = _("entreprises")
