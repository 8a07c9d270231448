"""Value: what gets better, tied to this prospect, proved honestly, short and in plain words."""

import re
from collections.abc import Iterator

from app.domain.acts import Act
from app.domain.scorecard import Quote
from app.scoring.evidence import Finding, full, heard, level, penalised, unmet, untested, words
from app.scoring.exchanges import with_question
from app.scoring.graph import CLAIMS, Call
from app.scoring.rubric import CriterionSpec
from app.scoring.subjects import families, shared_words
from app.scoring.turns import Said, Turn
from app.scoring.vouched import known_words, strangers
from app.scoring.words import content_words, normalise

LEAST_S, MOST_S = 8, 40
MOST_CLAIMS = 2
PROVING_SHARE = 0.5
"""Share of a proof's content words that a sentence must carry to be that proof."""
LINKING_WORDS = 2
"""Content words shared with a fact of the brief, or with a line of the prospect's, that make a claim about it."""
_BETTER = re.compile(
    r"\b(sav\w+|cut\w*|reduc\w+|fewer|less|lower\w*|fast\w*|quick\w*|sooner|earlier|avoid\w*|stop\w*|no more|without|"
    r"instead of|more|increas\w+|grow\w*|win\w*|recover\w*|catch\w*|free\w* up|get\w* back|half|halv\w+|doubl\w+|"
    r"protect\w*|prevent\w*|hours?|days?|weeks?|minutes?|percent|money|margin|revenue|customers?)\b|\d"
)


_OURS = re.compile(
    r"\b(we|(?<!tell )(?<!tells )us|our|ours|"
    r"with this|with it|that way|it (\S+ ){0,2}(can|will|would|helps?|lets?|gives?|makes?|means)|"
    r"so (that )?(you|your|they|nobody)|you (can|could|would|will|get|see|know|stop|save|only|no longer|never))\b"
)
"""Somebody offers: we, it, or what the customer gets."""
_THEIR_WORLD = (Act.NAMES_PROBLEM, Act.RESEARCH, Act.REFLECTS, Act.ACKNOWLEDGES_SPECIFIC)
_RESULT = re.compile(
    r"\b(saved?|cut|found|got|gets|brought|won|recovered|reduced|doubled|halved|went|dropped|stopped|pays?|grew|made)\b"
)
_TERMS = re.compile(r"\b(free|if|trial|refund|cancel|pilot|start with)\b")


def _offered(call: Call, *acts: Act) -> list[Said]:
    """Sentences that claim something for the product; telling of the prospect's or the trade's trouble is no claim."""
    return [said for said in call.said(*acts) if not _tells_of_their_world(said)]


def _tells_of_their_world(said: Said) -> bool:
    return any(_is(said, act) for act in _THEIR_WORLD) and not _OURS.search(normalise(said.sentence.text))


def _terms_only(said: Said) -> bool:
    """Conditions of an offer ("the first month is free, and if …"): nothing that ever happened anywhere."""
    line = normalise(said.sentence.text)
    return bool(_TERMS.search(line)) and not _RESULT.search(line)


def _claims(call: Call) -> list[Said]:
    return _offered(call, Act.VALUE_CLAIM, Act.PROOF, Act.ANSWERS_OBJECTION)


_NOTHING_OFFERED = "You offered nothing in which this could show."


def _untold(call: Call, spec: CriterionSpec, why: str = "") -> Finding:
    """No value at all: a missed chance once the talk had begun."""
    if not call.conversed:
        return untested("The call never got to what you offer.")
    lines = [turn for turn in call.theirs if turn.number > 0 and call.after(turn)]
    telling = [turn for turn in lines if call.discloses(turn)]
    return unmet(spec, *(heard(turn, call.timed) for turn in (telling or lines)[:1]), why=why)


def outcome(call: Call, spec: CriterionSpec) -> Finding:
    """An outcome in the customer's terms; a claim without one is vague."""
    claims = _offered(call, Act.VALUE_CLAIM)
    plain = [said for said in claims if not _is(said, Act.FEATURE_DUMP)]
    better = [said for said in plain if _BETTER.search(normalise(said.sentence.text))]
    if better:
        return full(spec, words(better[0], call.timed))
    return level(spec, "vague", words(claims[0], call.timed)) if claims else _untold(call, spec)


def linked(call: Call, spec: CriterionSpec) -> Finding:
    """A claim tied to what the prospect disclosed before it, or to a fact of the brief."""
    tied: list[tuple[bool, int, Said, Turn]] = []
    loose: tuple[Said, Turn] | None = None
    told = list(_told(call))
    for said in _claims(call):
        for theirs, text, disclosed in told:
            if theirs.number > said.turn.number:
                continue
            common = shared_words(said.sentence.text, text)
            if common >= LINKING_WORDS or (common and call.brought(said, theirs)):
                tied.append((disclosed, common, said, theirs))
            related = common or families(said.sentence.text) & families(theirs.text)
            if loose is None and disclosed and related:
                loose = (said, theirs)
    if tied:
        *_, said, theirs = max(tied, key=lambda tie: tie[:2])
        return full(spec, words(said, call.timed), heard(theirs, call.timed))
    by_brief = next((said for said in _claims(call) if _touches_brief(call, said)), None)
    if by_brief is not None:
        return level(spec, "brief", words(by_brief, call.timed))
    if loose is not None:
        return level(spec, "loose", words(loose[0], call.timed), heard(loose[1], call.timed))
    return _untold(call, spec)


