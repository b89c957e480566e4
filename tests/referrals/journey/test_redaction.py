import logging

import pytest

from referrals.journey.redaction import (
    LOGGERS,
    HideDraftLinks,
    hide_draft_links,
    hide_draft_links_from_logs,
)

LINK = "/refer/form/AbC-123_xyz/step/gp/"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        (f"Not Found: {LINK}", "Not Found: /refer/form/…/step/gp/"),
        ('"GET /refer/form/abc HTTP/1.1"', '"GET /refer/form/… HTTP/1.1"'),
        ("/refer/form/abc?from=check", "/refer/form/…?from=check"),
        ("/refer/bereavement-support/", "/refer/bereavement-support/"),
    ],
)
def test_the_token_is_hidden_and_the_rest_is_left(text, shown):
    assert hide_draft_links(text) == shown


@pytest.mark.parametrize("name", LOGGERS)
def test_every_logger_of_addresses_hides_the_token(name, caplog):
    logger = logging.getLogger(name)
    logger.addHandler(caplog.handler)
    logger.warning("Seen %s and %s", LINK, 3)
    logger.removeHandler(caplog.handler)
    assert "AbC-123_xyz" not in caplog.text
    assert "Seen /refer/form/…/step/gp/ and 3" in caplog.text


def test_the_filter_is_put_on_once():
    hide_draft_links_from_logs()
    hide_draft_links_from_logs()
    kinds = [type(each).__name__ for each in logging.getLogger(LOGGERS[0]).filters]
    assert kinds.count("HideDraftLinks") == 1


@pytest.mark.django_db
def test_a_page_that_fails_hides_the_token_too(client, caplog, monkeypatch):
    from referrals.journey import private

    def broken(token):
        raise RuntimeError("out of order")

    monkeypatch.setattr(private, "find", broken)
    client.raise_request_exception = False
    assert client.get(LINK).status_code == 500
    assert "AbC-123_xyz" not in "".join(record.getMessage() for record in caplog.records)


@pytest.mark.parametrize("end", ["", "/", " ", '"', "'", "?a=b", "#x", "/step/gp/"])
def test_the_token_ends_where_an_address_ends(end):
    assert hide_draft_links(f"/refer/form/AbC-123_xyz{end}") == f"/refer/form/…{end}"


def test_every_link_of_a_line_is_hidden():
    line = "/refer/form/one/ from http://testserver/refer/form/two/check/"
    assert hide_draft_links(line) == "/refer/form/…/ from http://testserver/refer/form/…/check/"


def test_a_line_without_a_link_keeps_its_parts():
    record = logging.LogRecord("x", logging.INFO, "x", 1, "Seen %s", ("/refer/",), None)
    assert HideDraftLinks().filter(record)
    assert (record.msg, record.args) == ("Seen %s", ("/refer/",))


def test_a_line_with_a_link_is_never_dropped():
    record = logging.LogRecord("x", logging.INFO, "x", 1, "Seen %s", (LINK,), None)
    assert HideDraftLinks().filter(record)
    assert record.getMessage() == "Seen /refer/form/…/step/gp/"


@pytest.mark.parametrize(
    "name", ["django.request", "django.server", "gunicorn.access", "gunicorn.error"]
)
def test_the_loggers_that_write_addresses_are_covered_from_the_start(name):
    kinds = [type(each) for each in logging.getLogger(name).filters]
    assert kinds.count(HideDraftLinks) == 1
