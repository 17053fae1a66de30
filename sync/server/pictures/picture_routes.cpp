// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/server/pictures/picture_routes.h"

#include "sync/server/http/natural_number.h"
#include "sync/server/http/problem.h"

#include <algorithm>
#include <array>

namespace foyer::server {
namespace {

constexpr const char* kOctets = "application/octet-stream";

Reply noSuchPicture()
{
    return problem(404, "not_found", "There is nothing at this path.");
}

Reply badPicture()
{
    return problem(400, "bad_picture",
                   "Say which picture by its hash in lower case, and where the piece begins.");
}

Reply standingReply(const Result<PictureDesk::Standing>& standing)
{
    if (!standing) {
        const bool isUnknown = standing.error().code == "unknown_picture";
        return problem(standing.error(), isUnknown ? 404 : 0);
    }
    return jsonReply(R"({"arrived":)" + std::to_string(standing->arrived) + R"(,"total":)" +
                     std::to_string(standing->total) + R"(,"is_here":)" +
                     (standing->isHere ? "true" : "false") + "}");
}

Reply tellStanding(PictureDesk& desk, const Request& request)
{
    const auto hash = pictureHashFrom(request.parameter("hash"));
    return hash ? standingReply(desk.standing(request.caller->organizer, *hash)) : badPicture();
}

Reply takePiece(PictureDesk& desk, const Request& request)
{
    const auto hash = pictureHashFrom(request.parameter("hash"));
    const auto offset = naturalNumber(request.queryValue("from"));
    if (!hash || !offset || *offset > static_cast<std::int64_t>(kPictureBytesMax) ||
        request.body.empty()) {
        return badPicture();
    }
    return standingReply(desk.take(request.caller->organizer, *hash, *offset, request.body));
}

/// There is no look into the database: only what the server made itself is in its folder, and the
/// name of a picture cannot be guessed by who has not seen it.
Reply giveRendition(const PictureDesk& desk, const Request& request)
{
    const auto name = renditionNameIn(request.parameter("file"));
    if (!name) {
        return noSuchPicture();
    }
    const PictureSize size{name->width, 0};
    Reply reply;
    // What has this name never changes, so the name says as much as the bytes do.
    const std::string tag = '"' + std::string{request.parameter("file")} + '"';
    reply.headers = {{"Cache-Control", "public, max-age=31536000, immutable"},
                     {"ETag", tag},
                     {"Cross-Origin-Resource-Policy", "cross-origin"}};
    const auto known = request.headers.find("if-none-match");
    if (known != request.headers.end() && known->second.find(tag) != std::string::npos &&
        desk.files().hasRendition(name->hash, size, name->format)) {
        reply.status = 304;
        return reply;
    }
    auto bytes = desk.files().readRendition(name->hash, size, name->format);
    if (!bytes || !*bytes) {
        return noSuchPicture();
    }
    reply.contentType = pictureMediaType(name->format);
    reply.body = **std::move(bytes);
    return reply;
}

void addRenditionRoute(Router& router, PictureDesk& desk, const char* method)
{
    router.add({.method = method,
                .path = "/pictures/{file}",
                .access = Access::everybody("Posters are there to be seen. Only what this server "
                                            "encoded itself is given, by a name that is a hash."),
                .bucket = Bucket::Picture,
                .isSigned = false,
                .answers = {"image/jpeg", "image/png"},
                .headers = {"if-none-match"},
                .handler = [&desk](const Request& request) { return giveRendition(desk, request); },
                .summary = "A rendition of a picture, {hash}-{width}.{jpg|png}, which never "
                           "changes.",
                .refusals = {{404, "not_found"}}});
}

} // namespace

std::optional<RenditionName> renditionNameIn(std::string_view file)
{
    constexpr std::size_t kHashDigits = 2 * sizeof(PictureHash);
    if (file.size() <= kHashDigits || file[kHashDigits] != '-') {
        return std::nullopt;
    }
    const auto hash = pictureHashFrom(file.substr(0, kHashDigits));
    const std::string_view rest = file.substr(kHashDigits + 1);
    const std::size_t dot = rest.find('.');
    const auto width = naturalNumber(rest.substr(0, dot));
    if (!hash || !width || dot == std::string_view::npos ||
        std::to_string(*width) != rest.substr(0, dot)) {
        return std::nullopt;
    }
    for (const PictureFormat format : {PictureFormat::Jpeg, PictureFormat::Png}) {
        if (rest.substr(dot + 1) == pictureExtension(format)) {
            return RenditionName{*hash, *width, format};
        }
    }
    return std::nullopt;
}

void addPictureRoutes(Router& router, PictureDesk& desk)
{
    router.add({.method = "GET",
                .path = "/v1/pictures/{hash}",
                .access = Access::device(),
                .handler = [&desk](const Request& request) { return tellStanding(desk, request); },
                .summary = "How much of a picture of the caller's house has arrived here.",
                .refusals = {{400, "bad_picture"}, {404, "unknown_picture"}}});
    router.add({.method = "PUT",
                .path = "/v1/pictures/{hash}",
                .access = Access::device(),
                .bodyMax = kPicturePieceMax,
                .accepts = {kOctets},
                .handler = [&desk](const Request& request) { return takePiece(desk, request); },
                .summary = "The next piece of a picture, which begins at ?from=. Answers how much "
                           "is here: of a piece that does not come next nothing is taken.",
                .refusals = {{400, "bad_picture"},
                             {400, "picture_hash"},
                             {404, "unknown_picture"},
                             {409, "pictures_full"}}});
    addRenditionRoute(router, desk, "GET");
    addRenditionRoute(router, desk, "HEAD");
}

} // namespace foyer::server
