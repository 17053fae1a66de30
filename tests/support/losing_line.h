// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QHostAddress>
#include <QTcpServer>
#include <QTcpSocket>

#include <cstdint>
#include <string>

namespace foyer::test {

/// A way to a server on this computer that can lose an answer: what was asked gets there, and the
/// connection ends before anything comes back. Lives in the thread of who asks, which waits in an
/// event loop.
class LosingLine {
public:
    explicit LosingLine(std::uint16_t port) : m_port{port}
    {
        m_server.listen(QHostAddress::LocalHost);
        QObject::connect(&m_server, &QTcpServer::newConnection, &m_server, [this] { accept(); });
    }

    std::string url() const { return "https://localhost:" + std::to_string(m_server.serverPort()); }
    /// Of what the server sends from now on, the next piece is lost, or the one after so many.
    void loseNextAnswer(int after = 0) { m_piecesLeft = after; }
    int lost() const { return m_lost; }

private:
    void accept()
    {
        QTcpSocket* near = m_server.nextPendingConnection();
        auto* far = new QTcpSocket{near};
        far->connectToHost(QHostAddress::LocalHost, m_port);
        QObject::connect(near, &QTcpSocket::readyRead, far,
                         [near, far] { far->write(near->readAll()); });
        QObject::connect(far, &QTcpSocket::readyRead, near, [this, near, far] {
            if (m_piecesLeft-- == 0) {
                ++m_lost;
                near->abort();
                return;
            }
            near->write(far->readAll());
        });
        QObject::connect(near, &QTcpSocket::disconnected, near, &QObject::deleteLater);
    }

    std::uint16_t m_port;
    int m_piecesLeft = -1; ///< until one is lost; negative: none is
    int m_lost = 0;
    QTcpServer m_server;
};

} // namespace foyer::test
