// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/server/mail/smtp_courier.h"

#include "core/base/base64.h"
#include "sync/server/mail/mail_message.h"

#include <Poco/Net/Context.h>
#include <Poco/Net/DialogSocket.h>
#include <Poco/Net/NetException.h>
#include <Poco/Net/SMTPClientSession.h>
#include <Poco/Net/SSLException.h>
#include <Poco/Net/SecureStreamSocket.h>
#include <Poco/Net/SocketAddress.h>

#include <algorithm>
#include <optional>
#include <sstream>

namespace foyer::server {
namespace {

using Poco::Net::SMTPClientSession;

constexpr int kReady = 220;
constexpr int kGoOn = 354;

bool isDone(int reply)
{
    return reply / 100 == 2;
}

/// "550 5.1.1 …" -> "5.1.1". The rest of what a server says may hold addresses.
std::string detailOf(const std::string& response)
{
    constexpr std::size_t kAfterReply = 4;
    if (response.size() <= kAfterReply) {
        return {};
    }
    const auto end =
        std::ranges::find_if_not(response.begin() + kAfterReply, response.end(),
                                 [](char c) { return (c >= '0' && c <= '9') || c == '.'; });
    const std::string code{response.begin() + kAfterReply, end};
    return std::ranges::count(code, '.') == 2 ? code : std::string{};
}

/// A reply to a mail server's command that says no.
struct Refusal {
    enum class Step : std::uint8_t { Greeting, Protection, SignIn, Sender, Recipient, Mail };
    Step step;
    int reply;
    std::string detail;
};

std::string codesOf(const Refusal& refusal)
{
    return " (" + std::to_string(refusal.reply) +
        (refusal.detail.empty() ? "" : ' ' + refusal.detail) + ')';
}

MailFate fateOf(const Refusal& refusal)
{
    using Step = Refusal::Step;
    const bool isFinal = refusal.reply / 100 == 5;
    MailFate fate{MailFate::Kind::Later, {}, refusal.reply, refusal.detail, false};
    switch (refusal.step) {
    case Step::Greeting:
        fate.problem = "The mail server takes no mail now" + codesOf(refusal) + ".";
        break;
    case Step::Protection:
        fate.problem = "The mail server offers no TLS" + codesOf(refusal) +
            ". Ask its administrator, or choose another port.";
        break;
    case Step::SignIn:
        fate.problem = "The mail server does not accept the user and password" + codesOf(refusal) +
            ". Set them anew.";
        break;
    case Step::Sender:
        fate.problem = "The mail server does not send for this address" + codesOf(refusal) +
            ". Look at the sender.";
        break;
    case Step::Recipient:
        fate.kind = isFinal ? MailFate::Kind::Refused : MailFate::Kind::Later;
        fate.isBounce = isFinal;
        fate.problem = isFinal ? "The address does not exist, or takes no mail" + codesOf(refusal) +
                ". Ask for another one."
                               : "The address takes no mail now" + codesOf(refusal) + ".";
        break;
    case Step::Mail:
        fate.kind = isFinal ? MailFate::Kind::Refused : MailFate::Kind::Later;
        fate.problem = isFinal
            ? "The mail server does not want this mail" + codesOf(refusal) + "."
            : "The mail server could not take this mail now" + codesOf(refusal) + ".";
        break;
    }
    return fate;
}

/// A session whose socket can be put under TLS, by the name that was asked for.
class Session : public SMTPClientSession {
public:
    explicit Session(const Poco::Net::StreamSocket& socket) : SMTPClientSession{socket} {}

    void expect(const std::string& command, bool (*isRight)(int), Refusal::Step step)
    {
        std::string response;
        const int reply = sendCommand(command, response);
        if (reply <= 0) { // a connection under TLS that is gone, or too slow, says so this way
            throw Poco::Net::ConnectionAbortedException{"no answer"};
        }
        if (!isRight(reply)) {
            throw Refusal{step, reply, detailOf(response)};
        }
    }
    void protect(const std::string& host, const Poco::Net::Context::Ptr& context)
    {
        expect(
            "STARTTLS", [](int reply) { return reply == kReady; }, Refusal::Step::Protection);
        // What came in the clear behind the answer goes with the old buffer (RFC 3207 §5).
        socket() = Poco::Net::SecureStreamSocket::attach(socket(), host, context);
    }
};

bool isThisComputer(const std::string& host)
{
    return host == "localhost" || host == "127.0.0.1" || host == "::1";
}

Poco::Net::Context::Ptr tlsOf(const SmtpSettings& settings)
{
    using Poco::Net::Context;
    Context::Ptr context{new Context{Context::TLS_CLIENT_USE, "", "", settings.authorities,
                                     Context::VERIFY_STRICT, 9, settings.authorities.empty(),
                                     "HIGH:!aNULL:!MD5:!RC4:!3DES"}};
    context->requireMinimumProtocol(Context::PROTO_TLSV1_2);
    context->enableExtendedCertificateVerification(true);
    return context;
}

} // namespace

struct SmtpCourier::Private {
    std::shared_ptr<const SmtpSettings> settings;
    std::unique_ptr<Session> session;

