"""Lists and forms of the bundles and of the preview teams."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column, DateColumn, TitleColumn
from wagtail.admin.views.generic import CreateView, EditView
from wagtail.admin.viewsets.model import ModelViewSet

from portal.models import Bundle, PreviewTeam


class BundleCreateView(CreateView):
    """A new bundle leads to its contents."""

    def save_instance(self) -> Any:
        self.form.instance.created_by = self.request.user
        return super().save_instance()

    def get_success_url(self) -> str:
        return reverse("bundles:contents", args=[self.object.pk])


class BundleEditView(EditView):
    """Its title, date and teams; then its contents again."""

    def get_success_url(self) -> str:
        return reverse("bundles:contents", args=[self.object.pk])


class BundleViewSet(ModelViewSet):
    """« Lots »: what goes online together."""

    model = Bundle
    icon = "folder-open-inverse"
    url_prefix = "lots-de-publications"
    url_namespace = "bundle_forms"
    menu_label = _("Lots de publications")
    menu_order = 260
    add_to_admin_menu = True
    copy_view_enabled = False
    search_backend_name = None
    search_fields = ["title"]
    add_view_class = BundleCreateView
    edit_view_class = BundleEditView
    form_fields = ["title", "publish_at", "preview_teams"]
    list_display = [
        TitleColumn("title", label=_("Titre"), url_name="bundles:contents"),
        Column("get_state_display", label=_("État")),
        DateColumn("publish_at", label=_("Date prévue")),
        DateColumn("published_at", label=_("Mis en ligne")),
    ]


class PreviewTeamViewSet(ModelViewSet):
    """Who may read a bundle before it is online."""

    model = PreviewTeam
    icon = "group"
    url_prefix = "equipes-de-previsualisation"
    url_namespace = "preview_teams"
    menu_label = _("Équipes de prévisualisation")
    menu_order = 600
    add_to_settings_menu = True
    copy_view_enabled = False
    search_backend_name = None
    search_fields = ["name"]
    form_fields = ["name", "members"]
    list_display = ["name"]
