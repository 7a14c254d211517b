"""Whom and what a document names: what reports leave out unless somebody asks for it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    """What an identity is to the child. The words in brackets stand in its place in redacted text."""

    STUDENT = "student"
    PARENT = "parent"
    TEACHER = "teacher"
    STAFF = "staff"  # anybody else who works for the school
    RELATIVE = "relative"
    OTHER_CHILD = "another name"  # a name that stands where the child's should
    PERSON = "name"  # somebody whose part is not known
    SCHOOL = "school"
    DISTRICT = "district"
    ADDRESS = "address"
    CONTACT = "contact"  # telephone, e-mail
    NUMBER = "number"
    BIRTH_DATE = "date of birth"
    WORDS = "withheld"  # what the user named

    @property
    def mask(self) -> str:
        return f"[{self.value}]"

    @property
    def person(self) -> bool:
        """Whether single words of it, a given name or a surname, identify as well."""
        return self in _PEOPLE


_PEOPLE = frozenset({Role.STUDENT, Role.PARENT, Role.TEACHER, Role.STAFF, Role.RELATIVE, Role.OTHER_CHILD, Role.PERSON})


@dataclass(frozen=True, slots=True)
class Identity:
    """`words` as printed; a birth date as 2015-03-09."""

    role: Role
    words: str
