"""What every page of the assistant has: Wagtail's header, the steps, the time of the draft."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.generic import View
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from indicators.assistant.screens import steps
from indicators.models import Upload


@method_decorator(never_cache, name="dispatch")
class AssistantView(WagtailAdminTemplateMixin, View):
    """Base of the pages. `step` is the number of the step; subclasses render with `page`."""

    step = 0
    header_icon = "upload"

    def page(self, status: int = 200, *, template: str = "", **context: Any) -> HttpResponse:
        """The page with this context, inside Wagtail's frame; `template` replaces the usual one."""
        if template:
            self.template_name = f"indicators/assistant/{template}.html"
        response = self.render_to_response(self.get_context_data(**context))
        response.status_code = status
        return response

    def get_context_data(self, **context: Any) -> dict[str, Any]:
        known = {
            "here": self.request.path,
            "errors": None,
            "has_error": False,
            "saved_at": None,
            "state_tag": "",
            "steps": [],
        }
        return super().get_context_data(**known | context)

    def step_list(self, upload: Upload | None = None) -> list[steps.Step]:
        """The steps seen from here; a file that is being read can be read again."""
        addresses = {steps.DROP: reverse("assistant:deposit")}
        if upload:
            addresses[steps.READ] = reverse("assistant:reading", args=[upload.pk])
        return steps.steps(self.step, addresses)

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        upload: Upload | None = getattr(self, "upload", None)
        indicator = upload.indicator if upload else getattr(self, "chosen", None)
        subject = str(indicator) if indicator else _("Nouvel indicateur")
        home = {"url": reverse("wagtailadmin_home"), "label": _("Accueil")}
        return [home, {"url": reverse("assistant:deposit"), "label": _("Importer un fichier")}, {"label": subject}]


def wants_fragment(request: HttpRequest) -> bool:
    """Does our script ask, rather than the browser itself?"""
    return request.headers.get("X-Requested-With") == "fetch"
