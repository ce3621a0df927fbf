#!/bin/sh
# Double-click this on a Mac.
exec "$(dirname "$0")/bedside.sh"
