"""The receiver opened to two systems."""

from typing import Any

import pytest

from tests.referrals.exchange.inbound.senders import OTHER_TOKEN, SERVICE, TOKEN, digest


@pytest.fixture(autouse=True)
def _open(settings: Any) -> None:
    settings.BARS_RECEIVER_TOKENS = [
        f"the record:{digest(TOKEN)}", f"somebody else:{digest(OTHER_TOKEN)}"
    ]  # fmt: skip
    settings.BARS_RECEIVER_SERVICE_IDS = [SERVICE]
