// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/answer.h"
#include "app/cli/arguments.h"
#include "app/cli/server_link.h"
#include "app/cli/session.h"

#include <QCoreApplication>
#include <QGuiApplication>

#include <cstdio>
#include <memory>

#include <sys/resource.h>

namespace {

using namespace foyer;

/// A crash must not leave keys and customers behind in a core file.
void forbidCoreFiles()
{
    const rlimit none{0, 0};
    ::setrlimit(RLIMIT_CORE, &none);
}

/// Documents need fonts, and so a QGuiApplication, which finds no display on a server.
std::unique_ptr<QCoreApplication> applicationFor(const cli::Command& command, int& argc,
                                                 char** argv)
{
    if (!command.makesDocuments) {
        return std::make_unique<QCoreApplication>(argc, argv);
    }
    qputenv("QT_QPA_PLATFORM", "offscreen");
    return std::make_unique<QGuiApplication>(argc, argv);
}

Result<cli::Answer> runCommand(const cli::Command& command, cli::Session& session)
{
    return command.run
        ? command.run(session)
        : Result<cli::Answer>{
              usageError("bad_usage", "Name a command. foyer-cli --help lists them.")};
}

/// Where a command is refused for rights that this counter has to fetch, fetches them and runs it
/// once more: an order first, then the seats that it is exchanged for. Where there is no network,
/// the refusal is the answer.
Result<cli::Answer> runWithRights(const cli::Command& command, cli::Session& session)
{
    constexpr int kFetchesMax = 2;
    auto answer = runCommand(command, session);
    for (int i = 0; i < kFetchesMax && !answer && isWantOfRights(answer.error()); ++i) {
        const auto counter = session.open();
        const RightsFetched fetched =
            counter ? cli::fetchMissingRights(**counter, session.random()) : RightsFetched{};
        if (!fetched.areHere) {
            return fetched.instead ? Result<cli::Answer>{*fetched.instead} : std::move(answer);
        }
        answer = runCommand(command, session);
    }
    return answer;
}

} // namespace

int main(int argc, char** argv)
{
    forbidCoreFiles();
    bool json = false;
    const auto invocation = cli::readArguments(argc, argv, json);
    if (!invocation) {
        return cli::say(invocation.error(), json);
    }
    if (!invocation->help.empty()) {
        return cli::say(cli::Answer{{}, invocation->help, {}}, false);
    }
    const auto application = applicationFor(invocation->command, argc, argv);
    Result<cli::Answer> answer = [&] {
        // Closed before the answer is given: whoever reads it may start the next command at once.
        cli::Session session{invocation->folder};
        session.actAs(invocation->user, invocation->approvedBy);
        return runWithRights(invocation->command, session);
    }();
    return answer ? cli::say(*answer, json) : cli::say(answer.error(), json);
}
