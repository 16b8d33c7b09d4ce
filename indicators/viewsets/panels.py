"""The form of an indicator’s sheet, in tabs: what it measures, in each language, how it is read, what it serves."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel, ObjectList, Panel, TabbedInterface

from .sheet_form import SheetForm

TEXTS = (
    "title",
    "unit",
    "sentence",
    "definition",
    "scope",
    "explanation",
    "method",
    "limits",
    "chart_description",
    "proxy_note",
    "target_origin",
    "commentary",
    "notice",
)


def texts_in(language: str) -> list[Panel]:
    """All texts of a sheet in one language."""
    return [FieldPanel(f"{stem}_{language}") for stem in TEXTS]


IDENTITY = [
    MultiFieldPanel(
        [FieldRowPanel([FieldPanel("code"), FieldPanel("slug")]), FieldPanel("department")],
        heading=_("Identité"),
    ),
    MultiFieldPanel([FieldPanel("source"), FieldPanel("frequency")], heading=_("D’où viennent les chiffres")),
]

READING = [
    MultiFieldPanel(
        [FieldRowPanel([FieldPanel("direction"), FieldPanel("measure")]), FieldRowPanel(["band", "judged_part"])],
        heading=_("Comment l’évolution est jugée"),
    ),
    MultiFieldPanel([FieldRowPanel(["target_value", "target_year"])], heading=_("Objectif chiffré")),
    MultiFieldPanel([FieldRowPanel(["kind", "decimals"]), FieldPanel("peer_group")], heading=_("Affichage")),
]

LINKS = [FieldPanel("goals"), FieldPanel("targets"), FieldPanel("priority_issues"), FieldPanel("related")]

SAID = [
    MultiFieldPanel(
        [FieldRowPanel(["commentary_author", "commentary_date"])], heading=_("Qui signe le commentaire, et quand")
    ),
    FieldPanel("notice_kind"),
]

SHEET = TabbedInterface(
    [
        ObjectList(IDENTITY, heading=_("Identité")),
        ObjectList(texts_in("fr"), heading=_("Français")),
        ObjectList(texts_in("en"), heading=_("English")),
        ObjectList(READING, heading=_("Lecture")),
        ObjectList(SAID, heading=_("Commentaire et avis")),
        ObjectList(LINKS, heading=_("Rattachements")),
    ],
    base_form_class=SheetForm,
)
