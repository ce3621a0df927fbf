#!/bin/sh
# Opens Bedside in the browser: makes its environment at the first start, then serves it to this machine only.
cd "$(dirname "$0")/.." || exit 1

# Ctrl-C is for Bedside itself, which stops cleanly; this script goes on and leaves with its exit code.
trap : INT
setup/environment && .venv/bin/bedside serve "$@"
code=$?
[ "$code" != 0 ] || exit 0

# A window that was opened by a double click closes at once, and what went wrong could not be read.
echo
echo "Bedside did not start, or stopped with a mistake. What is written above says why."
printf 'Press Enter to close this window. '
read -r _ || true
exit "$code"
