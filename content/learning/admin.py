"""Learning in the editors' admin: offerings with drafts, their dates, the frameworks."""

from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.panels import FieldPanel, MultiFieldPanel, TitleFieldPanel
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from content.learning.models import Framework, LearningOffering, LearningSession

OFFERING_PANELS = [
    TitleFieldPanel("title", targets=["slug"]),
    FieldPanel("slug"),
    FieldPanel("provider"),
    FieldPanel("summary"),
    FieldPanel("description"),
    MultiFieldPanel([FieldPanel("kind"), FieldPanel("mode"), FieldPanel("place")], "What it is"),
    MultiFieldPanel(
        [FieldPanel("audiences"), FieldPanel("prerequisites"), FieldPanel("accessibility")],
        "Who it is for",
    ),
    MultiFieldPanel([FieldPanel("hours"), FieldPanel("participatory_hours")], "Hours"),
    MultiFieldPanel([FieldPanel("cost"), FieldPanel("cost_text")], "Cost"),
    MultiFieldPanel(
        [
            FieldPanel("tier"),
            FieldPanel("stages"),
            FieldPanel("subjects"),
            FieldPanel("accreditation"),
        ],
        "What it maps to",
    ),
    MultiFieldPanel(
        [FieldPanel("booking_url"), FieldPanel("booking_email"), FieldPanel("booking_phone")],
        "How to book",
    ),
    MultiFieldPanel([FieldPanel("owner"), FieldPanel("checked")], "Who keeps it right"),
]


class OfferingFilters(WagtailFilterSet):
    class Meta:
        model = LearningOffering
        fields = ["kind", "mode", "cost", "tier", "live"]


class SessionFilters(WagtailFilterSet):
    class Meta:
        model = LearningSession
        fields = ["status", "offering"]


class LearningOfferingViewSet(SnippetViewSet):
    model = LearningOffering
    panels = OFFERING_PANELS
    icon = "form"
    menu_label = "Courses and classes"
    list_display = ["title", "provider", "kind", "checked", "live"]
    search_fields = ["title", "provider", "summary"]
    filterset_class = OfferingFilters


class LearningSessionViewSet(SnippetViewSet):
    model = LearningSession
    icon = "date"
    menu_label = "Dates"
    list_display = ["offering", "starts", "status", "place"]
    search_fields = ["offering__title", "place"]
    filterset_class = SessionFilters
    ordering = ["-starts"]

    def get_queryset(self, request: object) -> object:
        return LearningSession.objects.select_related("offering")


class FrameworkViewSet(SnippetViewSet):
    model = Framework
    icon = "list-ul"
    menu_label = "Frameworks"
    list_display = ["name", "version", "status"]


class LearningGroup(SnippetViewSetGroup):
    items = (LearningOfferingViewSet, LearningSessionViewSet, FrameworkViewSet)
    menu_label = "Learning"
    menu_icon = "form"
    menu_order = 250
