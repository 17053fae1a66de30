# SPDX-FileCopyrightText: The Foyer authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Where the keys of a counter lie, and what happens without them."""

import os
import pty
import select
import shutil
import stat
import subprocess
import time
import unittest

from counter import PASSPHRASE, PROGRAM, Counter, Story


def typed(command, names, answers, patience=60):
    """Runs a command on a terminal of its own and types each answer when a question ends with a colon."""
    process, terminal = pty.fork()
    if process == 0:
        os.execve(command[0], command, names)
    seen, asked, until = b"", 0, time.monotonic() + patience
    while time.monotonic() < until:
        if select.select([terminal], [], [], 0.1)[0]:
            try:
                part = os.read(terminal, 4096)
            except OSError:
                break
            if not part:
                break
            seen += part
        if asked < len(answers) and seen.count(b": ") > asked:
            os.write(terminal, answers[asked].encode() + b"\n")
            asked += 1
    os.close(terminal)
    return os.waitstatus_to_exitcode(os.waitpid(process, 0)[1]), seen.decode()


class KeysStory(Story):
    def testTheKeyFileIsForItsOwnerOnly(self):
        mode = (self.counter.folder / "foyer.keys").stat().st_mode
        self.assertEqual(stat.S_IMODE(mode), 0o600)
        self.assertEqual(stat.S_IMODE(self.counter.folder.stat().st_mode), 0o700)
        self.assertEqual(self.counter.run("keys").object["keys"]["protection"], "passphrase")

    def testAWrongPassphraseOpensNothing(self):
        self.ends(self.counter.run("keys", FOYER_PASSPHRASE="wrong horse battery"), 1,
                  "wrong_passphrase")

    def testWithoutPassphraseAndTerminalItSaysHowToGiveOne(self):
        # A session of its own has no terminal to ask on.
        ended = subprocess.run([PROGRAM, "--data", self.counter.folder, "keys"], check=False,
                               env={n: v for n, v in self.counter.environment.items()
                                    if n != "FOYER_PASSPHRASE"},
                               capture_output=True, text=True, start_new_session=True)
        self.assertEqual(ended.returncode, 2)
        self.assertIn("FOYER_PASSPHRASE", ended.stderr)

    def testAShortPassphraseIsNotTakenForANewFile(self):
        fresh = Counter()
        try:
            ended = fresh.run("init", "--organizer", "A", "--currency", "EUR", "--time-zone", "UTC",
                              FOYER_PASSPHRASE="short")
            self.ends(ended, 3, "passphrase_short")
            self.assertFalse((fresh.folder / "foyer.keys").exists())
        finally:
            fresh.remove()

    def testOnATerminalThePassphraseIsAskedForAndNotShown(self):
        names = {n: v for n, v in self.counter.environment.items() if n != "FOYER_PASSPHRASE"}
        status, seen = typed([PROGRAM, "--data", str(self.counter.folder), "keys"], names, [PASSPHRASE])
        self.assertEqual(status, 0, seen)
        self.assertIn("authority", seen)
        self.assertNotIn(PASSPHRASE, seen)

    def testANewPassphraseIsTypedTwiceTheSame(self):
        fresh = Counter()
        try:
            names = {n: v for n, v in fresh.environment.items() if n != "FOYER_PASSPHRASE"}
            command = [PROGRAM, "--data", str(fresh.folder), "init", "--organizer", "A", "--currency",
                       "EUR", "--time-zone", "UTC"]
            status, seen = typed(command, names, [PASSPHRASE, PASSPHRASE + "x"])
            self.assertEqual(status, 3, seen)
            self.assertFalse((fresh.folder / "foyer.db").exists())
            status, seen = typed(command, names, [PASSPHRASE, PASSPHRASE])
            self.assertEqual(status, 0, seen)
            self.assertNotIn(PASSPHRASE, seen)
            self.ends(fresh.run("verify"), 0)
        finally:
            fresh.remove()

    def testADatabaseWithoutItsKeysIsNotUsed(self):
        moved = Counter()
        try:
            shutil.copytree(self.counter.folder, moved.folder)
            (moved.folder / "foyer.keys").unlink()
            ended = moved.run("performances")
            self.assertEqual(ended.status, 4, ended)
            self.assertIn(ended.code, ("vault_unavailable", "vault_locked", "keys_missing"))
        finally:
            moved.remove()

    def testADatabaseRestoredFromABackupSellsOnlyAfterAPersonSaidSo(self):
        sale = ("--performance", "Hamlet", "--tickets", "Adult=1", "--category", "Balcony", "--pay",
                "cash=20")
        backup = self.counter.root / "backup.db"
        shutil.copy(self.counter.folder / "foyer.db", backup)
        lost = self.ends(self.counter.sell(*sale), 0)["order"]["code"]
        shutil.copy(backup, self.counter.folder / "foyer.db")
        for name in ("foyer.db-wal", "foyer.db-shm"):
            (self.counter.folder / name).unlink(missing_ok=True)
        self.ends(self.counter.sell(*sale), 1, "database_behind")
        self.ends(self.counter.run("recover", "--reason", "Disk replaced"), 0)
        again = self.ends(self.counter.sell(*sale), 0)["order"]["code"]
        self.assertNotEqual(again, lost)
        self.ends(self.counter.run("recover", "--reason", "Again"), 1, "not_behind")

    def testAKeychainThatWorksIsUsedAndNamesNoFile(self):
        if not shutil.which("dbus-run-session") or not shutil.which("gnome-keyring-daemon"):
            self.skipTest("there is no keychain to start here")
        fresh = Counter()
        try:
            home = fresh.root / "home"
            (home / "run").mkdir(parents=True, mode=0o700)
            (home / "run").chmod(0o700)
            script = ("printf secret | gnome-keyring-daemon --unlock --components=secrets >/dev/null;"
                      ' "$0" --data "$1" --json init --organizer A --currency EUR --time-zone UTC &&'
                      ' "$0" --data "$1" --json keys && "$0" --data "$1" --json verify')
            names = {**fresh.environment, "HOME": str(home), "XDG_DATA_HOME": str(home / "share"),
                     "XDG_RUNTIME_DIR": str(home / "run")}
            names.pop("FOYER_PASSPHRASE")
            ended = subprocess.run(["dbus-run-session", "--", "bash", "-c", script, PROGRAM,
                                    str(fresh.folder)], env=names, capture_output=True, text=True,
                                   check=False, timeout=120)
            self.assertEqual(ended.returncode, 0, ended.stderr)
            self.assertIn('"protection":"keychain"', ended.stdout)
            self.assertFalse((fresh.folder / "foyer.keys").exists())
        finally:
            fresh.remove()


if __name__ == "__main__":
    unittest.main()
