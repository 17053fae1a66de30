// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/server/http/problem.h"

#include <nlohmann/json.hpp>

namespace foyer::server {
namespace {

Bytes bytesFrom(std::string_view text)
{
    const ByteView view = bytesOf(text);
    return {view.begin(), view.end()};
}

int statusOf(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::Refused:
        return 409;
    case ErrorKind::Usage:
    case ErrorKind::BadInput:
        return 400;
    case ErrorKind::Storage:
        break;
    }
    return 503;
}

Reply fromJson(const nlohmann::json& json, int status)
{
    Reply reply;
    reply.status = status;
    reply.contentType = "application/problem+json; charset=utf-8";
    // What a client sent may come back in a sentence; it must not break the form of the answer.
    reply.body = bytesFrom(json.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace));
    return reply;
}

} // namespace

std::string_view reasonPhrase(int status)
{
    switch (status) {
    case 100:
        return "Continue";
    case 200:
        return "OK";
    case 201:
        return "Created";
    case 204:
        return "No Content";
    case 304:
        return "Not Modified";
    case 400:
        return "Bad Request";
    case 401:
        return "Unauthorized";
    case 403:
        return "Forbidden";
    case 404:
        return "Not Found";
    case 405:
        return "Method Not Allowed";
    case 406:
        return "Not Acceptable";
    case 408:
        return "Request Timeout";
    case 409:
        return "Conflict";
    case 410:
        return "Gone";
    case 411:
        return "Length Required";
    case 413:
        return "Content Too Large";
    case 414:
        return "URI Too Long";
    case 415:
        return "Unsupported Media Type";
    case 417:
        return "Expectation Failed";
    case 422:
        return "Unprocessable Content";
    case 429:
        return "Too Many Requests";
    case 431:
        return "Request Header Fields Too Large";
    case 500:
        return "Internal Server Error";
    case 501:
        return "Not Implemented";
    case 503:
        return "Service Unavailable";
    case 505:
        return "HTTP Version Not Supported";
    default:
        return "Status";
    }
}

Reply jsonReply(std::string_view text, int status)
{
    Reply reply;
    reply.status = status;
    reply.contentType = "application/json; charset=utf-8";
    reply.body = bytesFrom(text);
    return reply;
}

Reply cborReply(Bytes bytes, int status)
{
    Reply reply;
    reply.status = status;
    reply.contentType = kCbor;
    reply.body = std::move(bytes);
    return reply;
}

Reply problem(int status, std::string_view code, std::string_view detail)
{
    return fromJson(
        {{"status", status}, {"title", reasonPhrase(status)}, {"code", code}, {"detail", detail}},
        status);
}

Reply problem(const Error& error, int status)
{
    const int chosen = status != 0 ? status : statusOf(error.kind);
    nlohmann::json json{{"status", chosen},
                        {"title", reasonPhrase(chosen)},
                        {"code", error.code},
                        {"detail", error.message}};
    if (!error.where.empty()) {
        json["where"] = error.where;
    }
    if (!error.facts.empty()) {
        json["facts"] = error.facts;
    }
    return fromJson(json, chosen);
}

} // namespace foyer::server
