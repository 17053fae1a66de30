// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/json_forms.h"
#include "app/cli/run.h"
#include "app/cli/session.h"
#include "app/cli/terminal.h"
#include "core/base/hex.h"
#include "core/services/counter.h"
#include "core/services/integrity.h"
#include "core/services/ticket_codes.h"

#include <nlohmann/json.hpp>

namespace foyer::cli {
namespace {

Error cancelledError()
{
    return storageError("cancelled",
                        "The check was cancelled before it was done. Nothing was changed.");
}

Error faultsError(const IntegrityReport& report)
{
    Error error =
        storageError("integrity_faults",
                     "The check found " + std::to_string(report.findings.size()) +
                         " faults. Make a copy of the whole data folder before anything else.",
                     report.findings.front().where);
    error.facts = {std::to_string(report.findings.size())};
    return error;
}

std::string sizeText(const IntegrityReport& report)
{
    return std::to_string(report.entries) + " entries and " + std::to_string(report.tables) +
        " tables";
}

Answer answerWithReport(const IntegrityReport& report)
{
    Json findings = Json::array();
    Answer answer;
    for (const Finding& finding : report.findings) {
        findings.push_back(
            {{"code", finding.code}, {"message", finding.sentence}, {"where", finding.where}});
        answer.text += finding.code + ": " + finding.sentence +
            (finding.where.empty() ? "" : " (" + finding.where + ")") + "\n";
    }
    Json object;
    if (report.cancelled) {
        answer.complaint = cancelledError();
    } else if (!report.findings.empty()) {
        answer.complaint = faultsError(report);
    } else {
        answer.text = "All is well: " + sizeText(report) + " were checked.\n";
    }
    if (answer.complaint) {
        object["error"] = errorForm(*answer.complaint);
    }
    object["verify"] = {{"entries", report.entries},
                        {"tables", report.tables},
                        {"findings", findings},
                        {"cancelled", report.cancelled}};
    answer.json = line(object);
    return answer;
}

Json certificateForm(const TicketKeyCertificate& certificate)
{
    return {{"counter", certificate.counterName},
            {"counter_id", certificate.counter.text()},
            {"ticket_key", toHex(certificate.ticketKey)},
            {"valid_from", toRfc3339(certificate.validFrom)},
            {"valid_until", toRfc3339(certificate.validUntil)},
            {"certificate", toHex(encodeCertificate(certificate))}};
}

} // namespace

Result<Answer> run(const VerifyCommand&, Session& session)
{
    auto counter = session.open();
    if (!counter) {
        return std::move(counter).error();
    }
    const InterruptWatch watch;
    ProgressLine progress;
    const auto report = verifyJournal(**counter, progress.teller(), &watch.flag());
    if (!report) {
        return report.error();
    }
    return answerWithReport(*report);
}

Result<Answer> run(const RebuildCommand&, Session& session)
{
    auto counter = session.open();
    if (!counter) {
        return std::move(counter).error();
    }
    ProgressLine progress;
    const auto entries = rebuildProjections(**counter, progress.teller());
    if (!entries) {
        return entries.error();
    }
    return Answer{line(Json{{"rebuild", {{"entries", *entries}}}}),
                  "All tables were made anew from " + std::to_string(*entries) + " entries.\n",
                  {}};
}

Result<Answer> run(const KeysCommand&, Session& session)
{
    auto counter = session.open();
    if (!counter) {
        return std::move(counter).error();
    }
    const auto keys = keyOverview(**counter);
    if (!keys) {
        return keys.error();
    }
    Json form{{"counter", keys->counter},
              {"protection", session.protection()},
              {"authority", toHex(keys->authority)},
              {"device", toHex(keys->device)},
              {"ticket", toHex(keys->ticket)},
              {"certificates", Json::array()}};
    std::string text = keys->counter + "\n  authority " + toHex(keys->authority) +
        "\n  device    " + toHex(keys->device) + "\n  tickets   " + toHex(keys->ticket) +
        "\n  kept in   " + session.protection() + "\nCertificates\n";
    for (const TicketKeyCertificate& certificate : keys->certificates) {
        form["certificates"].push_back(certificateForm(certificate));
        text += "  " + certificate.counterName + ", until " + toRfc3339(certificate.validUntil) +
            "\n    " + toHex(encodeCertificate(certificate)) + "\n";
    }
    return Answer{line(Json{{"keys", form}}), text, {}};
}

Result<Answer> run(const RecoverCommand& command, Session& session)
{
    auto counter = session.open();
    if (!counter) {
        return std::move(counter).error();
    }
    const std::int64_t missing = (*counter)->entriesMissing();
    if (auto recovered = (*counter)->recover(command.reason); !recovered) {
        return std::move(recovered).error();
    }
    return Answer{line(Json{{"recover", {{"entries_missing", missing}}}}),
                  "The counter sells again. At least " + std::to_string(missing) +
                      " entries of before are not in this database.\n",
                  {}};
}

} // namespace foyer::cli
