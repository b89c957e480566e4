import pytest
from cryptography.fernet import Fernet

from referrals.demo.deliveries import deliver
from referrals.models import OutboxMessage

pytestmark = pytest.mark.django_db


@pytest.fixture
def data(settings, tmp_path):
    settings.DATA_DIR = tmp_path
    settings.REFERRALS_SEND_FILES = f"{tmp_path / 'drop'}#key_file={tmp_path / 'drop.key'}"
    return tmp_path


def test_a_demo_without_a_folder_sends_nothing(make_referral):
    make_referral()
    assert deliver() == 0
    assert not OutboxMessage.objects.filter(delivered_at__isnull=False).exists()


def test_one_message_is_given_up_and_the_others_lie_in_the_folder(make_referral, data):
    for _ in range(3):
        make_referral()
    assert deliver() == 2
    files = list((data / "drop").iterdir())
    assert len(files) == 2
    key = Fernet((data / "drop.key").read_bytes())
    assert all(key.decrypt(file.read_bytes()).startswith(b'{"resourceType"') for file in files)
    assert OutboxMessage.objects.filter(given_up_at__isnull=False).count() == 1


def test_a_second_run_adds_nothing_and_keeps_the_key(make_referral, data):
    make_referral()
    deliver()
    before = (data / "drop.key").read_bytes(), OutboxMessage.objects.count()
    assert deliver() == 0
    assert ((data / "drop.key").read_bytes(), OutboxMessage.objects.count()) == before
