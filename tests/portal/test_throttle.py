import pytest
from django.core.cache import cache
from django.http import HttpResponse

from portal.throttle import throttled


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
