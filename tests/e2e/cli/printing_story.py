# SPDX-FileCopyrightText: The Foyer authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Printers from the command line: set up, tested, printed to, switched off, and what then waits."""

import socket
import threading
import unittest

from counter import Story

QUESTION = b"\x10\x04\x02"
RECEIPT = b"\x1dr\x01"
CUT = b"\x1dVB\x00"


class Printer:
    """An ESC/POS printer on a port of this computer that answers as it should."""

    def __init__(self):
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.port = self.listener.getsockname()[1]
        self.received = b""
        self.thread = threading.Thread(target=self.serve, daemon=True)
        self.thread.start()

    def serve(self):
        while True:
            try:
                connection, _ = self.listener.accept()
            except OSError:
                return
            with connection:
                asked = printed = 0
                here = b""
                while data := connection.recv(4096):
                    here += data
                    self.received += data
                    while here.count(QUESTION) > asked:
                        asked += 1
                        connection.sendall(b"\x12")
                    while here.count(RECEIPT) > printed:
                        printed += 1
                        connection.sendall(b"\x00")

    @property
    def pages(self):
        return self.received.count(CUT)

    def close(self):
        self.listener.close()


class PrintingStory(Story):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.printer = Printer()
        cls.addClassCleanup(cls.printer.close)
        cls.code = ""

    def add(self, name, output, *more):
        return self.counter.run("printer", "add", name, "--output", output, "--language", "escpos",
                                "--paper", "80mm", *more)

    def test1APrinterIsSetUpAndTested(self):
        self.ends(self.add("Till", "10.0.0.7"), 3, "bad_output")
        self.ends(self.add("Till", "tcp:10.0.0.7", "--for", "posters"), 2)
        self.ends(self.add("Till", f"tcp:127.0.0.1:{self.printer.port}"), 0)
        listed = self.ends(self.counter.run("printer", "list"), 0)["printers"]
        self.assertEqual([printer["name"] for printer in listed], ["Till"])
        job = self.ends(self.counter.run("printer", "test", "till"), 0)["job"]
        self.assertEqual(job["state"], "confirmed")
        self.assertEqual(self.printer.pages, 1)
        self.ends(self.counter.run("printer", "test", "nobody"), 1, "unknown_printer")

    def test2AnOrderIsPrintedATicketAPage(self):
        sold = self.ends(self.counter.sell("--performance", "Late Jazz", "--tickets", "Regular=2",
                                           "--pay", "card=24.00:1"), 0)
        type(self).code = sold["order"]["code"]
        job = self.ends(self.counter.run("print", "--order", self.code), 0)["job"]
        self.assertEqual([page["state"] for page in job["pages"]], ["confirmed", "confirmed"])
        self.assertEqual(self.printer.pages, 3)
        self.ends(self.counter.run("print", "--order", self.code, "--receipt"), 0)
        self.assertEqual(self.printer.pages, 4)

    def test3APrinterThatIsOffLeavesTheJobInTheQueue(self):
        self.ends(self.add("Off", "tcp:127.0.0.1:1"), 0)
        ended = self.counter.run("print", "--order", self.code, "--printer", "Off")
        job = self.ends(ended, 4, "printer_unreachable")["job"]
        self.assertEqual(job["state"], "queued")
        self.assertIn("2 pages wait in the queue", ended.object["error"]["message"])
        self.ends(self.counter.run("printer", "remove", "Off"), 1, "printer_in_use")
        self.ends(self.add("Off", f"tcp:127.0.0.1:{self.printer.port}"), 0)
        # It is not the first print of these tickets.
        history = self.ends(self.counter.run("history", self.code), 0)["history"]
        self.assertEqual([(each["kind"], each["purpose"]) for each in history],
                         [("document.printed", "tickets")])
        again = self.ends(self.counter.run("spool", "retry", job["id"]), 0)["job"]
        self.assertEqual(again["state"], "confirmed")
        self.assertEqual(self.printer.pages, 6)
        self.ends(self.counter.run("spool", "retry", job["id"]), 1, "print_over")
        self.ends(self.counter.run("printer", "remove", "Off"), 0)

    def test4AJobIsTakenBack(self):
        self.ends(self.add("Off", "tcp:127.0.0.1:1"), 0)
        ended = self.counter.run("print", "--order", self.code, "--printer", "Off")
        job = ended.object["job"]["id"]
        cancelled = self.ends(self.counter.run("spool", "cancel", job), 0)["job"]
        self.assertEqual(cancelled["state"], "cancelled")
        listed = self.ends(self.counter.run("spool", "list"), 0)["jobs"]
        self.assertEqual(listed[0]["state"], "cancelled")
        self.ends(self.counter.run("spool", "cancel", "000000"), 1, "unknown_print_job")

    def test5TheDrawerNeedsAReasonAndAShift(self):
        self.ends(self.counter.run("drawer", "open"), 2)
        self.ends(self.counter.run("drawer", "open", "--reason", "change"), 1, "no_shift")


if __name__ == "__main__":
    unittest.main()
