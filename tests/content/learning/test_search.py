import pytest

from content.learning.search import load
from search.documents import sources
from search.models import SearchChange
from tests.content.learning.makers import make_offering, make_subject

pytestmark = pytest.mark.django_db


def test_learning_is_a_kind_of_the_sites_search():
    assert sources()["learning"].load is load


def test_an_offering_becomes_a_document_with_the_sites_facets():
    offering = make_offering(
        audiences=["health", "public"], mode="blended", stages=["last-days"], kind="webinar"
    )
    offering.subjects = [make_subject()]
    offering.save()
    (document,) = load([str(offering.pk)])
    assert document.id == f"learning:{offering.pk}"
    assert document.url == offering.get_absolute_url()
    assert document.facets["audience"] == ("patient", "carer", "bereaved", "professional")
    assert document.facets["mode"] == ("online", "in_person")
    assert document.facets["stage"] == ("last-days",)
    assert document.facets["cost"] == ("free",)
    for word in ("Communication", "Webinar", "St Wyvern's Hospice"):
        assert word in document.keywords


def test_a_class_for_the_public_alone_is_not_for_professionals():
    make_offering(audiences=["public"])
    (document,) = load(None)
    assert "professional" not in document.facets["audience"]


def test_drafts_are_never_documents():
    draft = make_offering(live=False)
    assert list(load(None)) == []
    assert list(load([str(draft.pk)])) == []


def test_publishing_unpublishing_and_deleting_are_told_to_the_index():
    offering = make_offering()
    offering.save_revision().publish()
    assert changes(offering.pk) == 1
    offering.unpublish()
    assert changes(offering.pk) == 2
    pk = offering.pk
    offering.delete()
    assert changes(pk) == 3


def changes(pk: int) -> int:
    return SearchChange.objects.filter(kind="learning", pk_text=str(pk)).count()


def test_a_draft_of_a_public_offering_is_not_told():
    offering = make_offering()
    offering.save_revision()
    assert changes(offering.pk) == 0


def test_loading_takes_the_same_queries_for_many(django_assert_num_queries):
    for number in range(5):
        offering = make_offering(f"Course {number}")
        offering.subjects = [make_subject(str(2000 + number))]
        offering.save()
    with django_assert_num_queries(2):
        assert len(list(load(None))) == 5


@pytest.mark.parametrize("pks", [[], ["0"], ["nonsense"], ["-1"], ["999999999"]])
def test_keys_that_name_no_course_give_nothing(pks):
    make_offering()
    assert list(load(pks)) == []


@pytest.mark.parametrize(
    ("learners", "audiences"),
    [
        (["health"], ("professional",)),
        (["voluntary", "care_home"], ("professional",)),
        (["all"], ("patient", "carer", "bereaved", "professional")),
        (["public"], ("patient", "carer", "bereaved")),
    ],
)
def test_learners_are_told_in_the_site_s_audiences(learners, audiences):
    make_offering(audiences=learners)
    [document] = load(None)
    assert document.facets["audience"] == audiences
