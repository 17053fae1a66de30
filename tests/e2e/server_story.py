#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Foyer authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""foyer-server as its administrator meets it: started, asked, stopped; and its unit as systemd reads it."""
import json
import os
import re
import shutil
import signal
import ssl
import subprocess
import sys
import tempfile
import urllib.request
from pathlib import Path

BIN = Path(os.environ["FOYER_BIN_DIR"])
SOURCE = Path(os.environ["FOYER_SOURCE_DIR"])
passed = failed = 0


def check(name: str, holds: bool, detail: object = "") -> None:
    global passed, failed
    print(f"{'PASS   ' if holds else 'FAIL!  '}: {name}{'' if holds else f' ({detail})'}")
    passed, failed = passed + holds, failed + (not holds)


def ask(port: int, path: str, context: ssl.SSLContext | None) -> tuple[int, str]:
    scheme = "https" if context else "http"
    with urllib.request.urlopen(f"{scheme}://localhost:{port}{path}", timeout=10, context=context) as answer:
        return answer.status, answer.read().decode()


def server_story(folder: Path) -> None:
    environment = {**os.environ, "FOYER_SERVER_PORT": "0", "FOYER_OBSERVER_PORT": "0"}
    command = [BIN / "foyer-server", "--dev", f"--data={folder}"]
    prepared = subprocess.run([BIN / "foyer-server", "--prepare", f"--data={folder}"], env=environment)
    made = (folder / "certificate.pem").read_bytes()
    check("it prepares a folder and ends", prepared.returncode == 0)
    process = subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    assert process.stdout and process.stderr
    line = process.stdout.readline()
    found = re.search(r"https://localhost:(\d+)", line)
    check("it says where it listens", bool(found), line)
    port = int(found.group(1)) if found else 0
    trusted = ssl.create_default_context(cafile=str(folder / "certificate.pem"))
    check("a client that knows the certificate is answered", ask(port, "/health", trusted) == (200, '{"status":"ok"}'))
    try:
        ask(port, "/health", ssl.create_default_context())
        check("a client that does not know it refuses", False)
    except urllib.error.URLError as error:
        check("a client that does not know it refuses", "CERTIFICATE_VERIFY_FAILED" in str(error), error)
    document = json.loads(ask(port, "/v1/openapi.json", trusted)[1])
    check("its document is OpenAPI 3.1", document["openapi"] == "3.1.0")
    for name in ("server.key", "certificate.key"):
        mode = (folder / name).stat().st_mode & 0o777
        check(f"{name} is for its owner only", mode == 0o600, oct(mode))
    code = subprocess.run([*command, "--make-code=Counter 2"], env=environment, capture_output=True, text=True)
    lines = code.stdout.splitlines()
    invitation = json.loads(lines[1]) if len(lines) == 2 else {}
    check("a code is made while it runs", bool(re.fullmatch(r"([0-9A-HJKMNP-TV-Z]{4}-){4}[0-9A-HJKMNP-TV-Z]{4}",
                                                            lines[0] if lines else "")), code)
    check("the invitation has url, code and pin", invitation.get("v") == 1 and "spki" in invitation, invitation)
    check("what is there is left as it is", (folder / "certificate.pem").read_bytes() == made)
    process.send_signal(signal.SIGTERM)
    _, log = process.communicate(timeout=30)
    check("it ends when asked to", process.returncode == 0, process.returncode)
    events = [json.loads(entry)["event"] for entry in log.splitlines()]
    check("every line of its log is JSON", events[0] == "started" and events[-1] == "stopped", log[:500])
    (folder / "server.key").chmod(0o644)
    open_key = subprocess.run(command[:1] + [f"--data={folder}"], env=environment, capture_output=True, text=True)
    check("a key that others may read is refused", open_key.returncode == 4 and "key_file" in open_key.stderr, open_key)
    bad = subprocess.run(command, env={**environment, "FOYER_SERVER_PORT": "x"}, capture_output=True, text=True)
    check("a wrong setting is named", bad.returncode == 2 and "server.port" in bad.stderr, bad)
    (folder / "server.key").chmod(0o600)
    for option in ("--restored=", "--make-code="):
        empty = subprocess.run([BIN / "foyer-server", f"--data={folder}", option], env=environment,
                               capture_output=True, text=True, timeout=20)
        check(f"nothing is served where {option} says nothing", empty.returncode == 2, empty)
    told = subprocess.run(command, env={**environment, "FOYER_SERVER_DATABASE": "postgresql://foyer:secret@db/foyer"},
                          capture_output=True, text=True)
    check("a password in the address is refused, and where it belongs is said",
          told.returncode == 2 and "PGPASSWORD" in told.stderr and "secret@" not in told.stderr, told)


def files_story(folder: Path) -> None:
    folder.mkdir()
    environment = {**os.environ, "FOYER_SERVER_KEYFILE": "server.key", "FOYER_SERVER_DATABASE": "server.db",
                   "FOYER_TLS_CERTIFICATE": "certificate.pem", "FOYER_TLS_KEY": "secret/certificate.key"}
    prepared = subprocess.run([BIN / "foyer-server", "--prepare"], env=environment, cwd=folder,
                              capture_output=True, text=True)
    check("files without a folder are made where it runs, and the folders of others are", prepared.returncode == 0 and
          (folder / "server.key").exists() and (folder / "secret/certificate.key").exists(), prepared)


def unit_story(folder: Path) -> None:
    if not shutil.which("systemd-analyze"):
        print("SKIP   : systemd-analyze is not here")
        return
    text = (SOURCE / "installer/linux/foyer-server.service").read_text()
    unit = folder / "foyer-server.service"
    unit.write_text(re.sub(r"/usr/bin/foyer-server", str(BIN / "foyer-server"),
                           re.sub(r"Documentation=.*\n", "", text)))
    verified = subprocess.run(["systemd-analyze", "verify", unit], capture_output=True, text=True)
    # It says nothing of the exit status about keys that it does not know, so its words count.
    words = [line for line in verified.stderr.splitlines() if "foyer-server" in line]
    check("systemd has no objection to the unit", not words, words)


def main() -> int:
    with tempfile.TemporaryDirectory() as name:
        server_story(Path(name) / "data")
        files_story(Path(name) / "files")
        unit_story(Path(name))
    print(f"{passed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
