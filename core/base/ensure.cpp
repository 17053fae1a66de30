// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/ensure.h"

#include <cstdio>
#include <cstdlib>

namespace foyer {

void ensureFailed(const char* promise, const std::source_location& where)
{
    std::fprintf(stderr, "%s:%u: %s: broken promise: %s\n", where.file_name(),
                 static_cast<unsigned>(where.line()), where.function_name(), promise);
    std::abort();
}

} // namespace foyer
