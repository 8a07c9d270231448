"""What a prospect's line does: read for imported transcripts, and to know what a trainee's line answers."""

from functools import lru_cache

from app.domain.acts import ProspectRead, ProspectSays
from app.reading.normal import View, view
from app.reading.patterns import prospect as tables
from app.reading.questions import asks
from app.reading.sentences import sentences
from app.reading.slots import slots_in
from app.reading.topics import topic_of
from app.reading.words import content_of

_SHORT = 4
"""Up to so many words a line can be a mere sign of listening."""


def read_prospect(text: str) -> frozenset[ProspectSays]:
    """Everything a prospect's line does; empty for a line that does none of it."""
    return frozenset(read.says for read in read_prospect_sentences(text))


@lru_cache(maxsize=512)
def read_prospect_sentences(text: str) -> tuple[ProspectRead, ...]:
    """The same with spans (code points into `text`) and slots: `kind` of objection or question, `topic`, `day`, `time`."""
    found: list[ProspectRead] = []
    for start, end in sentences(text):
        seen = view(text, start, end)
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
    if asking:
        kind = next((kind for kind, pattern in tables.QUESTION_KINDS if pattern.search(line)), "")
        found.append(_whole(seen, ProspectSays.QUESTION, kind=kind, topic=topic_of(line)))
    objection = _objection(seen, asking=asking)
    found.extend(objection)
    if not asking and not objection and (hit := tables.ACCEPTS.search(line)):
        start, end = seen.original(*hit.span())
        found.append(ProspectRead(says=ProspectSays.ACCEPTS, start_char=start, end_char=end, slots=slots_in(line)))
    if not asking and (hit := tables.REFUSES.search(line)):
        start, end = seen.original(*hit.span())
        found.append(ProspectRead(says=ProspectSays.REFUSES, start_char=start, end_char=end))
    if hit := tables.GOODBYE.search(line):
        start, end = seen.original(*hit.span())
        found.append(ProspectRead(says=ProspectSays.GOODBYE, start_char=start, end_char=end))
    says = {read.says for read in found}
    plain = not says & {ProspectSays.ACCEPTS, ProspectSays.GOODBYE, ProspectSays.BRUSH_OFF, ProspectSays.REFUSES}
    if not asking and plain and content_of(seen.words) and (tables.DISCLOSES.search(line)):
        found.append(_whole(seen, ProspectSays.DISCLOSURE, topic=topic_of(line)))
    return found


def _objection(seen: View, *, asking: bool) -> list[ProspectRead]:
    line = seen.line
    for kind, says, pattern in tables.OBJECTIONS:
        hit = pattern.search(line)
        if hit is None or (
            asking and kind not in ("off_list", "send_email", "not_interested", "busy", "too_expensive")
        ):
            continue
        start, end = seen.original(*hit.span())
        reads = [ProspectRead(says=says, start_char=start, end_char=end, slots={"kind": kind})]
        if kind == "busy" or (kind == "not_interested" and tables.TIME.search(line)):
            reads.append(
                ProspectRead(says=ProspectSays.TIME_CONSTRAINT, start_char=start, end_char=end, slots=slots_in(line))
            )
        if says is ProspectSays.OBJECTION and tables.BRUSH_OFFS_TOO.search(line):
            reads.append(
                ProspectRead(says=ProspectSays.BRUSH_OFF, start_char=start, end_char=end, slots={"kind": kind})
            )
        return reads
    return []


def _whole(seen: View, says: ProspectSays, **slots: str) -> ProspectRead:
    kept = {name: value for name, value in slots.items() if value}
    start, end = seen.original(0, len(seen.line)) if seen.words else (seen.start, seen.end)
    return ProspectRead(says=says, start_char=start, end_char=end, slots=kept)
