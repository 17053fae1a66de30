// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/documents/payouts/csv_text.h"
#include "core/documents/tables/table_reader.h"
#include "core/domain/tables/column_mapping.h"
#include "core/services/customer_import.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <fstream>
#include <rapidcheck.h>
#include <sys/resource.h>

using namespace foyer;

namespace {

ReadBytes bytesOf(std::string text, std::size_t atOnce = 65'536)
{
    return [text = std::move(text), atOnce,
            at = std::size_t{0}](std::span<char> out) mutable -> Result<std::size_t> {
        const std::size_t count = std::min({out.size(), atOnce, text.size() - at});
        std::copy_n(text.data() + at, count, out.data());
        at += count;
        return count;
    };
}

using Cells = std::vector<std::vector<std::string>>;

std::vector<TableRow> rowsOf(const ReadBytes& read, const TableForm& form)
{
    TableReader reader{read, form};
    std::vector<TableRow> rows;
    while (auto row = reader.next().value()) {
        rows.push_back(*std::move(row));
    }
    return rows;
}

Cells cellsOf(const std::string& text)
{
    const TableForm form = detectTableForm(bytesOf(text)).value();
    Cells cells;
    for (const TableRow& row : rowsOf(bytesOf(text), form)) {
        cells.push_back(row.cells);
    }
    return cells;
}

std::string inUtf16(const std::u16string& text, bool isBig, bool hasMark)
{
    std::string bytes = !hasMark ? "" : isBig ? "\xFE\xFF" : "\xFF\xFE";
    for (const char16_t unit : text) {
        const auto high = static_cast<char>(unit >> 8);
        const auto low = static_cast<char>(unit & 0xff);
        bytes += isBig ? high : low;
        bytes += isBig ? low : high;
    }
    return bytes;
}

/// What Python's csv module reads, as lines "a\x1fb\x1e".
QByteArray readByPython(const QString& file, char separator)
{
    const QString script = QStringLiteral(
        "import csv, sys\n"
        "csv.field_size_limit(1 << 30)\n"
        "with open(sys.argv[1], newline='', encoding='utf-8') as file:\n"
        "    for row in csv.reader(file, delimiter=sys.argv[2]):\n"
        "        if row:\n"
        "            sys.stdout.buffer.write(('\x1f'.join(row) + '\x1e').encode())\n");
    QProcess python;
    python.start(QStringLiteral("python3"),
                 {QStringLiteral("-c"), script, file, QString{QLatin1Char{separator}}});
    python.waitForFinished();
    return python.exitCode() == 0 ? python.readAllStandardOutput() : QByteArray{"failed"};
}

} // namespace

class TableReaderTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void rowsAreReadAsRfc4180HasThem()
    {
        const std::string text =
            "name,note\r\n\"Lovelace, Ada\",\"says \"\"hi\"\"\nin two lines\"\r\n"
            "\r\nBea,\n";
        const auto rows = rowsOf(bytesOf(text, 1), {});
        QCOMPARE(rows.size(), std::size_t{3});
        QVERIFY(rows[1].cells ==
                (std::vector<std::string>{"Lovelace, Ada", "says \"hi\"\nin two lines"}));
        QVERIFY(rows[2].cells == (std::vector<std::string>{"Bea", ""}));
        QCOMPARE(rows[1].line, std::size_t{2});
        QCOMPARE(rows[2].line, std::size_t{5});
    }

