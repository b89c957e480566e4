"""The first thing editors see: pages whose review is overdue."""

from typing import Any

from wagtail.admin.ui.components import Component

from content.review.queries import overdue_pages

SHOWN = 5


class OverduePanel(Component):
    name = "overdue_pages"
    template_name = "content/admin/overdue_panel.html"
    order = 150

    def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
        pages = list(overdue_pages()[: SHOWN + 1])
        return {"pages": pages[:SHOWN], "more": len(pages) > SHOWN}
