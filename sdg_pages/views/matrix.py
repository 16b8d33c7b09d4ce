"""The link between CSR and the goals: a table, and its rows as a file."""

import csv

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from indicators.downloads.csv_file import BOM
from portal.csv_safety import safe_cell
from portal.public_pages import public_page
from sdg_pages.selectors.link_matrix import link_matrix
from sdg_pages.wording.matrix import matrix_words

COLUMNS = ("issue", "issue_name", "goal", "goal_name", "strength", "indicators")


@public_page()
def csr_sdg_link(request: HttpRequest) -> HttpResponse:
    """Open to everybody. The priority issues across the goals (four queries)."""
    return render(request, "sdg_pages/csr_sdg_link.html", matrix_words(link_matrix()))


@public_page()
def csr_sdg_link_csv(request: HttpRequest) -> HttpResponse:
    """Open to everybody. A line a link; names of columns and strengths are the same in both languages."""
    response = HttpResponse(BOM, content_type="text/csv; charset=utf-8")
    response.headers["Content-Disposition"] = 'attachment; filename="lien-rse-odd.csv"'
    response.headers["Access-Control-Allow-Origin"] = "*"
    writer = csv.writer(response)
    writer.writerow(COLUMNS)
    for line in link_matrix().lines:
        for cell in line.linked:
            names = safe_cell(str(line.issue.name)), safe_cell(str(cell.goal.name))
            strength = cell.link.strength if cell.link else ""
            writer.writerow([line.issue.number, names[0], cell.goal.number, names[1], strength, cell.count])
    return response
