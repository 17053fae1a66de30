// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/seasons/season_loading.h"

#include "core/documents/plans/plan_import.h"
#include "core/documents/season/season_csv.h"
#include "core/services/counter.h"
#include "core/services/guarded.h"
#include "core/services/offer_cache.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QString>

/// Outside of every namespace, as Q_INIT_RESOURCE wants it.
static void initDemoResource()
{
    Q_INIT_RESOURCE(foyer_demo);
}

namespace foyer::app {
namespace {

Result<std::string> builtIn(const QString& path)
{
    QFile file{path};
    if (!file.open(QIODevice::ReadOnly)) {
        return storageError("demonstration_missing",
                            "This program was built without the demonstration season.",
                            path.toStdString());
    }
    return file.readAll().toStdString();
}

} // namespace

Result<SeasonLoaded> loadSeason(Counter& counter, std::string_view csv)
{
    return guarded([&]() -> Result<SeasonLoaded> {
        const auto organizer = counter.offers().organizer();
        if (!organizer) {
            return storageError("organizer_missing",
                                "The database does not say whose it is. Run foyer-cli verify.");
        }
        auto season =
            readSeason(csv, {organizer->currency, organizer->timeZone, counter.clock().now()});
        if (!season) {
            return season.error();
        }
        const auto added = importSeason(counter, *season);
        if (!added) {
            return added.error();
        }
        return SeasonLoaded{*added, std::move(season->warnings)};
    });
}

Result<SeasonLoaded> loadDemonstration(Counter& counter)
{
    initDemoResource();
    const auto season = builtIn(QStringLiteral(":/demo/season.csv"));
    if (!season) {
        return season.error();
    }
    const QDir folder{QStringLiteral(":/demo/plans")};
    for (const QFileInfo& file : folder.entryInfoList(QDir::Files, QDir::Name)) {
        const auto content = builtIn(file.filePath());
        if (!content) {
            return content.error();
        }
        const auto plan = importPlan(*content, file.completeBaseName().toStdString());
        if (!plan) {
            return plan.error();
        }
        if (auto kept = importPlan(counter, *plan); !kept) {
            return std::move(kept).error();
        }
    }
    return loadSeason(counter, *season);
}

} // namespace foyer::app
