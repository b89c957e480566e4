import pytest
from django.template.loader import render_to_string
from django.test import RequestFactory

from portal import errors
from tests.portal.design.soup import soup

PAGES = {
    400: errors.bad_request,
    403: errors.permission_denied,
    404: errors.page_not_found,
    429: errors.too_many_requests,
    500: errors.server_error,
}


@pytest.mark.django_db
@pytest.mark.parametrize(("status", "view"), PAGES.items())
def test_each_error_page_says_what_to_do_and_whom_to_ring(status, view):
    response = view(RequestFactory().get("/x/"))
    page = soup(response)
    assert response.status_code == status
    assert len(page.select("h1")) == 1
    assert page.select_one('main a[href="tel:999"]')
    assert page.select_one('main a[href="/"]')
    assert not page.select("[style], style, script:not([src])")


@pytest.mark.django_db
def test_an_old_form_says_how_to_send_it_again():
    page = soup(errors.csrf_failure(RequestFactory().post("/x/")))
    assert "send it again" in page.main.get_text()


def test_the_500_page_needs_neither_database_nor_request():
    assert "Something went wrong" in render_to_string("errors/500.html")


@pytest.mark.django_db
@pytest.mark.parametrize("status", [400, 403, 404, 413, 429])
def test_an_error_page_asks_only_for_site_brand_and_contacts(
    status, django_assert_max_num_queries, rf
):
    with django_assert_max_num_queries(4) as queries:
        render_to_string(f"errors/{status}.html", request=rf.get("/x/"))
    assert all(query["sql"].startswith("SELECT") for query in queries.captured_queries)
