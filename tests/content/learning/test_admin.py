import pytest
from django.urls import reverse

from content.learning.models import LearningOffering, LearningSession
from tests.content.learning.makers import make_offering, make_session, make_subject

pytestmark = pytest.mark.django_db
OFFERINGS = "wagtailsnippets_content_learningoffering"
SESSIONS = "wagtailsnippets_content_learningsession"
FRAMEWORKS = "wagtailsnippets_content_framework"
FORM = {
    "title": "Care after death",
    "slug": "care-after-death",
    "provider": "St Wyvern's Hospice",
    "summary": "Half a day.",
    "description": "",
    "kind": "study_day",
    "mode": "in_person",
    "place": "",
    "audiences": ["health", "care_home"],
    "prerequisites": "",
    "accessibility": "",
    "hours": "3.5",
    "participatory_hours": "2",
    "cost": "free",
    "cost_text": "",
    "tier": "2",
    "stages": ["last-days"],
    "accreditation": "",
    "booking_url": "",
    "booking_email": "learning@stwyverns.example",
    "booking_phone": "",
    "owner": "Learning team",
    "checked": "2026-11-02",
}


def may_open(client, name: str, *args: object) -> bool:
    """Wagtail sends those who may not back to the admin's front page."""
    response = client.get(reverse(name, args=args))
    if response.status_code == 200:
        return True
    assert response.status_code in (302, 403)
    return False


def test_an_editor_drafts_an_offering_and_the_public_does_not_see_it(client, editor):
    client.force_login(editor)
    response = client.post(reverse(f"{OFFERINGS}:add"), FORM)
    assert response.status_code == 302
    offering = LearningOffering.objects.get()
    assert offering.live is False
    assert offering.audiences == ["health", "care_home"]
    assert client.get(offering.get_absolute_url()).status_code == 404


def test_an_editor_who_asks_to_publish_gets_a_draft(client, editor):
    client.force_login(editor)
    client.post(reverse(f"{OFFERINGS}:add"), {**FORM, "action-publish": "yes"})
    assert not LearningOffering.objects.filter(live=True).exists()


def test_a_reviewer_publishes_what_an_editor_drafted_with_its_subjects(client, editor, reviewer):
    subject = make_subject()
    client.force_login(editor)
    client.post(reverse(f"{OFFERINGS}:add"), {**FORM, "subjects": [subject.pk]})
    offering = LearningOffering.objects.get()
    client.force_login(reviewer)
    client.post(
        reverse(f"{OFFERINGS}:edit", args=[offering.pk]),
        {**FORM, "subjects": [subject.pk], "action-publish": "yes"},
    )
    offering.refresh_from_db()
    assert offering.live
    assert list(offering.subjects.all()) == [subject]
    assert client.get(offering.get_absolute_url()).status_code == 200


def test_a_draft_of_a_public_offering_changes_nothing_yet(client, editor):
    offering = make_offering()
    client.force_login(editor)
    client.post(
        reverse(f"{OFFERINGS}:edit", args=[offering.pk]),
        {**FORM, "title": "Another title", "slug": offering.slug},
    )
    assert "Talking about dying" in client.get(offering.get_absolute_url()).content.decode()
    offering.refresh_from_db()
    assert offering.get_latest_revision_as_object().title == "Another title"


def test_a_form_with_errors_says_so_and_keeps_nothing(client, reviewer):
    client.force_login(reviewer)
    wrong = {**FORM, "participatory_hours": "9", "action-publish": "yes"}
    response = client.post(reverse(f"{OFFERINGS}:add"), wrong)
    assert "Cannot be more than the learning hours." in response.content.decode()
    assert not LearningOffering.objects.exists()


def test_an_editor_cancels_a_date_and_it_is_public_at_once(client, editor):
    session = make_session(make_offering())
    client.force_login(editor)
    form = {
        "offering": session.offering_id,
        "starts": "2027-03-01 09:30",
        "ends": "2027-03-01 16:00",
        "place": "",
        "capacity_text": "",
        "status": "cancelled",
        "note": "Tutor not available.",
    }
    response = client.post(reverse(f"{SESSIONS}:edit", args=[session.pk]), form)
    assert response.status_code == 302
    changed = LearningSession.objects.get()
    assert (changed.uid, changed.sequence, changed.status) == (session.uid, 1, "cancelled")


def test_the_preview_shows_a_draft_as_it_will_be(client, editor):
    offering = make_offering()
    client.force_login(editor)
    address = reverse(f"{OFFERINGS}:preview_on_edit", args=[offering.pk])
    kept = client.post(address, {**FORM, "title": "As it will be"})
    assert kept.json()["is_valid"]
    assert "As it will be" in client.get(address).content.decode()


@pytest.mark.parametrize("who", ["triage", "directory_editor", "stranger"])
def test_those_without_the_role_are_refused(client, request, who):
    offering = make_offering()
    client.force_login(request.getfixturevalue(who))
    assert not may_open(client, f"{OFFERINGS}:list")
    assert not may_open(client, f"{OFFERINGS}:edit", offering.pk)
    assert not may_open(client, f"{SESSIONS}:add")
    client.post(reverse(f"{OFFERINGS}:edit", args=[offering.pk]), {**FORM, "title": "Taken over"})
    offering.refresh_from_db()
    assert offering.title == "Talking about dying"


def test_a_visitor_is_sent_to_sign_in(client):
    response = client.get(reverse(f"{OFFERINGS}:list"))
    assert response.status_code == 302
    assert "/accounts/login/" in response["Location"]


def test_only_an_administrator_changes_frameworks_and_deletes(
    client, editor, reviewer, administrator
):
    offering, framework = make_offering(), make_subject().framework
    for who in (editor, reviewer):
        client.force_login(who)
        assert not may_open(client, f"{FRAMEWORKS}:edit", framework.pk)
        assert not may_open(client, f"{OFFERINGS}:delete", offering.pk)
    client.force_login(administrator)
    assert may_open(client, f"{FRAMEWORKS}:edit", framework.pk)
    assert may_open(client, f"{OFFERINGS}:delete", offering.pk)


@pytest.mark.parametrize("name", [OFFERINGS, SESSIONS, FRAMEWORKS])
def test_the_lists_open_and_can_be_searched(client, editor, name):
    session = make_session(make_offering())
    session.offering.subjects = [make_subject()]
    client.force_login(editor)
    assert client.get(reverse(f"{name}:list"), {"q": "talking"}).status_code == 200
