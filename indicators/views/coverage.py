"""The reporting status: what is followed, what is missing and why. Open to everybody; cached."""

import csv

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from indicators.downloads.csv_file import BOM
from indicators.selectors.coverage import coverage
from indicators.wording.coverage import evolution_words, goal_line, missing, share_improving
from indicators.wording.coverage_file import HEADER, coverage_rows
from portal.public_pages import public_page


@public_page()
def coverage_page(request: HttpRequest) -> HttpResponse:
    """Open to everybody. The goals with their indicators and targets, the reasons of what is missing, departments."""
    found = coverage()
    gaps = [missing(one) for one in found.goals]
    context = {
        "coverage": found,
        "goals": [goal_line(one) for one in found.goals],
        "absent": [gap for gap in gaps if gap and not gap.is_followed],
        "partial": [gap for gap in gaps if gap and gap.is_followed],
        "share": share_improving(found.tally),
        "departments": [(line, evolution_words(line.tally)) for line in found.departments],
        "breadcrumb": [(_("Couverture"), "")],
    }
    return render(request, "indicators/coverage.html", context)


@public_page()
def coverage_csv(request: HttpRequest) -> HttpResponse:
    """Open to everybody. One line for each target, with its indicators or the reason why it has none."""
    headers = {"Content-Disposition": 'attachment; filename="couverture.csv"'}
    response = HttpResponse(BOM, content_type="text/csv; charset=utf-8", headers=headers)
    writer = csv.writer(response)
    writer.writerow(HEADER)
    writer.writerows(coverage_rows(coverage()))
    return response
