"""The second reader's spaCy pipeline: how it is built, trained and asked."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING, Any

from iepaudit.parse.grammar.second.normal import LABELS, normal

if TYPE_CHECKING:
    from collections.abc import Sequence

    from iepaudit.parse.grammar.second.recombine import Example

SEED = 7
EPOCHS = 8
_BATCH = 16
_DROPOUT = 0.2
_WIDTH = 48
SPACY_VERSION = ">=3.8,<3.9"  # pipelines are not promised to work across minor versions

# A small convolutional reader together with a bag of word pairs: each sees what the other misses. 1.3 MB.
_MODEL = {
    "@architectures": "spacy.TextCatEnsemble.v2",
    "tok2vec": {
        "@architectures": "spacy.Tok2Vec.v2",
        "embed": {
            "@architectures": "spacy.MultiHashEmbed.v2",
            "width": _WIDTH,
            "attrs": ["NORM", "PREFIX", "SUFFIX"],
            "rows": [1500, 500, 1000],
            "include_static_vectors": False,
        },
        "encode": {
            "@architectures": "spacy.MaxoutWindowEncoder.v2",
            "width": _WIDTH,
            "window_size": 1,
            "maxout_pieces": 3,
            "depth": 2,
        },
    },
    "linear_model": {
        "@architectures": "spacy.TextCatBOW.v3",
        "exclusive_classes": False,
        "ngram_size": 2,
        "no_output_layer": False,
        "length": 16384,
    },
}


def train(examples: Sequence[Example], *, seed: int = SEED, epochs: int = EPOCHS) -> Any:
    """A trained spaCy pipeline. On one machine the same examples and seed give the same weights; some 15 s."""
    import spacy
    from spacy.training import Example as Pair
    from spacy.util import fix_random_seed

    fix_random_seed(seed)
    nlp = spacy.blank("en")
    pipe = nlp.add_pipe("textcat_multilabel", config={"model": _MODEL, "threshold": 0.5})
    for label in LABELS:
        pipe.add_label(label)
    pairs = [Pair.from_dict(nlp.make_doc(normal(text)), {"cats": labels}) for text, labels in examples]
    optimizer = nlp.initialize(lambda: pairs)
    order = random.Random(seed)  # noqa: S311 - shuffles training text, keeps no secret
    for _ in range(epochs):
        order.shuffle(pairs)
        for at in range(0, len(pairs), _BATCH):
            nlp.update(pairs[at : at + _BATCH], sgd=optimizer, drop=_DROPOUT)
    nlp.meta.update(
        name="goal_second_reader",
        version="1.0.0",
        description="A second opinion on the elements of IEP goals",
        license="MIT",
        spacy_version=SPACY_VERSION,
    )
    return nlp


def probabilities(nlp: Any, text: str) -> dict[str, float]:
    """Label -> how likely the second reader finds it. Goals are read one by one, so their order changes nothing."""
    return {label: float(value) for label, value in nlp(normal(text)).cats.items()}
