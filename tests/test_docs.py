"""The documents are true to the program: links lead somewhere, commands, options and keys are those that there are."""

import importlib
import re
import shlex
from functools import cache
from pathlib import Path

import click
import pytest

from framework_qda.cli import main
from framework_qda.ui.desks import RAIL
from framework_qda.ui.keys import commands_of, keys_of
from framework_qda.ui.style import Look

ROOT = Path(__file__).parent.parent
GUIDE = ROOT / "docs" / "guide"
PICTURES = GUIDE / "pictures"
PAGES = sorted([ROOT / "README.md", *(ROOT / "docs").rglob("*.md")])
MOST_PICTURE_BYTES = 250_000
TITLES = {"window": "Everywhere", **{entry.name: entry.words for entry in RAIL}, "comments": "In the comments"}

_LINK = re.compile(r"!?\[[^\]]*\]\(([^)\s]+)\)")


def text_of(page: Path) -> str:
    return page.read_text(encoding="utf-8")


def links_of(page: Path) -> list[str]:
    return _LINK.findall(text_of(page))


def anchors_of(page: Path) -> set[str]:
    headings = re.findall(r"^#+ (.+)$", text_of(page), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


def section_of(page: Path, heading: str) -> str:
    found = re.search(rf"^## {re.escape(heading)}$(.*?)(?=^## |\Z)", text_of(page), re.MULTILINE | re.DOTALL)
    return found[1] if found else ""


@cache
def drawn_pictures() -> frozenset[str]:
    scenes = "".join(text_of(path) for path in (ROOT / "scripts" / "screenshots" / "scenes").glob("*.py"))
    return frozenset(re.findall(r'^    "([\w-]+)": show_\w+,$', scenes, re.MULTILINE))


# -- links and pictures


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_link_leads_to_a_file_and_a_heading(page):
    for link in links_of(page):
        if "://" in link:
            continue
        path, _, anchor = link.partition("#")
        target = (page.parent / path).resolve() if path else page
        assert target.is_file(), link
        assert not anchor or anchor in anchors_of(target), link


def test_every_page_of_the_guide_can_be_reached_from_its_first():
    reached, todo = set(), [GUIDE / "index.md"]
    while todo:
        page = todo.pop()
        if page not in reached:
            reached.add(page)
            paths = (link.partition("#")[0] for link in links_of(page))
            todo += [(page.parent / path).resolve() for path in paths if path.endswith(".md")]
    assert {page for page in GUIDE.glob("*.md")} <= reached


def test_the_pictures_that_are_there_are_those_that_the_script_draws():
    assert {path.stem for path in PICTURES.iterdir()} == drawn_pictures()


def test_every_picture_is_shown_on_a_page():
    shown = {Path(link).stem for page in PAGES for link in links_of(page) if link.endswith(".png")}
    assert drawn_pictures() <= shown


def test_pictures_are_small():
    assert [path.name for path in PICTURES.iterdir() if path.stat().st_size > MOST_PICTURE_BYTES] == []


def test_every_picture_has_words_for_those_who_cannot_see_it():
    assert [page.name for page in PAGES if re.search(r"!\[\s*\]", text_of(page))] == []


@pytest.mark.slow
def test_the_script_draws_a_picture_as_it_stands_in_the_guide(tmp_path, qapp, monkeypatch):
    """In a process of its own the script starts a toolkit; here only what one picture needs is called."""
    monkeypatch.syspath_prepend(ROOT / "scripts")
    camera, scenes, stage = (importlib.import_module(f"screenshots.{name}") for name in ("camera", "scenes", "stage"))
    pictures = scenes.all_pictures()
    assert set(pictures) == drawn_pictures()
    with stage.make_scene(qapp, Look(qapp, "light", 100), tmp_path / "none.fqda") as scene:
        camera.write(pictures["new-project"](scene), tmp_path / "new-project.png")
    assert (tmp_path / "new-project.png").stat().st_size > 1000


# -- commands


def test_every_command_has_a_section_with_an_example():
    for name in main.commands:
        assert f"    framework-qda {name} " in section_of(GUIDE / "commands.md", name), name


def test_commands_says_nothing_of_commands_that_there_are_not():
    headings = re.findall(r"^## (.+)$", text_of(GUIDE / "commands.md"), re.MULTILINE)
    assert set(headings) == set(main.commands)


@pytest.mark.parametrize("name", sorted(main.commands))
def test_every_option_stands_in_an_example(name):
    section = section_of(GUIDE / "commands.md", name)
    unsaid = [
        option.opts + option.secondary_opts
        for option in main.commands[name].params
        if isinstance(option, click.Option)
        and not any(f"{each} " in f"{section} ".replace("\n", " ") for each in option.opts + option.secondary_opts)
    ]
    assert unsaid == []


def examples() -> list[tuple[str, str]]:
    found = []
    for page in PAGES:
        for line in text_of(page).splitlines():
            if line.startswith("    framework-qda"):
                found.append((page.name, line.strip()))
    return found


@pytest.mark.parametrize(("page", "line"), examples())
def test_every_example_is_understood(page, line):
    words = shlex.split(line)[1:]
    context = main.make_context("framework-qda", list(words), resilient_parsing=False)
    if words:
        name, command, rest = main.resolve_command(context, words)
        command.make_context(name, list(rest), parent=context)


# -- keys


@pytest.mark.parametrize("group", sorted(TITLES))
def test_every_key_of_the_table_stands_on_the_page_of_keys(group):
    section = section_of(GUIDE / "keys.md", TITLES[group])
    rows = [
        f"| {command.words.rstrip('…')} | {' or '.join(f'`{key}`' for key in keys_of(command_id))} |"
        for command_id, command in commands_of(group).items()
        if keys_of(command_id)
    ]
    assert [row for row in rows if row not in section] == []
    assert len(re.findall(r"^\| .* \| `", section, re.MULTILINE)) == len(rows)


def known_keys() -> set[str]:
    own = {"Enter", "Tab", "Shift+Tab", "Backspace", "Left", "Right", "Space", "Del", "Esc", "Alt+F"}
    return own | {key for group in TITLES for command_id in commands_of(group) for key in keys_of(command_id)}


@pytest.mark.parametrize("page", sorted(GUIDE.glob("*.md")), ids=lambda page: page.name)
def test_every_key_that_is_named_in_the_guide_exists(page):
    named = set(re.findall(r"`((?:Ctrl|Alt|Shift)\+[^`]+|F\d+)`", text_of(page)))
    assert named - known_keys() == set()
