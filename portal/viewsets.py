"""Admin screens of the kernel."""

from wagtail.users.views.users import UserViewSet as WagtailUserViewSet

from .forms import AccountCreationForm, AccountEditForm


class UserViewSet(WagtailUserViewSet):
    """Accounts, with their departments."""

    def get_form_class(self, for_update: bool = False) -> type:
        return AccountEditForm if for_update else AccountCreationForm
