"""What a line does: acts with slots, spans and confidence; the one reader that dialogue, scoring and practice share."""

from app.reading.heads import Heads, heads_status, load_heads
from app.reading.lexicon import Lexicon, lexicon_for
from app.reading.normal import normalise
from app.reading.prospect import read_prospect, read_prospect_sentences
from app.reading.questions import is_question
from app.reading.reader import CERTAIN, Reader, read
from app.reading.sentences import sentences
from app.reading.slots import seconds_of
from app.reading.uptake import builds_on
from app.reading.words import content_words, overlap

__all__ = [
    "CERTAIN",
    "Heads",
    "Lexicon",
    "Reader",
    "builds_on",
    "content_words",
    "heads_status",
    "is_question",
    "lexicon_for",
    "load_heads",
    "normalise",
    "overlap",
    "read",
    "read_prospect",
    "read_prospect_sentences",
    "seconds_of",
    "sentences",
]
