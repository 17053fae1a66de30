// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/in_and_out/export_port.h"
#include "ui/in_and_out/import_port.h"

#include <QCoreApplication>
#include <QTimer>

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace foyer::test {

/// Imports in memory. Answers come from the event loop; what is done is noted in `calls`.
class FakeImportPort final : public ui::OrderImportPort {
public:
    static ImportId id(std::uint8_t number)
    {
        return ImportId{Uuid{{0, 0, 0, 0, 0, 0, 0x70, 0, 0x80, 0, 0, 0, 0, 0, 0, number}}};
    }
    static PerformanceId date(std::uint8_t number) { return PerformanceId{id(number).uuid}; }
    void fill()
    {
        past = {{id(1), "pretix", "pretix.json", Instant{1'795'435'200'000}, "Ada", 1'240, 3'105,
                 true, false, 0},
                {id(2), "csv", "bestellungen.csv", Instant{1'795'335'200'000}, "Ada", 250, 250,
                 false, false, 0},
                {id(3), "csv", "alt.csv", Instant{1'795'135'200'000}, "Ada", 40, 60, true, true,
                 2}};
    }

    std::vector<std::string> formats() const override
    {
        return {"pretix", "pretix-csv", "eventbrite", "alfio", "csv"};
    }
    void look(const std::vector<std::string>& files, const std::string& format,
              Then<ui::OrderFilesShown> then) override
    {
        calls.push_back("look " + files.front() + " " + format);
        ui::OrderFilesShown shown;
        shown.files = files;
        shown.format = !format.empty()        ? format
            : files.front().ends_with("json") ? "pretix"
                                              : "csv";
        shown.bytes = 48'211;
        shown.isTable = shown.format != "pretix";
        if (shown.isTable) {
            shown.encoding = "UTF-8";
            shown.separator = ";";
            shown.headers = {"Bestellnummer", "Name",  "E-Mail",   "Stück",
                             "Kartenart",     "Preis", "Bemerkung"};
            shown.proposed.parts = {{"order", 0}, {"name", 1}, {"email", 2},
                                    {"event", 3}, {"type", 4}, {"price", 5}};
            shown.first = {
                {2, {"A-1", "Ada Lovelace", "ada@example.org", "Hamlet", "Adult", "12,00", ""}},
                {3,
                 {"A-2", "Grace Hopper", "grace@example.org", "Hamlet", "Child", "5,99", "Rampe"}}};
            shown.fields = {"order", "ordered",  "status", "event", "date",  "type", "category",
                            "seat",  "attendee", "name",   "email", "price", "code"};
        }
        answer<ui::OrderFilesShown>(shown, then);
    }
    void sample(const ui::OrderImportAsked& asked, Then<std::vector<ImportedOrder>> then) override
    {
        calls.push_back("sample " + text(asked));
        std::vector<ImportedOrder> orders(hasOrders ? 3 : 0);
        for (std::size_t i = 0; i < orders.size(); ++i) {
            orders[i].externalId = "A-" + std::to_string(i + 1);
            orders[i].where = "orders.csv, line " + std::to_string(i + 2);
            orders[i].currency = "EUR";
            orders[i].customer.name = i == 0 ? "Ada Lovelace" : "Grace Hopper";
            ImportedTicket ticket;
            ticket.event = "Hamlet";
            ticket.type = "Adult";
            ticket.gross = 1'200;
            orders[i].tickets = {ticket, ticket};
        }
        if (hasOrders) {
            orders[1].state = ImportedOrder::State::Pending;
            orders[2].fault = badInput("bad_amount", "\"ten\" is no amount.", "price");
        }
        answer<std::vector<ImportedOrder>>(orders, then);
    }
    void choices(Then<ui::ImportChoices> then) override
    {
        answer<ui::ImportChoices>({{{date(1), "Hamlet", Instant{1'795'535'200'000},
                                     "Europe/Berlin"}},
                                   {"Playhouse", "Studio"},
                                   "Europe/Berlin"},
                                  then);
    }
    void run(const ui::OrderImportAsked& asked, bool isTry, Progress progress,
             Then<OrderImportReport> then) override
    {
        calls.push_back((isTry ? "try " : "import ") + text(asked));
        told = std::move(progress);
        m_then = [this, then, isTry](bool isStopped) {
            OrderImportReport report{.id = id(9)};
            report.orders = 1'240;
            report.added = isStopped ? 300 : 1'200;
            report.tickets = 3'000;
            report.leftOut = 38;
            report.refused = 2;
            report.seatsTaken = 1;
            report.money["EUR"] = 3'600'000;
            report.customers = 900;
            Error taken = refused("seat_taken", "A 3 was sold.", "items[0]");
            taken.facts = {"A 3"};
            Error unknown = refused("unknown_type", "There is no type.", "type");
            unknown.facts = {"Pensioner"};
            report.refusals = {{"orders.csv, line 12", taken}, {"orders.csv, line 81", unknown}};
            report.isStopped = isStopped;
            if (!isTry && !refusal) {
                past.insert(past.begin(),
                            {id(9), "csv", "orders.csv", Instant{1'795'445'200'000}, "Ada", 1'200,
                             3'000, !isStopped, false, 0});
            }
            answer<OrderImportReport>(report, then);
        };
        if (!isHeld) {
            std::exchange(m_then, {})(false);
        }
    }
    /// What is held goes on to its end.
    void letGo()
    {
        if (const auto then = std::exchange(m_then, {})) {
            then(false);
        }
    }
    void imports(Then<std::vector<OrderImport>> then) override
    {
        answer<std::vector<OrderImport>>(past, then);
    }
    void undo(ImportId import, Progress progress, Then<OrderImportUndone> then) override
    {
        calls.push_back("undo " + std::to_string(import.uuid.bytes().back()));
        progress({200, 0});
        for (OrderImport& each : past) {
            each.isUndone = each.isUndone || (each.id == import && !refusal);
        }
        answer<OrderImportUndone>({.voided = 1'238, .kept = 2, .keptOrders = {"ABC12", "DEF34"}},
                                  then);
    }
    void cancel() override
    {
        calls.emplace_back("cancel");
        if (const auto then = std::exchange(m_then, {})) {
            then(true);
        }
    }

    std::vector<OrderImport> past;
    std::optional<Error> refusal;
    std::vector<std::string> calls;
    Progress told;
    bool hasOrders = true;
    bool isHeld = false;

private:
    static std::string text(const ui::OrderImportAsked& asked)
    {
        std::string said = asked.format;
        for (const ColumnMapping::Part& part :
             asked.mapping ? asked.mapping->parts : std::vector<ColumnMapping::Part>{}) {
            said += " " + part.field + "=" + std::to_string(part.column);
        }
        said += asked.makeMissing ? " make " + asked.venue : "";
        said += asked.performance ? " date" : "";
        return said + (asked.continues.isNil() ? "" : " continues");
    }
    template <typename T>
    void answer(const T& value, Then<T> then)
    {
        QTimer::singleShot(0, QCoreApplication::instance(), [value, then, refusal = refusal] {
            refusal ? then(*refusal) : then(value);
        });
    }

    std::function<void(bool)> m_then;
};

class FakeExportPort final : public ui::ExportPort {
public:
    void run(const ui::ExportAsked& asked, Progress progress, Then<ui::ExportedShown> then) override
    {
        using What = ui::ExportAsked::What;
        calls.push_back(std::string{asked.what == What::Everything    ? "everything"
                                        : asked.what == What::Journal ? "journal"
                                                                      : "calendars"} +
                        " " + asked.folder + (asked.isCsv ? " csv" : " jsonl") +
                        (asked.hasPersons ? " persons" : "") + " " + asked.fromDay + " " +
                        asked.untilDay);
        progress({"orders", 12'000});
        m_then = [this, then, folder = asked.folder](const std::optional<Error>& fault) {
            const ui::ExportedShown shown{
                folder, {{"events.csv", 12}, {"orders.csv", 12'345}, {"playhouse.ics", 0}}};
            const auto said = fault ? fault : refusal;
            QTimer::singleShot(0, QCoreApplication::instance(),
                               [then, shown, said] { said ? then(*said) : then(shown); });
        };
        if (!isHeld) {
            std::exchange(m_then, {})({});
        }
    }
    void cancel() override
    {
        calls.emplace_back("cancel");
        if (const auto then = std::exchange(m_then, {})) {
            then(refused("cancelled", "The export was stopped."));
        }
    }

    std::vector<std::string> calls;
    std::optional<Error> refusal;
    bool isHeld = false;

private:
    std::function<void(const std::optional<Error>&)> m_then;
};

} // namespace foyer::test
