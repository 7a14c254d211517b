"""Arithmetic with dates."""

from __future__ import annotations

import calendar
from datetime import date, timedelta


def shifted(day: date, *, days: int = 0, months: int = 0) -> date:
    """`day` moved; the last day of a month stays the last when the new month is shorter."""
    if months:
        index = day.year * 12 + day.month - 1 + months
        year, month = divmod(index, 12)
        day = date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))
    return day + timedelta(days=days)
