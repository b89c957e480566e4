"""Feeds on a real server, kind and unkind."""

import json
from collections.abc import Callable
from math import ceil
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from services_directory.imports import fetch
from services_directory.imports.readers import batches, web
from services_directory.imports.records import FeedProblem
from tests.portal.outside.server import Reply, serving
from tests.services_directory.imports.readers.small import (
    listed,
    names,
    read,
    records,
    run_of,
    service,
)

JSON = {"Content-Type": "application/json"}
Answer = Callable[[str], Reply]


@pytest.fixture(autouse=True)
def _this_machine(settings):
    settings.OUTSIDE_PRIVATE_HOSTS = ["127.0.0.1"]


def reply(body: Any, status: int = 200, **headers: str) -> Reply:
    return Reply(json.dumps(body).encode(), status, JSON | headers)


def asked(path: str) -> tuple[str, dict[str, str]]:
    parts = urlsplit(path)
    return parts.path, {name: values[-1] for name, values in parse_qs(parts.query).items()}


def page(rows: list[Any], number: int, size: int = 2, **more: Any) -> dict[str, Any]:
    total_pages = ceil(len(rows) / size)
    part = rows[(number - 1) * size : number * size]
    return {
        "total_items": len(rows),
        "total_pages": total_pages,
        "page_number": number,
        "size": len(part),
        "first_page": number == 1,
        "last_page": number >= total_pages,
        "empty": not part,
        "contents": part,
    } | more


def feed(rows: list[Any], whole: bool = True, size: int = 2, **more: Any) -> Answer:
    """A server that gives services, whole in its lists or only one by one."""

    def answer(path: str) -> Reply:
        where, query = asked(path)
        if where == "/api/services":
            shown = rows if whole else [listed(each) for each in range(1, len(rows) + 1)]
            return reply(page(shown, int(query.get("page", 1)), size, **more))
        for row in rows:
            if where == f"/api/services/{row['id']}":
                return reply(row)
        return reply({"error": "Not found"}, 404)

    return answer


def read_from(answer: Answer, kind: str = "oruk3", path: str = "/api", **fields: Any):
    with serving(answer) as outside:
        return read(run_of(kind, url=outside.url + path, **fields)), outside


def services(count: int) -> list[dict[str, Any]]:
    return [service(number) for number in range(1, count + 1)]


def test_all_pages_of_a_feed_are_read():
    found, _ = read_from(feed(services(5)))
    assert names(found) == ["Group 1", "Group 2", "Group 3", "Group 4", "Group 5"]
    assert found[-1].total == 5
    assert records(found)[0].data["phones"][0]["number"] == "01632 960001"


@pytest.mark.parametrize(
    ("silent", "asked_for"),
    [
        ((), "123"),
        (("last_page",), "123"),
        (("last_page", "total_pages"), "1234"),
        (("last_page", "total_items"), "123"),
    ],
)
def test_no_page_is_asked_for_after_the_last_that_a_feed_tells_of(silent, asked_for):
    def answer(path: str) -> Reply:
        where, query = asked(path)
        if where != "/api/services":
            return reply({}, 404)
        whole = page(services(5), int(query["page"]))
        return reply({name: value for name, value in whole.items() if name not in silent})

    found, outside = read_from(answer)
    assert len(records(found)) == 5
    lists = [asked(path)[1]["page"] for path in outside.asked if "/services?" in path]
    assert "".join(lists) == asked_for


@pytest.mark.parametrize("path", ["/api", "/api/", "/api/services", "/api/services/?page=3"])
def test_the_address_may_be_the_stub_or_that_of_the_services(path):
    found, _ = read_from(feed(services(3)), path=path)
    assert len(records(found)) == 3


def test_what_the_address_asks_for_is_asked_on_every_page():
    _, outside = read_from(feed(services(3)), path="/api?tenant=hill")
    assert all("tenant=hill" in path for path in outside.asked)


