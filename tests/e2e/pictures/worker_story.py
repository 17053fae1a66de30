# SPDX-FileCopyrightText: The Foyer authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The program that reads pictures of strangers, with files that strangers send; Pillow is the oracle."""

import io
import os
import random
import resource
import struct
import subprocess
import tempfile
import unittest
import zipfile
import zlib

from PIL import Image, ImageCms, ImageOps

WORKER = os.environ["FOYER_PICTURE"]
WIDTHS = (320, 640, 1280, 1920)
LITTLE = 32 * 1024 * 1024
SANITIZED = os.environ.get("FOYER_SANITIZED") == "1"


class Answer:
    """What the worker said, and what that cost."""

    def __init__(self, file, *arguments, memory=None):
        with tempfile.TemporaryFile() as given:
            given.write(file)
            given.seek(0)
            limits = (lambda: resource.setrlimit(resource.RLIMIT_DATA, (memory, memory))) if memory else None
            child = subprocess.Popen([WORKER, *arguments], stdin=given, stdout=subprocess.PIPE,
                                     stderr=subprocess.PIPE, preexec_fn=limits)
            out = child.stdout.read()
            self.err = child.stderr.read()
            child.stdout.close()
            child.stderr.close()
            _, status, usage = os.wait4(child.pid, 0)
            child.returncode = os.waitstatus_to_exitcode(status)
        self.code = child.returncode
        self.seconds = usage.ru_utime + usage.ru_stime
        self.raw = out
        self.refusal = self.format = self.size = None
        self.renditions = []
        if out:
            self.read(out)

    def read(self, out):
        lines = io.BytesIO(out)
        assert lines.readline() == b"foyer-picture 1\n"
        while True:
            words = lines.readline().decode().split()
            if words == ["end"]:
                break
            if words[0] == "refused":
                self.refusal = words[1]
            elif words[0] == "picture":
                self.format, self.size = words[1], (int(words[2]), int(words[3]))
            else:
                assert words[0] == "rendition", words
                self.renditions.append((words[1], (int(words[2]), int(words[3])), lines.read(int(words[4]))))
        assert lines.read() == b""

    def images(self):
        return [Image.open(io.BytesIO(content)) for _, _, content in self.renditions]


def chunk(name, data):
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def png(width, height, rows, before=b"", colour=2, depth=8):
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, depth, colour, 0, 0, 0)) +
            before + chunk(b"IDAT", zlib.compress(rows, 9)) + chunk(b"IEND", b""))


def saved(image, kind, **options):
    file = io.BytesIO()
    image.save(file, kind, **options)
    return file.getvalue()


def photo(width=1000, height=700):
    """Four colours in the corners, so that a turned one is seen, with soft borders."""
    small = Image.new("RGB", (2, 2))
    small.putdata([(220, 40, 30), (40, 190, 60), (30, 60, 200), (230, 220, 60)])
    return small.resize((width, height), Image.BICUBIC)


def distance(one, other):
    """The mean difference of a channel."""
    one, other = one.convert("RGB"), other.convert("RGB")
    pairs = zip(one.tobytes(), other.tobytes())
    return sum(abs(a - b) for a, b in pairs) / len(one.tobytes())


