// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/events/publish_step.h"

#include "core/domain/catalogue/event_state.h"
#include "ui/common/error_text.h"
#include "ui/common/flow_layout.h"
#include "ui/common/formatting.h"
#include "ui/common/icons.h"
#include "ui/common/parts.h"
#include "ui/common/theme.h"
#include "ui/events/event_words.h"

#include <QCheckBox>
#include <QDateTimeEdit>
#include <QHBoxLayout>
#include <QPointer>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace foyer::ui {
namespace {

constexpr int kPointIcon = 20;

bool samePoints(const std::vector<EventPoint>& one, const std::vector<EventPoint>& other)
{
    return std::ranges::equal(one, other, [](const EventPoint& a, const EventPoint& b) {
        return a.code == b.code && a.facts == b.facts && a.stage == b.stage;
    });
}

/// The dates that a change of the sale is for.
const EventDateView* firstComing(const EventView& view, Instant now)
{
    const auto found = std::ranges::find_if(view.dates, [now](const EventDateView& date) {
        return date.performance.startsAt > now &&
            date.performance.state != Performance::State::Cancelled;
    });
    return found != view.dates.end() ? &*found : nullptr;
}

} // namespace

PublishStep::PublishStep(EventsPresenter& presenter, EventAsk& ask, QWidget* parent)
    : EventStep{presenter, ask, tr("Ready?"),
                tr("Nobody sees a draft. Once published, it is sold at every counter."), parent}
{
    m_headline = makeLabel({}, "title", this);
    m_headline->setWordWrap(true);
    column().addWidget(m_headline);
    m_points = new QWidget{this};
    auto* points = new QVBoxLayout{m_points};
    points->setContentsMargins(0, 0, 0, 0);
    points->setSpacing(kInside / 2);
    column().addWidget(m_points);
    column().addWidget(buildSale());
    m_fault = makeLabel({}, "fault", this);
    m_fault->setWordWrap(true);
    m_fault->hide();
    column().addWidget(m_fault);
    column().addWidget(buildActs());
    column().addStretch();
    setFocusProxy(m_publish);
}

PublishStep::SaleTime PublishStep::addTime(QVBoxLayout& column, const QString& words)
{
    auto* row = new QHBoxLayout;
    SaleTime time{new QCheckBox{words, this}, new QDateTimeEdit{this}};
    time.at->setAccessibleName(words);
    time.at->setTimeSpec(Qt::UTC);
    time.at->setCalendarPopup(true);
    time.at->setMinimumHeight(kTarget);
    row->addWidget(time.is, 1);
    row->addWidget(time.at, 1);
    column.addLayout(row);
    connect(time.is, &QCheckBox::toggled, time.at, &QWidget::setEnabled);
    connect(time.is, &QCheckBox::clicked, this, &PublishStep::saveSale);
    connect(time.at, &QDateTimeEdit::editingFinished, this, &PublishStep::saveSale);
    return time;
}

QWidget* PublishStep::buildSale()
{
    auto* panel = makePanel(this);
    auto* inside = new QVBoxLayout{panel};
    inside->setContentsMargins(kBetween, kBetween, kBetween, kBetween);
    inside->setSpacing(kInside / 2);
    inside->addWidget(makeLabel(tr("On sale"), "section", panel));
    auto* hint = makeLabel(tr("For all dates that are to come. Without these times it is on sale "
                              "at once, and until the end."),
                           "muted", panel);
    hint->setWordWrap(true);
    inside->addWidget(hint);
    m_from = addTime(*inside, tr("Begins later, at"));
    m_until = addTime(*inside, tr("Ends at"));
    auto* sentence = makeLabel({}, "fault", panel);
    sentence->setWordWrap(true);
    sentence->hide();
    inside->addWidget(sentence);
    m_saleFault = {m_until.at, sentence};
    return panel;
}

