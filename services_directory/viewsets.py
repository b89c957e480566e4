"""The directory in Wagtail's admin: lists, filters, search, exports, forms."""

from django.db.models import QuerySet
from django.http import HttpRequest
from wagtail.admin.ui.tables import BooleanColumn, Column, UpdatedAtColumn
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from services_directory import panels
from services_directory.assurance.proposals.members import MembershipViewSet
from services_directory.models import Location, Organization, Service, Taxonomy, TaxonomyTerm
from services_directory.models.querysets import ServiceQuerySet


class ServiceViewSet(SnippetViewSet):
    model = Service
    icon = "help"
    list_display = [
        "name",
        "organization",
        "status",
        "assured_date",
        Column("feed", label="From a feed"),
        BooleanColumn("national"),
        BooleanColumn("live"),
        BooleanColumn("has_unpublished_changes", label="Draft waiting"),
        UpdatedAtColumn(),
    ]
    list_filter = {
        "organization": ["exact"],
        "status": ["exact"],
        "live": ["exact"],
        "national": ["exact"],
        "assured_date": ["lt", "isnull"],
        "feed": ["exact"],
    }
    list_export = [
        "id", "name", "organization.name", "summary", "status", "live", "national", "cost",
        "wait_time", "wait_weeks", "wait_stated_on", "closed_from", "closed_to", "assured_date",
        "assurer_role", "checked", "last_modified",
    ]  # fmt: skip
    export_filename = "services"
    ordering = ["name"]
    edit_handler = panels.SERVICE
    copy_view_enabled = False

    def get_queryset(self, request: HttpRequest) -> ServiceQuerySet:
        return Service.objects.select_related("organization", "feed", "latest_revision")


class OrganizationViewSet(SnippetViewSet):
    model = Organization
    icon = "group"
    list_display = ["name", "kind", "email", UpdatedAtColumn()]
    list_filter = ["kind"]
    list_export = ["id", "name", "kind", "website", "email", "phone", "assurer_role"]
    export_filename = "organisations"
    edit_handler = panels.ORGANIZATION
    copy_view_enabled = False


class LocationViewSet(SnippetViewSet):
    model = Location
    icon = "site"
    list_display = ["name", "organization", "location_type", UpdatedAtColumn()]
    list_filter = ["location_type"]
    # Exact coordinates stay in the admin: some places are confidential.
    list_export = ["id", "name", "location_type", "public_latitude", "public_longitude"]
    export_filename = "locations"
    edit_handler = panels.LOCATION
    copy_view_enabled = False

    def get_queryset(self, request: HttpRequest) -> QuerySet[Location]:
        return Location.objects.select_related("organization")


class TaxonomyViewSet(SnippetViewSet):
    model = Taxonomy
    icon = "list-ul"
    list_display = ["name", "key", "description"]
    list_export = ["id", "key", "name", "description"]
    export_filename = "taxonomies"
    edit_handler = panels.TAXONOMY
    copy_view_enabled = False


class TaxonomyTermViewSet(SnippetViewSet):
    model = TaxonomyTerm
    icon = "tag"
    list_display = ["name", "taxonomy", "key", "parent"]
    list_filter = ["taxonomy"]
    list_export = ["id", "taxonomy.key", "key", "name", "description", "open_eligibility"]
    export_filename = "terms"
    edit_handler = panels.TERM
    copy_view_enabled = False

    def get_queryset(self, request: HttpRequest) -> QuerySet[TaxonomyTerm]:
        return TaxonomyTerm.objects.select_related("taxonomy", "parent__taxonomy")


class DirectoryGroup(SnippetViewSetGroup):
    items = (
        ServiceViewSet,
        OrganizationViewSet,
        LocationViewSet,
        TaxonomyViewSet,
        TaxonomyTermViewSet,
        MembershipViewSet,
    )
    menu_label = "Services directory"
    menu_icon = "list-ul"
    menu_order = 200
    add_to_admin_menu = True
