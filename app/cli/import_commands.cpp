// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/json_forms.h"
#include "app/cli/run.h"
#include "app/cli/session.h"
#include "app/cli/text_forms.h"
#include "app/imports/order_files.h"
#include "core/services/catalogue.h"
#include "core/services/counter.h"
#include "core/services/order_import.h"

#include <nlohmann/json.hpp>

namespace foyer::cli {
namespace {

constexpr std::size_t kRefusalsPrinted = 20;

Result<ImportId> orderImportNamed(const std::string& id)
{
    const auto uuid = Uuid::fromText(id);
    return uuid ? Result<ImportId>{ImportId{*uuid}}
                : usageError("bad_import", "Say the whole id of the import; import list shows it.");
}

Json orderImportReportForm(const OrderImportReport& report)
{
    Json money = Json::object();
    for (const auto& [currency, minor] : report.money) {
        money[currency] = toPlainText(Money{minor, *Currency::fromCode(currency)});
    }
    Json refusals = Json::array();
    for (const OrderRefusal& each : report.refusals) {
        refusals.push_back(
            {{"where", each.where}, {"code", each.why.code}, {"message", each.why.message}});
    }
    return {{"id", report.id.text()},
            {"orders", report.orders},
            {"added", report.added},
            {"tickets", report.tickets},
            {"admitted", report.admitted},
            {"customers", report.customers},
            {"known", report.known},
            {"left_out", report.leftOut},
            {"refused", report.refused},
            {"seats_taken", report.seatsTaken},
            {"money", money},
            {"events_made", report.eventsMade},
            {"refusals", refusals},
            {"stopped", report.isStopped}};
}

std::string orderImportReportText(const OrderImportReport& report)
{
    std::string text = std::to_string(report.orders) +
        " orders read: " + std::to_string(report.added) + " new with " +
        std::to_string(report.tickets) + " tickets, " + std::to_string(report.known) + " known, " +
        std::to_string(report.leftOut) + " pending or cancelled, " +
        std::to_string(report.refused) + " refused (" + std::to_string(report.seatsTaken) +
        " for a seat).\n";
    for (const auto& [currency, minor] : report.money) {
        text += "Paid there: " + moneyText(Money{minor, *Currency::fromCode(currency)}) + "\n";
    }
    for (const std::string& each : report.eventsMade) {
        text += "New event: " + each + "\n";
    }
    for (std::size_t i = 0; i < std::min(report.refusals.size(), kRefusalsPrinted); ++i) {
        text += "  " + report.refusals[i].where + ": " + report.refusals[i].why.message + "\n";
    }
    if (report.refused > kRefusalsPrinted) {
        text += "  and " + std::to_string(report.refused - kRefusalsPrinted) + " more\n";
    }
    return text;
}

Result<OrderImportTerms> importTermsFrom(Counter& counter, const ImportOrdersCommand& command)
{
    OrderImportTerms terms{.continues = {},
                           .makeMissing = command.makeMissing,
                           .venue = command.venue,
                           .performance = {},
                           .goOn = {}};
    if (!command.performance.empty()) {
        const auto performance = performanceNamed(counter, command.performance);
        if (!performance) {
            return performance.error();
        }
        terms.performance = *performance;
    }
    if (!command.continues.empty()) {
        const auto id = orderImportNamed(command.continues);
        if (!id) {
            return id.error();
        }
        terms.continues = *id;
    }
    return terms;
}

} // namespace

Result<Answer> run(const ImportOrdersCommand& command, Session& session)
{
    auto counter = session.open();
    if (!counter) {
        return std::move(counter).error();
    }
    const auto terms = importTermsFrom(**counter, command);
    if (!terms) {
        return terms.error();
    }
    const auto source =
        app::ordersFrom(command.files, command.from, command.map, app::orderReadingIn(**counter));
    if (!source) {
        return source.error();
    }
    const auto report = command.dryRun ? checkOrderImport(**counter, *source, *terms)
                                       : importOrders(**counter, *source, *terms);
    if (!report) {
        return report.error();
    }
    return Answer{line(Json{{"source", source->name},
                            {"dry_run", command.dryRun},
                            {"import", orderImportReportForm(*report)}}),
                  orderImportReportText(*report) +
                      (command.dryRun ? "Nothing was changed.\n"
                                      : "Import " + report->id.text() + "\n"),
                  {}};
}

Result<Answer> run(const ImportListCommand&, Session& session)
{
    auto counter = session.open();
    if (!counter) {
        return std::move(counter).error();
    }
    const auto imports = orderImports(**counter);
    if (!imports) {
        return imports.error();
    }
    Json forms = Json::array();
    std::vector<std::vector<std::string>> cells;
    for (const OrderImport& each : *imports) {
        const char* state = each.isUndone ? "undone" : each.isEnded ? "done" : "interrupted";
        forms.push_back({{"id", each.id.text()},
                         {"source", each.source},
                         {"title", each.title},
                         {"at", toRfc3339(each.at)},
                         {"by", each.by},
                         {"orders", each.orders},
                         {"tickets", each.tickets},
                         {"state", state},
                         {"kept", each.kept}});
        cells.push_back({each.id.text(), toRfc3339(each.at), each.source, each.title,
                         std::to_string(each.orders) + " orders", state});
    }
    return Answer{line(Json{{"imports", forms}}),
                  cells.empty() ? "No orders were imported yet.\n" : columns(cells),
                  {}};
}

Result<Answer> run(const ImportUndoCommand& command, Session& session)
{
    auto counter = session.open();
    if (!counter) {
        return std::move(counter).error();
    }
    const auto id = orderImportNamed(command.import);
    const auto undone =
        id ? undoOrderImport(**counter, *id) : Result<OrderImportUndone>{id.error()};
    if (!undone) {
        return undone.error();
    }
    std::string text = std::to_string(undone->voided) + " orders taken back, " +
        std::to_string(undone->kept) + " kept: they were used since.\n";
    for (const std::string& each : undone->keptOrders) {
        text += "  " + each + "\n";
    }
    return Answer{line(Json{{"voided", undone->voided},
                            {"kept", undone->kept},
                            {"kept_orders", undone->keptOrders}}),
                  text,
                  {}};
}

} // namespace foyer::cli
