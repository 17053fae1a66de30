// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/client/pinned_https.h"

#include <QCryptographicHash>
#include <QEventLoop>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QNetworkRequest>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslError>
#include <QSslKey>
#include <QTimer>
#include <QUrl>

#include <algorithm>

namespace foyer::sync {
namespace {

QByteArray pinOf(const QSslCertificate& certificate)
{
    return QCryptographicHash::hash(certificate.publicKey().toDer(), QCryptographicHash::Sha256)
        .toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

/// Who signed the certificate is not what its server is known by: everything else counts.
bool isOnlyAboutTheSigner(const QSslError& error)
{
    switch (error.error()) {
    case QSslError::SelfSignedCertificate:
    case QSslError::SelfSignedCertificateInChain:
    case QSslError::UnableToGetLocalIssuerCertificate:
    case QSslError::UnableToVerifyFirstCertificate:
    case QSslError::CertificateUntrusted:
        return true;
    default:
        return false;
    }
}

Error offline(const QString& why)
{
    return storageError("offline",
                        "The server does not answer (" + why.toStdString() +
                            "). Selling goes on; what is not sent yet is sent when it does.");
}

Error wrongServer()
{
    return storageError("wrong_server",
                        "Whoever answers at the server's address is not the server that this "
                        "counter joined: its key is another one, or its certificate is over. "
                        "Nothing was sent. Ask whoever runs the server.");
}

} // namespace

struct PinnedHttps::Private {
    QUrl url;
    QByteArray pin;
    QNetworkAccessManager http;
    QNetworkReply* reply = nullptr; ///< that is waited for
    QEventLoop* pause = nullptr;    ///< that is under way
    bool isWrongServer = false;

    QNetworkRequest requestOf(const HttpRequest& request) const
    {
        QUrl target = url;
        target.setPath(QString::fromStdString(request.path), QUrl::TolerantMode);
        if (!request.query.empty()) {
            target.setQuery(QString::fromStdString(request.query), QUrl::TolerantMode);
        }
        QNetworkRequest out{target};
        out.setAttribute(QNetworkRequest::RedirectPolicyAttribute,
                         QNetworkRequest::ManualRedirectPolicy);
        out.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
        out.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
        out.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
        if (!request.contentType.empty()) {
            out.setHeader(QNetworkRequest::ContentTypeHeader,
                          QString::fromStdString(request.contentType));
        }
        if (!request.accept.empty()) {
            out.setRawHeader("Accept", QByteArray::fromStdString(request.accept));
        }
        for (const auto& [name, value] : request.headers) {
            out.setRawHeader(QByteArray::fromStdString(name), QByteArray::fromStdString(value));
        }
        QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
        tls.setProtocol(QSsl::TlsV1_2OrLater);
        tls.setPeerVerifyMode(QSslSocket::VerifyPeer);
        out.setSslConfiguration(tls);
        return out;
    }

    /// Before a byte of the request is sent.
    void checkServer(QNetworkReply& answer)
    {
        if (pinOf(answer.sslConfiguration().peerCertificate()) != pin) {
            isWrongServer = true;
            answer.abort();
        }
    }

    void checkErrors(QNetworkReply& answer, const QList<QSslError>& errors)
    {
        const bool isOurs = !errors.isEmpty() &&
            std::ranges::all_of(errors, isOnlyAboutTheSigner) &&
            pinOf(answer.sslConfiguration().peerCertificate()) == pin;
        if (isOurs) {
            answer.ignoreSslErrors(errors);
        } else {
            isWrongServer = true; // Qt ends the handshake
        }
    }
};

PinnedHttps::PinnedHttps(std::string url, std::string pin) : d{std::make_unique<Private>()}
{
    d->url = QUrl{QString::fromStdString(url), QUrl::StrictMode};
    d->pin = QByteArray::fromStdString(pin);
}

PinnedHttps::~PinnedHttps() = default;

std::string PinnedHttps::authority() const
{
    const int port = d->url.port(443);
    const std::string host = d->url.host(QUrl::FullyEncoded).toLower().toStdString();
    return port == 443 ? host : host + ":" + std::to_string(port);
}

Result<HttpAnswer> PinnedHttps::send(const HttpRequest& request)
{
    if (d->url.scheme() != QLatin1String{"https"} || d->url.host().isEmpty()) {
        return badInput("bad_url", "The address of a server begins with https://.", "url");
    }
    d->isWrongServer = false;
    const QByteArray body =
        QByteArray::fromRawData(reinterpret_cast<const char*>(request.body.data()),
                                qsizetype(request.body.size()));
    const std::unique_ptr<QNetworkReply> reply{
        d->http.sendCustomRequest(d->requestOf(request), QByteArray::fromStdString(request.method),
                                  body)};
    // A loop of this thread alone, which has nothing else to do than to wait.
    QEventLoop loop;
    QTimer patience;
    patience.setSingleShot(true);
    QObject::connect(&patience, &QTimer::timeout, reply.get(), &QNetworkReply::abort);
    QObject::connect(reply.get(), &QNetworkReply::encrypted, reply.get(),
                     [this, &reply] { d->checkServer(*reply); });
    QObject::connect(reply.get(), &QNetworkReply::sslErrors, reply.get(),
                     [this, &reply](const QList<QSslError>& errors) {
                         d->checkErrors(*reply, errors);
                     });
    // What moves shows that somebody is there: a slow line is not a dead one.
    const auto again = [&patience] { patience.start(); };
    QObject::connect(reply.get(), &QNetworkReply::uploadProgress, &patience, again);
    QObject::connect(reply.get(), &QNetworkReply::downloadProgress, &patience, again);
    QObject::connect(reply.get(), &QNetworkReply::finished, &loop, &QEventLoop::quit);
    patience.start(request.patience);
    d->reply = reply.get();
    if (!reply->isFinished()) {
        loop.exec();
    }
    d->reply = nullptr;
    if (d->isWrongServer) {
        return wrongServer();
    }
    const int status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (status == 0) {
        return reply->error() == QNetworkReply::SslHandshakeFailedError
            ? wrongServer()
            : offline(reply->errorString());
    }
    const QByteArray text = reply->readAll();
    return HttpAnswer{status,
                      reply->header(QNetworkRequest::ContentTypeHeader).toString().toStdString(),
                      Bytes{text.begin(), text.end()}, reply->rawHeader("Date").toStdString(),
                      std::chrono::seconds{reply->rawHeader("Retry-After").toUInt()}};
}

bool PinnedHttps::pause(std::chrono::milliseconds time)
{
    QEventLoop loop;
    QTimer end;
    end.setSingleShot(true);
    QObject::connect(&end, &QTimer::timeout, &loop, [&loop] { loop.exit(0); });
    end.start(time);
    d->pause = &loop;
    const int outcome = loop.exec();
    d->pause = nullptr;
    return outcome == 0;
}

void PinnedHttps::cancel()
{
    QMetaObject::invokeMethod(
        &d->http,
        [this] {
            if (d->reply != nullptr) {
                d->reply->abort();
            }
            if (d->pause != nullptr) {
                d->pause->exit(1);
            }
        },
        Qt::QueuedConnection);
}

} // namespace foyer::sync
