"""A call as a file: everything is in it, and nothing that was said can become more than words."""

import base64
import copy
import hashlib
import math
import re
import struct
from functools import cache
from html.parser import HTMLParser
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from app.domain.plain import to_plain
from app.scoring.intake import script_from
from app.scoring.render import as_html, as_markdown, compressed
from app.scoring.render.plainly import clean

from .kit import call, score

RENDERER = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
HOSTILE = (
    "<script>alert(1)</script>",
    "](javascript:alert(1))",
    "[x](javascript:alert(1))",
    "![x](https://evil.example/p.png)",
    "<https://evil.example>",
    "www.evil.example",
    '" onmouseover="alert(1)',
    "' onfocus='alert(1)' x='",
    "<img src=x onerror=alert(1)>",
    "</title></style><svg onload=alert(1)>",
    "&lt;script&gt; &#x3c;b&#x3e; &amp;",
    "`code` **bold** _it_ ~~s~~ | a | b |",
    "\n\n# heading\n\n- item\n\n> quote\n\n---\n\n```\ncode\n```",
    "1. one\n2) two",
    "[ref]: javascript:alert(1)\n\n[ref]",
    "<!-- x --> <![CDATA[ x ]]> <?php ?>",
    "\\<b> \\\\[x](y) \\",
    "\u202e\u0000\u2028evil",
)
TEXTS = st.lists(st.sampled_from(HOSTILE) | st.text(max_size=12), min_size=1, max_size=5).map("".join)


@cache
def _packet() -> dict[str, Any]:
    sample = call("fair_mail")
    prospect = sample["brief"]["prospect"]
    utterances = script_from(sample["transcript"]).utterances
    return {
        "session": {
            "created_at": "2025-03-04T10:00:00Z",
            "briefing": {
                "trainee_name": sample["brief"]["trainee_name"],
                "seller": sample["brief"]["seller"],
                "prospect": prospect,
            },
            "call_type": "cold",
            "difficulty": 3,
            "mode": "voice",
            "prospect_code": "KX7",
            "ended": {"reason": "goodbye", "by": "trainee"},
        },
        "transcript": to_plain(utterances),
        "scorecard": score(sample),
    }


def packet(said: str | None = None) -> dict[str, Any]:
    """A call; with `said`, everything that came from a person is those words."""
    made = copy.deepcopy(_packet())
    if said is None:
        return made
    made["session"]["briefing"]["trainee_name"] = said
    made["session"]["briefing"]["seller"].update(company=said, product=said)
    made["session"]["briefing"]["prospect"].update(name=said, company=said, title=said, industry=said)
    for utterance in made["transcript"]:
        utterance["text"] = said
    card = made["scorecard"]
    for item in (*card["wins"], *card["misses"]):
        item["quote"] = item["why"] = said
    for miss in card["misses"]:
        miss["suggestion"] = said
    for dimension in card["dimensions"].values():
        for criterion in dimension["criteria"]:
            criterion["why"] = said
            for quote in criterion["quotes"]:
                quote["text"] = said
    return made


