// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "sync/server/process/foyer_server.h"

#include <Poco/Util/AbstractConfiguration.h>

namespace foyer {

/// The payment providers of a server, from its settings: `payments.providers` names them
/// ("stripe, paypal"), and each has settings of its own under its name. None is no error. Usage
/// error bad_setting.
Result<server::PaymentServerOptions>
paymentSettings(const Poco::Util::AbstractConfiguration& settings);

} // namespace foyer
