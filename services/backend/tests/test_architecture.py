"""The rules of the house that no linter knows: sizes, first lines, what stays out, purity below wiring."""

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]
APP = ROOT / "services" / "backend" / "app"
LEAF_LINES = 300
BUDGETS = {
    "services/backend/app/call/session.py": 250,
    "services/backend/app/main.py": 80,
    "ringside.py": 120,
    # The wire has one author and one file: its readers search it, they do not read it through.
    "services/backend/app/schemas.py": 700,
}
SCREEN_LINES = 150
TEST_LINES = 400
"""Screenplays are read one at a time."""
LARGEST_BYTES = 1_000_000
GENERATED = ("pnpm-lock.yaml", "requirements.lock", "requirements-dev.lock", "wire.gen.ts")
IMPURE_IMPORTS = {"random", "secrets", "urllib.request", "socket", "http.client"}
IMPURE_CALLS = {
    ("os", "environ"),
    ("os", "getenv"),
    ("time", "time"),
    ("time", "time_ns"),
    ("datetime", "now"),
    ("datetime", "utcnow"),
    ("datetime", "today"),
    ("date", "today"),
    ("uuid", "uuid4"),
}
BELOW_WIRING = (
    "call",
    "persona",
    "dialogue",
    "stt",
    "tts",
    "turn",
    "scoring",
    "practice",
    "store",
    "reading",
    "domain",
)


def tracked() -> list[Path]:
    """Every file that is or is about to be committed."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    return [path for name in listed.split("\0") if name and (path := ROOT / name).is_file()]


FILES = tracked()
TEXTS = {
    path: path.read_text(encoding="utf-8", errors="replace")
    for path in FILES
    if path.suffix not in {".flac", ".png", ".ico", ".icns", ".woff2", ".db", ".bin"}
}


def name(path: Path) -> str:
    """Path as people write it."""
    return path.relative_to(ROOT).as_posix()


def source_files(*suffixes: str) -> list[Path]:
    """Source of ours, without what is generated."""
    return [path for path in TEXTS if path.suffix in suffixes and path.name not in GENERATED]


def test_there_is_something_to_check() -> None:
    assert len(source_files(".py")) > 50


def test_no_file_grows_beyond_its_budget() -> None:
    def budget(path: Path) -> int:
        if "/tests/" in name(path) or ".test." in path.name:
            return TEST_LINES
        if "/src/components/" in name(path) and path.suffix == ".tsx":
            return SCREEN_LINES
        return BUDGETS.get(name(path), LEAF_LINES)

    lines = {path: TEXTS[path].count("\n") for path in source_files(".py", ".ts", ".tsx")}
    offenders = [f"{name(path)}: {n} lines, {budget(path)} allowed" for path, n in lines.items() if n > budget(path)]
    assert not offenders, "\n".join(offenders)


def test_every_module_says_what_it_is_for() -> None:
    silent = [name(path) for path in source_files(".py") if not ast.get_docstring(ast.parse(TEXTS[path]))]
    silent = [path for path in silent if not path.endswith("__init__.py") or "/tests/" not in path]
    assert not silent, "\n".join(silent)


def test_no_large_file() -> None:
    large = [f"{name(path)}: {path.stat().st_size}" for path in FILES if path.stat().st_size > LARGEST_BYTES]
    assert not large, "\n".join(large)


def test_no_package_registry_is_named() -> None:
    host = re.compile("|".join([r"registry\.npm" + r"js\.org", r"files\.python" + r"hosted\.org", r"\bpypi\." + "org"]))
    named = [name(path) for path, text in TEXTS.items() if host.search(text)]
    assert not named, "\n".join(named)


def test_no_path_of_one_machine() -> None:
    path_of_one = re.compile(r"""(?<![\w.$}/-])/(?:home|Users|root|work|farm)/\w""")
    named = [
        f"{name(path)}:{number}: {line.strip()[:100]}"
        for path, text in TEXTS.items()
        if path.name not in GENERATED
        for number, line in enumerate(text.splitlines(), 1)
        if path_of_one.search(line)
    ]
    assert not named, "\n".join(named)


def impurities(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """Line and name of every reach for the environment, the wall clock, global chance or the network."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names if alias.name in IMPURE_IMPORTS)
        elif isinstance(node, ast.ImportFrom) and node.module:
            names = {(node.module.rsplit(".", 1)[-1], alias.name) for alias in node.names}
            if node.module in IMPURE_IMPORTS or names & IMPURE_CALLS:
                yield node.lineno, node.module
        elif isinstance(node, ast.Attribute):
            owner = node.value
            last = owner.attr if isinstance(owner, ast.Attribute) else owner.id if isinstance(owner, ast.Name) else ""
            if (last, node.attr) in IMPURE_CALLS:
                yield node.lineno, f"{last}.{node.attr}"


@pytest.mark.parametrize("room", [room for room in BELOW_WIRING if (APP / room).is_dir()])
def test_time_and_chance_are_arguments_below_wiring(room: str) -> None:
    # A wording engine may speak to a model server on this machine.
    files = [path for path in (APP / room).rglob("*.py") if "dialogue/engines" not in path.as_posix()]
    found = [
        f"{name(path)}:{line}: {what}"
        for path in files
        for line, what in impurities(ast.parse(path.read_text(encoding="utf-8")))
    ]
    assert not found, "\n".join(found)


def test_impurities_would_be_noticed() -> None:
    guilty = (
        "import random, os\nfrom time import time\nx = os.environ['A']\nfrom datetime import datetime\ndatetime.now()"
    )
    assert [line for line, _ in impurities(ast.parse(guilty))] == [1, 2, 3, 5]


def test_the_domain_knows_only_the_standard_library() -> None:
    foreign = [
        f"{name(path)}: {module}"
        for path in (APP / "domain").rglob("*.py")
        for module in imported(path)
        if module.split(".")[0] not in sys.stdlib_module_names and not module.startswith("app.domain")
    ]
    assert not foreign, "\n".join(foreign)


def test_the_commands_know_only_the_standard_library() -> None:
    ours = [ROOT / "ringside.py", *(ROOT / "scripts").glob("*.py")]
    foreign = [
        f"{name(path)}: {module}"
        for path in ours
        for module in imported(path)
        if module.split(".")[0] not in {*sys.stdlib_module_names, "scripts"}
        and module not in {"app.domain.errors", "app.runtime.models"}
    ]
    assert not foreign, "\n".join(foreign)


def imported(path: Path) -> list[str]:
    """Full names of all modules a file imports, wherever in the file."""
    nodes = list(ast.walk(ast.parse(path.read_text(encoding="utf-8"))))
    plain = [alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names]
    return plain + [node.module for node in nodes if isinstance(node, ast.ImportFrom) and node.module]