class WhatIsRefused(unittest.TestCase):
    def refused(self, file, code, memory=None):
        answer = Answer(file, memory=None if SANITIZED else memory)
        self.assertEqual((answer.code, answer.refusal, answer.renditions), (0, code, []), answer.err)
        return answer

    def testABombIsRefusedByItsHeader(self):
        # All of its memory is less than what the bomb may make it grow by.
        for width, height, code in ((50_000, 50_000, "picture_too_many_pixels"), (1, 900_000, "picture_too_narrow"),
                                    (1, 999_999_999, "picture_damaged"), (0x7FFFFFFF, 0x7FFFFFFF, "picture_damaged")):
            bomb = png(width, height, bytes(4_000_000))
            self.assertLess(len(bomb), 10_000)
            answer = self.refused(bomb, code, LITTLE)
            if not SANITIZED:
                self.assertLess(answer.seconds, 0.05)

    def testChunksThatUnpackToMuchAreNotUnpacked(self):
        for name in (b"zTXt", b"iCCP"):
            bomb = chunk(name, b"x\0\0" + zlib.compress(bytes(200_000_000), 9))
            answer = Answer(png(8, 8, b"".join(b"\0" + bytes(24) for _ in range(8)), bomb),
                            memory=None if SANITIZED else LITTLE)
            self.assertEqual((answer.code, answer.refusal, len(answer.renditions)), (0, None, 1), answer.err)

    def testJpegAndWebPBombs(self):
        jpeg = bytearray(saved(photo(64, 64), "JPEG"))
        at = jpeg.index(b"\xff\xc0")
        jpeg[at + 5:at + 9] = struct.pack(">HH", 65_000, 65_000)
        self.refused(bytes(jpeg), "picture_too_many_pixels")
        webp = bytearray(saved(photo(64, 64).convert("RGBA"), "WEBP", lossless=True, exact=True))
        answer = Answer(bytes(webp[:24]) + b"\xff" * 200)
        self.assertEqual(answer.code, 0)
        self.assertIsNotNone(answer.refusal)

    def testWhatIsTooLargeOrTooNarrow(self):
        self.refused(saved(photo(64, 64), "PNG") + bytes(10 * 1024 * 1024), "picture_too_large")
        self.refused(saved(photo(1700, 200), "PNG"), "picture_too_narrow")

    def testTheContentDecidesAndNotTheName(self):
        svg = b'<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
        for file in (svg, b"", b"\xff", b"GIF", saved(photo(), "GIF"), saved(photo(), "TIFF"), saved(photo(), "BMP"),
                     b"\0\0\0\x18ftypheic\0\0\0\0mif1heic" + bytes(100), b"%PDF-1.4", b"PK\3\4",
                     b"<html>" + saved(photo(), "JPEG")):
            self.refused(file, "picture_format")

    def testWhatMoves(self):
        frames = [photo(90, 90), photo(90, 90).rotate(90)]
        self.refused(saved(frames[0], "PNG", save_all=True, append_images=frames[1:]), "picture_animated")
        self.refused(saved(frames[0], "WEBP", save_all=True, append_images=frames[1:]), "picture_animated")

    def testColoursOfAPress(self):
        self.refused(saved(photo().convert("CMYK"), "JPEG"), "picture_cmyk")

    def testWhatEndsEarlyIsNeverHalfAPicture(self):
        chance = random.Random(14)
        for kind, options in (("JPEG", {}), ("JPEG", {"progressive": True}), ("PNG", {}), ("WEBP", {})):
            whole = saved(photo(400, 300), kind, **options)
            for _ in range(12):
                cut = Answer(whole[:chance.randrange(16, len(whole) - 16)])
                self.assertEqual((cut.code, cut.renditions), (0, []), kind)
                self.assertEqual(cut.refusal, "picture_damaged", kind)

    def testBytesThatSomebodyChangedCrashNothing(self):
        chance = random.Random(15)
        wholes = [saved(photo(200, 150), "JPEG"), saved(photo(200, 150), "JPEG", progressive=True),
                  saved(photo(200, 150), "PNG"), saved(photo(200, 150).convert("RGBA"), "WEBP", lossless=True),
                  saved(photo(200, 150), "WEBP")]
        for turn in range(150):
            file = bytearray(chance.choice(wholes))
            for _ in range(chance.randrange(1, 12)):
                file[chance.randrange(len(file))] = chance.randrange(256)
            answer = Answer(bytes(file))
            self.assertEqual(answer.code, 0, f"{turn}: {answer.err}")
            self.assertTrue(answer.raw.endswith(b"end\n"))


