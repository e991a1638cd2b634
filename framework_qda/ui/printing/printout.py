"""What can be printed of a desk, and what a person chooses about it."""

from collections.abc import Callable
from dataclasses import dataclass, field

from framework_qda.io.reports import Report
from framework_qda.ui.printing.setup import PageSetup


@dataclass(frozen=True, slots=True)
class PrintOptions:
    """The paper, and what is on it. `is_public` puts neutral names in the place of areas, codes and roles."""

    setup: PageSetup = field(default_factory=PageSetup)
    is_public: bool = False
    has_notes: bool = True
    has_references: bool = True
    has_tags: bool = True

    @property
    def of_statements(self) -> dict[str, bool]:
        """What is to be seen of statements, by the names that reports have for it."""
        return {
            "is_public": self.is_public,
            "has_notes": self.has_notes,
            "has_references": self.has_references,
            "has_tags": self.has_tags,
        }


@dataclass(frozen=True, slots=True)
class Printout:
    """What a desk would print: its name, also that of a proposed file, and the way to its sheets.

    `make` is called in a worker: it may use frozen data only. Without statements in it, notes, references and tags
    are not asked about.
    """

    name: str
    make: Callable[[PrintOptions], Report]
    has_statements: bool = True
    is_landscape: bool | None = None
    """How pages lie at first, if it is not to be as they lay last time."""
