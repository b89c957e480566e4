"""The staff home: the doors that each role may open, and no others."""

import pytest

from tests.portal.design.soup import soup

DOORS = {
    "editor": {"Content admin"},
    "reviewer": {"Content admin"},
    "stranger": set(),
}


def doors(client, user) -> set[str]:
    client.force_login(user)
    found = {link.get_text(strip=True) for link in soup(client.get("/staff/")).main.select("a")}
    return found & {"Referrals", "Audit trail", "Directory", "Content admin"}


@pytest.mark.parametrize(("role", "expected"), DOORS.items())
def test_each_sees_the_doors_of_their_role(client, role, expected, request):
    seen = doors(client, request.getfixturevalue(role))
    assert expected <= seen
    assert "Referrals" not in seen


def test_triage_sees_referrals_and_every_door_opens(client, triage):
    assert "Referrals" in doors(client, triage)
    for link in soup(client.get("/staff/")).select('nav[aria-label="Staff"] a'):
        assert client.get(link["href"]).status_code == 200, link["href"]
