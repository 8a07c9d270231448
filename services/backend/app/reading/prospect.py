"""What a prospect's line does: read for imported transcripts, and to know what a trainee's line answers."""

from functools import lru_cache

from app.domain.acts import ProspectRead, ProspectSays
from app.reading.normal import View, view
from app.reading.patterns import prospect as tables
from app.reading.patterns import refusing
from app.reading.questions import asks
from app.reading.sentences import sentences
from app.reading.slips import mended
from app.reading.slots import slots_in
from app.reading.topics import topic_of
from app.reading.words import content_of

_PICK_UPS = frozenset(("yes", "hello", "hi", "okay", "go on", "right"))
"""Said with a rising voice and no question all the same."""

_SHORT = 4
"""Up to so many words a line can be a mere sign of listening."""


def read_prospect(text: str) -> frozenset[ProspectSays]:
    """Everything a prospect's line does; empty for a line that does none of it."""
    return frozenset(read.says for read in read_prospect_sentences(text))


@lru_cache(maxsize=512)
def read_prospect_sentences(text: str) -> tuple[ProspectRead, ...]:
    """The same with spans (code points) and slots: `kind` of objection or question, `topic`, `day`, `time`."""
    found: list[ProspectRead] = []
    for start, end in sentences(text):
        seen = mended(view(text, start, end))
        piece = text[start:end].rstrip("\"'”’) ")
        asking = asks(seen, mark=piece.endswith("?"), full_stop=piece.endswith((".", "!")))
        found.extend(_sentence(seen, asking=asking))
    return tuple(found)


def _sentence(seen: View, *, asking: bool) -> list[ProspectRead]:
    line = seen.line
    if not line:
        return [_whole(seen, ProspectSays.BACKCHANNEL)] if len(seen.text[seen.start : seen.end].split()) <= 2 else []
    if (
        len(seen.words) <= _SHORT
        and all(word in tables.BACKCHANNELS for word in seen.words)
        and not asking
        and seen.words[0] != "no"
    ):
        return [_whole(seen, ProspectSays.BACKCHANNEL)]
    found: list[ProspectRead] = []
    if asking and line not in _PICK_UPS:
        kind = next((kind for kind, pattern in tables.QUESTION_KINDS if pattern.search(line)), "")
        found.append(_whole(seen, ProspectSays.QUESTION, kind=kind, topic=topic_of(line)))
    objection = _refusals(seen, asking=asking)
    found.extend(objection)
    if any(read.says is ProspectSays.BRUSH_OFF for read in objection):
        # "Can you call me later?" asks nothing that wants an answer.
        found = [read for read in found if read.says is not ProspectSays.QUESTION]
    if not asking and not objection and (hit := tables.ACCEPTS.search(line)):
        start, end = seen.original(*hit.span())
        found.append(ProspectRead(says=ProspectSays.ACCEPTS, start_char=start, end_char=end, slots=slots_in(line)))
    if not asking and not objection and (hit := tables.REFUSES.search(line)):
        start, end = seen.original(*hit.span())
        found.append(ProspectRead(says=ProspectSays.REFUSES, start_char=start, end_char=end))
    if hit := tables.GOODBYE.search(line):
        start, end = seen.original(*hit.span())
        found.append(ProspectRead(says=ProspectSays.GOODBYE, start_char=start, end_char=end))
    says = {read.says for read in found}
    plain = not objection and not says & {
        ProspectSays.ACCEPTS,
        ProspectSays.GOODBYE,
        ProspectSays.BRUSH_OFF,
        ProspectSays.REFUSES,
    }
    if not asking and plain and content_of(seen.words) and (tables.DISCLOSES.search(line)):
        found.append(_whole(seen, ProspectSays.DISCLOSURE, topic=topic_of(line)))
    return found


def _refusals(seen: View, *, asking: bool) -> list[ProspectRead]:
    """The first kind of no that matches, and being short of time beside it."""
    line = seen.line
    reads: list[ProspectRead] = []
    for refusal in refusing.REFUSALS:
        if asking and not refusal.asked:
            continue
        if hit := refusal.pattern.search(line):
            start, end = seen.original(*hit.span())
            reads.append(ProspectRead(says=refusal.says, start_char=start, end_char=end, slots={"kind": refusal.kind}))
            if refusal.says is ProspectSays.OBJECTION and refusing.BRUSH_OFFS_TOO.search(line):
                reads.append(
                    ProspectRead(
                        says=ProspectSays.BRUSH_OFF, start_char=start, end_char=end, slots={"kind": refusal.kind}
                    )
                )
            break
    hit = refusing.BUSY.pattern.search(line)
    if hit and not refusing.OTHERS_ARE_BUSY.search(line[: hit.start()]):
        start, end = seen.original(*hit.span())
        slots = {"kind": refusing.BUSY.kind}
        if not reads:
            reads.append(ProspectRead(says=ProspectSays.BRUSH_OFF, start_char=start, end_char=end, slots=slots))
        reads.append(
            ProspectRead(
                says=ProspectSays.TIME_CONSTRAINT, start_char=start, end_char=end, slots=slots | slots_in(line)
            )
        )
    return reads


def _whole(seen: View, says: ProspectSays, **slots: str) -> ProspectRead:
    kept = {name: value for name, value in slots.items() if value}
    start, end = seen.original(0, len(seen.line)) if seen.words else (seen.start, seen.end)
    return ProspectRead(says=says, start_char=start, end_char=end, slots=kept)
