#!/usr/bin/env bash
# SPDX-FileCopyrightText: The Foyer authors
# SPDX-License-Identifier: GPL-3.0-or-later
# Installs the packages of the payment double, exactly as its lock file has them, unless they are there.
set -euo pipefail
cd "$(dirname "$0")"

[ ! node_modules/.package-lock.json -nt package-lock.json ] || exit 0
echo "Installing the packages of the payment double"
log=$(mktemp "${TMPDIR:-/tmp}/foyer-npm.XXXXXX")
if ! npm ci --ignore-scripts --no-audit --no-fund >"$log" 2>&1; then
  tail -20 "$log" >&2
  echo "They could not be installed; $log has the whole story." >&2
  exit 1
fi
rm -f "$log"
