import pytest
from django.utils import timezone

from search import demo
from search.models import PromotedResult
from search.promoted import promoted_for

pytestmark = pytest.mark.django_db


def test_bereavement_leads_with_the_page_about_finding_support() -> None:
    demo.load(lambda line: None)
    first = promoted_for(("bereavement", "support"))[0]
    assert first.url == "/living-with-grief/finding-bereavement-support/"
    assert first.owner
    assert first.expires > timezone.localdate()


def test_each_promoted_result_is_one_that_an_editor_could_have_made() -> None:
    demo.load(lambda line: None)
    for row in PromotedResult.objects.all():
        row.full_clean()
        assert promoted_for(tuple(row.phrase.split()))


def test_loading_again_adds_nothing_and_keeps_what_was_changed() -> None:
    demo.load(lambda line: None)
    PromotedResult.objects.filter(phrase="bereavement").update(title="Ours")
    demo.load(lambda line: None)
    assert PromotedResult.objects.count() == len(demo.PROMOTED)
    assert PromotedResult.objects.get(phrase="bereavement").title == "Ours"


def test_each_address_is_that_of_a_demo_page() -> None:
    from content.demo import FOLDER
    from content.demo.reader import read_pages

    slugs = {page.slug for page in read_pages(FOLDER)}
    assert {row[2].strip("/").rsplit("/", 1)[-1] for row in demo.PROMOTED} <= slugs
