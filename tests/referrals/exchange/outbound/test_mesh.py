"""Against the sandbox that comes with no wheel, a stand-in for the client: what is asked of it."""

from types import SimpleNamespace
from uuid import UUID

import mesh_client
import pytest
import requests

from referrals.exchange.outbound import mesh
from referrals.exchange.outbound.configuration import Misconfigured, read
from referrals.exchange.outbound.parcel import Parcel
from referrals.exchange.outbound.verdict import Delivered, Refused, TryAgain

PARCEL = Parcel(UUID(int=7), UUID(int=8), b"{}")


@pytest.fixture
def setting(tmp_path):
    for name in ("password", "shared"):
        (tmp_path / name).write_text(f"the {name}\n")
    return (
        f"https://mesh.example/OURS#to=THEIRS&password_file={tmp_path / 'password'}"
        f"&shared_key_file={tmp_path / 'shared'}"
    )


@pytest.fixture
def adapter(setting):
    return mesh.Mesh(read("REFERRALS_SEND_MESH", setting, mesh.OPTIONS))


@pytest.fixture
def client(monkeypatch):
    """Notes how it was made and what it was asked to send; `fail` is raised if set."""
    seen = SimpleNamespace(made=None, sent=None, fail=None)

    class Client:
        def __init__(self, url, mailbox, password, **options):
            seen.made = (url, mailbox, password, options)

        def __enter__(self):
            return self

        def __exit__(self, *args):
            return None

        def send_message(self, recipient, data, **options):
            if seen.fail:
                raise seen.fail
            seen.sent = (recipient, data, options)
            return "id"

    monkeypatch.setattr(mesh_client, "MeshClient", Client)
    return seen


def test_a_message_goes_from_our_mailbox_to_theirs(adapter, client):
    assert adapter.send(PARCEL) == Delivered()
    assert client.made[:3] == ("https://mesh.example", "OURS", "the password")
    assert client.made[3]["shared_key"] == b"the shared"
    recipient, data, options = client.sent
    assert (recipient, data, options["local_id"]) == ("THEIRS", b"{}", str(PARCEL.key))


def test_the_client_itself_never_posts_twice(adapter, client):
    adapter.send(PARCEL)
    assert client.made[3]["max_retries"] == 0


@pytest.mark.parametrize(
    ("more", "cert", "verify", "workflow"),
    [
        ("", None, None, "BARS_REFERRAL"),
        ("&certificate=/a.pem&key=/a.key&authority=/ca.pem&workflow=OWN", ("/a.pem", "/a.key"),
         "/ca.pem", "OWN"),
    ],
    ids=["by itself", "as configured"],
)  # fmt: skip
def test_certificate_and_workflow_are_those_configured(
    setting, client, more, cert, verify, workflow
):
    mesh.Mesh(read("REFERRALS_SEND_MESH", setting + more, mesh.OPTIONS)).send(PARCEL)
    assert (client.made[3]["cert"], client.made[3]["verify"]) == (cert, verify)
    assert client.sent[2]["workflow_id"] == workflow


def test_the_receiver_is_named_as_configured(setting):
    more = setting + "&name=Their%20record&ods=W0V02&target=77"
    party = mesh.Mesh(read("REFERRALS_SEND_MESH", more, mesh.OPTIONS)).party
    assert (party.name, party.ods, party.service) == ("Their record", "W0V02", "77")


def _http(status):
    return requests.HTTPError(response=SimpleNamespace(status_code=status))


@pytest.mark.parametrize(
    ("fault", "verdict"),
    [
        (_http(403), TryAgain("MESH: 403")),
        (_http(503), TryAgain("MESH: 503")),
        (_http(417), Refused("MESH: 417")),
        (requests.ConnectionError(), TryAgain("MESH: ConnectionError", down=True)),
        (mesh_client.MeshError("12", "x"), Refused("MESH: MeshError")),
    ],
    ids=["403", "503", "417", "down", "refused"],
)
def test_faults_are_told_apart(adapter, client, fault, verdict):
    client.fail = fault
    assert adapter.send(PARCEL) == verdict


def test_the_real_client_takes_what_we_ask_of_it(adapter):
    with adapter._client() as client:
        assert callable(client.send_message)


@pytest.mark.parametrize(
    "setting", ["https://mesh.example/", "OURS", "https://mesh.example/O#to=T"]
)
def test_a_mailbox_without_what_it_needs_is_a_fault(setting):
    with pytest.raises(Misconfigured):
        mesh.Mesh(read("REFERRALS_SEND_MESH", setting, mesh.OPTIONS))


def test_health_data_never_leaves_unprotected(setting):
    with pytest.raises(Misconfigured, match="must be https"):
        mesh.Mesh(read("REFERRALS_SEND_MESH", setting.replace("https", "http"), mesh.OPTIONS))
