// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/clock.h"
#include "core/base/random.h"
#include "core/services/counter.h"
#include "core/services/key_vault.h"
#include "sync/client/vault_choice.h"

#include <QTest>

#include <functional>
#include <string>

namespace foyer::test {

/// A house in a folder, as the program opens it, where nobody has to sign in until somebody is
/// added.
inline void foundBarn(const std::string& folder, const std::function<void(Counter&)>& furnish)
{
    SystemClock clock;
    SystemRandom random;
    auto vault = sync::openVault(folder, random, [](auto) {
        return Result<SecretBytes>{SecretBytes{bytesOf(std::string{"correct horse battery"})}};
    });
    QVERIFY(vault.has_value());
    const Founding founding{.organizer = "Old barn",
                            .currency = "EUR",
                            .timeZone = "Europe/Berlin"};
    QVERIFY(Counter::found(folder, founding, **vault, clock, random).has_value());
    auto counter = Counter::open(folder, **vault, clock, random);
    QVERIFY(counter.has_value());
    furnish(**counter);
}

} // namespace foyer::test
