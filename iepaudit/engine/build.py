"""Iep -> facts. Nothing is judged here; what could not be read, or may stand on an unread page, stays unsure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta

from iepaudit.engine.empty_answers import emptied
from iepaudit.engine.facts import NOTHING, Facts, Group, Leaf, Many, Node, leaf, unsure
from iepaudit.engine.items import ItemBuilder
from iepaudit.engine.questions import find_questions
from iepaudit.model.document import CHECKED, EMPTY
from iepaudit.model.field import Field, FieldState, Place
from iepaudit.model.iep import SECTION_KEYS, Answer, Block, Iep, Section, Transition
from iepaudit.parse.languages import why_open
from iepaudit.parse.transition import own_blocks
from iepaudit.rulepack.profiles import Profile
from iepaudit.rulepack.rule import Ruleset
from iepaudit.rulepack.vocabulary import DECISION_NAMES, PROFILE

FEW_SECTIONS = 4  # with fewer kinds of section recognized, the layout was not understood
FEW = "few of this form's headings were recognized"
SAID = 5  # words that are more than "none at this time"
_LONGEST_CAPTION = 15  # words
_WORD = re.compile(r"[^\W_]+")


def build_facts(iep: Iep, ruleset: Ruleset, as_of: date, *, whole: bool = False) -> Facts:
    """The tree for one plan; `as_of` decides ages and deadlines. `whole`: all headings are known to be there, however
    few they are. A plan in a language that is read less surely is open, and a second tree takes it as read."""
    facts = _Builder(iep, ruleset, as_of, whole=whole).build()
    if not iep.language or iep.partial:
        return facts
    return replace(facts, as_read=_Builder(replace(iep, language=""), ruleset, as_of, whole=whole).build())


def words_in(text: str) -> int:
    return sum(1 for _ in _WORD.finditer(text))


def pages_in_words(pages: Iterable[int]) -> str:
    """'page 4' or 'pages 4 and 7'."""
    listed = [str(p) for p in sorted(set(pages))]
    if len(listed) < 2:
        return f"page {''.join(listed)}"
    return f"pages {', '.join(listed[:-1])} and {listed[-1]}"


def _caption_below(section: Section) -> str:
    """The form's own words with which a section ends, where they belong to the next ("For the preschool student:")."""
    last = section.blocks[-1].template if section.blocks and not section.blocks[-1].filled else ""
    words = section.heading if not section.blocks else last
    return words if words_in(words) <= _LONGEST_CAPTION else ""


