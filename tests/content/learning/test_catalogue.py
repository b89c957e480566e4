from datetime import date

from content.learning.catalogue import Entry, chosen_by, counts, narrow, soonest_first


def entry(pk: int, title: str = "A course", days: tuple[date, ...] = (), **values: str) -> Entry:
    sets = {facet: frozenset(words.split()) for facet, words in values.items()}
    return Entry(pk, title, sets, days)


DAY = entry(1, kind="study_day", audience="health care_home", days=(date(2026, 12, 8),))
WEBINAR = entry(2, kind="webinar", audience="health", days=(date(2026, 12, 1),))
ONLINE = entry(3, "An e-learning", kind="e_learning", audience="public")
ALL = [DAY, WEBINAR, ONLINE]


def chosen(**values: str) -> dict[str, frozenset[str]]:
    return {facet: frozenset(words.split()) for facet, words in values.items()}


def test_two_values_of_one_facet_widen_and_two_facets_narrow():
    assert chosen_by(ALL, chosen(kind="study_day webinar")) == [DAY, WEBINAR]
    assert chosen_by(ALL, chosen(kind="study_day webinar", audience="care_home")) == [DAY]


def test_no_choice_leaves_everything():
    assert chosen_by(ALL, {}) == ALL
    assert chosen_by(ALL, {"kind": frozenset()}) == ALL


def test_counts_of_a_facet_ignore_its_own_choice_but_not_the_others():
    number = counts(ALL, chosen(kind="webinar", audience="health"), "kind")
    assert number == {"study_day": 1, "webinar": 1}


def test_a_range_of_dates_includes_both_its_days():
    assert narrow(ALL, first=date(2026, 12, 1), last=date(2026, 12, 8)) == [DAY, WEBINAR]
    assert narrow(ALL, first=date(2026, 12, 2), last=date(2026, 12, 8)) == [DAY]
    assert narrow(ALL, last=date(2026, 11, 30)) == []


def test_learning_without_dates_is_outside_every_range():
    assert ONLINE not in narrow(ALL, first=date(2026, 1, 1))
    assert ONLINE in narrow(ALL)


def test_words_that_find_nothing_leave_nothing():
    assert narrow(ALL, pks=frozenset()) == []
    assert narrow(ALL, pks=frozenset({3})) == [ONLINE]


def test_the_soonest_comes_first_and_what_has_no_date_last():
    assert soonest_first(ALL) == [WEBINAR, DAY, ONLINE]


def test_the_order_looks_at_dates_from_the_first_day_asked_for():
    often = entry(4, days=(date(2026, 11, 1), date(2027, 5, 1)))
    assert soonest_first([often, DAY], date(2026, 12, 1)) == [DAY, often]
