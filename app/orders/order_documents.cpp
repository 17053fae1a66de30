// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/orders/order_documents.h"

#include "app/orders/worth_documents.h"
#include "app/picture/paper_poster.h"
#include "core/documents/drawing/drawing_output.h"
#include "core/documents/tickets/gift_card_document.h"
#include "core/documents/tickets/order_pages.h"
#include "core/domain/sales/order_code.h"
#include "core/services/branding.h"
#include "core/services/catalogue.h"
#include "core/services/counter.h"
#include "core/services/customer_directory.h"
#include "core/services/gift_cards.h"
#include "core/services/guarded.h"
#include "core/services/invoices.h"
#include "core/services/offer_cache.h"
#include "core/services/provider_payments.h"
#include "core/services/ticket_codes.h"
#include "core/services/testing_house.h"

#include <algorithm>
#include <filesystem>
#include <memory>

namespace foyer::app {
namespace {

namespace fs = std::filesystem;

using Offers = std::map<PerformanceId, std::shared_ptr<const Offer>>;

Result<Offers> offersOf(Counter& counter, const Order& order)
{
    Offers offers;
    for (const Ticket& ticket : order.tickets) {
        if (!offers.contains(ticket.performance)) {
            auto offer = offerOf(counter, ticket.performance);
            if (!offer) {
                return std::move(offer).error();
            }
            offers.emplace(ticket.performance, *std::move(offer));
        }
    }
    return offers;
}

/// What OrderContext only looks at.
struct Material {
    Offers offers;
    std::vector<const Offer*> list;
    std::map<TicketId, std::string> codes;
    std::string customerName;
    std::optional<Organizer> house;
    std::map<EventId, std::shared_ptr<const PaperPicture>> posters;
    std::shared_ptr<const HouseLogo> logo;

    OrderContext context() const
    {
        return {list, codes, customerName, {}, house ? &*house : nullptr, posters, logo};
    }
};

Result<Material> materialOf(Counter& counter, const Order& order)
{
    auto offers = offersOf(counter, order);
    if (!offers) {
        return std::move(offers).error();
    }
    Material material{*std::move(offers),           {}, codesByTicket(counter, order), {},
                      counter.offers().organizer(), {}, houseStyle(counter).logo};
    for (const auto& [id, offer] : material.offers) {
        material.list.push_back(offer.get());
    }
    if (const auto customer = customerOf(counter, order)) {
        material.customerName = customer->details.name;
    }
    return material;
}

/// The invoices and the gift cards of an order, where it has some.
Result<void> writeWorth(Counter& counter, const Order& order, const std::string& folder,
                        int previewDpi, OrderDocuments& documents)
{
    const auto isOnInvoice = [](const SettledTender& payment) {
        return payment.tender.method == PaymentMethod::Invoice;
    };
    if (std::ranges::any_of(order.payments, isOnInvoice)) {
        const auto issued = invoicesOf(counter, order.id);
        if (!issued) {
            return issued.error();
        }
        for (const Invoice& invoice : *issued) {
            auto path = writeInvoice(counter, invoice, folder);
            if (!path) {
                return std::move(path).error();
            }
            documents.invoicePdfs.push_back(*std::move(path));
        }
    }
    const bool hasCards = std::ranges::any_of(order.lines, [](const QuoteLine& line) {
        return line.kind == QuoteLine::Kind::GiftCard;
    });
    if (hasCards && !order.voided) {
        const auto cards = giftCardCodes(counter, order.id);
        auto path = cards ? writeGiftCards(counter, *cards, folder) : cards.error();
        if (!path) {
            return std::move(path).error();
        }
        documents.giftCardsPdf = *std::move(path);
        if (previewDpi > 0) {
            const auto sheets = giftCardSheets(giftCardPagesOf(counter, *cards));
            auto drawn = sheets ? renderPng(*sheets, previewDpi) : sheets.error();
            if (!drawn) {
                return std::move(drawn).error();
            }
            documents.pages = *std::move(drawn);
        }
    }
    return {};
}

} // namespace

std::map<TicketId, std::string> codesByTicket(Counter& counter, const Order& order)
{
    if (!refuseAwaited(counter, order)) {
        return {};
    }
    const auto signedCodes = ticketCodes(counter, order);
    std::map<TicketId, std::string> codes;
    for (std::size_t i = 0; i < order.tickets.size(); ++i) {
        codes.emplace(order.tickets[i].id, signedCodes[i]);
    }
    return codes;
}

std::optional<Customer> customerOf(Counter& counter, const Order& order)
{
    if (!order.customer) {
        return std::nullopt;
    }
    auto customer = counter.customers().open(*order.customer);
    return customer ? std::optional{*std::move(customer)} : std::nullopt;
}

Result<std::vector<TicketPage>> ticketPagesOf(Counter& counter, const Order& order)
{
    if (auto paid = refuseAwaited(counter, order); !paid) {
        return std::move(paid).error();
    }
    auto material = materialOf(counter, order);
    if (!material) {
        return std::move(material).error();
    }
    for (const Offer* offer : material->list) {
        const EventId event = offer->event.id;
        if (!material->posters.contains(event)) {
            material->posters.emplace(event, posterForPaper(counter, event));
        }
    }
    auto pages = ticketPages(order, material->context());
    if (pages && printsSpecimens(counter)) {
        for (TicketPage& page : *pages) {
            page.specimen = true;
        }
    }
    return pages;
}

Result<ReceiptPage> receiptPageOf(Counter& counter, const Order& order)
{
    if (auto paid = refuseAwaited(counter, order); !paid) {
        return std::move(paid).error();
    }
    const auto material = materialOf(counter, order);
    if (!material) {
        return material.error();
    }
    auto page = receiptPage(order, material->context());
    if (page) {
        page->specimen = printsSpecimens(counter);
    }
    return page;
}

Result<OrderDocuments> writeOrderDocuments(Counter& counter, const Order& order,
                                           const std::string& folder, int previewDpi)
{
    return guarded([&]() -> Result<OrderDocuments> {
        const bool hasTickets = !order.tickets.empty();
        const auto pages = hasTickets ? ticketPagesOf(counter, order)
                                      : Result<std::vector<TicketPage>>{std::vector<TicketPage>{}};
        if (!pages) {
            return pages.error();
        }
        const auto receipt = receiptPageOf(counter, order);
        if (!receipt) {
            return receipt.error();
        }
        std::error_code ignored; // the writers say what is wrong with the folder
        fs::create_directories(folder, ignored);
        const fs::path into = fs::absolute(folder);
        const std::string code = displayOrderCode(order.code);
        OrderDocuments documents{hasTickets ? (into / (code + "-tickets.pdf")).string()
                                            : std::string{},
                                 (into / (code + "-receipt.pdf")).string(),
                                 {},
                                 {},
                                 {}};
        if (hasTickets) {
            if (auto written = writeTicketsPdf(documents.ticketsPdf, *pages); !written) {
                return std::move(written).error();
            }
        }
        if (auto written = writeReceiptPdf(documents.receiptPdf, *receipt); !written) {
            return std::move(written).error();
        }
        if (auto written = writeWorth(counter, order, folder, previewDpi, documents); !written) {
            return std::move(written).error();
        }
        if (previewDpi > 0 && hasTickets) {
            auto drawn = renderTickets(*pages, PaperFormat::A6, previewDpi);
            if (!drawn) {
                return std::move(drawn).error();
            }
            documents.pages = *std::move(drawn);
        }
        return documents;
    });
}

} // namespace foyer::app
