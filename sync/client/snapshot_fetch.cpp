// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/client/snapshot_fetch.h"

#include "core/base/hex.h"
#include "core/services/counter.h"
#include "core/services/snapshot_intake.h"

#include <algorithm>
#include <chrono>

namespace foyer::sync {
namespace {

constexpr std::chrono::milliseconds kAskAgainFirst{100};
constexpr std::chrono::milliseconds kAskAgainMost{2'000};
// After so long without a snapshot the feed is as good.
constexpr std::chrono::minutes kBeingMadeMost{5};
constexpr std::chrono::milliseconds kPartPatience{120'000};

template <typename T>
Result<T> ask(const WithCounter& withCounter,
              const std::function<Result<T>(SnapshotIntake&)>& question)
{
    return askSide<T, SnapshotIntake>(withCounter, question);
}

Result<bool> asBool(Result<void> result)
{
    return result ? Result<bool>{true} : std::move(result).error();
}

} // namespace

Result<std::optional<SnapshotManifest>> SnapshotFetch::askForManifest()
{
    HttpRequest request;
    request.path = "/v1/sync/snapshot";
    request.accept = "application/cbor, application/problem+json";
    auto pause = kAskAgainFirst;
    const auto until = std::chrono::steady_clock::now() + kBeingMadeMost;
    for (;;) {
        const auto answer = m_session.exchange(request);
        if (!answer) {
            return answer.error();
        }
        if (answer->status == 200) {
            auto manifest = decodeSnapshotManifest(answer->body);
            return manifest ? Result<std::optional<SnapshotManifest>>{*std::move(manifest)}
                            : Result<std::optional<SnapshotManifest>>{snapshotDamaged()};
        }
        // A server that is older knows no snapshots at all.
        if (answer->status == 404 || std::chrono::steady_clock::now() > until) {
            return std::optional<SnapshotManifest>{};
        }
        if (answer->status != 202) {
            return errorOf(*answer);
        }
        if (auto waited = m_session.pause(pause); !waited) {
            return std::move(waited).error();
        }
        pause = std::min(pause * 2, kAskAgainMost);
    }
}

Result<bool> SnapshotFetch::beginOrGoOn()
{
    const auto isBegun = ask<bool>(m_withCounter, [](SnapshotIntake& intake) -> Result<bool> {
        const auto arriving = intake.arriving();
        return arriving ? Result<bool>{arriving->has_value()} : arriving.error();
    });
    if (!isBegun || *isBegun) {
        return isBegun;
    }
    const auto manifest = askForManifest();
    if (!manifest) {
        return manifest.error();
    }
    if (!*manifest) {
        return false;
    }
    return ask<bool>(m_withCounter,
                     [&](SnapshotIntake& intake) { return asBool(intake.begin(**manifest)); });
}

Result<bool> SnapshotFetch::fetchPart(const Progress& progress)
{
    using Arriving = std::optional<SnapshotIntake::Arriving>;
    const auto arriving =
        ask<Arriving>(m_withCounter, [](SnapshotIntake& intake) { return intake.arriving(); });
    if (!arriving) {
        return arriving.error();
    }
    if (!*arriving) {
        return false;
    }
    const SnapshotManifest& manifest = (*arriving)->manifest;
    const std::int64_t number = (*arriving)->nextPart;
    if (progress) {
        progress((*arriving)->bytes, manifest.size);
    }
    if (number >= static_cast<std::int64_t>(manifest.parts.size())) {
        return false;
    }
    HttpRequest request;
    request.path = "/v1/sync/snapshot/" + toHex(manifest.hash) + "/" + std::to_string(number);
    request.accept = "application/octet-stream, application/problem+json";
    request.patience = kPartPatience;
    const auto answer = m_session.exchange(request);
    if (!answer) {
        return answer.error();
    }
    if (answer->status != 200) {
        return errorOf(*answer);
    }
    return ask<bool>(m_withCounter, [&](SnapshotIntake& intake) {
        return asBool(intake.keepPart(number, answer->body));
    });
}

Result<void> SnapshotFetch::run(const Progress& progress)
{
    const auto wanted =
        ask<bool>(m_withCounter, [](SnapshotIntake& intake) { return intake.isWanted(); });
    if (!wanted) {
        return wanted.error();
    }
    if (!*wanted) {
        return {};
    }
    const auto begun = beginOrGoOn();
    if (!begun) {
        return begun.error();
    }
    if (!*begun) {
        return {};
    }
    for (;;) {
        const auto more = fetchPart(progress);
        if (!more) {
            const bool isUseless =
                more.error().code == "snapshot_gone" || more.error().code == "snapshot_damaged";
            if (isUseless) {
                (void)ask<bool>(m_withCounter,
                                [](SnapshotIntake& intake) { return asBool(intake.drop()); });
            }
            return more.error();
        }
        if (!*more) {
            break;
        }
    }
    const auto loaded =
        ask<bool>(m_withCounter, [](SnapshotIntake& intake) { return asBool(intake.load()); });
    return loaded ? Result<void>{} : Result<void>{loaded.error()};
}

} // namespace foyer::sync
