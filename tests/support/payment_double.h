// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/ensure.h"
#include "sync/server/payments/providers/make_provider.h"

#include <QByteArray>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QProcessEnvironment>

#include <memory>
#include <string>
#include <utility>

namespace foyer::test {

/// Payment providers of our own, in a process of their own: tests/support/payment_double.
class PaymentDouble {
public:
    static QString folder()
    {
        return QStringLiteral(FOYER_SOURCE_DIR "/tests/support/payment_double");
    }

    /// With a certificate and its key: over TLS, as "localhost".
    explicit PaymentDouble(const std::string& certificate = {}, const std::string& key = {})
        : m_isTls{!certificate.empty()}, m_certificate{certificate}
    {
        QStringList arguments{folder() + "/double.mjs"};
        if (m_isTls) {
            arguments << QString::fromStdString(certificate) << QString::fromStdString(key);
        }
        m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        m_process.start(QStringLiteral("node"), arguments);
        while (!m_process.canReadLine() && m_process.waitForReadyRead(60'000)) {}
        m_ports = QJsonDocument::fromJson(m_process.readLine()).object();
        if (m_ports.isEmpty()) {
            qFatal("node or the packages of %s are missing; ./dev test installs them.",
                   qPrintable(folder()));
        }
    }
    ~PaymentDouble()
    {
        m_process.closeWriteChannel();
        m_process.waitForFinished();
    }
    PaymentDouble(const PaymentDouble&) = delete;
    PaymentDouble& operator=(const PaymentDouble&) = delete;

    std::string url(const char* provider) const
    {
        const auto port = std::to_string(m_ports[QLatin1String(provider)].toInt());
        return m_isTls ? "https://localhost:" + port : "http://127.0.0.1:" + port;
    }
    /// Brings something about, or asks: see *_controls.mjs.
    QJsonObject control(const char* provider, const std::string& name,
                        const QJsonObject& values = {})
    {
        server::HttpRequest request{"POST", "/_control/" + name, {}};
        request.body = QJsonDocument{values}.toJson().toStdString();
        const auto trust = server::TlsTrust::open(m_certificate);
        server::ProviderHttp http{server::readUrl(url(provider))->origin, *trust, {}, kMost};
        const auto done = http.exchange(request);
        ENSURE(done.kind == server::HttpExchange::Kind::Answered);
        const QJsonObject told =
            QJsonDocument::fromJson(QByteArray::fromStdString(done.answer.body)).object();
        if (done.answer.status != 200) {
            qFatal("%s: %s", name.c_str(), done.answer.body.c_str());
        }
        return told;
    }
    void faults(const char* provider, const QJsonArray& script)
    {
        control(provider, "faults", {{"faults", script}});
    }
    QJsonArray objects(const char* provider, const char* kind)
    {
        return control(provider, "objects", {{"kind", kind}})["objects"].toArray();
    }
    /// One call by the provider's own library: "refunds.create" with these arguments.
    QJsonObject byLibrary(const char* provider, const char* call, const QJsonArray& values,
                          const char* key = "") const
    {
        QProcess node;
        auto environment = QProcessEnvironment::systemEnvironment();
        environment.insert("NODE_EXTRA_CA_CERTS", QString::fromStdString(m_certificate));
        node.setProcessEnvironment(environment);
        node.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        node.start("node", {folder() + "/sdk_call.mjs", QString::fromStdString(url(provider))});
        node.write(QJsonDocument{
            QJsonObject{{"provider", provider}, {"call", call}, {"values", values}, {"key", key}}}
                       .toJson());
        node.closeWriteChannel();
        ENSURE(node.waitForFinished(60'000));
        return QJsonDocument::fromJson(node.readAllStandardOutput()).object();
    }
    QJsonArray calls(const char* provider) { return control(provider, "calls")["calls"].toArray(); }

private:
    static constexpr std::size_t kMost = 64'000'000;
    bool m_isTls;
    std::string m_certificate;
    QProcess m_process;
    QJsonObject m_ports;
};

/// "n-th call of this kind: do that", for PaymentDouble::faults().
inline QJsonObject fault(const char* match, int nth, const char* what, QJsonObject more = {})
{
    more["match"] = match;
    more["nth"] = nth;
    more["do"] = what;
    return more;
}

} // namespace foyer::test
