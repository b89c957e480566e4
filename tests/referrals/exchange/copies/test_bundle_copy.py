import pytest

from referrals.exchange.bundles.cardinality import faults_of
from referrals.exchange.bundles.questions import answers_of
from referrals.models import AuditEvent

pytestmark = pytest.mark.django_db


@pytest.fixture
def url(make_referral):
    return f"/staff/referrals/{make_referral().reference}/message/"


def test_staff_download_the_message_and_that_is_recorded(client, triage, make_referral):
    referral = make_referral()
    client.force_login(triage)
    answer = client.get(f"/staff/referrals/{referral.reference}/message/")
    assert answer["Content-Type"] == "application/fhir+json"
    body = answer.json()
    assert faults_of(body) == []
    found = [entry["resource"] for entry in body["entry"]]
    filled_in = next(r for r in found if r["resourceType"] == "QuestionnaireResponse")
    assert answers_of(filled_in)[2] == referral.answers
    assert AuditEvent.objects.get(action="copied").actor == triage


def test_it_is_the_same_file_each_time(client, triage, url):
    client.force_login(triage)
    assert client.get(url).content == client.get(url).content


@pytest.mark.parametrize("copy", ["pdf", "message"])
def test_only_who_reads_referrals_gets_a_copy(client, administrator, url, copy):
    url = url.replace("message", copy)
    assert client.get(url).status_code == 302
    client.force_login(administrator)
    assert client.get(url).status_code == 403
    assert AuditEvent.objects.filter(action__in=["printed", "copied"]).count() == 0


@pytest.mark.parametrize("copy", ["pdf", "message"])
def test_a_referral_that_is_not_there_is_not_found(client, triage, copy):
    client.force_login(triage)
    assert client.get(f"/staff/referrals/ZZZZ-ZZZZ/{copy}/").status_code == 404


def test_a_message_is_only_read(client, triage, url):
    client.force_login(triage)
    assert client.post(url).status_code == 405
