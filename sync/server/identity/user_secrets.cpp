// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/server/identity/user_secrets.h"

#include "core/domain/access/user.h"

#include <algorithm>
#include <utility>

namespace foyer::server {

UserSecrets::UserSecrets(ServerStore& store, DeviceRegistry& registry, HashTurnstile& turnstile,
                         const Clock& clock)
    : m_store{store}, m_registry{registry}, m_turnstile{turnstile}, m_clock{clock}
{}

Result<UserSecret> UserSecrets::ofNew(OrganizerId organizer, UserId user,
                                      const std::optional<std::string>& password,
                                      const std::optional<std::string>& pin)
{
    const auto people = m_registry.people(organizer);
    const People::Person* person = people->find(user);
    if (person == nullptr) {
        return refused("unknown_user", "There is no such user.");
    }
    if (password) {
        if (auto checked = checkPassword(*password, person->user.name); !checked) {
            return std::move(checked).error();
        }
    }
    if (pin) {
        if (auto checked = checkPin(*pin); !checked) {
            return std::move(checked).error();
        }
    }
    UserSecret secret{{}, {}, m_clock.now()};
    for (const auto& [text, hash] :
         {std::pair{&password, &secret.passwordHash}, std::pair{&pin, &secret.pinHash}}) {
        if (!*text) {
            continue;
        }
        auto hashed = m_turnstile.hash(**text);
        if (!hashed) {
            return storageError("busy", "The server has too much to do. Try again soon.");
        }
        *hash = *std::move(hashed);
    }
    return secret;
}

Result<UserSecret> UserSecrets::ofHashes(const std::string& passwordHash,
                                         const std::string& pinHash)
{
    for (const std::string& hash : {passwordHash, pinHash}) {
        if (!hash.empty() && !m_turnstile.isOfItsCost(hash)) {
            return badInput("bad_hash",
                            "What this counter has of a password or PIN is not what the server "
                            "can check. Set it anew, and sync again.");
        }
    }
    return UserSecret{passwordHash, pinHash, m_clock.now()};
}

Result<void> UserSecrets::change(OrganizerId organizer, UserId user,
                                 const std::optional<std::string>& password,
                                 const std::optional<std::string>& pin)
{
    const auto secret = ofNew(organizer, user, password, pin);
    if (!secret) {
        return secret.error();
    }
    Transaction transaction{m_store.here()};
    writeUserSecret(m_store.here(), organizer, user, *secret);
    transaction.commit();
    m_registry.forgetPeople(organizer);
    return {};
}

bool UserSecrets::mayIntroduce(OrganizerId organizer, ReplicaId device, UserId user)
{
    const auto devices = readDevices(m_store.here(), organizer);
    const auto first = std::ranges::min_element(devices, {}, [](const Device& each) {
        return std::pair{each.enrolledAt.ms, each.id};
    });
    return first != devices.end() && first->id == device &&
        m_clock.now().ms < first->enrolledAt.ms + kIntroductionMs &&
        !readUserSecret(m_store.here(), organizer, user);
}

} // namespace foyer::server
