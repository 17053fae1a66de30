// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/server/server_settings.h"
#include "core/documents/drawing/document_language.h"
#include "core/services/authority/restored_authority.h"
#include "core/services/guarded.h"
#include "sync/protocol/enrolment.h"

#include <Poco/Util/HelpFormatter.h>
#include <Poco/Util/Option.h>
#include <Poco/Util/OptionSet.h>
#include <Poco/Util/ServerApplication.h>

#include <QGuiApplication>

#include <csignal>
#include <cstdio>
#include <iostream>
#include <optional>

namespace foyer {
namespace {

constexpr const char* kOptions[][3] = {
    {"config", "FILE", "read settings from this file (.properties, .ini, .json or .xml)"},
    {"data", "FOLDER", "where the server's data lie"},
    {"dev", "", "for development: make what is missing, as --prepare does, then serve"},
    {"prepare", "", "make what is missing (data folder, key file, own certificate), and end"},
    {"set-secret", "NAME",
     "set the password or PIN of this user, read from standard input, and end"},
    {"restored", "WHY",
     "say that the database came back from a backup, and why, before it is served again; and end"},
    {"make-code", "NAME", "make a one-time code for a device of this name, print it, and end"},
    {"test-mail", "ADDRESS", "send a mail there, to see whether the mail settings work, and end"},
    {"help", "", "print this text"},
};

/// The exit status of an error, as foyer-cli has it.
int statusOf(const Error& error)
{
    switch (error.kind) {
    case ErrorKind::Refused:
        return 1;
    case ErrorKind::Usage:
        return 2;
    case ErrorKind::BadInput:
        return 3;
    case ErrorKind::Storage:
        break;
    }
    return 4;
}

class ServerProgram final : public Poco::Util::ServerApplication {
protected:
    void defineOptions(Poco::Util::OptionSet& options) override
    {
        ServerApplication::defineOptions(options);
        for (const auto& [name, argument, text] : kOptions) {
            Poco::Util::Option option{name, "", text};
            if (*argument != '\0') {
                option.argument(argument);
            }
            options.addOption(option);
        }
    }

    void handleOption(const std::string& name, const std::string& value) override
    {
        ServerApplication::handleOption(name, value);
        if (name == "config") {
            loadConfiguration(value);
        } else if (name == "data") {
            config().setString("server.data", value);
        } else if (name == "dev") {
            m_isDevelopment = true;
        } else if (name == "prepare") {
            m_isPreparing = true;
        } else if (name == "set-secret") {
            m_userName = value;
        } else if (name == "restored") {
            m_restoredWhy = value;
        } else if (name == "make-code") {
            m_deviceName = value;
        } else if (name == "test-mail") {
            m_mailTo = value;
        } else if (name == "help") {
            m_wantsHelp = true;
            stopOptionsProcessing();
        }
    }

    int main(const std::vector<std::string>& /*arguments*/) override
    {
        if (m_wantsHelp) {
            Poco::Util::HelpFormatter help{options()};
            help.setUnixStyle(true);
            help.setCommand(commandName());
            help.setUsage("[OPTIONS]");
            help.format(std::cout);
            return 0;
        }
        const auto done = guarded([this] { return work(); });
        if (!done) {
            std::fprintf(stderr, "foyer-server: %s (%s)\n", done.error().message.c_str(),
                         done.error().code.c_str());
            return statusOf(done.error());
        }
        return 0;
    }

private:
    Result<void> work()
    {
        auto options = serverOptions(config());
        if (!options) {
            return options.error();
        }
        options->version = FOYER_VERSION;
        if (m_isDevelopment || m_isPreparing) {
            auto prepared = prepareServer(*options, m_clock, m_random);
            if (!prepared || m_isPreparing) {
                return prepared;
            }
        }
        if (m_mailTo) {
            return testMail(*options);
        }
        auto opened = server::FoyerServer::open(*options, m_clock, m_random);
        if (!opened) {
            return opened.error();
        }
        const OrganizerId house = houseOf((*opened)->store());
        // One that is empty is refused by who gets it; to serve instead is not what was asked.
        if (m_restoredWhy) {
            // Who can start this program with its data may do what it does.
            return openNextLife((*opened)->store().here(), house, Permit::ofProgram(), m_clock,
                                m_random, *m_restoredWhy);
        }
        if (m_deviceName) {
            return printCode(**opened, house);
        }
        if (m_userName) {
            return setSecret(**opened, house);
        }
        return serve(**opened);
    }

