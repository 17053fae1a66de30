// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/report_content.h"

#include "core/storage/database.h"

namespace foyer {
namespace {

constexpr int kBitsOfByte = 7;
constexpr std::uint64_t kLowBits = 0x7f;
constexpr std::uint64_t kMore = 0x80;

/// Signed numbers so that small ones stay small, seven bits a byte.
void putNumber(Bytes& bytes, std::int64_t value)
{
    auto bits = (static_cast<std::uint64_t>(value) << 1) ^ static_cast<std::uint64_t>(value >> 63);
    while (bits > kLowBits) {
        bytes.push_back(static_cast<std::uint8_t>((bits & kLowBits) | kMore));
        bits >>= kBitsOfByte;
    }
    bytes.push_back(static_cast<std::uint8_t>(bits));
}

class NumberReader {
public:
    explicit NumberReader(ByteView bytes) : m_bytes{bytes} {}
    bool isAtEnd() const { return m_at == m_bytes.size(); }

    std::int64_t next()
    {
        std::uint64_t bits = 0;
        for (int shift = 0; shift < 64; shift += kBitsOfByte) {
            if (isAtEnd()) {
                break;
            }
            const std::uint64_t byte = m_bytes[m_at++];
            bits |= (byte & kLowBits) << shift;
            if ((byte & kMore) == 0) {
                return static_cast<std::int64_t>(bits >> 1) ^ -static_cast<std::int64_t>(bits & 1);
            }
        }
        throw StorageFailure{storageError(
            "report_damaged",
            "The sums of the reports are damaged. Have them made anew with foyer-cli rebuild.")};
    }

private:
    ByteView m_bytes;
    std::size_t m_at = 0;
};

} // namespace

Bytes encodeChanges(const std::vector<StoredChange>& changes)
{
    Bytes bytes;
    for (const StoredChange& change : changes) {
        const ReportFigures& figures = change.figures;
        for (const std::int64_t number :
             {change.subject, change.at.ms, figures.sold, figures.takenBack, figures.complimentary,
              figures.net, figures.tax, figures.backNet, figures.backTax, figures.discount}) {
            putNumber(bytes, number);
        }
    }
    return bytes;
}

std::vector<StoredChange> decodeChanges(ByteView content)
{
    std::vector<StoredChange> changes;
    NumberReader reader{content};
    while (!reader.isAtEnd()) {
        StoredChange& change = changes.emplace_back();
        ReportFigures& figures = change.figures;
        for (std::int64_t* const number :
             {&change.subject, &change.at.ms, &figures.sold, &figures.takenBack,
              &figures.complimentary, &figures.net, &figures.tax, &figures.backNet,
              &figures.backTax, &figures.discount}) {
            *number = reader.next();
        }
    }
    return changes;
}

} // namespace foyer
