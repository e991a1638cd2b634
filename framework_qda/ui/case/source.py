"""What the Case desk shows: one case study, or what was chosen to stand side by side; and how it is read."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from framework_qda.matrix.within_case import CaseReading, choose_rows, read_side_by_side
from framework_qda.model import CaseStudy, Interview

if TYPE_CHECKING:
    from collections.abc import Sequence

    from framework_qda.project import Reader


@dataclass(frozen=True, slots=True)
class Shown:
    """Which case studies, or which interviews, stand side by side; of which theme, with which verdicts."""

    case_study_ids: tuple[str, ...] = ()
    interview_ids: tuple[str, ...] = ()
    theme_id: str = ""
    verdicts: frozenset[str] = field(default_factory=frozenset)

    @property
    def is_one_case(self) -> bool:
        """Whether one case study is shown, which has a synopsis and neighbours."""
        return len(self.case_study_ids) == 1 and not self.interview_ids

    @property
    def case_study_id(self) -> str:
        """The one case study that is shown, or empty text."""
        return self.case_study_ids[0] if self.is_one_case else ""


class CaseSource:
    """Read what is shown, and know the case studies before and behind it."""

    def __init__(self) -> None:
        self._reader: Reader | None = None
        self.case_studies: list[CaseStudy] = []
        self.shown = Shown()
        self.whole = CaseReading()
        """What is shown, without a choice of theme and verdicts."""

    def set_reader(self, reader: Reader, case_study_id: str) -> None:
        """Read another project, at a case study once `read_case_studies()` has found it there, else at the first."""
        self._reader = reader
        self.shown = Shown((case_study_id,) if case_study_id else ())

    def read_case_studies(self) -> None:
        """Read which case studies there are; another is shown where all that is shown is gone."""
        if self._reader is None:
            return
        self.case_studies = self._reader.all(CaseStudy)
        known = [each.id for each in self.case_studies]
        kept = tuple(each for each in self.shown.case_study_ids if each in known)
        there = tuple(each for each in self.shown.interview_ids if self._reader.get(Interview, each) is not None)
        if not kept and not there:
            kept = tuple(known[:1])
        self.shown = replace(self.shown, case_study_ids=kept, interview_ids=there)

    def knows(self, case_study_id: str) -> bool:
        """Say whether there is such a case study."""
        return any(each.id == case_study_id for each in self.case_studies)

    def read(self) -> CaseReading:
        """Read what is shown, and return it with the chosen sub-topics only."""
        if self._reader is None:
            return CaseReading()
        shown = self.shown
        self.whole = read_side_by_side(
            self._reader, interview_ids=shown.interview_ids, case_study_ids=shown.case_study_ids
        )
        return self.chosen()

    def chosen(self) -> CaseReading:
        """Return what was read, with the chosen sub-topics only."""
        return choose_rows(self.whole, self.shown.theme_id, self.shown.verdicts)

    def choose(self, *, theme_id: str | None = None, verdicts: frozenset[str] | None = None) -> None:
        """Choose the sub-topics of a theme (empty: of all), or those of some verdicts (none: of any)."""
        if theme_id is not None:
            self.shown = replace(self.shown, theme_id=theme_id)
        if verdicts is not None:
            self.shown = replace(self.shown, verdicts=verdicts)

    def show_case(self, case_study_id: str) -> None:
        """Show one case study; theme and verdicts stay chosen."""
        self.shown = replace(self.shown, case_study_ids=(case_study_id,), interview_ids=())

    def show_several(self, case_study_ids: Sequence[str], interview_ids: Sequence[str]) -> None:
        """Show case studies or interviews side by side."""
        self.shown = replace(self.shown, case_study_ids=tuple(case_study_ids), interview_ids=tuple(interview_ids))

    def neighbour(self, step: int) -> CaseStudy | None:
        """Return the case study before (-1) or behind (1) the one that is shown."""
        ids = [each.id for each in self.case_studies]
        if self.shown.case_study_id not in ids:
            return None
        place = ids.index(self.shown.case_study_id) + step
        return self.case_studies[place] if 0 <= place < len(ids) else None
