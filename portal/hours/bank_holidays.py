"""Bank holidays of the UK nations, from the `holidays` package (gov.uk/bank-holidays)."""

from datetime import date
from functools import lru_cache


def is_bank_holiday(day: date, nation: str = "ENG") -> bool:
    """Say whether the day is a bank holiday. Nations: ENG, WLS, SCT, NIR."""
    return day in _holidays_of(day.year, nation)


@lru_cache(maxsize=32)
def _holidays_of(year: int, nation: str) -> frozenset[date]:
    import holidays  # late: the package is slow to import and few requests need it

    return frozenset(holidays.country_holidays("GB", subdiv=nation, years=year))
