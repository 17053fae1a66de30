// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sync/server/payments/providers/provider_line.h"

#include <functional>
#include <string>

namespace foyer::server {

/// Calls to Stripe: with the key, at one version of the API, and through its lists.
class StripeLine {
public:
    StripeLine(std::unique_ptr<ProviderHttp> http, const std::string& secret);

    Outcome<JsonValue> get(const std::string& path);
    Outcome<JsonValue> post(const ProviderCall& call);
    /// Goes through a list from the newest on, page by page, until it ends or `see` says that is
    /// enough. `list` has a query already.
    Outcome<std::monostate> walk(const std::string& list,
                                 const std::function<bool(const JsonValue&)>& see);

private:
    ProviderLine::Headers m_headers;
    ProviderLine m_line;
};

/// A time range as Stripe's lists are asked for it.
std::string stripeRange(TimeRange range);

/// A page of the account. First the lines that were made in that time, as they are; then, payout by
/// payout, what those payouts hold, also of earlier days: these lines come once more, and say which
/// payout it is.
Outcome<SettlementPage> stripeSettlements(StripeLine& line, TimeRange range,
                                          const std::string& cursor);

} // namespace foyer::server
