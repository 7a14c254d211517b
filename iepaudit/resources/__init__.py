"""The data in `rules/`: where it lies, and how it is read (strictly)."""

from iepaudit.resources.names import NameWords, name_words
from iepaudit.resources.paths import rules_root
from iepaudit.resources.strict_yaml import DataError, Mark, YamlList, YamlMap, load_yaml, parse_yaml

__all__ = [
    "DataError",
    "Mark",
    "NameWords",
    "YamlList",
    "YamlMap",
    "load_yaml",
    "name_words",
    "parse_yaml",
    "rules_root",
]