    Poco::Timespan patience() const { return {static_cast<long>(settings->patience.count()), 0}; }

    std::unique_ptr<Session> connected() const
    {
        const Poco::Net::SocketAddress address{settings->host, settings->port};
        const bool isTls = settings->protection == SmtpSettings::Protection::Tls;
        Poco::Net::StreamSocket socket;
        if (isTls) {
            Poco::Net::SecureStreamSocket secure{tlsOf(*settings)};
            secure.setPeerHostName(settings->host);
            socket = secure;
        }
        socket.connect(address, patience());
        auto made = std::make_unique<Session>(socket);
        made->setTimeout(patience());
        signIn(*made);
        return made;
    }

    void signIn(Session& made) const
    {
        try {
            made.login(settings->name);
        } catch (const Poco::Net::SMTPException& refusal) {
            throw Refusal{Refusal::Step::Greeting, refusal.code(), {}};
        }
        if (settings->protection == SmtpSettings::Protection::StartTls) {
            made.protect(settings->host, tlsOf(*settings));
            made.expect("EHLO " + settings->name, isDone, Refusal::Step::Greeting);
        }
        if (settings->user.empty()) {
            return;
        }
        // RFC 4616: no authorization identity, the user, the password.
        Bytes said{0};
        said.insert(said.end(), settings->user.begin(), settings->user.end());
        said.push_back(0);
        const ByteView secret = settings->password.view();
        said.insert(said.end(), secret.begin(), secret.end());
        made.expect("AUTH PLAIN " + toBase64(said), isDone, Refusal::Step::SignIn);
    }

    void hand(Session& to, const std::string& from, const std::string& recipient,
              const std::string& mime)
    {
        to.expect("MAIL FROM:<" + from + '>', isDone, Refusal::Step::Sender);
        to.expect("RCPT TO:<" + recipient + '>', isDone, Refusal::Step::Recipient);
        to.expect(
            "DATA", [](int reply) { return reply == kGoOn; }, Refusal::Step::Mail);
        std::istringstream content{mime}; // lines that begin with a dot are Poco's concern
        try {
            to.sendMessage(content);
        } catch (const Poco::Net::SMTPException& refusal) {
            throw Refusal{Refusal::Step::Mail, refusal.code(), {}};
        }
    }

    /// Ready for a mail: the one that was kept, if it still answers.
    Session& ready()
    {
        if (session) {
            try {
                session->expect("RSET", isDone, Refusal::Step::Greeting);
                return *session;
            } catch (const Refusal&) {
                session.reset();
            } catch (const Poco::Exception&) {
                session.reset();
            }
        }
        session = connected();
        return *session;
    }
};

SmtpCourier::SmtpCourier(std::unique_ptr<Private> parts) : d{std::move(parts)} {}

SmtpCourier::~SmtpCourier() = default;

Result<std::unique_ptr<SmtpCourier>> SmtpCourier::open(std::shared_ptr<const SmtpSettings> settings)
{
    if (settings->protection == SmtpSettings::Protection::None && !isThisComputer(settings->host)) {
        return refused("mail_unprotected",
                       "Mail would cross the network in the clear. Choose \"starttls\" or \"tls\"; "
                       "without either only a mail server on this computer is spoken to.");
    }
    auto parts = std::make_unique<Private>();
    parts->settings = std::move(settings);
    return std::unique_ptr<SmtpCourier>{new SmtpCourier{std::move(parts)}};
}

MailFate SmtpCourier::deliver(const std::string& from, const std::string& to,
                              const std::string& mime)
{
    if (!isMailAddress(from) || !isMailAddress(to)) {
        return {MailFate::Kind::Refused,
                "This is not an address that mail can be sent to.",
                0,
                {},
                true};
    }
    try {
        d->hand(d->ready(), from, to, mime);
        return {MailFate::Kind::Taken, {}, 0, {}, false};
    } catch (const Refusal& refusal) {
        if (refusal.step != Refusal::Step::Recipient) {
            d->session.reset();
        }
        return fateOf(refusal);
    } catch (const Poco::Net::SSLException&) {
        d->session.reset();
        return {MailFate::Kind::Later,
                "The mail server's certificate cannot be trusted, or is for another name. Look at "
                "the name of the server, and at who vouches for it.",
                0,
                {},
                false};
    } catch (const Poco::Exception&) {
        d->session.reset();
        return {MailFate::Kind::Later,
                "The mail server cannot be reached. Look at its name and port, and at the network.",
                0,
                {},
                false};
    }
}

} // namespace foyer::server
