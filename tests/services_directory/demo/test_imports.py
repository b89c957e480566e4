import pytest

from services_directory.demo import imports
from services_directory.imports.runs import State, state_of
from services_directory.models import Feed, ImportRun, Service

pytestmark = pytest.mark.django_db


@pytest.fixture
def loaded() -> list[str]:
    said: list[str] = []
    imports.load(said.append)
    return said


def test_one_import_is_applied_and_the_next_one_waits(loaded):
    waiting, applied = ImportRun.objects.order_by("-created_at")
    assert (state_of(applied), state_of(waiting)) == (State.APPLIED, State.READY)
    assert Service.objects.public().filter(feed__name=imports.NAME).count() == 9
    assert waiting.counts["service"] == {
        "changed": 3, "gone": 1, "new": 3, "refused": 1, "same": 5
    }  # fmt: skip


def test_the_flaws_of_the_feed_were_mended_and_said(loaded):
    night = Service.objects.get(name="Night sitting")
    assert "<p>" not in night.description
    assert (night.minimum_age, night.maximum_age) == (None, None)
    assert Service.objects.get(name="Rowan bereavement group").email == ""
    notes = {words for words, _, _ in ImportRun.objects.first().notes}
    assert any("HTML" in words for words in notes)


def test_loading_again_leaves_what_is_there(loaded):
    Service.objects.filter(name="Night sitting").update(summary="Edited")
    imports.load(loaded.append)
    assert Feed.objects.count() == 1
    assert ImportRun.objects.count() == 2
    assert Service.objects.get(name="Night sitting").summary == "Edited"
