import pytest
from django.utils.safestring import SafeString

from portal.places.queries import find_place
from search.documents import find_ids
from search.engines.embedded import EmbeddedEngine
from search.queries import Results, find, helplines, naming
from tests.search.conftest import Shelf

pytestmark = pytest.mark.django_db


def ids(results: Results) -> list[str]:
    return [hit.id for hit in results.hits]


def test_a_hit_has_all_that_a_row_shows(library: EmbeddedEngine) -> None:
    hit = find("pump").hits[0]
    assert (hit.id, hit.kind, hit.title, hit.url) == (
        "page:2",
        "page",
        "Syringe drivers",
        "/page/2/",
    )
    assert "<mark>pump</mark>" in hit.snippet
    assert isinstance(hit.snippet, SafeString)


def test_a_misspelt_search_is_corrected_and_says_so(library: EmbeddedEngine) -> None:
    results = find("breavement group")
    assert (results.correction, results.original) == ("bereavement group", "breavement group")
    assert set(ids(results)) >= {"service:4", "service:5"}


def test_a_search_can_insist_on_its_own_spelling(library: EmbeddedEngine) -> None:
    results = find("breavement", correct=False)
    assert (results.correction, results.total) == (None, 0)


def test_a_lay_word_finds_the_clinical_one(library: EmbeddedEngine) -> None:
    assert ids(find("chemist")) == ["page:3"]
    assert ids(find("syringe pump"))[0] == "page:2"


def test_a_place_in_the_words_leaves_out_services_for_elsewhere(library: EmbeddedEngine) -> None:
    results = find("bereavement group WY1 1AA")
    assert results.place is not None
    assert results.place.name == "WY1 1AA"
    assert "service:5" not in ids(results)
    assert ids(results)[0] == "service:4"
    assert {"service:6", "page:1"} <= set(ids(results))


def test_a_place_given_counts_for_more_than_one_typed(library: EmbeddedEngine) -> None:
    results = find("bereavement group WY1 1AA", place=find_place("WY9 9ZZ"))
    assert results.place is not None
    assert results.place.name == "WY9 9ZZ"
    assert ids(results)[0] == "service:5"


def test_hits_say_why_they_fit_the_place(library: EmbeddedEngine) -> None:
    hits = {hit.id: hit for hit in find("bereavement sitting Westbeck near Easthaven").hits}
    assert hits["service:4"].reason == "About less than a mile away"
    assert hits["service:4"].distance_km == pytest.approx(1.11, abs=0.01)
    assert hits["service:7"].reason == "Covers your area"
    assert hits["service:6"].reason == "National"


def test_a_postcode_alone_gives_what_is_there(library: EmbeddedEngine) -> None:
    found = ids(find("WY9 9ZZ"))
    assert "service:5" in found
    assert not {"service:4", "service:7"} & set(found)


def test_an_unknown_postcode_is_told_and_shuts_nothing_out(library: EmbeddedEngine) -> None:
    results = find("bereavement ZZ1 1ZZ")
    assert (results.place, results.unknown_postcode) == (None, "ZZ1 1ZZ")
    assert {"service:4", "service:5"} <= set(ids(results))


def test_facets_count_under_the_other_filters(library: EmbeddedEngine) -> None:
    results = find("bereavement", facets={"kind": ["service"], "mode": ["phone"]})
    assert ids(results) == ["service:6"]
    assert results.facets["mode"] == {"in_person": 2, "phone": 1}
    assert results.facets["kind"] == {"service": 1}


def test_kinds_narrow_as_a_facet_does(library: EmbeddedEngine) -> None:
    assert {hit.kind for hit in find("grief", kinds=["page"]).hits} == {"page"}


def test_a_filter_that_fits_nothing_is_left_out_and_named(library: EmbeddedEngine) -> None:
    results = find("bereavement", facets={"kind": ["service"], "mode": ["online"]})
    assert results.relaxed == ("mode",)
    assert results.total == 3


