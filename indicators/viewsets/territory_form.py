"""The form of a territory, with the ways in which sources write it: one a line."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from indicators.models import Territory, TerritorySpelling


class TerritoryForm(forms.ModelForm):
    """A territory and its spellings."""

    spellings = forms.CharField(
        label=_("Graphies"),
        widget=forms.Textarea(attrs={"rows": 5}),
        required=False,
        help_text=_("Comment les sources l’écrivent, une graphie par ligne : « MET Nantes Métropole »."),
    )

    class Meta:
        model = Territory
        fields = [
            "scheme",
            "code",
            "name_fr",
            "name_en",
            "level",
            "parent",
            "areas",
            "successor",
            "population",
            "is_focus",
        ]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            self.fields["spellings"].initial = "\n".join(self.instance.spellings.values_list("text", flat=True))

    def clean_spellings(self) -> list[str]:
        """The lines, without blanks and doubles."""
        lines = (line.strip() for line in self.cleaned_data["spellings"].splitlines())
        return list(dict.fromkeys(line for line in lines if line))

    def _save_m2m(self) -> None:
        super()._save_m2m()  # type: ignore[misc]
        texts = self.cleaned_data["spellings"]
        self.instance.spellings.exclude(text__in=texts).delete()
        known = set(self.instance.spellings.values_list("text", flat=True))
        new = [TerritorySpelling(territory=self.instance, text=text) for text in texts if text not in known]
        TerritorySpelling.objects.bulk_create(new)
