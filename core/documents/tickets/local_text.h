// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/clock.h"
#include "core/base/money.h"

#include <cstdint>
#include <string>

namespace foyer {

/// Writes dates, times and money as the readers of a document do.
class LocalText {
public:
    /// `locale` is a BCP 47 name, "en-GB", "ar-EG"; empty is the system's own. One that names no
    /// country's habits (as "C" does) is taken for British English.
    explicit LocalText(std::string locale = {});

    /// "Saturday, 28 November 2026" of an instant in an IANA time zone. A zone that the system does
    /// not know gives UTC, and says so.
    std::string date(Instant instant, const std::string& timeZone) const;
    /// "19:30".
    std::string time(Instant instant, const std::string& timeZone) const;
    /// "€1,234.50", with the sign of the four best known currencies and the ISO code of all others.
    /// Exact.
    std::string money(Money amount) const;
    /// "19%", "8.875%".
    std::string percent(std::int64_t milliPercent) const;
    /// "de-DE": the language of what is written.
    std::string language() const;
    /// Whether pages in this language are laid out from right to left.
    bool isRightToLeft() const;

private:
    std::string m_locale;
};

} // namespace foyer
