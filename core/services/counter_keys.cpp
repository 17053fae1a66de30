// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/services/counter_keys.h"

#include "core/base/ensure.h"
#include "core/crypto/sealing.h"
#include "core/domain/journal/cbor.h"
#include "core/services/key_vault.h"

namespace foyer {
namespace {

constexpr const char* kName = "counter-keys";

} // namespace

CounterKeys CounterKeys::generate(Random& random)
{
    return {SecretBytes::random(kSeedSize, random), SecretBytes::random(kSeedSize, random),
            SecretBytes::random(kSeedSize, random), SecretBytes::random(kSealingKeySize, random)};
}

Result<std::optional<CounterKeys>> loadKeys(KeyVault& vault)
{
    auto content = vault.load(kName);
    if (!content) {
        return std::move(content).error();
    }
    if (!content->has_value()) {
        return std::optional<CounterKeys>{};
    }
    const auto value = decodeCbor((*content)->view());
    const auto keyOf = [&](std::string_view name) {
        return value ? SecretBytes{(*value)[name].asBytes()} : SecretBytes{};
    };
    CounterKeys keys{keyOf("authority"), keyOf("device"), keyOf("ticket"), keyOf("data")};
    if (keys.authority.size() != kSeedSize || keys.device.size() != kSeedSize ||
        keys.ticket.size() != kSeedSize || keys.data.size() != kSealingKeySize) {
        return storageError("keys_damaged",
                            "The keys of this counter cannot be read. Restore the "
                            "keychain or the key file from a backup.");
    }
    return std::optional{std::move(keys)};
}

Result<void> storeKeys(KeyVault& vault, const CounterKeys& keys)
{
    constexpr std::size_t kRoom = 256; // four secrets of 32 bytes with their names
    CborWriter writer;
    writer.reserve(kRoom).map(4);
    writer.field("data", keys.data.view());
    writer.field("device", keys.device.view());
    writer.field("ticket", keys.ticket.view());
    writer.field("authority", keys.authority.view());
    const SecretBytes content{writer.take()};
    ENSURE(content.size() <= kRoom);
    return vault.store(kName, content);
}

} // namespace foyer
