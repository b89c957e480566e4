"""Read a destination out of its one setting: `address#key=value&key=value`."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from urllib.parse import parse_qsl

from referrals.exchange.bundles.letter import Party


class Misconfigured(Exception):
    """A setting does not say what its adapter needs; the text says what."""


@dataclass(frozen=True)
class Configuration:
    """`address` never holds what stands after `#`, so no secret or path goes over the wire."""

    setting: str
    address: str
    options: Mapping[str, str]

    def needed(self, key: str) -> str:
        """Return an option; raise Misconfigured without it."""
        if not self.options.get(key):
            raise Misconfigured(f"{self.setting} lacks {key}=… after the #.")
        return self.options[key]

    def secret(self, key: str) -> str:
        """Return what the file holds that the option names; raise Misconfigured, OSError."""
        text = Path(self.needed(key)).read_text(encoding="utf-8").strip()
        if not text:
            raise Misconfigured(f"{self.setting}: the file of {key} is empty.")
        return text

    @property
    def party(self) -> Party:
        """Return the receiver, as messages name it."""
        name = self.options.get("name", "The receiving service")
        return Party(
            name, self.options.get("ods", ""), self.options.get("target", ""), self.address
        )


def read(setting: str, text: str, allowed: frozenset[str]) -> Configuration:
    """Return what the setting says; raise Misconfigured for what no adapter knows."""
    address, _, rest = text.strip().partition("#")
    options = dict(parse_qsl(rest, keep_blank_values=True))
    strange = sorted(set(options) - allowed)
    if not address or strange:
        raise Misconfigured(f"{setting}: {', '.join(strange) or 'the address'} is not understood.")
    return Configuration(setting, address, MappingProxyType(options))
