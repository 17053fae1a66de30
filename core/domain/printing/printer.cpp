// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/domain/printing/printer.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

namespace foyer {
namespace {

constexpr std::size_t kNameMax = 60;

constexpr std::array kLanguages{std::pair{PrinterLanguage::Pdf, std::string_view{"pdf"}},
                                std::pair{PrinterLanguage::EscPos, std::string_view{"escpos"}},
                                std::pair{PrinterLanguage::Zpl, std::string_view{"zpl"}},
                                std::pair{PrinterLanguage::Fgl, std::string_view{"fgl"}}};

constexpr std::array kPapers{std::pair{PrinterPaper::A4, std::string_view{"a4"}},
                             std::pair{PrinterPaper::Letter, std::string_view{"letter"}},
                             std::pair{PrinterPaper::A6, std::string_view{"a6"}},
                             std::pair{PrinterPaper::Roll80, std::string_view{"80mm"}},
                             std::pair{PrinterPaper::Roll58, std::string_view{"58mm"}},
                             std::pair{PrinterPaper::Stock80x150, std::string_view{"80x150mm"}},
                             std::pair{PrinterPaper::Stock140x51, std::string_view{"2x5.5in"}}};

constexpr std::array kPurposes{std::pair{PrintPurpose::Tickets, std::string_view{"tickets"}},
                               std::pair{PrintPurpose::Receipts, std::string_view{"receipts"}},
                               std::pair{PrintPurpose::Reports, std::string_view{"reports"}},
                               std::pair{PrintPurpose::Drawer, std::string_view{"drawer"}},
                               std::pair{PrintPurpose::AtOnce, std::string_view{"at-once"}}};
constexpr unsigned kAllPurposes = 31;

template <typename Table, typename Value>
std::string_view nameIn(const Table& table, Value value)
{
    const auto found = std::find_if(table.begin(), table.end(),
                                    [value](const auto& entry) { return entry.first == value; });
    return found == table.end() ? std::string_view{} : found->second;
}

template <typename Value, typename Table>
std::optional<Value> valueIn(const Table& table, std::string_view name)
{
    const auto found = std::find_if(table.begin(), table.end(),
                                    [name](const auto& entry) { return entry.second == name; });
    return found == table.end() ? std::nullopt : std::optional<Value>{found->first};
}

bool hasControl(std::string_view text)
{
    return std::any_of(text.begin(), text.end(), [](char letter) {
        const auto byte = static_cast<unsigned char>(letter);
        return byte < 0x20 || byte == 0x7f;
    });
}

Error badOutput(const std::string& text)
{
    Error error = badInput("bad_output",
                           "\"" + text +
                               "\" is no way to a printer. Write tcp:ADDRESS, queue:NAME, "
                               "device:/dev/usb/lp0 or file:FOLDER.",
                           "output");
    error.facts = {text};
    return error;
}

bool isOfficePaper(PrinterPaper paper)
{
    return paper == PrinterPaper::A4 || paper == PrinterPaper::Letter;
}

} // namespace

Result<PrinterOutput> printerOutput(const std::string& text)
{
    const std::size_t colon = text.find(':');
    if (colon == std::string::npos || colon + 1 == text.size() || hasControl(text)) {
        return badOutput(text);
    }
    const std::string_view kind = std::string_view{text}.substr(0, colon);
    PrinterOutput output{.target = text.substr(colon + 1)};
    if (kind == "file") {
        output.kind = PrinterOutput::Kind::File;
    } else if (kind == "queue") {
        output.kind = PrinterOutput::Kind::Queue;
    } else if (kind == "device") {
        output.kind = PrinterOutput::Kind::Device;
    } else if (kind == "tcp") {
        output.kind = PrinterOutput::Kind::Tcp;
        // An IPv6 address has colons of its own, and brackets where a port follows it.
        const std::size_t port = output.target.rfind(':');
        const bool isBare = output.target.find(':') != port && output.target.back() != ']' &&
            output.target.front() != '[';
        if (port != std::string::npos && !isBare && output.target.back() != ']') {
            const char* end = output.target.data() + output.target.size();
            const auto read = std::from_chars(output.target.data() + port + 1, end, output.port);
            if (read.ec != std::errc{} || read.ptr != end || output.port == 0) {
                return badOutput(text);
            }
            output.target.resize(port);
        }
        if (output.target.size() > 2 && output.target.front() == '[') {
            output.target = output.target.substr(1, output.target.size() - 2);
        }
        if (output.target.empty()) {
            return badOutput(text);
        }
    } else {
        return badOutput(text);
    }
    return output;
}

Result<void> checkPrinter(const Printer& printer)
{
    if (printer.name.empty() || printer.name.size() > kNameMax || hasControl(printer.name)) {
        return badInput("bad_printer_name", "Give the printer a short name, such as Box office 1.",
                        "name");
    }
    auto output = printerOutput(printer.output);
    if (!output) {
        return std::move(output).error();
    }
    const bool takesPdf =
        output->kind == PrinterOutput::Kind::File || output->kind == PrinterOutput::Kind::Queue;
    if (takesPdf != (printer.language == PrinterLanguage::Pdf)) {
        return badInput("bad_language",
                        takesPdf ? "A queue of the system and a folder take PDF. Choose PDF."
                                 : "A network or device printer needs its own language. Choose "
                                   "ESC/POS, ZPL or FGL, or set it up as a queue of the system.",
                        "language");
    }
    if (!takesPdf && isOfficePaper(printer.paper)) {
        return badInput("bad_paper",
                        "Receipt and ticket printers do not take office sheets. Choose the roll or "
                        "the ticket stock that is loaded.",
                        "paper");
    }
    constexpr unsigned kAtOnce = static_cast<unsigned>(PrintPurpose::AtOnce);
    if ((printer.purposes & ~kAtOnce) == 0 || printer.purposes > kAllPurposes) {
        return badInput("bad_purpose",
                        "Say what the printer is for: tickets, receipts, reports or several.",
                        "for");
    }
    if (printer.dotsPerInch != 203 && printer.dotsPerInch != 300) {
        return badInput("bad_density", "Such printers have 203 or 300 dots per inch.", "dpi");
    }
    return {};
}

std::string_view nameOf(PrinterLanguage language)
{
    return nameIn(kLanguages, language);
}

std::optional<PrinterLanguage> printerLanguageNamed(std::string_view name)
{
    return valueIn<PrinterLanguage>(kLanguages, name);
}

std::string_view nameOf(PrinterPaper paper)
{
    return nameIn(kPapers, paper);
}

std::optional<PrinterPaper> printerPaperNamed(std::string_view name)
{
    return valueIn<PrinterPaper>(kPapers, name);
}

std::string purposeNames(std::uint8_t purposes)
{
    std::string names;
    for (const auto& [purpose, name] : kPurposes) {
        if ((purposes & static_cast<std::uint8_t>(purpose)) != 0) {
            names += (names.empty() ? "" : ",") + std::string{name};
        }
    }
    return names;
}

std::optional<std::uint8_t> purposesNamed(std::string_view names)
{
    unsigned purposes = 0;
    while (!names.empty()) {
        const std::size_t comma = std::min(names.find(','), names.size());
        const auto purpose = valueIn<PrintPurpose>(kPurposes, names.substr(0, comma));
        if (!purpose) {
            return std::nullopt;
        }
        purposes |= static_cast<unsigned>(*purpose);
        names.remove_prefix(std::min(comma + 1, names.size()));
    }
    return purposes == 0 ? std::nullopt : std::optional{static_cast<std::uint8_t>(purposes)};
}

} // namespace foyer
