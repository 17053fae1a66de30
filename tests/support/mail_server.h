// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/ensure.h"
#include "sync/server/http/server_tls.h"
#include "sync/server/mail/smtp_courier.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>

#include <array>
#include <chrono>
#include <cstdint>
#include <string>

namespace foyer::test {

/// A mail server of its own: one that shares no code with ours, and reads what arrives by itself.
class MailServer {
public:
    explicit MailServer(const QString& mode, const std::string& name = "localhost")
    {
        const server::TlsFiles tls{certificate(), m_folder.filePath("key.pem").toStdString()};
        ENSURE(server::makeOwnCertificate(tls, std::array{name}, SystemClock{}.now()).has_value());
        m_process.setStandardErrorFile(QProcess::nullDevice()); // it warns of what a test wants
        m_process.start(QStringLiteral("/usr/bin/python3"),
                        {QStringLiteral(FOYER_SOURCE_DIR "/tests/support/smtp_server.py"),
                         QString::fromStdString(tls.certificate), QString::fromStdString(tls.key),
                         mode});
        m_port = static_cast<std::uint16_t>(line().toInt());
        ENSURE(m_port != 0);
    }
    ~MailServer()
    {
        m_process.closeWriteChannel();
        m_process.waitForFinished();
    }
    MailServer(const MailServer&) = delete;
    MailServer& operator=(const MailServer&) = delete;

    std::string certificate() const { return m_folder.filePath("certificate.pem").toStdString(); }
    server::SmtpSettings settings(server::SmtpSettings::Protection protection) const
    {
        server::SmtpSettings settings;
        settings.host = "localhost";
        settings.port = m_port;
        settings.protection = protection;
        settings.user = protection == server::SmtpSettings::Protection::None ? "" : "box";
        settings.password = passwordOf("open sesame");
        settings.authorities = certificate();
        settings.patience = std::chrono::seconds{30};
        return settings;
    }
    static SecretBytes passwordOf(const std::string& text)
    {
        const Bytes bytes{text.begin(), text.end()};
        return SecretBytes{bytes};
    }
    /// What arrived next; waits for it.
    QJsonObject mail()
    {
        while (true) {
            const QJsonObject told = QJsonDocument::fromJson(line()).object();
            if (!told.contains(QStringLiteral("sign_in"))) {
                return told;
            }
            ++m_signIns;
        }
    }
    /// How often somebody had tried to sign in before the last mail.
    int signIns() const { return m_signIns; }

private:
    QByteArray line()
    {
        while (!m_process.canReadLine() && m_process.waitForReadyRead(30'000)) {}
        return m_process.readLine().trimmed();
    }

    QTemporaryDir m_folder;
    QProcess m_process;
    std::uint16_t m_port = 0;
    int m_signIns = 0;
};

} // namespace foyer::test
