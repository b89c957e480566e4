"""The list in the address: what is written is read again, and nothing makes it break."""

from urllib.parse import parse_qs
from uuid import UUID

from django.http import QueryDict
from hypothesis import given
from hypothesis import strategies as st

from services_directory.finder.shortlist.shortlist import MOST, Shortlist, read

KEYS = [UUID(int=number) for number in range(1, MOST + 5)]
lists = st.lists(st.uuids(), unique=True, max_size=MOST).map(lambda keys: Shortlist(tuple(keys)))


def asked(text: str) -> Shortlist:
    query = QueryDict(mutable=True)
    query["list"] = text
    return read(query)


@given(lists)
def test_what_is_written_into_an_address_is_read_from_it(shortlist):
    assert read(QueryDict(shortlist.query.removeprefix("?"))) == shortlist


@given(lists)
def test_the_address_holds_keys_and_nothing_else(shortlist):
    fields = parse_qs(shortlist.query.removeprefix("?"))
    assert set(fields) <= {"list"}
    assert set(shortlist.text) <= set("0123456789abcdefghjkmnpqrstvwxyz.")


def test_an_empty_list_leaves_no_trace_in_an_address():
    assert Shortlist().query == ""


def test_a_service_is_added_at_the_end_and_only_once():
    one = Shortlist().added(KEYS[0])
    assert one.added(KEYS[1]).keys == (KEYS[0], KEYS[1])
    assert one.added(KEYS[0]) == one


def test_a_full_list_takes_no_more():
    full = Shortlist(tuple(KEYS[:MOST]))
    assert full.is_full
    assert full.added(KEYS[MOST]) == full


def test_a_service_is_taken_off_and_the_rest_keep_their_order():
    assert Shortlist(tuple(KEYS[:3])).without(KEYS[1]).keys == (KEYS[0], KEYS[2])
    assert Shortlist().without(KEYS[0]).keys == ()


def test_a_service_moves_up_one_place_and_the_first_stays_first():
    three = Shortlist(tuple(KEYS[:3]))
    assert three.raised(KEYS[2]).keys == (KEYS[0], KEYS[2], KEYS[1])
    assert three.raised(KEYS[0]) == three


def test_what_cannot_be_read_is_counted_and_the_rest_is_kept():
    good = Shortlist((KEYS[0],)).text
    assert asked(f"{good}.nonsense..{good}.x") == Shortlist((KEYS[0],), unreadable=2)


def test_more_than_a_list_can_hold_is_counted_too():
    text = ".".join(Shortlist((key,)).text for key in KEYS)
    found = asked(text)
    assert found.keys == tuple(KEYS[:MOST])
    assert found.unreadable == len(KEYS) - MOST


@given(st.text(max_size=200))
def test_whatever_the_address_holds_a_list_is_read(text):
    found = asked(text)
    assert len(found) <= MOST
    assert found.unreadable <= len(text)


def test_an_endless_address_is_cut():
    assert len(asked("a." * 100_000)) == 0
