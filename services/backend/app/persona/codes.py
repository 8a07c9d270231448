"""Prospect codes: a few characters that rebuild one exact prospect on any machine with the same library."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from app.domain.call import CallType
from app.domain.chance import unit
from app.domain.errors import Invalid
from app.domain.playbook import Playbook
from app.persona.shelves import LIBRARY_VERSION

SEED_BITS = 24
"""Larger seeds are folded to this many bits, see `fold_seed`."""

# 53 bits: 4 characters, a word out of 256, 5 characters; the lowest 8 are the checksum.
_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_LOOKALIKES = str.maketrans({"O": "0", "I": "1", "L": "1"})
_CALL_TYPES = (CallType.COLD, CallType.GATEKEEPER, CallType.VOICEMAIL, CallType.CALLBACK)
_SCRAMBLE, _UNSCRAMBLE = 0x9E3779B1 & 0xFFFFFF, pow(0x9E3779B1 & 0xFFFFFF, -1, 1 << SEED_BITS)
_WORDS = tuple((Path(__file__).parent / "library" / "code_words.txt").read_text(encoding="utf-8").split())
_HINT = "Codes look like KX7M-DELTA-19QF3; the letters I, L, O and U are never used in the short parts."


class BadCode(Invalid):
    """A prospect code that cannot be read."""

    code = "bad_prospect_code"


class OtherLibrary(Invalid):
    """A well-formed prospect code that another version of the library made."""

    code = "other_library_version"


@dataclass(frozen=True, slots=True, kw_only=True)
class ProspectCode:
    """What a code carries."""

    seed: int
    difficulty: int
    call_type: CallType
    playbook_tag: int
    """Twelve bits of the playbook's hash; see `playbook_tag` and `find_playbook`."""
    library_version: int = LIBRARY_VERSION


def encode(code: ProspectCode) -> str:
    """The code as people read it aloud."""
    bits = code.library_version & 0xF
    bits = bits << 3 | code.difficulty & 0x7
    bits = bits << 2 | _CALL_TYPES.index(code.call_type)
    bits = bits << 12 | code.playbook_tag & 0xFFF
    bits = bits << SEED_BITS | (code.seed * _SCRAMBLE) % (1 << SEED_BITS)
    bits = bits << 8 | _crc8(bits)
    tail, bits = bits & 0x1FFFFFF, bits >> 25
    word, head = _WORDS[bits & 0xFF], bits >> 8
    return f"{_letters(head, 4)}-{word}-{_letters(tail, 5)}"


def decode(text: str) -> ProspectCode:
    """What `text` carries; case, spaces and look-alike letters are forgiven.

    Raises `BadCode` for a typo and `OtherLibrary` for a code from another library version.
    """
    parts = text.strip().upper().replace(" ", "-").split("-")
    if len(parts) != 3 or len(parts[0]) != 4 or len(parts[2]) != 5:
        raise BadCode(f"{text!r} is not a prospect code.", _HINT)
    if parts[1] not in _WORDS:
        raise BadCode(f"The word {parts[1]!r} is in no prospect code.", "Check the middle word for a typo.")
    bits = (_number(parts[0]) << 8 | _WORDS.index(parts[1])) << 25 | _number(parts[2])
    bits, check = bits >> 8, bits & 0xFF
    if _crc8(bits) != check:
        raise BadCode("This prospect code has a typo in it.", "Compare it character by character.")
    scrambled, bits = bits & ((1 << SEED_BITS) - 1), bits >> SEED_BITS
    tag, bits = bits & 0xFFF, bits >> 12
    call_type, bits = _CALL_TYPES[bits & 0x3], bits >> 2
    difficulty, version = bits & 0x7, bits >> 3
    if version != LIBRARY_VERSION & 0xF:
        raise OtherLibrary(
            f"This code was made with library version {version}; this one is {LIBRARY_VERSION}.",
            "Both sides need the same version of Ringside to meet the same prospect.",
        )
    if not 1 <= difficulty <= 5:
        raise BadCode("This prospect code names no difficulty level.", _HINT)
    seed = scrambled * _UNSCRAMBLE % (1 << SEED_BITS)
    return ProspectCode(seed=seed, difficulty=difficulty, call_type=call_type, playbook_tag=tag)


def playbook_tag(playbook: Playbook) -> int:
    """The part of a playbook's hash that fits into a code."""
    return int(playbook.hash, 16) & 0xFFF


def find_playbook(code: ProspectCode, playbooks: Iterable[Playbook]) -> Playbook:
    """The playbook that `code` was made with; raises `BadCode` when it is not among `playbooks`."""
    for playbook in playbooks:
        if playbook_tag(playbook) == code.playbook_tag:
            return playbook
    raise BadCode(
        "This prospect code belongs to a playbook that is not here.",
        "Import the playbook of whoever sent the code, unchanged.",
    )


def fold_seed(seed: int) -> int:
    """`seed` itself if it fits into a code, else a number that depends on all of it; `fold_seed` twice is once."""
    if 0 <= seed < 1 << SEED_BITS:
        return seed
    return int(unit("fold seed", seed) * (1 << SEED_BITS))


def _letters(value: int, count: int) -> str:
    return "".join(_ALPHABET[value >> 5 * place & 0x1F] for place in reversed(range(count)))


def _number(letters: str) -> int:
    value = 0
    for letter in letters.translate(_LOOKALIKES):
        if letter not in _ALPHABET:
            raise BadCode(f"{letter!r} is in no prospect code.", _HINT)
        value = value << 5 | _ALPHABET.index(letter)
    return value


def _crc8(value: int) -> int:
    """CRC-8 with polynomial 0x07 over the value's seven big-endian bytes: any burst of up to 8 bits shows."""
    crc = 0
    for byte in value.to_bytes(7, "big"):
        crc ^= byte
        for _ in range(8):
            crc = (crc << 1 ^ 0x07) & 0xFF if crc & 0x80 else crc << 1
    return crc
