"""What search may know of services, and when it is told."""

from datetime import date

import pytest

from search import documents as contract
from search.models import SearchChange
from services_directory import documents as directory_documents
from services_directory.demo.rows import read
from services_directory.documents import load
from services_directory.models import Language, Service, ServiceArea
from tests.services_directory import build

pytestmark = pytest.mark.django_db


def only(pks=None) -> contract.Document:
    (document,) = load(pks)
    return document


def test_a_document_holds_words_facets_areas_and_point():
    service = build.service(
        cost="free", referral_self=True, eligibility_description="Adults.", mode_online=True
    )
    build.tag(service, "need", "bereavement-group", "carers-support")
    build.covers(service, "east")
    build.place(service)
    Language.objects.create(service=service, code="pl")
    document = only()
    assert document.id == f"service:{service.pk}"
    assert document.url == service.get_absolute_url()
    assert document.facets["need"] == ("bereavement-group", "carers-support")
    assert document.facets["audience"] == ("carer", "bereaved")
    assert document.facets["mode"] == ("in_person", "online")
    assert document.facets["cost"] == ("free",)
    assert document.facets["referral"] == ("self",)
    assert document.areas == document.facets["area"] == ("east",)
    assert document.point == build.HERE
    for word in ("Hospice", "Bereavement group", "Hollin Bridge", "Polish"):
        assert word in document.keywords


def test_a_national_service_is_everywhere():
    build.covers(build.service(national=True), "east")
    assert only().areas == ()


def test_staff_fields_and_private_addresses_stay_out():
    service = build.service(
        staff_phone="01632 960 900", staff_criteria="Criterion-X", internal_note="Note-X"
    )
    build.place(service, (54.08921, 1.60734), confidential=True)
    known = repr(only())
    for secret in ("01632 960 900", "Criterion-X", "Note-X", "Priory", "WY3 1AB", "54.08921"):
        assert secret not in known
    assert only().point == (54.09, 1.61)


def test_only_public_services_are_documents():
    build.service(live=False)
    build.service(status="inactive")
    assert list(load(None)) == []


def test_keys_that_name_nothing_give_no_document():
    service = build.service()
    assert list(load(["nonsense"])) == []
    assert only([str(service.pk), "nonsense"]).title == service.name


def test_the_source_is_registered():
    assert contract.sources()["service"].plural == "Services"


def changes() -> list[str]:
    noted = [change.pk_text for change in SearchChange.objects.filter(kind="service")]
    SearchChange.objects.all().delete()
    return noted


def test_publishing_unpublishing_and_deleting_are_told():
    service = build.service(live=False)
    pk = str(service.pk)
    assert changes() == []
    service.save_revision().publish()
    assert set(changes()) == {pk}
    Service.objects.get().unpublish()
    assert set(changes()) == {pk}
    Service.objects.get().delete()
    assert set(changes()) == {pk}


def test_a_draft_is_not_told():
    build.service().save_revision()
    assert changes() == []


def test_a_change_of_provider_place_or_term_is_told_for_the_services_that_use_it():
    service = build.service()
    build.tag(service, "need", "respite")
    location = build.place(service)
    build.service("Other", organization=build.organization("Another"))
    changes()
    for thing in (service.organization, location, build.term("need", "respite")):
        thing.save()
        assert changes() == [str(service.pk)]


@pytest.mark.parametrize(
    ("need", "person", "audiences"),
    [
        ("symptom-support", "anyone", ("patient",)),
        ("carers-support", "anyone", ("carer",)),
        ("money", "carers", ("carer",)),
        ("funeral-help", "anyone", ("bereaved",)),
        ("money", "professionals", ("professional",)),
        ("night-care", "carers", ("patient", "carer")),
    ],
)
def test_terms_amount_to_the_audiences_of_the_portal(need, person, audiences):
    service = build.service()
    build.tag(service, "need", need)
    build.tag(service, "audience", person)
    assert only().facets["audience"] == audiences


def test_what_nobody_has_said_is_no_facet():
    build.service(mode_in_person=False)
    assert only().facets == {}


def test_every_need_that_the_audiences_rest_on_is_in_the_demo_vocabulary():
    known = {
        row.text("key") for row in read("taxonomy_terms.csv") if row.text("taxonomy") == "need"
    }
    assert known >= directory_documents._GRIEF
    assert known >= directory_documents._ILLNESS


def test_a_virtual_place_is_no_point():
    service = build.service()
    location = build.place(service)
    location.location_type = "virtual"
    location.save()
    assert only().point is None


def test_the_day_of_the_check_is_when_it_was_reviewed():
    build.service(assured_date=date(2026, 11, 1))
    assert only().reviewed == date(2026, 11, 1)


def test_an_area_in_words_is_no_area_of_search():
    ServiceArea.objects.create(service=build.service(), extent="The old county")
    assert only().areas == ()


def test_all_documents_take_the_same_number_of_queries(django_assert_num_queries):
    for number in range(6):
        service = build.service(f"S{number}")
        build.place(service)
        build.opens(service)
        build.covers(service, "east")
        build.tag(service, "need", "respite")
    with django_assert_num_queries(11):
        assert len(list(load(None))) == 6


def test_search_shows_needs_by_their_names():
    build.term("need", "night-care")
    assert contract.sources()["service"].words() == {"need": {"night-care": "Night care"}}
