// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/documents/imports/order_recognition.h"
#include "core/documents/imports/order_table.h"
#include "core/documents/imports/pretix_orders.h"

#include <QDir>
#include <QFile>
#include <QTest>

#include <algorithm>
#include <map>
#include <rapidcheck.h>

using namespace foyer;

namespace {

using State = ImportedOrder::State;

ImportFile fileOf(std::string text, std::string name = "file")
{
    return {std::move(name), [text = std::move(text)]() -> Result<ReadBytes> {
                return ReadBytes{[text, at = std::size_t{0}](
                                     std::span<char> out) mutable -> Result<std::size_t> {
                    const std::size_t count = std::min(out.size(), text.size() - at);
                    std::copy_n(text.data() + at, count, out.data());
                    at += count;
                    return count;
                }};
            }};
}

/// So many times the same bytes, and what stands before them.
ImportFile endless(std::string begin, std::string again, std::size_t bytes)
{
    return {"endless", [=]() -> Result<ReadBytes> {
                return ReadBytes{[=, at = std::size_t{0}](
                                     std::span<char> out) mutable -> Result<std::size_t> {
                    std::size_t count = 0;
                    for (; count < out.size() && at < bytes; ++count, ++at) {
                        out[count] = at < begin.size() ? begin[at]
                                                       : again[(at - begin.size()) % again.size()];
                    }
                    return count;
                }};
            }};
}

/// All JSON files of a folder, by name.
std::vector<ImportFile> filesIn(const QString& folder)
{
    std::vector<ImportFile> files;
    for (const QFileInfo& each : QDir{folder}.entryInfoList({"*.json"}, QDir::Files, QDir::Name)) {
        QFile file{each.filePath()};
        if (!file.open(QIODevice::ReadOnly)) {
            qFatal("%s cannot be read", qPrintable(each.filePath()));
        }
        files.push_back(fileOf(file.readAll().toStdString(), each.fileName().toStdString()));
    }
    return files;
}

std::vector<ImportedOrder> allOf(const OrderSource& source)
{
    std::vector<ImportedOrder> orders;
    const auto read = source.read([&](ImportedOrder&& order) {
        orders.push_back(std::move(order));
        return true;
    });
    if (!read) {
        qFatal("%s", read.error().message.c_str());
    }
    return orders;
}

std::vector<ImportedOrder> tableOf(const std::string& text, OrderTableKind kind,
                                   const std::vector<std::string>& map = {})
{
    auto table = lookAtOrders(fileOf(text, "table.csv"), kind);
    if (!table) {
        qFatal("%s", table.error().message.c_str());
    }
    for (const std::string& each : map) {
        if (!changeMapping(table->mapping, each, table->headers, orderTableFields())) {
            qFatal("mapping %s", each.c_str());
        }
    }
    auto source = ordersIn(*std::move(table), kind, {"EUR"});
    if (!source) {
        qFatal("%s", source.error().message.c_str());
    }
    return allOf(*source);
}

std::string brief(const ImportedOrder& order)
{
    std::string text = order.externalId + " " + order.customer.name + "/" + order.customer.email;
    text += order.state == State::Paid ? " paid" : order.state == State::Pending ? " open" : " off";
    for (const ImportedTicket& each : order.tickets) {
        text += "; " + each.event + "|" +
            (each.startsAt ? std::to_string(each.startsAt->ms) : each.starts) + "|" + each.type +
            "|" + each.category + "|" + each.seat + "|" + each.attendee + "|" +
            std::to_string(each.gross) + "|" + each.code + (each.isCancelled ? "|off" : "") +
            (each.isCheckedIn ? "|in" : "");
    }
    for (const ImportedFee& fee : order.fees) {
        text += "; fee " + fee.text + " " + std::to_string(fee.gross);
    }
    return text + (order.fault ? "; " + order.fault->code : "");
}

std::string codeOfReading(const Result<OrderSource>& source)
{
    if (!source) {
        return source.error().code;
    }
    const auto read = source->read([](ImportedOrder&&) { return true; });
    return read ? "done" : read.error().code;
}

constexpr const char* kPretix = R"({"event": {"slug": "play", "name": {"de": "Der Sturm",
 "en": "The Tempest"}, "date_from": "2026-12-01T19:30:00+01:00", "currency": "EUR",
 "items": [{"id": 1, "name": {"en": "Adult"}, "default_price": "23.00", "admission": true,
   "variations": [{"id": 7, "value": {"en": "Stalls"}}]},
  {"id": 2, "name": "Programme", "default_price": 5, "admission": false, "variations": []}],
 "orders": [{"code": "ABC10", "status": "p", "locale": "de", "email": "a@example.org",
   "datetime": "2026-11-01T00:00:55Z", "phone": null, "unknown": {"deep": [1, {"er": 2}]},
   "positions": [{"item": 1, "variation": 7, "price": "23.00", "attendee_name": "Ada",
      "secret": "s1", "tax_rate": "7.00", "tax_value": "1.50", "seat": {"name": "A-4"},
      "checkins": [{"list": 1, "type": "entry"}]},
     {"item": 1, "variation": null, "price": 12.5, "secret": "s2", "canceled": true},
     {"item": 2, "price": "5.00"}, {"item": 99, "price": "0.00", "secret": "s3"}],
   "fees": [{"fee_type": "service", "value": "1.20", "tax_rate": "0", "tax_value": "0"}]},
  {"code": "ABC11", "status": "n", "positions": []},
  {"code": "ABC12", "status": "p", "testmode": true, "positions": []},
  {"code": "ABC13", "status": "p", "positions": [{"item": 1, "price": "1e99"}]}]}})";

} // namespace

