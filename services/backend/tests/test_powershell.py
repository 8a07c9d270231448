"""The PowerShell fronts parse, and call a command that exists; no PowerShell is needed to know."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import tree_sitter_powershell
from tree_sitter import Language, Node, Parser

SCRIPTS = Path(__file__).resolve().parents[3] / "scripts"
FRONTS = sorted(SCRIPTS.glob("*.ps1"))


def faults(source: bytes) -> list[str]:
    """Line and text of everything the grammar cannot read."""

    def walk(node: Node) -> Iterator[str]:
        if node.is_error or node.is_missing:
            yield f"line {node.start_point[0] + 1}: {(node.text or b'')[:40]!r}"
        for child in node.children:
            yield from walk(child)

    return list(walk(Parser(Language(tree_sitter_powershell.language())).parse(source).root_node))


def test_both_fronts_are_there() -> None:
    assert [path.name for path in FRONTS] == ["check.ps1", "dev.ps1"]


@pytest.mark.parametrize("path", FRONTS, ids=lambda path: path.name)
def test_a_front_parses(path: Path) -> None:
    assert faults(path.read_bytes()) == []


def test_the_parser_would_notice() -> None:
    assert faults(b"if ($true { Write-Host 'x' }")


@pytest.mark.parametrize("path", FRONTS, ids=lambda path: path.name)
def test_a_front_suits_windows_powershell_5(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.isascii(), "Windows PowerShell 5.1 reads a file without a mark in the local code page"
    for newer in ("&&", "||", "??", "?."):
        assert newer not in text


@pytest.mark.parametrize("path", FRONTS, ids=lambda path: path.name)
def test_a_front_hands_over_and_keeps_the_exit_code(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    command = re.search(r"'ringside\.py'\) (\w+) @args", text)
    assert command
    assert f'add_parser("{command[1]}"' in (SCRIPTS.parent / "ringside.py").read_text(encoding="utf-8")
    assert text.rstrip().endswith("exit $LASTEXITCODE")