QWidget* PublishStep::buildActs()
{
    auto* acts = new QWidget{this};
    auto* flow = new FlowLayout{kInside};
    acts->setLayout(flow);
    m_publish = makeButton(tr("Publish"), "primary", acts, QStringLiteral("F9"));
    setButtonIcon(m_publish, QStringLiteral("send"));
    m_postpone = makeButton(tr("Postpone the event…"), "", acts);
    m_cancel = makeButton(tr("Cancel the event…"), "", acts);
    m_archive = makeButton(tr("Archive"), "", acts);
    m_giveBack = makeButton(tr("Give money back…"), "", acts);
    setButtonIcon(m_giveBack, QStringLiteral("banknote"));
    for (QPushButton* button : {m_publish, m_postpone, m_cancel, m_giveBack, m_archive}) {
        flow->addWidget(button);
    }
    connect(m_publish, &QPushButton::clicked, this, &PublishStep::publish);
    connect(m_postpone, &QPushButton::clicked, this, [this] { askEvent(false); });
    connect(m_cancel, &QPushButton::clicked, this, [this] { askEvent(true); });
    connect(m_giveBack, &QPushButton::clicked, this, [this] {
        if (const EventView* view = this->view()) {
            Q_EMIT moneyBackAsked(moneyOf(*view, false));
        }
    });
    connect(m_archive, &QPushButton::clicked, this, [this] {
        presenter().edit(ArchiveEvent{},
                         [this, self = QPointer{this}](const std::optional<Error>& refusal) {
                             if (self && refusal) {
                                 m_fault->setText(errorText(*refusal));
                                 m_fault->show();
                             } else if (self) {
                                 Q_EMIT archived();
                             }
                         });
    });
    return acts;
}

void PublishStep::present(const EventView& view, bool isOther)
{
    const int missing = view.count(true);
    const EventState state = view.event.state;
    const bool isOut = state == EventState::Published;
    m_headline->setText(missing > 0 ? tr("%n thing(s) are missing", nullptr, missing)
                            : isOut ? tr("It is on sale")
                                    : tr("Everything is there: it can be published"));
    if (isOther || !samePoints(m_shownPoints, view.points)) {
        m_shownPoints = view.points;
        showPoints(view);
    }
    showSale(view);
    m_fault->hide();
    if (isOther) {
        m_saleFault.clear();
    }
    m_publish->setVisible(!isOut);
    m_publish->setEnabled(missing == 0);
    m_postpone->setVisible(isOut);
    m_cancel->setVisible(isOut || state == EventState::Postponed);
    m_archive->setVisible(state != EventState::Archived && state != EventState::Draft);
    m_giveBack->setVisible(!moneyOf(view, false).dates.empty());
}

void PublishStep::showPoints(const EventView& view)
{
    qDeleteAll(m_points->findChildren<QWidget*>(QString{}, Qt::FindDirectChildrenOnly));
    auto* column = static_cast<QVBoxLayout*>(m_points->layout());
    const Palette& palette = currentPalette();
    for (const EventPoint& point : view.points) {
        auto* row = new QWidget{m_points};
        auto* line = new QHBoxLayout{row};
        line->setContentsMargins(0, 0, 0, 0);
        line->setSpacing(kInside);
        auto* sign = new QLabel{row};
        sign->setPixmap(icon(QLatin1String{point.isMissing ? "circle-dashed" : "triangle-alert"},
                             point.isMissing ? palette.bad : palette.warning)
                            .pixmap(kPointIcon, kPointIcon));
        line->addWidget(sign);
        auto* words = makeLabel(pointText(point), "", row);
        words->setWordWrap(true);
        line->addWidget(words, 1);
        auto* go = makeButton(tr("Go to %1").arg(stageName(point.stage)), "quiet", row);
        go->setAccessibleDescription(words->text());
        line->addWidget(go);
        column->addWidget(row);
        connect(go, &QPushButton::clicked, this,
                [this, stage = point.stage] { Q_EMIT stageAsked(stage); });
        row->show();
    }
    m_points->setVisible(!view.points.empty());
}

