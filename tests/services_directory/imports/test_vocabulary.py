from uuid import UUID

import pytest

from services_directory.choices import Verdict
from services_directory.imports.records import Record
from services_directory.imports.vocabulary import MOST_LEVELS, vocabulary_of
from services_directory.models import Attribute, Service, Taxonomy, TaxonomyTerm
from tests.services_directory import build
from tests.services_directory.imports.feeding import body, compared, feed, group, imported, row

pytestmark = pytest.mark.django_db


def words(key: str = "x1", name: str = "What it is for", **data) -> Record:
    return Record("taxonomy", key, {"id": key, "name": name} | data)


def term(key: str = "t1", name: str = "Grief help", **data) -> Record:
    return Record("taxonomy_term", key, {"id": key, "name": name, "taxonomy_id": "x1"} | data)


def tagged(*keys: str) -> Record:
    ties = [{"id": f"a-{key}", "taxonomy_term_id": key} for key in keys]
    return group(attributes=ties)


def tied() -> set[str]:
    return {str(each.taxonomy_term) for each in Attribute.objects.all()}


def test_a_term_that_is_none_of_ours_is_the_feeds_own():
    build.term("need", "bereavement")
    run = imported(words(), term(), body(), tagged("t1"))
    made = TaxonomyTerm.objects.get(name="Grief help")
    assert made.taxonomy.feed == feed()
    assert (made.key, made.taxonomy.key) == ("grief-help", "what-it-is-for")
    assert tied() == {"What it is for: Grief help"}
    assert row(run, "Grief help", "taxonomy_term").verdict == Verdict.NEW


@pytest.mark.parametrize(
    ("theirs", "ours"),
    [
        ({"name": "bereavement"}, {}),
        ({"name": "Loss", "code": "bereavement"}, {"list": "need"}),
        ({"name": "Loss", "code": "bereavement"}, {"called": "Need"}),
        (
            {"name": "Loss", "term_uri": "https://terms.example/1"},
            {"term_uri": "https://terms.example/1"},
        ),
        ({"name": "Loss", "fd_open_eligibility": "1101"}, {"open_eligibility": "1101"}),
    ],
)
def test_a_term_is_ours_by_name_place_address_or_open_eligibility(theirs, ours):
    mine = build.term("need", "bereavement")
    ways = {"list": "fd_key", "called": "name"}
    listed = {ways[way]: ours[way] for way in ways.keys() & ours}
    ours = {name: value for name, value in ours.items() if name not in ways}
    TaxonomyTerm.objects.filter(pk=mine.pk).update(**ours)
    run = imported(words(**listed), term(**theirs), body(), tagged("t1"))
    assert Attribute.objects.get().taxonomy_term == mine
    assert TaxonomyTerm.objects.get() == mine
    found = run.rows.get(kind="taxonomy_term")
    assert (found.verdict, found.reason) == (Verdict.SAME, "It is our term “Need: Bereavement”.")
    assert run.rows.get(kind="taxonomy").reason == "Every term of it is one of ours."


def test_a_term_with_the_key_of_ours_is_ours():
    mine = build.term("need", "bereavement")
    imported(words(), term(str(mine.pk), "Other words"), body(), tagged(str(mine.pk)))
    assert Attribute.objects.get().taxonomy_term == mine


def test_a_name_that_two_of_our_lists_have_decides_nothing():
    build.term("need", "children")
    build.term("audience", "children")
    imported(words(), term(name="Children"), body(), tagged("t1"))
    assert tied() == {"What it is for: Children"}


def test_a_list_with_some_terms_of_ours_holds_the_others():
    build.term("need", "bereavement")
    imported(words(), term(name="Bereavement"), term("t2", "Choirs"), body(), tagged("t1", "t2"))
    assert tied() == {"Need: Bereavement", "What it is for: Choirs"}
    assert Taxonomy.objects.get(feed=feed()).terms.get().name == "Choirs"


def test_a_list_of_the_feed_never_takes_the_key_of_ours():
    build.term("need", "bereavement")
    imported(words(fd_key="need"), term(name="Choirs"), body(), group())
    made = Taxonomy.objects.get(feed=feed())
    assert made.key.startswith("need-")
    assert not Taxonomy.objects.get(key="need").terms.filter(name="Choirs").exists()


def test_no_feed_adds_a_term_to_a_list_of_ours():
    ours = build.term("need", "bereavement").taxonomy
    choirs = term(name="Choirs", taxonomy_id=str(ours.pk))
    run = imported(words(str(ours.pk)), choirs, body(), tagged("t1"))
    assert [each.name for each in ours.terms.all()] == ["Bereavement"]
    assert row(run, "Choirs", "taxonomy_term").verdict == Verdict.REFUSED
    assert Service.objects.get().attributes.count() == 0


