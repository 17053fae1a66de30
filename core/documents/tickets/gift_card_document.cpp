// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/documents/tickets/gift_card_document.h"

#include "core/documents/drawing/drawing_output.h"
#include "core/documents/drawing/fitted_text.h"
#include "core/documents/tickets/house_mark.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace foyer {
namespace {

/// Holds the words of these pages for translators.
struct GiftCardWords {
    Q_DECLARE_TR_FUNCTIONS(GiftCardDocument)
};

constexpr double kWidth = 148;
constexpr double kHeight = 105;
constexpr double kMargin = 11;
constexpr double kCode = 32;

void put(Drawing& sheet, const char* part, const std::string& words, TextStyle style, Box room,
         int lines = 1, double smallest = 7)
{
    if (!words.empty()) {
        sheet.texts.push_back(fitText({part, words, style, room, lines, smallest}));
    }
}

Result<Drawing> sheetOf(const GiftCardPage& card)
{
    std::string scanned =
        card.code; // what is typed is scanned, too; a reader is faster without dashes
    std::erase(scanned, '-');
    auto code = qrCode(scanned);
    if (!code) {
        return std::move(code).error();
    }
    Drawing sheet{
        .width = kWidth, .height = kHeight, .blocks = {}, .rules = {}, .texts = {}, .codes = {}};
    const double left = kWidth - 2 * kMargin - kCode - 6; // room beside the code
    const HouseColours& colours = card.style.colours;
    sheet.accent = colours.main;
    const double inside = kWidth - 2 * kMargin;
    sheet.blocks.push_back({{kMargin, kMargin, colours.main ? inside : 9, 0.9}, Ink::Accent});
    Box name{kMargin, kMargin + 3, inside, 11};
    if (card.style.logo) {
        DrawnPicture logo = drawnLogo(card.style.logo, {kMargin, kMargin + 2.5, 45, 12});
        logo.box.x = kMargin + inside - logo.box.width;
        name.width = logo.box.x - 4 - name.x;
        sheet.pictures.push_back(std::move(logo));
    }
    put(sheet, "organizer", card.organizer, {.points = 12, .weight = FontWeight::Bold}, name, 2, 9);
    const QString title = card.specimen ? QLocale{}.toUpper(GiftCardWords::tr("Specimen"))
                                        : GiftCardWords::tr("Gift card");
    put(sheet, "title", title.toStdString(), {.points = 16, .weight = FontWeight::Bold},
        {kMargin, 33, left, 9}, 1, 10);
    const Ink strong = isInkOnPaper(colours) ? Ink::Accent : Ink::Text;
    put(sheet, "worth", card.worth, {.points = 30, .weight = FontWeight::Bold, .ink = strong},
        {kMargin, 42, left, 15}, 1, 14);
    put(sheet, "issued", card.issued, {.points = 8.5, .ink = Ink::Muted}, {kMargin, 58, left, 5});
    sheet.codes.push_back(
        {{kWidth - kMargin - kCode, 32, kCode, kCode}, *std::move(code), scanned});
    sheet.rules.push_back({kMargin, 70, kWidth - kMargin, 70, 0.2, Ink::Line, false});
    put(sheet, "code", card.code, {.points = 14, .weight = FontWeight::SemiBold},
        {kMargin, 73, kWidth - 2 * kMargin, 7}, 1, 9);
    put(sheet, "note",
        GiftCardWords::tr("Pay with it at the box office, in one go or in parts. Whoever knows the "
                          "code can spend it: keep it like money.")
            .toStdString(),
        {.points = 8.5, .ink = Ink::Muted}, {kMargin, 81, kWidth - 2 * kMargin, 8}, 2, 6.5);
    std::string address = card.organizerAddress;
    std::ranges::replace(address, '\n', ' ');
    put(sheet, "organizer address", address, {.points = 7.5, .ink = Ink::Muted},
        {kMargin, 90, kWidth - 2 * kMargin, 4}, 1, 6);
    if (card.rightToLeft) {
        sheet.mirror();
    }
    return sheet;
}

} // namespace

Result<std::vector<Drawing>> giftCardSheets(const std::vector<GiftCardPage>& cards)
{
    std::vector<Drawing> sheets;
    for (const GiftCardPage& card : cards) {
        auto sheet = sheetOf(card);
        if (!sheet) {
            return std::move(sheet).error();
        }
        sheets.push_back(*std::move(sheet));
    }
    return sheets;
}

Result<void> writeGiftCardsPdf(const std::string& path, const std::vector<GiftCardPage>& cards)
{
    const auto sheets = giftCardSheets(cards);
    return sheets ? writePdf(path, GiftCardWords::tr("Gift card").toStdString(), *sheets)
                  : Result<void>{sheets.error()};
}

} // namespace foyer
