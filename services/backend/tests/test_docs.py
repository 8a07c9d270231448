"""What the documents tell people to type or to open is there."""

import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]
sys.path.insert(0, str(ROOT))

DOCS = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
READ = {path: path.read_text(encoding="utf-8") for path in DOCS}
WANTED = (
    "README.md",
    "CONTRIBUTING.md",
    "CHANGELOG.md",
    "docs/architecture.md",
    "docs/glossary.md",
    "docs/wire.md",
    "docs/setup/local-install.md",
    "docs/ops/model-setup.md",
    "docs/ops/licences.md",
)
TOP = ("apps/", "services/", "scripts/", "docs/", "ringside.py", ".ci/", "LICENSE")
MADE_LATER = ("apps/desktop/dist", "services/backend/.venv")
"""Places that set-up makes and git ignores."""


def ids(path: Path) -> str:
    """Short test names."""
    return path.relative_to(ROOT).as_posix()


def commands() -> list[tuple[Path, str]]:
    """Every line of a shell block, without prompts, comments and continuations of output."""
    blocks = [
        (path, block)
        for path, text in READ.items()
        for block in re.findall(r"^```(?:sh|bash|powershell)\n(.*?)^```", text, re.MULTILINE | re.DOTALL)
    ]
    lines = [(path, line.split("  #")[0].strip()) for path, block in blocks for line in block.splitlines()]
    return [(path, line) for path, line in lines if line and not line.startswith("#")]


def test_the_documents_of_the_house_exist() -> None:
    found = {ids(path) for path in DOCS}
    assert [name for name in WANTED if name not in found] == []


@pytest.mark.parametrize("path", DOCS, ids=ids)
def test_links_lead_somewhere(path: Path) -> None:
    targets = re.findall(r"\]\(([^)#\s]+)(?:#[^)]*)?\)", READ[path])
    dead = [t for t in targets if "://" not in t and not t.startswith("mailto:") and not (path.parent / t).exists()]
    assert dead == []


@pytest.mark.parametrize("path", DOCS, ids=ids)
def test_named_paths_exist(path: Path) -> None:
    spans = re.findall(r"`([^`\n]+)`", re.sub(r"^```.*?^```", "", READ[path], flags=re.MULTILINE | re.DOTALL))
    paths = [
        word for span in spans for word in span.split() if word.startswith(TOP) and not re.search(r"[<>*…{]", word)
    ]
    paths = [word.rstrip(".,:;)").split("#")[0] for word in paths]
    dead = [p for p in paths if not p.startswith(MADE_LATER) and not (ROOT / p).exists()]
    assert dead == []


def test_commands_are_told() -> None:
    told = [command for _, command in commands()]
    assert "python3 ringside.py start" in told
    assert "python3 ringside.py test" in told


@pytest.mark.parametrize("command", sorted({line for _, line in commands() if "ringside.py" in line}))
def test_every_command_of_ours_is_one(command: str) -> None:
    import ringside

    words = shlex.split(command)
    arguments = words[words.index(next(word for word in words if word.endswith("ringside.py"))) + 1 :]
    options = ringside.parse(arguments)
    if options.command == "bench":
        assert (ROOT / "services" / "backend" / "bench" / f"{options.name}.py").exists()
    if options.command == "test":
        from scripts.checks import all_checks

        assert set(options.only) <= {check.name for check in all_checks()}
    if options.command == "setup":
        from app.runtime.models import load_manifest

        assert set(options.models) <= set(load_manifest())


@pytest.mark.parametrize("command", sorted({line for _, line in commands() if re.search(r"scripts/\w+\.py", line)}))
def test_every_script_answers_to_its_options(command: str) -> None:
    words = shlex.split(command)
    script = next(word for word in words if word.startswith("scripts/"))
    usage = subprocess.run(
        [sys.executable, ROOT / script, "--help"], capture_output=True, text=True, check=True, timeout=60
    ).stdout
    assert [word for word in words if word.startswith("--") and word not in usage] == []


def test_every_model_is_listed_with_its_licence() -> None:
    from app.runtime.models import load_manifest

    listed = READ[ROOT / "docs" / "ops" / "model-setup.md"]
    licences = READ[ROOT / "docs" / "ops" / "licences.md"]
    for spec in load_manifest().values():
        assert f"`{spec.id}`" in listed
        assert spec.licence in licences
        for file in spec.files:
            assert file.name.startswith("voices/") or file.sha256 in listed, f"{spec.id}/{file.name}"


def test_every_direct_dependency_is_listed_with_its_licence() -> None:
    import tomllib

    project = tomllib.loads((ROOT / "services" / "backend" / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    licences = READ[ROOT / "docs" / "ops" / "licences.md"]
    names = [re.split(r"[>=<\[; ]", dependency)[0] for dependency in project["dependencies"]]
    assert [name for name in names if f"`{name}`" not in licences] == []


def test_decisions_are_numbered_without_gaps() -> None:
    records = sorted((ROOT / "docs" / "adr").glob("*.md"))
    assert [int(path.name[:4]) for path in records] == list(range(1, len(records) + 1))
    for path in records:
        for heading in ("## Context", "## Decision", "## Consequences"):
            assert heading in READ[path], f"{path.name} has no {heading}"
