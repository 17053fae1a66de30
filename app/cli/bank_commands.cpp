// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The house's bank account, at its server.

#include "app/cli/input_file.h"
#include "app/cli/json_forms.h"
#include "app/cli/row_answer.h"
#include "app/cli/run.h"
#include "app/cli/server_link.h"
#include "app/cli/session.h"
#include "core/services/counter.h"
#include "sync/client/server_bank.h"

#include <nlohmann/json.hpp>

#include <functional>

namespace foyer::cli {
namespace {

using sync::ServerBank;

Result<Answer> atBank(Session& session, const std::function<Result<Answer>(ServerBank&)>& act)
{
    return signedInAtServer(session, [&act](Counter&, sync::DeviceSession& server) {
        ServerBank bank{server};
        return act(bank);
    });
}

Answer answerOf(const ServerBank::Taken& taken)
{
    Json differences = Json::array();
    std::string text = std::to_string(taken.lines) + " lines: " + std::to_string(taken.matched) +
        " matched, " + std::to_string(taken.unmatched) + " unmatched, " +
        std::to_string(taken.known) + " known, " + std::to_string(taken.ignored) + " ignored\n";
    for (const auto& [amount, currency] : taken.differences) {
        differences.push_back(Json{{"amount", amount}, {"currency", currency}});
        text += "The balances say " + amount + " " + currency +
            " more than the lines: a part of the statement may be missing.\n";
    }
    return {line(Json{{"lines", taken.lines},
                      {"matched", taken.matched},
                      {"unmatched", taken.unmatched},
                      {"known", taken.known},
                      {"ignored", taken.ignored},
                      {"differences", differences}}),
            text,
            {}};
}

} // namespace

Result<Answer> run(const BankImportCommand& command, Session& session)
{
    const auto file = readInputFile(command.file);
    if (!file) {
        return file.error();
    }
    return atBank(session, [&](ServerBank& bank) -> Result<Answer> {
        const auto taken = bank.take(Bytes{file->begin(), file->end()});
        return taken ? Result<Answer>{answerOf(*taken)} : Result<Answer>{taken.error()};
    });
}

Result<Answer> run(const BankLinesCommand& command, Session& session)
{
    return atBank(session, [&](ServerBank& bank) {
        return answerOfRows(bank.lines(command.onlyUnmatched), "lines",
                            {"day", "amount", "left", "currency", "id", "named", "name", "text"},
                            "There are no such lines.");
    });
}

Result<Answer> run(const BankAssignCommand& command, Session& session)
{
    return atBank(session, [&](ServerBank& bank) {
        return answerOfAct(bank.assign(command.line, command.to), "That is what it is for.");
    });
}

Result<Answer> run(const BankOutgoingCommand&, Session& session)
{
    return atBank(session, [](ServerBank& bank) {
        return answerOfRows(bank.outgoing(), "outgoing",
                            {"order", "amount", "currency", "reference", "iban", "name", "id"},
                            "Nothing has to be transferred back.");
    });
}

Result<Answer> run(const BankSentCommand& command, Session& session)
{
    return atBank(session, [&](ServerBank& bank) {
        return answerOfAct(bank.noteSent(command.id), "It counts as given back.");
    });
}

} // namespace foyer::cli