def test_pages_are_asked_for_under_both_names_of_their_size():
    _, outside = read_from(feed(services(1)))
    first = next(asked(path)[1] for path in outside.asked if path.startswith("/api/services?"))
    assert first["per_page"] == first["perPage"] == "100"
    assert first["full"] == "true"


def test_a_list_that_leaves_parts_out_is_filled_one_by_one():
    found, _ = read_from(feed(services(3), whole=False))
    assert [each.data["phones"][0]["id"] for each in records(found)] == [
        "phone-1",
        "phone-2",
        "phone-3",
    ]


def test_a_list_that_has_all_is_not_filled_again():
    _, outside = read_from(feed(services(6)))
    single = [path for path in outside.asked if path.startswith("/api/services/")]
    assert len(single) <= 2


def test_an_entry_that_cannot_be_read_whole_is_refused_rather_than_halved():
    rows = services(3)
    answer = feed(rows, whole=False)

    def broken(path: str) -> Reply:
        return reply({}, 404) if path.startswith(f"/api/services/{rows[2]['id']}") else answer(path)

    found, _ = read_from(broken)
    assert [each.refusal for each in records(found)] == ["", "", web.NO_DETAILS]


@pytest.mark.parametrize("lie", [{"total_pages": 1}, {"total_pages": 99}, {"last_page": True}])
def test_what_pages_say_of_their_number_is_not_believed(lie):
    found, _ = read_from(feed(services(5), **lie))
    assert len(records(found)) == 5


def test_a_feed_that_gives_the_same_page_for_ever_ends():
    found, _ = read_from(
        lambda path: (
            reply(page(services(2), 1, total_items=500, last_page=False))
            if path.startswith("/api/services?")
            else reply({}, 404)
        )
    )
    assert len(records(found)) == 2


def test_pages_that_go_round_in_a_circle_end():
    rows = services(6)

    def circle(path: str) -> Reply:
        where, query = asked(path)
        if where != "/api/services":
            return reply({}, 404)
        number = (int(query.get("page", 1)) - 1) % 3 + 1
        return reply(page(rows, number, last_page=False, total_items=10_000))

    found, _ = read_from(circle)
    assert len(records(found)) == 6


def test_empty_pages_for_ever_end():
    def empty(path: str) -> Reply:
        if not path.startswith("/api/services?"):
            return reply({}, 404)
        return reply(page([], 1, total_items=99, last_page=False))

    found, outside = read_from(empty)
    assert records(found) == []
    assert len(outside.asked) < 10


def test_an_empty_page_in_the_middle_is_passed():
    rows = services(4)

    def hole(path: str) -> Reply:
        where, query = asked(path)
        if where != "/api/services":
            return reply({}, 404)
        number = int(query.get("page", 1))
        kept = {1: rows[:2], 2: [], 3: rows[2:]}.get(number, [])
        return reply(page(rows, number) | {"contents": kept, "last_page": number >= 3})

    found, _ = read_from(hole)
    assert len(records(found)) == 4


def test_a_feed_that_counts_its_pages_from_nought_is_read_whole():
    rows = services(4)

    def from_nought(path: str) -> Reply:
        where, query = asked(path)
        if where != "/api/services":
            return reply({}, 404)
        number = int(query.get("page", 0))
        return reply(page(rows, number + 1, page_number=number))

    found, _ = read_from(from_nought)
    assert sorted(names(found)) == ["Group 1", "Group 2", "Group 3", "Group 4"]


def test_a_feed_that_ends_before_its_promise_is_not_taken_for_whole():
    rows = services(6)

    def short(path: str) -> Reply:
        where, query = asked(path)
        is_gone = where != "/api/services" or int(query.get("page", 1)) > 2
        return reply({}, 404) if is_gone else reply(page(rows, int(query.get("page", 1))))

    with pytest.raises(FeedProblem, match="ends before all"):
        read_from(short)


