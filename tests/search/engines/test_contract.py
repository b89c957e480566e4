"""What both engines promise: the same answers, in the same order, from the same documents."""

from dataclasses import replace
from datetime import date

import pytest

from search.documents import Document
from search.engines.protocol import Batch, Engine, EngineUnavailable
from search.understanding.request import Alternative, Request, Term

GRIEF = Document(
    id="page:1",
    kind="page",
    title="What grief can feel like",
    url="/grief/",
    summary="After a death, many feelings are usual.",
    body="You may feel numb. Bereavement groups can help.",
    facets={"stage": ("living-with-grief",), "topic": ("grief", "feelings")},
    reviewed=date(2026, 9, 1),
)
GROUP = Document(
    id="service:7b",
    kind="service",
    title="Bereavement group for children",
    url="/services/7b/",
    summary="Meets on Saturdays",
    keywords="grief kids",
    facets={"stage": ("living-with-grief",), "topic": ("grief",), "mode": ("in_person", "online")},
    areas=("vale-east",),
    point=(54.01, 1.52),
    boost=1.2,
)
PUMPS = Document(
    id="page:2",
    kind="page",
    title="Syringe drivers",
    url="/drivers/",
    body="A small pump gives medicine under the skin. Don’t touch the driver.",
    facets={"stage": ("last-days",), "topic": ("medicines",)},
)
WESTERN = Document(
    id="service:9c",
    kind="service",
    title="Western sitting service",
    url="/services/9c/",
    facets={"topic": ("carers",), "mode": ("home_visit",)},
    areas=("vale-west",),
)
ALL = [GRIEF, GROUP, PUMPS, WESTERN]


def words(*typed: str) -> tuple[Term, ...]:
    return tuple(Term((Alternative((word,)),)) for word in typed)


def ids(engine: Engine, request: Request) -> list[str]:
    found = engine.search(request)
    assert found.message == ""
    return [document.id for document, _ in found.hits]


@pytest.fixture
def filled(engine: Engine) -> Engine:
    assert engine.replace_all(ALL) == len(ALL)
    return engine


def test_without_an_index_search_says_so_and_gives_nothing(engine: Engine) -> None:
    found = engine.search(Request(words("grief")))
    assert (found.total, found.hits) == (0, ())
    assert found.message == "Search is not ready."
    assert not engine.available()
    assert dict(engine.vocabulary()) == {}


def test_without_an_index_a_change_is_refused(engine: Engine) -> None:
    with pytest.raises(EngineUnavailable, match="rebuild_search"):
        engine.apply(Batch(upserts=(GRIEF,)))


def test_a_document_comes_back_as_it_went_in(filled: Engine) -> None:
    found = {document.id: document for document, _ in filled.search(Request()).hits}
    assert found == {document.id: document for document in ALL}


def test_any_word_is_enough_and_more_words_rank_higher(filled: Engine) -> None:
    assert ids(filled, Request(words("grief", "children", "unheardof"))) == ["service:7b", "page:1"]


@pytest.mark.parametrize("form", ["grief", "griefs", "bereavements", "feeling"])
def test_other_endings_of_a_word_are_found(filled: Engine, form: str) -> None:
    assert "page:1" in ids(filled, Request(words(form)))


def test_a_title_counts_for_more_than_the_body(filled: Engine) -> None:
    assert ids(filled, Request(words("bereavement"))) == ["service:7b", "page:1"]


def test_hospice_and_hospital_stay_apart(engine: Engine) -> None:
    engine.replace_all(
        [replace(GRIEF, id="page:5", title="Hospice"), replace(PUMPS, body="Hospital")]
    )
    assert ids(engine, Request(words("hospice"))) == ["page:5"]


def test_an_apostrophe_or_accent_makes_no_difference(filled: Engine) -> None:
    assert ids(filled, Request(words("dont"))) == ["page:2"]


def test_a_synonym_finds_and_does_not_count_twice(filled: Engine) -> None:
    pump = Alternative(("driver",), 0.7)
    both = filled.search(Request((Term((Alternative(("pump",)), pump)),))).hits
    alone = filled.search(Request(words("pump"))).hits
    other = filled.search(Request((Term((pump,)),))).hits
    assert both[0][0].id == "page:2"
    assert both[0][1] == pytest.approx(max(alone[0][1], other[0][1]))


def test_a_phrase_needs_its_words_side_by_side(filled: Engine) -> None:
    def phrase(*typed: str) -> Request:
        return Request((Term((Alternative(typed),)),))

    assert ids(filled, phrase("syringe", "drivers")) == ["page:2"]
    assert ids(filled, phrase("drivers", "syringe")) == []


