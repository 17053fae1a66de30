// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/ensure.h"
#include "sync/server/payments/providers/date_text.h"
#include "sync/server/payments/providers/http_answer.h"
#include "sync/server/payments/providers/http_origin.h"
#include "sync/server/payments/providers/mollie_objects.h"
#include "sync/server/payments/providers/paypal_objects.h"
#include "sync/server/payments/providers/provider_currencies.h"
#include "sync/server/payments/providers/stripe_objects.h"
#include "sync/server/payments/providers/stripe_webhook.h"
#include "sync/server/payments/providers/wire_connection.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace {

using namespace foyer;
using namespace foyer::server;

/// An answer is the same however its bytes are cut on their way, and no larger than it may be.
void readAnswer(std::string_view bytes)
{
    constexpr std::size_t kMost = 512;
    const auto read = [bytes](std::size_t piece) -> std::optional<HttpAnswer> {
        std::string_view rest = bytes;
        HttpAnswerReader reader{[&rest, piece] {
                                    const auto next = rest.substr(0, std::min(piece, rest.size()));
                                    rest.remove_prefix(next.size());
                                    return next;
                                },
                                kMost};
        try {
            return reader.read();
        } catch (const WireFailure&) {
            return std::nullopt;
        }
    };
    const auto whole = read(bytes.size() + 1);
    const auto cut = read(1);
    ENSURE(whole.has_value() == cut.has_value());
    if (whole) {
        ENSURE(whole->body == cut->body && whole->status == cut->status);
        ENSURE(whole->headers == cut->headers && whole->body.size() <= kMost);
    }
}

/// Whatever JSON comes is a snapshot or none. Amounts are held, so they go back the same.
void readObjects(std::string_view text)
{
    const auto json = JsonValue::parse(text);
    if (!json) {
        return;
    }
    if (const auto snapshot = snapshotOfStripe(*json); snapshot && !snapshot->amount.isNegative()) {
        const auto units = stripeCurrencies().unitsOf(snapshot->amount);
        ENSURE(!units ||
               stripeCurrencies().moneyOf(*units, snapshot->amount.currency().code()) ==
                   snapshot->amount);
    }
    (void)refundOfStripe(*json);
    (void)disputeOfStripe(*json);
    (void)lineOfStripe(*json);
    (void)referenceOfStripe(*json);
    (void)judgeStripe({}, *json);
    (void)snapshotOfOrder(*json, false);
    (void)disputeOfPaypal(*json);
    (void)aboutOfPaypal(*json);
    bool isBad = false;
    (void)lineOfPaypal(*json, isBad);
    (void)judgePaypal({}, *json);
    (void)snapshotOfMollie(*json);
    (void)lineOfMollie(*json);
    (void)judgeMollie({}, *json);
}

} // namespace

/// What comes from a payment provider, or from somebody who says that he is one. The first byte
/// says what the rest is.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    if (size == 0) {
        return 0;
    }
    const std::string_view text{reinterpret_cast<const char*>(data + 1), size - 1};
    switch (data[0]) {
    case 'h':
        readAnswer(text);
        break;
    case 'w': {
        // The secret is none that anybody knows: nothing that comes is signed with it.
        const auto line = std::min(text.find('\n'), text.size());
        WebhookRequest request;
        request.headers.emplace_back("stripe-signature", text.substr(0, line));
        const auto body = text.substr(std::min(line + 1, text.size()));
        request.body.assign(body.begin(), body.end());
        ENSURE(verifyStripe(request, "whsec_of_this_run", true, {}).kind !=
               WebhookVerdict::Kind::Valid);
        break;
    }
    case 'm':
        if (const auto money = paypalCurrencies().moneyOf(text, "EUR")) {
            const auto written = paypalCurrencies().textOf(money->isNegative() ? -*money : *money);
            ENSURE(written && paypalCurrencies().moneyOf(*written, "EUR").has_value());
        }
        break;
    case 'u':
        (void)readUrl(text);
        (void)readDateText(text);
        break;
    default:
        readObjects(text);
    }
    return 0;
}
