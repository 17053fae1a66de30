// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/order_answer.h"

#include "app/cli/json_forms.h"
#include "app/cli/text_forms.h"
#include "core/documents/tickets/order_pages.h"
#include "core/domain/sales/order_code.h"
#include "core/services/catalogue.h"
#include "core/services/counter.h"
#include "core/services/customer_directory.h"
#include "core/services/guarded.h"
#include "core/services/ticket_codes.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <system_error>

#include <unistd.h>

namespace foyer::cli {
namespace {

namespace fs = std::filesystem;

struct OrderFiles {
    std::string tickets;
    std::string receipt;
};

std::map<TicketId, std::string> codesByTicket(Counter& counter, const Order& order)
{
    const auto signedCodes = ticketCodes(counter, order);
    std::map<TicketId, std::string> codes;
    for (std::size_t i = 0; i < order.tickets.size(); ++i) {
        codes.emplace(order.tickets[i].id, signedCodes[i]);
    }
    return codes;
}

/// The customer of an order; nothing where there is none, or it was erased since.
std::optional<Customer> customerOf(Counter& counter, const Order& order)
{
    if (!order.customer) {
        return std::nullopt;
    }
    auto customer = counter.customers().open(*order.customer);
    return customer ? std::optional{*std::move(customer)} : std::nullopt;
}

Result<OrderFiles> writeDocuments(Counter& counter, const Order& order,
                                  const std::map<TicketId, std::string>& codes,
                                  const std::string& customerName, const std::string& folder)
{
    std::map<PerformanceId, std::shared_ptr<const Offer>> kept;
    for (const Ticket& ticket : order.tickets) {
        if (!kept.contains(ticket.performance)) {
            auto offer = offerOf(counter, ticket.performance);
            if (!offer) {
                return std::move(offer).error();
            }
            kept.emplace(ticket.performance, *std::move(offer));
        }
    }
    std::vector<const Offer*> offers;
    for (const auto& [id, offer] : kept) {
        offers.push_back(offer.get());
    }
    const OrderContext context{offers, codes, customerName, {}};
    const auto pages = ticketPages(order, context);
    if (!pages) {
        return pages.error();
    }
    const auto receipt = receiptPage(order, context);
    if (!receipt) {
        return receipt.error();
    }
    const fs::path into = fs::absolute(folder);
    const std::string code = displayOrderCode(order.code);
    OrderFiles files{(into / (code + "-tickets.pdf")).string(),
                     (into / (code + "-receipt.pdf")).string()};
    if (auto written = writeTicketsPdf(files.tickets, *pages); !written) {
        return std::move(written).error();
    }
    if (auto written = writeReceiptPdf(files.receipt, *receipt); !written) {
        return std::move(written).error();
    }
    return files;
}

} // namespace

Result<void> checkDocumentFolder(const std::string& folder)
{
    std::error_code error;
    fs::create_directories(folder, error);
    if (error || ::access(folder.c_str(), W_OK | X_OK) != 0) {
        return storageError("folder_not_writable",
                            "The documents cannot be written into " + folder +
                                ". Name another folder "
                                "with --pdf, or check the permissions of this one.",
                            folder);
    }
    return {};
}

Result<Answer> answerWithOrder(Counter& counter, const Order& order, const std::string& pdf)
{
    return guarded([&]() -> Result<Answer> {
        const auto codes = codesByTicket(counter, order);
        const auto customer = customerOf(counter, order);
        Answer answer;
        answer.text = orderText(order, codes, customer);
        Json object;
        Json form = orderForm(order, codes, customer);
        if (!pdf.empty()) {
            const auto files =
                writeDocuments(counter, order, codes, customer ? customer->details.name : "", pdf);
            if (files) {
                form["files"] = {{"tickets", files->tickets}, {"receipt", files->receipt}};
                answer.text += "Written\n  " + files->tickets + "\n  " + files->receipt + "\n";
            } else {
                answer.complaint = files.error();
                object["error"] = errorForm(files.error());
            }
        }
        object["order"] = std::move(form);
        answer.json = line(object);
        return answer;
    });
}

} // namespace foyer::cli
