from datetime import UTC, date, datetime

import pytest
from django.core.paginator import Paginator
from django.utils.safestring import mark_safe

from portal.design import icons, phones
from tests.portal.design.soup import render


@pytest.mark.parametrize(
    ("written", "address"),
    [
        ("01632 960 001", "tel:+441632960001"),
        ("+44 (0)1632 960001", "tel:+441632960001"),
        ("0808 157 0001", "tel:+448081570001"),
        ("999", "tel:999"),
        ("111", "tel:111"),
        ("116 123", "tel:116123"),
        ("", "tel:"),
    ],
)
def test_a_number_becomes_one_address_however_it_is_written(written, address):
    assert phones.tel(written) == address


def test_a_phone_link_shows_the_number_as_it_is_written_and_escapes_it():
    link = render("{% phone_link n %}", n='01632 960 001"><script>').a
    assert link["href"] == "tel:+441632960001"
    assert "<script>" in link.get_text()


def test_no_number_gives_no_link():
    assert str(render("{% phone_link n %}", n="")) == ""


@pytest.mark.parametrize(
    "day", [date(2026, 11, 24), datetime(2026, 11, 24, 12), datetime(2026, 11, 24, 12, tzinfo=UTC)]
)
def test_dates_are_written_out(day):
    page = render("{{ day|long_date }} / {{ day|short_date }}", day=day)
    assert page.get_text() == "Tuesday 24 November 2026 / 24 November 2026"


def test_a_date_is_the_day_it_was_here():
    just_after_midnight = datetime(2026, 6, 30, 23, 30, tzinfo=UTC)
    assert render("{{ day|short_date }}", day=just_after_midnight).get_text() == "1 July 2026"


def test_no_date_is_written_as_nothing():
    assert render("{{ day|long_date }}{{ day|short_date }}", day=None).get_text() == ""


def test_prose_keeps_html_and_escapes_words():
    assert render("{{ x|prose }}", x=mark_safe("<p><b>a</b></p>")).b
    page = render("{{ x|prose }}", x="<b>a</b>\n\nsecond")
    assert not page.b
    assert len(page.select("p")) == 2


def test_every_icon_and_drawing_is_hidden_from_readers_and_takes_the_page_s_colour():
    for folder in ("icons", "drawings"):
        assert icons.names(folder)
        for name in icons.names(folder):
            picture = icons.svg(folder, name)
            assert 'aria-hidden="true"' in picture
            assert 'stroke="currentColor"' in picture
            assert "style=" not in picture


@pytest.mark.parametrize("name", ["no-such", "../models", "", "phone.svg"])
def test_an_unknown_icon_is_nothing(name):
    assert icons.svg("icons", name) == ""


def test_pages_of_a_list_keep_the_rest_of_the_address():
    page_obj = Paginator(range(100), 20).page(3)
    page = render('{% include "components/pagination.html" %}', page_obj=page_obj)
    assert [link["href"] for link in page.select("a")] == ["?q=care&page=2", "?q=care&page=4"]
    assert "Page 3 of 5" in page.get_text()


def test_one_page_has_no_pages():
    page_obj = Paginator(range(3), 20).page(1)
    assert not render('{% include "components/pagination.html" %}', page_obj=page_obj).nav


def test_a_file_that_was_not_built_still_has_an_address(settings):
    settings.STORAGES = settings.STORAGES | {
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.ManifestStaticFilesStorage"}
    }
    assert render('{% asset "design/none.css" %}').get_text() == "/static/design/none.css"
