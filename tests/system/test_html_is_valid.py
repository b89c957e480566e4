"""Every rendered page is valid HTML, by html-validate's recommended rules."""

import subprocess
import sys
import urllib.error
import urllib.request
from pathlib import Path

from tests.system.site import Site
from tests.system.test_every_page import SCREENS

ROOT = Path(__file__).resolve().parents[2]


def fetch(url: str) -> bytes:
    try:
        with urllib.request.urlopen(url, timeout=30) as answer:
            return answer.read()
    except urllib.error.HTTPError as error:
        return error.read()


def validate(folder: Path) -> subprocess.CompletedProcess[str]:
    node = Path(sys.executable).with_name("node")
    command = [str(node), str(ROOT / "node_modules/html-validate/bin/html-validate.mjs"),
               "--config", str(ROOT / ".htmlvalidate.json"), "--formatter", "text",
               f"{folder}/*.html"]  # fmt: skip
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)


def test_every_rendered_page_is_valid(site: Site, tmp_path: Path) -> None:
    addresses = [*site.public_addresses(), *SCREENS]
    for number, address in enumerate(addresses):
        name = address.strip("/").replace("/", "_")[:60] or "home"
        (tmp_path / f"{number:03}-{name.replace('?', '_')}.html").write_bytes(
            fetch(site.url + address)
        )
    result = validate(tmp_path)
    assert result.returncode == 0, result.stdout[-6000:] + result.stderr[-2000:]


def test_the_validator_would_notice_a_fault(tmp_path: Path) -> None:
    (tmp_path / "bad.html").write_text(
        '<!DOCTYPE html><html lang="en"><head><title>x</title></head>'
        "<body><h1>x</h1><h3>skips</h3><input type=text></body></html>"
    )
    assert validate(tmp_path).returncode != 0
