// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/printer_languages.h"

#include <algorithm>
#include <cctype>
#include <charconv>

namespace foyer::test {
namespace {

class ByteReader {
public:
    explicit ByteReader(const std::string& bytes) : m_bytes{bytes} {}

    bool atEnd() const { return m_at >= m_bytes.size(); }
    int peek() const { return atEnd() ? -1 : static_cast<unsigned char>(m_bytes[m_at]); }
    int take()
    {
        const int byte = peek();
        m_at += byte < 0 ? 0 : 1;
        m_cut = m_cut || byte < 0;
        return byte;
    }
    int word()
    {
        const int low = take();
        return low + 256 * take();
    }
    std::string take(std::size_t count)
    {
        m_cut = m_cut || count > m_bytes.size() - m_at;
        std::string part = m_bytes.substr(m_at, count);
        m_at += part.size();
        return part;
    }
    /// Up to one of some letters, which stays.
    std::string upTo(const char* letters)
    {
        const std::size_t end = std::min(m_bytes.find_first_of(letters, m_at), m_bytes.size());
        return take(end - m_at);
    }
    bool isCut() const { return m_cut; }

private:
    const std::string& m_bytes;
    std::size_t m_at = 0;
    bool m_cut = false;
};

DotImage imageOf(int width, int height, const std::string& data)
{
    return {width, height, {data.begin(), data.end()}};
}

class EscPosReader {
public:
    explicit EscPosReader(const std::string& bytes) : m_in{bytes} {}

    PrinterReading read() &&
    {
        std::string text;
        while (!m_in.atEnd() && m_out.fault.empty()) {
            const int byte = m_in.take();
            if (byte >= 0x20) {
                text.push_back(static_cast<char>(byte));
                continue;
            }
            if (!text.empty()) {
                m_out.texts.push_back(std::exchange(text, {}));
            }
            control(byte);
        }
        if (m_in.isCut()) {
            m_out.fault = "cut short";
        }
        return std::move(m_out);
    }

private:
    void name(const std::string& command) { m_out.commands.push_back(command); }

    void control(int byte)
    {
        if (byte == '\n') {
            name("LF");
        } else if (byte == 0x1b) {
            escape();
        } else if (byte == 0x1d) {
            group();
        } else {
            m_out.fault = "control " + std::to_string(byte);
        }
    }

    void escape()
    {
        const int letter = m_in.take();
        name(std::string{"ESC "} + static_cast<char>(letter));
        switch (letter) {
        case '@':
            return;
        case 'J':
        case 'M':
        case 'E':
        case 't':
        case '3':
        case 'a':
            m_in.take();
            return;
        case '$':
            m_in.take(2);
            return;
        case 'p':
            m_in.take(3);
            return;
        default:
            m_out.fault = "ESC " + std::to_string(letter);
        }
    }

    void group()
    {
        const int letter = m_in.take();
        name(std::string{"GS "} + static_cast<char>(letter));
        if (letter == '!' || letter == 'r') {
            m_in.take();
        } else if (letter == 'V') {
            m_in.take(2);
        } else if (letter == 'v') {
            m_in.take(2);
            const int row = m_in.word();
            const int rows = m_in.word();
            const std::string data = m_in.take(static_cast<std::size_t>(row * rows));
            const std::size_t before = m_out.commands.size() - 1;
            if (before > 0 && m_out.commands[before - 1] == "GS v" &&
                m_out.pictures.back().width == row * 8) {
                // Nothing was fed in between: one picture on paper.
                DotImage& above = m_out.pictures.back();
                above.height += rows;
                above.bytes.insert(above.bytes.end(), data.begin(), data.end());
            } else {
                m_out.pictures.push_back(imageOf(row * 8, rows, data));
            }
        } else if (letter == '(') {
            const int function = m_in.take();
            m_out.commands.back() += static_cast<char>(function);
            const std::string body = m_in.take(static_cast<std::size_t>(m_in.word()));
            if (function == 'k' && body.substr(0, 2) == "1P") {
                m_out.codes.push_back(body.substr(3));
            } else if (function != 'k' && function != 'D') {
                m_out.fault = "GS ( " + std::to_string(function);
            }
        } else {
            m_out.fault = "GS " + std::to_string(letter);
        }
    }