def test_scores_fall_and_are_positive(filled: Engine) -> None:
    scores = [score for _, score in filled.search(Request(words("grief", "death"))).hits]
    assert scores == sorted(scores, reverse=True)
    assert all(score > 0 for score in scores)


def test_filters_join_values_by_or_and_facets_by_and(filled: Engine) -> None:
    assert ids(filled, Request(filters={"topic": ("medicines", "carers")}))
    found = ids(filled, Request(filters={"topic": ("medicines", "grief"), "kind": ("page",)}))
    assert sorted(found) == ["page:1", "page:2"]


def test_a_filter_without_a_value_leaves_nothing_out(filled: Engine) -> None:
    assert len(ids(filled, Request(filters={"topic": (), "kind": ("page",)}))) == 2


def test_a_facet_is_counted_under_the_filters_of_the_others_only(filled: Engine) -> None:
    found = filled.search(Request(filters={"kind": ("service",), "topic": ("grief",)}))
    assert found.total == 1
    assert found.facets["kind"] == {"page": 1, "service": 1}
    assert found.facets["topic"] == {"grief": 1, "carers": 1}
    assert found.facets["mode"] == {"in_person": 1, "online": 1}


def test_every_value_of_a_facet_is_counted_however_many_there_are(engine: Engine) -> None:
    topics = tuple(f"topic-{number:02}" for number in range(40))
    engine.replace_all([replace(GRIEF, facets={"topic": topics})])
    assert engine.search(Request()).facets["topic"] == dict.fromkeys(topics, 1)


def test_who_wants_no_hits_gets_the_total_and_the_counts(filled: Engine) -> None:
    found = filled.search(Request(words("grief"), limit=0))
    assert (found.message, found.total, found.hits) == ("", 2, ())
    assert found.facets["topic"]["grief"] == 2


def test_counts_are_left_out_when_not_wanted(filled: Engine) -> None:
    assert filled.search(Request(counts=False)).facets == {}


def test_areas_keep_what_covers_them_and_what_covers_everywhere(filled: Engine) -> None:
    found = ids(filled, Request(areas=("vale-east", "england")))
    assert sorted(found) == ["page:1", "page:2", "service:7b"]


def test_a_slice_continues_where_the_one_before_ended(filled: Engine) -> None:
    request = Request(words("grief", "pump", "sitting"))
    whole = ids(filled, request)
    parts = [ids(filled, replace(request, offset=at, limit=2)) for at in (0, 2)]
    assert parts[0] + parts[1] == whole
    assert filled.search(replace(request, limit=2)).total == len(whole) == 4


def test_a_change_replaces_and_a_delete_takes_away(filled: Engine) -> None:
    filled.apply(Batch((replace(PUMPS, title="Pumps", body="small"),), ("page:1", "page:none")))
    assert ids(filled, Request(words("syringe"))) == []
    assert ids(filled, Request(words("pump"))) == ["page:2"]
    assert filled.search(Request()).total == 3


def test_an_empty_change_is_no_trouble(filled: Engine) -> None:
    filled.apply(Batch())
    assert filled.search(Request()).total == len(ALL)


def test_the_vocabulary_holds_words_as_they_are_written(filled: Engine) -> None:
    vocabulary = filled.vocabulary()
    assert vocabulary["bereavement"] == 2
    assert "feel" in vocabulary
    assert not {"on", "groups can", "bereav", "a"} & set(vocabulary)


def test_a_rebuild_drops_what_is_gone_and_takes_late_changes(filled: Engine) -> None:
    seen: list[int] = []

    def late() -> Batch:
        seen.append(filled.search(Request()).total)  # the old index still answers
        return Batch((replace(PUMPS, title="Late news"),), ("page:1",))

    assert filled.replace_all([GRIEF, PUMPS], late) == 1
    assert seen == [len(ALL)]
    assert ids(filled, Request(words("late"))) == ["page:2"]


def test_a_rebuild_that_fails_leaves_the_old_index(filled: Engine) -> None:
    def broken():
        yield GRIEF
        raise RuntimeError("the database went away")

    with pytest.raises(RuntimeError):
        filled.replace_all(broken())
    assert filled.search(Request()).total == len(ALL)


def test_an_empty_site_is_an_index_too(engine: Engine) -> None:
    assert engine.replace_all([]) == 0
    assert engine.available()
    assert engine.search(Request(words("grief"))).total == 0


@pytest.mark.parametrize(
    "odd", ['"', "AND", "title:*", "a" * 40, "émoji", "🕯", "\\", "[0-9]+", "~2"]
)
def test_no_word_is_read_as_syntax(filled: Engine, odd: str) -> None:
    assert filled.search(Request(words(odd))).message == ""
