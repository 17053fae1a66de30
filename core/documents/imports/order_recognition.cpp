// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/documents/imports/order_recognition.h"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <set>
#include <string_view>

namespace foyer {
namespace {

constexpr std::size_t kBeginning = 4096;
constexpr std::size_t kHeadersRead = std::size_t{1} << 16;

Result<std::string> beginningOf(const ImportFile& file, std::size_t size)
{
    const auto read = file.open();
    if (!read) {
        return read.error();
    }
    std::string text(size, '\0');
    std::size_t got = 0;
    while (got < size) {
        const auto more = (*read)(std::span<char>{text}.subspan(got));
        if (!more) {
            return more.error();
        }
        if (*more == 0) {
            break;
        }
        got += *more;
    }
    text.resize(got);
    return text;
}

/// A piece of memory that is read as a file is.
ReadBytes readerOf(std::string text)
{
    return [text = std::move(text),
            at = std::size_t{0}](std::span<char> out) mutable -> Result<std::size_t> {
        const std::size_t size = std::min(out.size(), text.size() - at);
        std::copy_n(text.begin() + static_cast<std::ptrdiff_t>(at), size, out.begin());
        at += size;
        return size;
    };
}

bool isUtf16(std::string_view text)
{
    if (text.starts_with("\xFF\xFE") || text.starts_with("\xFE\xFF")) {
        return true;
    }
    // Headers are mostly Latin letters, so every other byte is zero.
    const auto zeros = [&](std::size_t from) {
        std::size_t count = 0;
        for (std::size_t i = from; i < text.size(); i += 2) {
            count += text[i] == '\0' ? 1 : 0;
        }
        return count * 4 > text.size();
    };
    return zeros(0) || zeros(1);
}

} // namespace

OrderTableKind kindByHeaders(const std::vector<std::string>& headers)
{
    std::set<std::string> folded;
    for (const std::string& header : headers) {
        folded.insert(foldedHeader(header));
    }
    const auto hasAll = [&folded](std::initializer_list<const char*> names) {
        return std::ranges::all_of(names, [&](const char* name) { return folded.contains(name); });
    };
    if (hasAll({"pseudonymizationid"}) || hasAll({"ordercode", "positionid"}) ||
        hasAll({"ordercode", "ticketsecret"}) || hasAll({"ordercode", "eventslug"})) {
        return OrderTableKind::Pretix;
    }
    // "Order #" and "Attendee #".
    if (hasAll({"order", "attendee", "tickettype"}) || hasAll({"order", "attendee", "barcode"}) ||
        hasAll({"orderid", "attendeeid", "barcode"})) {
        return OrderTableKind::Eventbrite;
    }
    if (hasAll({"reservationid", "paidprice"}) || hasAll({"reservationid", "originalprice"})) {
        return OrderTableKind::Alfio;
    }
    return OrderTableKind::Any;
}

Result<RecognisedOrders> recogniseOrders(const ImportFile& file)
{
    const auto text = beginningOf(file, kHeadersRead);
    if (!text) {
        return text.error();
    }
    const std::string_view beginning = std::string_view{*text}.substr(0, kBeginning);
    if (beginning.starts_with("PK\x03\x04") || beginning.starts_with("\xD0\xCF\x11\xE0")) {
        return badInput("workbook",
                        "This is a workbook. Save it as CSV in the program that made it, then "
                        "choose that file.",
                        file.name);
    }
    const std::size_t first =
        beginning.find_first_not_of(" \t\r\n", beginning.starts_with("\xEF\xBB\xBF") ? 3 : 0);
    if (first == std::string_view::npos) {
        return badInput("file_empty", "There is nothing in this file. Choose another one.",
                        file.name);
    }
    if (beginning[first] == '{' || beginning[first] == '[') {
        return RecognisedOrders{};
    }
    if (beginning.find('\0') != std::string_view::npos && !isUtf16(beginning)) {
        return badInput("not_a_table",
                        "This is neither JSON nor a table. Export the orders as JSON or CSV, then "
                        "choose that file.",
                        file.name);
    }
    const auto form = detectTableForm(readerOf(*text));
    if (!form) {
        return form.error();
    }
    TableReader reader{readerOf(*text), *form};
    const auto headers = reader.next();
    const bool isRead = headers && *headers && (*headers)->fault.empty();
    return RecognisedOrders{isRead ? kindByHeaders((*headers)->cells) : OrderTableKind::Any};
}

} // namespace foyer
