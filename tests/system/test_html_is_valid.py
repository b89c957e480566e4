"""Every rendered page is valid HTML, by html-validate's recommended rules."""

import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, Response

from tests.system.referral import answer_everything, begin, go_on
from tests.system.site import Site
from tests.system.test_every_page import SCREENS
from tests.system.test_staff_screens import STAFF_SCREENS

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


def test_every_staff_screen_is_valid(signed_in: Callable[..., Page], tmp_path: Path) -> None:
    for user, addresses in STAFF_SCREENS.items():
        asked = signed_in(user).context.request
        for number, address in enumerate(addresses):
            (tmp_path / f"{user}-{number}.html").write_bytes(asked.get(address).body())
    result = validate(tmp_path)
    assert result.returncode == 0, result.stdout[-6000:] + result.stderr[-2000:]


@pytest.mark.parametrize("pathway", ["palliative-care-support", "specialist-palliative-care"])
def test_every_question_is_valid_before_and_after_an_error(
    page: Page, tmp_path: Path, pathway: str
) -> None:
    # The words as the server sent them, not as the browser mended them.
    page.on("response", lambda answer: keep(answer, tmp_path))
    begin(page, pathway)
    answer_everything(page, leave_it_empty_once)
    result = validate(tmp_path)
    assert len(list(tmp_path.glob("*.html"))) > 20
    assert result.returncode == 0, result.stdout[-6000:] + result.stderr[-2000:]


def leave_it_empty_once(page: Page) -> None:
    if page.get_by_role("button", name="Continue").count():
        go_on(page)


def keep(answer: Response, folder: Path) -> None:
    if answer.ok and "text/html" in answer.headers.get("content-type", ""):
        (folder / f"{len(list(folder.iterdir())):03}.html").write_bytes(answer.body())


def test_the_validator_would_notice_a_fault(tmp_path: Path) -> None:
    (tmp_path / "bad.html").write_text(
        '<!DOCTYPE html><html lang="en"><head><title>x</title></head>'
        "<body><h1>x</h1><h3>skips</h3><input type=text></body></html>"
    )
    assert validate(tmp_path).returncode != 0
