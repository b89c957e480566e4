"""The step of the workflow in which a second person reads a page."""

from typing import Any

from django.core.exceptions import PermissionDenied
from wagtail.models import AbstractGroupApprovalTask, Page, TaskState

from content.review.four_eyes import approval, wrote_unpublished_edit


class SecondPairOfEyes(AbstractGroupApprovalTask):
    """Approval by a member of the groups who wrote none of the edits under review."""

    class Meta:
        verbose_name = "approval by a second person"
        verbose_name_plural = "approvals by a second person"

    def get_actions(self, obj: Page, user: Any) -> list[tuple[str, str, bool]]:
        actions = super().get_actions(obj, user)
        if wrote_unpublished_edit(user, obj):
            return [action for action in actions if action[0] != "approve"]
        return actions

    def on_action(self, task_state: TaskState, user: Any, action_name: str, **kwargs: Any) -> None:
        """Refuse an approval of one's own edit, also of one made while approving."""
        page = task_state.workflow_state.content_object
        if action_name != "approve":
            super().on_action(task_state, user, action_name, **kwargs)
        elif wrote_unpublished_edit(user, page):
            raise PermissionDenied("Somebody else must approve what you wrote.")
        else:
            with approval():
                super().on_action(task_state, user, action_name, **kwargs)

    @classmethod
    def get_description(cls) -> str:
        return "Members of the chosen groups approve what somebody else wrote"
