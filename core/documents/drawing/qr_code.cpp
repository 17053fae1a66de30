// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/documents/drawing/qr_code.h"

#include <qrencode.h>

#include <algorithm>
#include <memory>

namespace foyer {

namespace {

Result<QrCode> encoded(std::string_view text, QRencodeMode mode, int versionMax = kQrVersionMax)
{
    const std::unique_ptr<QRinput, decltype(&QRinput_free)> input{QRinput_new2(0, QR_ECLEVEL_M),
                                                                  &QRinput_free};
    const auto* bytes = reinterpret_cast<const unsigned char*>(text.data());
    if (!input || text.empty() ||
        QRinput_append(input.get(), mode, static_cast<int>(text.size()), bytes) != 0) {
        return badInput("qr_text", "This text cannot be made into a QR code.");
    }
    const std::unique_ptr<QRcode, decltype(&QRcode_free)> symbol{QRcode_encodeInput(input.get()),
                                                                 &QRcode_free};
    if (!symbol || symbol->version > versionMax) {
        return badInput("qr_text", "This text is too long for a QR code.");
    }
    QrCode code;
    code.size = symbol->width;
    const int count = code.size * code.size;
    code.modules.resize(static_cast<std::size_t>(count));
    // The lowest bit of each byte is the colour; the others are the encoder's own notes.
    std::transform(symbol->data, symbol->data + count, code.modules.begin(),
                   [](unsigned char module) { return (module & 1) != 0; });
    return code;
}

} // namespace

Result<QrCode> qrCode(std::string_view text)
{
    return encoded(text, QR_MODE_AN);
}

Result<QrCode> linkQrCode(std::string_view url)
{
    return encoded(url, QR_MODE_8);
}

Result<QrCode> giroQrCode(std::string_view text)
{
    constexpr int kVersionMax = 13;
    return encoded(text, QR_MODE_8, kVersionMax);
}

} // namespace foyer
