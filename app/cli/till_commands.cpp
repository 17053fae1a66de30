// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/json_forms.h"
#include "app/cli/run.h"
#include "app/cli/sale_words.h"
#include "app/cli/session.h"
#include "app/cli/text_forms.h"
#include "core/documents/drawing/drawing_output.h"
#include "core/documents/till/till_document.h"
#include "core/domain/sales/order_code.h"
#include "core/services/cash_rounding.h"
#include "core/services/counter.h"
#include "core/services/drawers.h"
#include "core/services/offer_cache.h"
#include "core/services/testing_house.h"
#include "core/services/till.h"
#include "core/services/till_reports.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <charconv>

namespace foyer::cli {
namespace {

std::string plain(std::int64_t minor, Currency currency)
{
    return toPlainText(Money{minor, currency});
}

Result<CashCount> readCount(const std::string& amount, const std::string& coins, Currency currency)
{
    if (coins.empty()) {
        const auto money = parseMoney(amount.empty() ? "0" : amount, currency);
        return money ? Result<CashCount>{CashCount{money->minor(), {}}} : money.error();
    }
    std::vector<CoinCount> counted;
    for (const std::string& part : listed(coins)) {
        const std::size_t equals = part.find('=');
        const auto worth = parseMoney(part.substr(0, equals), currency);
        std::int64_t count = -1;
        const std::string number = equals == std::string::npos ? "" : part.substr(equals + 1);
        const auto read = std::from_chars(number.data(), number.data() + number.size(), count);
        if (!worth || read.ec != std::errc{} || read.ptr != number.data() + number.size()) {
            return usageError("bad_count",
                              "Write the coins as worth=how many, such as 50.00=2,0.50=7.",
                              "coins");
        }
        counted.push_back({worth->minor(), count});
    }
    return countOf(std::move(counted));
}

Json shiftForm(const Shift& shift)
{
    Json form{{"id", shift.id.text()},
              {"label", shift.label},
              {"counter", shift.counter},
              {"drawer", shift.drawerName},
              {"clerk", shift.clerkName},
              {"opened_at", toRfc3339(shift.openedAt)},
              {"currency", std::string{shift.currency.code()}},
              {"float", plain(shift.cash.total, shift.currency)},
              {"z", nullptr}};
    if (const auto& z = shift.z) {
        form["z"] = Json{{"label", z->label},
                         {"number", z->number},
                         {"closed_at", toRfc3339(z->closedAt)},
                         {"counted", plain(z->counted.total, shift.currency)},
                         {"expected", plain(z->expected, shift.currency)},
                         {"difference", plain(z->difference, shift.currency)},
                         {"grand_total", plain(z->grandTotal, shift.currency)},
                         {"journal_head", z->headHash}};
    }
    return form;
}

Json figureForm(const TillFigure& figure, Currency currency)
{
    return Json{{"group", std::string{figureGroupName(figure.key.group)}},
                {"name", figure.key.name},
                {"count", figure.count},
                {"amount", plain(figure.amount, currency)},
                {"tax", plain(figure.tax, currency)}};
}

Result<Answer> answerWithReport(Counter& counter, const ShiftReport& report, const std::string& pdf)
{
    Json figures = Json::array();
    for (const TillFigure& figure : report.figures) {
        figures.push_back(figureForm(figure, report.shift.currency));
    }
    Json form = shiftForm(report.shift);
    form["expected"] =
        report.expected ? Json(plain(*report.expected, report.shift.currency)) : Json(nullptr);
    form["figures"] = figures;
    std::vector<std::vector<std::string>> cells;
    for (const TillRow& row : tillRows(report)) {
        cells.emplace_back(row.begin(), row.end());
    }
    if (!pdf.empty()) {
        const auto& organizer = counter.offers().organizer();
        const auto pages =
            tillPages(report, nameOnReports(counter), organizer ? organizer->timeZone : "UTC");
        if (auto written = writePdf(pdf, tillTitle(report), pages); !written) {
            return std::move(written).error();
        }
        form["pdf"] = pdf;
    }
    return Answer{line(Json{{"shift", form}}), tillTitle(report) + "\n" + columns(cells), {}};
}

/// "method:cash", "turnover", "type:Adult": the figure of a report that is called so.
Result<FigureKey> figureNamed(const ShiftReport& report, const std::string& text)
{
    const std::size_t colon = text.find(':');
    const auto group = figureGroupNamed(text.substr(0, colon));
    const std::string name = colon == std::string::npos ? "" : text.substr(colon + 1);
    const auto found = std::ranges::find_if(report.figures, [&](const TillFigure& figure) {
        return figure.key.group == group && figure.key.name == name;
    });
    if (found == report.figures.end()) {
        return refused("unknown_figure",
                       "There is no figure " + text + " in this report. till show lists them.",
                       "figure");
    }
    return found->key;
}

Answer answerWithReceipts(const std::vector<TillReceipt>& receipts, Currency currency)
{
    Json list = Json::array();
    std::vector<std::vector<std::string>> cells;
    for (const TillReceipt& receipt : receipts) {
        const std::string code = receipt.code.empty() ? "" : displayOrderCode(receipt.code);
        list.push_back({{"at", toRfc3339(receipt.at)},
                        {"kind", receipt.kind},
                        {"order", code},
                        {"clerk", receipt.clerkName},
                        {"methods", receipt.methods},
                        {"note", receipt.note},
                        {"count", receipt.count},
                        {"amount", plain(receipt.amount, currency)}});
        cells.push_back({toRfc3339(receipt.at), receipt.kind, code, receipt.methods,
                         plain(receipt.amount, currency), receipt.note});
    }
    return {line(Json{{"receipts", list}}),
            cells.empty() ? "There are no receipts.\n" : columns(cells),
            {}};
}

Result<Answer> answerWithShift(const Result<Shift>& shift)
{
    if (!shift) {
        return shift.error();
    }
    return Answer{line(Json{{"shift", shiftForm(*shift)}}),
                  "Shift " + shift->label + " is open at " + shift->drawerName + ".\n",
                  {}};
}

} // namespace

Result<Answer> run(const TillOpenCommand& command, Session& session)
{
    auto counter = session.open();
    if (!counter) {
        return std::move(counter).error();
    }
    auto cash = readCount(command.amount, command.coins, houseCurrency(**counter));
    if (!cash) {
        return std::move(cash).error();
    }
    ShiftStart start{.drawer = std::nullopt, .cash = *std::move(cash)};
    if (!command.drawer.empty()) {
        const auto list = drawers(**counter);
        if (!list) {
            return list.error();
        }
        const auto found = std::ranges::find(*list, command.drawer, &Drawer::name);
        if (found == list->end()) {
            return unknownDrawer();
        }
        start.drawer = found->id;
    }
    return answerWithShift(startShift(**counter, start));
}

Result<Answer> run(const TillMoveCommand& command, Session& session)
{
    auto counter = session.open();
    if (!counter) {
        return std::move(counter).error();
    }
    const Currency currency = houseCurrency(**counter);
    const auto amount = parseMoney(command.amount, currency);
    if (!amount) {
        return amount.error();
    }
    if (auto moved = moveCash(**counter, command.kind, amount->minor(), command.reason); !moved) {
        return std::move(moved).error();
    }
    return Answer{line(Json{{"moved",
                             {{"kind", std::string{cashMoveName(command.kind)}},
                              {"amount", toPlainText(*amount)},
                              {"reason", command.reason}}}}),
                  "Noted.\n",
                  {}};
}

Result<Answer> run(const TillShowCommand& command, Session& session)
{
    auto counter = session.open();
    if (!counter) {
        return std::move(counter).error();
    }
    const auto shift = shiftNamed(**counter, command.shift);
    if (!shift) {
        return shift.error();
    }
    const auto report = shiftReport(**counter, *shift);
    if (!report) {
        return report.error();
    }
    if (!command.receipts && command.figure.empty()) {
        return answerWithReport(**counter, *report, command.pdf);
    }
    std::optional<FigureKey> figure;
    if (!command.figure.empty()) {
        const auto named = figureNamed(*report, command.figure);
        if (!named) {
            return named.error();
        }
        figure = *named;
    }
    const auto receipts = tillReceipts(**counter, *shift, figure);
    if (!receipts) {
        return receipts.error();
    }
    return answerWithReceipts(*receipts, report->shift.currency);
}

Result<Answer> run(const TillCountCommand& command, Session& session)
{
    auto counter = session.open();
    if (!counter) {
        return std::move(counter).error();
    }
    if (command.amount.empty() && command.coins.empty()) {
        return usageError("count_missing", "Say what was counted: an amount, or --coins.", "count");
    }
    const Currency currency = houseCurrency(**counter);
    const auto count = readCount(command.amount, command.coins, currency);
    if (!count) {
        return count.error();
    }
    const auto shift = shiftNamed(**counter, command.shift);
    if (!shift) {
        return shift.error();
    }
    if (command.closes) {
        const auto report = closeShift(**counter, *shift, *count);
        return report ? answerWithReport(**counter, *report, command.pdf) : report.error();
    }
    const auto check = countDrawer(**counter, *shift, *count);
    if (!check) {
        return check.error();
    }
    Json form{{"counted", plain(check->counted, currency)},
              {"agrees", check->agrees},
              {"expected", nullptr},
              {"difference", nullptr}};
    std::string text = check->agrees ? "The count agrees with the shift."
                                     : "The count is not what the shift says. Count again.";
    if (check->expected) {
        const std::string difference = plain(check->counted - *check->expected, currency);
        form["expected"] = plain(*check->expected, currency);
        form["difference"] = difference;
        text += " Difference " + difference;
    }
    return Answer{line(Json{{"count", form}}), text + "\n", {}};
}

Result<Answer> run(const TillListCommand& /*command*/, Session& session)
{
    auto counter = session.open();
    if (!counter) {
        return std::move(counter).error();
    }
    const auto list = shifts(**counter);
    if (!list) {
        return list.error();
    }
    Json forms = Json::array();
    std::vector<std::vector<std::string>> cells;
    for (const Shift& shift : *list) {
        forms.push_back(shiftForm(shift));
        cells.push_back({shift.label, shift.z ? shift.z->label : "open", shift.counter,
                         shift.drawerName, shift.clerkName, toRfc3339(shift.openedAt)});
    }
    return Answer{line(Json{{"shifts", forms}}),
                  cells.empty() ? "There was no shift yet.\n" : columns(cells),
                  {}};
}

Result<Answer> run(const TillDrawersCommand& command, Session& session)
{
    auto counter = session.open();
    if (!counter) {
        return std::move(counter).error();
    }
    if (!command.add.empty()) {
        if (const auto added = addDrawer(**counter, command.add); !added) {
            return added.error();
        }
    }
    const auto list = drawers(**counter);
    if (!list) {
        return list.error();
    }
    Json forms = Json::array();
    std::string text;
    for (const Drawer& drawer : *list) {
        forms.push_back({{"id", drawer.id.text()}, {"name", drawer.name}});
        text += drawer.name + "\n";
    }
    return Answer{line(Json{{"drawers", forms}}), text.empty() ? "No drawer yet.\n" : text, {}};
}

Result<Answer> run(const TillRoundingCommand& command, Session& session)
{
    auto counter = session.open();
    if (!counter) {
        return std::move(counter).error();
    }
    std::int64_t step = command.step == "none" ? 1 : 0;
    if (command.step != "none" && command.step != "coins") {
        const auto amount = parseMoney(command.step, houseCurrency(**counter));
        if (!amount) {
            return amount.error();
        }
        step = amount->minor();
    }
    if (auto set = setCashStep(**counter, step); !set) {
        return std::move(set).error();
    }
    const std::string now = plain(cashStep(**counter), houseCurrency(**counter));
    return Answer{line(Json{{"cash_step", now}}), "Cash is rounded to " + now + ".\n", {}};
}

} // namespace foyer::cli