    Result<void> testMail(const server::FoyerServerOptions& options)
    {
        if (!options.mail) {
            return usageError(
                "no_mail",
                "No mail server is set. Say which one in mail.host, and the sender in "
                "mail.bounces.",
                "mail.host");
        }
        server::MailMessage message;
        message.at = m_clock.now();
        message.from = {"Foyer", options.mail->bounces};
        message.to = {"", *m_mailTo};
        message.id = server::mailIdOf(Uuid::v7(message.at, m_random), message.from);
        message.subject = "A test from your box office";
        message.text = "Whoever reads this gets mail from the box office's server.\n";
        const auto mime = mimeOf(message);
        if (!mime) {
            return mime.error();
        }
        const auto courier = server::SmtpCourier::open(options.mail->server);
        if (!courier) {
            return courier.error();
        }
        const auto fate = (*courier)->deliver(options.mail->bounces, *m_mailTo, *mime);
        if (fate.kind != server::MailFate::Kind::Taken) {
            return refused("mail_not_taken", fate.problem);
        }
        std::puts("The mail server has taken the mail. Look whether it arrives.");
        return {};
    }

    Result<void> printCode(server::FoyerServer& server, OrganizerId house)
    {
        if (m_deviceName->find_first_not_of(' ') == std::string::npos) {
            return usageError("bad_name", "Say what the device is to be called.", "make-code");
        }
        const auto code = server.devices().makeCode(house, *m_deviceName);
        if (!code) {
            return code.error();
        }
        std::printf("%s\n%s\n", code->shown().c_str(),
                    protocol::toText(protocol::EnrolmentInvitation{server.publicUrl(), code->text(),
                                                                   server.pin()})
                        .c_str());
        return {};
    }

    /// For the first administrator, before anybody can sign in. Not an argument: those can be seen.
    Result<void> setSecret(server::FoyerServer& server, OrganizerId house)
    {
        std::string secret;
        std::getline(std::cin, secret);
        const auto people = server.registry().people(house);
        const People::Person* person = people->named(*m_userName);
        if (person == nullptr) {
            return refused("unknown_user", "There is no user of this name.");
        }
        const std::optional<std::string> given{secret};
        return isPinShaped(secret)
            ? server.secrets().change(house, person->user.id, std::nullopt, given)
            : server.secrets().change(house, person->user.id, given, std::nullopt);
    }

    Result<void> serve(server::FoyerServer& server)
    {
        // Before any thread begins: whoever of them got the signal first would end the process.
        sigset_t signals;
        ::sigemptyset(&signals);
        for (const int signal : {SIGTERM, SIGINT, SIGQUIT}) {
            ::sigaddset(&signals, signal);
        }
        ::pthread_sigmask(SIG_BLOCK, &signals, nullptr);
        if (auto started = server.start(); !started) {
            return started;
        }
        if (m_isDevelopment) {
            std::printf("Listening on https://localhost:%d\n", int{server.port()});
            std::fflush(stdout);
        }
        waitForTerminationRequest();
        server.stop();
        return {};
    }

    SystemClock m_clock;
    SystemRandom m_random;
    std::optional<std::string> m_mailTo;
    bool m_isDevelopment = false;
    bool m_isPreparing = false;
    bool m_wantsHelp = false;
    // Nothing: not asked for.
    std::optional<std::string> m_restoredWhy;
    std::optional<std::string> m_deviceName;
    std::optional<std::string> m_userName;
};

} // namespace
} // namespace foyer

int main(int argc, char** argv)
{
    // Qt Sql looks for its drivers beside the application object, and tickets are drawn with Qt's
    // fonts; there is no event loop, and no display.
    qputenv("QT_QPA_PLATFORM", "offscreen");
    // The log is one object a line; what Qt remarks about a display that is not there is not in it.
    qInstallMessageHandler([](QtMsgType type, const QMessageLogContext&, const QString& words) {
        if (type == QtFatalMsg) {
            std::fprintf(stderr, "foyer-server: %s\n", words.toUtf8().constData());
        }
    });
    const QGuiApplication application{argc, argv};
    foyer::allowDocumentLanguages();
    foyer::ServerProgram program;
    return program.run(argc, argv);
}