class _Builder:
    def __init__(self, iep: Iep, ruleset: Ruleset, as_of: date, *, whole: bool) -> None:
        self.iep = iep
        self.as_of = as_of
        self.profile = ruleset.profile
        self.items = ItemBuilder(frozenset(iep.unreadable_pages))
        kinds = {s.key for s in iep.sections if s.key != "other"}
        self.why_open = ""
        if iep.unreadable_pages:
            self.why_open = f"{pages_in_words(iep.unreadable_pages)} could not be read"
        elif iep.partial:
            self.why_open = iep.partial
        elif not whole and len(kinds) < FEW_SECTIONS and iep.kind.value == "iep":
            self.why_open = FEW
        elif iep.language:
            self.why_open = why_open(iep.language, "this plan")

    def build(self) -> Facts:
        iep = self.iep
        root = Group(
            {
                "student": self._student(),
                "dates": self._dates(),
                "sections": self._sections(),
                "headings": Many(tuple(self._headings()), why_open=self.why_open),
                "goals": self._many(iep.goals, self.items.goal, "no section with goals was found"),
                "services": self._services(),
                "accommodations": self._many(
                    iep.accommodations, self.items.accommodation, "no section with accommodations was found"
                ),
                "needs": self._many(iep.needs, self.items.need, "no present levels were found"),
                "team": self._many(iep.team, self.items.participant, "no list of team members was found"),
                "decisions": self._decisions(),
                "explained": self._explained(),
                "progress": Group(
                    {"schedule": self._field(iep.progress_schedule), "method": self._field(iep.progress_method)}
                ),
                "placement": self._placement(),
                "transition": self._transition(iep.transition),
                "document": self._document(),
                "questions": self._questions(),
                "profile": profile_facts(self.profile),
            }
        )
        return Facts(root, self._searched(), self._searched_short(), self.why_open)

    def _open(self, found: Leaf) -> Leaf:
        return replace(found, why_open=self.why_open) if self.why_open else found

    def _field(self, found: Field[str]) -> Leaf:
        return self._open(emptied(from_field(found)))

    def _many(self, items: Sequence[object] | None, build: object, why: str) -> Many:
        if items is None:
            return Many(None, why=self.why_open or why, why_open=self.why_open)
        assert callable(build)
        return Many(tuple(build(item, index) for index, item in enumerate(items)), why_open=self.why_open)

    def _services(self) -> Many:
        found = self._many(self.iep.services, self.items.service, "no section with services was found")
        return replace(found, why_open=found.why_open or self.iep.services_unread)

    # -- sections and text -----------------------------------------------------------------------------------------

    def _sections(self) -> Group:
        fields: dict[str, Node] = {key: self._section(self.iep.sections_of(key)) for key in SECTION_KEYS}
        fields["other"] = Many(tuple(self._section([s]) for s in self.iep.sections_of("other")), why_open=self.why_open)
        return Group(fields)

    def _headings(self) -> Iterator[Group]:
        """Each section by itself, with the form's words directly above it and what other headings of its part hold."""
        groups = [self._section([s], said=True) for s in self.iep.sections]
        said: dict[str, Leaf] = {}  # by part, the first that says more than "none at this time"
        for section, group in zip(self.iep.sections, groups, strict=True):
            own = group.fields["own_text"]
            if isinstance(own, Leaf) and own.filled and words_in(own.text) >= SAID:
                said.setdefault(section.key, own)
        for number, (section, group) in enumerate(zip(self.iep.sections, groups, strict=True)):
            above = _caption_below(self.iep.sections[number - 1]) if number else ""
            beside = {"above": leaf(above), "elsewhere": self._open(said.get(section.key, NOTHING))}
            yield replace(group, fields={**group.fields, **beside})

    def _section(self, sections: Sequence[Section], *, said: bool = False) -> Group:
        """`said`: an answer that holds nothing is kept as it stands, to be shown."""
        if not sections:
            missing = self._open(NOTHING)
            names = ("key", "heading", "filled_text", "own_text", "template_text", "above", "elsewhere")
            fields: dict[str, Node] = dict.fromkeys(names, missing)
            return Group({**fields, "words": self._open(leaf(0)), "marked": self._open(leaf(False))}, "filled_text")
        first = sections[0]
        place = first.heading_place or Place(first.page, None, first.heading)
        blocks = [b for s in sections for b in own_blocks(s, self.iep.sections)]
        content = self._content(sections, blocks, place)
        content = content if said else emptied(content, first.key)
        fields = {
            "key": leaf(first.key),
            "heading": leaf(first.heading or first.key, place),
            "filled_text": content,
            "own_text": self._own_text(sections, blocks, place, content, said=said),
            "template_text": self._open(_joined([(b.template, b.place) for b in blocks], place)),
            "words": unsure(content.why, place)
            if content.state is FieldState.UNCLEAR
            else self._open(leaf(words_in(content.text), place)),
            "marked": self._open(leaf(any(CHECKED in b.text for b in blocks), place)),
            "above": NOTHING,
            "elsewhere": NOTHING,
        }
        return Group(fields, "filled_text", "heading", place)

    def _own_text(
        self, sections: Sequence[Section], blocks: Sequence[Block], place: Place, content: Leaf, *, said: bool
    ) -> Leaf:
        """What stands under the heading itself, where the form has headings for other parts within."""
        ids = {id(b) for b in blocks}
        inner = [s for s in self.iep.sections if s.key != sections[0].key and s.heading_place and s.key != "other"]
        parts = [set(map(id, s.blocks)) for s in inner]
        within = set().union(*(p for p in parts if p < ids))
        if not within or not content.filled:
            return content
        own = self._content(sections, [b for b in blocks if id(b) not in within], place)
        return own if said else emptied(own, sections[0].key)

    def _content(self, sections: Sequence[Section], blocks: Sequence[Block], place: Place) -> Leaf:
        found = _joined([(b.filled or (b.text if CHECKED in b.text else ""), b.place) for b in blocks], place)
        if found.filled:
            doubtful = next((s.doubtful for s in sections if s.doubtful), "")
            return self._open(replace(found, why_open=doubtful))
        unread = next((s for s in sections if s.state is FieldState.UNCLEAR), None)
        if unread is not None:
            return unsure(unread.why or "this section could not be read", place)
        if any(s.state is FieldState.FILLED and all(b in blocks for b in s.blocks) for s in sections):
            return unsure("this section seems to be filled in, but not in a way that could be read", place)
        if any(b.template for b in blocks):
            return self._open(Leaf(FieldState.TEMPLATE, None, place))
        return self._open(Leaf(FieldState.BLANK, None, place))

    def _document(self) -> Group:
        blocks = list({id(b): b for s in self.iep.sections for b in s.blocks}.values())
        lines: dict[tuple[str, int, object], tuple[str, Place]] = {}
        for b in blocks:
            words = b.filled or (b.text if CHECKED in b.text else "")
            if words:
                lines.setdefault((words, b.place.page, b.place.box), (words, b.place))
        tests = {id(b) for s in self.iep.sections_of("assessment") for b in s.blocks}
        others = {id(b) for s in self.iep.sections if s.key != "assessment" for b in s.blocks}
        of_tests = {(b.place.page, b.place.box) for b in blocks if id(b) in tests - others}
        text = self._open(replace(_joined(list(lines.values()), None), place=None))
        outside = [said for key, said in lines.items() if key[1:] not in of_tests]
        class_text = self._open(replace(_joined(outside, None), place=None))
        if self.why_open and not text.filled:
            text = class_text = unsure(self.why_open)
        iep = self.iep
        return Group(
            {
                "text": text,
                "class_text": class_text,
                "template_text": self._open(
                    replace(_joined([(b.template, b.place) for b in blocks], None), place=None)
                ),
                "all_text": self._open(replace(_joined(self._all_words(blocks), None), place=None)),
                "draft": leaf(iep.draft),
                "pages": leaf(iep.page_count),
                "page_labels": Many(tuple(_named(Place(n, None, t), i) for i, (n, t) in enumerate(iep.page_labels))),
                "first_names": Many(tuple(_named(p, i) for i, p in enumerate(iep.first_names))),
                "header_names": Many(tuple(_named(p, i) for i, p in enumerate(iep.student.names_in_headers))),
                "marked_boxes": leaf(sum(b.text.count(CHECKED) for b in blocks)),
                "empty_boxes": leaf(sum(b.text.count(EMPTY) for b in blocks)),
            }
        )

    def _questions(self) -> Many:
        asked = (
            Group(
                {"label": leaf(q.label, q.place), "answer": self._open(emptied(leaf(q.answer, q.place)))},
                "answer",
                "label",
                q.place,
            )
            for q in find_questions(self.iep.sections)
        )
        return Many(tuple(asked), why_open=self.why_open)

    def _all_words(self, blocks: Sequence[Block]) -> list[tuple[str, Place]]:
        headings = [
            (s.heading, s.heading_place or Place(s.page, None, s.heading)) for s in self.iep.sections if s.heading
        ]
        words = (("\n".join(filter(None, (b.label, b.template, b.filled or b.text))), b.place) for b in blocks)
        return [*headings, *words]

    def _searched(self) -> tuple[str, ...]:
        found = [self._pages()]
        for section in self.iep.sections:
            if section.heading:
                found.append(f'heading "{section.heading[:80]}" (page {section.page})')
        if not self.iep.sections:
            found.append("no headings were recognized")
        if self.iep.unreadable_pages:
            found.append(f"{pages_in_words(self.iep.unreadable_pages)} could not be read")
        return tuple(dict.fromkeys(found))

    def _pages(self) -> str:
        count = self.iep.page_count
        return f"pages 1 to {count}" if count > 1 else "page 1" if count == 1 else "the whole text"

    def _searched_short(self) -> str:
        headings = len({s.heading for s in self.iep.sections if s.heading})
        return f"{self._pages()}, {headings} heading{'s' if headings != 1 else ''}"

    # -- single values ---------------------------------------------------------------------------------------------

    def _student(self) -> Group:
        student = self.iep.student
        grade = from_field(student.grade)
        level = grade_level(grade.text) if grade.filled else None
        meeting = self._known(self.iep.dates.meeting) or self.as_of
        return Group(
            {
                "name": from_field(student.name),
                "birth_date": from_field(student.birth_date),
                "grade": grade,
                "grade_level": self._grade_level(grade, level),
                "age_at_meeting": self._age(meeting, level),
                "age_at_end": self._age(self._last_day() or meeting + timedelta(days=365), level, at_end=True),
                "preschool": self._preschool(meeting, level),
            }
        )

    def _grade_level(self, grade: Leaf, level: int | None) -> Leaf:
        if level is not None:
            return leaf(level, grade.place)
        if grade.state is FieldState.BLANK or grade.state is FieldState.TEMPLATE:
            return self._open(replace(NOTHING, why="the grade was not found"))
        return unsure(grade.why or "the grade could not be told", grade.place)

    def _known(self, found: Field[date]) -> date | None:
        return found.value if found.filled else None

    def _age(self, day: date, level: int | None, *, at_end: bool = False) -> Leaf:
        birth = self.iep.student.birth_date
        if birth.filled and birth.value is not None:
            years = (day - birth.value).days / 365.2425
            if 2.5 <= years <= 24:
                return leaf(_whole_when_birthday(birth.value, day, years), birth.place)
            return unsure("the birth date that was read does not fit a child at school", birth.place)
        # Without a birth date the grade tells enough only where a year or two make no difference.
        if level is not None and (level <= 6 or level >= 12):
            return leaf(float(level + 6), self.iep.student.grade.place)
        if level == _SURELY_SIXTEEN and at_end:
            return leaf(16.0, self.iep.student.grade.place)
        if birth.state is FieldState.UNCLEAR or self.iep.student.grade.state is FieldState.UNCLEAR:
            return unsure("the birth date could not be read")
        return self._open(replace(NOTHING, why="the birth date was not found"))

    def _preschool(self, meeting: date, level: int | None) -> Leaf:
        if level is not None:
            return leaf(level < 0, self.iep.student.grade.place)
        age = self._age(meeting, level)
        if isinstance(age.value, int | float):
            if age.value < 5:
                return leaf(True, age.place)
            return leaf(False, age.place) if age.value >= 6 else unsure("the grade was not found")
        return unsure("neither grade nor birth date was found")

    def _last_day(self) -> date | None:
        dates = self.iep.dates
        end = self._known(dates.end) or self._known(dates.annual_review)
        if end:
            return end
        first = self._known(dates.meeting) or self._known(dates.start)
        return first + timedelta(days=365) if first else None

    def _dates(self) -> Group:
        dates = self.iep.dates
        fields: dict[str, Node] = {
            name: self._open(from_field(getattr(dates, name)))
            for name in ("meeting", "start", "end", "annual_review", "evaluation", "reevaluation")
        }
        start = dates.start if dates.start.filled else dates.meeting
        end = dates.end if dates.end.filled else dates.annual_review
        fields["first_day"] = from_field(start)
        fields["last_day"] = from_field(end) if end.filled else leaf(self._last_day(), dates.meeting.place)
        fields["as_of"] = leaf(self.as_of)
        return Group(fields)

    def _decisions(self) -> Group:
        fields: dict[str, Node] = {}
        for name in DECISION_NAMES:
            found = self.iep.decision(name)
            if found is None:
                fields[name] = self._open(NOTHING)
            elif found.answer is Answer.UNCLEAR:
                fields[name] = unsure("the check box could not be read", found.place)
            else:
                fields[name] = leaf(found.answer.value, found.place)
        return Group(fields)

    def _explained(self) -> Group:
        found = {name: self.iep.decision(name) for name in DECISION_NAMES}
        return Group({name: self._open(leaf(d.said, d.place) if d else NOTHING) for name, d in found.items()})

    def _placement(self) -> Group:
        found = self.iep.placement
        at = found.extent.place or found.statement.place
        return Group(
            {
                "statement": self._field(found.statement),
                "extent": self._field(found.extent),
                "reason": self._field(found.reason),
                "full_participation": self._open(leaf(found.full_participation, found.statement.place)),
                "percent_general": self._open(leaf(found.percent_general, at)),
                "percent_least": self._open(leaf(found.percent_least, at)),
                "percent_most": self._open(leaf(found.percent_most, at)),
                "percent_of_minutes": self._open(leaf(found.percent_of_minutes, found.statement.place)),
            },
            "statement",
        )

    def _transition(self, found: Transition | None) -> Group:
        names = {
            **dict.fromkeys(("education", "employment", "independent_living"), "postsecondary-goals"),
            "assessment": "transition-assessment",
            "services": "transition-services",
            "course_of_study": "course-of-study",
        }
        fields: dict[str, Node] = {
            name: self._open(NOTHING) if found is None else self._open(emptied(from_field(getattr(found, name)), key))
            for name, key in names.items()
        }
        goals = None if found is None else found.goals
        fields["goals"] = self._many(goals, self.items.goal, "no transition section was found")
        return Group(fields, "education")


