# SPDX-FileCopyrightText: The Foyer authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Posters and the logo from the command line, and on the way from one counter over a server to another."""

import hashlib
import io
import os
import shutil
import ssl
import subprocess
import time
import unittest
import urllib.error
import urllib.request

from PIL import Image

from counter import Counter, Story
from server import Server


def picture(colour, size=(1000, 700), kind="JPEG"):
    file = io.BytesIO()
    Image.new("RGB", size, colour).save(file, kind, comment=b"secret") if kind == "JPEG" else \
        Image.new("RGBA", size, (*colour, 90)).save(file, kind)
    return file.getvalue()


class PicturesStory(Story):
    @classmethod
    def keep(cls, name, content):
        path = cls.counter.root / name
        path.write_bytes(content)
        return path

    def test01WhatIsAddedIsListedAndShown(self):
        self.assertIn("no pictures", self.counter.tell("picture", "list").out)
        files = {"red": picture((200, 20, 20)), "glass": picture((20, 20, 200), (500, 300), "PNG")}
        added = self.ends(self.counter.run("picture", "add", *(self.keep(name, content) for name, content
                                                               in files.items())), 0)["pictures"]
        self.assertEqual([each["hash"] for each in added],
                         [hashlib.sha256(content).hexdigest() for content in files.values()])
        self.assertEqual([(each["format"], each["width"], each["height"]) for each in added],
                         [("jpeg", 1000, 700), ("png", 500, 300)])
        self.assertEqual([[made["width"] for made in each["renditions"]] for each in added],
                         [[320, 640, 1000], [320, 500]])
        type(self).red, type(self).glass = (each["hash"] for each in added)
        listed = self.ends(self.counter.run("picture", "list"), 0)["pictures"]
        self.assertEqual({each["hash"]: (each["uses"], each["renditions_here"], each["original_here"])
                          for each in listed}, {self.red: (0, 3, True), self.glass: (0, 2, True)})
        shown = self.ends(self.counter.run("picture", "show", self.red[:8], "--width", 400), 0)["file"]
        with Image.open(shown) as image:
            self.assertEqual((image.format, image.size), ("JPEG", (640, 448)))
            self.assertLess(abs(image.getpixel((300, 200))[0] - 200), 4)
        with open(shown, "rb") as content:
            self.assertNotIn(b"secret", content.read())
        shown = self.ends(self.counter.run("picture", "show", self.glass[:8]), 0)["file"]
        with Image.open(shown) as image:
            self.assertEqual((image.format, image.mode, image.size), ("PNG", "RGBA", (500, 300)))

    def test02WhatIsNoPictureIsRefusedWithASentence(self):
        before = self.counter.entries()
        for name, content, code in (("x.jpg", b"<svg><script>alert(1)</script></svg>", "picture_format"),
                                    ("cut.jpg", picture((1, 2, 3))[:300], "picture_damaged"),
                                    ("long.png", picture((1, 2, 3), (900, 100), "PNG"), "picture_too_narrow"),
                                    ("large.jpg", picture((1, 2, 3)) + bytes(11_000_000), "picture_too_large")):
            refused = self.ends(self.counter.run("picture", "add", self.keep(name, content)), 3, code)
            self.assertTrue(refused["error"]["where"].endswith(name))
        self.ends(self.counter.run("picture", "add", self.counter.root / "none.jpg"), 3, "no_such_file")
        self.ends(self.counter.run("picture", "show", "../../etc"), 1, "unknown_picture")
        self.assertEqual(self.counter.entries(), before)

    def test03AnEventHasAPosterAndAGallery(self):
        shown = self.ends(self.counter.run("picture", "poster", "Hamlet", self.red[:10], "--alt", "de=Ein Prinz",
                                           "--alt", "en=A prince"), 0)
        self.assertEqual(shown["poster"], {"hash": self.red, "alt": {"de": "Ein Prinz", "en": "A prince"}})
        self.ends(self.counter.run("picture", "gallery", "add", "Hamlet", self.red[:10]), 0)
        shown = self.ends(self.counter.run("picture", "gallery", "add", "Hamlet", self.glass[:10]), 0)
        self.assertEqual([each["hash"] for each in shown["gallery"]], [self.red, self.glass])
        shown = self.ends(self.counter.run("picture", "gallery", "order", "Hamlet", self.glass[:10]), 0)
        self.assertEqual([each["hash"] for each in shown["gallery"]], [self.glass, self.red])
        shown = self.ends(self.counter.run("picture", "gallery", "remove", "Hamlet", self.red[:10]), 0)
        self.assertEqual([each["hash"] for each in shown["gallery"]], [self.glass])
        self.assertEqual(self.ends(self.counter.run("picture", "show", "--event", "Hamlet"), 0), shown)
        self.ends(self.counter.run("picture", "gallery", "remove", "Hamlet", self.red[:10]), 1, "not_in_gallery")
        self.ends(self.counter.run("picture", "poster", "Nothing", self.red[:10]), 1, "unknown_event")

    def test03bATicketShowsThePosterAndWhatTheOrganizerSays(self):
        event = self.ends(self.counter.run("event", "edit", "Hamlet", "--age", "16", "--ticket-text", "No photographs",
                                           "--text", "de.ticket_text=Keine Fotos"), 0)["event"]
        self.assertEqual(event["texts"]["de"], {"ticket_text": "Keine Fotos"})
        order = self.ends(self.counter.sell("--performance", "Hamlet", "--tickets", "Adult=2", "--category", "Balcony",
                                            "--pay", "cash=40", "--pdf", self.counter.root / "papers"), 0)["order"]
        if not shutil.which("pdfimages"):
            self.skipTest("poppler-utils are not here")
        told = [subprocess.run([program, *words], check=True, capture_output=True, text=True).stdout
                for program, *words in (("pdftotext", order["files"]["tickets"], "-"),
                                        ("pdfimages", "-list", order["files"]["tickets"]))]
        self.assertEqual([told[0].count(words) for words in ("No photographs", "Minimum age 16")], [2, 2])
        self.assertEqual({tuple(line.split()[3:5]) for line in told[1].splitlines()[2:]}, {("320", "224")})

    def test04TheHouseHasALogo(self):
        self.assertIsNone(self.ends(self.counter.run("picture", "logo"), 0)["logo"])
        self.assertEqual(self.ends(self.counter.run("picture", "logo", self.glass[:10]), 0)["logo"]["hash"], self.glass)
        self.assertEqual(self.ends(self.counter.run("picture", "logo"), 0)["logo"]["hash"], self.glass)
        shown = self.ends(self.counter.run("branding"), 0)
        self.assertEqual((shown["logo"], shown["colour"]), (self.glass, None))
        self.assertIsNone(self.ends(self.counter.run("picture", "logo", "--none"), 0)["logo"])

    def test04bTheHouseHasColoursThatCanBeRead(self):
        shown = self.ends(self.counter.run("branding", "--colour", "FD0"), 0)
        self.assertEqual((shown["colour"], shown["shown"]["text"]), ("#ffdd00", "#000000"))
        refused = self.ends(self.counter.run("branding", "--text-colour", "#fff"), 3, "unreadable_colours")
        self.assertIn("1.3", refused["error"]["message"])
        self.ends(self.counter.run("branding", "--colour", "yellow"), 2, "bad_colour")
        preview = self.counter.tell("mail", "template", "preview", "confirmation").out
        self.assertIn("background:#ffdd00;color:#000000", preview)
        self.assertIsNone(self.ends(self.counter.run("branding", "--colour", "none"), 0)["colour"])

    def test05DamageIsFoundAndMended(self):
        file = self.ends(self.counter.run("picture", "show", self.red[:8], "--width", 320), 0)["file"]
        with open(file, "wb") as damaged:
            damaged.write(b"\xff\xd8\xff nothing")
        found = self.ends(self.counter.run("picture", "check", "--mend"), 0)
        self.assertEqual([(each["hash"], each["width"], each["trouble"]) for each in found["troubles"]],
                         [(self.red, 320, "damaged")])
        self.assertEqual(found["remade"], 1)
        self.assertIn("sound", self.counter.tell("picture", "check").out)
        self.assertEqual(self.ends(self.counter.run("verify"), 0)["verify"]["findings"], [])

    def test06WhatNothingShowsGoes(self):
        third = self.keep("third", picture((9, 9, 9)))
        self.ends(self.counter.run("picture", "add", third), 0)
        waiting = self.ends(self.counter.run("picture", "gc"), 0)
        self.assertEqual((waiting["removed"], waiting["waiting"]), (0, 1))
        self.assertEqual(self.ends(self.counter.run("picture", "gc", "--days", 0), 0)["removed"], 1)

    def test07AnotherCounterGetsThePosterFromTheServer(self):
        server = Server(self.counter.root)
        self.addCleanup(server.stop)
        server.start()
        other = Counter()
        self.addCleanup(other.remove)
        self.ends(self.counter.run("server", "join", server.invitation("First")), 0)
        self.ends(self.counter.run("server", "sync"), 0)
        sent = self.ends(self.counter.run("picture", "sync"), 0)
        self.assertEqual((sent["sent"], sent["to_send"], sent["refused"]), (2, 0, 0))
        self.ends(other.run("server", "join", server.invitation("Second")), 0)
        address = f"{server.environment['FOYER_SERVER_URL']}/pictures/{self.red}-640.jpg"
        trusting = ssl._create_unverified_context()
        for _ in range(200):
            try:
                with urllib.request.urlopen(address, context=trusting, timeout=10) as answer:
                    self.assertIn("immutable", answer.headers["Cache-Control"])
                    self.assertEqual(answer.headers["Content-Type"], "image/jpeg")
                    with Image.open(io.BytesIO(answer.read())) as image:
                        self.assertEqual(image.size, (640, 448))
                break
            except urllib.error.HTTPError as not_yet:
                not_yet.close()
                time.sleep(0.1)
        else:
            self.fail("The server did not make the rendition.")
        deadline = time.monotonic() + 60
        while True:
            fetched = self.ends(other.run("picture", "sync"), 0)
            if fetched["to_fetch"] == 0 or time.monotonic() > deadline:
                break
        self.assertEqual((fetched["to_fetch"], fetched["sent"]), (0, 0))
        file = self.ends(other.run("picture", "show", self.red[:8], "--width", 640), 0)["file"]
        mine = self.ends(self.counter.run("picture", "show", self.red[:8], "--width", 640), 0)["file"]
        with open(file, "rb") as there, open(mine, "rb") as here:
            self.assertEqual(there.read(), here.read())
        self.assertFalse(os.path.exists(file.replace("-640.jpg", ".orig")))
        self.assertEqual(self.ends(other.run("verify"), 0)["verify"]["findings"], [])


if __name__ == "__main__":
    unittest.main()
