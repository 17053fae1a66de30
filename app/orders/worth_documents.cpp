// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/orders/worth_documents.h"

#include "app/orders/order_documents.h"
#include "core/base/ensure.h"
#include "core/documents/tickets/gift_card_document.h"
#include "core/documents/tickets/invoice_pages.h"
#include "core/documents/tickets/local_text.h"
#include "core/services/branding.h"
#include "core/services/catalogue.h"
#include "core/services/counter.h"
#include "core/services/guarded.h"
#include "core/services/offer_cache.h"
#include "core/services/testing_house.h"
#include "core/services/sales.h"

#include <filesystem>

namespace foyer::app {
namespace {

namespace fs = std::filesystem;

std::string pathIn(const std::string& folder, const std::string& name)
{
    std::error_code ignored; // the writer says what is wrong with the folder
    fs::create_directories(folder, ignored);
    return (fs::absolute(folder) / name).string();
}

} // namespace

std::vector<GiftCardPage> giftCardPagesOf(Counter& counter, const std::vector<NewGiftCard>& cards)
{
    const LocalText local;
    const auto& house = counter.offers().organizer();
    const HouseStyle style = houseStyle(counter);
    std::vector<GiftCardPage> pages;
    for (const NewGiftCard& card : cards) {
        GiftCardPage page{.organizer = {},
                          .organizerAddress = {},
                          .worth = local.money(card.worth),
                          .code = displayGiftCode(card.code),
                          .issued = {},
                          .rightToLeft = local.isRightToLeft(),
                          .specimen = printsSpecimens(counter),
                          .style = style};
        if (house) {
            page.organizer = house->name;
            page.organizerAddress = house->address;
            page.issued = local.date(counter.clock().now(), house->timeZone);
        }
        pages.push_back(std::move(page));
    }
    return pages;
}

Result<ReceiptPage> invoicePageOf(Counter& counter, const Invoice& invoice)
{
    const auto order = findOrder(counter, invoice.order);
    if (!order) {
        return order.error();
    }
    std::vector<std::shared_ptr<const Offer>> offers;
    std::vector<const Offer*> list;
    for (const QuoteLine& line : order->lines) {
        if (auto offer = offerOf(counter, line.performance)) {
            list.push_back(offer->get());
            offers.push_back(*std::move(offer));
        }
    }
    const auto customer = customerOf(counter, *order);
    const std::map<TicketId, std::string> codes;
    const auto& house = counter.offers().organizer();
    ENSURE(house.has_value()); // a founded counter has one
    auto page = invoicePage(invoice, *order,
                            {list,
                             codes,
                             customer ? customer->details.name : std::string{},
                             {},
                             &*house,
                             {},
                             houseStyle(counter).logo});
    if (page) {
        page->specimen = printsSpecimens(counter);
    }
    return page;
}

Result<std::string> writeGiftCards(Counter& counter, const std::vector<NewGiftCard>& cards,
                                   const std::string& folder)
{
    return guarded([&]() -> Result<std::string> {
        const std::string tails = cards.empty() ? std::string{} : giftTail(cards.front().code);
        const std::string path = pathIn(folder, "gift-cards-" + tails + ".pdf");
        auto written = writeGiftCardsPdf(path, giftCardPagesOf(counter, cards));
        return written ? Result<std::string>{path} : std::move(written).error();
    });
}

Result<std::string> writeInvoice(Counter& counter, const Invoice& invoice,
                                 const std::string& folder)
{
    return guarded([&]() -> Result<std::string> {
        const auto page = invoicePageOf(counter, invoice);
        if (!page) {
            return page.error();
        }
        const std::string path = pathIn(folder, invoice.number + ".pdf");
        auto written = writeReceiptPdf(path, *page, ReceiptPaper::A4);
        return written ? Result<std::string>{path} : std::move(written).error();
    });
}

} // namespace foyer::app