@pytest.mark.parametrize("bare", [True, False])
def test_a_list_without_an_envelope_is_a_page(bare):
    rows = services(3)
    body: Any = rows if bare else {"services": rows}
    found, _ = read_from(lambda path: reply(body) if "/services?" in path else reply({}, 404))
    assert len(records(found)) == 3


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        (lambda path: reply({}, 404), "answers 404"),
        (lambda path: reply({}, 403), "answers 403"),
        (lambda path: Reply(b"<html>", 200), "no JSON"),
        (lambda path: reply({"hello": 1}), "no list of services"),
        (lambda path: reply("text"), "no list of services"),
        (lambda path: Reply(b"[" * 100_000), "too deep|no JSON"),
        (lambda path: Reply(b'[{"minimum_age": ' + b"9" * 9000 + b"}]"), "no JSON"),
        (lambda path: reply({}, 503), "busy or broken"),
        (lambda path: reply({}, 302, Location="http://10.0.0.1/"), "private network"),
    ],
)
def test_a_feed_that_cannot_be_read_is_told_in_words(answer, words):
    with pytest.raises(FeedProblem, match=words):
        read_from(answer)


@pytest.mark.parametrize("status", [429, 503, 502, 500])
def test_a_busy_server_is_asked_again(status):
    refusals = iter([True, True])
    answer = feed(services(1))

    def busy(path: str) -> Reply:
        if "/services?" in path and next(refusals, False):
            return reply({}, status, **{"Retry-After": "0"})
        return answer(path)

    found, _ = read_from(busy)
    assert names(found) == ["Group 1"]


def test_a_server_that_wants_long_rest_is_left_alone():
    answer = lambda path: reply({}, 429, **{"Retry-After": "7200"})  # noqa: E731
    with pytest.raises(FeedProblem, match="come back later"):
        read_from(answer)


def test_reading_goes_on_from_the_cursor():
    rows = services(6)
    first, _ = read_from(feed(rows))
    pages = [batch for batch in first if records([batch])]
    rest, outside = read_from(feed(rows), cursor=pages[0].cursor)
    assert names(rest) == names(first)[2:]
    assert not any("page=1&" in path for path in outside.asked if "/services?" in path)


def test_terms_and_organizations_are_read_where_a_feed_has_them():
    def answer(path: str) -> Reply:
        where, _ = asked(path)
        term = {"id": "t", "name": "Grief", "taxonomy": "Needs", "taxonomy_id": "x"}
        lists = {
            "/api/taxonomies": [{"id": "x", "name": "Needs", "description": "What for."}],
            "/api/taxonomy_terms": [term],
            "/api/services": services(1),
            "/api/organizations": [{"id": "o-2", "name": "Lone body"}],
        }
        return reply(page(lists[where], 1, 10)) if where in lists else reply({}, 404)

    found, _ = read_from(answer)
    assert records(found, "taxonomy")[0].data["description"] == "What for."
    assert names(found, "taxonomy_term") == ["Grief"]
    assert names(found, "organization") == ["Hill Hospice", "Lone body"]


def test_a_feed_of_version_1_is_filled_one_by_one():
    def answer(path: str) -> Reply:
        where, query = asked(path)
        number = int(query.get("page", 1))
        rows = [{"id": str(each), "name": f"Old {each}"} for each in (1, 2, 3)]
        if where == "/services":
            part = rows[(number - 1) * 2 : number * 2]
            envelope = {"totalElements": 3, "totalPages": 2, "number": number, "size": 2}
            return reply(envelope | {"first": number == 1, "last": number == 2, "content": part})
        if where.startswith("/services/"):
            key = where.rpartition("/")[2]
            whole = {
                "regular_schedules": [{"byday": "MO", "opens_at": "9:00", "closes_at": "10:00"}]
            }
            return reply(rows[int(key) - 1] | whole | {"organization": {"id": "o", "name": "Hill"}})
        return reply({}, 404)

    found, _ = read_from(answer, "oruk1", path="")
    assert names(found) == ["Old 1", "Old 2", "Old 3"]
    assert all(each.data["schedules"] for each in records(found))


