// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/common/release_field.h"

#include "ui/common/formatting.h"
#include "ui/common/held_text.h"
#include "ui/common/theme.h"

#include <QComboBox>
#include <QDateTimeEdit>
#include <QTimeZone>
#include <QVBoxLayout>

#include <algorithm>

namespace foyer::ui {
namespace {

constexpr std::int64_t kMinuteMs = 60'000;
constexpr std::int64_t kHourMs = 60 * kMinuteMs;
constexpr std::int64_t kDayMs = 24 * kHourMs;

QTimeZone zoneNamed(const std::string& zone)
{
    const QTimeZone known{QByteArray::fromStdString(zone)};
    return known.isValid() ? known : QTimeZone::utc();
}

} // namespace

ReleaseField::ReleaseField(QWidget* parent)
    : QWidget{parent}, m_choice{new QComboBox{this}}, m_other{new QDateTimeEdit{this}}
{
    auto* column = new QVBoxLayout{this};
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(kInside);
    m_choice->setAccessibleName(tr("Kept until"));
    m_choice->setMinimumHeight(kTarget);
    // Its words decide no width: a form is as wide as it is.
    m_choice->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_other->setAccessibleName(tr("Kept until this time"));
    m_other->setMinimumHeight(kTarget);
    m_other->setButtonSymbols(QAbstractSpinBox::NoButtons);
    m_other->setTimeSpec(Qt::UTC); // shows the clock of the performance's zone, see until()
    m_other->hide();
    column->addWidget(m_choice);
    column->addWidget(m_other);
    setFocusProxy(m_choice);
    connect(m_choice, &QComboBox::currentIndexChanged, this, &ReleaseField::showOther);
    connect(m_other, &QDateTimeEdit::dateTimeChanged, this, &ReleaseField::changed);
}

void ReleaseField::offer(Instant now, std::optional<Instant> startsAt, const std::string& zone,
                         std::optional<Instant> chosen)
{
    m_zone = zone;
    m_usual.clear();
    const auto add = [&](const QString& words, std::int64_t ms) {
        if (ms > now.ms) {
            m_usual.push_back({words, Instant{ms}});
        }
    };
    if (startsAt && startsAt->ms > now.ms) {
        const auto when = [&](std::int64_t before) {
            return dayAndTimeText(Instant{startsAt->ms - before}, zone);
        };
        add(tr("Half an hour before the start: %1").arg(when(kHourMs / 2)),
            startsAt->ms - kHourMs / 2);
        add(tr("Two hours before the start: %1").arg(when(2 * kHourMs)),
            startsAt->ms - 2 * kHourMs);
        add(tr("A day before the start: %1").arg(when(kDayMs)), startsAt->ms - kDayMs);
    }
    add(tr("For half an hour"), now.ms + kHourMs / 2);
    add(tr("For two hours"), now.ms + 2 * kHourMs);
    add(tr("For a day"), now.ms + kDayMs);
    add(tr("For a week"), now.ms + 7 * kDayMs);
    m_usual.push_back({tr("Until somebody lets go"), std::nullopt});
    const QSignalBlocker quiet{m_choice};
    m_choice->clear();
    for (const Usual& usual : m_usual) {
        m_choice->addItem(usual.words);
    }
    m_choice->addItem(tr("Another time…"));
    const Instant other = chosen ? *chosen : Instant{now.ms + kHourMs};
    const QDateTime local = QDateTime::fromMSecsSinceEpoch(other.ms, zoneNamed(zone));
    m_other->setDateTime(
        QDateTime{local.date(), QTime{local.time().hour(), local.time().minute()}, Qt::UTC});
    m_choice->setCurrentIndex(chosen ? static_cast<int>(m_usual.size()) : 0);
    showOther();
}

void ReleaseField::showOther()
{
    m_other->setVisible(m_choice->currentIndex() == static_cast<int>(m_usual.size()));
    Q_EMIT changed();
}

std::optional<Instant> ReleaseField::until() const
{
    const int at = m_choice->currentIndex();
    if (at >= 0 && at < static_cast<int>(m_usual.size())) {
        return m_usual[static_cast<std::size_t>(at)].at;
    }
    const QDateTime shown = m_other->dateTime();
    const QDateTime local{shown.date(), shown.time(), zoneNamed(m_zone)};
    return Instant{local.toMSecsSinceEpoch()};
}

QString ReleaseField::words() const
{
    return releaseText(until(), m_zone);
}

} // namespace foyer::ui
