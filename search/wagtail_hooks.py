"""Promoted results in Wagtail's admin, for editors and administrators."""

from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet

from search.models import PromotedResult


class PromotedResultViewSet(SnippetViewSet):
    model = PromotedResult
    icon = "pick"
    menu_label = "Promoted results"
    menu_order = 320
    add_to_admin_menu = True
    list_display = ["phrase", "title", "url", "owner", "expires"]
    list_filter = ["expires"]
    search_fields = ["phrase", "title"]
    panels = [
        FieldPanel("phrase"),
        MultiFieldPanel(
            [FieldPanel("title"), FieldPanel("url"), FieldPanel("summary")], heading="Show first"
        ),
        MultiFieldPanel([FieldPanel("owner"), FieldPanel("expires")], heading="Kept right by"),
    ]


register_snippet(PromotedResultViewSet)
