import pytest

from content.learning import queries
from tests.content.learning.makers import make_offering, make_session, make_subject

pytestmark = pytest.mark.django_db


def entry_of(offering):
    return next(each for each in queries.catalogue().entries if each.pk == offering.pk)


def test_what_is_for_everyone_is_found_by_every_audience():
    offering = make_offering(audiences=["all"])
    assert {"health", "care_home", "home_care", "voluntary", "public"} == entry_of(offering).values[
        "audience"
    ]


def test_blended_learning_is_both_online_and_in_person():
    offering = make_offering(mode="blended")
    assert entry_of(offering).values["mode"] == {"online", "in_person"}


def test_a_subject_is_named_with_the_version_of_its_framework():
    offering = make_offering()
    offering.subjects = [make_subject("2017")]
    offering.save()
    assert entry_of(offering).values["subject"] == {"core-2017:communication"}
    assert queries.catalogue().options["subject"] == {
        "core-2017:communication": "Communication (2017)"
    }


def test_drafts_are_in_no_list():
    make_offering(live=False)
    assert queries.catalogue().entries == []


def test_only_coming_dates_that_take_place_count():
    offering = make_offering()
    make_session(offering, days=-3)
    make_session(offering, days=3, status="cancelled")
    make_session(offering, days=5, status="postponed")
    assert entry_of(offering).days == ()
    full = make_session(offering, days=9, status="full")
    assert entry_of(offering).days == (full.starts.date(),)


def test_words_are_looked_for_in_the_text_while_there_is_no_index(monkeypatch):
    monkeypatch.setattr(queries, "find_ids", lambda text, kind: None)
    found = make_offering("Syringe drivers", summary="Hands-on practice.")
    make_offering("Verification of death", summary="Half a day.")
    assert queries.found_by_words("PRACTICE syringe") == [found.pk]
    assert queries.found_by_words("nothing like it") == []


def test_words_found_by_the_index_keep_its_order(monkeypatch):
    monkeypatch.setattr(queries, "find_ids", lambda text, kind: ["7", "3"])
    assert queries.found_by_words("dying") == [7, 3]


@pytest.mark.parametrize("text", ["", "   ", "!?", "—"])
def test_text_without_a_word_narrows_nothing(text):
    assert queries.found_by_words(text) is None


def test_a_feed_tells_of_cancelled_dates_and_those_just_gone():
    offering = make_offering()
    off = make_session(offering, days=3, status="cancelled")
    gone = make_session(offering, days=-10)
    make_session(offering, days=-60)
    assert queries.sessions_for_feed([offering.pk]) == [gone, off]


def test_the_home_page_gets_the_next_dates_open_to_the_public():
    public = make_offering("A class", audiences=["public"])
    everyone = make_offering("For all", audiences=["all"])
    later = make_session(everyone, days=9)
    sooner = make_session(public, days=2)
    make_session(public, days=1, status="cancelled")
    make_session(make_offering("Staff only"), days=1)
    make_session(make_offering("A draft", audiences=["public"], live=False), days=1)
    assert queries.upcoming_public_sessions() == [sooner, later]
    assert queries.upcoming_public_sessions(limit=1) == [sooner]


def test_the_home_page_reads_offerings_in_the_same_query(django_assert_num_queries):
    make_session(make_offering(audiences=["public"]))
    with django_assert_num_queries(1):
        assert [each.offering.title for each in queries.upcoming_public_sessions()]
