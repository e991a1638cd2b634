"""The commands: everything that needs no window. Without a command, the window opens.

Exit codes: 0 done; 1 could not be done, a sentence says why; 2 the command was not understood; 3 `check` found
something wrong.
"""

from pathlib import Path
from typing import Any

import click

from framework_qda import __version__
from framework_qda.cli_export import check_targets, with_options, write
from framework_qda.errors import FrameworkError
from framework_qda.project import Project, create_project, open_project
from framework_qda.ui.show import show_window

_FOUND_WRONG = 3


class _Commands(click.Group):
    """Run `framework-qda PROJECT` as the window, and show a FrameworkError as one sentence."""

    def resolve_command(
        self, context: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Take a first word that is a project file for the window's."""
        if args[0] not in self.commands and args[0].endswith(".fqda"):
            args = ["open", *args]
        return super().resolve_command(context, args)

    def invoke(self, context: click.Context) -> object:
        """Run the command; what is the file's or the user's fault becomes a message and exit code 1."""
        try:
            return super().invoke(context)
        except FrameworkError as error:
            raise click.ClickException(str(error)) from error


_PROJECT = click.argument("project", type=click.Path(path_type=Path, dir_okay=False))


@click.group(cls=_Commands, invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="Framework QDA")
@click.pass_context
def main(context: click.Context) -> None:
    """Framework analysis of interviews: chart them into matrices, link evidence, export.

    Without a command the window opens; `framework-qda STUDY.fqda` opens it on a project. The commands below
    work without a window. PROJECT is always the path of a project file (.fqda).
    """
    if context.invoked_subcommand is None:
        show_window(None)


@main.command("open")
@_PROJECT
def open_window(project: Path) -> None:
    """Open a project in the window."""
    show_window(project)


@main.command()
@_PROJECT
@click.option("--title", required=True, help="What the study is called.")
@click.option("--analyst", required=True, help="Your name, as your colleagues will see it in the history.")
def new(project: Path, title: str, analyst: str) -> None:
    """Make a new, empty project."""
    create_project(project, title=title, analyst_name=analyst).close()
    click.echo(f"Made {project}.")


@main.command()
@click.argument("destination", type=click.Path(path_type=Path))
@click.option("--open", "is_opened", is_flag=True, help="Open it in the window afterwards, or the one already there.")
def sample(destination: Path, is_opened: bool) -> None:
    """Put a copy of the sample study at DESTINATION, a file name or a folder.

    The copy is yours: change it, break it, make another.
    """
    from framework_qda.shipped import build_sample

    path = destination if destination.suffix == ".fqda" else destination / "Sample study.fqda"
    if not (is_opened and path.exists()):
        path.parent.mkdir(parents=True, exist_ok=True)
        build_sample(path)
        click.echo(f"The sample study is in {path}.")
    if is_opened:
        show_window(path)


@main.command("import-notes")
@_PROJECT
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--interview", "code", help="The code of the interview they belong to; otherwise told by the file names.")
@click.option("--new", "is_new", is_flag=True, help="Begin a new interview for a file whose name tells none.")
@click.option(
    "--case-study", default="", help="With --new: the case study of new interviews, made where there is none."
)
@click.option("--encoding", help="Of text files, where it is guessed wrongly (such as cp1252).")
@click.option("--analyst", help="In whose name the history shows it; left out, in that of the first analyst.")
def import_notes(
    project: Path,
    files: tuple[Path, ...],
    code: str | None,
    is_new: bool,
    case_study: str,
    encoding: str | None,
    analyst: str | None,
) -> None:
    """Import notes from Word, OpenDocument, text, .vtt or .srt FILES into a project, each into its interview.

    Without --interview a file goes to the interview whose code its name contains: "I07 notes.docx" to I07.
    Nothing is imported unless all files can be.
    """
    from framework_qda.io.assignment import assign_by_code
    from framework_qda.io.notes_in import read_notes
    from framework_qda.model import Interview, NewInterview

    notes = [read_notes(file, encoding) for file in files]
    with open_project(project) as opened:
        if analyst is not None:
            opened.analyst_id = _analyst_id(opened, analyst)
        assigned = assign_by_code(opened.read, notes, code, case_study if is_new else None)
        opened.import_notes(assigned)
        codes = {each.id: each.code for each in opened.read.all(Interview)}
    for place, each in assigned:
        target = f"{place.code}, a new interview" if isinstance(place, NewInterview) else codes[place]
        click.echo(f"{each.file_name}: {len(each.paragraphs)} paragraphs into {target}.")
        for warning in each.warnings:
            click.echo(f"  Note: {warning}")


def _analyst_id(project: Project, name: str) -> str:
    from framework_qda.model import Analyst

    analysts = project.read.all(Analyst)
    found = [each.id for each in analysts if name.casefold() in (each.name.casefold(), each.initials.casefold())]
    if len(found) != 1:
        names = ", ".join(each.name for each in analysts)
        raise click.ClickException(f"{name} is none of the project's analysts: {names}. Nothing was imported.")
    return found[0]


@main.command()
@_PROJECT
@with_options
def export(project: Path, **options: Any) -> None:  # noqa: ANN401 (each option has its own type)
    """Export matrices, quotations, reports or everything: each to a file whose name you give.

    The project is only read. Each file is written beside its place and put there when it is finished, so that
    an older export stays whole if anything goes wrong.
    """
    targets = check_targets(options)
    with open_project(project, read_only=True) as opened, opened.snapshot() as reader:
        for name, path in targets.items():
            _report(path, write(reader, name, path, options))


def _report(path: Path, warnings: list[str]) -> None:
    from framework_qda.model.notices import group_notices

    click.echo(f"Wrote {path}.")
    for group in group_notices(warnings):
        click.echo(f"  Note: {group.words}{':' if group.notices else ''}")
        for notice in group.notices:
            click.echo(f"    {notice}")


@main.command()
@_PROJECT
def check(project: Path) -> None:
    """Check that a project is sound, entry by entry. Exit code 3 if it is not."""
    with open_project(project, read_only=True) as opened:
        problems = opened.verify()
        counts = opened.read.counts()
    for problem in problems:
        click.echo(problem)
    if problems:
        click.echo("Your work may still be whole: restore a back-up under another name and compare.")
        raise SystemExit(_FOUND_WRONG)
    click.echo(
        f"{project.name} is sound: {counts['interview']} interviews, {counts['document']} documents, "
        f"{counts['cell']} cells written, {counts['extract']} extracts."
    )


@main.command()
@_PROJECT
@click.option("--limit", default=30, show_default=True, help="How many steps to show.")
def history(project: Path, limit: int) -> None:
    """List the last steps of a project: when, who, what."""
    from datetime import datetime

    from framework_qda.project.wording import analyst_name

    with open_project(project, read_only=True) as opened:
        for action in opened.recent_actions(limit):
            when = datetime.fromisoformat(action.made_at).astimezone()
            click.echo(
                f"{when:%Y-%m-%d %H:%M}  {analyst_name(opened.read, action.analyst_id)}  {opened.describe(action)}"
            )


@main.command()
@_PROJECT
@click.option("--number", type=int, help="Which back-up, as listed. Left out, the back-ups are only listed.")
@click.option("--to", "destination", type=click.Path(path_type=Path), help="Where to put it: a new file name.")
def restore(project: Path, number: int | None, destination: Path | None) -> None:
    """List the back-ups of a project, or copy one out. Nothing is ever overwritten.

    Works for a project that is damaged too. A project file that is gone is told by its id: give the name of
    its folder of back-ups in place of PROJECT.
    """
    from framework_qda.project.backup import backup_folder, list_backups
    from framework_qda.project.backup import restore as restore_backup
    from framework_qda.project.opening import project_id_of

    project_id = project_id_of(project) if project.exists() else project.name
    backups = list_backups(project_id)
    if not backups:
        raise click.ClickException(f"No back-ups of {project.name} were found in {backup_folder(project_id).parent}.")
    if number is None:
        for backup in backups:
            when = backup.made_at.astimezone()
            click.echo(f"{backup.count:6}  {when:%Y-%m-%d %H:%M}  {backup.size / 1e6:8.1f} MB  before {backup.reason}")
        click.echo("Copy one out with --number and --to.")
        return
    chosen = next((backup for backup in backups if backup.count == number), None)
    if chosen is None:
        raise click.ClickException(f"There is no back-up number {number}. Leave --number out to see which there are.")
    path = destination or project.with_name(f"{project.stem} restored {chosen.made_at:%Y-%m-%d %H%M}.fqda")
    click.echo(f"Back-up {number} is now in {restore_backup(chosen, path)}.")
