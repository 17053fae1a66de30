// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/desktop/export_port.h"

#include "app/desktop/in_background.h"
#include "app/desktop/store_thread.h"
#include "app/exports/export_folder.h"
#include "app/exports/export_period.h"

#include <utility>

namespace foyer::desktop {
namespace {

using What = ui::ExportAsked::What;

/// What was asked for, with what is needed of the counter.
struct Prepared {
    ExportPlace place;
    ExportTerms terms;
};

Result<Prepared> prepare(Counter& counter, const ui::ExportAsked& asked)
{
    const auto period = app::exportPeriod(counter, asked.fromDay, asked.untilDay);
    if (!period) {
        return period.error();
    }
    const ExportTerms terms{.tables = {},
                            .hasPersons = asked.hasPersons,
                            .from = period->from,
                            .until = period->until};
    auto place =
        asked.what == What::Journal ? exportJournalPlace(counter) : exportPlace(counter, terms);
    return place ? Result<Prepared>{Prepared{*std::move(place), terms}} : std::move(place).error();
}

Result<ui::ExportedShown> write(const Prepared& prepared, const ui::ExportAsked& asked,
                                const app::ExportGoOn& goOn)
{
    const auto form = asked.isCsv ? ExportForm::Csv : ExportForm::JsonLines;
    const auto manifest = asked.what == What::Journal
        ? app::exportJournalTo(prepared.place, asked.folder, prepared.terms.from,
                               prepared.terms.until, goOn)
        : app::exportTo(prepared.place, asked.folder, prepared.terms, form, goOn);
    if (!manifest) {
        return manifest.error();
    }
    ui::ExportedShown shown{asked.folder, {}};
    for (const ExportedFile& each : manifest->files) {
        shown.files.push_back({each.name, each.rows});
    }
    return shown;
}

Result<ui::ExportedShown> writeCalendars(Counter& counter, const std::string& folder)
{
    const auto names = app::exportCalendars(counter, folder, std::nullopt);
    if (!names) {
        return names.error();
    }
    ui::ExportedShown shown{folder, {}};
    for (const std::string& each : *names) {
        shown.files.push_back({each, 0});
    }
    return shown;
}

} // namespace

void CounterExportPort::run(const ui::ExportAsked& asked, Progress progress,
                            Then<ui::ExportedShown> then)
{
    m_isStopped = std::make_shared<std::atomic<bool>>(false);
    if (asked.what == What::Calendars) {
        m_store.ask<ui::ExportedShown>(
            [folder = asked.folder](Counter& counter) { return writeCalendars(counter, folder); },
            std::move(then));
        return;
    }
    const auto goOn = [isStopped = m_isStopped,
                       progress = std::move(progress)](const std::string& table,
                                                       std::uint64_t rows) {
        onWindowThread([progress, table, rows] { progress({table, rows}); });
        return !*isStopped;
    };
    m_store.ask<Prepared>([asked](Counter& counter) { return prepare(counter, asked); },
                          [asked, goOn, then = std::move(then)](const Result<Prepared>& prepared) {
                              if (!prepared) {
                                  then(prepared.error());
                                  return;
                              }
                              inBackground<ui::ExportedShown>(
                                  [asked, goOn, prepared = *prepared] {
                                      return write(prepared, asked, goOn);
                                  },
                                  then);
                          });
}

} // namespace foyer::desktop
