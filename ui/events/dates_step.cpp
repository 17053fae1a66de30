// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/events/dates_step.h"

#include "ui/common/error_text.h"
#include "ui/common/flow_layout.h"
#include "ui/common/formatting.h"
#include "ui/common/icons.h"
#include "ui/common/parts.h"
#include "ui/common/theme.h"
#include "ui/events/date_maker.h"
#include "ui/events/event_words.h"

#include <QFormLayout>
#include <QListWidget>
#include <QPointer>
#include <QSpinBox>
#include <QVBoxLayout>

#include <algorithm>

namespace foyer::ui {
namespace {

constexpr int kDateRows = 5;
constexpr int kDateRowHeight = 45;
constexpr int kDayMinutes = 24 * 60;
constexpr std::int64_t kDateMinuteMs = 60'000;

} // namespace

DatesStep::DatesStep(EventsPresenter& presenter, EventAsk& ask, QWidget* parent)
    : EventStep{presenter, ask, tr("When is it?"),
                tr("Times are those that clocks at the venue show."), parent}
{
    m_list = new QListWidget{this};
    m_list->setAccessibleName(tr("Dates"));
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setTextElideMode(Qt::ElideRight);
    column().addWidget(m_list);
    m_acts = buildActs();
    column().addWidget(m_acts);
    m_times = buildTimes();
    column().addWidget(m_times);
    m_maker = new DateMaker{presenter, this};
    column().addSpacing(kInside);
    column().addWidget(m_maker);
    column().addStretch();
    setFocusProxy(m_maker);
    connect(m_list, &QListWidget::currentRowChanged, this, [this](int row) {
        const EventView* view = this->view();
        if (view != nullptr && row >= 0 && static_cast<std::size_t>(row) < view->dates.size()) {
            m_chosen = view->dates[static_cast<std::size_t>(row)].performance.id;
        }
        showCurrent();
    });
    showCurrent();
}

QWidget* DatesStep::buildActs()
{
    auto* acts = new QWidget{this};
    auto* flow = new FlowLayout{kInside};
    acts->setLayout(flow);
    m_move = makeButton(tr("Move…"), "", acts);
    setButtonIcon(m_move, QStringLiteral("calendar-range"));
    m_postpone = makeButton(tr("Postpone…"), "", acts);
    setButtonIcon(m_postpone, QStringLiteral("calendar-days"));
    m_cancel = makeButton(tr("Cancel this date…"), "", acts);
    setButtonIcon(m_cancel, QStringLiteral("x"));
    m_giveBack = makeButton(tr("Give money back…"), "", acts);
    setButtonIcon(m_giveBack, QStringLiteral("banknote"));
    for (QPushButton* button : {m_move, m_postpone, m_cancel, m_giveBack}) {
        flow->addWidget(button);
    }
    connect(m_move, &QPushButton::clicked, this, &DatesStep::move);
    connect(m_postpone, &QPushButton::clicked, this, &DatesStep::postpone);
    connect(m_cancel, &QPushButton::clicked, this, &DatesStep::cancel);
    connect(m_giveBack, &QPushButton::clicked, this, [this] {
        if (const EventDateView* date = current()) {
            Q_EMIT moneyBackAsked(moneyOf(date->performance));
        }
    });
    return acts;
}

QWidget* DatesStep::buildTimes()
{
    auto* times = new QWidget{this};
    auto* form = new QFormLayout{times};
    form->setContentsMargins(0, 0, 0, 0);
    form->setHorizontalSpacing(kBetween);
    const auto spin = [&] {
        auto* field = new QSpinBox{times};
        field->setRange(0, kDayMinutes);
        field->setSpecialValueText(tr("Not said"));
        field->setButtonSymbols(QAbstractSpinBox::NoButtons);
        connect(field, &QSpinBox::editingFinished, this, &DatesStep::saveTimes);
        return field;
    };
    m_doors = spin();
    m_lasts = spin();
    m_fault = addField(*form, tr("Doors open, minutes before"), m_doors, times);
    addField(*form, tr("Lasts, minutes"), m_lasts, times);
    return times;
}

void DatesStep::showEvent(QShowEvent* event)
{
    EventStep::showEvent(event);
    if (const EventView* view = this->view()) {
        m_maker->present(*view, false);
    }
    askSold();
}

void DatesStep::askSold()
{
    const EventView* view = this->view();
    if (view == nullptr) {
        return;
    }
    presenter().port().sold(view->event.id,
                            [this, self = QPointer{this}](
                                const Result<std::map<PerformanceId, std::int64_t>>& sold) {
                                if (self && sold) {
                                    m_sold = *sold;
                                    if (const EventView* now = this->view()) {
                                        showList(*now);
                                    }
                                }
                            });
}

void DatesStep::present(const EventView& view, bool isOther)
{
    if (isOther) {
        m_sold.clear();
        m_chosen.reset();
    }
    showList(view);
    m_maker->present(view, isOther);
}

void DatesStep::showList(const EventView& view)
{
    const QSignalBlocker quiet{m_list};
    m_list->clear();
    int row = -1;
    for (const EventDateView& date : view.dates) {
        const auto sold = m_sold.find(date.performance.id);
        const std::int64_t places = date.whole() != nullptr ? date.whole()->capacity : 0;
        QStringList words{dateName(date.performance)};
        words << (date.plan.empty() ? tr("places are counted") : isolated(text(date.plan)));
        words << (sold != m_sold.end() ? tr("%L1 of %L2 sold").arg(sold->second).arg(places)
                                       : tr("%L1 places").arg(places));
        auto* item = new QListWidgetItem{words.join(QStringLiteral(" · ")), m_list};
        item->setToolTip(item->text());
        if (m_chosen == date.performance.id) {
            row = m_list->count() - 1;
        }
    }
    if (row < 0 && m_list->count() > 0) {
        row = 0;
        m_chosen = view.dates.front().performance.id;
    }
    m_list->setCurrentRow(row);
    m_list->setVisible(m_list->count() > 0);
    m_list->setFixedHeight(kInside + kDateRowHeight * std::clamp(m_list->count(), 1, kDateRows));
    showCurrent();
}

const EventDateView* DatesStep::current() const
{
    const EventView* view = this->view();
    return view != nullptr && m_chosen ? view->date(*m_chosen) : nullptr;
}

void DatesStep::showCurrent()
{
    const EventDateView* date = current();
    m_acts->setVisible(date != nullptr);
    m_times->setVisible(date != nullptr);
    if (date == nullptr) {
        return;
    }
    const Performance& one = date->performance;
    const bool isCancelled = one.state == Performance::State::Cancelled;
    m_move->setEnabled(!isCancelled);
    m_postpone->setEnabled(one.state == Performance::State::Scheduled);
    m_cancel->setEnabled(!isCancelled);
    m_giveBack->setVisible(one.state != Performance::State::Scheduled);
    m_times->setEnabled(!isCancelled);
    const auto show = [](QSpinBox* spin, std::int64_t minutes) {
        const QSignalBlocker quiet{spin};
        if (!spin->hasFocus()) {
            spin->setValue(static_cast<int>(minutes));
        }
    };
    show(m_doors, one.doorsAt ? (one.startsAt.ms - one.doorsAt->ms) / kDateMinuteMs : 0);
    show(m_lasts, one.endsAt ? (one.endsAt->ms - one.startsAt.ms) / kDateMinuteMs : 0);
    m_fault.clear();
}

void DatesStep::saveTimes()
{
    const EventDateView* date = current();
    if (date == nullptr) {
        return;
    }
    const auto minutes = [](const QSpinBox* spin) -> std::optional<std::int64_t> {
        return spin->value() > 0 ? std::optional<std::int64_t>{spin->value()} : std::nullopt;
    };
    const Performance& one = date->performance;
    const auto kept = [&](const std::optional<Instant>& time) -> std::optional<std::int64_t> {
        return time ? std::optional{std::abs(one.startsAt.ms - time->ms) / kDateMinuteMs}
                    : std::nullopt;
    };
    ChangeDate change{.date = one.id};
    if (minutes(m_doors) != kept(one.doorsAt)) {
        change.doorsBeforeMinutes = minutes(m_doors);
    }
    if (minutes(m_lasts) != kept(one.endsAt)) {
        change.lastsMinutes = minutes(m_lasts);
    }
    if (!change.doorsBeforeMinutes && !change.lastsMinutes) {
        return;
    }
    presenter().edit(change, [this, self = QPointer{this}](const std::optional<Error>& refusal) {
        if (self && refusal) {
            m_fault.tell(errorText(*refusal));
        }
    });
}

void DatesStep::move()
{
    const EventDateView* date = current();
    if (date == nullptr) {
        return;
    }
    const Performance one = date->performance;
    ask().ask({.date = one.id},
              {.sentence = tr("Move %1. Tickets stay valid for the new date.").arg(dateName(one)),
               .verb = tr("Move it"),
               .needsReason = true,
               .start = shownClock(one.startsAt, one.timeZone),
               .money = tr("Who cannot come then gets their money back singly, in Orders.")},
              [this, id = one.id](const QString& reason, const QDateTime& start,
                                  const EventAsk::Done& done) {
                  presenter().edit(MoveDate{id, clockWords(start), reason.toStdString()}, done);
              });
}

void DatesStep::postpone()
{
    const EventDateView* date = current();
    if (date == nullptr) {
        return;
    }
    const Performance one = date->performance;
    ask().ask({.date = one.id},
              {.sentence = tr("Postpone %1. Nothing is sold until it is moved; tickets stay valid.")
                               .arg(dateName(one)),
               .verb = tr("Postpone it"),
               .needsReason = true,
               .money = tr("Who does not want to wait gets their money back singly, in Orders.")},
              [this, id = one.id](const QString& reason, const QDateTime&,
                                  const EventAsk::Done& done) {
                  presenter().edit(PostponeDate{id, reason.toStdString()}, done);
              });
}

void DatesStep::cancel()
{
    const EventDateView* date = current();
    if (date == nullptr) {
        return;
    }
    const Performance one = date->performance;
    ask().ask({.date = one.id},
              {.sentence = tr("Cancel %1. It does not take place.").arg(dateName(one)),
               .verb = tr("Cancel this date"),
               .needsReason = true,
               .money = tr("Then whom the money goes back to is shown. None goes back before you "
                           "say so."),
               .moneyBack =
                   [this, scope = moneyOf(one)](const QString& reason) mutable {
                       scope.reason = reason.toStdString();
                       Q_EMIT moneyBackAsked(scope);
                   }},
              [this, id = one.id](const QString& reason, const QDateTime&,
                                  const EventAsk::Done& done) {
                  presenter().edit(CancelDate{id, reason.toStdString()}, done);
              });
}

MoneyBackScope DatesStep::moneyOf(const Performance& date) const
{
    return {.event = date.event,
            .name = view()->event.name,
            .dates = {date.id},
            .startsAt = date.startsAt,
            .timeZone = date.timeZone,
            .reason = {}};
}

} // namespace foyer::ui
