"""Form elements of Word: content controls, and the fields of older forms (FORMTEXT, FORMCHECKBOX, FORMDROPDOWN)."""

from __future__ import annotations

from dataclasses import dataclass
from xml.etree.ElementTree import Element

from iepaudit.extract.docx_styles import W, is_on
from iepaudit.model.document import CHECKED, EMPTY, WordSource

_W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
_KINDS = {"text": "text", "date": "text", "dropDownList": "choice", "comboBox": "choice", "richText": "text"}


@dataclass(frozen=True, slots=True)
class Control:
    """A content control; `checked` is None unless it is a check box, `blank` when it shows its placeholder."""

    name: str
    kind: str
    checked: bool | None = None
    blank: bool = False


def control_of(item: Element) -> Control | None:
    """The control of a `w:sdt`; None for one that only groups text, as tables of contents are."""
    properties = item.find(W + "sdtPr")
    if properties is None:
        return None
    named = properties.find(W + "alias")
    if named is None:
        named = properties.find(W + "tag")
    name = named.get(W + "val", "") if named is not None else ""
    box = properties.find(_W14 + "checkbox")
    if box is not None:
        state = box.find(_W14 + "checked")
        on = state is not None and (state.get(_W14 + "val") or "1").lower() in ("1", "true", "on")
        return Control(name, "checkbox", checked=on)
    blank = bool(is_on(properties.find(W + "showingPlcHdr")))
    kind = next((k for tag, k in _KINDS.items() if properties.find(W + tag) is not None), None)
    if kind is None and not blank and properties.find(W + "placeholder") is None:
        return None
    return Control(name, kind or "text", blank=blank)


@dataclass(slots=True)
class LegacyField:
    """A field while it is read. `shown` stands instead of its result; `shows` turns true where its result begins."""

    name: str | None = None
    is_text: bool = False
    shown: str = ""
    kind: str = "text"
    encoding: str = ""
    source: WordSource = WordSource.TEXT
    blank: bool = False
    shows: bool = False
    default: str = ""  # what the form printed there

    @staticmethod
    def of(begin: Element) -> LegacyField:
        data = begin.find(W + "ffData")
        if data is None:
            return LegacyField()
        named = data.find(W + "name")
        name = named.get(W + "val", "") if named is not None else ""
        box, choice = data.find(W + "checkBox"), data.find(W + "ddList")
        if box is not None:
            on = is_on(box.find(W + "checked"))
            if on is None:
                on = is_on(box.find(W + "default"))
            return LegacyField(name, shown=CHECKED if on else EMPTY, kind="checkbox", encoding="widget")
        if choice is not None:
            entries = [e.get(W + "val", "") for e in choice.findall(W + "listEntry")]
            given = choice.find(W + "result")
            number = given.get(W + "val", "0") if given is not None else ""
            chosen = int(number) if number.isdigit() else 0
            shown = entries[chosen] if chosen < len(entries) else ""
            blank = given is None or not shown.strip()
            return LegacyField(
                name, shown=shown, kind="choice", source=WordSource.TEXT if blank else WordSource.FIELD, blank=blank
            )
        typed = data.find(W + "textInput")
        printed = typed.find(W + "default") if typed is not None else None
        default = printed.get(W + "val", "").strip() if printed is not None else ""
        return LegacyField(name, is_text=typed is not None, default=default)
