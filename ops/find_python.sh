#!/bin/sh
# Prints the first Python >= 3.11 of this machine (or checks the one given in $PYTHON); says what to do when there is none.
fits() {
    "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1
}
if [ -n "$PYTHON" ]; then
    fits "$PYTHON" && { echo "$PYTHON"; exit 0; }
    echo "PYTHON=$PYTHON is not a Python 3.11 or newer. Give another one: make run PYTHON=/path/to/python3.12" >&2
    exit 1
fi
for candidate in python3 python3.14 python3.13 python3.12 python3.11 python; do
    fits "$candidate" && { command -v "$candidate"; exit 0; }
done
echo "Python 3.11 or newer is needed, and none was found on the PATH." >&2
echo "Install it (Debian, Ubuntu: apt install python3 python3-venv), or name it: make run PYTHON=/path/to/python3.12" >&2
exit 1
