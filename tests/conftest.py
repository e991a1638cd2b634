"""Fixtures that the whole suite shares."""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
