from datetime import date

import pytest
from wagtail.models import ModelLogEntry

from search.models import SearchChange
from services_directory.assurance import services
from services_directory.assurance.links import LinkUsed
from services_directory.choices import Answer
from services_directory.models import Service
from tests.services_directory import build
from tests.services_directory.assurance.build import OLD, TODAY, entry, owner, question

pytestmark = pytest.mark.django_db


def log_of(service: Service) -> list[tuple[str, str]]:
    """(action, who) of what was done to the entry, oldest first."""
    rows = ModelLogEntry.objects.for_instance(service).order_by("timestamp", "pk")
    return [(row.action, str(row.user or "")) for row in rows]


def test_the_mailbox_says_that_nothing_has_changed():
    service = entry(assured=OLD, checked="Price")
    services.answer_unchanged(question(service))
    service.refresh_from_db()
    assert service.assured_date == TODAY
    assert service.assurer_role == "Nurse manager"
    assert service.checked == "The provider says that nothing has changed"
    assert log_of(service) == [("services_directory.confirmed", "")]


def test_an_organisation_without_a_role_is_called_the_provider():
    service = entry(organization=build.organization("Anybody", assurer_email="a@b.example"))
    services.answer_unchanged(question(service))
    service.refresh_from_db()
    assert service.assurer_role == "The provider"


def test_an_answer_is_kept_once():
    asked = question(entry())
    services.answer_unchanged(asked)
    with pytest.raises(LinkUsed):
        services.answer_unchanged(asked)
    with pytest.raises(LinkUsed):
        services.answer_change(asked)
    asked.refresh_from_db()
    assert asked.answer == Answer.UNCHANGED


def test_a_change_is_no_check_but_uses_the_link_up():
    service = entry(assured=OLD)
    asked, other = question(service), question(service)
    services.answer_change(asked)
    for each in (service, asked, other):
        each.refresh_from_db()
    assert service.assured_date == OLD
    assert asked.answer == Answer.CHANGE
    assert other.answered_at == asked.answered_at
    assert other.answer == ""


def test_a_check_by_staff_names_role_and_person_apart(directory_editor):
    service = entry(assured=OLD)
    open_question = question(service)
    services.record_check(service, role="Directory editor", checked="Phone", user=directory_editor)
    for each in (service, open_question):
        each.refresh_from_db()
    assert (service.assured_date, service.assurer_role) == (TODAY, "Directory editor")
    assert open_question.answered_at
    assert log_of(service) == [("services_directory.checked", str(directory_editor))]


def test_a_check_shows_a_hidden_entry_again():
    service = entry(assured=OLD, hidden_since=TODAY, overdue_since=OLD)
    services.record_check(service, role="Directory editor", checked="Phone")
    service.refresh_from_db()
    assert service.is_public
    assert service.overdue_since is None


def test_what_is_hidden_leaves_search_and_the_trail_says_who_did_it(directory_editor):
    service = entry()
    SearchChange.objects.all().delete()
    services.hide([service], action=services.HIDDEN, user=directory_editor)
    service.refresh_from_db()
    assert service.hidden_since == TODAY
    assert not Service.objects.public().exists()
    assert list(SearchChange.objects.values_list("kind", "pk_text")) == [
        ("service", str(service.pk))
    ]
    assert log_of(service) == [("services_directory.hidden", str(directory_editor))]


def test_what_is_shown_again_without_a_check_keeps_its_age_and_gets_the_notice_anew(
    directory_editor,
):
    service = entry(assured=OLD, hidden_since=date(2026, 11, 1), overdue_since=date(2026, 5, 1))
    services.show_again(service, directory_editor)
    service.refresh_from_db()
    assert service.is_public
    assert (service.assured_date, service.overdue_since) == (OLD, TODAY)


def test_every_deed_has_words_in_the_history(directory_editor):
    service = entry()
    services.record_check(service, role="Directory editor", checked="Phone", user=directory_editor)
    services.hide([service], action=services.HIDDEN_BY_AGE)
    messages = [row.message for row in ModelLogEntry.objects.for_instance(service)]
    assert sorted(messages) == [
        "Checked by staff",
        "Hidden: nobody has checked it for too long",
    ]


class TestDraft:
    """A draft was held back while somebody else confirmed the entry."""

    def held(self, **changes: object) -> Service:
        service = entry(assured=OLD, checked="Price")
        for name, value in changes.items():
            setattr(service, name, value)
        service.save_revision()
        return service

    def publish(self, service: Service) -> Service:
        Service.objects.get(pk=service.pk).latest_revision.publish()
        return Service.objects.get(pk=service.pk)

    def test_published_later_it_keeps_the_newer_check(self):
        service = self.held(name="A better name")
        services.answer_unchanged(question(service))
        published = self.publish(service)
        assert published.name == "A better name"
        assert (published.assured_date, published.assurer_role) == (TODAY, "Nurse manager")
        assert published.checked == services.ALL_OF_IT

    def test_a_newer_check_in_the_draft_itself_holds(self):
        service = self.held(assured_date=date(2026, 11, 20), checked="Times")
        published = self.publish(service)
        assert (published.assured_date, published.checked) == (date(2026, 11, 20), "Times")

    def test_it_shows_no_entry_that_was_hidden_meanwhile(self):
        service = self.held(name="A better name")
        services.hide([service], action=services.HIDDEN_BY_AGE)
        published = self.publish(service)
        assert published.hidden_since == TODAY
        assert not published.is_public

    def test_the_editor_sees_the_newer_check_in_the_form(self):
        service = self.held(name="A better name")
        services.answer_unchanged(question(service))
        draft = Service.objects.get(pk=service.pk).latest_revision.as_object()
        assert draft.assured_date == TODAY

    def test_a_date_of_an_entry_that_was_never_published_can_be_put_right(self):
        service = self.held()
        Service.objects.filter(pk=service.pk).update(live=False, assured_date=TODAY)
        assert self.publish(service).assured_date == OLD


def test_the_role_of_an_organisation_is_its_own():
    assert services.role_of(owner()) == "Nurse manager"
