"""The directory in the templates of other rooms."""

import pytest
from django.core.cache import cache
from django.template import Context, Template

from tests.services_directory import build

pytestmark = pytest.mark.django_db


def rendered(source: str, **context: object) -> str:
    return Template("{% load directory %}" + source).render(Context(context))


NAMES = "{% partner_names as names %}{{ names|join:', ' }}"
ROWS = (
    "{% local_services need limit=limit as rows %}{% for row in rows %}[{{ row.name }}]{% endfor %}"
)


def needing(name: str, **fields: object) -> None:
    build.tag(build.service(name, **fields), "need", "respite")


def test_partners_are_named_in_order_and_nobody_else():
    for name, kind in [("Z trust", "partner"), ("A hospice", "partner"), ("Club", "local")]:
        build.organization(name, kind=kind)
    assert rendered(NAMES) == "A hospice, Z trust"


def test_a_site_without_partners_asks_once_a_minute_too(django_assert_num_queries):
    assert rendered(NAMES) == ""
    with django_assert_num_queries(0):
        assert rendered(NAMES) == ""


def test_a_new_partner_is_named_when_the_minute_is_over():
    rendered(NAMES)
    build.organization("A hospice", kind="partner")
    assert rendered(NAMES) == ""
    cache.clear()
    assert rendered(NAMES) == "A hospice"


def test_a_need_is_called_by_its_name_and_costs_one_query(django_assert_num_queries):
    build.term("need", "night-care")
    with django_assert_num_queries(1):
        assert rendered("{{ need|need_name }}", need="night-care") == "Night care"
        assert rendered("{{ need|need_name }}", need="not-there") == "Not there"


def test_local_services_keep_their_limit():
    for name in ("A", "B", "C"):
        needing(name)
    assert rendered(ROWS, need="respite", limit=2) == "[A][B]"


def test_five_are_shown_unless_said_otherwise():
    for number in range(7):
        needing(f"S{number}")
    source = "{% local_services 'respite' as rows %}{{ rows|length }}"
    assert rendered(source) == "5"


@pytest.mark.parametrize("need", ["", "nonsense", "' OR 1"])
def test_a_need_that_is_not_known_has_no_services(need):
    needing("A")
    assert rendered(ROWS, need=need, limit=5) == ""


def test_what_is_not_public_is_never_shown():
    needing("Draft", live=False)
    needing("Ended", status="defunct")
    assert rendered(ROWS, need="respite", limit=5) == ""
