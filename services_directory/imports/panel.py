"""On the form of a record that a feed brought: whose it is, and what an edit is worth."""

from typing import Any

from wagtail.admin.panels import Panel

WORDS = (
    "The next import of it writes over what you change here, except a later check. To take it "
    "away from the public for good, unpublish it: no import publishes it again."
)


class FeedPanel(Panel):
    """Says which feed a record belongs to; nothing for one that is kept here."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "services_directory/imports/feed_panel.html"

        def is_shown(self) -> bool:
            return getattr(self.instance, "feed_id", None) is not None

        def get_context_data(self, parent_context: Any = None) -> Any:
            found = super().get_context_data(parent_context)
            return found | {"feed": self.instance.feed, "words": WORDS}