def from_field(found: Field[date] | Field[str]) -> Leaf:
    if found.filled:
        return leaf(found.value, found.place)
    return Leaf(found.state, None, found.place, found.why)


def profile_facts(profile: Profile) -> Group:
    """What the profile says; settings that it does not make are blank."""
    made = {name: leaf(setting.value) for name, setting in profile.settings.items()}
    return Group({**dict.fromkeys(PROFILE.fields, NOTHING), **made, "name": leaf(profile.name)})


_SURELY_SIXTEEN = 11  # the grade in which a child turns sixteen, at the latest, before a plan of one year ends


def grade_level(text: str) -> int | None:
    """12 for '12th', 0 for kindergarten, -1 before it; None when it cannot be told."""
    word = text.strip().lower()
    if re.search(r"\b(pre-?k|pk|pre-?kindergarten|preschool|ecse|early childhood)\b", word):
        return -1
    if re.search(r"\b(k|kg|tk|kindergarten)\b", word):
        return 0
    numbers = [int(n) for n in re.findall(r"\d{1,2}", word)]
    return numbers[0] if len(numbers) == 1 and 1 <= numbers[0] <= 13 else None


def _whole_when_birthday(birth: date, day: date, years: float) -> float:
    """Exact on birthdays: a child is 16 on the day, not a fraction of a day later."""
    had = (day.month, day.day) >= (birth.month, birth.day)
    whole = day.year - birth.year - (0 if had else 1)
    return float(whole) if years < whole or years - whole > 1 else years


def _joined(lines: Sequence[tuple[str, Place]], place: Place | None) -> Leaf:
    kept = [(text, at) for text, at in lines if text.strip()]
    if not kept:
        return Leaf(FieldState.BLANK, None, place)
    parts = tuple(Place(at.page, at.box, text) for text, at in kept)
    return Leaf(FieldState.FILLED, "\n".join(text for text, _ in kept), place or parts[0], parts=parts)


def _named(place: Place, index: int) -> Group:
    return Group({"text": leaf(place.quote, place)}, "text", "text", place)
