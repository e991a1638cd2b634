"""What the Find desk does beside the window: understanding what is typed, searching, putting in order."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from framework_qda.matrix.search_results import Places, Section, arrange_hits, read_places
from framework_qda.project.hits import SearchStoppedError, Sought
from framework_qda.project.vocabulary import with_near_words
from framework_qda.text.query import describe_query, leaves_out_only, parse_query, terms_of
from framework_qda.ui.words import join_words

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from framework_qda.project.searching import SearchEngine
    from framework_qda.text.query import Term
    from framework_qda.ui.worker import Progress

ONLY_LEFT_OUT = "Say also what to look for: words to be left out find nothing by themselves."
MOST_NAMED = 6
LOOKING, LOOKED = "Looking for ", "Looked for "


@dataclass(frozen=True, slots=True)
class Question:
    """What somebody has typed and chosen."""

    typed: str = ""
    is_near: bool = False
    case_study_id: str = ""
    theme_id: str = ""
    analyst_id: str = ""

    @property
    def has_filter(self) -> bool:
        """Whether anything but the words limits what is found."""
        return bool(self.case_study_id or self.theme_id or self.analyst_id)


@dataclass(frozen=True, slots=True)
class Understood:
    """How a question is understood; told before anything is found. Without terms nothing is looked for."""

    question: Question
    words: str = ""
    wanted: str = ""
    """What is looked for, without what is near."""
    terms: tuple[Term, ...] = ()
    places: Places = field(default_factory=Places)

    @property
    def words_when_over(self) -> str:
        """The words once all is found."""
        is_begun = self.words.startswith(LOOKING)
        return f"{LOOKED}{self.words.removeprefix(LOOKING)}" if is_begun else self.words


class SearchWork:
    """Answer questions about one project, one at a time, in whatever thread."""

    def __init__(self, engine: SearchEngine) -> None:
        self._engine = engine
        self._places = Places()

    def get_ready(self, progress: Progress) -> None:
        """Read what every search needs, so that the first one need not wait for it."""
        self._refresh(progress.is_stopped)

    def answer(self, question: Question, progress: Progress) -> None:
        """Tell how a question is understood, then each `Section` that something is found for."""
        node = parse_query(question.typed)
        if node is None:
            words = ONLY_LEFT_OUT if leaves_out_only(question.typed) else ""
            progress.tell(Understood(question, words))
            return
        stop = progress.is_stopped
        near: Mapping[str, tuple[str, ...]] = {}
        words = describe_query(node)
        self._refresh(stop)
        if question.is_near:
            node, near = with_near_words(node, self._engine.vocabulary(stop))
        terms = terms_of(node)
        said = _words(words, near, is_near=question.is_near)
        progress.tell(Understood(question, f"{LOOKING}{said}", words, terms, self._places))
        sought = Sought(node, question.case_study_id, question.theme_id, question.analyst_id)
        for kind, hits in self._engine.search(sought, stop):
            if hits:
                section = arrange_hits(kind, hits, self._places, terms)
                if stop():
                    raise SearchStoppedError
                progress.tell(section)

    def close(self) -> None:
        """Free what is kept."""
        self._engine.close()

    def _refresh(self, stop: Callable[[], bool]) -> None:
        if self._engine.refresh(stop):
            self._places = self._engine.read(read_places, stop)


def _words(words: str, near: Mapping[str, tuple[str, ...]], *, is_near: bool) -> str:
    if not is_near:
        return words
    taken = list(dict.fromkeys(word for words in near.values() for word in words))
    if not taken:
        return f"{words}; no other word of the project is near"
    more = len(taken) - MOST_NAMED
    named = [*taken[:MOST_NAMED], f"{more} more"] if more > 0 else taken
    return f"{words}; also {join_words(named)}"


__all__ = ["Question", "SearchWork", "Section", "Understood"]
