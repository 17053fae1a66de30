// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/client/server_worklist.h"

#include "sync/client/json_request.h"
#include "sync/protocol/flat_json.h"

#include <nlohmann/json.hpp>

#include <utility>

namespace foyer::sync {
namespace {

using Json = nlohmann::json;
using protocol::jsonQuoted;

} // namespace

Result<ServerWorklist::Rows> ServerWorklist::rowsOf(const std::string& path, const char* name,
                                                    const std::string& query)
{
    HttpRequest request;
    request.path = path;
    request.query = query;
    request.accept = "application/json";
    const auto answer = m_session.sendAsUser(std::move(request));
    if (!answer) {
        return answer.error();
    }
    const Json object = Json::parse(answer->body.begin(), answer->body.end(), nullptr, false);
    Rows rows;
    if (!object.is_object()) {
        return rows;
    }
    for (const Json& each : object.value(name, Json::array())) {
        auto& row = rows.emplace_back();
        for (const auto& [key, value] : each.items()) {
            row[key] = value.is_string() ? value.get<std::string>() : value.dump();
        }
    }
    return rows;
}

Result<void> ServerWorklist::post(const std::string& path, const std::string& body)
{
    const auto answer = m_session.sendAsUser(jsonRequest(path, body));
    return answer ? Result<void>{} : Result<void>{answer.error()};
}

Result<ServerWorklist::Rows> ServerWorklist::jobs(bool onlyGivenUp)
{
    return rowsOf("/v1/jobs", "jobs", onlyGivenUp ? "state=given_up" : "");
}

Result<void> ServerWorklist::retryJob(const std::string& id)
{
    return post("/v1/jobs/" + id + "/retry", "{}");
}

Result<ServerWorklist::Rows> ServerWorklist::paymentTroubles()
{
    return rowsOf("/v1/payment-troubles", "troubles");
}

Result<void> ServerWorklist::retryPayment(const std::string& id)
{
    return post("/v1/payments/" + id + "/retry", "{}");
}

Result<ServerWorklist::Rows> ServerWorklist::settlementCases()
{
    return rowsOf("/v1/reconciliation/cases", "cases");
}

Result<void> ServerWorklist::reconcile()
{
    return post("/v1/reconciliation/run", "{}");
}

Result<void> ServerWorklist::endCase(const std::string& provider, const std::string& kind,
                                     const std::string& subject, const std::string& note)
{
    return post("/v1/reconciliation/cases/end",
                R"({"provider":)" + jsonQuoted(provider) + R"(,"kind":)" + jsonQuoted(kind) +
                    R"(,"subject":)" + jsonQuoted(subject) + R"(,"note":)" + jsonQuoted(note) +
                    "}");
}

Result<ServerWorklist::MailAddressState> ServerWorklist::mailAddress(const std::string& address)
{
    const auto answer = m_session.sendAsUser(
        jsonRequest("/v1/mail/addresses/look", R"({"address":)" + jsonQuoted(address) + "}"));
    if (!answer) {
        return answer.error();
    }
    const Json said = Json::parse(answer->body.begin(), answer->body.end(), nullptr, false);
    if (!said.is_object()) {
        return badInput("bad_json",
                        "The server's answer cannot be read. Its Foyer may be newer: "
                        "update this counter.");
    }
    return MailAddressState{said.value("came_back", false), said.value("unsubscribed", false)};
}

Result<void> ServerWorklist::allowMailAddress(const std::string& address)
{
    return post("/v1/mail/addresses/allow", R"({"address":)" + jsonQuoted(address) + "}");
}

} // namespace foyer::sync
