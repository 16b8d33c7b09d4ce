"""Admin screens of the kernel."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel, PublishingPanel
from wagtail.admin.ui.tables import Column, LiveStatusTagColumn
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.snippets.views.snippets import SnippetViewSet
from wagtail.users.views.users import CreateView, EditView
from wagtail.users.views.users import UserViewSet as WagtailUserViewSet

from .forms import AccountCreationForm, AccountEditForm
from .models import Department, Term


class OnlySuperusersMakeSuperusers:
    """The platform team manages accounts, but nobody gives themselves more rights than they have."""

    request: HttpRequest

    def get_form(self, form_class: type | None = None) -> Any:
        form = super().get_form(form_class)  # type: ignore[misc]
        if not self.request.user.is_superuser:
            form.fields.pop("is_superuser", None)
        return form


class AccountCreateView(OnlySuperusersMakeSuperusers, CreateView):
    """A new account."""


class AccountEditView(OnlySuperusersMakeSuperusers, EditView):
    """An account; that of a superuser is changed by superusers only, its password first of all."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if self.object.is_superuser and not request.user.is_superuser:
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)


class UserViewSet(WagtailUserViewSet):
    """Accounts, with their departments."""

    add_view_class = AccountCreateView
    edit_view_class = AccountEditView

    def get_form_class(self, for_update: bool = False) -> type:
        return AccountEditForm if for_update else AccountCreationForm


class DepartmentViewSet(ModelViewSet):
    """The departments that answer for figures."""

    model = Department
    icon = "group"
    url_prefix = "directions"
    url_namespace = "departments"
    menu_label = _("Directions")
    menu_order = 590
    add_to_settings_menu = True
    copy_view_enabled = False
    search_backend_name = None
    search_fields = ["code", "name_fr", "name_en"]
    list_display = ["__str__", Column("code", label=_("Code")), Column("email", label=_("Adresse du service"))]
    form_fields = ["code", "name_fr", "name_en", "email"]


class TermViewSet(SnippetViewSet):
    """The glossary: written here, read by somebody else, published by that reading."""

    model = Term
    icon = "help"
    base_url_path = "glossaire"
    menu_label = _("Glossaire")
    menu_order = 400
    add_to_admin_menu = True
    search_backend_name = None
    search_fields = ["name_fr", "name_en", "definition_fr"]
    list_display = ["__str__", Column("slug", label=_("Adresse")), "name_en", LiveStatusTagColumn()]
    panels = [
        MultiFieldPanel(["name_fr", "definition_fr"], heading=_("Français")),
        MultiFieldPanel(["name_en", "definition_en"], heading=_("Anglais")),
        FieldPanel("slug"),
        PublishingPanel(),
    ]
