import pytest
from django.core.cache import cache
from django.http import HttpResponse

from portal.throttle import client_address, throttled


@pytest.fixture(autouse=True)
def _empty_cache():
    cache.clear()


@throttled("test", limit=2, seconds=60)
def view(request):
    return HttpResponse("done")


@pytest.mark.django_db
def test_the_third_post_from_one_address_is_asked_to_wait(rf):
    statuses = [view(rf.post("/")).status_code for _ in range(3)]
    assert statuses == [200, 200, 429]


@pytest.mark.django_db
def test_another_address_is_not_held_up(rf):
    for _ in range(3):
        view(rf.post("/"))
    assert view(rf.post("/", REMOTE_ADDR="10.0.0.9")).status_code == 200


def test_reading_is_never_counted(rf):
    assert {view(rf.get("/")).status_code for _ in range(9)} == {200}


@pytest.mark.django_db
def test_the_address_itself_is_not_kept(rf):
    view(rf.post("/", REMOTE_ADDR="192.0.2.77"))
    assert not [key for key in cache._cache if "192.0.2.77" in key]


def test_a_forwarded_address_is_not_believed_without_a_proxy(rf, settings):
    settings.TRUSTED_PROXIES = 0
    request = rf.get("/", REMOTE_ADDR="192.0.2.1", HTTP_X_FORWARDED_FOR="198.51.100.7")
    assert client_address(request) == "192.0.2.1"


def test_behind_one_proxy_the_address_it_saw_counts_and_a_forged_one_does_not(rf, settings):
    settings.TRUSTED_PROXIES = 1
    request = rf.get("/", HTTP_X_FORWARDED_FOR="203.0.113.9, 198.51.100.7")
    assert client_address(request) == "198.51.100.7"