def test_only_if_one_is_not_enough_all_filters_are_left_out(library: EmbeddedEngine) -> None:
    results = find("pump", facets={"kind": ["service"], "mode": ["online"]})
    assert results.relaxed == ("kind", "mode")
    assert ids(results) == ["page:2"]


def test_a_place_where_nothing_fits_is_left_out_too(library: EmbeddedEngine) -> None:
    results = find("sitting WY9 9ZZ")
    assert results.relaxed == ("place",)
    assert ids(results) == ["service:7"]


def test_words_that_nothing_has_find_nothing(library: EmbeddedEngine) -> None:
    results = find("xylophone", facets={"kind": ["page"]})
    assert (results.total, results.hits, results.relaxed, results.pages) == (0, (), (), 1)


def test_without_words_everything_is_there(library: EmbeddedEngine) -> None:
    assert find("").total == 7


def test_pages_follow_each_other_and_end(library: EmbeddedEngine) -> None:
    whole = ids(find("bereavement grief", per_page=50))
    parts = [ids(find("bereavement grief", page=n, per_page=2)) for n in (1, 2)]
    assert parts[0] + parts[1] == whole[:4]
    last = find("bereavement grief", page=999, per_page=2)
    assert (last.page, last.pages) == (2, 2)


def test_a_page_beyond_the_ordered_window_still_comes(engine: EmbeddedEngine, pages: Shelf) -> None:
    for number in range(230):
        pages.put(str(number), f"Grief {number}")
    engine.replace_all(pages.load(None))
    seen = [found for page in range(1, 13) for found in ids(find("grief", page=page))]
    assert len(seen) == len(set(seen)) == 230


def test_without_an_index_the_answer_is_a_message(engine: EmbeddedEngine, db: None) -> None:
    results = find("grief")
    assert (results.total, results.message) == (0, "Search is not ready.")


def test_danger_is_told_beside_the_results(library: EmbeddedEngine) -> None:
    results = find("grief, can't go on")
    assert results.crisis == "listen"
    assert results.total


def test_the_number_of_queries_does_not_grow_with_the_results(
    library: EmbeddedEngine, django_assert_num_queries: object
) -> None:
    with django_assert_num_queries(1):  # promoted results
        assert find("medicines").total == 2
    with django_assert_num_queries(1):
        assert find("bereavement grief pump sitting").total == 6


def test_ids_for_other_rooms_come_best_first(library: EmbeddedEngine) -> None:
    found = find_ids("bereavement west", "service")
    assert found is not None
    assert found[0] == "5"
    assert set(found) == {"4", "5", "6"}
    assert find_ids("breavement", "service")


def test_ids_for_other_rooms_tell_no_words_from_no_match(library: EmbeddedEngine) -> None:
    assert find_ids("", "service") is None
    assert find_ids("WY1 1AA", "service") is None
    assert find_ids("xylophone", "service") == []


def test_ids_for_other_rooms_are_not_narrowed_without_an_index(
    engine: EmbeddedEngine, db: None
) -> None:
    assert find_ids("grief", "service") is None


def test_helplines_are_services_that_can_be_rung(library: EmbeddedEngine) -> None:
    assert [hit.id for hit in helplines()] == ["service:6"]


def test_there_are_no_helplines_where_none_can_be_rung(engine: EmbeddedEngine, db: None) -> None:
    engine.replace_all([])
    assert helplines() == ()


@pytest.mark.parametrize(
    ("text", "name", "said"),
    [
        ("my baby died", "Baby", True),
        ("stillbirth", "Baby", True),
        ("he took his own life", "Suicide", True),
        ("sisters", "Brother or sister", True),
        ("bereavement", "Suicide", False),
        ("lost my mum", "Baby", False),
        ("", "Baby", False),
        ("or", "Brother or sister", False),
    ],
)
def test_a_text_names_a_thing_in_its_own_words_or_in_others_for_it(text, name, said):
    assert naming(text)(name) is said
