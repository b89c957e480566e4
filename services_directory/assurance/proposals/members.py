"""In Wagtail's admin: which partner accounts speak for which organisations."""

from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.panels import FieldPanel, HelpPanel, ObjectList
from wagtail.snippets.views.snippets import SnippetViewSet

from portal.people.models import User
from portal.people.roles import Role
from services_directory.models import Membership

_HELP = (
    "First give the person an account with the role Partners, under Settings, Users. Then choose "
    "here for which organisation they may propose changes: once for each organisation."
)


class MembershipForm(WagtailAdminModelForm):
    """Offers only accounts that have the role."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        partners = User.objects.filter(groups__name=str(Role.PARTNER))
        own = User.objects.filter(pk=self.instance.user_id)
        self.fields["user"].queryset = (partners | own).distinct().order_by("email")  # type: ignore[attr-defined]


class MembershipViewSet(SnippetViewSet):
    model = Membership
    icon = "group"
    menu_label = "Partner accounts"
    list_display = ["user", "organization"]
    list_filter = ["organization"]
    edit_handler = ObjectList(
        [HelpPanel(content=_HELP), FieldPanel("user"), FieldPanel("organization")],
        base_form_class=MembershipForm,
    )
    copy_view_enabled = False

    def get_queryset(self, request: HttpRequest) -> QuerySet[Membership]:
        return Membership.objects.select_related("user", "organization")
