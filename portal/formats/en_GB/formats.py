"""Dates and times as people say them: Tuesday 24 November 2026, 5:30pm."""

DATE_FORMAT = "l j F Y"
SHORT_DATE_FORMAT = "j F Y"
TIME_FORMAT = "g:ia"
DATETIME_FORMAT = "l j F Y, g:ia"
