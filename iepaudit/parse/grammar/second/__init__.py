"""A second reader of goals: a small spaCy classifier that judges each goal by itself.

The grammar stays the first reader: on unseen goals it is right more often on every element. Where the second reader is
nearly certain of the opposite, the grammar is wrong far more often than elsewhere, so the *confidence* of that element
drops; what the grammar found never changes. Importing spaCy costs most of a second, so this is done on request only.
"""

from iepaudit.parse.grammar.second.opinion import AGAINST, LOWERED, with_second_opinion

__all__ = ["AGAINST", "LOWERED", "with_second_opinion"]
