"""What can be wrong with a request, as BaRS names it: HTTP status, error code, issue type.

Codes as in the OperationOutcome examples of the BaRS FHIR API 1.4.0.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from referrals.exchange.bundles.names import uk_core
from referrals.exchange.bundles.parts import coding

SYSTEM = "https://fhir.nhs.uk/Codesystem/http-error-codes"
# The error code of each status; issue types of R4: hl7.org/fhir/R4/valueset-issue-type.html
CODES = {
    400: "REC_BAD_REQUEST", 401: "REC_UNAUTHORIZED", 403: "REC_FORBIDDEN", 404: "REC_NOT_FOUND",
    405: "REC_METHOD_NOT_ALLOWED", 406: "REC_NOT_ACCEPTABLE", 408: "REC_TIMEOUT",
    409: "REC_CONFLICT", 413: "REC_BAD_REQUEST", 415: "REC_BAD_REQUEST", 422:
    "REC_UNPROCESSABLE_ENTITY", 425: "REC_TOO_EARLY", 500: "REC_SERVER_ERROR",
    501: "REC_NOT_IMPLEMENTED", 503: "REC_SERVICE_UNAVAILABLE",
}  # fmt: skip
# The sender tries again with the same id, and is then heard anew rather than told the same.
HEARD_AGAIN = frozenset({408, 500, 503})


@dataclass(frozen=True)
class Fault:
    """`why` is for a person at the sender's, and never repeats what the message says of anyone."""

    status: int
    issue: str
    why: str


class Refused(Exception):
    """The request is answered with these faults; the first gives the status."""

    def __init__(self, *faults: Fault) -> None:
        super().__init__(", ".join(f"{fault.status} {fault.issue}" for fault in faults))
        self.faults = faults


def required(why: str) -> Fault:
    return Fault(400, "required", why)


def invalid(why: str) -> Fault:
    return Fault(400, "invalid", why)


def invariant(why: str) -> Fault:
    return Fault(400, "invariant", why)


def not_supported(why: str) -> Fault:
    return Fault(422, "not-supported", why)


def outcome(faults: Sequence[Fault]) -> dict[str, Any]:
    """Return the OperationOutcome; without faults it says that all is well."""
    if not faults:
        fine = {"severity": "information", "code": "informational", "diagnostics": "No faults."}
        return _outcome(fine)
    return _outcome(*map(_issue, faults))


def _outcome(*issues: dict[str, Any]) -> dict[str, Any]:
    profile = uk_core("UKCore-OperationOutcome")
    return {
        "resourceType": "OperationOutcome", "meta": {"profile": [profile]}, "issue": list(issues)
    }  # fmt: skip


def _issue(fault: Fault) -> dict[str, Any]:
    code = CODES[fault.status]
    words = coding(SYSTEM, code, f"{fault.status} - {code}")
    return {
        "severity": "error",
        "code": fault.issue,
        "details": {"coding": [words]},
        "diagnostics": fault.why,
    }
