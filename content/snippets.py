"""How editors meet topics, timescales and feedback in the admin."""

from wagtail.admin.panels import FieldPanel
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from content.models import PageFeedback, Timescale, Topic


class TopicViewSet(SnippetViewSet):
    model = Topic
    icon = "tag"
    list_display = ["name", "slug"]


class TimescaleViewSet(SnippetViewSet):
    model = Timescale
    icon = "time"
    list_display = ["item", "provider", "usual", "checked", "owner"]
    search_fields = ["item", "provider"]


class FactsGroup(SnippetViewSetGroup):
    items = (TimescaleViewSet, TopicViewSet)
    menu_label = "Facts"
    menu_icon = "list-ul"
    menu_order = 300


class PageFeedbackViewSet(SnippetViewSet):
    """To read, and for administrators to delete; nobody writes it here."""

    model = PageFeedback
    icon = "comment"
    menu_label = "Page feedback"
    menu_order = 310
    add_to_admin_menu = True
    list_display = ["page", "useful", "words", "sent"]
    list_filter = ["useful"]
    inspect_view_enabled = True
    copy_view_enabled = False
    panels = [FieldPanel("words", read_only=True)]

    def get_queryset(self, request: object) -> object:
        return PageFeedback.objects.select_related("page")
