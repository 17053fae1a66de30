// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/random.h"
#include "core/base/uuid.h"
#include "core/crypto/ed25519.h"
#include "core/crypto/secret.h"
#include "tests/bench/forked_process.h"

#include <QTemporaryDir>

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace foyer::server {
class FoyerServer;
} // namespace foyer::server

namespace foyer::bench {

/// A counter that is enrolled at the server that is measured.
struct BenchDevice {
    std::size_t house = 0; ///< which of the server's houses
    ReplicaId id;
    SecretBytes seed;
    SigningKey key;
    std::string token;
};

/// A whole server with a house of enrolled devices, in a process of its own, so that its processor
/// time and memory are its own, too. Made before anything else: it forks.
class ServedHouse {
public:
    /// A house has 900 series of order codes: more devices are those of a second house, and so on.
    static constexpr std::size_t kDevicesMax = 880;

    /// `database`: a file or an address; empty: a file that is gone afterwards. `change` is done to
    /// the server before it starts.
    ServedHouse(int& argc, char** argv, int devices, const std::string& database = {},
                const std::function<void(server::FoyerServer&)>& change = {});

    /// Where its certificate and key lie.
    std::string folder() const { return m_folder.path().toStdString(); }
    pid_t process() const { return m_process.id(); }
    std::uint16_t port() const { return m_port; }
    /// Of the first house.
    OrganizerId organizer() const { return m_houses.front().organizer; }
    const std::vector<BenchDevice>& devices() const { return m_devices; }
    /// The position of the feed that the server has announced last to a device.
    std::int64_t position(const BenchDevice& device) const
    {
        return m_houses[device.house].position;
    }
    /// Lets the server say that there is something new in every house: the next position.
    void announce();

    /// A signed request as it is sent. `target`: path, and "?" and query. Good for a minute.
    std::string requestOf(const BenchDevice& device, const std::string& method,
                          const std::string& target, const std::string& contentType = {},
                          ByteView body = {});

private:
    QTemporaryDir m_folder;
    ForkedProcess m_process;
    std::uint16_t m_port = 0;
    struct House {
        OrganizerId organizer;
        std::int64_t position = 0;
    };
    std::vector<House> m_houses;
    std::vector<BenchDevice> m_devices;
    SystemRandom m_random;
};

} // namespace foyer::bench
