"""From what a caller hands in to the values the scorer works on; anything unusable is refused with a clear message."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from app.domain.call import Brief, EndReason, Outcomes, Party, Seller, Speaker, Utterance
from app.domain.errors import Invalid

MOST_UTTERANCES = 5_000
MOST_CHARACTERS = 1_000_000


@dataclass(frozen=True, slots=True)
class Script:
    """The call as text; `timed` only if every spoken utterance carries times that make sense."""

    utterances: tuple[Utterance, ...]
    timed: bool


def script_from(transcript: Sequence[Mapping[str, Any] | Utterance]) -> Script:
    """The utterances of `transcript`; each is `{speaker, text, start_ms?, end_ms?, index?, party?, heard?}`."""
    if isinstance(transcript, str | bytes | Mapping) or not isinstance(transcript, Sequence):
        raise Invalid(
            "A transcript is a list of utterances.", "Each one is {speaker, text}, start_ms and end_ms optional."
        )
    if len(transcript) > MOST_UTTERANCES:
        raise Invalid(f"A transcript may hold {MOST_UTTERANCES} utterances, this one has {len(transcript)}.")
    utterances = tuple(_utterance(place, item) for place, item in enumerate(transcript))
    if sum(len(u.text) for u in utterances) > MOST_CHARACTERS:
        raise Invalid(f"A transcript may hold {MOST_CHARACTERS} characters.")
    if len({u.index for u in utterances}) < len(utterances):
        raise Invalid("Two utterances carry the same index.", "Leave `index` out to number them in order.")
    spoken = [u for u in utterances if u.text.strip()]
    return Script(utterances, timed=bool(spoken) and all(u.end_ms > u.start_ms for u in spoken))


def outcomes_from(value: Mapping[str, Any] | Outcomes | None) -> Outcomes:
    """Outcomes from their wire form; unknown keys are kept in `extra`."""
    if value is None:
        return Outcomes()
    if isinstance(value, Outcomes):
        return value
    if not isinstance(value, Mapping):
        raise Invalid("Outcomes are a mapping.", "Known keys: meeting_booked, close_attempt, hung_up_by, no_fit.")
    hung_up_by, reason = value.get("hung_up_by"), value.get("end_reason")
    known = {"meeting_booked", "close_attempt", "hung_up_by", "no_fit", "end_reason", "causes"}
    return Outcomes(
        meeting_booked=_flag(value, "meeting_booked"),
        close_attempt=_flag(value, "close_attempt"),
        hung_up_by=None if hung_up_by is None else _speaker(hung_up_by, "outcomes.hung_up_by"),
        no_fit=bool(_flag(value, "no_fit")),
        end_reason=EndReason(reason) if reason in set(EndReason) else None,
        causes=tuple(str(cause) for cause in value.get("causes") or ()),
        extra={str(key): item for key, item in value.items() if key not in known},
    )


def brief_from(value: Mapping[str, Any] | Brief | None) -> Brief | None:
    """A brief from its wire form (`briefing`) or from its flat form."""
    if value is None or isinstance(value, Brief):
        return value
    if not isinstance(value, Mapping):
        raise Invalid("A brief is a mapping.", "It has the shape of `briefing` in the wire's POST /sessions.")
    seller, prospect = value.get("seller") or {}, value.get("prospect") or {}
    if not isinstance(seller, Mapping) or not isinstance(prospect, Mapping):
        raise Invalid("`seller` and `prospect` of a brief are mappings.")

    def about(key: str) -> str:
        return str(prospect.get(key) or value.get(f"prospect_{key}") or "")

    return Brief(
        trainee_name=str(value.get("trainee_name") or ""),
        seller=Seller(
            company=str(seller.get("company") or ""),
            product=str(seller.get("product") or ""),
            problems=_texts(seller.get("problems")),
            proof=_texts(seller.get("proof")),
            price_hint=str(seller.get("price_hint") or ""),
        ),
        prospect_name=about("name") or None,
        prospect_title=about("title"),
        prospect_company=about("company"),
        prospect_industry=about("industry"),
        prospect_size=about("size"),
        public_facts=_texts(prospect.get("public_facts") or value.get("public_facts")),
        goal=str(value.get("goal") or ""),
    )


def _utterance(place: int, item: Mapping[str, Any] | Utterance) -> Utterance:
    if isinstance(item, Utterance):
        return item
    if not isinstance(item, Mapping):
        raise Invalid(f"Utterance {place} is not a mapping.")
    text = item.get("text")
    if not isinstance(text, str):
        raise Invalid(f"Utterance {place} has no text.", "`text` is a string; an empty one is silence.")
    speaker = _speaker(item.get("speaker"), f"utterance {place}")
    start, end = _time(place, item, "start_ms"), _time(place, item, "end_ms")
    if start is not None and end is not None and end < start:
        raise Invalid(f"Utterance {place} ends before it starts.")
    index, party = item.get("index", place), item.get("party")
    if isinstance(index, bool) or not isinstance(index, int) or index < 0:
        raise Invalid(f"Utterance {place} has an index that is no whole number.")
    return Utterance(
        index=index,
        speaker=speaker,
        party=Party(party) if party in set(Party) else Party(speaker.value),
        text=text,
        start_ms=0 if start is None or end is None else start,
        end_ms=0 if start is None or end is None else end,
        heard=item.get("heard") is not False,
    )


def _speaker(value: object, where: str) -> Speaker:
    name = value.strip().lower() if isinstance(value, str) else None
    if name not in set(Speaker):
        raise Invalid(f"Unknown speaker {str(value)[:40]!r} in {where}.", 'A speaker is "trainee" or "prospect".')
    return Speaker(name)


def _time(place: int, item: Mapping[str, Any], key: str) -> int | None:
    value = item.get(key)
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value) or value < 0:
        raise Invalid(f"Utterance {place} has a {key} that is no time in milliseconds.")
    return int(value)


def _flag(value: Mapping[str, Any], key: str) -> bool | None:
    flag = value.get(key)
    if flag is not None and not isinstance(flag, bool):
        raise Invalid(f"outcomes.{key} is true, false or absent.")
    return flag


def _texts(value: object) -> tuple[str, ...]:
    if value is None:
        return ()
    if isinstance(value, str):
        return (value,)
    if not isinstance(value, Sequence):
        raise Invalid("Problems, proof and public facts of a brief are lists of text.")
    return tuple(str(item) for item in value)
