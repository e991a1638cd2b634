"""What is said of an import of notes: what somebody should know of each file, what going on does and what it did."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framework_qda.model import NewInterview
from framework_qda.ui.words import count_words, join_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from framework_qda.model import Assigned, Notes
    from framework_qda.ui.importing.plan import ImportPlan


def remarks(plan: ImportPlan, place: int) -> list[str]:
    """Say in sentences what somebody should know of a file before it is imported."""
    file = plan.files[place]
    if file.problem:
        return [file.problem]
    if file.notes is None:
        return []
    return [*_remarks_on_content(plan, place, file.notes), *_remarks_on_target(plan, place), *file.notes.warnings]


def _remarks_on_content(plan: ImportPlan, place: int, notes: Notes) -> list[str]:
    found = []
    before = plan.known.holders_of(notes)
    if before:
        found.append(f"This very file is in the project already: {join_words(before)}.")
    twin = min(plan.twins(place), default=place)
    if twin < place:
        found.append(f"It holds the same as “{plan.files[twin].path.name}” above.")
    if not before and plan.files[place].target is None:
        found.append("No interview is chosen for it, so it will not be imported.")
    return found


def _remarks_on_target(plan: ImportPlan, place: int) -> list[str]:
    target, known = plan.files[place].target, plan.known
    if target is None:
        return []
    found, code, count = [], known.code_of(target), known.document_count(target)
    if count:
        found.append(f"{code} has {count_words(count, 'document')} already; this one will stand behind.")
    if isinstance(target, NewInterview) and known.code_like(code):
        found.append(f"There is an interview {known.code_like(code)}: is it the same?")
    others = [plan.files[number] for number in plan.fellows(place) if number != place]
    if others:
        names = join_words([f"“{other.path.name}”" for other in others[:3]])
        found.append(f"{names} {'goes' if len(others) == 1 else 'go'} to {code} as well.")
    return found


def target_words(plan: ImportPlan, place: int) -> str:
    """Say where a file goes that begins an interview: `New: I07 · Area 4`; of others nothing."""
    new = plan.files[place].new
    if new is None:
        return ""
    is_there = new.case_study in ("", *plan.known.case_studies)
    return " · ".join(filter(None, (f"New: {new.code}", new.case_study if is_there else f"{new.case_study} (new)")))


def import_words(plan: ImportPlan) -> str:
    """Say what going on would do: `Import 3 documents, 2 new interviews`."""
    targets = [file.target for file in plan.files if file.is_imported]
    made = len({target for target in targets if isinstance(target, NewInterview)})
    words = f"Import {count_words(len(targets), 'document')}" if targets else "Import"
    return f"{words}, {count_words(made, 'new interview')}" if made else words


def imported_words(plan: ImportPlan, assigned: Sequence[Assigned]) -> str:
    """Say what has been imported: `72 paragraphs imported into I07`."""
    words = f"{count_words(sum(len(notes.paragraphs) for _, notes in assigned), 'paragraph')} imported into"
    targets = list(dict.fromkeys(target for target, _ in assigned))
    made = [each.code for each in targets if isinstance(each, NewInterview)]
    if len(targets) == 1:
        return f"{words} {made[0]}, a new interview." if made else f"{words} {plan.known.code_of(targets[0])}."
    new = f", {len(made):,} of them new" if made else ""
    return f"{words} {count_words(len(targets), 'interview')}{new}."
