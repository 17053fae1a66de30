// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sync/client/pinned_https.h"

#include <string>

namespace foyer::sync {

/// A POST of JSON that is answered by JSON; without a body where `text` is empty.
HttpRequest jsonRequest(std::string path, const std::string& text);

} // namespace foyer::sync
