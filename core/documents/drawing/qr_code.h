// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"

#include <string_view>
#include <vector>

namespace foyer {

/// A QR symbol (ISO/IEC 18004) as its square of modules, without the quiet zone.
struct QrCode {
    int size = 0; ///< modules along one side: 21 for version 1, 4 more with every version
    std::vector<bool> modules; ///< row by row; true is dark

    bool isDark(int column, int row) const
    {
        return modules[static_cast<std::size_t>(row * size + column)];
    }
    friend bool operator==(const QrCode&, const QrCode&) = default;
};

/// How many light modules a reader needs around a symbol (ISO/IEC 18004 §6.3.8).
inline constexpr int kQrQuietModules = 4;
/// The largest version a ticket may need: beyond it modules get too small for a gate's phone.
inline constexpr int kQrVersionMax = 8;

/// The symbol of a text in alphanumeric mode (0-9 A-Z space $ % * + - . / :) at error correction
/// level M (15 %), in the smallest version up to kQrVersionMax. Bad input: qr_text (empty, another
/// character, too long).
Result<QrCode> qrCode(std::string_view text);
/// The symbol of a link, byte for byte, for a screen that a phone is held to; else the same.
Result<QrCode> linkQrCode(std::string_view url);
/// The symbol of a transfer (EPC069-12: byte for byte, level M, up to version 13); else the same.
Result<QrCode> giroQrCode(std::string_view text);

} // namespace foyer
