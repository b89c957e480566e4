from datetime import date

from search.documents import Document
from search.engines import stored

FULL = Document(
    id="service:a",
    kind="service",
    title="Carer’s café",
    url="/a/",
    summary="Tea & talk",
    body="Come in. 24/7 b12",
    keywords="break",
    facets={"topic": ("carers", "breaks"), "kind": ("service",), "mode": ()},
    areas=("east",),
    point=(54.0, -1.5),
    reviewed=date(2026, 11, 1),
    boost=1.5,
)
BARE = Document(id="page:1", kind="page", title="", url="/")


def test_a_document_survives_storing() -> None:
    assert stored.from_json(stored.to_json(FULL)) == FULL
    assert stored.from_json(stored.to_json(BARE)) == BARE


def test_fields_are_indexed_as_plain_words() -> None:
    assert stored.plain_fields(FULL) == {
        "title": "carers cafe",
        "keywords": "break",
        "summary": "tea talk",
        "body": "come in 24 7 b12",
    }


def test_the_vocabulary_takes_words_of_three_letters_or_more() -> None:
    words = stored.vocabulary_words(stored.plain_fields(FULL))
    assert words == ["break", "cafe", "carers", "come", "talk", "tea"]


def test_the_kind_is_a_facet_and_counts_once() -> None:
    assert stored.facet_values(FULL) == ["kind=service", "topic=breaks", "topic=carers"]


def test_no_areas_means_everywhere() -> None:
    assert stored.area_values(FULL) == ["east"]
    assert stored.area_values(BARE) == ["everywhere"]


def test_counts_are_read_by_facet() -> None:
    assert stored.read_counts({"topic=a": 2, "topic=b": 1, "kind=page": 3}) == {
        "topic": {"a": 2, "b": 1},
        "kind": {"page": 3},
    }
