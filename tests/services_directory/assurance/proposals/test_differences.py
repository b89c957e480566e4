"""What staff are shown is exactly what would change."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services_directory.assurance.proposals import differences as module
from services_directory.assurance.proposals.differences import compare, differences
from services_directory.assurance.proposals.states import state_of

words = st.text(alphabet="ab ,.\n£", max_size=40)


@given(old=words, new=words)
def test_the_pieces_are_both_texts_and_nothing_else(old, new):
    pieces = compare(old, new)
    assert "".join(each.text for each in pieces if each.kind != "new") == old
    assert "".join(each.text for each in pieces if each.kind != "gone") == new
    assert all(each.text for each in pieces)
    assert any(each.kind != "same" for each in pieces) == (old != new)


def test_only_the_words_that_change_are_marked():
    pieces = [
        (each.kind, each.text) for each in compare("We meet on Tuesday.", "We meet on Friday.")
    ]
    assert pieces == [
        ("same", "We meet on "), ("gone", "Tuesday"), ("new", "Friday"), ("same", "."),
    ]  # fmt: skip


def test_a_text_without_end_is_shown_whole(monkeypatch):
    monkeypatch.setattr(module, "MOST_WORDS", 3)
    assert [each.kind for each in compare("a b c", "a b d")] == ["gone", "new"]
    assert [each.kind for each in compare("a b c", "a b c")] == ["same"]


@pytest.mark.django_db
def test_rows_are_compared_line_by_line(service):
    state = state_of(service)
    after = {"phones": [state["phones"][0], {"id": "", "number": "111", "description": ""}]}
    (found,) = differences(state, after)
    assert found.label == "Phone numbers"
    assert found.before == "01632 960 001 (Advice)\n01632 960 002"
    assert found.after == "01632 960 001 (Advice)\n111"
    assert not found.conflict


@pytest.mark.django_db
def test_a_fact_that_changed_meanwhile_says_so_and_whether_it_is_already_right(service):
    before, after = {"name": "Old", "cost": "free"}, {"name": "New", "cost": "paid"}
    found = differences(before, after, {"name": "Other", "cost": "paid"})
    by_name = {each.name: each for each in found}
    assert by_name["name"].conflict
    assert not by_name["name"].now_is_new
    assert by_name["cost"].conflict
    assert by_name["cost"].now_is_new
    assert [each.kind for each in by_name["name"].pieces] == ["gone", "new"]


@pytest.mark.django_db
def test_places_and_areas_are_named_in_two_queries(service, django_assert_num_queries):
    state = state_of(service)
    rows = {"service_at_locations": [], "service_areas": []}
    with django_assert_num_queries(2):
        found = differences(state, rows)
    assert {each.name: each.before for each in found} == {
        "service_at_locations": "The hall", "service_areas": "East",
    }  # fmt: skip


@pytest.mark.django_db
def test_nothing_changed_is_no_difference(service):
    state = state_of(service)
    assert differences(state, state) == []
