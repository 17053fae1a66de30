# SPDX-FileCopyrightText: The Foyer authors
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
# What ./dev, which reads this, starts beside the app: a display where there is none, and a server.

# What was started beside the app ends with this script.
display_pid="" display_folder="" server_pid=""
end_what_was_started() {
  if [ -n "$server_pid" ]; then
    kill "$server_pid" 2>/dev/null || true
    wait "$server_pid" 2>/dev/null || true
  fi
  if [ -n "$display_pid" ]; then
    kill "$display_pid" 2>/dev/null || true
    rm -rf "$display_folder"
  fi
}
trap end_what_was_started EXIT

start_display() {
  local display_number=""
  display_folder=$(mktemp -d)
  # Without a session nobody has made the folder that Qt wants for its sockets.
  export XDG_RUNTIME_DIR=${XDG_RUNTIME_DIR:-$display_folder}
  mkfifo "$display_folder/number"
  Xvfb -displayfd 3 -screen 0 1280x800x24 -nolisten tcp 3>"$display_folder/number" 2>"$display_folder/log" &
  display_pid=$!
  if ! read -r -t 30 display_number <"$display_folder/number"; then
    echo "The virtual display did not start:" >&2
    cat "$display_folder/log" >&2
    exit 1
  fi
  export DISPLAY=:$display_number QT_QPA_PLATFORM=xcb
}

start_server() { # FOLDER
  local output=$1/output
  mkdir -p "$1"
  build/bin/foyer-server --dev --data "$1" >"$output" 2>&1 &
  server_pid=$!
  for _ in $(seq 300); do
    ! grep -q '^Listening on' "$output" || return 0
    kill -0 "$server_pid" 2>/dev/null || break
    sleep 0.1
  done
  cat "$output" >&2
  echo "The server did not start. If its port is taken, end what listens there, or choose another" \
    "one: FOYER_SERVER_PORT=8444 ./dev run --with-server" >&2
  exit 1
}

# Founds the demonstration's counter and lets it join; without a keychain, which would ask.
join_demonstration() { # COUNTER SERVER
  local cli=(env DBUS_SESSION_BUS_ADDRESS=disabled: build/bin/foyer-cli --data "$1")
  "${cli[@]}" init --organizer "Playhouse Demo" --currency EUR --time-zone Europe/Berlin --demo
  (umask 077 && build/bin/foyer-server --data "$2" --make-code "Counter 1" | tail -1 >"$2/invitation")
  "${cli[@]}" server join "$2/invitation"
  rm "$2/invitation"
}

# Lets a counter bring the demonstration season to a server that is new, and give back what it could
# sell, so that the counters that join can.
bring_demonstration() { # SERVER
  local counter
  counter=$(mktemp -d)
  start_server "$1"
  (
    FOYER_PASSPHRASE=$(head -c 18 /dev/urandom | base64)
    export FOYER_PASSPHRASE DBUS_SESSION_BUS_ADDRESS=disabled:
    join_demonstration "$counter/data" "$1"
    build/bin/foyer-cli --data "$counter/data" server sync
    build/bin/foyer-cli --data "$counter/data" server return
    build/bin/foyer-cli --data "$counter/data" server sync
  )
  kill "$server_pid"
  wait "$server_pid" || true
  server_pid=""
  rm -rf "$counter"
}

run_with_server() {
  local folder=build/with-server
  build_app foyer foyer-cli foyer-server
  if read_passphrase $folder/passphrase; then
    start_server $folder/server
  else
    rm -rf $folder
    start_server $folder/server
    join_demonstration $folder/counter $folder/server
    keep_passphrase $folder/passphrase
  fi
  local show=()
  if [ -z "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
    echo "There is no display here: a virtual one is started, and a sale made through the same window."
    start_display
    export DBUS_SESSION_BUS_ADDRESS=disabled:
    rm -rf $folder/sale
    show=(--show-sale "$folder/sale")
  fi
  build/bin/foyer --data $folder/counter "${show[@]}" "$@"
}