class WhatIsMade(unittest.TestCase):
    def made(self, file, size, kind):
        answer = Answer(file)
        self.assertEqual((answer.code, answer.refusal, answer.size), (0, None, size), answer.err)
        widths = [width for width in WIDTHS if width < size[0]] + ([size[0]] if size[0] <= WIDTHS[-1] else [])
        self.assertEqual([said[0] for _, said, _ in answer.renditions], widths)
        for (name, said, content), image in zip(answer.renditions, answer.images()):
            self.assertEqual((name, image.format.lower(), image.size), (kind, kind, said))
            self.assertLessEqual(abs(said[1] - size[1] * said[0] / size[0]), 1)
            image.load()
            self.assertIsNone(image.getexif().get(0x0112))
            self.assertFalse({"exif", "icc_profile", "XML:com.adobe.xmp", "Software"} & set(image.info))
            for hidden in (b"Exif\0", b"ICC_PROFILE", b"http://", b"secret"):
                self.assertNotIn(hidden, content)
        return answer

    def testEveryKindAndDepthLooksAsItDid(self):
        grey16 = Image.linear_gradient("L").resize((900, 600)).convert("I").point(lambda level: level * 257)
        for image, kind, options in (
                (photo(), "JPEG", {"quality": 95}), (photo(), "JPEG", {"quality": 95, "progressive": True}),
                (photo().convert("L"), "JPEG", {"quality": 95}), (photo(), "PNG", {}),
                (photo().convert("P", palette=Image.ADAPTIVE), "PNG", {}), (photo().convert("L"), "PNG", {}),
                (photo().convert("1", dither=Image.NONE), "PNG", {}), (photo(), "WEBP", {"lossless": True}),
                (photo(), "WEBP", {"quality": 95})):
            answer = self.made(saved(image, kind, **options), (1000, 700), "jpeg")
            for got in answer.images():
                expected = image.convert("RGB").resize(got.size, Image.BOX)
                self.assertLess(distance(got, expected), 3.5, (kind, image.mode, got.size))
        got = self.made(saved(grey16.convert("I;16"), "PNG"), (900, 600), "jpeg").images()[0]
        expected = Image.linear_gradient("L").resize((900, 600)).resize(got.size, Image.BOX)
        self.assertLess(distance(got, expected), 3)

    def testInterlacedIsTheSamePicture(self):
        # Pillow writes none, so this one is put together by hand: Adam7 of 8x8 pixels is 15 rows.
        image = photo(8, 8)
        rows = b""
        for x0, y0, dx, dy in ((0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2),
                               (0, 1, 1, 2)):
            for y in range(y0, 8, dy):
                rows += b"\0" + b"".join(bytes(image.getpixel((x, y))) for x in range(x0, 8, dx))
        file = bytearray(png(8, 8, rows))
        file[28] = 1
        file[29:33] = struct.pack(">I", zlib.crc32(bytes(file[12:29])))
        straight = Answer(saved(image, "PNG"))
        self.assertEqual(Answer(bytes(file)).renditions, straight.renditions)

    def testWhatIsTransparentStaysSo(self):
        image = photo()
        image.putalpha(Image.linear_gradient("L").resize(image.size))
        for kind, options in (("PNG", {}), ("WEBP", {"lossless": True, "exact": True})):
            got = self.made(saved(image, kind, **options), (1000, 700), "png").images()[0]
            self.assertEqual(got.mode, "RGBA")
            expected = image.resize(got.size, Image.BOX).getchannel("A")
            self.assertLess(distance(got.getchannel("A"), expected), 2)
        opaque = photo()
        opaque.putalpha(255)
        self.made(saved(opaque, "PNG"), (1000, 700), "jpeg")

    def testTheColourUnderATransparentPixelDoesNotShow(self):
        image = Image.new("RGBA", (640, 640), (255, 0, 0, 0))
        image.paste((0, 0, 255, 255), (0, 0, 321, 640))
        got = self.made(saved(image, "PNG"), (640, 640), "png").images()[0]
        self.assertEqual(got.size, (320, 320))
        self.assertEqual(got.getpixel((160, 100))[:3], (0, 0, 255))

    def testEveryOrientationIsTurnedUpright(self):
        image = photo(900, 600)
        for orientation in range(1, 9):
            exif = Image.Exif()
            exif[0x0112] = orientation
            exif[0x010E] = "secret"
            exif.get_ifd(0x8825)[2] = (52.0, 31.0, 12.0)
            for kind, options in (("JPEG", {"quality": 95}), ("PNG", {}), ("WEBP", {"quality": 95})):
                file = saved(image, kind, exif=exif.tobytes(), **options)
                upright = ImageOps.exif_transpose(Image.open(io.BytesIO(file)))
                for got in self.made(file, upright.size, "jpeg").images():
                    self.assertLess(distance(got, upright.convert("RGB").resize(got.size, Image.BOX)), 3.5,
                                    (orientation, kind))

    def testColoursOfAnotherSpaceBecomeThoseOfScreens(self):
        # A profile whose red is another one: Pillow's own colour management says what it looks like.
        lab = ImageCms.createProfile("sRGB")
        profile = bytearray(ImageCms.ImageCmsProfile(lab).tobytes())
        red, green = profile.index(b"rXYZ"), profile.index(b"gXYZ")
        profile[red:red + 4], profile[green:green + 4] = b"gXYZ", b"rXYZ"
        for kind in ("PNG", "JPEG"):
            options = {} if kind == "PNG" else {"quality": 98}
            file = saved(photo(300, 200), kind, icc_profile=bytes(profile), **options)
            got = self.made(file, (300, 200), "jpeg").images()[0]
            expected = ImageCms.profileToProfile(photo(300, 200), io.BytesIO(bytes(profile)), lab,
                                                 renderingIntent=ImageCms.Intent.RELATIVE_COLORIMETRIC)
            self.assertLess(distance(got, expected), 4, kind)
            self.assertGreater(distance(got, photo(300, 200)), 20)

    def testABadProfileIsNoReasonToRefuse(self):
        self.made(saved(photo(300, 200), "JPEG", icc_profile=b"\xff" * 5000), (300, 200), "jpeg")

    def testNothingOfAPolyglotIsLeft(self):
        archive = io.BytesIO()
        with zipfile.ZipFile(archive, "w") as file:
            file.writestr("evil.html", "<script>secret</script>")
        for kind in ("JPEG", "PNG"):
            file = saved(photo(), kind) + archive.getvalue()
            self.assertTrue(zipfile.is_zipfile(io.BytesIO(file)))
            for _, _, content in self.made(file, (1000, 700), "jpeg").renditions:
                self.assertFalse(zipfile.is_zipfile(io.BytesIO(content)))
                self.assertNotIn(b"<script", content)

    def testTheSamePictureGivesTheSameBytes(self):
        file = saved(photo(1500, 900), "JPEG")
        self.assertEqual(Answer(file).raw, Answer(file).raw)

    def testNothingIsMadeLarger(self):
        self.assertEqual([said for _, said, _ in self.made(saved(photo(100, 50), "PNG"), (100, 50), "jpeg").renditions],
                         [(100, 50)])
        self.assertEqual(len(self.made(saved(photo(320, 200), "PNG"), (320, 200), "jpeg").renditions), 1)
        self.assertEqual(len(self.made(saved(photo(2000, 1000), "JPEG"), (2000, 1000), "jpeg").renditions), 4)

    def testTheLargestPictureFitsIntoItsMemory(self):
        large = Image.linear_gradient("L").resize((6320, 6320))
        for kind, options in (("JPEG", {}), ("JPEG", {"progressive": True}), ("PNG", {}), ("WEBP", {"quality": 20})):
            image = Image.merge("RGB", (large, large, large))
            answer = Answer(saved(image, kind, **options))
            self.assertEqual((answer.code, answer.refusal), (0, None), (kind, answer.err))
            self.assertEqual(len(answer.renditions), 4)

    def testALookMakesNothing(self):
        answer = Answer(saved(photo(), "JPEG"), "--check")
        self.assertEqual((answer.size, answer.format, answer.renditions), ((1000, 700), "jpeg", []))
        self.assertEqual(Answer(b"x", "--check").refusal, "picture_format")


