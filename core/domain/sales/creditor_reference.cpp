// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/domain/sales/creditor_reference.h"

#include "core/domain/sales/mod_97.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>

namespace foyer {
namespace {

constexpr std::string_view kAlphabet = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
constexpr int kBitsEach = 5;
constexpr std::size_t kOwn = 12;
constexpr std::size_t kHead = 4; // "RF" and the check digits
constexpr std::size_t kWhole = kHead + kOwn;
constexpr std::size_t kMost = 25;
/// No statement's text is longer; whatever comes behind is not looked at.
constexpr std::size_t kTextMax = 2'000;
constexpr std::size_t kSeries = 2; // of an invoice, as of an order code
constexpr std::size_t kCountDigits = 9;

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

char capital(char c)
{
    return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
}

bool isMark(char c)
{
    return isDigit(c) || (capital(c) >= 'A' && capital(c) <= 'Z');
}

std::string capitals(std::string_view text, bool withGaps)
{
    std::string out;
    for (const char c : text.substr(0, kTextMax)) {
        if (isMark(c)) {
            out += capital(c);
        } else if (withGaps) {
            out += ' ';
        }
    }
    return out;
}

/// The position after what people put between the parts of a number.
std::size_t afterGap(std::string_view text, std::size_t at)
{
    constexpr std::size_t kGapMax = 3;
    std::size_t i = at;
    while (i < text.size() && i - at < kGapMax && text[i] == ' ') {
        ++i;
    }
    return i;
}

} // namespace

std::string creditorReference(PaymentId payment)
{
    // The last eight bytes of an id are random but for their two highest bits.
    std::uint64_t bits = 0;
    for (std::size_t i = 8; i < payment.uuid.bytes().size(); ++i) {
        bits = bits << 8 | payment.uuid.bytes()[i];
    }
    std::string own(kOwn, ' ');
    for (std::size_t i = 0; i < kOwn; ++i) {
        own[kOwn - 1 - i] = kAlphabet[(bits >> (i * kBitsEach)) & 31U];
    }
    constexpr int kSought = 98;
    const int check = kSought - mod97(own + "RF00").value_or(0);
    return "RF" + std::string{check < 10 ? "0" : ""} + std::to_string(check) + own;
}

bool isCreditorReference(std::string_view text)
{
    return text.size() > kHead && text.size() <= kMost && text.starts_with("RF") &&
        isDigit(text[2]) && isDigit(text[3]) &&
        mod97(std::string{text.substr(kHead)} + std::string{text.substr(0, kHead)}) == 1;
}

std::vector<std::string> creditorReferencesIn(std::string_view text)
{
    const std::string marks = capitals(text, false);
    std::vector<std::string> found;
    const auto take = [&found](const std::string& candidate) {
        if (isCreditorReference(candidate) && std::ranges::find(found, candidate) == found.end()) {
            found.push_back(candidate);
        }
    };
    const std::string_view all{marks};
    for (std::size_t i = 0; i + kWhole - 2 <= all.size(); ++i) {
        if (!isDigit(all[i]) || !isDigit(all[i + 1])) {
            continue;
        }
        const std::string_view own = all.substr(i + 2, kOwn);
        if (std::ranges::all_of(own, [](char c) {
                return kAlphabet.find(c) != std::string_view::npos;
            })) {
            take("RF" + std::string{all.substr(i, kWhole - 2)});
        }
    }
    return found;
}

std::vector<std::pair<std::string, std::int64_t>> invoiceNumbersIn(std::string_view text)
{
    constexpr std::string_view kSign = "INV";
    const std::string words = capitals(text, true);
    const std::string_view all{words};
    std::vector<std::pair<std::string, std::int64_t>> found;
    for (std::size_t at = all.find(kSign); at != std::string_view::npos;
         at = all.find(kSign, at + 1)) {
        const std::size_t series = afterGap(all, at + kSign.size());
        const std::string_view name = all.substr(std::min(series, all.size()), kSeries);
        if (name.size() < kSeries || name.find(' ') != std::string_view::npos) {
            continue;
        }
        std::size_t i = afterGap(all, series + kSeries);
        const std::size_t begin = i;
        std::int64_t count = 0;
        while (i < all.size() && isDigit(all[i]) && i - begin < kCountDigits) {
            count = count * 10 + (all[i++] - '0');
        }
        const bool isWhole = i == all.size() || !isDigit(all[i]);
        const std::pair number{std::string{name}, count};
        if (i > begin && isWhole && count > 0 && std::ranges::find(found, number) == found.end()) {
            found.push_back(number);
        }
    }
    return found;
}

} // namespace foyer
