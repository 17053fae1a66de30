// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/server/http/openapi.h"

#include "sync/server/http/problem.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <memory>
#include <mutex>
#include <set>

namespace foyer::server {
namespace {

using Json = nlohmann::json;

Json problemResponse(int status, const std::vector<std::string>& codes)
{
    std::string description{reasonPhrase(status)};
    if (!codes.empty()) {
        description += ": ";
        for (const std::string& code : codes) {
            description += (code == codes.front() ? "" : ", ") + code;
        }
    }
    return {{"description", description},
            {"content",
             {{"application/problem+json",
               {{"schema", {{"$ref", "#/components/schemas/Problem"}}}}}}}};
}

Json mediaTypes(const std::vector<std::string>& types)
{
    Json content = Json::object();
    for (const std::string& type : types) {
        // CBOR bodies are specified in sync/protocol; to OpenAPI they are bytes.
        content[type] = {{"schema",
                          type == kJson ? Json{{"type", "object"}}
                                        : Json{{"type", "string"}, {"format", "binary"}}}};
    }
    return content;
}

/// The refusals that follow from what a route declares, and its own.
Json responses(const Route& route)
{
    std::map<int, std::vector<std::string>> refusals{
        {400, {}}, {404, {}}, {408, {}}, {431, {}}, {500, {"internal_error"}}, {503, {"busy"}}};
    if (route.access.kind() != Access::Kind::Public) {
        refusals[401] = {"token_missing", "bad_token",  "token_expired", "device_revoked",
                         "bad_signature", "clock_skew", "replay"};
    }
    if (route.access.kind() == Access::Kind::Permission) {
        refusals[403] = {"not_permitted"};
    }
    if (route.bodyMax > 0) {
        refusals[413] = {"content_too_large"};
        refusals[415] = {"unsupported_media_type"};
    }
    if (route.bucket != Bucket::None) {
        refusals[429] = {"too_many_requests"};
    }
    for (const auto& [status, code] : route.refusals) {
        auto& codes = refusals[status];
        if (std::ranges::find(codes, code) == codes.end()) {
            codes.push_back(code);
        }
    }
    Json json{{"2XX", {{"description", "Done"}, {"content", mediaTypes(route.answers)}}}};
    for (const auto& [status, codes] : refusals) {
        json[std::to_string(status)] = problemResponse(status, codes);
    }
    return json;
}

std::string operationId(const Route& route)
{
    std::string id = route.method;
    std::ranges::transform(id, id.begin(), [](char c) { return static_cast<char>(c - 'A' + 'a'); });
    for (const char c : route.path) {
        id += c == '/' || c == '.' ? '_' : c;
    }
    std::erase_if(id, [](char c) { return c == '{' || c == '}'; });
    return id;
}

Json operation(const Route& route)
{
    Json json{{"summary", route.summary},
              {"operationId", operationId(route)},
              {"responses", responses(route)}};
    Json parameters = Json::array();
    for (std::size_t at = route.path.find('{'); at != std::string::npos;
         at = route.path.find('{', at + 1)) {
        const std::size_t end = route.path.find('}', at);
        parameters.push_back({{"name", route.path.substr(at + 1, end - at - 1)},
                              {"in", "path"},
                              {"required", true},
                              {"schema", {{"type", "string"}}}});
    }
    if (route.isSigned && route.bodyMax > 0) {
        parameters.push_back({{"name", "Idempotency-Key"},
                              {"in", "header"},
                              {"required", true},
                              {"schema", {{"type", "string"}, {"maxLength", 64}}}});
    }
    if (!parameters.empty()) {
        json["parameters"] = std::move(parameters);
    }
    if (route.bodyMax > 0) {
        json["requestBody"] = {{"required", true}, {"content", mediaTypes(route.accepts)}};
        json["x-body-bytes-max"] = route.bodyMax;
    }
    json["security"] = Json::array();
    if (route.access.kind() != Access::Kind::Public) {
        json["security"].push_back({{"token", Json::array()}, {"signature", Json::array()}});
    } else {
        json["description"] = route.access.why();
    }
    if (route.access.kind() == Access::Kind::Permission) {
        json["x-permission"] = permissionName(route.access.permission());
    }
    return json;
}

} // namespace

std::string openApiDocument(const Router& router, const std::string& version)
{
    Json paths = Json::object();
    for (const Route& route : router.routes()) {
        std::string method = route.method;
        std::ranges::transform(method, method.begin(),
                               [](char c) { return static_cast<char>(c - 'A' + 'a'); });
        paths[route.path][method] = operation(route);
    }
    const Json text{{"type", "string"}};
    const Json document{
        {"openapi", "3.1.0"},
        {"info",
         {{"title", "Foyer server"},
          {"version", version},
          {"license", {{"name", "GPL-3.0-or-later"}, {"identifier", "GPL-3.0-or-later"}}}}},
        {"paths", std::move(paths)},
        {"components",
         {{"securitySchemes",
           {{"token", {{"type", "http"}, {"scheme", "bearer"}, {"bearerFormat", "JWT"}}},
            {"signature",
             {{"type", "apiKey"},
              {"in", "header"},
              {"name", "Signature"},
              {"description",
               "RFC 9421 by the device key; see sync/protocol/request_signature.h"}}}}},
          {"schemas",
           {{"Problem",
             {{"type", "object"},
              {"required", {"status", "title", "code", "detail"}},
              {"properties",
               {{"status", {{"type", "integer"}}},
                {"title", text},
                {"code", text},
                {"detail", text},
                {"where", text},
                {"facts", {{"type", "array"}, {"items", text}}}}}}}}}}}};
    return document.dump(2);
}

void addOpenApiRoute(Router& router, std::string version)
{
    struct Made {
        std::once_flag once;
        std::string text;
    };
    router.add({.method = "GET",
                .path = "/v1/openapi.json",
                .access = Access::everybody("What can be asked for is no secret."),
                .bucket = Bucket::Public,
                .isSigned = false,
                .handler =
                    [&router, version = std::move(version),
                     made = std::make_shared<Made>()](const Request&) {
                        std::call_once(made->once,
                                       [&] { made->text = openApiDocument(router, version); });
                        return jsonReply(made->text);
                    },
                .summary = "This document"});
}

} // namespace foyer::server
