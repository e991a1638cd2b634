"""Texts that an export must survive: what they become in a file that cannot hold all of them."""

FORMULA = "=1+1"
CONTROLS = "bell\x07 and \ufffe end"
CONTROLS_CLEAN = "bell and  end"
MARKUP = "<b>1 & 2</b> ]]> {\\rtf}"
MIRRORED = "שלום עולם (1990)"
ASTRAL = "🜚 e\u0301"
LONG = "word " * 9000

TEXTS = (FORMULA, CONTROLS, MARKUP, MIRRORED, ASTRAL, LONG)
CLEAN = (FORMULA, CONTROLS_CLEAN, MARKUP, MIRRORED, ASTRAL, LONG)
