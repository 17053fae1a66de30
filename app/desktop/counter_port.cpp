// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/desktop/counter_port.h"

#include "app/desktop/in_background.h"
#include "app/desktop/store_thread.h"
#include "app/orders/order_documents.h"
#include "app/seasons/season_loading.h"
#include "core/documents/print_queue.h"
#include "core/services/access_control.h"
#include "core/services/cash_rounding.h"
#include "core/services/catalogue.h"
#include "core/services/customers.h"
#include "core/services/data_folder.h"
#include "core/services/gift_cards.h"
#include "core/services/holds.h"
#include "core/services/printers.h"
#include "core/services/sales.h"
#include "core/services/seats.h"
#include "core/services/spool.h"

#include <algorithm>
#include <chrono>

namespace foyer::desktop {
namespace {

constexpr std::int64_t kShownAfterStartMs = 4 * 3'600'000;
constexpr int kPreviewDpi = 130;
constexpr std::chrono::seconds kPrintPatience{60};

} // namespace

CounterPort::CounterPort(StoreThread& store, const Clock& clock, Random& random)
    : m_store{store}, m_clock{clock}, m_random{random}
{}

void CounterPort::performances(const std::string& search,
                               Then<std::vector<PerformanceSummary>> then)
{
    const Instant from{m_clock.now().ms - kShownAfterStartMs};
    m_store.ask<std::vector<PerformanceSummary>>(
        [from, search](Counter& counter) { return foyer::performances(counter, from, search); },
        std::move(then));
}

void CounterPort::open(PerformanceId performance, Then<ui::OpenPerformance> then)
{
    m_store.ask<ui::OpenPerformance>(
        [performance](Counter& counter) -> Result<ui::OpenPerformance> {
            auto offer = offerOf(counter, performance);
            if (!offer) {
                return std::move(offer).error();
            }
            auto seats = seatStates(counter, performance);
            if (!seats) {
                return std::move(seats).error();
            }
            auto left = placesLeft(counter, performance);
            if (!left) {
                return std::move(left).error();
            }
            ui::OpenPerformance opened{*std::move(offer), *std::move(seats), *std::move(left)};
            // Who may not read orders would only leave a refusal in the journal.
            if (counter.access().may(Permission::ReadOrders)) {
                auto held = heldBack(counter, performance, false);
                if (!held) {
                    return std::move(held).error();
                }
                opened.held = *std::move(held);
            }
            return opened;
        },
        std::move(then));
}

void CounterPort::bestSeats(const ui::BestSeatsRequest& request, Then<std::vector<SeatNumber>> then)
{
    m_store.ask<std::vector<SeatNumber>>(
        [request](Counter& counter) {
            return foyer::bestSeats(counter,
                                    {request.performance, request.count, request.category,
                                     request.alreadyChosen, request.accessible});
        },
        std::move(then));
}

void CounterPort::quote(const Cart& cart, Then<Quote> then)
{
    m_store.ask<Quote>([cart](Counter& counter) { return foyer::quote(counter, cart); },
                       std::move(then));
}

void CounterPort::sell(const SaleRequest& request, Then<Order> then)
{
    m_store.ask<Order>([request](Counter& counter) { return foyer::sell(counter, request); },
                       [this, then = std::move(then)](const Result<Order>& order) {
                           then(order);
                           // What is not paid yet is printed once it is.
                           if (order && m_sold && order->awaitedMinor == 0) {
                               m_sold(order->id);
                           }
                       });
}

void CounterPort::findCustomers(const std::string& search, Then<std::vector<Customer>> then)
{
    m_store.ask<std::vector<Customer>>(
        [search](Counter& counter) { return foyer::findCustomers(counter, search); },
        std::move(then));
}

void CounterPort::makeDocuments(OrderId order, Then<ui::PrintedSale> then)
{
    m_store.ask<ui::PrintedSale>(
        [order](Counter& counter) -> Result<ui::PrintedSale> {
            const auto found = findOrder(counter, order);
            if (!found) {
                return found.error();
            }
            auto made = app::writeOrderDocuments(counter, *found, counter.folder().documentsPath(),
                                                 kPreviewDpi);
            if (!made) {
                return std::move(made).error();
            }
            const bool isOfCards = made->ticketsPdf.empty();
            return ui::PrintedSale{isOfCards ? made->giftCardsPdf : made->ticketsPdf,
                                   made->receiptPdf, std::move(made->pages)};
        },
        [this, order, then = std::move(then)](const Result<ui::PrintedSale>& made) {
            if (made && !made->ticketsPdf.empty()) {
                m_documentOrders[made->ticketsPdf] = order;
            }
            then(made);
        });
}

void CounterPort::print(const std::string& pdf, const std::string& queue, Then<bool> then)
{
    const auto known = m_documentOrders.find(pdf);
    const OrderId order = known == m_documentOrders.end() ? OrderId{} : known->second;
    // A printer of our own draws the tickets by itself; any other name is a queue of the system.
    m_store.ask<bool>(
        [order, queue](Counter& counter) -> Result<bool> {
            if (order.isNil() || !printerNamed(counter, queue)) {
                return false;
            }
            const auto found = findOrder(counter, order);
            const auto job = found ? spoolOrder(counter, *found, PrintPurpose::Tickets, queue)
                                   : Result<PrintJobId>{found.error()};
            return job ? Result<bool>{true} : Result<bool>{job.error()};
        },
        [this, pdf, queue, then = std::move(then)](const Result<bool>& spooled) {
            if (spooled && !*spooled) {
                printByQueue(pdf, queue, then);
                return;
            }
            if (spooled && m_spooled) {
                m_spooled();
            }
            then(spooled);
        });
}

void CounterPort::printByQueue(const std::string& pdf, const std::string& queue, Then<bool> then)
{
    inBackground<bool>(
        [pdf, queue]() -> Result<bool> {
            const PrintService service;
            const auto job = service.print(pdf, queue, {"Foyer", 1, {}});
            if (!job) {
                return job.error();
            }
            const auto status = service.watch(*job, kPrintPatience);
            if (!status) {
                return status.error();
            }
            if (!status->message.empty()) {
                return storageError(status->code, status->message, queue);
            }
            return true;
        },
        std::move(then));
}

void CounterPort::printQueues(Then<std::vector<std::string>> then)
{
    m_store.ask<std::vector<std::string>>(
        [](Counter& counter) -> Result<std::vector<std::string>> {
            std::vector<std::string> names;
            const auto known = printers(counter);
            for (const Printer& printer : known ? *known : std::vector<Printer>{}) {
                if (printer.isFor(PrintPurpose::Tickets)) {
                    names.push_back(printer.name);
                }
            }
            return names;
        },
        [then = std::move(then)](const Result<std::vector<std::string>>& own) {
            inBackground<std::vector<std::string>>(
                [names = *own]() mutable -> Result<std::vector<std::string>> {
                    auto queues = PrintService{}.queues();
                    if (!queues && names.empty()) {
                        return std::move(queues).error();
                    }
                    if (queues) {
                        std::ranges::stable_partition(*queues, &PrintQueue::isDefault);
                        for (const PrintQueue& queue : *queues) {
                            names.push_back(queue.name);
                        }
                    }
                    return names;
                },
                then);
        });
}

void CounterPort::giftCard(const std::string& code, Then<GiftCard> then)
{
    m_store.ask<GiftCard>([code](Counter& counter) { return foyer::giftCard(counter, code); },
                          std::move(then));
}

void CounterPort::sellGiftCards(const GiftCardSale& sale, Then<GiftCardsSold> then)
{
    m_store.ask<GiftCardsSold>(
        [sale](Counter& counter) { return foyer::sellGiftCards(counter, sale); }, std::move(then));
}

void CounterPort::houseMoney(Then<ui::HouseMoney> then)
{
    m_store.ask<ui::HouseMoney>(
        [](Counter& counter) -> Result<ui::HouseMoney> {
            return ui::HouseMoney{houseCurrency(counter), cashStep(counter)};
        },
        std::move(then));
}

void CounterPort::orderByCode(const std::string& code, Then<Order> then)
{
    m_store.ask<Order>([code](Counter& counter) { return findOrder(counter, code); },
                       std::move(then));
}

void CounterPort::loadDemonstration(Then<bool> then)
{
    m_store.ask<bool>(
        [](Counter& counter) -> Result<bool> {
            const auto loaded = app::loadDemonstration(counter);
            return loaded ? Result<bool>{true} : loaded.error();
        },
        std::move(then));
}

OrderId CounterPort::newOrderId()
{
    return OrderId{Uuid::v7(m_clock.now(), m_random)};
}

} // namespace foyer::desktop
