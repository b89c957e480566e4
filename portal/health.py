"""Health for the machine that runs the site: /health/live and /health/ready."""

from django.db import connection
from django.db.utils import Error
from django.http import HttpRequest, HttpResponse
from django.urls import path


def live(request: HttpRequest) -> HttpResponse:
    """Say that the process answers."""
    return HttpResponse("live", content_type="text/plain")


def ready(request: HttpRequest) -> HttpResponse:
    """Say that the database answers: 200, or 503 without detail."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except Error:
        return HttpResponse("not ready", status=503, content_type="text/plain")
    return HttpResponse("ready", content_type="text/plain")


urlpatterns = [path("live", live, name="live"), path("ready", ready, name="ready")]
