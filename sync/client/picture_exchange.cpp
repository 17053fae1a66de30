// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/client/picture_exchange.h"

#include "core/services/pictures.h"
#include "sync/protocol/flat_json.h"

#include <algorithm>
#include <chrono>
#include <optional>
#include <string_view>
#include <utility>

namespace foyer::sync {
namespace {

constexpr std::size_t kPiece = std::size_t{128} * 1024;
constexpr std::chrono::milliseconds kPicturePatience{60'000};

HttpRequest pictureRequest(const PictureHash& hash)
{
    HttpRequest request;
    request.path = "/v1/pictures/" + pictureHashText(hash);
    request.accept = "application/json, application/problem+json";
    request.patience = kPicturePatience;
    return request;
}

/// How much of a picture the server has, as it says.
struct AtServer {
    std::int64_t arrived = 0;
    bool isHere = false;
};

Result<AtServer> atServerIn(const HttpAnswer& answer)
{
    if (answer.status != 200) {
        return errorOf(answer);
    }
    const auto json = protocol::FlatJson::read(
        {reinterpret_cast<const char*>(answer.body.data()), answer.body.size()});
    const auto arrived = json ? json->integer("arrived") : std::nullopt;
    if (!arrived || *arrived < 0) {
        return storageError("server_error", "The server answered something else than expected.");
    }
    const auto found = json->members().find("is_here");
    const bool isHere = found != json->members().end() &&
        std::holds_alternative<bool>(found->second) && std::get<bool>(found->second);
    return AtServer{*arrived, isHere};
}

/// The picture is at fault, or its house's room at the server; the next one may be fine.
bool isOfThisPicture(const Error& error)
{
    return error.code == "pictures_full" || error.code == "unknown_picture" ||
        error.code == "picture_hash" || error.code == "bad_picture";
}

Result<bool> noted(Result<void> done)
{
    return done ? Result<bool>{true} : std::move(done).error();
}

} // namespace

PictureExchange::PictureExchange(DeviceSession& session, WithCounter withCounter,
                                 PictureFiles files, const PictureWorker& worker,
                                 std::int64_t bytesPerSecond)
    : m_session{session}, m_withCounter{std::move(withCounter)}, m_files{std::move(files)},
      m_worker{worker}, m_bytesPerSecond{bytesPerSecond}
{}

Result<PicturesCarried> PictureExchange::run(const Progress& progress)
{
    m_progress = progress;
    m_carried = {};
    using Unsent = std::vector<PictureAdded>;
    const auto unsent =
        askCounter<Unsent>(m_withCounter, [](Counter& counter) { return picturesToSend(counter); });
    if (!unsent) {
        return unsent.error();
    }
    m_carried.toSend = std::ssize(*unsent);
    for (const PictureAdded& each : *unsent) {
        tell();
        if (auto done = send(each); !done) {
            return std::move(done).error();
        }
    }
    using Missing = std::vector<RenditionToFetch>;
    const auto missing = askCounter<Missing>(m_withCounter, [](Counter& counter) {
        return renditionsToFetch(counter);
    });
    if (!missing) {
        return missing.error();
    }
    m_carried.toFetch = std::ssize(*missing);
    for (const RenditionToFetch& each : *missing) {
        tell();
        if (auto done = fetch(each); !done) {
            return std::move(done).error();
        }
    }
    tell();
    return m_carried;
}

Result<void> PictureExchange::send(const PictureAdded& picture)
{
    const auto bytes = m_files.readOriginal(picture.hash);
    if (!bytes || !*bytes || std::cmp_not_equal((*bytes)->size(), picture.bytes)) {
        ++m_carried.refused; // foyer-cli picture check says what is wrong with the file
        return {};
    }
    const auto isThere = sendPieces(picture, **bytes);
    if (!isThere && !isOfThisPicture(isThere.error())) {
        return isThere.error();
    }
    if (!isThere || !*isThere) {
        ++m_carried.refused;
        return {};
    }
    const auto done = askCounter<bool>(m_withCounter, [&](Counter& counter) {
        return noted(notePictureAtServer(counter, picture.hash));
    });
    if (!done) {
        return done.error();
    }
    ++m_carried.sent;
    --m_carried.toSend;
    return {};
}

Result<bool> PictureExchange::sendPieces(const PictureAdded& picture, ByteView bytes)
{
    // Where another one adds to it as well, both learn each time how far it is.
    constexpr std::int64_t kAnswersMax = 4 * (std::int64_t{kPictureBytesMax} / kPiece + 1);
    auto answer = m_session.exchange(pictureRequest(picture.hash));
    for (std::int64_t i = 0; i < kAnswersMax; ++i) {
        const auto there = answer ? atServerIn(*answer) : Result<AtServer>{answer.error()};
        if (!there) {
            return there.error();
        }
        if (there->isHere) {
            return true;
        }
        if (there->arrived >= picture.bytes) {
            return false;
        }
        const auto from = static_cast<std::size_t>(there->arrived);
        const ByteView piece = bytes.subspan(from, std::min(kPiece, bytes.size() - from));
        HttpRequest request = pictureRequest(picture.hash);
        request.method = "PUT";
        request.query = "from=" + std::to_string(from);
        request.contentType = "application/octet-stream";
        request.body = Bytes{piece.begin(), piece.end()};
        answer = m_session.exchange(request);
        if (answer && answer->status == 200) {
            m_carried.bytesSent += std::ssize(piece);
            tell();
            if (auto waited = pauseFor(piece.size()); !waited) {
                return std::move(waited).error();
            }
        }
    }
    return false;
}

Result<void> PictureExchange::fetch(const RenditionToFetch& wanted)
{
    const PictureRendition& rendition = wanted.rendition;
    HttpRequest request;
    request.path = "/pictures/" + pictureHashText(wanted.picture.hash) + "-" +
        std::to_string(rendition.size.width) + "." +
        std::string{pictureExtension(rendition.format)};
    request.accept = std::string{pictureMediaType(rendition.format)} + ", application/problem+json";
    request.patience = kPicturePatience;
    const auto answer = m_session.exchange(request);
    if (!answer) {
        return answer.error();
    }
    // Not there yet, or made otherwise than was said: the next time it is asked for again.
    if (answer->status != 200 || !isRendition(m_worker, rendition, answer->body)) {
        return {};
    }
    if (auto kept = m_files.keepRendition(wanted.picture.hash, rendition.size, rendition.format,
                                          answer->body);
        !kept) {
        return kept;
    }
    const auto done = askCounter<bool>(m_withCounter, [&](Counter& counter) {
        return noted(noteRenditionHere(counter, wanted.picture));
    });
    if (!done) {
        return done.error();
    }
    ++m_carried.fetched;
    --m_carried.toFetch;
    m_carried.bytesFetched += std::ssize(answer->body);
    tell();
    return pauseFor(answer->body.size());
}

Result<void> PictureExchange::pauseFor(std::size_t bytes)
{
    constexpr std::int64_t kSecondMs = 1'000;
    if (m_bytesPerSecond <= 0) {
        return {};
    }
    const std::int64_t ms = static_cast<std::int64_t>(bytes) * kSecondMs / m_bytesPerSecond;
    return m_session.pause(std::chrono::milliseconds{ms});
}

void PictureExchange::tell()
{
    if (m_progress) {
        m_progress(m_carried);
    }
}

} // namespace foyer::sync
