# SPDX-FileCopyrightText: The Foyer authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Each rule of check_sources.py finds the fault it is for, and leaves good code alone."""
import unittest

import check_sources
import layering
from cpp_text import CppText

HEAD = "".join(f"// {line}\n" for line in check_sources.SPDX)


def sentences(path: str, body: str, head: str = HEAD) -> str:
    return "\n".join(sentence for _, _, sentence in check_sources.check_file(path, head + body))


class Layers(unittest.TestCase):
    def refused(self, path: str, include: str) -> None:
        self.assertIsNotNone(layering.objection(path, include), f"{path} includes {include}")

    def allowed(self, path: str, include: str) -> None:
        self.assertIsNone(layering.objection(path, include))

    def test_rules_know_nothing_of_storage(self):
        self.refused("core/domain/sales/order.h", "core/storage/database.h")
        self.refused("core/base/money.h", "core/domain/sales/order.h")
        self.refused("core/base/money.h", "core/crypto/sha256.h")
        self.allowed("core/domain/sales/order.h", "core/base/money.h")

    def test_qt_stays_behind_the_headers_of_core(self):
        self.refused("core/storage/database.h", "QSqlQuery")
        self.allowed("core/storage/database.cpp", "QSqlQuery")
        self.refused("core/domain/sales/order.cpp", "QString")
        self.refused("core/services/sales.cpp", "QtCore/QString")
        self.allowed("core/documents/drawing/drawing.cpp", "QPainter")

    def test_screens_see_neither_sql_nor_network(self):
        for include in ("QSqlDatabase", "QtNetwork/QTcpSocket", "QNetworkReply",
                        "core/storage/database.h", "core/services/sales.h", "sync/client/x.h"):
            self.refused("ui/sell/sell_page.cpp", include)
        self.allowed("ui/sell/sell_page.h", "QWidget")
        self.allowed("ui/sell/sell_page.h", "ui/common/parts.h")

    def test_counter_and_server_meet_only_in_the_protocol(self):
        self.refused("sync/client/a.cpp", "sync/server/b.h")
        self.refused("sync/server/b.cpp", "sync/client/a.h")
        self.refused("app/cli/main.cpp", "ui/common/theme.h")
        self.allowed("sync/server/b.cpp", "sync/protocol/c.h")

    def test_programs_share_through_folders_that_know_no_program(self):
        self.refused("app/desktop/counter_port.cpp", "app/cli/terminal.h")
        self.refused("app/seasons/season_loading.cpp", "app/cli/terminal.h")
        self.refused("app/orders/order_documents.cpp", "ui/common/theme.h")
        self.allowed("app/desktop/counter_port.cpp", "app/seasons/season_loading.h")
        self.allowed("app/cli/order_answer.cpp", "app/cli/terminal.h")

    def test_headers_in_a_ring_are_found(self):
        files = {"core/base/a.h": HEAD + '#pragma once\n#include "core/base/b.h"\n',
                 "core/base/b.h": HEAD + '#pragma once\n#include "core/base/a.h"\n'}
        self.assertIn("in a ring", str(check_sources.check_all(files)))
        files["core/base/b.h"] = HEAD + "#pragma once\n"
        self.assertEqual(check_sources.check_all(files), [])


