#!/bin/sh
# Make the virtual environment with the program and its tools, and see that the window toolkit starts.
# Usage: scripts/setup.sh VENV
set -eu
cd "$(dirname "$0")/.."
venv=$1
libraries="libglib2.0-0 libgl1 libegl1 libxkbcommon0 libxkbcommon-x11-0 libdbus-1-3 libfontconfig1 libxcb-cursor0
libxcb-icccm4 libxcb-keysyms1 libxcb-shape0 libxcb-xkb1 fonts-noto-core fonts-dejavu-core"

say() { printf '== %s\n' "$*"; }

try_packages() {
    # Install Debian packages where that can be done without asking.
    [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null || return 1
    say "Installing system packages:" "$@"
    apt-get update -q >/dev/null &&
        DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends "$@" >/dev/null
}

install_packages() {
    # Install Debian packages, or name them and stop.
    if ! try_packages "$@"; then
        say "These system packages are needed. Install them, then try again:"
        printf '   sudo apt-get install %s\n' "$(echo "$@")"
        exit 1
    fi
}

python=
for candidate in python3.11 python3.12 python3.13 python3.14 python3; do
    if command -v "$candidate" >/dev/null &&
        "$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
        python=$candidate
        break
    fi
done
[ -n "$python" ] || { say "Python 3.11 or later is needed."; exit 1; }

if [ ! -x "$venv/bin/pip" ]; then
    say "Making the virtual environment $venv with $("$python" --version)"
    if ! "$python" -c 'import ensurepip, venv' 2>/dev/null; then
        install_packages "$(basename "$(readlink -f "$(command -v "$python")")")-venv"
    fi
    "$python" -m venv "$venv"
fi

say "Installing the program and its tools into $venv (some minutes the first time)"
"$venv/bin/pip" install --quiet --disable-pip-version-check --editable '.[dev]'

starts() { QT_QPA_PLATFORM=$1 "$venv/bin/python" -c 'from PySide6.QtWidgets import QApplication; QApplication([])' 2>/dev/null; }
if ! starts offscreen || { [ -n "${DISPLAY:-}" ] && ! starts xcb; }; then
    # shellcheck disable=SC2086 -- a list of words
    install_packages $libraries
    starts offscreen || { say "The window toolkit does not start:"; QT_QPA_PLATFORM=offscreen "$venv/bin/python" -c 'from PySide6 import QtWidgets'; }
fi

has_noto() {
    QT_QPA_PLATFORM=offscreen "$venv/bin/python" - 2>/dev/null <<'END'
import sys
from PySide6.QtGui import QFontDatabase, QGuiApplication

app = QGuiApplication([])
sys.exit(not any(family.startswith("Noto Sans") for family in QFontDatabase.families()))
END
}
if [ "$(uname)" = Linux ] && ! has_noto && ! try_packages fonts-noto-core; then
    say "No Noto font is found: the program works, but some scripts and signs may be shown as boxes. To mend it:"
    say "   sudo apt-get install fonts-noto-core"
fi
has_sound() {
    QT_QPA_PLATFORM=offscreen "$venv/bin/python" - 2>/dev/null <<'END'
import sys
from PySide6.QtCore import QCoreApplication
from PySide6.QtMultimedia import QMediaPlayer

app = QCoreApplication([])
sys.exit(not QMediaPlayer().isAvailable())
END
}
if [ "$(uname)" = Linux ] && ! has_sound && ! try_packages libpulse0 libxrandr2; then
    say "Recordings cannot be played: the program works, but is silent. To mend it:"
    say "   sudo apt-get install libpulse0 libxrandr2"
fi
say "Ready"
