"""The gallery shows every component; what it shows is valid HTML and within the byte budget."""

import gzip
import shutil
import subprocess
from itertools import pairwise
from pathlib import Path

import pytest

from tests.portal.design.soup import soup

ROOT = Path(__file__).resolve().parents[3]
BUILT = ROOT / "build" / "assets" / "design"
VALIDATOR = ROOT / "node_modules" / "html-validate" / "bin" / "html-validate.mjs"
FRAME_PARTS = {"header", "doors", "staff_nav", "who_to_call", "footer", "panel", "breadcrumb"}


@pytest.fixture
def gallery(client, stranger):
    client.force_login(stranger)
    return client.get("/staff/design/")


def test_the_gallery_is_for_staff(client, db):
    response = client.get("/staff/design/")
    assert response.status_code == 302
    assert response["Location"].startswith("/accounts/login/")


def test_every_component_is_in_the_gallery():
    folder = ROOT / "templates" / "components"
    shown = "".join(path.read_text() for path in (folder / "gallery").glob("*.html"))
    for component in folder.glob("*.html"):
        if component.stem not in FRAME_PARTS:
            assert f"components/{component.name}" in shown, component.name


def test_every_component_says_what_it_takes():
    for component in (ROOT / "templates" / "components").glob("*.html"):
        assert component.read_text().startswith("{% comment %}"), component.name


def test_ids_are_unique_and_everything_referred_to_is_there(gallery):
    page = soup(gallery)
    ids = [tag["id"] for tag in page.select("[id]")]
    assert len(ids) == len(set(ids))
    for attribute in ("aria-describedby", "aria-labelledby", "for"):
        for tag in page.select(f"[{attribute}]"):
            assert set(tag[attribute].split()) <= set(ids), tag


def test_headings_do_not_skip_a_level(gallery):
    levels = [int(tag.name[1]) for tag in soup(gallery).select("h1, h2, h3, h4")]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_every_button_and_link_has_words(gallery):
    for tag in soup(gallery).select("a, button, summary"):
        assert tag.get_text(strip=True), tag


@pytest.mark.skipif(
    not VALIDATOR.exists() or not shutil.which("node"), reason="needs `make setup`: html-validate"
)
def test_the_gallery_is_valid_html(gallery, tmp_path):
    page = tmp_path / "gallery.html"
    page.write_bytes(gallery.content)
    run = subprocess.run(
        ["node", VALIDATOR, "--config", Path(__file__).parent / "html-validate.json", page],
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stdout + run.stderr


@pytest.mark.skipif(not BUILT.exists(), reason="needs `npm run build`")
@pytest.mark.parametrize(("name", "most"), [("site.css", 30_000), ("site.js", 4_000)])
def test_what_every_page_loads_stays_small(name, most):
    assert len(gzip.compress((BUILT / name).read_bytes(), 9)) <= most


@pytest.mark.skipif(not BUILT.exists(), reason="needs `npm run build`")
def test_the_stylesheet_carries_no_foreign_address_and_no_licensed_font():
    css = (BUILT / "site.css").read_text()
    assert "http" not in css
    assert "Frutiger" not in css
    assert "@font-face" not in css
