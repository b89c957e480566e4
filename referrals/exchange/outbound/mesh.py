"""A mailbox on MESH, NHS England's Message Exchange for Social Care and Health."""

from typing import Any
from urllib.parse import urlsplit

from referrals.exchange.outbound.configuration import Configuration, Misconfigured
from referrals.exchange.outbound.parcel import Parcel
from referrals.exchange.outbound.verdict import Delivered, Refused, TryAgain, Verdict

OPTIONS = frozenset({
    "to", "workflow", "password_file", "shared_key_file", "certificate", "key", "authority",
    "name", "ods", "target",
})  # fmt: skip
WORKFLOW = "BARS_REFERRAL"
SECONDS = 30


class Mesh:
    """Sends from our mailbox to one other: `https://host/OUR-MAILBOX#to=THEIRS&…`."""

    name, label = "mesh", "MESH"

    def __init__(self, configuration: Configuration) -> None:
        """Raise Misconfigured without TLS, mailboxes and password."""
        where = urlsplit(configuration.address)
        if where.scheme != "https" or not where.hostname or not where.path.strip("/"):
            raise Misconfigured(f"{configuration.setting} must be https://host/MAILBOX#….")
        for key in ("to", "password_file", "shared_key_file"):
            configuration.needed(key)
        self.configuration = configuration
        self.host = f"{where.scheme}://{where.netloc}"
        self.mailbox = where.path.strip("/")
        self.party = configuration.party

    def send(self, parcel: Parcel) -> Verdict:
        """Send once; our key is the local id, by which the receiver knows a message again."""
        from mesh_client import MeshError  # late: only where it is used
        from requests import RequestException

        options = self.configuration.options
        try:
            with self._client() as client:
                client.send_message(
                    options["to"], parcel.body, workflow_id=options.get("workflow", WORKFLOW),
                    local_id=str(parcel.key), subject="Referral",
                    filename=f"{parcel.key}.json", content_type="application/fhir+json",
                )  # fmt: skip
        except MeshError as error:
            return Refused(f"MESH: {type(error).__name__}")
        except RequestException as error:
            return _failed(error)
        return Delivered()

    def _client(self) -> Any:
        from mesh_client import MeshClient

        options = self.configuration.options
        files: Any = tuple(options[key] for key in ("certificate", "key") if options.get(key))
        return MeshClient(
            self.host, self.mailbox, self.configuration.secret("password_file"),
            shared_key=self.configuration.secret("shared_key_file").encode(),
            cert=files or None, verify=options.get("authority"), max_retries=0, timeout=SECONDS,
            application_name="Front Door",
        )  # fmt: skip


def _failed(error: Any) -> Verdict:
    status = getattr(getattr(error, "response", None), "status_code", None)
    if status in (400, 404, 413, 417):
        return Refused(f"MESH: {status}")
    return TryAgain(f"MESH: {status or type(error).__name__}", down=status is None)