def test_a_feeds_term_that_an_editor_joined_to_ours_moves_the_tie():
    records = (words(), term(), body(), tagged("t1"))
    imported(*records)
    mine = build.term("need", "bereavement")
    mine.name = "Grief help"
    mine.save()
    run = imported(*records)
    assert run.counts["service"] == {"changed": 1}
    assert Attribute.objects.get().taxonomy_term == mine
    assert run.counts["taxonomy"] == {"same": 1}
    assert imported(*records).counts["service"] == {"same": 1}


def test_a_tie_to_our_term_goes_when_the_feed_drops_it_and_stays_when_an_editor_made_it():
    build.term("need", "bereavement")
    imported(words(), term(name="Bereavement"), body(), tagged("t1"))
    build.tag(Service.objects.get(), "audience", "carers")
    imported(words(), term(name="Bereavement"), body(), tagged())
    assert tied() == {"Audience: Carers"}


def test_a_tie_that_an_editor_made_before_the_feed_did_is_one():
    build.term("need", "bereavement")
    imported(words(), term(name="Bereavement"), body(), tagged())
    build.tag(Service.objects.get(), "need", "bereavement")
    run = imported(words(), term(name="Bereavement"), body(), tagged("t1"))
    assert run.counts["service"] == {"same": 1}
    assert Attribute.objects.count() == 1


def test_terms_with_one_code_get_keys_of_their_own():
    imported(words(), term("t1", "One", code="a"), term("t2", "Two", code="a"), body(), group())
    keys = set(TaxonomyTerm.objects.values_list("key", flat=True))
    assert len(keys) == 2
    assert "a" in keys


@pytest.mark.parametrize("length", [1, 39, 40, 41, 50, 51, 120])
def test_long_terms_with_one_code_all_find_room_for_their_keys(length):
    code = "a" * length
    run = imported(words(), *(term(f"t{n}", f"Term {n}", code=code) for n in range(3)), body())
    assert run.counts["taxonomy_term"] == {"new": 3}
    keys = set(TaxonomyTerm.objects.values_list("key", flat=True))
    assert (len(keys), code[:50] in keys) == (3, True)


def test_parents_hold_within_a_list_and_a_ring_is_cut():
    imported(
        words(), words("x2", "Other list"), term("t1", "Top"), term("t2", "Under", parent_id="t1"),
        term("t3", "Astray", parent_id="t1", taxonomy_id="x2"),
        term("r1", "Ring one", parent_id="r2"), term("r2", "Ring two", parent_id="r1"),
    )  # fmt: skip
    parents = {each.name: each.parent and each.parent.name for each in TaxonomyTerm.objects.all()}
    assert (parents["Under"], parents["Astray"]) == ("Top", None)
    assert None in {parents["Ring one"], parents["Ring two"]}
    for each in TaxonomyTerm.objects.all():
        each.full_clean()


def test_a_chain_of_terms_without_end_is_cut():
    chain = [term(f"c{n}", f"Term {n}", parent_id=f"c{n + 1}") for n in range(MOST_LEVELS * 3)]
    made = vocabulary_of(compared(words(), *chain))
    assert max(height(made.parents, key) for key in made.parents) == MOST_LEVELS - 1


def height(parents: dict[UUID, UUID], key: UUID) -> int:
    """Return how many terms stand above this one."""
    above, number = parents.get(key), 0
    while above is not None:
        above, number = parents.get(above), number + 1
    return number


def test_a_term_nobody_explains_is_left_out_and_said():
    found = row(compared(body(), tagged("t9")), "Moor group")
    assert (found.verdict, "does not explain" in found.reason) == (Verdict.NEW, True)


def test_a_list_without_terms_is_kept():
    imported(words(), body(), group())
    assert Taxonomy.objects.get().name == "What it is for"
    assert imported(words(), body(), group()).counts["taxonomy"] == {"same": 1}


def test_a_term_below_one_without_a_name_comes_without_it():
    nameless = Record("taxonomy_term", "t1", {"id": "t1", "taxonomy_id": "x1"}, refusal="No name.")
    run = imported(words(), nameless, term("t2", "Under", parent_id="t1"), body(), tagged("t2"))
    assert TaxonomyTerm.objects.get().parent is None
    assert tied() == {"What it is for: Under"}
    assert run.counts["taxonomy_term"] == {"new": 1, "refused": 1}


def test_a_term_that_comes_again_under_another_key_leaves_the_first_its_own():
    imported(words(), term("t1"), body(), tagged("t1"))
    imported(words(), term("t2"), body(), tagged("t2"))
    keys = set(TaxonomyTerm.objects.values_list("key", flat=True))
    assert len(keys) == 2
    assert "grief-help" in keys
    assert imported(words(), term("t2"), body(), tagged("t2")).counts["taxonomy_term"] == {
        "same": 1
    }