class TestOrderFiles : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void pretixIsReadWithWhatItNamesByNumbers()
    {
        const auto source = pretixOrders({fileOf(kPretix)}, {"CHF"});
        QVERIFY(source.has_value());
        const auto orders = allOf(*source);
        QCOMPARE(orders.size(), std::size_t{4});
        const std::string when = std::to_string(1'796'149'800'000);
        QCOMPARE(brief(orders[0]).c_str(),
                 ("ABC10 /a@example.org paid; Der Sturm|" + when +
                  "|Adult|Stalls|A-4|Ada|2300|s1|in; Der Sturm|" + when +
                  "|Adult||||1250|s2|off; Der Sturm|" + when +
                  "|Item 99||||0|s3; fee Programme 500; fee service 120")
                     .c_str());
        QCOMPARE(orders[0].tickets[0].tax, std::optional<std::int64_t>{150});
        QCOMPARE(orders[0].tickets[0].taxRateMilliPercent, std::optional<std::int64_t>{7000});
        QCOMPARE(orders[0].currency.c_str(), "EUR");
        QCOMPARE(brief(orders[1]).c_str(), "ABC11 / open");
        QCOMPARE(brief(orders[2]).c_str(), "ABC12 / off");
        QCOMPARE(orders[3].fault->code.c_str(), "bad_amount");
        QCOMPARE(orders[3].where.c_str(), "file, order ABC13");
        QCOMPARE(allOf(*source), orders); // it can be read again
    }

    void ordersStandAloneInListsAndInAnswersOfTheApi()
    {
        const std::string order = R"({"code": "A1", "status": "p", "positions": [{"item": 3,)"
                                  R"( "price": "1.00"}]})";
        for (const std::string& text :
             {order, "[" + order + "]",
              R"({"count": 1, "next": null, "results": [)" + order + "]}"}) {
            const auto source =
                pretixOrders({fileOf(R"({"id": 3, "name": {"en": "Adult"}, "admission": true})"),
                              fileOf(text)},
                             {"EUR"});
            QVERIFY(source.has_value());
            const auto orders = allOf(*source);
            QCOMPARE(orders.size(), std::size_t{1});
            QCOMPARE(brief(orders[0]).c_str(), "A1 / paid; ||Adult||||100|");
        }
    }

    void answersOfPretixAreReadWithAllThatIsInThem()
    {
        const auto source =
            pretixOrders(filesIn(QStringLiteral(FOYER_SOURCE_DIR "/tests/data/pretix")), {"EUR"});
        QVERIFY(source.has_value());
        const auto orders = allOf(*source);
        QCOMPARE(orders.size(), std::size_t{3});
        const std::string night = "Die Möwe|" + std::to_string(1'796'407'200'000) + "|Vollpreis|";
        QCOMPARE(brief(orders[0]).c_str(),
                 ("MWE01 Olga Iwanowa/olga@example.org paid; " + night +
                  "Parkett|Reihe 3, Platz 7|Olga Iwanowa|2400|mw1stalls|in; " + night +
                  "Rang|||2400|mw1circle; fee Programmheft 400; fee service 150")
                     .c_str());
        QCOMPARE(brief(orders[1]).c_str(),
                 ("MWE02 /boris@example.org open; " + night + "Rang|||1800|mw2circle").c_str());
        QCOMPARE(
            brief(orders[2]).c_str(),
            ("MWE03 /kostja@example.org off; " + night + "Parkett|||2400|mw3stalls|off").c_str());
        QCOMPARE(orders[0].tickets[0].tax, std::optional<std::int64_t>{157});
    }

    void theSamplesOfPretixAreRead()
    {
        const QString samples = QStringLiteral(FOYER_SAMPLES);
        if (!QDir{samples + "/pretix/orders"}.exists()) {
            QSKIP("the sample files are not on this machine");
        }
        std::vector<ImportFile> files;
        for (const char* folder : {"orders", "items", "events"}) {
            std::ranges::move(filesIn(samples + "/pretix/" + folder), std::back_inserter(files));
        }
        const auto source = pretixOrders(std::move(files), {"EUR"});
        QVERIFY(source.has_value());
        const auto orders = allOf(*source);
        QCOMPARE(orders.size(), std::size_t{6});
        const auto first = std::ranges::find(orders, "VH3D3", &ImportedOrder::externalId);
        QVERIFY(first != orders.end());
        QCOMPARE(first->tickets.size(), std::size_t{1}); // the other two positions admit nobody
        QCOMPARE(first->tickets[0].event.c_str(), "Large Testevent 0");
        QCOMPARE(first->tickets[0].type.c_str(), "Regular ticket");
        QCOMPARE(first->tickets[0].code.c_str(), "kfndgffgyw4tdgcacx6bb3bgemq69cxj");
        QVERIFY(first->tickets[0].isCheckedIn);
        QVERIFY(
            std::ranges::none_of(orders, [](const auto& each) { return each.fault.has_value(); }));
    }

    void whatIsNoExportIsRefusedWithItsPlace()
    {
        const auto code = [](ImportFile file) {
            return codeOfReading(pretixOrders({std::move(file)}, {"EUR"}));
        };
        QCOMPARE(code(fileOf("")).c_str(), "json_syntax");
        QCOMPARE(code(fileOf("[{\"code\": ")).c_str(), "json_syntax");
        QCOMPARE(code(fileOf("[{\"code\": \"\xff\"}]")).c_str(), "json_syntax");
        QCOMPARE(code(fileOf("[1, null, [2], \"x\"]")).c_str(), "done");
        QCOMPARE(code(endless("", "[", 10'000'000)).c_str(), "json_too_deep");
        QCOMPARE(code(endless("[{\"a\": ", "[", 10'000'000)).c_str(), "json_too_deep");
        // Neither a text nor a record without end is kept in memory.
        QCOMPARE(code(endless("[\"", "a", std::size_t{1} << 30)).c_str(), "json_too_large");
        QCOMPARE(code(endless("[{\"a\": [", "1, ", std::size_t{1} << 30)).c_str(),
                 "json_too_large");
    }

    void aFileIsKnownByWhatStandsInIt()
    {
        const auto kind = [](const std::string& text) -> std::string {
            const auto found = recogniseOrders(fileOf(text, "orders.dat"));
            if (!found) {
                return found.error().code;
            }
            return found->table ? std::string{orderTableName(*found->table)} : "json";
        };
        QCOMPARE(kind("\xEF\xBB\xBF\n [{\"code\": 1}]").c_str(), "json");
        QCOMPARE(kind("{\"event\": {}}").c_str(), "json");
        QCOMPARE(kind("Event slug;Order code;Position ID;Price\na;b;1;2\n").c_str(), "pretix-csv");
        QCOMPARE(kind("Order #,Order Date,Attendee #,Ticket Type\n1,2,3,4\n").c_str(),
                 "eventbrite");
        QCOMPARE(kind("ID\tReservation ID\tPaid Price\n1\t2\t3\n").c_str(), "alfio");
        QCOMPARE(kind("Bestellnummer;Preis\n1;2\n").c_str(), "csv");
        QCOMPARE(kind("one line and nothing else").c_str(), "csv");
        QCOMPARE(kind("").c_str(), "file_empty");
        QCOMPARE(kind(" \r\n \n").c_str(), "file_empty");
        QCOMPARE(kind(std::string{"PK\x03\x04\x14\0\0", 7}).c_str(), "workbook");
        QCOMPARE(kind(std::string{"\x7f"
                                  "ELF\0\0\0 and letters enough after it",
                                  35})
                     .c_str(),
                 "not_a_table");
        std::string wide{"\xFF\xFE"};
        for (const char c : std::string{"Order code,Event slug\n1,2\n"}) {
            wide += c;
            wide += '\0';
        }
        QCOMPARE(kind(wide).c_str(), "pretix-csv");
    }

    void rowsOfAnOrderAreOneOrderWhereverTheyStand()
    {
        const auto orders = tableOf("Order code,Product,Price,Ticket secret\n"
                                    "A,Adult,10,a1\nB,Adult,10,b1\nA,Child,5,a2\n,Adult,1,x\n"
                                    ",Adult,2,\n,Adult,2,\n",
                                    OrderTableKind::Any);
        QCOMPARE(orders.size(), std::size_t{5});
        QCOMPARE(brief(orders[0]).c_str(), "B / paid; ||Adult||||1000|b1");
        QCOMPARE(brief(orders[1]).c_str(), "A / paid; ||Adult||||1000|a1; ||Child||||500|a2");
        QCOMPARE(orders[1].where.c_str(), "table.csv, line 2");
        // Who has no order number is known again by code or content.
        QVERIFY(orders[2].externalId.starts_with("ticket:"));
        QVERIFY(orders[3].externalId.starts_with("row:"));
        QVERIFY(orders[3].externalId != orders[4].externalId);
    }

    void tablesOfEventbriteAndAlfioAreUnderstood()
    {
        const auto bright = tableOf(
            "Order #,Order Date,First Name,Last Name,Email,Quantity,Ticket Type,Total Paid,"
            "Currency,"
            "Attendee Status,Event Name,Attendee #,Barcode #\n"
            "77,2026-10-01 12:00:00,Ada,Lovelace,a@example.org,2,Adult,25.01,GBP,Attending,"
            "Play,9,b9\n"
            "78,10/02/2026 1:30 PM,Bob,B,b@example.org,1,Adult,0.00,GBP,Checked In,Play,10,b10\n"
            "79,10/02/2026 1:30 PM,Eve,E,e@example.org,1,Adult,3.00,GBP,Not Attending,"
            "Play,11,b11\n",
            OrderTableKind::Eventbrite);
        QCOMPARE(bright.size(), std::size_t{3});
        QCOMPARE(brief(bright[0]).c_str(),
                 "77 / paid; Play||Adult|||Ada Lovelace|1251|b9; "
                 "Play||Adult|||Ada Lovelace|1250|b9");
        QCOMPARE(bright[0].currency.c_str(), "GBP");
        QCOMPARE(bright[1].placed.c_str(), "2026-10-02 13:30");
        QVERIFY(bright[1].tickets[0].isCheckedIn);
        QCOMPARE(bright[2].state, State::Cancelled);
        const auto alf = tableOf(
            "ID,Creation,Category,Event,Status,OriginalPrice,PaidPrice,Discount,VAT,ReservationID,"
            "Full Name,First Name,Last Name,E-Mail,Language\n"
            "t-1,2026-10-01T12:00:00Z,Early bird,conf,ACQUIRED,20,15.00,5,1.00,r-1,Ada L,Ada,L,"
            "a@example.org,de\n"
            "t-2,2026-10-01T12:00:00Z,Early bird,conf,CHECKED_IN,20,15.00,5,1.00,r-1,Bob L,Bob,L,"
            "b@example.org,de\n"
            "t-3,2026-10-01T12:00:00Z,Early bird,conf,TO_BE_PAID,20,15.00,5,1.00,r-2,C,C,L,,de\n",
            OrderTableKind::Alfio);
        QCOMPARE(alf.size(), std::size_t{2});
        QCOMPARE(brief(alf[0]).c_str(),
                 "r-1 / paid; conf||Early bird|||Ada L|1500|; "
                 "conf||Early bird|||Bob L|1500||in");
        QCOMPARE(alf[0].tickets[0].tax, std::optional<std::int64_t>{100});
        QCOMPARE(alf[1].state, State::Pending);
    }

    void germanTablesHaveTheirCommasUmlautsAndDates()
    {
        // "Größe" in Windows-1252, semicolons, decimal commas, a formula, a name from right to
        // left.
        const auto orders = tableOf("Bestellnummer;Veranstaltung;Datum;Uhrzeit;Kartenart;Preis;"
                                    "Nachname;Status\n"
                                    "1;F\xfcr Elise;28.11.2026;19:30 Uhr;Erwachsen;1.234,50 \x80;"
                                    "'=cmd();bezahlt\n",
                                    OrderTableKind::Any);
        QCOMPARE(orders.size(), std::size_t{1});
        QCOMPARE(brief(orders[0]).c_str(),
                 "1 =cmd()/ paid; Für Elise|2026-11-28 19:30|Erwachsen||||123450|");
        const auto hebrew = tableOf("Order,Type,Name\n1,Adult,שרה כהן\n", OrderTableKind::Any);
        QCOMPARE(hebrew[0].customer.name.c_str(), "שרה כהן");
        // What the headers do not say is said by hand.
        const auto said = tableOf("A,B\n1,Adult\n", OrderTableKind::Any, {"order=A", "type=B"});
        QCOMPARE(brief(said[0]).c_str(), "1 / paid; ||Adult||||0|");
    }

    void aRowThatCannotBeReadIsListedAndTheRestIsRead()
    {
        const auto orders = tableOf("Order,Type,Price,Date,Status\n1,Adult,ten,,\n2,Adult,1,soon,\n"
                                    "3,Adult,1,,perhaps\n4,Adult,-5,,\n5,Adult,1,2026-02-30,\n"
                                    "6,Adult,99999999999999999999,,\n7,Adult,1,,\n",
                                    OrderTableKind::Any);
        QCOMPARE(orders.size(), std::size_t{7});
        const std::vector<std::string> codes{"bad_amount", "bad_date", "bad_status", "", "bad_date",
                                             "bad_amount", ""};
        for (std::size_t i = 0; i < codes.size(); ++i) {
            QCOMPARE(orders[i].fault ? orders[i].fault->code.c_str() : "", codes[i].c_str());
        }
    }

    void amountsAreReadAsTablesWriteThem()
    {
        const Currency euro = *Currency::fromCode("EUR");
        const std::map<std::string, std::int64_t> amounts{{"12", 1200},
                                                          {"12.5", 1250},
                                                          {"12,50", 1250},
                                                          {"1.234,50", 123'450},
                                                          {"1,234.50", 123'450},
                                                          {"1'234.50", 123'450},
                                                          {"1.234", 123'400},
                                                          {"1,234", 123'400},
                                                          {"€ 3.00", 300},
                                                          {"3,00 EUR", 300},
                                                          {"-3.00", -300},
                                                          {"0", 0},
                                                          {"35.0000", 3500},
                                                          {"1.000.000", 100'000'000},
                                                          {".5", 50}};
        for (const auto& [text, minor] : amounts) {
            const auto read = importedAmount(text, euro);
            QVERIFY2(read.has_value(), text.c_str());
            QCOMPARE(*read, minor);
        }
        for (const char* text : {"", "x", "1.2345", "1e5", "99999999999999999999", "--", "."}) {
            QVERIFY2(!importedAmount(text, euro), text);
        }
        QCOMPARE(*importedAmount("500", *Currency::fromCode("JPY")), std::int64_t{500});
        QVERIFY(rc::check("what is written plainly is read as it is", [&] {
            const auto minor = *rc::gen::inRange<std::int64_t>(-10'000'000, 10'000'000);
            const auto read = importedAmount(toPlainText(Money{minor, euro}), euro);
            RC_ASSERT(read.has_value());
            RC_ASSERT(*read == minor);
        }));
    }

    void ratesOfTaxAreReadAsTablesShowThem()
    {
        const std::vector<std::pair<std::string, std::optional<std::int64_t>>> rates{
            {"19", 19'000},  {"7,5 %", 7'500},        {"19.00", 19'000},
            {"5.125", 5125}, {"100", 100'000},        {"0", 0},
            {"", {}},        {"101", std::nullopt},   {"-7", std::nullopt},
            {"much", {}},    {"5.1255", std::nullopt}};
        for (const auto& [text, rate] : rates) {
            QVERIFY2(importedRate(text) == rate, text.c_str());
        }
    }

    void timesAreInstantsOnlyWhereAZoneIsSaid()
    {
        const auto clock = [](const char* text) {
            const auto time = importedTime(text);
            return !time        ? std::string{"none"}
                : time->instant ? std::to_string(time->instant->ms)
                                : time->clock;
        };
        QCOMPARE(clock("2026-11-28T19:30:00Z").c_str(), "1795894200000");
        QCOMPARE(clock("2026-11-28T20:30:00.25+01:00").c_str(), "1795894200000");
        QCOMPARE(clock("2026-11-28 19:30:00").c_str(), "2026-11-28 19:30");
        QCOMPARE(clock("28.11.2026").c_str(), "2026-11-28");
        QCOMPARE(clock("28.11.26, 19.30 Uhr").c_str(), "2026-11-28 19:30");
        QCOMPARE(clock("11/28/2026 7:30 PM").c_str(), "2026-11-28 19:30");
        QCOMPARE(clock("28/11/2026 12:30 am").c_str(), "2026-11-28 00:30");
        for (const char* text : {"", "soon", "2026-13-01", "2026-02-30", "2026-11-28 25:00",
                                 "2026-11-28 19:30 Mars", "1/2", "0000-01-01"}) {
            QCOMPARE(clock(text).c_str(), "none");
        }
    }

    void anyTableIsReadToItsEnd()
    {
        QVERIFY(rc::check("whatever stands in the cells", [] {
            const auto cells =
                *rc::gen::container<std::vector<std::string>>(rc::gen::container<std::string>(
                    rc::gen::elementOf(std::string{"a1,;\"\n\r '=-./:"})));
            std::string text = "Order,Type,Price,Date\n";
            for (const std::string& each : cells) {
                text += each + ",";
            }
            for (const ImportedOrder& order : tableOf(text, OrderTableKind::Any)) {
                RC_ASSERT(!order.externalId.empty() || order.fault.has_value());
            }
        }));
    }
};

QTEST_GUILESS_MAIN(TestOrderFiles)
#include "test_order_files.moc"
