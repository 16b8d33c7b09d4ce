"""A paragraph whose figures stay up to date by themselves."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.template.loader import render_to_string
from django.utils.functional import cached_property
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from indicators.blocks.previews import first_published
from indicators.blocks.questions import Question
from indicators.blocks.resolving import resolve
from indicators.blocks.sentence import PLACES, filled, has_stray_brace, parse, problems_in, questions_in
from indicators.blocks.source import figures_for
from indicators.models import Indicator
from portal.formatting import is_french


def preview() -> str:
    """A sentence on the indicator published last."""
    indicator = first_published()
    if indicator is None:
        return ""
    code = indicator.code
    return f"{{territoire:{code}}}\u00a0: {{chiffre:{code}}} ({{période:{code}}})."


class FigureTextarea(forms.Textarea):
    """A text, with the list of what can be put into it; without JavaScript the list still shows the codes."""

    def render(self, name: str, value: Any, attrs: Any = None, renderer: Any = None) -> SafeString:
        context = {
            "area": super().render(name, value, attrs, renderer),
            "indicators": Indicator.objects.published().order_by("title_fr"),
            "kinds": list(PLACES) if is_french() else list(PLACES.values()),
        }
        return SafeString(render_to_string("indicators/blocks/figure_textarea.html", context))


class SentenceBlock(blocks.TextBlock):
    """Text with places: `{chiffre:code}`, `{période:code}`, `{territoire:code}`, `{tendance:code}`.

    `{chiffre:code@3}` is frozen to version 3. Braces that are meant as braces are doubled.
    """

    class Meta:
        label = _("Paragraphe avec chiffres")
        icon = "edit"
        template = "indicators/blocks/sentence.html"
        description = _("Un texte dont les chiffres se mettent à jour seuls.")
        preview_value = staticmethod(preview)

    def __init__(self, **kwargs: Any) -> None:
        sentence = _(
            "{chiffre:code} est remplacé par la valeur de l’indicateur. Une ligne vide sépare deux paragraphes."
        )
        super().__init__(**({"help_text": sentence, "max_length": 2_000} | kwargs))

    @cached_property
    def field(self) -> forms.Field:
        return forms.CharField(widget=FigureTextarea(attrs={"rows": 4}), **self.field_options)

    def clean(self, value: str) -> str:
        """Refuse, even in a draft, a place that nothing can fill: the editor learns it at once.

        A brace that belongs to no place is refused on submission only: somebody is still typing.
        """
        cleaned = super().clean(value)
        questions = questions_in(cleaned)
        codes = Indicator.objects.published().values_list("code", flat=True).order_by("code")
        wrong = list(problems_in(cleaned, resolve(questions), list(codes) if questions else []))
        if has_stray_brace(cleaned) and not self.is_deferred_validation:
            wrong.append(
                _now("Une accolade n’appartient à aucun chiffre\u00a0: écrivez {chiffre:code}, ou doublez-la.")
            )
        if wrong:
            raise ValidationError(wrong)
        return cleaned

    def get_searchable_content(self, value: str) -> list[str]:
        """The words around the figures: a place is no text to be found."""
        return ["".join(part for part in parse(value) if isinstance(part, str))]

    def questions(self, value: str) -> list[Question]:
        """The figures of the text."""
        return questions_in(value)

    def get_context(self, value: str, parent_context: dict[str, Any] | None = None) -> dict[str, Any]:
        figures = figures_for(self.questions(value), parent_context)
        paragraphs = [filled(part, figures) for part in value.replace("\r\n", "\n").split("\n\n") if part.strip()]
        return super().get_context(value, parent_context) | {"paragraphs": paragraphs}
