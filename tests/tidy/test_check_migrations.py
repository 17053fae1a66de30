# SPDX-FileCopyrightText: The Foyer authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The check of migrations sees what it is for."""

import hashlib
import pathlib
import tempfile
import unittest

import check_migrations


class MigrationsCheck(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        lines = ""
        for name in ("0001_first.sql", "0002_second.sql"):
            (self.folder / name).write_text(name)
            lines += f"{hashlib.sha256(name.encode()).hexdigest()}  {name}\n"
        (self.folder / check_migrations.LIST).write_text(lines)

    def faults(self):
        return len(check_migrations.check(self.folder))

    def test_what_is_released_stays_and_new_ones_come_behind(self):
        self.assertEqual(self.faults(), 0)
        (self.folder / "0003_third.sql").write_text("new")
        self.assertEqual(self.faults(), 0)
        (self.folder / "0002_late.sql").write_text("too late")
        self.assertEqual(self.faults(), 1)

    def test_a_change_is_found(self):
        (self.folder / "0001_first.sql").write_text("0001_first.sql ")
        self.assertEqual(self.faults(), 1)
        (self.folder / "0002_second.sql").unlink()
        self.assertEqual(self.faults(), 2)


if __name__ == "__main__":
    unittest.main()
