"""One answer of a model, taken while it streams: until it is long enough, too late, dropped or broken off."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from threading import Timer

from app.dialogue.engines.chat import ChatModel, Message, Sampling
from app.dialogue.words.sentences import sentences_of
from app.domain.errors import RingsideError

LATE, GUARDED, GONE, DROPPED = "late", "refused by the guard", "not there", "dropped"
"""Why a model's line is not spoken."""
LONGEST = 600
"""Letters after which an answer is no spoken line any more."""
_CLAUSE = re.compile(r"\w[^.?!,;:…]*[.?!,;:…]")
_SENTENCE_END = re.compile(r"[.?!…][\"”']?(?=\s)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Deadlines:
    """How long a line may take, from the moment it is asked for."""

    first_clause_ms: int = 1_500
    whole_line_ms: int = 3_000


class Listening:
    """The clock of one line; several answers may be asked for under it."""

    def __init__(self, model: ChatModel, deadlines: Deadlines, seconds: Callable[[], float]) -> None:
        self._model, self._deadlines, self._seconds = model, deadlines, seconds
        self._began = seconds()

    def take(self, messages: Sequence[Message], sampling: Sampling, sentences: int) -> tuple[str, str]:
        """The text and an empty reason, or an empty text and `LATE` or `GONE`; never blocks past the deadlines."""
        first_s, whole_s = self._left_s(self._deadlines.first_clause_ms), self._left_s(self._deadlines.whole_line_ms)
        if first_s <= 0:
            return "", LATE
        heard: list[str] = []
        late = False

        def give_up() -> None:
            nonlocal late
            if not has_clause("".join(heard)):
                late = True
                self._model.drop()

        watch = Timer(first_s, give_up)
        watch.daemon = True
        watch.start()
        answer = iter(self._model.stream(messages, sampling, whole_s))
        broken = False
        try:
            for piece in answer:
                heard.append(piece)
                text = "".join(heard)
                if len(text) > LONGEST or len(_SENTENCE_END.findall(text.lstrip())) >= sentences:
                    break
        except RingsideError:
            broken = True
        finally:
            watch.cancel()
            if hasattr(answer, "close"):
                answer.close()  # a generator: closing it ends the request
        return self._judged("".join(heard), broken=broken, late=late, sentences=sentences)

    def _judged(self, text: str, *, broken: bool, late: bool, sentences: int) -> tuple[str, str]:
        text = spoken_part(text)
        if not broken:
            whole = sentences_of(text)
            return (" ".join(whole[:sentences]) if len(whole) > sentences else text), ""
        if late or self._left_s(self._deadlines.whole_line_ms) <= 0.05:
            # What was whole when time was up is a line; half a sentence is not.
            kept = [one for one in sentences_of(text) if one[-1] in ".?!…"]
            return (" ".join(kept), "") if kept and not late else ("", LATE)
        return "", GONE

    def _left_s(self, limit_ms: int) -> float:
        return limit_ms / 1000 - (self._seconds() - self._began)


def has_clause(text: str) -> bool:
    """Whether something in it could be spoken already."""
    return bool(_CLAUSE.search(text))


def spoken_part(answer: str) -> str:
    """The line in a model's answer: its first paragraph without quotes around it."""
    first = next((part for part in answer.strip().split("\n") if part.strip()), "")
    return " ".join(first.strip().strip('"“”').split())
