// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/order_answer.h"

#include "app/cli/json_forms.h"
#include "app/cli/text_forms.h"
#include "app/orders/order_documents.h"
#include "core/services/guarded.h"

#include <nlohmann/json.hpp>

#include <filesystem>
#include <system_error>

#include <unistd.h>

namespace foyer::cli {

namespace {

/// Only those that were written.
Json filesForm(const app::OrderDocuments& files)
{
    Json form;
    const auto add = [&](const char* name, const std::string& path) {
        if (!path.empty()) {
            form[name] = path;
        }
    };
    add("tickets", files.ticketsPdf);
    add("receipt", files.receiptPdf);
    add("gift_cards", files.giftCardsPdf);
    // Of several, the last is the credit note that takes the others back.
    for (const std::string& path : files.invoicePdfs) {
        form[files.invoicePdfs.size() > 1 && &path == &files.invoicePdfs.back() ? "credit_note"
                                                                                : "invoice"] = path;
    }
    return form;
}

} // namespace

Result<void> checkDocumentFolder(const std::string& folder)
{
    std::error_code error;
    std::filesystem::create_directories(folder, error);
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
        const auto codes = app::codesByTicket(counter, order);
        const auto customer = app::customerOf(counter, order);
        Answer answer;
        answer.text = orderText(order, codes, customer);
        Json object;
        Json form = orderForm(order, codes, customer);
        if (!pdf.empty()) {
            const auto files = app::writeOrderDocuments(counter, order, pdf);
            if (files) {
                form["files"] = filesForm(*files);
                answer.text += "Written\n";
                for (const auto& [name, path] : form["files"].items()) {
                    answer.text += path.is_string() ? "  " + path.get<std::string>() + "\n" : "";
                }
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
