"""The style sheet of the program, written from the colours and the size of the font.

Widgets are told apart by the property `role` (see `style.set_role()`); every length is a fraction of an em.
"""

from pathlib import Path
from string import Template

from framework_qda.ui.tokens import Tokens

_SHEET = Template("""
QToolTip { color: $tip_text; background: $tip_back; border: none; padding: ${p3}px ${p5}px; }
QMainWindow, QDialog { background: $window; }
QDialogButtonBox { dialogbuttonbox-buttons-have-icons: 0; }
QLabel[role="title"] { font-size: ${f135}px; font-weight: 600; }
QLabel[role="study"] { font-weight: 600; }
QLabel[role="heading"] { font-weight: 600; }
QLabel[role="soft"] { color: $text_soft; }
QLabel[role="small"] { color: $text_soft; font-size: ${f86}px; }
QLabel[role="label"] { color: $text_soft; }
QLabel[role="error"] { color: $error; }
QFrame[role="surface"], QWidget[role="surface"] { background: $surface; }
QFrame[role="bar"] { background: $surface; border: none; border-bottom: 1px solid $line; }
QFrame[role="statusbar"] { background: $surface; border: none; border-top: 1px solid $line; }
QFrame[role="statusbar"] QLabel { color: $text_soft; font-size: ${f86}px; }
QFrame[role="rail"] { background: $surface; border: none; border-right: 1px solid $line; }
QFrame[role="edge"] { background: $surface; border: none; border-left: 1px solid $line; }
QFrame[role="card"] { background: $surface; border: 1px solid $line; border-radius: ${p5}px; }
Message[role="message"] { background: $warning_back; border: none; border-bottom: 1px solid $line_strong; }
Message[role="message"] QLabel { color: $warning_text; }
Message[role="error"] { background: $error_back; border: none; border-bottom: 1px solid $line_strong; }
Message[role="error"] QLabel { color: $error; }
QFrame[role="line"] { background: $line; border: none; }
QFrame[role="drop"] { background: $accent; border: none; border-radius: 1px; }
QPushButton { icon-size: ${p16}px; background: $surface; color: $text; border: 1px solid $line_strong;
  border-radius: ${p4}px; padding: ${p3}px ${p9}px; min-height: ${p18}px; }
QPushButton:hover { background: $header; }
QPushButton:pressed { background: $line; }
QPushButton:focus { border: 1px solid $accent; outline: none; }
QPushButton:disabled { color: $text_off; border-color: $line; }
QPushButton:default, QPushButton[role="primary"] { background: $accent; color: $on_accent;
  border-color: $accent; }
QPushButton:default:hover, QPushButton[role="primary"]:hover { background: $accent_hover; }
QPushButton:default:disabled, QPushButton[role="primary"]:disabled { background: $line; color: $text_off;
  border-color: $line; }
QPushButton[role="primary"]:focus, QPushButton:default:focus { border: 1px solid $text; }
QPushButton[role="link"] { background: transparent; border: 1px solid transparent; color: $accent_text;
  padding: ${p2}px ${p3}px; text-align: left; }
QPushButton[role="link"]:hover { background: $accent_back; }
QPushButton[role="link"]:focus { border-color: $accent; }
QPushButton[role="link"]:disabled { color: $text_off; background: transparent; }
QPushButton[role="about"] { background: transparent; border: 1px solid transparent; color: $accent_text;
  padding: ${p1}px ${p2}px; text-align: left; font-size: ${f86}px; }
QPushButton[role="about"]:hover { background: $accent_back; }
QPushButton[role="about"]:focus { border-color: $accent; }
QPushButton[role="goto"] { color: $text_soft; border-color: $line; text-align: left; font-size: ${f86}px; }
QPushButton[role="goto"]:focus { border-color: $accent; }
QPushButton[role="row"] { background: transparent; border: 1px solid transparent; text-align: left;
  padding: ${p4}px ${p6}px; }
QPushButton[role="row"]:hover { background: $accent_back; }
QPushButton[role="row"]:focus { border-color: $accent; }
QToolButton { icon-size: ${p16}px; background: transparent; color: $text_soft; border: 1px solid transparent;
  border-radius: ${p4}px; padding: ${p3}px ${p5}px; }
QToolButton:hover { background: $header; color: $text; }
QToolButton:pressed { background: $line; }
QToolButton:focus { border-color: $accent; }
QToolButton:disabled { color: $text_off; }
QToolButton:checked { background: $accent_back; color: $accent_text; }
QToolButton::menu-indicator { image: none; width: 0; }
QToolButton[role="rail"] { border: none; border-left: ${p2}px solid transparent;
  border-right: ${p2}px solid transparent; border-radius: 0;
  padding: ${p6}px ${p2}px ${p5}px ${p2}px; font-size: ${f82}px; color: $text_soft; }
QToolButton[role="rail"][tight="true"] { padding: ${p1}px; }
QToolButton[role="rail"]:hover { background: $header; }
QToolButton[role="rail"]:checked { border-left-color: $accent; background: $accent_back; color: $accent_text;
  font-weight: 600; }
QToolButton[role="rail"]:focus { background: $header; }
QToolButton[role="rail"]:checked:focus { background: $mark_back; border-right-color: $accent; }
QLineEdit, QPlainTextEdit[role="field"], QComboBox, QSpinBox, QDateEdit { background: $surface; color: $text;
  border: 1px solid $outline; border-radius: ${p4}px; padding: ${p3}px ${p5}px; placeholder-text-color: $text_dim;
  selection-background-color: $accent; selection-color: $on_accent; }
QLineEdit:focus, QPlainTextEdit[role="field"]:focus, QComboBox:focus, QSpinBox:focus, QDateEdit:focus {
  border: 1px solid $accent; }
QLineEdit:disabled, QPlainTextEdit:disabled, QComboBox:disabled, QSpinBox:disabled { background: $window;
  color: $text_soft; border-color: $line; }
QLineEdit[readOnly="true"], QPlainTextEdit[readOnly="true"] { background: $window; border-color: $line; }
QComboBox::drop-down, QDateEdit::drop-down { border: none; width: ${p18}px; }
QComboBox::down-arrow, QDateEdit::down-arrow { image: url("$look/caret-$scheme.svg"); width: ${p12}px;
  height: ${p12}px; }
QCheckBox, QRadioButton { spacing: ${p6}px; padding: ${p3}px 0; border: 1px solid transparent; }
QCheckBox::indicator, QTreeView::indicator { width: ${p13}px; height: ${p13}px; background: $surface;
  border: 1px solid $text_dim; border-radius: ${p3}px; }
QCheckBox::indicator:checked, QTreeView::indicator:checked { background: $accent; border-color: $accent;
  image: url("$look/tick-$scheme.svg"); }
QCheckBox::indicator:indeterminate, QTreeView::indicator:indeterminate { background: $accent; border-color: $accent;
  image: url("$look/dash-$scheme.svg"); }
QRadioButton::indicator { width: ${p13}px; height: ${p13}px; background: $surface;
  border: 1px solid $text_dim; border-radius: ${radio}px; }
QRadioButton::indicator:checked { background: qradialgradient(cx: 0.5, cy: 0.5, fx: 0.5, fy: 0.5, radius: 0.5,
  stop: 0 $on_accent, stop: 0.45 $on_accent, stop: 0.55 $accent, stop: 1 $accent); border-color: $accent; }
QCheckBox::indicator:focus, QCheckBox::indicator:hover, QRadioButton::indicator:focus,
QRadioButton::indicator:hover { border-color: $accent; }
QCheckBox:focus, QRadioButton:focus { color: $accent_text; border-color: $accent; border-radius: ${p3}px; }
QCheckBox::indicator:disabled, QRadioButton::indicator:disabled { border-color: $line; background: $window; }
QCheckBox::indicator:checked:disabled { background: $text_off; }
QComboBox QAbstractItemView { background: $surface; color: $text; border: 1px solid $line_strong;
  selection-background-color: $accent_back; selection-color: $text; outline: none; }
QTreeView, QListView, QTableView { background: $surface; color: $text; border: none; outline: none;
  selection-background-color: $accent_back; selection-color: $text; }
QTreeView[role="framed"], QListView[role="framed"], QTableView[role="framed"], QTextEdit[role="framed"],
QPlainTextEdit[role="framed"] { border: 1px solid $line_strong; border-radius: ${p4}px; }
QTableView[role="map"] QTableCornerButton::section { background: $surface; border: none; }
QTreeView { show-decoration-selected: 1; }
QTreeView::branch:has-children:closed { image: url("$look/branch-closed-$scheme.svg"); }
QTreeView::branch:has-children:open { image: url("$look/branch-open-$scheme.svg"); }
QTreeView::branch:selected { background: $accent_back; }
QTreeView::branch:selected:active { background: $mark_back; }
QTreeView::item, QListView::item { padding: ${p2}px ${p2}px; min-height: ${p20}px; border: none;
  border-left: ${p2}px solid transparent; }
QTreeView::item:focus, QListView::item:focus { border-left-color: $accent; }
QTreeView::item:selected, QListView::item:selected { background: $accent_back; color: $text; }
QTreeView::item:selected:active, QListView::item:selected:active { background: $mark_back; }
QTreeView::item:hover:!selected, QListView::item:hover:!selected { background: $header; }
QHeaderView { background: $header; border: none; }
QHeaderView::section { background: $header; color: $text_soft; border: none;
  border-bottom: 1px solid $line_strong; padding: ${p4}px ${p5}px; }
QTabBar[role="documents"] { background: $surface; border-bottom: 1px solid $line; }
QTabBar[role="documents"]::tab { background: transparent; color: $text_soft; border: none;
  border-bottom: ${p2}px solid transparent; padding: ${p5}px ${p9}px ${p4}px ${p9}px; }
QTabBar[role="documents"]::tab:hover { color: $text; background: $header; }
QTabBar[role="documents"]::tab:selected { color: $accent_text; border-bottom-color: $accent; font-weight: 600; }
QTabBar[role="documents"]::tab:selected:focus { background: $accent_back; border-bottom-width: ${p4}px;
  padding-bottom: ${p2}px; }
QSplitter::handle { background: $line; }
QMenuBar { background: $surface; color: $text; border-bottom: 1px solid $line; padding: ${p1}px ${p3}px; }
QMenuBar::item { padding: ${p3}px ${p6}px; background: transparent; border-radius: ${p3}px; }
QMenuBar::item:selected { background: $accent_back; }
QMenu { background: $surface; color: $text; border: 1px solid $line_strong; padding: ${p3}px 0; }
QMenu::item { padding: ${p4}px ${p20}px ${p4}px ${p14}px; }
QMenu::item:selected { background: $accent_back; color: $text; }
QMenu::item:disabled { color: $text_off; }
QMenu::separator { height: 1px; background: $line; margin: ${p3}px 0; }
QLabel[role="menu_heading"] { color: $text_soft; font-size: ${f86}px; font-weight: 600;
  padding: ${p4}px ${p20}px ${p2}px ${p20}px; }
QMenu::indicator { width: ${p10}px; height: ${p10}px; left: ${p2}px; }
QMenu::indicator:checked { image: url("$look/menu-tick-$scheme.svg"); }
QScrollArea { border: none; background: transparent; }
QScrollBar:vertical { background: transparent; width: ${p9}px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: ${p9}px; margin: 0; }
QScrollBar::handle { background: $line_strong; border-radius: ${p3}px; margin: ${p1}px; }
QScrollBar::handle:vertical { min-height: ${p20}px; }
QScrollBar::handle:horizontal { min-width: ${p20}px; }
QScrollBar::handle:hover { background: $outline; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QProgressBar { background: $line; border: none; border-radius: ${p2}px; height: ${p4}px; }
QProgressBar::chunk { background: $accent; border-radius: ${p2}px; }
""")


def build_stylesheet(tokens: Tokens, em: int, scheme: str, look_folder: Path) -> str:
    """Write the style sheet for a table of colours and a font `em` pixels high.

    `scheme` is light or dark, `look_folder` holds the pictures that a style sheet needs as files.

    `$p9` is nine fourteenths of an em (nine pixels in a font of 14), `$f86` is 86 % of it.
    """
    lengths = {f"p{step}": max(1, round(em * step / 14)) for step in range(1, 25)}
    fonts = {f"f{share}": round(em * share / 100) for share in (82, 86, 135)}
    lengths["radio"] = lengths["p13"] // 2 + 1  # half of its height with its border: a circle
    files = {"scheme": scheme, "look": look_folder.as_posix()}
    return _SHEET.substitute({**tokens._asdict(), **lengths, **fonts, **files})
