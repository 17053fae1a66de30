// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/client/server_bank.h"

#include "sync/client/json_request.h"
#include "sync/protocol/flat_json.h"

#include <nlohmann/json.hpp>

#include <chrono>

namespace foyer::sync {
namespace {

using Json = nlohmann::json;

Json objectIn(const HttpAnswer& answer)
{
    return Json::parse(answer.body.begin(), answer.body.end(), nullptr, false);
}

std::int64_t countIn(const Json& object, const char* name)
{
    const auto found = object.find(name);
    return found != object.end() && found->is_number_integer() ? found->get<std::int64_t>() : 0;
}

std::string textIn(const Json& object, const char* name)
{
    const auto found = object.find(name);
    return found != object.end() && found->is_string() ? found->get<std::string>() : std::string{};
}

} // namespace

Result<ServerBank::Taken> ServerBank::take(Bytes file)
{
    constexpr std::chrono::minutes kPatience{3}; // a year's statement takes a while
    HttpRequest request;
    request.method = "POST";
    request.path = "/v1/bank/statements";
    request.accept = "application/json";
    request.contentType = "application/octet-stream";
    request.body = std::move(file);
    request.patience = kPatience;
    const auto answer = m_session.sendAsUser(std::move(request));
    if (!answer) {
        return answer.error();
    }
    const Json object = objectIn(*answer);
    if (!object.is_object()) {
        return badInput("bad_json",
                        "The server's answer about a statement cannot be read. Its Foyer may be "
                        "newer: update this counter.");
    }
    Taken taken{countIn(object, "lines"),     countIn(object, "known"),
                countIn(object, "ignored"),   countIn(object, "matched"),
                countIn(object, "unmatched"), {}};
    for (const Json& each : object.value("differences", Json::array())) {
        if (each.is_object()) {
            taken.differences.emplace_back(textIn(each, "amount"), textIn(each, "currency"));
        }
    }
    return taken;
}

Result<ServerBank::Rows> ServerBank::rowsOf(const std::string& path, const std::string& query,
                                            const char* name)
{
    HttpRequest request;
    request.path = path;
    request.query = query;
    request.accept = "application/json";
    const auto answer = m_session.sendAsUser(std::move(request));
    if (!answer) {
        return answer.error();
    }
    const Json object = objectIn(*answer);
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

Result<ServerBank::Rows> ServerBank::lines(bool onlyOpen)
{
    return rowsOf("/v1/bank/lines", onlyOpen ? "unmatched=1" : "", "lines");
}

Result<void> ServerBank::assign(const std::string& line, const std::string& to)
{
    const auto answer =
        m_session.sendAsUser(jsonRequest("/v1/bank/lines/" + line + "/assign",
                                         R"({"to":)" + protocol::jsonQuoted(to) + "}"));
    return answer ? Result<void>{} : Result<void>{answer.error()};
}

Result<ServerBank::Rows> ServerBank::outgoing()
{
    return rowsOf("/v1/bank/outgoing", "", "outgoing");
}

Result<void> ServerBank::noteSent(const std::string& id)
{
    const auto answer =
        m_session.sendAsUser(jsonRequest("/v1/bank/outgoing/" + id + "/sent", "{}"));
    return answer ? Result<void>{} : Result<void>{answer.error()};
}

} // namespace foyer::sync
