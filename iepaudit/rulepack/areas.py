"""Areas of need as families: the list in `rules/lexicons/areas.yaml`, as lexicons `area-reading`, `area-math` ..."""

from __future__ import annotations

from iepaudit.parse.grammar.lexicon import load_lexicon
from iepaudit.rulepack.lexicons import Lexicon, phrase_pattern

PREFIX = "area-"
FILE = "areas"
# Schoolwork in general: no word can show that a text does not speak about it.
ANY_SUBJECT = "academics"
# Other names for the same area, as parsers and forms use them.
SAME_AREA = {
    "speech": "communication",
    "speech-language": "communication",
    "language": "communication",
    "articulation": "communication",
    "social": "behavior",
    "social-emotional": "behavior",
    "emotional": "behavior",
    "sel": "behavior",
    "behaviour": "behavior",
    "executive": "attention",
    "executive-function": "attention",
    "executive-functioning": "attention",
    "organization": "attention",
    "study-skills": "attention",
    "fine-motor": "motor",
    "gross-motor": "motor",
    "physical": "motor",
    "sensory": "motor",
    "occupational": "motor",
    "adaptive": "adaptive",
    "self-care": "adaptive",
    "self-help": "adaptive",
    "daily-living": "adaptive",
    "life-skills": "adaptive",
    "writing": "writing",
    "written-expression": "writing",
    "written-language": "writing",
    "spelling": "writing",
    "mathematics": "math",
    "reading-fluency": "reading",
    "reading-comprehension": "reading",
    "transition": "transition",
    "vocational": "transition",
}


def canonical(area: str) -> str:
    """One name per area, "" for none."""
    word = area.strip().lower().replace(" ", "-").replace("_", "-").replace("/", "-")
    return SAME_AREA.get(word, word)


def area_lexicons() -> dict[str, Lexicon]:
    """One lexicon for each family of areas, of the words that name it. Raises DataError."""
    forms: dict[str, list[str]] = {}
    for entry in load_lexicon(FILE):
        family = canonical(entry.category)
        if not entry.weak and family != ANY_SUBJECT:
            forms.setdefault(family, []).extend(entry.forms)
    found = {}
    for family, words in forms.items():
        name = f"{PREFIX}{family}"
        found[name] = Lexicon(name, f"Words about {family}", tuple(map(phrase_pattern, words)), tuple(words))
    return found
