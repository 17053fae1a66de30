// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/server/payments/bank/bank_details.h"

#include "core/base/hex.h"
#include "core/crypto/sha256.h"
#include "core/domain/journal/cbor.h"

#include <algorithm>
#include <map>

namespace foyer::server {
namespace {

/// Not in the middle of a character.
std::string cut(const std::string& text, std::size_t most)
{
    constexpr unsigned char kFollows = 0xC0;
    std::size_t size = std::min(text.size(), most);
    while (size < text.size() && size > 0 &&
           (static_cast<unsigned char>(text[size]) & kFollows) == 0x80) {
        --size;
    }
    return text.substr(0, size);
}

Bytes contentOf(const std::string& account, const StatementLine& line, std::int64_t count)
{
    const bool isNamed = !line.bankReference.empty();
    CborWriter writer;
    writer.array(12)
        .text("foyer-bank-line-1")
        .text(account)
        .text(line.bankReference)
        .text(line.amount.currency().code())
        .integer(line.amount.minor())
        .boolean(line.isReversal)
        .integer(line.at.ms)
        .text(line.endToEnd)
        .text(isNamed ? "" : line.reference)
        .text(isNamed ? "" : line.text)
        .text(isNamed ? "" : line.name + "\n" + line.iban)
        .integer(count);
    return writer.take();
}

} // namespace

BankDetails detailsOf(const StatementLine& line)
{
    constexpr std::size_t kName = 140;
    constexpr std::size_t kIban = 40;
    constexpr std::size_t kText = 500;
    constexpr std::size_t kReference = 60;
    return {cut(line.name, kName), cut(line.iban, kIban), cut(line.text, kText),
            cut(line.bankReference, kReference)};
}

Bytes encode(const BankDetails& details)
{
    CborWriter writer;
    writer.array(4)
        .text(details.name)
        .text(details.iban)
        .text(details.text)
        .text(details.bankReference);
    return writer.take();
}

BankDetails decodeBankDetails(ByteView bytes)
{
    const auto value = decodeCbor(bytes);
    if (!value || value->asArray().size() != 4) {
        return {};
    }
    const auto& items = value->asArray();
    return {items[0].asText(), items[1].asText(), items[2].asText(), items[3].asText()};
}

std::vector<std::string> bankLineIds(const std::string& account,
                                     const std::vector<StatementLine>& lines)
{
    constexpr std::size_t kBytes = 16;
    std::map<std::string, std::int64_t> seen; // by hash
    std::vector<std::string> ids;
    ids.reserve(lines.size());
    for (const StatementLine& line : lines) {
        const std::int64_t count = seen[toHex(sha256(contentOf(account, line, 0)))]++;
        const Sha256 hash = sha256(contentOf(account, line, count));
        ids.push_back(toHex(ByteView{hash}.first(kBytes)));
    }
    return ids;
}

} // namespace foyer::server
