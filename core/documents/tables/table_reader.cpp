// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/documents/tables/table_reader.h"

#include "core/documents/tables/text_decoder.h"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

namespace foyer {
namespace {

constexpr std::array<char, 3> kSeparators{',', ';', '\t'};
constexpr std::size_t kProbed = 4'096;
constexpr std::size_t kLineProbed = std::size_t{1} << 20;

/// What the first bytes tell of the encoding; nothing: they do not.
std::optional<TextEncoding> encodingOfStart(std::string_view start)
{
    if (start.starts_with("\xEF\xBB\xBF")) {
        return TextEncoding::Utf8;
    }
    if (start.starts_with("\xFF\xFE")) {
        return TextEncoding::Utf16Little;
    }
    if (start.starts_with("\xFE\xFF")) {
        return TextEncoding::Utf16Big;
    }
    // Without a mark: every other byte of Latin letters is zero.
    std::array<std::size_t, 2> zeros{};
    for (std::size_t i = 0; i < start.size(); ++i) {
        zeros.at(i % 2) += start[i] == '\0' ? 1 : 0;
    }
    const std::size_t many = start.size() / 5;
    if (many > 0 && zeros[1] > many && zeros[0] < zeros[1] / 4) {
        return TextEncoding::Utf16Little;
    }
    if (many > 0 && zeros[0] > many && zeros[1] < zeros[0] / 4) {
        return TextEncoding::Utf16Big;
    }
    return std::nullopt;
}

/// Counts separators in the first line that has anything on it.
class SeparatorCount {
public:
    void take(char32_t character)
    {
        if (m_isDone || ++m_taken > kLineProbed) {
            return;
        }
        if (character == U'"') {
            m_isQuoted = !m_isQuoted;
        }
        if (!m_isQuoted && (character == U'\n' || character == U'\r')) {
            m_isDone = m_hasText;
            return;
        }
        m_hasText = true;
        for (std::size_t i = 0; !m_isQuoted && i < kSeparators.size(); ++i) {
            m_counts.at(i) += character == static_cast<char32_t>(kSeparators.at(i)) ? 1 : 0;
        }
    }
    char best() const
    {
        const auto most = std::ranges::max_element(m_counts);
        return kSeparators.at(static_cast<std::size_t>(most - m_counts.begin()));
    }

private:
    std::array<std::size_t, kSeparators.size()> m_counts{};
    std::size_t m_taken = 0;
    bool m_isQuoted = false;
    bool m_hasText = false;
    bool m_isDone = false;
};

} // namespace

std::string_view textEncodingName(TextEncoding encoding)
{
    switch (encoding) {
    case TextEncoding::Utf8:
        return "UTF-8";
    case TextEncoding::Utf16Little:
    case TextEncoding::Utf16Big:
        return "UTF-16";
    case TextEncoding::Windows1252:
        return "Windows-1252";
    }
    return "";
}

Result<TableForm> detectTableForm(const ReadBytes& read)
{
    std::string start(kProbed, '\0');
    std::size_t size = 0;
    while (size < kProbed) {
        const auto got = read(std::span{start}.subspan(size));
        if (!got) {
            return got.error();
        }
        if (*got == 0) {
            break;
        }
        size += *got;
    }
    start.resize(size);
    // The rest comes after what was probed.
    std::size_t given = 0;
    const ReadBytes whole = [&](std::span<char> out) -> Result<std::size_t> {
        if (given < start.size()) {
            const std::size_t count = std::min(out.size(), start.size() - given);
            std::copy_n(start.data() + given, count, out.data());
            given += count;
            return count;
        }
        return read(out);
    };
    const auto told = encodingOfStart(start);
    TextDecoder decoder{whole, told.value_or(TextEncoding::Utf8)};
    SeparatorCount separators; // these are the same bytes in UTF-8 and Windows-1252
    bool isBad = false;
    while (true) {
        const char32_t character = decoder.next();
        if (character == TextDecoder::kEnd) {
            break;
        }
        isBad = isBad || character == TextDecoder::kBad;
        separators.take(character);
    }
    if (decoder.fault()) {
        return *decoder.fault();
    }
    const TextEncoding otherwise = isBad ? TextEncoding::Windows1252 : TextEncoding::Utf8;
    return TableForm{told.value_or(otherwise), separators.best()};
}

struct TableReader::Private {
    enum class State : std::uint8_t { CellStart, Plain, Quoted, QuoteInQuoted };

