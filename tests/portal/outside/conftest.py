import pytest


@pytest.fixture
def this_machine(settings):
    """Let the server of a test be read, which is on this machine."""
    settings.OUTSIDE_PRIVATE_HOSTS = ["127.0.0.1"]
