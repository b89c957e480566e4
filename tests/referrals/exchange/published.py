"""What HL7 UK and NHS England publish, where it lies beside the repository."""

import json
import tarfile
from functools import cache
from pathlib import Path
from typing import Any

STANDARDS = Path(__file__).resolve().parents[4] / "shared" / "standards" / "fhir-uk"
MISSING = f"the published standards are not in {STANDARDS.relative_to(STANDARDS.parents[2])}"
API = STANDARDS / "bars-api" / "specification" / "examples1.4.0"


@cache
def examples() -> dict[str, bytes]:
    """Return name -> JSON of each example resource in the package of UK Core."""
    found = {}
    for package in sorted((STANDARDS / "packages").glob("*.tgz")):
        with tarfile.open(package) as files:
            for member in files:
                name = Path(member.name).stem
                if name.startswith(("UKCore-", "Extension-")) and name.endswith("-Example"):
                    held = files.extractfile(member)
                    found[name] = held.read() if held else b""
    return found


@cache
def examples_of(kind: str) -> dict[str, dict[str, Any]]:
    """Return name -> resource of a kind."""
    read = {name: json.loads(raw) for name, raw in sorted(examples().items())}
    return {name: each for name, each in read.items() if each["resourceType"] == kind}


def xml_examples() -> dict[str, bytes]:
    """Return name -> XML of each example resource of UK Core."""
    files = sorted((STANDARDS / "ukcore" / "examples").glob("*.xml"))
    return {file.stem: file.read_bytes() for file in files}
