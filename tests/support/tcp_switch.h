// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <atomic>
#include <cstdint>
#include <list>
#include <mutex>
#include <thread>

namespace foyer::test {

/// One port of the loopback in front of several servers, as a load balancer is: each connection
/// goes to the server that is chosen at the time. It sees bytes only, so TLS is between the two
/// ends.
class TcpSwitch {
public:
    TcpSwitch();
    ~TcpSwitch();
    TcpSwitch(const TcpSwitch&) = delete;
    TcpSwitch& operator=(const TcpSwitch&) = delete;

    std::uint16_t port() const { return m_port; }
    /// New connections go to this port of the loopback; those that are open stay where they are.
    void steerTo(std::uint16_t port) { m_target = port; }
    /// The same, and those that are open are cut.
    void pointTo(std::uint16_t port);

private:
    void accept();
    static void carry(int from, int to);

    int m_listening = -1;
    std::uint16_t m_port = 0;
    std::atomic<std::uint16_t> m_target{0};
    std::mutex m_mutex;
    std::list<int> m_open; ///< sockets to cut
    std::list<std::thread> m_carriers;
    std::thread m_accepting;
};

} // namespace foyer::test