class Seen(HTMLParser):
    """Tags with their attributes, and the words between them."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[tuple[str, tuple[tuple[str, str | None], ...]]] = []
        self.words = ""
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, tuple(attrs)))

    def handle_endtag(self, tag: str) -> None:
        self.tags.append((f"/{tag}", ()))

    def handle_data(self, data: str) -> None:
        self.words += data

    def handle_comment(self, data: str) -> None:
        self.tags.append(("comment", ()))

    def handle_pi(self, data: str) -> None:
        self.tags.append(("instruction", ()))

    def unknown_decl(self, data: str) -> None:
        self.tags.append(("declaration", ()))


def spaced(text: str) -> str:
    return " ".join(text.split())


@given(TEXTS)
@settings(max_examples=60, deadline=None)
def test_hostile_words_are_only_words_in_html(text: str) -> None:
    said = f"x{text}x"
    page = Seen(as_html(packet(said)))
    assert page.tags == Seen(as_html(packet("harmless"))).tags
    assert spaced(clean(said)) in spaced(page.words)


@given(TEXTS)
@settings(max_examples=60, deadline=None)
def test_hostile_words_are_only_words_in_markdown(text: str) -> None:
    said = f"x{text}x"
    page = Seen(RENDERER.render(as_markdown(packet(said))))
    assert page.tags == Seen(RENDERER.render(as_markdown(packet("harmless")))).tags
    assert spaced(clean(said)) in spaced(page.words)


@pytest.mark.parametrize("said", HOSTILE)
def test_each_trick_alone_stays_flat(said: str) -> None:
    flat = Seen(as_html(packet("harmless"))).tags
    assert Seen(as_html(packet(said))).tags == flat
    rendered = Seen(RENDERER.render(as_markdown(packet(said))))
    assert rendered.tags == Seen(RENDERER.render(as_markdown(packet("harmless")))).tags


def test_the_check_itself_notices_markup() -> None:
    assert Seen("<p>a<b>c</b></p>").tags != Seen("<p>abc</p>").tags
    assert Seen(RENDERER.render("[x](https://evil.example)")).tags != Seen(RENDERER.render("x")).tags


def test_an_address_that_was_said_is_not_linked_by_itself() -> None:
    text = as_markdown(packet("see https://evil.example or www.evil.example"))
    assert "://" not in text
    assert "www.evil" not in text


def test_the_page_needs_nothing_else() -> None:
    page = as_html(packet())
    assert "<script" not in page
    assert not re.search(r"(?:src|href)=\"(?!#u\d+\")", page)
    assert "url(" not in page
    assert "@import" not in page
    assert "default-src 'none'" in page


SECOND = struct.pack("<32000h", *(v for i in range(16_000) for v in (int(9_000 * math.sin(i / 7)), 0)))


@cache
def _mp3() -> bytes:
    return compressed(SECOND * 20)


@pytest.mark.parametrize("said", HOSTILE)
def test_hostile_words_stay_words_on_a_page_that_plays(said: str) -> None:
    page = as_html(packet(said), _mp3())
    assert Seen(page).tags == Seen(as_html(packet("harmless"), _mp3())).tags
    assert page.count("<script") == 1


def test_a_page_that_plays_runs_its_own_script_alone_and_fetches_nothing() -> None:
    page = as_html(packet(), _mp3())
    [script] = re.findall(r"<script>(.*?)</script>", page, re.DOTALL)
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    assert f"script-src 'sha256-{digest}'; media-src data:" in page
    assert "default-src 'none'" in page
    assert not re.search(r"https?:|src=\"(?!data:audio/mpeg;base64,)", page)
    assert "The recording is not part of this file." not in page


def test_every_quote_and_line_with_times_can_be_heard() -> None:
    made = packet()
    page = as_html(made, _mp3())
    moments = {(int(a), int(b)) for a, b in re.findall(r'data-start="(\d+)" data-end="(\d+)"', page)}
    quotes = [
        quote
        for dimension in made["scorecard"]["dimensions"].values()
        for criterion in dimension["criteria"]
        for quote in criterion["quotes"]
    ]
    assert quotes
    assert moments == {(one["start_ms"], one["end_ms"]) for one in (*quotes, *made["transcript"])}


def test_the_sound_is_small_and_the_same_every_time() -> None:
    assert compressed(SECOND * 20) == _mp3()
    assert 0 < len(_mp3()) < 0.1 * 20 * len(SECOND)


def test_every_link_of_the_page_leads_to_a_line_of_it() -> None:
    page = as_html(packet())
    links, lines = set(re.findall(r'href="#(u\d+)"', page)), set(re.findall(r'id="(u\d+)"', page))
    assert links
    assert links <= lines


@pytest.mark.parametrize("render", [as_html, as_markdown])
def test_a_file_tells_the_whole_call(render: Any) -> None:
    made = packet()
    text = Seen(render(made) if render is as_html else RENDERER.render(render(made))).words
    assert all(said["text"] in text for said in made["transcript"])
    assert f"Score {made['scorecard']['total_score']} of 100" in text
    assert "not yet validated against human raters" in text
    assert "The recording is not part of this file." in text
    assert "0:02" in text


@pytest.mark.parametrize("render", [as_html, as_markdown])
def test_made_up_times_of_a_typed_call_are_not_shown(render: Any) -> None:
    typed = packet()
    typed["session"]["mode"] = "typed"
    assert "0:02" not in render(typed)


@pytest.mark.parametrize("render", [as_html, as_markdown])
def test_a_partial_card_says_why_there_is_no_total(render: Any) -> None:
    partial = packet()
    partial["scorecard"] |= {"total_score": None, "status": "partial", "why_partial": "You said nothing."}
    assert "No total: You said nothing." in render(partial)
