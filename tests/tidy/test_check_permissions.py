# SPDX-FileCopyrightText: The Foyer authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The check of permissions sees what it is for."""

import pathlib
import tempfile
import unittest

import check_permissions


class PermissionsCheck(unittest.TestCase):
    def faults(self, header, source):
        with tempfile.TemporaryDirectory() as folder:
            services = pathlib.Path(folder)
            (services / "some.h").write_text(header)
            (services / "some.cpp").write_text(source)
            return check_permissions.check(services)[1]

    def test_a_verb_that_asks_is_fine(self):
        header = "Result<void> act(Counter& counter, int size);\n"
        for asking in ("counter.access().permit(Permission::Sell);",
                       "counter.access().require(\n Permission::Sell);"):
            source = f"Result<void> act(Counter& counter, int size)\n{{\n    {asking}\n}}\n"
            self.assertEqual(self.faults(header, source), [])

    def test_a_verb_that_does_not_ask_is_found(self):
        header = "Result<void> act(Counter& counter);\n"
        self.assertEqual(len(self.faults(header, "Result<void> act(Counter& counter)\n{\n}\n")), 1)
        comment = "Result<void> act(Counter& counter)\n{\n    // permit(Permission::Sell)\n}\n"
        self.assertEqual(len(self.faults(header, comment)), 1)

    def test_it_may_leave_the_question_to_another_verb(self):
        header = "Result<void> act(Counter& counter);\nResult<void> rest(Counter& counter);\n"
        rest = "Result<void> rest(Counter& counter)\n{\n    permit(Permission::Sell);\n}\n"
        source = "Result<void> act(Counter& counter)\n{\n    return rest(counter);\n}\n" + rest
        self.assertEqual(self.faults(header, source), [])
        silent = source.replace("permit(Permission::Sell);", "")
        self.assertEqual(len(self.faults(header, silent)), 2)

    def test_a_template_in_a_header_may_ask_for_those_that_use_it(self):
        template = "template <typename T>\nResult<T> made(Counter& counter, T make)\n{\n    ASKING\n}\n"
        header = "Result<Id> act(Counter& counter, const Terms& terms = {});\n" + template
        source = "Result<Id> act(Counter& counter, const Terms& terms)\n{\n    return made<Id>(counter, terms);\n}\n"
        self.assertEqual(self.faults(header.replace("ASKING", "permit(Permission::Sell);"), source), [])
        self.assertEqual(len(self.faults(header.replace("ASKING", "return make;"), source)), 2)


if __name__ == "__main__":
    unittest.main()
