// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/desktop/kit_keeper.h"

#include "app/desktop/store_thread.h"
#include "app/show_night/show_night_kit.h"
#include "core/base/hex.h"
#include "core/services/access_control.h"
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

#include <memory>

namespace foyer::desktop {
namespace {

constexpr std::int64_t kHourMs = 3'600'000;
constexpr std::int64_t kBeganMs = 6 * kHourMs;   // still on
constexpr std::int64_t kComingMs = 36 * kHourMs; // today and tomorrow
constexpr std::size_t kPerformancesMax = 12;

struct Nights {
    std::vector<ShowNight> nights;
    std::string head; ///< of the journal they were read from
};

Result<Nights> nightsOf(Counter& counter, const std::string& writtenAs)
{
    return guarded([&]() -> Result<Nights> {
        Nights found{{}, toHex(counter.journal().head().hash)};
        // Who may not read orders would only leave a refusal in the journal, every minute.
        if (found.head == writtenAs || !counter.access().may(Permission::ReadOrders)) {
            found.head = writtenAs;
            return found;
        }
        const Instant now = counter.clock().now();
        const auto coming = performances(counter, {now.ms - kBeganMs});
        if (!coming) {
            return coming.error();
        }
        for (const PerformanceSummary& performance : *coming) {
            if (performance.startsAt.ms > now.ms + kComingMs ||
                found.nights.size() >= kPerformancesMax) {
                break;
            }
            auto night = showNight(counter, performance.id);
            if (!night) {
                return std::move(night).error();
            }
            found.nights.push_back(*std::move(night));
        }
        return found;
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
    connect(&m_page, &ui::KitPage::settingsChanged, this, [this](bool on, const QString& chosen) {
        QSettings kept{m_file, QSettings::IniFormat};
        kept.setValue(QStringLiteral("kit/on"), on);
        kept.setValue(QStringLiteral("kit/folder"), chosen);
        if (chosen != m_folder) {
            m_writtenAs.clear();
        }
        m_isOn = on;
        m_folder = chosen;
        look(false);
    });
    connect(&m_page, &ui::KitPage::writeAsked, this, [this] { look(true); });
    connect(m_timer, &QTimer::timeout, this, [this] { look(false); });
    m_timer->start(kEveryMs);
    look(false);
}

void KitKeeper::look(bool evenIfSame)
{
    if (m_isBusy || m_folder.isEmpty() || (!m_isOn && !evenIfSame)) {
        return;
    }
    m_isBusy = true;
    m_page.setBusy(true);
    const std::string writtenAs = evenIfSame ? std::string{} : m_writtenAs.toStdString();
    m_store.ask<Nights>(
        [writtenAs](Counter& counter) { return nightsOf(counter, writtenAs); },
        [self = QPointer{this}, folder = m_folder, writtenAs](const Result<Nights>& found) {
            if (!self) {
                return;
            }
            const bool isSame = found && found->head == writtenAs;
            if (!found || isSame) {
                self->m_isBusy = false;
                self->m_page.setBusy(false);
                if (!found) {
                    self->m_page.showStatus(ui::errorText(found.error()), true);
                }
                return;
            }
            auto nights = std::make_shared<const Nights>(*found);
            QThreadPool::globalInstance()->start([self, nights, folder] {
                Result<void> written;
                for (const ShowNight& night : nights->nights) {
                    const auto kit = app::writeShowNightKit(night, folder.toStdString());
                    if (!kit) {
                        written = kit.error();
                        break;
                    }
                }
                QMetaObject::invokeMethod(qApp, [self, nights, written] {
                    if (!self) {
                        return;
                    }
                    self->m_isBusy = false;
                    self->m_page.setBusy(false);
                    if (!written) {
                        self->m_page.showStatus(ui::errorText(written.error()), true);
                        return;
                    }
                    const int count = static_cast<int>(nights->nights.size());
                    self->m_writtenAs = QString::fromStdString(nights->head);
                    const QString time =
                        QLocale{}.toString(QTime::currentTime(), QLocale::ShortFormat);
                    self->m_page.showStatus(
                        count == 0
                            ? tr("Nothing is played today or tomorrow. Looked at %1.").arg(time)
                            : tr("Written at %1. Performances: %2").arg(time).arg(count),
                        false);
                    Q_EMIT self->written(count);
                });
            });
        });
}

} // namespace foyer::desktop
