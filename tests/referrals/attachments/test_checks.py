import pytest

from referrals.attachments.checks import files_are_scanned


@pytest.mark.parametrize(
    ("address", "ids"),
    [
        ("", ["referrals.W005"]),
        ("127.0.0.1:3310", []),
        ("[::1]:3310", []),
        ("clamd:3310", []),
        ("/run/clamav/clamd.sock", []),
        ("clamd", ["referrals.E005"]),
        ("clamd:port", ["referrals.E005"]),
        ("http://clamd:3310", ["referrals.E005"]),
    ],
)
def test_a_deployment_hears_of_a_scanner_that_is_missing_or_misnamed(settings, address, ids):
    settings.CLAMAV_ADDRESS = address
    assert [message.id for message in files_are_scanned()] == ids
