// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/services/till_reports.h"

#include "core/services/access_control.h"
#include "core/services/counter.h"
#include "core/services/guarded.h"
#include "core/services/till.h"
#include "core/services/till_reading.h"

#include <algorithm>

namespace foyer {
namespace {

constexpr std::size_t kLookedThrough = 1000; // for a label: three years of a busy counter

bool isOfSignedIn(Counter& counter, const StoredShift& stored)
{
    const auto& current = counter.access().current();
    return stored.opening.clerk == (current ? current->user : UserId{});
}

/// A shift that may be looked at, and whether what tells of its cash must not be seen.
struct Visible {
    StoredShift stored;
    bool blind = false;
};
Result<Visible> visible(Counter& counter, ShiftId id)
{
    AccessControl& access = counter.access();
    auto stored = readShift(counter.database(), counter.organizer(), id);
    if (access.may(Permission::ReadTillReports)) {
        return stored ? Result<Visible>{Visible{*std::move(stored), false}} : unknownShift();
    }
    const bool isOwn = stored && isOfSignedIn(counter, *stored);
    const Permission permission = isOwn ? Permission::RunShift : Permission::ReadTillReports;
    if (auto may = access.require(permission); !may) {
        return std::move(may).error();
    }
    if (!stored) {
        return unknownShift();
    }
    const bool blind = isOwn && !stored->closing;
    return Visible{*std::move(stored), blind};
}

/// The facts of one order's sale are one receipt; every other fact is one by itself.
TillReceipt& receiptFor(std::vector<TillReceipt>& receipts, const TillFact& fact)
{
    const bool isSale = fact.kind == kind::kOrderPlaced || fact.kind == kind::kPaymentTaken;
    const auto same = isSale ? std::ranges::find_if(receipts,
                                                    [&](const TillReceipt& receipt) {
                                                        return receipt.order == fact.order &&
                                                            (receipt.kind == kind::kOrderPlaced ||
                                                             receipt.kind == kind::kPaymentTaken);
                                                    })
                             : receipts.end();
    if (same != receipts.end()) {
        return *same;
    }
    receipts.push_back({.at = fact.at,
                        .kind = fact.kind,
                        .order = fact.order,
                        .code = fact.code,
                        .clerkName = {},
                        .note = fact.note,
                        .methods = {},
                        .figures = {}});
    return receipts.back();
}

/// What a receipt comes to when no figure was asked for.
TillFigure mainFigure(const TillReceipt& receipt)
{
    for (const FigureGroup group : {FigureGroup::Turnover, FigureGroup::Drawer}) {
        const TillFigure figure = figureIn(receipt.figures, group);
        if (figure.count != 0 || figure.amount != 0) {
            return figure;
        }
    }
    TillFigure sum;
    for (const TillFigure& figure : receipt.figures) {
        if (figure.key.group == FigureGroup::Method) {
            sum.count += figure.count;
            sum.amount += figure.amount;
        }
    }
    return sum;
}

void fill(TillReceipt& receipt, const std::optional<FigureKey>& wanted)
{
    for (const TillFigure& figure : receipt.figures) {
        // What was to come from a provider and was paid in another way comes to nothing.
        const bool isAnything = figure.count != 0 || figure.amount != 0;
        if (figure.key.group == FigureGroup::Method && isAnything) {
            receipt.methods += (receipt.methods.empty() ? "" : ", ") + figure.key.name;
        }
    }
    TillFigure figure = mainFigure(receipt);
    if (wanted) {
        const auto found = std::ranges::find(receipt.figures, *wanted, &TillFigure::key);
        figure = found != receipt.figures.end() ? *found : TillFigure{};
    }
    receipt.count = figure.count;
    receipt.amount = figure.amount;
}

bool has(const TillReceipt& receipt, const FigureKey& key)
{
    return std::ranges::find(receipt.figures, key, &TillFigure::key) != receipt.figures.end();
}

} // namespace

Result<std::vector<Shift>> shifts(Counter& counter, std::size_t limit)
{
    return guarded([&]() -> Result<std::vector<Shift>> {
        const bool seesAll = counter.access().may(Permission::ReadTillReports);
        const Permission permission = seesAll ? Permission::ReadTillReports : Permission::RunShift;
        if (auto may = counter.access().require(permission); !may) {
            return std::move(may).error();
        }
        std::vector<Shift> list;
        for (const StoredShift& stored :
             readShifts(counter.database(), counter.organizer(), limit)) {
            if (seesAll || isOfSignedIn(counter, stored)) {
                list.push_back(shiftFrom(counter, stored));
            }
        }
        return list;
    });
}

Result<ShiftId> shiftNamed(Counter& counter, const std::string& text)
{
    return guarded([&]() -> Result<ShiftId> {
        if (text.empty()) {
            const auto own = openShift(counter);
            return own
                ? Result<ShiftId>{*own}
                : refused("no_shift", "You have no open shift. Name the one you mean.", "shift");
        }
        const auto list = shifts(counter, kLookedThrough);
        if (!list) {
            return list.error();
        }
        constexpr std::size_t kIdCharacters = 6;
        const auto found = std::ranges::find_if(*list, [&](const Shift& shift) {
            return shift.label == text || (shift.z && shift.z->label == text) ||
                (text.size() >= kIdCharacters && shift.id.text().ends_with(text));
        });
        return found != list->end() ? Result<ShiftId>{found->id} : unknownShift();
    });
}

Result<ShiftReport> shiftReport(Counter& counter, ShiftId shift)
{
    return guarded([&]() -> Result<ShiftReport> {
        const auto seen = visible(counter, shift);
        if (!seen) {
            return seen.error();
        }
        ShiftReport report = wholeReport(counter, seen->stored);
        if (seen->blind) {
            std::erase_if(report.figures, tellsOfCash);
            report.expected.reset();
        }
        return report;
    });
}

Result<std::vector<TillReceipt>> tillReceipts(Counter& counter, ShiftId shift,
                                              const std::optional<FigureKey>& figure)
{
    return guarded([&]() -> Result<std::vector<TillReceipt>> {
        const auto seen = visible(counter, shift);
        if (!seen) {
            return seen.error();
        }
        if (figure && seen->blind && tellsOfCash({*figure, 0, 0, 0})) {
            return refused("blind_count",
                           "What is in the drawer is shown after the count. Count the drawer "
                           "first.",
                           "figure");
        }
        std::vector<TillReceipt> receipts;
        for (const TillFact& fact : readTillFacts(counter.database(), counter.organizer(), shift)) {
            TillReceipt& receipt = receiptFor(receipts, fact);
            receipt.clerkName = clerkName(counter, fact.clerk);
            addTo(receipt.figures, namedFigures(counter, totalsOf({&fact, 1})));
        }
        if (figure) {
            std::erase_if(receipts,
                          [&](const TillReceipt& receipt) { return !has(receipt, *figure); });
        }
        for (TillReceipt& receipt : receipts) {
            fill(receipt, figure);
        }
        return receipts;
    });
}

} // namespace foyer
