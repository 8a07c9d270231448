"""What a line does: acts with slots, spans and confidence; the one reader that dialogue, scoring and practice share."""

from app.reading.lexicon import Lexicon, lexicon_for
from app.reading.normal import normalise
from app.reading.prospect import read_prospect, read_prospect_sentences
from app.reading.questions import is_question
from app.reading.reader import CERTAIN, read
from app.reading.sentences import sentences
from app.reading.slots import seconds_of
from app.reading.uptake import builds_on
from app.reading.words import content_words, overlap

__all__ = [
    "CERTAIN",
    "Lexicon",
    "builds_on",
    "content_words",
    "is_question",
    "lexicon_for",
    "normalise",
    "overlap",
    "read",
    "read_prospect",
    "read_prospect_sentences",
    "seconds_of",
    "sentences",
]