void PublishStep::showTime(const SaleTime& time, const std::optional<Instant>& kept,
                           const EventView& view)
{
    if (time.at->hasFocus()) {
        return; // somebody is typing
    }
    const QSignalBlocker quietIs{time.is};
    const QSignalBlocker quietAt{time.at};
    time.is->setChecked(kept.has_value());
    time.at->setEnabled(kept.has_value());
    time.at->setDateTime(shownClock(kept.value_or(presenter().house().now), view.zone()));
}

void PublishStep::showSale(const EventView& view)
{
    const EventDateView* date = firstComing(view, presenter().house().now);
    m_from.is->setEnabled(date != nullptr);
    m_until.is->setEnabled(date != nullptr);
    showTime(m_from, date != nullptr ? date->performance.onSaleFrom : std::nullopt, view);
    showTime(m_until, date != nullptr ? date->performance.onSaleUntil : std::nullopt, view);
}

void PublishStep::saveSale()
{
    const EventView* view = this->view();
    const EventDateView* date =
        view != nullptr ? firstComing(*view, presenter().house().now) : nullptr;
    if (date == nullptr) {
        return;
    }
    const auto wanted = [&](const SaleTime& time) {
        return time.is->isChecked() ? std::optional{instantShown(time.at->dateTime(), view->zone())}
                                    : std::nullopt;
    };
    ChangeSale change{.date = std::nullopt};
    if (wanted(m_from) != date->performance.onSaleFrom) {
        change.from = wanted(m_from);
    }
    if (wanted(m_until) != date->performance.onSaleUntil) {
        change.until = wanted(m_until);
    }
    if (!change.from && !change.until) {
        return;
    }
    presenter().edit(change, [this, self = QPointer{this}](const std::optional<Error>& refusal) {
        if (!self) {
            return;
        }
        refusal ? m_saleFault.tell(errorText(*refusal)) : m_saleFault.clear();
    });
}

void PublishStep::publish()
{
    presenter().edit(PublishEvent{},
                     [this, self = QPointer{this}](const std::optional<Error>& refusal) {
                         if (self && refusal) {
                             m_fault->setText(errorText(*refusal));
                             m_fault->show();
                         }
                     });
}

void PublishStep::askEvent(bool isCancelled)
{
    const EventView* view = this->view();
    if (view == nullptr) {
        return;
    }
    const QString name = isolated(text(view->event.name));
    const auto giveBack = [this, scope = moneyOf(*view, true)](const QString& reason) mutable {
        scope.reason = reason.toStdString();
        Q_EMIT moneyBackAsked(scope);
    };
    ask().ask(
        {.onlyComing = true},
        {.sentence = isCancelled
             ? tr("Cancel %1 and every date that is to come?").arg(name)
             : tr("Postpone %1 and every date that is to come? Tickets stay valid.").arg(name),
         .verb = isCancelled ? tr("Cancel the event") : tr("Postpone the event"),
         .needsReason = true,
         .money = isCancelled
             ? tr("Then whom the money goes back to is shown. None goes back before you say so.")
             : tr("Who does not want to wait gets their money back singly, in Orders."),
         .moneyBack = isCancelled ? giveBack : EventQuestion{}.moneyBack},
        [this, isCancelled](const QString& reason, const QDateTime&, const EventAsk::Done& done) {
            const std::string why = reason.toStdString();
            presenter().edit(isCancelled ? EventEdit{CancelEvent{why}}
                                         : EventEdit{PostponeEvent{why}},
                             done);
        });
}

MoneyBackScope PublishStep::moneyOf(const EventView& view, bool withComing)
{
    MoneyBackScope scope{.event = view.event.id,
                         .name = view.event.name,
                         .dates = {},
                         .startsAt = {},
                         .timeZone = view.zone(),
                         .reason = {}};
    for (const EventDateView& date : view.dates) {
        const Performance& one = date.performance;
        if (one.state == Performance::State::Cancelled ||
            (withComing && isToCome(one, presenter().house().now))) {
            scope.startsAt = scope.dates.empty() ? one.startsAt : scope.startsAt;
            scope.dates.push_back(one.id);
        }
    }
    return scope;
}

} // namespace foyer::ui
