"""Areas of need: which one a few words speak about, from the lexicons named `area-...`."""

from __future__ import annotations

from collections.abc import Mapping

from iepaudit.rulepack.lexicons import Lexicon
from iepaudit.rulepack.patterns import compiled

PREFIX = "area-"
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


class Areas:
    """Finds areas in words; the same lexicons for goals, services and accommodations."""

    def __init__(self, lexicons: Mapping[str, Lexicon]) -> None:
        self._patterns = [
            (name.removeprefix(PREFIX), lexicon.pattern)
            for name, lexicon in sorted(lexicons.items())
            if name.startswith(PREFIX)
        ]

    def all_in(self, text: str) -> tuple[str, ...]:
        """Every area that `text` names, in alphabetical order."""
        return tuple(area for area, pattern in self._patterns if compiled(pattern).search(text))

    def of(self, text: str) -> str:
        """The area named first, "" when none is."""
        best, where = "", len(text) + 1
        for area, pattern in self._patterns:
            hit = compiled(pattern).search(text)
            if hit and hit.start() < where:
                best, where = area, hit.start()
        return best
