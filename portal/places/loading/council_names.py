"""Names of councils: ONS packs a table of codes and names beside its postcodes."""

import re
from collections.abc import Iterable

_CODE, _NAME = re.compile(r"lad\d*cd"), re.compile(r"lad\d*nm")


def council_names(header: list[str], rows: Iterable[list[str] | None]) -> dict[str, str]:
    """Return code -> name when the header is that of such a table, otherwise nothing."""
    names = [cell.strip().lower() for cell in header]
    code = next((at for at, name in enumerate(names) if _CODE.fullmatch(name)), None)
    name = next((at for at, name in enumerate(names) if _NAME.fullmatch(name)), None)
    if code is None or name is None:
        return {}
    width = max(code, name)
    return {row[code].strip(): row[name].strip() for row in rows if row and len(row) > width}
