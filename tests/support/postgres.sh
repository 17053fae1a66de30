#!/bin/bash
# SPDX-FileCopyrightText: The Foyer authors
# SPDX-License-Identifier: GPL-3.0-or-later
# A PostgreSQL server of its own for tests and measurements, reached through a socket in a folder of
# its own, so that it needs no port.
#   postgres.sh start FOLDER [durable]   writes the server's address to FOLDER/address
#   postgres.sh stop FOLDER
# Without "durable" it does not wait for the disk: enough for everything but a power cut.
set -euo pipefail

command=$1 folder=$2 durable=${3:-}
export LC_ALL=C.UTF-8

binaries() {
    local found
    found=$(find /usr/lib/postgresql -maxdepth 2 -name bin 2>/dev/null | sort -V | tail -1)
    [ -n "$found" ] || { echo "PostgreSQL is not installed (package postgresql)." >&2; exit 1; }
    echo "$found"
}

# The server refuses to run as root.
as_server() {
    if [ "$(id -u)" -eq 0 ]; then
        setpriv --reuid=postgres --regid=postgres --init-groups env HOME="$place" "$@"
    else
        "$@"
    fi
}

stop() {
    [ -f "$folder/place" ] || return 0
    place=$(<"$folder/place")
    if [ -d "$place/data" ]; then
        (cd "$place" && as_server "$(binaries)/pg_ctl" -D data -w -m immediate stop >/dev/null 2>&1) || true
    fi
    rm -rf "$place" "$folder/place" "$folder/address"
}

start() {
    mkdir -p "$folder"
    stop # one that an interrupted run left
    place=$(mktemp -d "${TMPDIR:-/tmp}/foyer-postgres.XXXXXX")
    echo "$place" >"$folder/place"
    [ "$(id -u)" -ne 0 ] || chown postgres "$place"
    cd "$place"
    local settings="-c listen_addresses= -k $place -c max_connections=300"
    [ "$durable" = durable ] ||
        settings="$settings -c fsync=off -c full_page_writes=off -c autovacuum=off"
    as_server "$(binaries)/initdb" -D data -U foyer --auth=trust -E UTF8 --locale=C.UTF-8 --no-sync \
        >log 2>&1 || { cat log >&2; exit 1; }
    # One user that has to say a password, so that refusing can be tested.
    sed -i '1i local all locked scram-sha-256' data/pg_hba.conf
    as_server "$(binaries)/pg_ctl" -D data -w -l "$place/server.log" -o "$settings" start >>log 2>&1 ||
        { cat log server.log >&2; exit 1; }
    as_server psql -qX -h "$place" -U foyer -d postgres -c "CREATE ROLE locked LOGIN PASSWORD 'right'" \
        -c "CREATE DATABASE foyer"
    echo "postgresql://foyer@/foyer?host=$place" >"$folder/address"
}

case $command in
    start | stop) "$command" ;;
    *) echo "postgres.sh start|stop FOLDER [durable]" >&2; exit 2 ;;
esac