def test_an_answer_larger_than_a_page_may_be_is_refused(monkeypatch):
    monkeypatch.setattr(fetch, "PAGE", fetch.Limits(bytes=500, seconds=5))
    with pytest.raises(FeedProblem, match="longer than we read"):
        read_from(feed(services(5), size=5))


def test_a_run_has_a_budget(monkeypatch):
    monkeypatch.setattr(fetch, "RUN_BYTES", 500)
    with pytest.raises(FeedProblem, match="larger or slower"):
        read_from(feed(services(9)))


def test_the_budget_holds_for_all_turns_of_a_run_together(monkeypatch):
    first, _ = read_from(feed(services(9)))
    taken = first[0].cursor["spent"][0]
    assert taken > 0
    monkeypatch.setattr(fetch, "RUN_BYTES", taken - 1)
    with pytest.raises(FeedProblem, match="larger or slower"):
        read_from(feed(services(9)), cursor=first[0].cursor)
    monkeypatch.setattr(fetch, "RUN_BYTES", fetch.MEGABYTE)
    with pytest.raises(FeedProblem, match="larger or slower"):
        read_from(feed(services(9)), cursor=first[0].cursor | {"spent": [0, fetch.RUN_SECONDS + 1]})


@pytest.mark.parametrize("key", ["\ud800", "a/b?c#d", "%", {"x": 1}, 10**30, "x" * 3000])
def test_keys_that_no_address_can_hold_are_asked_for_all_the_same(key):
    whole = service(2)
    rows = [listed(2) | {"id": each} for each in (key, whole["id"])]

    def answer(path: str) -> Reply:
        where, _ = asked(path)
        if where == "/api/services":
            return reply(page(rows, 1, 10))
        return reply(whole) if where.endswith(whole["id"]) else reply({}, 404)

    found, outside = read_from(answer)
    assert [each.refusal for each in records(found)] == [web.NO_DETAILS, ""]
    singles = [path for path in outside.asked if path.startswith("/api/services/")]
    assert len(singles) == 4
    assert all(path.count("/") == 3 for path in singles)


def test_a_page_whose_items_are_nested_beyond_use_is_refused_item_by_item():
    deep = b"[" * 900 + b"]" * 900
    whole = json.dumps(service(2)).encode()

    def answer(path: str) -> Reply:
        if "/services?" not in path:
            return reply({}, 404)
        return Reply(b'[%s, {"x": %s}, %s]' % (deep, deep, whole))

    found, _ = read_from(answer)
    assert [bool(each.refusal) for each in records(found)] == [True, True, False]


def test_a_query_that_looks_like_a_page_is_left_alone_when_pages_count_from_nought():
    def from_nought(path: str) -> Reply:
        where, query = asked(path)
        if where != "/api/services" or query.get("homepage") != "1":
            return reply({}, 404)
        number = int(query.get("page", 0))
        return reply(page(services(4), number + 1, page_number=number))

    found, _ = read_from(from_nought, path="/api?homepage=1")
    assert len(names(found)) == 4


def test_a_spreadsheet_may_be_read_from_an_address():
    sheet = b"Name,Organisation\r\nEvening group,Hill Hospice\r\n"
    found, _ = read_from(lambda path: Reply(sheet), "spreadsheet", path="/list.csv")
    assert names(found) == ["Evening group"]


def test_a_file_on_the_web_is_fetched_once_for_all_turns_of_a_run():
    sheet = b"Name,Organisation\r\n" + b"".join(
        b"Group %d,Hill Hospice\r\n" % n for n in range(150)
    )
    with serving(lambda path: Reply(sheet)) as outside:
        run = run_of("spreadsheet", url=outside.url + "/list.csv")
        first = next(batches(run.feed, run))
        run.cursor = first.cursor
        rest = read(run)
        assert len(outside.asked) == 1
    assert len(records([first])) + len(records(rest)) == 150
