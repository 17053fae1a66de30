// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/desktop/diagnostics_port.h"

#include "app/desktop/in_background.h"
#include "app/desktop/server_sync.h"
#include "app/desktop/store_thread.h"
#include "core/services/access_control.h"
#include "core/services/diagnostics.h"

#include <QCoreApplication>
#include <QLocale>
#include <QSysInfo>

#include <utility>

namespace foyer::desktop {
namespace {

using Flag = std::shared_ptr<std::atomic<bool>>;

SupportFacts::Pairs versions()
{
    return {{"Foyer", QCoreApplication::applicationVersion().toStdString()},
            {"Qt", qVersion()},
            {"System", QSysInfo::prettyProductName().toStdString()}};
}

/// Tells a port's progress on the window's thread.
Progress teller(const ui::DiagnosticsPort::Progress& progress)
{
    return [progress](double done, const std::string&) {
        onWindowThread([progress, done] { progress(done); });
    };
}

std::optional<ui::StuckShown> stuckShown(const std::optional<StuckEntry>& stuck)
{
    if (!stuck) {
        return std::nullopt;
    }
    return ui::StuckShown{stuck->code,     stuck->message, stuck->since,
                          stuck->sequence, stuck->kind,    stuck->at};
}

Result<Diagnostics> diagnosticsForScreen(Counter& counter)
{
    // The page asks again and again: a refusal would be noted in the journal each time.
    if (!counter.access().may(Permission::RunCounter)) {
        return refused("not_signed_in", "Sign in first, then try again.");
    }
    return diagnostics(counter);
}

} // namespace

CounterDiagnosticsPort::~CounterDiagnosticsPort()
{
    cancel();
}

void CounterDiagnosticsPort::read(Then<ui::DiagnosisShown> then)
{
    m_store.ask<Diagnostics>(diagnosticsForScreen,
                             [state = m_sync.state(),
                              then = std::move(then)](const Result<Diagnostics>& found) {
                                 if (!found) {
                                     then(found.error());
                                     return;
                                 }
                                 ui::DiagnosisShown shown;
                                 shown.server = state;
                                 shown.pin = found->pin;
                                 shown.device =
                                     found->device.isNil() ? std::string{} : found->device.text();
                                 shown.counter = found->counter.text();
                                 shown.entries = found->sequence;
                                 shown.missing = found->missing;
                                 shown.picturesToSend = found->picturesToSend;
                                 shown.picturesToFetch = found->picturesToFetch;
                                 shown.database = found->database;
                                 shown.databaseBytes = found->databaseBytes;
                                 shown.stuck = stuckShown(found->stuck);
                                 shown.versions = versions();
                                 shown.versions.emplace_back("", found->engine);
                                 then(std::move(shown));
                             });
}

void CounterDiagnosticsPort::syncNow()
{
    m_sync.exchange();
}

void CounterDiagnosticsPort::checkJournal(Progress progress, Then<ui::JournalChecked> then)
{
    m_cancelled = std::make_shared<std::atomic<bool>>(false);
    m_store.ask<JournalPlace>(journalPlace,
                              [flag = m_cancelled, progress = std::move(progress),
                               then = std::move(then)](const Result<JournalPlace>& place) {
                                  if (!place) {
                                      then(place.error());
                                      return;
                                  }
                                  inBackground<ui::JournalChecked>(
                                      [place = *place, flag,
                                       progress]() -> Result<ui::JournalChecked> {
                                          const auto report =
                                              verifyJournalAt(place, teller(progress), flag.get());
                                          if (!report) {
                                              return report.error();
                                          }
                                          ui::JournalChecked checked{report->entries,
                                                                     report->tables,
                                                                     {},
                                                                     report->cancelled};
                                          for (const Finding& finding : report->findings) {
                                              checked.findings.push_back(finding.sentence);
                                          }
                                          return checked;
                                      },
                                      then);
                              });
}

void CounterDiagnosticsPort::exportBundle(const std::string& file, Progress progress,
                                          Then<bool> then)
{
    m_cancelled = std::make_shared<std::atomic<bool>>(false);
    using Source = std::pair<Diagnostics, JournalPlace>;
    const auto gather = [](Counter& counter) -> Result<Source> {
        const auto found = diagnostics(counter);
        const auto place = found ? journalPlace(counter) : Result<JournalPlace>{found.error()};
        return place ? Result<Source>{Source{*found, *place}} : Result<Source>{place.error()};
    };
    m_store.ask<Source>(
        gather,
        [flag = m_cancelled, file, progress = std::move(progress),
         then = std::move(then)](const Result<Source>& source) {
            if (!source) {
                then(source.error());
                return;
            }
            const SupportFacts facts{source->first,
                                     versions(),
                                     {{"language", QLocale{}.name().toStdString()},
                                      {"processor",
                                       QSysInfo::currentCpuArchitecture().toStdString()}},
                                     SystemClock{}.now()};
            inBackground<bool>(
                [facts, place = source->second, file, flag, progress]() -> Result<bool> {
                    auto written =
                        writeSupportBundle(place, facts, file, teller(progress), flag.get());
                    return written ? Result<bool>{true} : std::move(written).error();
                },
                then);
        });
}

void CounterDiagnosticsPort::cancel()
{
    if (m_cancelled) {
        *m_cancelled = true;
    }
}

} // namespace foyer::desktop