def _told(call: Call) -> Iterator[tuple[Turn, str, bool]]:
    """Turns that gave something away or objected: with the question that a brief answer leaves its subject to, and
    whether it gave something away."""
    for theirs in call.theirs:
        asked, disclosed = call.before(theirs), call.discloses(theirs)
        if disclosed or call.pushes_back(theirs):
            yield theirs, with_question(theirs, asked) if disclosed and asked is not None else theirs.text, disclosed


def _touches_brief(call: Call, said: Said) -> bool:
    if call.brief is None:
        return False
    return any(shared_words(said.sentence.text, fact) >= LINKING_WORDS for fact in call.brief.public_facts)


def proof(call: Call, spec: CriterionSpec) -> Finding:
    """Proof that agrees with the playbook; without a playbook it is unverified."""
    told = [(_playbook_share(call, said), said) for said in call.said() if not said.sentence.is_question]
    proven = [(share, said) for share, said in told if share >= PROVING_SHARE and not _strangers(call, said)]
    if proven:
        _, best = max(proven, key=lambda one: (one[0], -one[1].place[0]))
        return full(spec, words(best, call.timed))
    offered = call.said(Act.PROOF)
    if not offered:
        return _untold(call, spec)
    honest = [said for said in offered if not _strangers(call, said)]
    if honest:
        return level(spec, "unverified", words(honest[0], call.timed))
    return unmet(spec, words(offered[0], call.timed), why="The proof you named is not in your playbook.")


def invented_proof(call: Call, spec: CriterionSpec) -> Finding:
    """A figure or name offered as proof that neither playbook, brief nor prospect ever gave."""
    for said in call.said(Act.PROOF, repeated=True):
        strangers = [] if _terms_only(said) else _strangers(call, said)
        if strangers:
            return penalised(spec, words(said, call.timed), why=f"{spec.unmet} ({', '.join(strangers)})")
    return untested("")


def _playbook_share(call: Call, said: Said) -> float:
    """The largest share, in [0, 1], that a sentence carries of the content words of one proof in the playbook."""
    if call.brief is None:
        return 0.0
    mine = content_words(said.sentence.text)
    proofs = (content_words(line) for line in call.brief.seller.proof)
    return max((len(mine & proof) / len(proof) for proof in proofs if proof), default=0.0)


def _strangers(call: Call, said: Said) -> list[str]:
    """What in a proof nothing vouches for; empty when there is no playbook to check against."""
    if call.brief is None or not call.brief.seller.proof:
        return []
    return strangers(said.sentence.text, known_words(call))


def _pitch(call: Call) -> Turn | None:
    """The core pitch: the longest turn that claims something."""
    claiming = [turn for turn in call.mine if any(True for _ in turn.said(Act.VALUE_CLAIM))]
    return max(claiming, key=lambda turn: (len(turn.text), -turn.number), default=None)


def pitch_length(call: Call, spec: CriterionSpec) -> Finding:
    """Seconds the core pitch took."""
    if not call.timed:
        return untested("The transcript carries no times.")
    turn = _pitch(call)
    if turn is None:
        return _untold(call, spec)
    spans = [(line.utterance.end_ms - line.utterance.start_ms, line.new) for line in turn.lines]
    said, new = sum(span for span, _ in spans) / 1000, sum(span * share for span, share in spans) / 1000
    if new < LEAST_S or said > MOST_S:
        return unmet(spec, *_quote(call, turn))
    return full(spec, *_quote(call, turn))


def claims_per_turn(call: Call, spec: CriterionSpec) -> Finding:
    """At most two claims in any turn."""
    counts = [(sum(1 for _ in turn.said(*CLAIMS, repeated=True)), turn) for turn in call.mine]
    most, turn = max(counts, key=lambda item: item[0], default=(0, None))
    if turn is None or not call.said(Act.VALUE_CLAIM):
        return _untold(call, spec, _NOTHING_OFFERED)
    return unmet(spec, *_quote(call, turn)) if most > MOST_CLAIMS else full(spec, *_quote(call, turn))


def plain_words(call: Call, spec: CriterionSpec) -> Finding:
    """No brochure words where something was claimed."""
    claims = call.said(Act.VALUE_CLAIM)
    if not claims:
        return _untold(call, spec, _NOTHING_OFFERED)
    brochure = call.said(Act.JARGON, Act.FEATURE_DUMP, repeated=True)
    return unmet(spec, words(brochure[0], call.timed)) if brochure else full(spec, words(claims[0], call.timed))


def _quote(call: Call, turn: Turn) -> list[Quote]:
    claim = next(turn.said(*CLAIMS), None)
    return [words(claim, call.timed)] if claim else []


def _is(said: Said, act: Act) -> bool:
    return any(read.act is act for read in said.sentence.acts)
