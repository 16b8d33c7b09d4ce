#!/usr/bin/env bash
# Writes requirements/*.txt again from requirements/*.in, and package-lock.json from package.json.
# Versions already locked are kept; `make lock UPGRADE=1` takes the newest ones that the .in files allow.
set -euo pipefail
cd "$(dirname "$0")/.."
python=$1
workshop=$(mktemp -d)
trap 'rm -rf "$workshop"' EXIT
"$python" -m venv "$workshop/venv"
"$workshop/venv/bin/python" -m pip install --quiet uv==0.13.9
for name in base dev node; do
    "$workshop/venv/bin/uv" pip compile --quiet --generate-hashes --no-emit-index-url --no-emit-find-links --universal \
        --python-version 3.11 --custom-compile-command "make lock" ${UPGRADE:+--upgrade} \
        --output-file "requirements/$name.txt" "requirements/$name.in"
done
"$python" -m ops.node lock
