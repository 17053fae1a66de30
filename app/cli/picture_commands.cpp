// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/input_file.h"
#include "app/cli/json_forms.h"
#include "app/cli/picture_meant.h"
#include "app/cli/run.h"
#include "app/cli/server_link.h"
#include "app/cli/session.h"
#include "app/cli/text_forms.h"
#include "app/picture/picture_child.h"
#include "core/services/counter.h"
#include "core/services/data_folder.h"
#include "core/services/picture_use.h"
#include "core/services/pictures.h"
#include "sync/client/picture_exchange.h"

#include <nlohmann/json.hpp>

#include <utility>

namespace foyer::cli {
namespace {

constexpr std::size_t kShownDigits = 12;

std::string shortHash(const PictureHash& hash)
{
    return pictureHashText(hash).substr(0, kShownDigits);
}

std::string sizeText(PictureSize size)
{
    return std::to_string(size.width) + "x" + std::to_string(size.height);
}

Json pictureForm(const PictureAdded& picture)
{
    Json renditions = Json::array();
    for (const PictureRendition& each : picture.renditions) {
        renditions.push_back({{"width", each.size.width},
                              {"height", each.size.height},
                              {"format", pictureFormatName(each.format)},
                              {"bytes", each.bytes}});
    }
    return {{"hash", pictureHashText(picture.hash)},
            {"format", pictureFormatName(picture.format)},
            {"width", picture.size.width},
            {"height", picture.size.height},
            {"bytes", picture.bytes},
            {"renditions", renditions}};
}

Json referenceForm(const PictureReference& reference)
{
    Json alt = Json::object();
    for (const auto& [language, text] : reference.alt) {
        alt[language] = text;
    }
    return {{"hash", pictureHashText(reference.hash)}, {"alt", alt}};
}

Json referenceForm(const std::optional<PictureReference>& reference)
{
    return reference ? referenceForm(*reference) : Json(nullptr);
}

Result<PictureReference> referenceMeant(Counter& counter, const PictureChoice& choice)
{
    if (choice.picture.empty()) {
        return usageError("no_picture", "Name a file, or the beginning of a picture's hash.",
                          "picture");
    }
    PictureReference reference;
    for (const std::string& each : choice.alt) {
        const std::size_t equals = each.find('=');
        if (equals == std::string::npos) {
            return usageError("bad_alt_text", "Say a text as LANGUAGE=TEXT.", "--alt");
        }
        reference.alt[each.substr(0, equals)] = each.substr(equals + 1);
    }
    const auto hash = pictureMeant(counter, choice.picture);
    if (!hash) {
        return hash.error();
    }
    reference.hash = *hash;
    return reference;
}

Result<std::optional<PictureReference>> choiceMeant(Counter& counter, const PictureChoice& choice)
{
    if (choice.isNone) {
        return std::optional<PictureReference>{};
    }
    auto reference = referenceMeant(counter, choice);
    return reference ? Result<std::optional<PictureReference>>{*std::move(reference)}
                     : reference.error();
}

Result<Answer> answerOf(Counter& counter, EventId event)
{
    const auto shown = eventPictures(counter, event);
    if (!shown) {
        return shown.error();
    }
    Json gallery = Json::array();
    std::vector<std::vector<std::string>> cells{
        {"poster", shown->poster ? shortHash(shown->poster->hash) : "none"}};
    for (const PictureReference& each : shown->gallery) {
        gallery.push_back(referenceForm(each));
        cells.push_back({"gallery", shortHash(each.hash)});
    }
    return Answer{line(Json{{"event", event.text()},
                            {"poster", referenceForm(shown->poster)},
                            {"gallery", gallery}}),
                  columns(cells),
                  {}};
}

/// Opens the counter, finds the event, and does something with both; then says what it shows.
template <typename Act>
Result<Answer> withEvent(Session& session, const std::string& name, const Act& act)
{
    const auto counter = session.open();
    if (!counter) {
        return counter.error();
    }
    const auto event = eventWithPictures(**counter, name);
    if (!event) {
        return event.error();
    }
    if (Result<void> done = act(**counter, *event); !done) {
        return std::move(done).error();
    }
    return answerOf(**counter, *event);
}

} // namespace

Result<Answer> run(const PictureAddCommand& command, Session& session)
{
    const auto counter = session.open();
    if (!counter) {
        return counter.error();
    }
    Json forms = Json::array();
    std::vector<std::vector<std::string>> cells;
    for (const std::string& file : command.files) {
        const auto added = addPictureFile(**counter, file);
        if (!added) {
            return added.error();
        }
        forms.push_back(pictureForm(*added));
        cells.push_back({shortHash(added->hash), sizeText(added->size), file});
    }
    return Answer{line(Json{{"pictures", forms}}), columns(cells), {}};
}

Result<Answer> run(const PictureListCommand&, Session& session)
{
    const auto counter = session.open();
    if (!counter) {
        return counter.error();
    }
    const auto list = pictures(**counter);
    if (!list) {
        return list.error();
    }
    Json forms = Json::array();
    std::vector<std::vector<std::string>> cells;
    for (const PictureAtCounter& each : *list) {
        Json form = pictureForm(each.picture);
        form["added_at"] = toRfc3339(each.addedAt);
        form["uses"] = each.uses;
        form["renditions_here"] = each.here;
        form["original_here"] = each.isOriginalHere;
        form["sent"] = each.isSent;
        forms.push_back(std::move(form));
        cells.push_back({shortHash(each.picture.hash), sizeText(each.picture.size),
                         std::to_string(each.picture.bytes / 1'000) + " kB",
                         each.uses > 0 ? "in use" : "not in use",
                         each.here == std::ssize(each.picture.renditions) ? "" : "not here yet"});
    }
    return Answer{line(Json{{"pictures", forms}}),
                  cells.empty() ? "There are no pictures yet.\n" : columns(cells),
                  {}};
}

Result<Answer> run(const PictureShowCommand& command, Session& session)
{
    if (!command.event.empty()) {
        return withEvent(session, command.event, [](Counter&, EventId) { return Result<void>{}; });
    }
    const auto counter = session.open();
    if (!counter) {
        return counter.error();
    }
    const auto hash = pictureNamed(**counter, command.picture);
    const auto path =
        hash ? picture(**counter, *hash, command.width) : Result<std::string>{hash.error()};
    if (!path) {
        return path.error();
    }
    return Answer{line(Json{{"hash", pictureHashText(*hash)}, {"file", *path}}), *path + "\n", {}};
}

Result<Answer> run(const PicturePosterCommand& command, Session& session)
{
    return withEvent(session, command.event, [&](Counter& counter, EventId event) {
        const auto poster = choiceMeant(counter, command.choice);
        return poster ? setEventPoster(counter, event, *poster) : Result<void>{poster.error()};
    });
}

Result<Answer> run(const PictureGalleryAddCommand& command, Session& session)
{
    return withEvent(session, command.event, [&](Counter& counter, EventId event) {
        const auto reference = referenceMeant(counter, command.choice);
        return reference ? addToGallery(counter, event, *reference)
                         : Result<void>{reference.error()};
    });
}

Result<Answer> run(const PictureGalleryRemoveCommand& command, Session& session)
{
    return withEvent(session, command.event, [&](Counter& counter, EventId event) {
        const auto hash = pictureNamed(counter, command.picture);
        return hash ? removeFromGallery(counter, event, *hash) : Result<void>{hash.error()};
    });
}

Result<Answer> run(const PictureGalleryOrderCommand& command, Session& session)
{
    return withEvent(session, command.event, [&](Counter& counter, EventId event) -> Result<void> {
        std::vector<PictureHash> order;
        for (const std::string& each : command.pictures) {
            const auto hash = pictureNamed(counter, each);
            if (!hash) {
                return hash.error();
            }
            order.push_back(*hash);
        }
        return reorderGallery(counter, event, order);
    });
}

Result<Answer> run(const PictureLogoCommand& command, Session& session)
{
    const auto counter = session.open();
    if (!counter) {
        return counter.error();
    }
    const bool isQuestion = command.choice.picture.empty() && !command.choice.isNone;
    if (!isQuestion) {
        const auto choice = choiceMeant(**counter, command.choice);
        const auto set = choice ? setLogo(**counter, *choice) : Result<void>{choice.error()};
        if (!set) {
            return set.error();
        }
    }
    const auto shown = logo(**counter);
    if (!shown) {
        return shown.error();
    }
    return Answer{line(Json{{"logo", referenceForm(*shown)}}),
                  *shown ? shortHash((*shown)->hash) + "\n" : "There is no logo.\n",
                  {}};
}

Result<Answer> run(const PictureCheckCommand& command, Session& session)
{
    const auto counter = session.open();
    if (!counter) {
        return counter.error();
    }
    auto troubles = checkPictures(**counter, PictureChild{});
    if (!troubles) {
        return troubles.error();
    }
    std::int64_t remade = 0;
    if (command.isToBeMended) {
        const auto mended = remakePictures(**counter, PictureChild{});
        if (!mended) {
            return mended.error();
        }
        remade = *mended;
    }
    Json forms = Json::array();
    std::vector<std::vector<std::string>> cells;
    for (const PictureTrouble& each : *troubles) {
        const char* const what = each.isDamaged ? "damaged" : "missing";
        forms.push_back({{"hash", pictureHashText(each.hash)},
                         {"width", each.width > 0 ? Json(each.width) : Json(nullptr)},
                         {"trouble", what}});
        cells.push_back(
            {shortHash(each.hash), each.width > 0 ? std::to_string(each.width) : "as given", what});
    }
    const std::string rest =
        remade > 0 ? "Made " + std::to_string(remade) + " pictures again.\n" : std::string{};
    return Answer{line(Json{{"troubles", forms}, {"remade", remade}}),
                  (cells.empty() ? "All files of the pictures are sound.\n" : columns(cells)) +
                      rest,
                  {}};
}

Result<Answer> run(const PictureCollectCommand& command, Session& session)
{
    const auto counter = session.open();
    if (!counter) {
        return counter.error();
    }
    const auto grace = command.days ? std::chrono::hours{24 * *command.days} : kPictureGrace;
    const auto collected = collectPictures(**counter, grace);
    if (!collected) {
        return collected.error();
    }
    return Answer{line(Json{{"removed", collected->pictures},
                            {"bytes", collected->bytes},
                            {"waiting", collected->waiting}}),
                  "Removed " + std::to_string(collected->pictures) + " pictures (" +
                      std::to_string(collected->bytes / 1'000) + " kB); " +
                      std::to_string(collected->waiting) + " are not in use and stay for now.\n",
                  {}};
}

Result<Answer> run(const PictureSyncCommand&, Session& session)
{
    const auto counter = session.open();
    if (!counter) {
        return counter.error();
    }
    const auto link = ServerLink::of(**counter, session.random());
    if (!link) {
        return link.error();
    }
    const PictureChild worker;
    sync::PictureExchange exchange{(*link)->session(),
                                   [&](const std::function<void(Counter&)>& act) {
                                       act(**counter);
                                   },
                                   pictureFilesIn((*counter)->folder().path()), worker};
    const auto carried = exchange.run();
    if (!carried) {
        return carried.error();
    }
    return Answer{line(Json{{"sent", carried->sent},
                            {"fetched", carried->fetched},
                            {"to_send", carried->toSend},
                            {"to_fetch", carried->toFetch},
                            {"bytes_sent", carried->bytesSent},
                            {"bytes_fetched", carried->bytesFetched},
                            {"refused", carried->refused}}),
                  "Sent " + std::to_string(carried->sent) + " pictures, fetched " +
                      std::to_string(carried->fetched) + " files; " +
                      std::to_string(carried->toSend) + " wait to be sent, " +
                      std::to_string(carried->toFetch) + " to be fetched.\n",
                  {}};
}

} // namespace foyer::cli
