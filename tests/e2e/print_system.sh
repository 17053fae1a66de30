# SPDX-FileCopyrightText: The Foyer authors
# SPDX-License-Identifier: GPL-3.0-or-later
# A print system of its own below $work: a CUPS server on 127.0.0.1:$cups_port with the queue TICKET, and the
# IPP printer behind it on 127.0.0.1:$printer_port. To be sourced; start_print_system and stop_print_system
# by whoever sets $work. Nothing of the machine's own print system is touched.

pids=()

free_port() {
    /usr/bin/python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])'
}

# wait_for SECONDS COMMAND…: until the command succeeds.
wait_for() {
    local tries=$(($1 * 10))
    shift
    until "$@" >>"$work/log" 2>&1; do
        tries=$((tries - 1))
        if [ $tries -le 0 ]; then
            echo "gave up waiting for: $*" >&2
            return 1
        fi
        sleep 0.1
    done
}

# IPP printers announce themselves by DNS-SD and refuse to start where they cannot.
start_announcer() {
    if /usr/sbin/avahi-daemon --check 2>/dev/null; then
        return
    fi
    local socket=$work/bus
    cat >"$work/bus.conf" <<BUS
<busconfig>
  <type>system</type>
  <listen>unix:path=$socket</listen>
  <auth>EXTERNAL</auth>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
BUS
    dbus-daemon --config-file="$work/bus.conf" --nofork --nopidfile >>"$work/log" 2>&1 &
    pids+=($!)
    export DBUS_SYSTEM_BUS_ADDRESS=unix:path=$socket
    wait_for 10 test -S "$socket"
    cat >"$work/avahi.conf" <<AVAHI
[server]
allow-interfaces=lo
use-ipv6=no
enable-dbus=yes
[publish]
publish-workstation=no
AVAHI
    /usr/sbin/avahi-daemon -f "$work/avahi.conf" --no-rlimits --no-drop-root --no-chroot >>"$work/log" 2>&1 &
    pids+=($!)
    wait_for 10 /usr/sbin/avahi-daemon --check
}

# What the printer does with a job: as $work/printer says.
write_printer_command() {
    mkdir -p "$work/spool"
    : >"$work/printer"
    cat >"$work/print" <<PRINT
#!/bin/sh
while [ "\$(cat $work/printer)" = no-paper ]; do
    echo "STATE: media-empty,media-needed" >&2
    touch $work/asked-for-paper
    sleep 0.2
done
echo "STATE: none" >&2
if [ "\$(cat $work/printer)" = broken ]; then
    echo "ERROR: The fuser is too cold." >&2
    exit 1
fi
cp "\$1" "$work/spool/printed.pdf.part" && mv "$work/spool/printed.pdf.part" "$work/spool/printed.pdf"
PRINT
    chmod +x "$work/print"
}

start_printer() {
    ippeveprinter -n localhost -p "$printer_port" -d "$work/jobs" -k -c "$work/print" \
        -f application/pdf "Foyer test printer" >>"$work/printer.log" 2>&1 &
    printer_pid=$!
    disown "$printer_pid" # the test may kill it
    pids+=($printer_pid)
    wait_for 20 ipptool -q "ipp://localhost:$printer_port/ipp/print" get-printer-attributes.test
}

start_cups() {
    mkdir -p "$work"/{etc,cache,spooled,state,tmp,jobs}
    cat >"$work/etc/cupsd.conf" <<CUPS
Listen 127.0.0.1:$cups_port
Browsing Off
DefaultAuthType None
WebInterface No
ErrorPolicy abort-job
PageLogFormat
<Location />
  Order allow,deny
  Allow from 127.0.0.1
</Location>
<Location /admin>
  Order allow,deny
  Allow from 127.0.0.1
</Location>
<Policy default>
  <Limit All>
    Order allow,deny
    Allow from 127.0.0.1
  </Limit>
</Policy>
CUPS
    cat >"$work/etc/cups-files.conf" <<FILES
ServerRoot $work/etc
CacheDir $work/cache
RequestRoot $work/spooled
StateDir $work/state
TempDir $work/tmp
AccessLog $work/access.log
ErrorLog $work/error.log
PageLog $work/page.log
SystemGroup root
FILES
    chmod 755 "$work"
    /usr/sbin/cupsd -f -c "$work/etc/cupsd.conf" -s "$work/etc/cups-files.conf" >>"$work/log" 2>&1 &
    pids+=($!)
    export CUPS_SERVER=127.0.0.1:$cups_port
    wait_for 20 lpstat -r
}

ticket_queue_is_ready() {
    lpstat -a TICKET | grep -q '^TICKET accepting' && lpstat -p TICKET | grep -q 'is idle.*enabled'
}

start_print_system() {
    cups_port=$(free_port)
    printer_port=$(free_port)
    : >"$work/log"
    start_announcer
    write_printer_command
    start_printer
    start_cups
    # The server asks the printer what it can do, and finishes the queue in the background.
    wait_for 20 lpadmin -p TICKET -E -D "Ticket printer" -L "Counter 1" \
        -v "ipp://localhost:$printer_port/ipp/print" -m everywhere
    wait_for 20 test -s "$work/etc/ppd/TICKET.ppd"
    wait_for 20 ticket_queue_is_ready
    lpadmin -p CLOSED -v "ipp://localhost:$printer_port/ipp/print" -P "$work/etc/ppd/TICKET.ppd" \
        >>"$work/log" 2>&1
    cupsreject CLOSED
    lpadmin -d TICKET
}

stop_print_system() {
    if [ ${#pids[@]} -gt 0 ]; then
        kill "${pids[@]}" 2>/dev/null || true
        wait "${pids[@]}" 2>/dev/null || true
    fi
}
