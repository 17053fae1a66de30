// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/desktop/kit_keeper.h"

#include "app/desktop/store_thread.h"
#include "app/show_night/show_night_kit.h"
#include "core/base/hex.h"
#include "core/services/catalogue.h"
#include "core/services/guarded.h"
#include "core/services/show_night.h"
#include "ui/common/error_text.h"
#include "ui/settings/kit_page.h"

#include <QApplication>
#include <QPointer>
#include <QSettings>
#include <QThreadPool>
#include <QTime>
#include <QTimer>

#include <algorithm>
#include <memory>

namespace foyer::desktop {
namespace {

constexpr std::int64_t kHourMs = 3'600'000;
constexpr std::int64_t kBeganMs = 6 * kHourMs;   // still on
constexpr std::int64_t kComingMs = 36 * kHourMs; // today and tomorrow
constexpr std::size_t kPerformancesMax = 12;

constexpr std::int64_t kStampMs = kHourMs / 4; // papers say of when they are: never long ago

} // namespace

/// One time that the papers are written.
struct KitKeeper::Round {
    QString folder;
    std::string state; ///< of what they are read from: the journal, the nights and the hour
    std::vector<PerformanceId> performances;
    std::vector<ShowNight> nights;
};

namespace {

Result<KitKeeper::Round> roundOf(Counter& counter)
{
    return guarded([&]() -> Result<KitKeeper::Round> {
        const Instant now = counter.clock().now();
        const auto coming = performances(counter, {now.ms - kBeganMs});
        if (!coming) {
            return coming.error();
        }
        KitKeeper::Round round;
        round.state =
            toHex(counter.journal().head().hash) + ' ' + std::to_string(now.ms / kStampMs);
        for (const PerformanceSummary& performance : *coming) {
            if (performance.startsAt.ms > now.ms + kComingMs ||
                round.performances.size() >= kPerformancesMax) {
                break;
            }
            round.performances.push_back(performance.id);
            round.state += ' ' + performance.id.text();
        }
        return round;
    });
}

} // namespace

KitKeeper::KitKeeper(StoreThread& store, ui::KitPage& page, const std::string& folder)
    : m_store{store}, m_page{page}, m_file{QString::fromStdString(folder) +
                                           QStringLiteral("/settings.ini")},
      m_timer{new QTimer{this}}
{
    const QSettings settings{m_file, QSettings::IniFormat};
    m_isOn = settings.value(QStringLiteral("kit/on"), false).toBool();
    m_folder = settings.value(QStringLiteral("kit/folder")).toString();
    m_page.showSettings(m_isOn, m_folder);
    m_page.showStatus(tr("Not written yet."), false);
    connect(&m_page, &ui::KitPage::settingsChanged, this, &KitKeeper::change);
    connect(&m_page, &ui::KitPage::writeAsked, this, &KitKeeper::writeNow);
    connect(m_timer, &QTimer::timeout, this, [this] { look(false); });
    m_timer->start(kEveryMs);
    look(false);
}

void KitKeeper::ifPermitted(const std::function<void()>& act)
{
    m_store.ask<bool>(
        [](Counter& counter) -> Result<bool> {
            const auto permitted = permitPapers(counter);
            return permitted ? Result<bool>{true} : permitted.error();
        },
        [self = QPointer{this}, act](const Result<bool>& permitted) {
            if (!self) {
                return;
            }
            if (permitted) {
                act();
            } else {
                self->m_page.showOn(self->m_isOn); // what was typed stays
                self->m_page.showStatus(ui::errorText(permitted.error()), true);
            }
        });
}

void KitKeeper::change(bool on, const QString& folder)
{
    if (on == m_isOn && folder == m_folder) {
        return;
    }
    ifPermitted([this, on, folder] {
        QSettings kept{m_file, QSettings::IniFormat};
        kept.setValue(QStringLiteral("kit/on"), on);
        kept.setValue(QStringLiteral("kit/folder"), folder);
        if (folder != m_folder) {
            m_writtenAs.clear();
        }
        m_isOn = on;
        m_folder = folder;
        look(false);
    });
}

void KitKeeper::writeNow()
{
    ifPermitted([this] { look(true); });
}

void KitKeeper::look(bool evenIfSame)
{
    if (m_isBusy || m_folder.isEmpty() || (!m_isOn && !evenIfSame)) {
        return;
    }
    m_isBusy = true;
    m_page.setBusy(true);
    m_store.ask<Round>(roundOf, [self = QPointer{this}, evenIfSame](const Result<Round>& found) {
        if (!self) {
            return;
        }
        if (!found) {
            self->end(found.error());
        } else if (!evenIfSame && found->state == self->m_writtenAs) {
            self->rest();
        } else {
            auto round = std::make_shared<Round>(*found);
            round->folder = self->m_folder;
            self->read(round);
        }
    });
}

void KitKeeper::read(const std::shared_ptr<Round>& round)
{
    if (round->nights.size() == round->performances.size()) {
        write(round);
        return;
    }
    // One night after the other, so that no sale waits for all of them.
    m_store.ask<ShowNight>([performance = round->performances[round->nights.size()]](
                               Counter& counter) { return keptShowNight(counter, performance); },
                           [self = QPointer{this}, round](const Result<ShowNight>& night) {
                               if (!self) {
                                   return;
                               }
                               if (!night) {
                                   self->end(night.error());
                                   return;
                               }
                               round->nights.push_back(*night);
                               self->read(round);
                           });
}

void KitKeeper::write(const std::shared_ptr<Round>& round)
{
    QThreadPool::globalInstance()->start([self = QPointer{this}, round] {
        Result<void> written;
        for (const ShowNight& night : round->nights) {
            const auto kit = app::writeShowNightKit(night, round->folder.toStdString());
            if (!kit) {
                written = kit.error();
                break;
            }
        }
        QMetaObject::invokeMethod(qApp, [self, round, written] {
            if (!self) {
                return;
            }
            if (!written) {
                self->end(written.error());
                return;
            }
            const int count = static_cast<int>(round->nights.size());
            if (round->folder == self->m_folder) {
                self->m_writtenAs = round->state;
            }
            const QString time = QLocale{}.toString(QTime::currentTime(), QLocale::ShortFormat);
            self->m_page.showStatus(
                count == 0 ? tr("Nothing is played today or tomorrow. Looked at %1.").arg(time)
                           : tr("Written at %1. Performances: %2").arg(time).arg(count),
                false);
            self->rest();
            Q_EMIT self->written(count);
            if (round->folder != self->m_folder) {
                self->look(false); // another folder was named meanwhile
            }
        });
    });
}

void KitKeeper::end(const Error& error)
{
    rest();
    m_page.showStatus(ui::errorText(error), true);
}

void KitKeeper::rest()
{
    m_isBusy = false;
    m_page.setBusy(false);
}

} // namespace foyer::desktop
