import pytest

from portal.outside import Reached, reach
from tests.portal.outside.server import Reply, serving

pytestmark = pytest.mark.usefixtures("this_machine")


@pytest.mark.parametrize("status", [200, 204, 410, 451])
def test_an_address_is_reached_with_its_status(status):
    with serving(lambda path: Reply(status=status)) as outside:
        assert reach(outside.url) == Reached(status)


def test_a_redirect_counts_by_where_it_ends():
    def answer(path: str) -> Reply:
        return Reply() if path == "/new" else Reply(status=301, headers={"Location": "/new"})

    with serving(answer) as outside:
        assert reach(outside.url).status == 200


@pytest.mark.parametrize("status", [404, 405, 403, 501])
def test_a_server_that_knows_no_head_is_asked_again(status):
    replies = iter([Reply(status=status), Reply(b"page")])
    with serving(lambda path: next(replies)) as outside:
        assert reach(outside.url).status == 200
        assert outside.methods == ["HEAD", "GET"]


def test_a_page_that_is_gone_is_said_to_be_gone():
    with serving(lambda path: Reply(status=404)) as outside:
        assert reach(outside.url) == Reached(404)


def test_the_body_of_a_page_is_not_read():
    with serving(lambda path: Reply(b"x" * 50_000_000, 405 if path == "/" else 200)) as outside:
        assert reach(outside.url).status == 405


@pytest.mark.parametrize(
    ("url", "words"),
    [
        ("ftp://a.example", "must begin"),
        ("http://10.0.0.1/", "private network"),
        ("nonsense", "not a web address"),
        ("http://nobody.invalid/", "no server"),
        ("http://\ud800/", "web address|no server|understood"),
    ],
)
def test_what_cannot_be_reached_is_told_in_words(url, words):
    import re

    found = reach(url)
    assert found.status is None
    assert re.search(words, found.problem)
