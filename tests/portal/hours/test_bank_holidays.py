from datetime import date

from portal.hours.bank_holidays import is_bank_holiday


def test_christmas_day_is_a_bank_holiday():
    assert is_bank_holiday(date(2026, 12, 25))


def test_an_ordinary_monday_is_not():
    assert not is_bank_holiday(date(2026, 11, 23))


def test_the_nations_keep_different_days():
    st_andrews_day = date(2026, 11, 30)
    assert is_bank_holiday(st_andrews_day, "SCT")
    assert not is_bank_holiday(st_andrews_day, "ENG")
