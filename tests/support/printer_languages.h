// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/documents/printing/dot_image.h"

#include <optional>
#include <string>
#include <vector>

namespace foyer::test {

/// What a printer of a language makes of bytes, as its manual says, without anything of ours: the
/// commands it obeys, the texts it prints, the codes it draws, the dots it sets.
struct PrinterReading {
    std::vector<std::string> commands; ///< by name, in order: "ESC @", "^FO", "<RC>"
    std::vector<std::string> texts;    ///< bytes as printed
    std::vector<std::string> codes;    ///< of codes that the printer draws itself
    std::vector<DotImage> pictures;
    std::string fault; ///< what is no command of the language, or cut short; empty when all is well

    bool hasOnly(const std::vector<std::string>& allowed) const;
};

PrinterReading readEscPos(const std::string& bytes);
PrinterReading readZpl(const std::string& bytes);
PrinterReading readFgl(const std::string& bytes);

} // namespace foyer::test
