// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/client/json_request.h"

#include <utility>

namespace foyer::sync {

HttpRequest jsonRequest(std::string path, const std::string& text)
{
    HttpRequest request;
    request.method = "POST";
    request.path = std::move(path);
    request.accept = "application/json";
    if (!text.empty()) {
        request.contentType = "application/json";
        request.body.assign(text.begin(), text.end());
    }
    return request;
}

} // namespace foyer::sync
