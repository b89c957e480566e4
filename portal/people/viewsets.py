"""Accounts in Wagtail's admin, without the box that would make somebody all-powerful."""

from typing import Any

from wagtail.users.forms import UserCreationForm, UserEditForm
from wagtail.users.views.users import UserViewSet


class WithoutSuperuser:
    """Roles give what each needs; a superuser is made on the command line alone."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields: dict[str, Any]
        self.fields.pop("is_superuser", None)


class StaffCreationForm(WithoutSuperuser, UserCreationForm):
    """A new account."""


class StaffEditForm(WithoutSuperuser, UserEditForm):
    """Names, e-mail address and roles of an account."""


class StaffViewSet(UserViewSet):
    def get_form_class(self, for_update: bool = False) -> type[UserCreationForm]:
        return StaffEditForm if for_update else StaffCreationForm
