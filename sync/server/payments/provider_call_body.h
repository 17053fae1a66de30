// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/bytes.h"
#include "core/base/result.h"
#include "sync/server/payments/payment_provider.h"

namespace foyer::server {

/// How a call lies on disk until something is known of it. It holds no secret: the key to the
/// provider is put on when it is sent.
Bytes encode(const ProviderCall& call);
/// Bad input bad_call.
Result<ProviderCall> decodeProviderCall(ByteView bytes);

} // namespace foyer::server
