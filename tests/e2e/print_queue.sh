#!/bin/bash
# SPDX-FileCopyrightText: The Foyer authors
# SPDX-License-Identifier: GPL-3.0-or-later
# Prints through a real CUPS server and a real IPP printer that are started for it, on loopback only.
# print_queue.sh PROGRAM: the program is print_queue.cpp, built.
set -euo pipefail

work=$(mktemp -d)
source "$(dirname "$0")/print_system.sh"
finish() {
    status=$?
    stop_print_system
    if [ $status -ne 0 ]; then
        tail -n 40 "$work/log" "$work/error.log" "$work/printer.log" >&2 2>/dev/null || true
    fi
    rm -rf "$work"
    exit $status
}
trap finish EXIT

start_print_system
unset CUPS_SERVER
export QT_QPA_PLATFORM=offscreen
FOYER_TEST_PRINT_SERVER=127.0.0.1:$cups_port FOYER_TEST_PRINTER=$work FOYER_TEST_PRINTER_PID=$printer_pid \
    "$@"
