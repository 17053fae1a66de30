// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/bytes.h"
#include "core/base/result.h"
#include "core/documents/drawing/drawing.h"
#include "core/domain/pictures/house_style.h"

#include <string>
#include <vector>

namespace foyer {

/// What a receipt says. Everything is text for people already.
struct ReceiptPage {
    struct Line {
        std::string quantity;  ///< "2 ×"
        std::string text;      ///< "Adult · Premium"
        std::string unitPrice; ///< empty where the quantity is one
        std::string amount;
    };
    /// The lines of one performance under its name; a fee of the whole order stands in a group
    /// without heading.
    struct Group {
        std::string heading; ///< "Hamlet"
        std::string detail;  ///< "Saturday, 28 November 2026, 19:30"
        std::vector<Line> lines;
        std::string promoter = {}; ///< whose event it is, as promoterLine() says it; or empty
    };
    struct TaxLine {
        std::string name; ///< "VAT 19%"
        std::string net;
        std::string tax;
        std::string gross;
    };
    struct Payment {
        std::string text; ///< "Cash", "Card (terminal receipt 4711)", "Change"
        std::string amount;
    };
    std::string organizer;
    std::string organizerAddress; ///< lines joined by LF
    std::string taxNumber;
    std::string orderCode; ///< as displayOrderCode gives it; the number of an invoice
    std::string dateLine;  ///< when it was sold, with the time
    std::string customer;  ///< name, or empty
    std::vector<Group> groups;
    std::vector<TaxLine> taxes; ///< empty where nothing is taxed
    std::string total;
    std::vector<Payment> payments;
    std::string note;      ///< "This order was taken back." or empty
    std::string title;     ///< "Invoice"; empty: "Receipt"
    std::string recipient; ///< of an invoice: whom it goes to, lines joined by LF; or empty
    bool rightToLeft = false;
    bool specimen = false; ///< of training, and marked so
    HouseStyle style = {}; ///< logo and colours of the house
};

enum class ReceiptPaper {
    A4,     ///< invoices
    A5,     ///< portrait, as many pages as it takes: office printers and mail
    Roll80, ///< 80 mm wide and as long as it takes: receipt printers
    Roll58, ///< the same, 58 mm wide
};

/// A receipt as its pages. Needs a QGuiApplication.
std::vector<Drawing> receiptSheets(const ReceiptPage& page, ReceiptPaper paper);

/// Writes a receipt as a PDF. Errors of writePdf.
Result<void> writeReceiptPdf(const std::string& path, const ReceiptPage& page,
                             ReceiptPaper paper = ReceiptPaper::A5);
/// The same in memory.
Bytes receiptPdf(const ReceiptPage& page, ReceiptPaper paper = ReceiptPaper::A5);

} // namespace foyer