class WhatItMayDo(unittest.TestCase):
    def testItIsConfinedBeforeItReads(self):
        if SANITIZED:
            self.skipTest("sanitizers need more calls")
        child = subprocess.Popen([WORKER], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        try:
            child.stdin.write(saved(photo(), "JPEG")[:100])
            child.stdin.flush()
            while True:  # until it waits for the rest
                with open(f"/proc/{child.pid}/status", encoding="utf-8") as status:
                    facts = dict(line.split(":", 1) for line in status)
                if facts["Seccomp"].strip() == "2":
                    break
            self.assertEqual(facts["NoNewPrivs"].strip(), "1")
            with open(f"/proc/{child.pid}/limits", encoding="utf-8") as limits:
                said = limits.read()
            for name, value in (("Max file size", "0"), ("Max core file size", "0"), ("Max open files", "3"),
                                ("Max address space", str(640 * 1024 * 1024))):
                line = next(line for line in said.splitlines() if line.startswith(name))
                self.assertEqual(line[len(name):].split()[:2], [value, value], name)
        finally:
            child.kill()
            child.communicate()

    def testItTakesNoArgumentsButOne(self):
        child = subprocess.run([WORKER, "/etc/passwd"], stdin=subprocess.DEVNULL, capture_output=True, check=False)
        self.assertEqual((child.returncode, child.stdout), (2, b""))


if __name__ == "__main__":
    unittest.main()
