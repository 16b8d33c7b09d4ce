"""Public addresses of the figures that stand beside the indicators: the release calendar, the reporting status."""

from django.urls import URLPattern, path

from indicators.views import calendar, coverage

urlpatterns: list[URLPattern] = [
    path("calendrier/", calendar.calendar_page, name="release_calendar"),
    path("calendrier.ics", calendar.calendar_file, name="release_calendar_file"),
    path("couverture/", coverage.coverage_page, name="coverage"),
    path("couverture/donnees.csv", coverage.coverage_csv, name="coverage_csv"),
]