    TextDecoder decoder;
    char32_t separator;
    std::size_t line = 1;
    bool wasReturn = false; ///< the line feed after it belongs to it
    bool isOver = false;

    TableRow row;
    std::string cell;
    State state = State::CellStart;
    std::size_t size = 0;
    bool hasAny = false;

    void begin()
    {
        row = TableRow{line, {}, {}};
        cell.clear();
        state = State::CellStart;
        size = 0;
        hasAny = false;
    }
    void endCell()
    {
        if (row.fault.empty()) {
            row.cells.push_back(std::move(cell));
        }
        cell.clear();
        state = State::CellStart;
        if (row.cells.size() > kCellsMax) {
            spoil("row_too_long");
        }
    }
    void spoil(const char* fault)
    {
        row.fault = row.fault.empty() ? fault : row.fault;
        row.cells = {};
        cell = {};
    }
    void add(char32_t character)
    {
        if (character == TextDecoder::kBad || character == 0) {
            spoil("bad_text");
            return;
        }
        if (!row.fault.empty()) {
            return;
        }
        appendUtf8(cell, character);
        if (++size > kRowMax) {
            spoil("row_too_long");
        }
    }
    /// Whether the row is at its end.
    bool take(char32_t character)
    {
        const bool isLineEnd = character == U'\n' || character == U'\r';
        switch (state) {
        case State::CellStart:
            if (character == U'"') {
                state = State::Quoted;
                return false;
            }
            [[fallthrough]];
        case State::Plain:
            if (isLineEnd) {
                return true;
            }
            if (character == separator) {
                endCell();
            } else {
                state = State::Plain;
                add(character);
            }
            return false;
        case State::Quoted:
            if (character == U'"') {
                state = State::QuoteInQuoted;
            } else {
                add(character);
            }
            return false;
        case State::QuoteInQuoted:
            if (character == U'"') {
                add(character);
                state = State::Quoted;
                return false;
            }
            state = State::Plain;
            return take(character);
        }
        return false;
    }
};

TableReader::TableReader(ReadBytes read, const TableForm& form)
    : d{new Private{TextDecoder{std::move(read), form.encoding},
                    static_cast<char32_t>(form.separator),
                    1,
                    false,
                    false,
                    {},
                    {},
                    Private::State::CellStart,
                    0,
                    false}}
{}

TableReader::~TableReader() = default;

Result<std::optional<TableRow>> TableReader::next()
{
    d->begin();
    while (!d->isOver) {
        const char32_t character = d->decoder.next();
        if (character == TextDecoder::kEnd && d->decoder.fault()) {
            return *d->decoder.fault();
        }
        const bool isSecondHalf = character == U'\n' && std::exchange(d->wasReturn, false);
        if (isSecondHalf && d->state != Private::State::Quoted) {
            d->row.line = d->hasAny ? d->row.line : d->line;
            continue;
        }
        d->wasReturn = character == U'\r';
        d->isOver = character == TextDecoder::kEnd;
        const bool isEnd = d->isOver || d->take(character);
        if (!isSecondHalf && (character == U'\n' || character == U'\r')) {
            ++d->line;
        }
        if (!isEnd) {
            d->hasAny = true;
            continue;
        }
        if (d->hasAny) {
            d->endCell();
            return std::optional{std::move(d->row)};
        }
        d->begin(); // an empty line
    }
    return std::optional<TableRow>{};
}

} // namespace foyer
