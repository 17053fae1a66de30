// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/bytes.h"
#include "core/documents/drawing/qr_code.h"
#include "core/domain/catalogue/house_colours.h"

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace foyer {

/// A rectangle in millimetres from the top left corner of the page.
struct Box {
    double x = 0;
    double y = 0;
    double width = 0;
    double height = 0;

    double right() const { return x + width; }
    double bottom() const { return y + height; }
    /// Whether the insides meet; boxes that only touch do not.
    bool overlaps(const Box& other) const
    {
        return x < other.right() && other.x < right() && y < other.bottom() && other.y < bottom();
    }
    friend bool operator==(const Box&, const Box&) = default;
};

/// The few colours of printed pages. All of them survive a black and white printer.
enum class Ink { Text, Muted, Line, Accent, Paper };
enum class FontWeight { Regular = 400, SemiBold = 600, Bold = 700 };
/// Towards the side where reading begins, or away from it.
enum class Align { Start, End };

struct TextStyle {
    double points = 9;
    FontWeight weight = FontWeight::Regular;
    Ink ink = Ink::Text;
    Align align = Align::Start;
    double tracking = 0; ///< extra space between letters, percent; not used for joined scripts
};

/// Lines of text that have been measured: drawn as they stand, they fill `box` and nothing else.
struct DrawnText {
    std::string part; ///< what it says, for whoever checks a layout: "event", "seat"
    Box box;
    TextStyle style; ///< with the size that was found to fit
    std::vector<std::string> lines;
    double lineHeight = 0;    ///< mm
    double ascent = 0;        ///< mm from the top of a line to its baseline
    bool rightToLeft = false; ///< direction of the text itself
    bool cut = false;         ///< did not fit even at its smallest size, and ends in "…"
};

struct DrawnRule {
    double fromX = 0;
    double fromY = 0;
    double toX = 0;
    double toY = 0;
    double width = 0.2; ///< mm
    Ink ink = Ink::Line;
    bool dashed = false;
};

struct DrawnBlock {
    Box box;
    Ink ink = Ink::Accent;
};

struct DrawnCode {
    Box box; ///< of the symbol; the quiet zone lies around it
    QrCode code;
    std::string text; ///< what it says, for printers that draw codes themselves; may be empty
    /// The box with the quiet zone, where nothing else may stand.
    Box quietZone() const;
};

struct DrawnPicture {
    Box box;                           ///< of the picture's own shape: it is not stretched
    std::shared_ptr<const Bytes> file; ///< JPEG or PNG; what cannot be read leaves the box empty
};

/// Moves texts that stand side by side down to the lowest first baseline among them.
void alignBaselines(std::span<DrawnText> texts);

/// One page as a list of what is on it, in millimetres: made by a layout, painted by PDF and PNG
/// alike, and plain enough for a test to check.
struct Drawing {
    double width = 0;
    double height = 0;
    std::vector<DrawnBlock> blocks;
    std::vector<DrawnRule> rules;
    std::vector<DrawnText> texts;
    std::vector<DrawnCode> codes;
    std::vector<DrawnPicture> pictures = {};
    std::optional<HouseColour> accent = {}; ///< what Ink::Accent is; none: Foyer's blue

    /// The text of a part; null where the page has none.
    const DrawnText* text(const std::string& part) const;
    /// Puts another drawing onto this one with its corner at (x, y). Its accent becomes the page's.
    void add(const Drawing& other, double x, double y);
    /// The same page for who reads from right to left: everything changes sides, nothing is turned.
    void mirror();
};

} // namespace foyer
