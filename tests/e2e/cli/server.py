# SPDX-FileCopyrightText: The Foyer authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""foyer-server, run as its administrator does."""

import os
import re
import signal
import subprocess

from counter import environment

SERVER = os.environ["FOYER_SERVER"]


class Server:
    """foyer-server in a folder of its own, on a port that it keeps when it is started again."""

    def __init__(self, root):
        self.folder = root / "server"
        self.environment = environment(FOYER_SERVER_PORT="0", FOYER_OBSERVER_PORT="0")
        self.process = None

    def command(self, *options):
        return [SERVER, f"--data={self.folder}", *options]

    def run(self, *options, said=""):
        return subprocess.run(self.command(*options), env=self.environment, input=said, text=True,
                              capture_output=True, timeout=60, check=False)

    def start(self):
        self.process = subprocess.Popen(self.command("--dev"), env=self.environment, text=True,
                                        stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        said = self.process.stdout.readline()
        found = re.search(r"https://localhost:(\d+)", said)
        assert found, said
        self.environment |= {"FOYER_SERVER_PORT": found[1], "FOYER_SERVER_URL": found[0]}

    def stop(self):
        if self.process:
            self.process.send_signal(signal.SIGTERM)
            self.process.communicate(timeout=30)
            self.process = None

    def invitation(self, name):
        made = self.run(f"--make-code={name}")
        assert made.returncode == 0, made
        return made.stdout.splitlines()[1]
