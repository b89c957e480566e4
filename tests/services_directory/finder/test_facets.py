"""What the finder narrows by: each choice, and its count against counting by hand."""

from collections import Counter

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from services_directory.board import bits, current
from services_directory.choices import Cost, Facet, ReferralRoute
from services_directory.finder.facets import all_filters
from services_directory.finder.filters import Filter
from services_directory.models import Language, Service, TaxonomyTerm
from tests.services_directory import build

pytestmark = pytest.mark.django_db
NOON = build.TUESDAY_NOON
MODES = ["in_person", "phone", "online", "home_visit"]
MIDDLE = ["hours", "wait", "age"]
NEEDS = ["bereavement", "bereavement-group", "respite"]

facts = st.fixed_dictionaries(
    {
        "modes": st.sets(st.sampled_from(MODES)),
        "cost": st.sampled_from(["", *Cost.values]),
        "routes": st.sets(st.sampled_from(ReferralRoute.values)),
        "national": st.booleans(),
        "always": st.booleans(),
        "needs": st.sets(st.sampled_from(NEEDS)),
        "died": st.sets(st.sampled_from(["anyone", "child", "partner"])),
        "languages": st.sets(st.sampled_from(["pl", "bfi"])),
    }
)


def filters() -> dict[str, Filter]:
    return {each.key: each for each in all_filters(NOON)}


def options(key: str) -> dict[str, str]:
    return {option.value: option.label for option in filters()[key].options}


def fitting(key: str, *values: str) -> set[str]:
    board = current()
    found = filters()[key].fitting(board, values)
    keys = board.keys_of(bits.places(found))
    return set(Service.objects.filter(pk__in=keys).values_list("name", flat=True))


def counts(each: Filter) -> dict[str, int]:
    board = current()
    return each.counts(board, board.everyone)


def vocabulary() -> None:
    top = build.term("need", "bereavement")
    build.term("need", "bereavement-group", parent=top)
    build.term("need", "respite")
    for key in ("anyone", "child", "partner"):
        build.term("died", key)


def stored(number: int, fact: dict) -> Service:
    service = build.service(
        f"S{number}",
        cost=fact["cost"],
        national=fact["national"],
        open_24_hours=fact["always"],
        **{f"mode_{mode}": mode in fact["modes"] for mode in MODES},
        **{f"referral_{route}": True for route in fact["routes"]},
    )
    build.tag(service, "need", *fact["needs"])
    build.tag(service, "died", *fact["died"])
    for code in fact["languages"]:
        Language.objects.create(service=service, code=code)
    return service


def by_hand(fact: dict) -> set[tuple[str, str]]:
    """Return the (filter, choice) pairs that a service with these facts fits."""
    needs, died = set(fact["needs"]), set(fact["died"])
    if "bereavement-group" in needs:
        needs.add("bereavement")
    if "anyone" in died:
        died |= {"child", "partner"}
    fits = {("need", need) for need in needs} | {("died", key) for key in died}
    fits |= {("mode", mode) for mode in fact["modes"]}
    fits |= {("referral", route) for route in fact["routes"]}
    fits |= {("language", code) for code in fact["languages"]}
    fits |= {("cost", fact["cost"])} if fact["cost"] else set()
    fits |= {("open_now", "yes")} if fact["always"] else set()
    return fits | {("reach", "national" if fact["national"] else "local")}


@settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.lists(facts, max_size=4))
def test_counts_and_conditions_agree_with_counting_by_hand(several):
    Service.objects.all().delete()
    vocabulary()
    for number, fact in enumerate(several):
        stored(number, fact)
    expected = Counter(pair for fact in several for pair in by_hand(fact))
    for key, each in filters().items():
        if key in {*MIDDLE, "access"}:  # see test_facts.py
            continue
        for value, count in counts(each).items():
            assert count == expected[key, value], (key, value)
            assert len(fitting(key, value)) == count, (key, value)


def test_filters_stand_in_the_order_of_the_page_and_empty_ones_are_left_out():
    keys = list(filters())
    assert keys == ["mode", "cost", "referral", "open_now", *MIDDLE, "reach", "access"]
    vocabulary()
    build.term("since", "weeks")
    Language.objects.create(service=build.service(), code="pl")
    keys = list(filters())
    assert keys == ["need", "died", "since", "mode", "cost", "referral", "open_now", *MIDDLE,
                    "reach", "access", "language"]  # fmt: skip


