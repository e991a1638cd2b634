#!/bin/sh
# Open the sample study in the window; where there is no screen, export its matrices and quote bank instead.
set -eu
cd "$(dirname "$0")/.."
program=.venv/bin/framework-qda
folder=build/sample
study="$folder/Sample study.fqda"

if [ "$(uname)" = Linux ] && [ -z "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
    echo "== There is no screen here, so no window can be opened."
    echo "== The sample study's matrices and quote bank are exported instead, into $folder."
    [ -e "$study" ] || "$program" sample "$folder"
    "$program" export "$study" --matrices "$folder/Matrices.xlsx" --quotes "$folder/Quote bank.docx"
else
    echo "== Opening the sample study, $study (delete it for a fresh copy)"
    "$program" sample "$folder" --open
fi
