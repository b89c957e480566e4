import pytest


def test_live_answers_without_a_database(client):
    assert client.get("/health/live").content == b"live"


@pytest.mark.django_db
def test_ready_answers_when_the_database_does(client):
    assert client.get("/health/ready").status_code == 200


def test_ready_is_503_without_detail_when_the_database_fails(client, monkeypatch):
    from django.db.utils import OperationalError

    def fail(*args):
        raise OperationalError("secret host name")

    monkeypatch.setattr("portal.health.connection.cursor", fail)
    response = client.get("/health/ready")
    assert response.status_code == 503
    assert response.content == b"not ready"