    void theSeparatorAndTheEncodingAreFound()
    {
        const auto formOf = [](const std::string& text) {
            return detectTableForm(bytesOf(text, 7)).value();
        };
        QVERIFY(formOf("a;b;c\n1,5;2;3\n") == (TableForm{TextEncoding::Utf8, ';'}));
        QVERIFY(formOf("a\tb\n") == (TableForm{TextEncoding::Utf8, '\t'}));
        QVERIFY(formOf("\"a;b;c\",d\n") == (TableForm{TextEncoding::Utf8, ','}));
        QVERIFY(formOf("") == TableForm{});
        QCOMPARE(formOf("M\xfcller,\x80\n").encoding, TextEncoding::Windows1252);
        // Also where the first bytes that are not UTF-8 come late.
        QCOMPARE(formOf(std::string(200'000, 'a') + "\xfc\n").encoding, TextEncoding::Windows1252);
        for (const bool isBig : {false, true}) {
            for (const bool hasMark : {false, true}) {
                QCOMPARE(formOf(inUtf16(u"name;email\nMüller;x\n", isBig, hasMark)).encoding,
                         isBig ? TextEncoding::Utf16Big : TextEncoding::Utf16Little);
            }
        }
    }

    void namesOfEveryScriptStayWhole()
    {
        const Cells expected{{"שרה כהן", "محمد علي", "Łukasz", "李小龍", "𝒵oë"}};
        QVERIFY(cellsOf("\xEF\xBB\xBFשרה כהן,محمد علي,Łukasz,李小龍,𝒵oë\n") == expected);
        const std::u16string wide = u"שרה כהן,محمد علي,Łukasz,李小龍,𝒵oë\r\n";
        QVERIFY(cellsOf(inUtf16(wide, false, true)) == expected);
        QVERIFY(cellsOf(inUtf16(wide, true, true)) == expected);
        QVERIFY(cellsOf("Gr\xf6\xdf"
                        "e,\x80"
                        "5\n") == (Cells{{"Größe", "€5"}}));
    }

    /// Python's csv module reads the same of any text.
    void pythonReadsTheSame()
    {
        QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("table.csv"));
        int run = 0;
        const bool holds = rc::check("the same rows", [&] {
            const char separator = *rc::gen::element(',', ';', '\t');
            const auto piece = rc::gen::element<std::string>("\"", "\"\"", "\n", "\r\n", "\r",
                                                             std::string(1, separator), "a", "é",
                                                             " ", "ש", "x\"y", "\"\n\"");
            std::string text;
            for (const auto& each : *rc::gen::container<std::vector<std::string>>(piece)) {
                text += each;
            }
            std::ofstream{file.toStdString(), std::ios::binary} << text;
            QByteArray ours;
            for (const TableRow& row :
                 rowsOf(bytesOf(text, 1 + static_cast<std::size_t>(run++ % 5)),
                        {TextEncoding::Utf8, separator})) {
                for (std::size_t i = 0; i < row.cells.size(); ++i) {
                    ours += (i > 0 ? "\x1f" : "") + QByteArray::fromStdString(row.cells[i]);
                }
                ours += '\x1e';
            }
            RC_ASSERT(ours == readByPython(file, separator));
        });
        QVERIFY(holds);
    }

    void whatIsNoTextSpoilsItsRowOnly()
    {
        const auto rows = rowsOf(bytesOf(std::string{"a,b\n\xff\xfe,c\nd,e\n"}),
                                 TableForm{TextEncoding::Utf8, ','});
        QCOMPARE(rows.size(), std::size_t{3});
        QCOMPARE(rows[1].fault, std::string{"bad_text"});
        QVERIFY(rows[1].cells.empty());
        QVERIFY(rows[2].cells == (std::vector<std::string>{"d", "e"}));
    }

    /// A line of 30 MB, and one of ten million cells, in memory that does not grow with them.
    void memoryIsBoundedWhateverTheFile()
    {
        const auto peak = [] {
            rusage usage{};
            getrusage(RUSAGE_SELF, &usage);
            return usage.ru_maxrss; // in KiB
        };
        const auto repeated = [](const std::string& first, char letter, std::size_t many,
                                 const std::string& last) -> ReadBytes {
            return [=, at = std::size_t{0}](std::span<char> out) mutable -> Result<std::size_t> {
                std::size_t count = 0;
                for (; count < out.size() && at < first.size() + many + last.size();
                     ++count, ++at) {
                    out[count] = at < first.size() ? first[at]
                        : at < first.size() + many ? letter
                                                   : last[at - first.size() - many];
                }
                return count;
            };
        };
        const auto before = peak();
        constexpr std::size_t kHuge = 30'000'000;
        const auto rows = rowsOf(repeated("a,b\n\"", 'x', kHuge, "\",c\nd,e\n"), {});
        QCOMPARE(rows.size(), std::size_t{3});
        QCOMPARE(rows[1].fault, std::string{"row_too_long"});
        QVERIFY(rows[2].cells == (std::vector<std::string>{"d", "e"}));
        const auto commas = rowsOf(repeated("a\n", ',', kHuge / 3, "\nd\n"), {});
        QCOMPARE(commas.at(1).fault, std::string{"row_too_long"});
        QVERIFY(peak() - before < 50'000);
    }

    void columnsAreProposedFromHeadersInEnglishAndGerman()
    {
        const auto proposed = [](const std::vector<std::string>& headers) {
            std::string said;
            const ColumnMapping mapping = proposeMapping(headers, customerTableFields());
            for (const auto& part : mapping.parts) {
                said += part.field + "=" + std::to_string(part.column + 1) + " ";
            }
            return said;
        };
        QCOMPARE(proposed({"Nachname", "Vorname", "E-Mail-Adresse", "PLZ", "Straße", "Ort"}),
                 std::string{"name=2 name=1 email=3 address=5 address=4 address=6 "});
        QCOMPARE(proposed({"Phone Number", "EMAIL", "Full name", "Newsletter", "Shoe size"}),
                 std::string{"name=3 email=2 phone=1 newsletter=4 "});
    }

    void whatAnExportPutBeforeAFormulaIsTakenAwayInEveryCell()
    {
        const ColumnMapping mapping{{{"phone", 0}, {"phone", 1}, {"name", 2}}};
        const auto said = [&](const std::string& first, const std::string& second,
                              const std::string& name) {
            const std::vector<std::string> written{first, second, name};
            return cellsOf("a,b,c\n" + csvText({written})).at(1);
        };
        const auto cells = said("+49 30 1", "+49 30 2", "=cmd()");
        QCOMPARE(mapping.valueOf("phone", cells, ", ").value(), std::string{"+49 30 1, +49 30 2"});
        QCOMPARE(mapping.valueOf("name", cells).value(), std::string{"=cmd()"});
        QCOMPARE(mapping.valueOf("name", said("", "", "'t Hooft")).value(),
                 std::string{"'t Hooft"});
    }

    void aRowThatCannotBeReadSaysWhy()
    {
        const auto rows = rowsOf(bytesOf(std::string{"a\n\xff\xfe\n"}),
                                 {.encoding = TextEncoding::Utf8, .separator = ','});
        QVERIFY(!faultOf(rows.at(0)));
        QCOMPARE(faultOf(rows.at(1)).value().code, std::string{"bad_text"});
        QCOMPARE(faultOf({9, {}, "row_too_long"}).value().code, std::string{"row_too_long"});
    }

    void aMappingIsChangedByNumberOrHeader()
    {
        const std::vector<std::string> headers{"Who", "Family", "Contact"};
        ColumnMapping mapping;
        QVERIFY(changeMapping(mapping, "email=3", headers, customerTableFields()));
        QVERIFY(changeMapping(mapping, "name=who+Family", headers, customerTableFields()));
        QCOMPARE(mapping.valueOf("name", {" Ada ", "Lovelace", "x"}).value(),
                 std::string{"Ada Lovelace"});
        QVERIFY(changeMapping(mapping, "email=", headers, customerTableFields()));
        QVERIFY(!mapping.has("email"));
        QCOMPARE(changeMapping(mapping, "shoe=1", headers, customerTableFields()).error().code,
                 std::string{"unknown_field"});
        QCOMPARE(changeMapping(mapping, "name=9", headers, customerTableFields()).error().code,
                 std::string{"unknown_column"});
        QCOMPARE(changeMapping(mapping, "name", headers, customerTableFields()).error().code,
                 std::string{"bad_mapping"});
    }
};

QTEST_GUILESS_MAIN(TableReaderTest)
#include "test_table_reader.moc"
