"""The facts of an example in a rule file -> the same tree that a plan gives."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any, assert_never

from iepaudit.engine.build import profile_facts, words_in
from iepaudit.engine.facts import NOTHING, Facts, Group, Leaf, Many, Node, leaf, unsure
from iepaudit.model.document import CHECKED
from iepaudit.model.field import FieldState, Place
from iepaudit.model.iep import Kind
from iepaudit.resources.strict_yaml import DataError, Mark, YamlMap, did_you_mean
from iepaudit.rulepack.profiles import Profile
from iepaudit.rulepack.vocabulary import SECTION, VOCABULARY, GroupType, LeafType, ManyType, NodeType, ValueKind

EXTRA = ("kind", "unreadable_pages", "as_of")
AS_OF = date(2026, 3, 2)


def example_kind(data: Mapping[str, Any]) -> Kind:
    return Kind(data.get("kind", "iep"))


def example_facts(data: YamlMap, profile: Profile) -> Facts:
    """Raises DataError with line and column for what is not in the vocabulary. A list that is left out was never
    found; a value that is left out is blank; `unclear: why` and `template: words` set the other two states."""
    unread = data.get("unreadable_pages", [])
    why_open = f"page {', '.join(str(p) for p in unread)} could not be read" if unread else ""
    builder = _Builder(why_open)
    known = [*VOCABULARY.fields, *EXTRA]
    for key in data:
        if key not in known:
            raise DataError(f"'{key}' is not part of a plan{did_you_mean(key, known)}", data.at(key))
    fields: dict[str, Node] = {}
    for name, kind in VOCABULARY.fields.items():
        builder.unseen = name == "transition" and name not in data
        fields[name] = builder.node(data.get(name), kind, name, data.at(name), top=True)
    if "questions" not in data:  # few examples are about them
        fields["questions"] = Many((), why_open=why_open)
    if "profile" not in data:
        fields["profile"] = profile_facts(profile)
    fields["document"] = _with_text(fields["document"], fields["sections"], data.get("document"), why_open)
    fields["dates"] = _with_day(fields["dates"], data)
    searched = ["pages 1 to 3", *([why_open] if why_open else [])]
    return Facts(Group(fields), tuple(searched), "pages 1 to 3")


_KIND_WORDS = {
    ValueKind.TEXT: "text",
    ValueKind.NUMBER: "a number",
    ValueKind.DATE: "a date such as 2026-03-02",
    ValueKind.BOOL: "true or false",
    ValueKind.WORDS: "a list of words",
}


class _Builder:
    def __init__(self, why_open: str) -> None:
        self.why_open = why_open
        self.unseen = False  # inside a part that the example leaves out: its lists were never found

    def node(self, data: Any, kind: NodeType, key: str, mark: Mark, *, top: bool = False) -> Node:
        if isinstance(kind, LeafType):
            return self.leaf(data, kind, mark)
        if isinstance(kind, ManyType):
            if data is None and not top and not self.unseen:
                return Many((), why_open=self.why_open)
            if data is None:
                return Many(None, f"no {key.replace('_', ' ')} were found", self.why_open)
            if isinstance(data, YamlMap) and "unclear" in data:
                return Many(None, str(data["unclear"]), str(data["unclear"]))
            if not isinstance(data, list):
                raise DataError(f"{key} is a list: [{{text: ...}}, {{text: ...}}]", mark)
            marks = getattr(data, "marks", [mark] * len(data))
            items = (self.node(d, kind.item, key, m) for d, m in zip(data, marks, strict=True))
            return Many(tuple(self._named(item, kind, i) for i, item in enumerate(items)), why_open=self.why_open)
        if isinstance(kind, GroupType):
            return self.group(data, kind, key, mark)
        assert_never(kind)

    def _named(self, item: Node, kind: ManyType, index: int) -> Node:
        """Gives an item without a label one, as the reader does."""
        group = kind.item
        if not isinstance(item, Group) or not isinstance(group, GroupType) or group.label != "label":
            return item
        have, text = item.fields["label"], item.fields.get("text")
        if "words" in item.fields and isinstance(text, Leaf):
            item = Group({**item.fields, "words": leaf(words_in(text.text))}, item.main, item.label, item.place)
        if isinstance(have, Leaf) and have.filled:
            return item
        name = f"{group.noun.capitalize()} {index + 1}"
        if group.noun != "goal" and isinstance(text, Leaf) and text.text:
            name = text.text[:40]
        return Group({**item.fields, "label": leaf(name)}, item.main, item.label, item.place)

    def group(self, data: Any, kind: GroupType, key: str, mark: Mark) -> Group:
        if data is None:
            data = {}
        if not isinstance(data, YamlMap) or set(data) & {"unclear", "template", "blank"}:
            if not kind.main and data:
                raise DataError(f"{key} is a map", mark)
            data = {kind.main: data} if data else {}
        elif isinstance(data, YamlMap):
            data.only(kind.fields)
        at = data.at if isinstance(data, YamlMap) else lambda _key: mark
        fields = {name: self.node(data.get(name), child, name, at(name)) for name, child in kind.fields.items()}
        place = None
        if data:
            shown = fields.get(kind.main)
            place = Place(1, None, shown.text if isinstance(shown, Leaf) and shown.text else key)
        if kind is SECTION:
            _complete_section(fields, key, bool(data), self.why_open)
        return Group(fields, kind.main, kind.label, place)

    def leaf(self, data: Any, kind: LeafType, mark: Mark) -> Leaf:
        if data is None:
            return Leaf(FieldState.BLANK, why_open=self.why_open)
        if isinstance(data, YamlMap):
            data.only(("unclear", "template", "blank"))
            if "unclear" in data:
                return unsure(str(data["unclear"]))
            state = FieldState.TEMPLATE if "template" in data else FieldState.BLANK
            return Leaf(state, None, Place(1, None, "(example)"), why_open=self.why_open)
        value = self.value(data, kind, mark)
        found = leaf(value, Place(1, None, str(data)))
        return Leaf(found.state, found.value, found.place, found.why, found.parts, self.why_open)

    def value(self, data: Any, kind: LeafType, mark: Mark) -> Any:
        match kind.kind:
            case ValueKind.TEXT if not isinstance(data, list | dict):
                return ("yes" if data else "no") if isinstance(data, bool) else str(data)
            case ValueKind.NUMBER if isinstance(data, int | float) and not isinstance(data, bool):
                return data
            case ValueKind.BOOL if isinstance(data, bool):
                return data
            case ValueKind.WORDS if isinstance(data, list):
                return tuple(str(d) for d in data)
            case ValueKind.DATE if isinstance(data, str):
                try:
                    return date.fromisoformat(data)
                except ValueError:
                    raise DataError(f"'{data}' is not a date such as 2026-03-02", mark) from None
            case _:
                raise DataError(f"'{data}' is not {_KIND_WORDS[kind.kind]}", mark)


def _complete_section(fields: dict[str, Node], key: str, there: bool, why_open: str) -> None:
    """What the reader would also know about a section."""
    text = fields["filled_text"]
    assert isinstance(text, Leaf)
    if fields["own_text"] == Leaf(FieldState.BLANK, why_open=why_open):
        fields["own_text"] = text
    if there and fields["heading"] == Leaf(FieldState.BLANK, why_open=why_open):
        fields["heading"] = leaf(key.replace("-", " ").capitalize(), Place(1, None, key))
    for name, value in (
        ("words", words_in(text.text)),
        ("marked", CHECKED in text.text),
        ("key", key if there else ""),
    ):
        have = fields[name]
        if isinstance(have, Leaf) and not have.filled:
            made = unsure(text.why) if name == "words" and text.why else leaf(value)
            if made.why:
                fields[name] = made
                continue
            fields[name] = Leaf(made.state, made.value, made.place, why_open=why_open)


def _with_text(document: Node, sections: Node, given: Any, why_open: str) -> Group:
    """document.text is the filled text of every section, unless the example gives it."""
    assert isinstance(document, Group) and isinstance(sections, Group)
    fields = dict(document.fields)
    if given is not None and "text" in given:
        fields["class_text"] = fields["class_text"] if "class_text" in given else fields["text"]
    else:
        fields["text"] = _said_in(sections, sections.fields, why_open)
        fields["class_text"] = _said_in(sections, [name for name in sections.fields if name != "assessment"], why_open)
    return Group(fields, document.main, document.label, document.place)


def _said_in(sections: Group, names: Iterable[str], why_open: str) -> Leaf:
    texts: list[str] = []
    unread = ""
    for node in (sections.fields[name] for name in names):
        for section in (node.items or ()) if isinstance(node, Many) else (node,):
            assert isinstance(section, Group)
            text = section.fields["filled_text"]
            assert isinstance(text, Leaf)
            if text.filled:
                texts.append(text.text)
            unread = unread or (text.why if text.state is FieldState.UNCLEAR else "")
    state = FieldState.FILLED if texts else FieldState.BLANK
    return Leaf(state, "\n".join(texts) if texts else None, why_open=why_open or unread)


def _with_day(dates: Node, data: YamlMap) -> Group:
    assert isinstance(dates, Group)
    have = dates.fields["as_of"]
    if isinstance(have, Leaf) and have.filled:
        return dates
    given = data.get("as_of")
    day = date.fromisoformat(given) if isinstance(given, str) else AS_OF
    fields = {**dates.fields, "as_of": leaf(day)}
    for name, sources in (("first_day", ("start", "meeting")), ("last_day", ("end", "annual_review"))):
        own = fields[name]
        if isinstance(own, Leaf) and not own.filled:
            fields[name] = next((f for s in sources if isinstance(f := fields[s], Leaf) and f.filled), NOTHING)
    return Group(fields, dates.main, dates.label, dates.place)
