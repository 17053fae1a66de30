// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/till/till_port.h"

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

namespace foyer::test {

inline const Currency kEuro = *Currency::fromCode("EUR");

/// A till in memory that expects the float and what was paid in or out.
class FakeTillPort final : public ui::TillPort {
public:
    std::optional<std::int64_t> cash; ///< of an open shift
    std::vector<std::string> drawers{"Drawer 1"};
    bool mayAddDrawers = false;
    bool leftOpen = false;     ///< the first shift of the list is somebody else's
    std::int64_t owed = 4'000; ///< of the invoice
    std::vector<std::string> asked;

    void state(Then<ui::TillState> then) override { then(now()); }
    void open(std::optional<DrawerId> drawer, const CashCount& count,
              Then<ui::TillState> then) override
    {
        asked.push_back("open " + std::to_string(count.total) +
                        (drawers.size() > 1 ? " in " + drawers.at(drawer->uuid.bytes()[15]) : ""));
        cash = count.total;
        then(now());
    }
    void addDrawer(const std::string& name, Then<ui::TillState> then) override
    {
        if (std::ranges::find(drawers, name) != drawers.end()) {
            then(refused("name_taken",
                         "There is a drawer of that name already. Choose another name.", "name"));
            return;
        }
        drawers.push_back(name);
        then(now());
    }
    void move(CashMoveKind kind, std::int64_t amount, const std::string& reason,
              Then<ui::TillState> then) override
    {
        if (reason.empty()) {
            then(usageError("reason_missing", "Say why; the reason is kept.", "reason"));
            return;
        }
        asked.push_back("move " + std::to_string(amount) + " " + reason);
        *cash += kind == CashMoveKind::PayIn ? amount : -amount;
        then(now());
    }
    void check(ShiftId, const CashCount& count, Then<DrawerCheck> then) override
    {
        const std::int64_t expected = leftOpen ? 12'100 : *cash;
        then(DrawerCheck{.counted = count.total,
                         .agrees = count.total == expected,
                         .expected = leftOpen ? std::optional{expected} : std::nullopt});
    }
    void close(ShiftId, const CashCount& count, Then<ShiftReport> then) override
    {
        asked.emplace_back("close");
        ShiftReport report{Shift{.label = "A7-1", .currency = kEuro}, {}, {}, std::nullopt};
        const std::int64_t expected = leftOpen ? 12'100 : *cash;
        report.shift.z = ZReport{"A7-Z1", 1, {}, count, expected, count.total - expected, {}, 0};
        cash.reset();
        then(report);
    }

    void shifts(Then<std::vector<Shift>> then) override
    {
        Shift open{.label = "A7-2",
                   .drawerName = "Drawer 1",
                   .clerkName = "Cleo",
                   .openedAt = {1'795'435'200'000},
                   .currency = kEuro};
        Shift closed = open;
        closed.label = "A7-1";
        closed.z = ZReport{"A7-Z1", 1, {}, {12'000, {}}, 12'100, -100, {}, 0};
        then(std::vector<Shift>{open, closed});
    }
    void report(ShiftId, Then<ShiftReport> then) override
    {
        Shift closed{.label = "A7-1", .currency = kEuro};
        if (leftOpen) {
            closed = {.label = "A7-2", .clerkName = "Cleo", .currency = kEuro, .isHere = true};
            then(ShiftReport{closed, {}, {}, 12'100});
            return;
        }
        closed.z = ZReport{"A7-Z1", 1, {}, {12'000, {}}, 12'100, -100, {}, 0};
        then(ShiftReport{closed,
                         {},
                         {{{FigureGroup::Turnover, {}, {}}, 2, 8'600, 562},
                          {{FigureGroup::Method, {}, "cash"}, 2, 8'600, 0}},
                         12'100});
    }
    void receipts(ShiftId, const FigureKey& figure,
                  Then<std::vector<ui::TillReceiptRow>> then) override
    {
        asked.push_back("receipts " + std::string{figureGroupName(figure.group)});
        then(std::vector<ui::TillReceiptRow>{
            {{1'795'435'200'000}, "order.placed", "A722223K", "Cleo", {}, "UTC", 8'600}});
    }
    void print(ShiftId, Then<ui::TillPrinted> then) override
    {
        asked.push_back("print");
        then(ui::TillPrinted{"Office", {}});
    }
    void invoices(bool all, Then<std::vector<Invoice>> then) override
    {
        then(all || owed != 0 ? std::vector<Invoice>{invoice()} : std::vector<Invoice>{});
    }
    PaymentId newPaymentId() override { return PaymentId{Uuid::v8({1})}; }
    void settleInvoice(const InvoiceMoney& money, bool back, Then<Invoice> then) override
    {
        if (!back && money.amount.minor() > owed) {
            then(badInput("bad_invoice_amount", "Of INV-A7-00001 40.00 is open.", "amount"));
            return;
        }
        if (money.method == PaymentMethod::CardTerminal && money.reference.empty()) {
            then(refused("reference_missing",
                         "Type the receipt number that the card terminal printed.", "reference"));
            return;
        }
        asked.push_back(std::string{"settle "} + (back ? "back " : "") +
                        std::to_string(money.amount.minor()) + " " +
                        std::string{paymentMethodName(money.method)});
        owed -= (back ? -1 : 1) * money.amount.minor();
        then(invoice());
    }

private:
    Invoice invoice() const
    {
        Invoice invoice{.number = "INV-A7-00001",
                        .issuedAt = {1'795'435'200'000},
                        .dueAt = {1'796'644'800'000},
                        .amount = Money{4'000, kEuro},
                        .open = Money{owed, kEuro},
                        .credited = Money{0, kEuro}};
        invoice.recipient = InvoiceRecipient{"Engines Ltd", "1 Mill Lane", {}, {}};
        return invoice;
    }
    ui::TillState now() const
    {
        ui::TillState state{.currency = kEuro,
                            .open = std::nullopt,
                            .drawers = {},
                            .mayAddDrawers = mayAddDrawers,
                            .timeZone = "Europe/Berlin"};
        for (std::size_t i = 0; i < drawers.size(); ++i) {
            Uuid::Bytes bytes{};
            bytes[15] = static_cast<std::uint8_t>(i);
            state.drawers.push_back({DrawerId{Uuid{bytes}}, drawers[i], {}});
        }
        if (cash) {
            Shift shift{.label = "A7-1", .drawerName = "Drawer 1", .currency = kEuro};
            state.open = ShiftReport{shift,
                                     {},
                                     {{{FigureGroup::Turnover, {}, {}}, 2, 8'600, 562}},
                                     std::nullopt};
        }
        return state;
    }
};

} // namespace foyer::test
