"""What a question is about in two or three of its own words, as people take it up: "Bank details? Now and then." """

# ruff: noqa: SIM905 - a list of words reads better unquoted

import re

from app.dialogue.mind.subjects import EVERYDAY, stems
from app.reading import normalise

_LONGEST, _WORDS = 18, 3
"""Words of a question that is taken up, and of what is taken up."""
_OURS = dict.fromkeys("the your their our".split(), "the ") | {"a": "a ", "an": "an "}
_PLAIN = frozenset("of on for about with from between during without any some more many much enough".split())
"""What is named comes after one of these."""
_BE, _DO = frozenset("is are was were".split()), frozenset("do does did has have can could will would should".split())
_CLAUSE = frozenset("how what why where when whether that".split())
"""A clause begins after one of these: "what would you change about how your people learn"."""
_DOINGS = frozenset(
    "be been ever always usually still get gets got go goes going went come comes came take takes took make makes "
    "made give gives gave use uses used need needs want wants feel feels look looks looked work works handle "
    "handles manage manages happen happens end ends start starts stop stops run runs keep keeps put puts send "
    "sends sent say says said tell tells told ask asks asked know knows think thinks see sees saw find finds "
    "found try tries tried call calls help helps change changes show shows deal deals cover covers check checks "
    "cost costs mean means matter matters fall falls land lands sit sits stand stands turn turns play plays pay "
    "pays buy buys sell sells bring brings leave leaves stay stays wait waits miss misses break breaks fail fails "
    "win wins answer answers type types join joins quit quits swap swaps listen listens bother bothers open opens "
    "lose loses lost grow grows move moves set spend spends write writes read reads hear hears meet "
    "meets hold holds pull pulls push pushes catch catches pick picks react reacts complain complains".split()
)
"""What is said of what was named: before one of these its name has plainly ended, "Would the sales director be …"."""
_SMALL = frozenset(
    "and or but if when while because so that which who whom whose where why how what then than as is are was "
    "were am being do does did have has had will would shall should can could may might must not no nor you i we "
    "they he she it me us them him there here to by into up down out off over back again now today currently "
    "never normally typically already just even really actually also too only right like someone somebody anyone "
    "anybody everyone everybody something anything nothing else yet once before after until since per each every "
    "both these those this my mine yours ours theirs themselves itself himself herself myself yourself please "
    "exactly maybe approximately roughly about around of on for with in at from between through during across "
    "without any some a an the your their our his her its many much enough most against own nobody none happy "
    "easier aware done left behind upstairs downstairs shut open ready able chosen taken given written driven "
    "broken spoken kept held sold bought near".split()
)
_ENDS = _SMALL | _DOINGS | frozenset(",;:")
"""Words that name nothing, or that say what becomes of what was named."""
_NAMELESS = frozenset(
    "way thing thing things time times bit lot kind sort type one ones part case cases side end moment minute "
    "activity matter area point place stuff people person somebody guys folks reason idea question answer example "
    "same other others first last next best worst right wrong regard terms general total average hand whole rest "
    "day week month year quarter morning afternoon monday tuesday wednesday thursday friday hour hours minutes "
    "days weeks months years sense process situation present future past company business firm mind charge board "
    "touch top meantime neck scratch two three four five six seven eight nine ten gut sound regards home couple "
    "instance table mouth track stab life nowhere bottom root half world man luck dozen hundred wall roof nerves "
    "view opinion baby result wife husband bend".split()
)
_NAMED_BY_DOING = frozenset(
    "training pricing billing hiring onboarding reporting planning scheduling staffing coaching invoicing budgeting "
    "forecasting shipping marketing accounting booking filing purchasing recruiting meeting closing".split()
)
_PRO_FORMS = frozenset({"one", "ones"})
"""They stand for what was named before: "How long before a new one books anything?"."""
_WHAT_SORT = frozenset(
    "new current other same best better big bigger typical good bad old high higher low lower ideal real final usual "
    "easy hard main longest clear simple quick short honest straight proper "
    "first second third last next".split()
)
"""Words that say of what sort something is, and need it behind them."""
_TOKEN = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*|[,;:]")
_PARTICLES = frozenset("out up off down away back through".split())
"""Before one of these stands what somebody does: "when a driver drops out"."""
_CASES = frozenset("then when if once whenever unless until because".split())
_VERBAL = re.compile(r"(?:ed|ly|est)$")


def taken_up(text: str) -> str:
    """The first thing that the question `text` names, as a question of its own; empty when it names none plainly."""
    tokens = _TOKEN.findall(text)
    if len(tokens) > _LONGEST:
        return ""
    words = [token.lower().replace("’", "'") for token in tokens]
    for place, word in enumerate(words):
        if word not in _OURS and word not in _PLAIN:
            continue
        run = _named_from(tokens, words, place + 1)
        ends_it = place + len(run) + 1 == len(words)
        if _is_subject(words, place):
            behind = words[place + 1 + len(run) : place + 2 + len(run)]
            if ends_it or (run and run[0] in _WHAT_SORT):
                run = []
            elif not _DOINGS.intersection(behind):
                run = run[:1]
        if run and not {run[-1].lower()} & (_WHAT_SORT | _NAMELESS):
            led = _OURS.get(word, "") + " ".join(run)
            return f"{led[:1].upper()}{led[1:]}?"
    return ""


def _is_subject(words: list[str], place: int) -> bool:
    """Something is said of what is named at `place`, so that it is not plain where its name ends: "Is the boss in?"."""
    before = words[place - 1] if place else ""
    return before in _DO or before in _CLAUSE or (before in _BE and place == 1)


def _named_from(tokens: list[str], words: list[str], start: int) -> list[str]:
    """The run of naming words at `start`, or nothing where it is not plainly one."""
    run: list[str] = []
    end = start
    for token, word in zip(tokens[start:], words[start:], strict=True):
        if word in _ENDS or "'" in word or _VERBAL.search(word) or (run and _is_doing(word)):
            break
        run.append(token if token.isupper() and len(token) > 1 else word)
        end += 1
    if len(run) > 1 and (_PARTICLES.intersection(words[end : end + 1]) or _does_it(words, start, run)):
        run = run[:-1]
    named = [word for word in run if word.lower() not in _NAMELESS and any(char.isalpha() for char in word)]
    doing = run[:1] if run and _is_doing(run[0].lower()) else []
    plain = 0 < len(run) <= _WORDS and not doing and not _PRO_FORMS.intersection(run)
    return run if plain and stems(normalise(" ".join(named))) - EVERYDAY else []


def _is_doing(word: str) -> bool:
    return word.endswith("ing") and word not in _NAMED_BY_DOING


def _does_it(words: list[str], start: int, run: list[str]) -> bool:
    """In a case that is named, the last word is what happens in it: "when a carrier overcharges"."""
    return start > 1 and words[start - 2] in _CASES and run[-1].endswith("s") and not run[-1].endswith("ss")
