// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/random.h"

#include "core/base/ensure.h"

#include <algorithm>
#include <cerrno>
#include <unistd.h>

namespace foyer {

void SystemRandom::fill(std::span<std::uint8_t> out)
{
    constexpr std::size_t kRequestMax = 256; // what getentropy(3) gives in one call
    while (!out.empty()) {
        const std::size_t size = std::min(out.size(), kRequestMax);
        ENSURE(::getentropy(out.data(), size) == 0);
        out = out.subspan(size);
    }
}

} // namespace foyer
