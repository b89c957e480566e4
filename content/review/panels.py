"""A line in the editor: how easily the page reads."""

from typing import Any

from wagtail.admin.panels import Panel

from content.review.readability import lix, text_blocks, verdict


class ReadabilityPanel(Panel):
    """Shows the LIX of the saved body and what it means."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "content/admin/readability_panel.html"

        def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
            score = lix(text_blocks(self.instance.body))
            return {
                **super().get_context_data(parent_context),
                "score": round(score),
                "verdict": verdict(score),
            }

        def is_shown(self) -> bool:
            return bool(self.instance.pk)