class Shape(unittest.TestCase):
    def test_good_code_is_left_alone(self):
        body = ('#pragma once\n#include <string>\n\nnamespace foyer {\n\nint sum(int a, int b);\n'
                '// an \'apostrophe\' and a "quote", 1\'000\nconst char kMark = \'"\';\n}\n')
        self.assertEqual(sentences("core/base/sum.h", body), "")

    def test_licence_width_and_length(self):
        self.assertIn("SPDX", sentences("core/base/a.cpp", "int a;\n", head=""))
        self.assertEqual(sentences("core/base/a.cpp", "// " + "x" * 97 + "\n"), "")
        self.assertIn("101 columns", sentences("core/base/a.cpp", "// " + "x" * 98 + "\n"))
        self.assertEqual(sentences("core/base/a.cpp", "\n" * 398), "")
        self.assertIn("401 lines", sentences("core/base/a.cpp", "\n" * 399))
        self.assertEqual(sentences("dev", "# " + "x" * 118 + "\n", head=HEAD.replace("//", "#")), "")
        self.assertEqual(sentences("ui/a.cpp", 'auto a = R"(' + "x" * 98 + ')";\n'), "")
        self.assertIn("white space", sentences("core/base/a.cpp", "int a; \n"))

    def test_a_function_that_is_too_long(self):
        body = "void f()\n{\n" + "    g();\n" * 70 + "}\n"
        self.assertEqual(sentences("core/base/a.cpp", body), "")
        body = "void f()\n{\n" + "    g();\n" * 71 + "}\n"
        self.assertIn("71 lines", sentences("core/base/a.cpp", body))
        body = 'void f()\n{\n    g(R"(' + "\n" * 71 + ')");\n}\n'
        self.assertEqual(sentences("core/base/a.cpp", body), "")

    def test_names_that_say_nothing(self):
        self.assertIn("responsible", sentences("core/base/a.cpp", "class SaleManager {\n};\n"))
        self.assertIn("responsible", sentences("core/base/a.cpp", "namespace DateUtils {\n}\n"))
        self.assertIn("strangers", sentences("core/base/string_utils.cpp", "int a;\n"))
        self.assertEqual(sentences("core/base/a.cpp", "class QNetworkAccessManager;\n"), "")

    def test_promises_for_later(self):
        self.assertIn("promise", sentences("core/base/a.cpp", "// TO" "DO: later\n"))

    def test_headers_guard_themselves(self):
        self.assertIn("#pragma once", sentences("core/base/a.h", "int a;\n"))

    def test_whole_modules_and_relative_paths(self):
        self.assertIn("module", sentences("ui/a.cpp", "#include <QtWidgets>\n"))
        self.assertIn("from the top", sentences("ui/a.cpp", '#include "../b.h"\n'))


class Habits(unittest.TestCase):
    def test_sql_is_written_in_storage_only(self):
        body = 'auto a = "SELECT id FROM entry";\n'
        self.assertIn("SQL", sentences("core/services/sales.cpp", body))
        self.assertIn("SQL", sentences("app/cli/main.cpp", 'f(R"(DELETE FROM entry)");\n'))
        self.assertEqual(sentences("core/storage/journal.cpp", body), "")
        self.assertEqual(sentences("tests/core/test_journal.cpp", body), "")
        self.assertEqual(sentences("ui/a.cpp", 'tr("Select a seat from the plan")\n'), "")
        self.assertEqual(sentences("ui/a.cpp", '// as in "SELECT id"\n'), "")

    def test_no_event_loop_inside_a_function_of_a_screen(self):
        self.assertIn("nested", sentences("ui/a.cpp", "void f() { dialog.exec(); }\n"))
        self.assertIn("nested", sentences("ui/a.cpp", "QEventLoop loop;\n"))
        self.assertEqual(sentences("app/desktop/main.cpp", "return application.exec();\n"), "")

    def test_qt_keywords(self):
        self.assertIn("Q_EMIT", sentences("ui/a.cpp", "emit sold();\n"))
        self.assertIn("Q_EMIT", sentences("ui/a.h", "#pragma once\npublic slots:\n"))
        self.assertEqual(sentences("ui/a.h", "#pragma once\npublic Q_SLOTS:\n"), "")

    def test_a_property_whose_answer_is_thrown_away(self):
        path, call = "tests/core/test_a.cpp", 'rc::check("holds", [] {\n    RC_ASSERT(true);\n})'
        for before in ("void f()\n{\n    ", "g();\n    ", "if (a) {\n}\n", "{ (void)"):
            self.assertIn("Nobody hears", sentences(path, f"{before}{call};\n"))
        for before, after in (("    QVERIFY(", ")"), ("    QVERIFY(\n        ", ")"),
                              ("const bool holds = ", ""), ("return ", "")):
            self.assertEqual(sentences(path, f"g();\n{before}{call}{after};\n"), "")
        self.assertEqual(sentences(path, f"// as in\n// {call[:20]}\n"), "")

    def test_literals_and_comments_are_told_apart(self):
        text = CppText('auto a = "// no comment"; // a "comment"\nauto b = R"x("quoted)" ) )x";\n')
        self.assertEqual([piece.text for piece in text.comments], ['// a "comment"'])
        self.assertEqual([(piece.line, piece.text) for piece in text.strings],
                         [(1, '"// no comment"'), (2, 'R"x("quoted)" ) )x"')])


if __name__ == "__main__":
    unittest.main()
