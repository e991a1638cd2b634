"""The kinds of text in the order of their buttons and keys."""

from collections.abc import Mapping

from framework_qda.project.hits import HitKind

KINDS: tuple[HitKind | None, ...] = (None, *HitKind)
"""`None` is all of them."""
KIND_KEYS: Mapping[HitKind | None, str] = {kind: f"find.kind_{number}" for number, kind in enumerate(KINDS)}
"""The command that shows a kind."""
