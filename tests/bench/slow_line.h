// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <atomic>
#include <chrono>
#include <cstdint>
#include <thread>
#include <vector>

namespace foyer::bench {

/// A line between a counter and its server on the loopback, as slow as one wishes: what is sent
/// over it arrives no faster than `bytesPerSecond` in each direction, and `delay` later. What is
/// lost comes a round trip after that, and with it all that follows, as TCP has it.
class SlowLine {
public:
    /// Takes a free port. 0 bytes a second: as fast as it goes.
    SlowLine();
    ~SlowLine();
    SlowLine(const SlowLine&) = delete;
    SlowLine& operator=(const SlowLine&) = delete;

    std::uint16_t port() const { return m_port; }
    /// Where it leads to; before anybody uses it.
    void leadTo(std::uint16_t server) { m_server = server; }
    void be(std::int64_t bytesPerSecond, std::chrono::milliseconds delay, unsigned lossPercent = 0);
    /// Bytes that came from the server so far.
    std::int64_t carried() const { return m_carried; }

private:
    void accept();
    void carry(int from, int to, bool isDown);

    int m_listener = -1;
    std::uint16_t m_port = 0;
    std::atomic<std::uint16_t> m_server{0};
    std::atomic<std::int64_t> m_bytesPerSecond{0};
    std::atomic<std::int64_t> m_delayMs{0};
    std::atomic<unsigned> m_lossPercent{0};
    std::atomic<std::int64_t> m_carried{0};
    std::atomic<bool> m_isEnding{false};
    std::vector<std::jthread> m_carriers; ///< of the accepting thread until it has ended
    std::jthread m_acceptor;
};

} // namespace foyer::bench
