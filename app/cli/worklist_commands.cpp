// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What an administrator looks after at a server: jobs, payments that do not go on, accounts.

#include "app/cli/json_forms.h"
#include "app/cli/row_answer.h"
#include "app/cli/run.h"
#include "app/cli/server_link.h"
#include "app/cli/session.h"
#include "core/services/counter.h"
#include "sync/client/server_worklist.h"

#include <nlohmann/json.hpp>

#include <functional>

namespace foyer::cli {
namespace {

using sync::ServerWorklist;

Result<Answer> atServer(Session& session, const std::function<Result<Answer>(ServerWorklist&)>& act)
{
    return signedInAtServer(session, [&act](Counter&, sync::DeviceSession& server) {
        ServerWorklist worklist{server};
        return act(worklist);
    });
}

} // namespace

Result<Answer> run(const ServerJobsCommand& command, Session& session)
{
    return atServer(session, [&](ServerWorklist& worklist) {
        return answerOfRows(worklist.jobs(command.onlyGivenUp), "jobs",
                            {"state", "kind", "id", "due_at", "problem"},
                            "There are no such jobs.");
    });
}

Result<Answer> run(const ServerRetryJobCommand& command, Session& session)
{
    return atServer(session, [&](ServerWorklist& worklist) {
        return answerOfAct(worklist.retryJob(command.job), "It is done once more.");
    });
}

Result<Answer> run(const PaymentTroublesCommand&, Session& session)
{
    return atServer(session, [](ServerWorklist& worklist) {
        return answerOfRows(worklist.paymentTroubles(), "troubles",
                            {"what", "order", "amount", "currency", "provider", "reason",
                             "payment"},
                            "All payments go on by themselves.");
    });
}

Result<Answer> run(const PaymentRetryCommand& command, Session& session)
{
    return atServer(session, [&](ServerWorklist& worklist) {
        return answerOfAct(worklist.retryPayment(command.payment), "It is looked at once more.");
    });
}

Result<Answer> run(const SettlementCasesCommand&, Session& session)
{
    return atServer(session, [](ServerWorklist& worklist) {
        return answerOfRows(worklist.settlementCases(), "cases",
                            {"kind", "provider", "subject", "here", "there", "currency",
                             "opened_at"},
                            "The books and the accounts fit.");
    });
}

Result<Answer> run(const ReconcileCommand&, Session& session)
{
    return atServer(session, [](ServerWorklist& worklist) {
        return answerOfAct(worklist.reconcile(), "The accounts are being compared.");
    });
}

Result<Answer> run(const SettlementCaseEndCommand& command, Session& session)
{
    return atServer(session, [&](ServerWorklist& worklist) {
        return answerOfAct(worklist.endCase(command.provider, command.kind, command.subject,
                                            command.note),
                           "The case has ended.");
    });
}

Result<Answer> run(const MailAddressCommand& command, Session& session)
{
    return atServer(session, [&](ServerWorklist& worklist) -> Result<Answer> {
        if (command.allow) {
            if (auto allowed = worklist.allowMailAddress(command.address); !allowed) {
                return std::move(allowed).error();
            }
        }
        const auto known = worklist.mailAddress(command.address);
        if (!known) {
            return known.error();
        }
        return Answer{
            line(Json{{"address",
                       {{"came_back", known->cameBack}, {"unsubscribed", known->isUnsubscribed}}}}),
            std::string{known->cameBack ? "Mails to it came back, so none is sent. --allow changes "
                                          "that.\n"
                                        : "Mails are sent to it.\n"} +
                (known->isUnsubscribed ? "Bulletins are not wanted there.\n" : ""),
            {}};
    });
}

} // namespace foyer::cli
