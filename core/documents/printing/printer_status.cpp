// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/documents/printing/printer_status.h"

#include <charconv>
#include <vector>

namespace foyer {
namespace {

using namespace std::string_view_literals;

PrinterTrouble mediaEmpty()
{
    return {"media_empty", "The printer is out of paper. Put paper in, and printing goes on."};
}
PrinterTrouble coverOpen()
{
    return {"cover_open", "The printer's cover is open. Close it, and printing goes on."};
}
PrinterTrouble mediaJam()
{
    return {"media_jam", "Paper is stuck in the printer. Take it out, and printing goes on."};
}
PrinterTrouble printerError()
{
    return {"printer_error",
            "The printer reports an error. Look at its display or lamps, then switch it off and "
            "on."};
}
PrinterTrouble printerPaused()
{
    return {"printer_paused", "The printer is paused. Press its pause key, and printing goes on."};
}

/// Epson: DLE EOT 2 (why it is offline) and GS r 1 (the paper, answered when all before it has been
/// printed). Fixed bits tell their answers apart.
class EscPosEar final : public PrinterEar {
public:
    std::string question() const override { return std::string{"\x10\x04\x02"sv}; }
    std::string receipt() const override { return std::string{"\x1dr\x01"sv}; }
    void pageBegins() override { m_printed = false; }
    void hear(std::string_view bytes) override
    {
        for (const char letter : bytes) {
            const auto byte = static_cast<unsigned char>(letter);
            if ((byte & 0x93) == 0x12) {
                m_answered = true;
                m_trouble = troubleOf(byte);
            } else if ((byte & 0x90) == 0) {
                m_answered = true;
                m_printed = true;
            }
        }
    }

private:
    static std::optional<PrinterTrouble> troubleOf(unsigned char byte)
    {
        if ((byte & 0x04) != 0) {
            return coverOpen();
        }
        if ((byte & 0x20) != 0) {
            return mediaEmpty();
        }
        return (byte & 0x40) != 0 ? std::optional{mediaJam()} : std::nullopt;
    }
};

/// Zebra: ~HS answers three lines, each between STX and ETX.
class ZplEar final : public PrinterEar {
public:
    std::string question() const override { return "~HS\n"; }
    std::string receipt() const override { return {}; }
    void pageBegins() override { m_printed = false; }
    void hear(std::string_view bytes) override
    {
        for (const char letter : bytes) {
            if (letter == '\x02') {
                m_line.clear();
            } else if (letter == '\x03') {
                take(m_line);
            } else if (m_line.size() < kLineMax) {
                m_line.push_back(letter);
            }
        }
    }

private:
    static constexpr std::size_t kLineMax = 200;

    static std::vector<int> numbersOf(std::string_view line)
    {
        std::vector<int> numbers;
        while (!line.empty()) {
            const std::size_t comma = std::min(line.find(','), line.size());
            int number = 0;
            std::from_chars(line.data(), line.data() + comma, number);
            numbers.push_back(number);
            line.remove_prefix(std::min(comma + 1, line.size()));
        }
        return numbers;
    }

    void take(std::string_view line)
    {
        const std::vector<int> numbers = numbersOf(line);
        if (numbers.size() == 12) {
            m_first = numbers;
        } else if (numbers.size() == 11 && !m_first.empty()) {
            m_answered = true;
            const bool isOut = m_first[1] == 1;
            const bool isPaused = m_first[2] == 1;
            m_trouble = numbers[2] == 1 ? std::optional{coverOpen()}
                : isOut                 ? std::optional{mediaEmpty()}
                : numbers[3] == 1       ? std::optional{printerError()}
                : isPaused              ? std::optional{printerPaused()}
                                        : std::nullopt;
            // Out of paper, it may hold a label half printed that it counts no more.
            m_printed = !m_trouble && m_first[4] == 0 && numbers[8] == 0;
        }
    }

    std::string m_line;
    std::vector<int> m_first;
};

/// Boca: single bytes, of which ACK comes after each ticket.
class FglEar final : public PrinterEar {
public:
    std::string question() const override { return "<S1>"; }
    std::string receipt() const override { return {}; }
    void pageBegins() override { m_printed = false; }
    void hear(std::string_view bytes) override
    {
        for (const char letter : bytes) {
            switch (letter) {
            case 0x06: // ticket printed
                m_printed = true;
                m_trouble.reset();
                break;
            case 0x10:
                m_trouble = mediaEmpty();
                break;
            case 0x15: // ticket not printed
                m_trouble = printerError();
                break;
            case 0x18:
            case 0x1d: // of the cutter
                m_trouble = mediaJam();
                break;
            case 0x11: // goes on
            case 0x12: // was switched on
                m_trouble.reset();
                break;
            default:
                continue;
            }
            m_answered = true;
        }
    }
};

} // namespace

std::unique_ptr<PrinterEar> PrinterEar::of(PrinterLanguage language)
{
    switch (language) {
    case PrinterLanguage::EscPos:
        return std::make_unique<EscPosEar>();
    case PrinterLanguage::Zpl:
        return std::make_unique<ZplEar>();
    case PrinterLanguage::Fgl:
        return std::make_unique<FglEar>();
    case PrinterLanguage::Pdf:
        break;
    }
    return nullptr;
}

} // namespace foyer
