import pytest

from services_directory.assurance.mailboxes import WITHOUT, at, mailbox_of
from services_directory.models import Service
from tests.services_directory import build

pytestmark = pytest.mark.django_db
CASES = [
    # role mailbox, service, organisation, kind, whose answers
    ("role@a.example", "own@a.example", "hello@a.example", "local", "role@a.example"),
    ("", "own@a.example", "hello@a.example", "local", "own@a.example"),
    ("", "", "hello@a.example", "partner", "hello@a.example"),
    ("", "", "", "local", ""),
    ("role@a.example", "", "", "national", "role@a.example"),
    ("", "help@a.example", "hello@a.example", "national", ""),
]


@pytest.mark.parametrize(("role", "own", "whole", "kind", "mailbox"), CASES)
def test_page_and_database_agree_whose_mailbox_answers(role, own, whole, kind, mailbox):
    owner = build.organization("One", assurer_email=role, email=whole, kind=kind)
    service = build.service(organization=owner, email=own)
    assert mailbox_of(service) == mailbox
    assert Service.objects.filter(WITHOUT).exists() == (mailbox == "")
    for address in {role, own, whole} - {""}:
        assert Service.objects.filter(at([address])).exists() == (address == mailbox)


def test_no_address_finds_no_entry():
    build.service()
    assert not Service.objects.filter(at([])).exists()
