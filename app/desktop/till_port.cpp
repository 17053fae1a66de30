// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/desktop/till_port.h"

#include "app/desktop/store_thread.h"
#include "core/documents/drawing/drawing_output.h"
#include "core/documents/printing/slip_document.h"
#include "core/documents/till/till_document.h"
#include "core/services/access_control.h"
#include "core/services/cash_rounding.h"
#include "core/services/data_folder.h"
#include "core/services/drawers.h"
#include "core/services/guarded.h"
#include "core/services/invoices.h"
#include "core/services/offer_cache.h"
#include "core/services/printers.h"
#include "core/services/spool.h"
#include "core/services/testing_house.h"
#include "core/services/till.h"
#include "core/services/till_reports.h"

#include <filesystem>

namespace foyer::desktop {
namespace {

std::string houseTimeZone(Counter& counter)
{
    const auto& organizer = counter.offers().organizer();
    return organizer && !organizer->timeZone.empty() ? organizer->timeZone : "UTC";
}

Result<ui::TillState> stateOf(Counter& counter)
{
    return guarded([&]() -> Result<ui::TillState> {
        ui::TillState state{.currency = houseCurrency(counter),
                            .open = std::nullopt,
                            .drawers = {},
                            .mayAddDrawers = counter.access().may(Permission::RunCounter),
                            .timeZone = houseTimeZone(counter)};
        if (counter.access().may(Permission::RunShift)) { // else nobody is there who opens one
            auto drawers = freeDrawers(counter);
            if (!drawers) {
                return std::move(drawers).error();
            }
            state.drawers = *std::move(drawers);
        }
        if (const auto shift = openShift(counter)) {
            auto report = shiftReport(counter, *shift);
            if (!report) {
                return std::move(report).error();
            }
            state.open = *std::move(report);
        }
        return state;
    });
}

/// By the printer for reports, or as a PDF beside the other documents.
Result<ui::TillPrinted> printed(Counter& counter, const ShiftReport& report)
{
    return guarded([&]() -> Result<ui::TillPrinted> {
        if (const auto printer = printerFor(counter, PrintPurpose::Reports)) {
            const SlipPage slip = tillSlip(report, nameOnReports(counter), houseTimeZone(counter));
            const auto job = spoolSlip(counter, tillTitle(report), slipText(slip), printer->name);
            return job ? Result<ui::TillPrinted>{ui::TillPrinted{printer->name, {}}} : job.error();
        }
        const std::string folder = counter.folder().documentsPath();
        const std::string file = folder + "/" +
            (report.shift.z ? report.shift.z->label : report.shift.label + "-X") + ".pdf";
        std::error_code ignored; // the writer says what is wrong with the folder
        std::filesystem::create_directories(folder, ignored);
        const auto written =
            writePdf(file, tillTitle(report),
                     tillPages(report, nameOnReports(counter), houseTimeZone(counter)));
        return written ? Result<ui::TillPrinted>{ui::TillPrinted{{}, file}} : written.error();
    });
}

} // namespace

void CounterTillPort::state(Then<ui::TillState> then)
{
    m_store.ask<ui::TillState>([](Counter& counter) { return stateOf(counter); }, std::move(then));
}

void CounterTillPort::open(std::optional<DrawerId> drawer, const CashCount& cash,
                           Then<ui::TillState> then)
{
    m_store.ask<ui::TillState>(
        [drawer, cash](Counter& counter) -> Result<ui::TillState> {
            const auto started = startShift(counter, {drawer, cash});
            return started ? stateOf(counter) : started.error();
        },
        std::move(then));
}

void CounterTillPort::addDrawer(const std::string& name, Then<ui::TillState> then)
{
    m_store.ask<ui::TillState>(
        [name](Counter& counter) -> Result<ui::TillState> {
            const auto added = foyer::addDrawer(counter, name);
            return added ? stateOf(counter) : added.error();
        },
        std::move(then));
}

void CounterTillPort::check(ShiftId shift, const CashCount& count, Then<DrawerCheck> then)
{
    m_store.ask<DrawerCheck>([shift, count](
                                 Counter& counter) { return countDrawer(counter, shift, count); },
                             std::move(then));
}

void CounterTillPort::move(CashMoveKind kind, std::int64_t amount, const std::string& reason,
                           Then<ui::TillState> then)
{
    m_store.ask<ui::TillState>(
        [kind, amount, reason](Counter& counter) -> Result<ui::TillState> {
            const auto moved = moveCash(counter, kind, amount, reason);
            return moved ? stateOf(counter) : moved.error();
        },
        [this, then = std::move(then)](const Result<ui::TillState>& state) {
            then(state);
            if (state && m_drawerUsed) {
                m_drawerUsed();
            }
        });
}

void CounterTillPort::close(ShiftId shift, const CashCount& count, Then<ShiftReport> then)
{
    m_store.ask<ShiftReport>([shift, count](
                                 Counter& counter) { return closeShift(counter, shift, count); },
                             std::move(then));
}

void CounterTillPort::shifts(Then<std::vector<Shift>> then)
{
    m_store.ask<std::vector<Shift>>([](Counter& counter) { return foyer::shifts(counter); },
                                    std::move(then));
}

void CounterTillPort::report(ShiftId shift, Then<ShiftReport> then)
{
    m_store.ask<ShiftReport>([shift](Counter& counter) { return shiftReport(counter, shift); },
                             std::move(then));
}

void CounterTillPort::receipts(ShiftId shift, const FigureKey& figure,
                               Then<std::vector<ui::TillReceiptRow>> then)
{
    m_store.ask<std::vector<ui::TillReceiptRow>>(
        [shift, figure](Counter& counter) -> Result<std::vector<ui::TillReceiptRow>> {
            const auto found = tillReceipts(counter, shift, figure);
            if (!found) {
                return found.error();
            }
            std::vector<ui::TillReceiptRow> rows;
            for (const TillReceipt& receipt : *found) {
                rows.push_back({receipt.at, receipt.kind, receipt.code, receipt.clerkName,
                                receipt.note, houseTimeZone(counter), receipt.amount});
            }
            return rows;
        },
        std::move(then));
}

void CounterTillPort::print(ShiftId shift, Then<ui::TillPrinted> then)
{
    m_store.ask<ui::TillPrinted>(
        [shift](Counter& counter) -> Result<ui::TillPrinted> {
            const auto report = shiftReport(counter, shift);
            return report ? printed(counter, *report) : report.error();
        },
        [this, then = std::move(then)](const Result<ui::TillPrinted>& done) {
            then(done);
            if (done && m_spooled) {
                m_spooled();
            }
        });
}

void CounterTillPort::invoices(bool all, Then<std::vector<Invoice>> then)
{
    m_store.ask<std::vector<Invoice>>(
        [all](Counter& counter) { return foyer::invoices(counter, !all); }, std::move(then));
}

PaymentId CounterTillPort::newPaymentId()
{
    return PaymentId{Uuid::v7(m_clock.now(), m_random)};
}

void CounterTillPort::settleInvoice(const InvoiceMoney& money, bool back, Then<Invoice> then)
{
    m_store.ask<Invoice>(
        [money, back](Counter& counter) {
            return back ? giveInvoiceMoneyBack(counter, money) : payInvoice(counter, money);
        },
        [this, cash = money.method == PaymentMethod::Cash,
         then = std::move(then)](const Result<Invoice>& invoice) {
            then(invoice);
            if (invoice && cash && m_drawerUsed) {
                m_drawerUsed();
            }
        });
}

} // namespace foyer::desktop