    ByteReader m_in;
    PrinterReading m_out;
};

std::string unescaped(const std::string& field)
{
    std::string text;
    for (std::size_t i = 0; i < field.size(); ++i) {
        int byte = 0;
        if (field[i] == '_' && i + 2 < field.size() &&
            std::from_chars(&field[i + 1], &field[i + 3], byte, 16).ptr == &field[i + 3]) {
            text.push_back(static_cast<char>(byte));
            i += 2;
        } else {
            text.push_back(field[i]);
        }
    }
    return text;
}

/// ^GFA,bytes,bytes,row,hex
DotImage zplPicture(const std::string& arguments)
{
    std::size_t at = 0;
    std::vector<int> numbers;
    for (std::size_t comma = arguments.find(',', 2); numbers.size() < 3;
         comma = arguments.find(',', at)) {
        if (at == 0) {
            at = 2;
        }
        int number = 0;
        std::from_chars(arguments.data() + at, arguments.data() + comma, number);
        numbers.push_back(number);
        at = comma + 1;
    }
    std::string bytes;
    for (; at + 1 < arguments.size(); at += 2) {
        int byte = 0;
        std::from_chars(arguments.data() + at, arguments.data() + at + 2, byte, 16);
        bytes.push_back(static_cast<char>(byte));
    }
    return imageOf(numbers[2] * 8, numbers[0] / std::max(1, numbers[2]), bytes);
}

unsigned littleEndian(const std::string& bytes, std::size_t at)
{
    unsigned value = 0;
    for (std::size_t i = 4; i-- > 0;) {
        value =
            value << 8 | (at + i < bytes.size() ? static_cast<unsigned char>(bytes[at + i]) : 0U);
    }
    return value;
}

DotImage bmpPicture(const std::string& bmp)
{
    const unsigned width = littleEndian(bmp, 18);
    const unsigned height = littleEndian(bmp, 22);
    const unsigned row = (width + 31) / 32 * 4;
    DotImage image{static_cast<int>(width), static_cast<int>(height), {}};
    for (unsigned y = height; y-- > 0;) {
        const std::string line =
            bmp.substr(62 + y * row, static_cast<std::size_t>(image.rowBytes()));
        image.bytes.insert(image.bytes.end(), line.begin(), line.end());
    }
    return image;
}

} // namespace

bool PrinterReading::hasOnly(const std::vector<std::string>& allowed) const
{
    return fault.empty() && std::all_of(commands.begin(), commands.end(), [&](const auto& command) {
               return std::find(allowed.begin(), allowed.end(), command) != allowed.end();
           });
}

PrinterReading readEscPos(const std::string& bytes)
{
    return EscPosReader{bytes}.read();
}

PrinterReading readZpl(const std::string& bytes)
{
    PrinterReading out;
    ByteReader in{bytes};
    bool isCode = false;
    while (!in.atEnd()) {
        const int first = in.take();
        if (first == '\n') {
            continue;
        }
        if (first != '^') {
            out.fault = "outside a command: " + std::to_string(first);
            break;
        }
        std::string command = in.take(2);
        const std::string arguments = in.upTo("^~\n");
        if (command == "FD") {
            const std::string text = unescaped(arguments);
            isCode ? out.codes.push_back(text.substr(std::min<std::size_t>(3, text.size())))
                   : out.texts.push_back(text);
        } else if (command == "GF") {
            out.pictures.push_back(zplPicture(arguments));
        }
        isCode = command == "BQ" || (isCode && command == "FH");
        out.commands.push_back("^" + command);
    }
    return out;
}

PrinterReading readFgl(const std::string& bytes)
{
    PrinterReading out;
    ByteReader in{bytes};
    while (!in.atEnd()) {
        if (in.peek() != '<') {
            const std::string text = in.upTo("<");
            if (std::any_of(text.begin(), text.end(),
                            [](char letter) { return static_cast<unsigned char>(letter) < 32; })) {
                out.fault = "control in a text";
            }
            out.texts.push_back(text);
            continue;
        }
        in.take();
        const std::string command = in.upTo(">");
        in.take();
        std::string name;
        for (const char letter : command) {
            if (std::isalpha(static_cast<unsigned char>(letter)) == 0) {
                break;
            }
            name.push_back(letter);
        }
        out.commands.push_back("<" + name + ">");
        if (name == "QR") {
            in.take();
            out.codes.push_back(in.upTo("}"));
            in.take();
        } else if (name == "G") {
            out.pictures.push_back(
                bmpPicture(in.take(static_cast<std::size_t>(std::stoi(command.substr(1))))));
        }
    }
    out.fault = in.isCut() ? "cut short" : out.fault;
    return out;
}

} // namespace foyer::test
