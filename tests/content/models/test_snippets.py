import pytest
from django.core.exceptions import ValidationError

from content.models import HomePage, PageFeedback, Timescale, Topic

pytestmark = pytest.mark.django_db
BED = {
    "item": "Hospital bed",
    "provider": "The store",
    "how": "Nurse",
    "usual": "2 working days",
    "late": "Ring.",
    "checked": "2026-11-02",
    "owner": "The trust",
}


def test_one_provider_has_one_usual_time_for_a_thing() -> None:
    Timescale.objects.create(**BED)
    with pytest.raises(ValidationError):
        Timescale(**BED).full_clean()
    Timescale(**{**BED, "provider": "Another store"}).full_clean()


@pytest.mark.parametrize("name", ["item", "provider", "how", "usual", "late", "checked", "owner"])
def test_a_usual_time_lacks_nothing_but_how_it_goes_back(name: str) -> None:
    with pytest.raises(ValidationError) as wrong:
        Timescale(**{**BED, name: None if name == "checked" else ""}).full_clean()
    assert set(wrong.value.message_dict) == {name}


def test_things_are_called_by_their_names(home: HomePage) -> None:
    assert str(Timescale(**BED)) == "Hospital bed (The store)"
    assert str(Topic(name="Money")) == "Money"
    assert str(PageFeedback(page=home.page_ptr, useful=True)) == "Useful: Care and support"
    assert str(PageFeedback(page=home.page_ptr, useful=False)).startswith("Not useful: ")


def test_topics_stand_in_the_order_of_their_names() -> None:
    for name in ("Money", "Carers"):
        Topic.objects.create(name=name, slug=name.lower())
    assert [topic.name for topic in Topic.objects.all()] == ["Carers", "Money"]
