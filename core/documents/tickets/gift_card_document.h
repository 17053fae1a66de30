// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/documents/drawing/drawing.h"
#include "core/domain/pictures/house_style.h"

#include <string>
#include <vector>

namespace foyer {

/// What a gift card says. Everything is text for people already.
struct GiftCardPage {
    std::string organizer;
    std::string organizerAddress; ///< lines joined by LF
    std::string worth;            ///< "€50.00"
    std::string code;             ///< as displayGiftCode gives it
    std::string issued;           ///< "Monday, 23 November 2026"
    bool rightToLeft = false;
    bool specimen = false; ///< of training, and marked so
    HouseStyle style = {}; ///< logo and colours of the house
};

/// A card of 148 × 105 mm a page, with its code to scan and to read. Bad input qr_text for a code
/// that is none. Needs a QGuiApplication.
Result<std::vector<Drawing>> giftCardSheets(const std::vector<GiftCardPage>& cards);
/// Writes them as a PDF. Errors of giftCardSheets and writePdf.
Result<void> writeGiftCardsPdf(const std::string& path, const std::vector<GiftCardPage>& cards);

} // namespace foyer
