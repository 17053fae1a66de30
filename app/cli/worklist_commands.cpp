// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What an administrator looks after at a server: jobs, payments that do not go on, accounts.

#include "app/cli/json_forms.h"
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

/// The rows as they are, and for people one line each of these columns.
Result<Answer> shown(const Result<ServerWorklist::Rows>& rows, const char* name,
                     const std::vector<const char*>& columns, const char* none)
{
    if (!rows) {
        return rows.error();
    }
    Json list = Json::array();
    std::string text;
    for (const auto& row : *rows) {
        list.push_back(row);
        for (const char* const column : columns) {
            const auto found = row.find(column);
            if (found != row.end() && !found->second.empty()) {
                text += (text.empty() || text.back() == '\n' ? "" : "  ") + found->second;
            }
        }
        text += '\n';
    }
    return Answer{line(Json{{name, list}}), text.empty() ? std::string{none} + '\n' : text, {}};
}

Result<Answer> told(const Result<void>& done, const char* text)
{
    return done ? Result<Answer>{Answer{line(Json::object()), std::string{text} + '\n', {}}}
                : Result<Answer>{done.error()};
}

} // namespace

Result<Answer> run(const ServerJobsCommand& command, Session& session)
{
    return atServer(session, [&](ServerWorklist& worklist) {
        return shown(worklist.jobs(command.onlyGivenUp), "jobs",
                     {"state", "kind", "id", "due_at", "problem"}, "There are no such jobs.");
    });
}

Result<Answer> run(const ServerRetryJobCommand& command, Session& session)
{
    return atServer(session, [&](ServerWorklist& worklist) {
        return told(worklist.retryJob(command.job), "It is done once more.");
    });
}

Result<Answer> run(const PaymentTroublesCommand&, Session& session)
{
    return atServer(session, [](ServerWorklist& worklist) {
        return shown(worklist.paymentTroubles(), "troubles",
                     {"what", "order", "amount", "currency", "provider", "reason", "payment"},
                     "All payments go on by themselves.");
    });
}

Result<Answer> run(const PaymentRetryCommand& command, Session& session)
{
    return atServer(session, [&](ServerWorklist& worklist) {
        return told(worklist.retryPayment(command.payment), "It is looked at once more.");
    });
}

Result<Answer> run(const SettlementCasesCommand&, Session& session)
{
    return atServer(session, [](ServerWorklist& worklist) {
        return shown(worklist.settlementCases(), "cases",
                     {"kind", "provider", "subject", "here", "there", "currency", "opened_at"},
                     "The books and the accounts fit.");
    });
}

Result<Answer> run(const ReconcileCommand&, Session& session)
{
    return atServer(session, [](ServerWorklist& worklist) {
        return told(worklist.reconcile(), "The accounts are being compared.");
    });
}

Result<Answer> run(const SettlementCaseEndCommand& command, Session& session)
{
    return atServer(session, [&](ServerWorklist& worklist) {
        return told(worklist.endCase(command.provider, command.kind, command.subject, command.note),
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
