# SPDX-FileCopyrightText: The Foyer authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Whoever sets a server up tries its mail settings, with a mail server beside it that is not ours."""

import json
import os
import pathlib
import subprocess
import sys
import unittest

from counter import Counter
from server import Server

SMTP = pathlib.Path(os.environ["FOYER_SOURCE_DIR"]) / "tests/support/smtp_server.py"


class MailStory(unittest.TestCase):
    """A server that is not started: its settings are all that is looked at."""

    def setUp(self):
        self.counter = Counter()
        self.addCleanup(self.counter.remove)
        self.server = Server(self.counter.root)
        self.addCleanup(self.server.stop)
        self.server.start()  # makes its certificate, which the mail server borrows
        self.server.stop()

    def mail_server(self, mode):
        process = subprocess.Popen(
            [sys.executable, str(SMTP), str(self.server.folder / "certificate.pem"),
             str(self.server.folder / "certificate.key"), mode],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        self.addCleanup(process.stdout.close)
        self.addCleanup(process.wait)
        self.addCleanup(process.stdin.close)
        return process, process.stdout.readline().strip()

    def tried(self, to="kim@example.test", **settings):
        self.server.environment |= {f"FOYER_MAIL_{name.upper()}": value
                                    for name, value in settings.items()}
        return self.server.run("--test-mail=" + to)

    def testWithoutSettingsThereIsNoMail(self):
        ended = self.tried()
        self.assertEqual(ended.returncode, 2, ended)
        self.assertIn("mail.host", ended.stderr)

    def testAMailArrivesBySignedInTls(self):
        process, port = self.mail_server("starttls")
        password = self.server.folder / "mail-password"
        password.write_text("open sesame\n", encoding="utf-8")
        ended = self.tried(host="localhost", port=port, user="box", passwordfile=str(password),
                           authorities=str(self.server.folder / "certificate.pem"),
                           bounces="box@foyer.test")
        self.assertEqual(ended.returncode, 0, ended)
        self.assertEqual(json.loads(process.stdout.readline()), {"sign_in": "box"})
        mail = json.loads(process.stdout.readline())
        self.assertEqual(mail["envelope"], ["box@foyer.test", ["kim@example.test"]])
        self.assertTrue(mail["tls"])
        self.assertEqual(mail["user"], "box")
        password.write_text("open barley\n", encoding="utf-8")
        ended = self.tried()
        self.assertEqual(ended.returncode, 1, ended)
        self.assertIn("password", ended.stderr)
        self.assertNotIn("barley", ended.stderr)
        password.unlink()
        ended = self.tried()
        self.assertEqual(ended.returncode, 2, ended)
        self.assertIn("mail.passwordFile", ended.stderr)

    def testWhatIsWrongIsSaid(self):
        ended = self.tried(host="localhost", port="1", bounces="box@foyer.test")
        self.assertEqual(ended.returncode, 1, ended)
        self.assertIn("cannot be reached", ended.stderr)
        ended = self.tried(bounces="")
        self.assertEqual(ended.returncode, 2, ended)
        self.assertIn("mail.bounces", ended.stderr)
        ended = self.tried(to="nobody", bounces="box@foyer.test")
        self.assertEqual(ended.returncode, 1, ended)
        self.assertIn("address", ended.stderr)
        ended = self.tried(protection="ssl")
        self.assertEqual(ended.returncode, 2, ended)
        self.assertIn("mail.protection", ended.stderr)
        ended = self.tried(protection="none", host="mail.example.org")
        self.assertEqual(ended.returncode, 1, ended)
        self.assertIn("in the clear", ended.stderr)


if __name__ == "__main__":
    unittest.main(verbosity=2)