def test_every_choice_has_the_words_of_the_vocabulary():
    assert options("cost") == dict(Cost.choices)
    assert options("referral") == dict(ReferralRoute.choices)
    assert options("mode") == {
        "in_person": "In person",
        "phone": "By phone",
        "online": "Online",
        "home_visit": "At home",
    }
    assert options("reach") == {"local": "Local services", "national": "National services"}


def test_terms_stand_in_the_order_that_editors_give_them():
    for order, key in [(3, "money"), (1, "respite"), (2, "advice-line")]:
        term = build.term("need", key)
        term.sort_order = order
        term.save()
    assert list(options("need")) == ["respite", "advice-line", "money"]


def test_terms_of_other_taxonomies_are_no_filter():
    build.term("colour", "blue")
    assert "colour" not in filters()


@pytest.mark.parametrize(
    ("facet", "for_all"), [("died", "anyone"), ("cause", "any"), ("since", "any")]
)
def test_each_choice_includes_what_is_for_all_of_its_own_kind(facet, for_all):
    build.tag(build.service("All"), facet, for_all)
    build.tag(build.service("One"), facet, "one-kind")
    build.tag(build.service("Another"), facet, "another-kind")
    assert fitting(facet, "one-kind") == {"All", "One"}
    assert fitting(facet, for_all) == {"All"}
    assert filters()[facet].for_all == for_all


def test_what_is_for_any_time_after_a_death_is_not_for_the_time_before():
    build.tag(build.service("After"), "since", "any", "first-weeks")
    build.tag(build.service("Before"), "since", "before-death")
    build.tag(build.service("Both"), "since", "before-death", "any")
    assert fitting("since", "before-death") == {"Before", "Both"}
    assert fitting("since", "first-weeks") == {"After", "Both"}


@pytest.mark.parametrize("facet", ["need", "audience"])
def test_a_need_for_anyone_is_not_every_need(facet):
    build.tag(build.service("All"), facet, "anyone")
    build.tag(build.service("One"), facet, "children")
    assert fitting(facet, "children") == {"One"}


def test_a_term_holds_what_is_below_what_is_below_it():
    top = build.term("need", "bereavement")
    middle = build.term("need", "bereavement-group", parent=top)
    build.term("need", "walking-group", parent=middle)
    build.tag(build.service("Walk"), "need", "walking-group")
    assert fitting("need", "bereavement") == fitting("need", "bereavement-group") == {"Walk"}


def test_terms_in_a_circle_do_not_hang_the_finder():
    one, two = build.term("need", "one"), build.term("need", "two")
    TaxonomyTerm.objects.filter(pk=one.pk).update(parent=two)
    TaxonomyTerm.objects.filter(pk=two.pk).update(parent=one)
    build.tag(build.service("Group"), "need", "one")
    assert fitting("need", "two") == {"Group"}


def test_a_service_with_two_fitting_terms_counts_once():
    vocabulary()
    build.tag(build.service(), "need", "bereavement", "bereavement-group")
    assert counts(filters()["need"]) == {"bereavement": 1, "bereavement-group": 1, "respite": 0}


def test_a_choice_is_asked_of_the_database_once(django_assert_num_queries):
    vocabulary()
    build.tag(build.service(), "need", "respite")
    each, board = filters()["need"], current()
    with django_assert_num_queries(1 + len(each.options)):  # the names, and each choice
        each.counts(board, board.everyone)
    with django_assert_num_queries(0):
        each.counts(board, board.everyone)


def test_a_language_is_a_choice_once_however_many_speak_it():
    for name in ("One", "Two"):
        Language.objects.create(service=build.service(name), code="pl")
    Language.objects.create(service=build.service("Three"), code="bfi")
    assert options("language") == {"bfi": "British Sign Language", "pl": "Polish"}
    assert fitting("language", "pl") == {"One", "Two"}
    assert fitting("language", "pl", "bfi") == {"One", "Two", "Three"}


def test_a_filter_knows_the_words_of_each_choice():
    assert filters()["cost"].label_of("means_tested") == "Depends on your money"


def test_facets_are_read_in_three_queries_however_many_terms(django_assert_num_queries):
    for facet in Facet.values:
        for number in range(4):
            build.term(facet, f"{facet}-{number}")
    with django_assert_num_queries(3):
        all_filters(NOON)
