// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/events/event_flow.h"

#include "ui/common/formatting.h"
#include "ui/common/icons.h"
#include "ui/common/parts.h"
#include "ui/common/theme.h"
#include "ui/events/dates_step.h"
#include "ui/events/details_step.h"
#include "ui/events/event_words.h"
#include "ui/events/pictures_step.h"
#include "ui/events/prices_step.h"
#include "ui/events/publish_step.h"
#include "ui/events/quotas_step.h"
#include "ui/events/texts_step.h"
#include "ui/events/ticket_preview.h"
#include "ui/events/venue_step.h"

#include <QApplication>
#include <QButtonGroup>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace foyer::ui {
namespace {

constexpr int kStepRailWidth = 184;
constexpr int kRoomForPreview = 1'120; // narrower, the step needs it all

EventStage stageAt(int index)
{
    return static_cast<EventStage>(index);
}

} // namespace

EventFlow::EventFlow(EventsPresenter& presenter, QWidget* parent)
    : QWidget{parent}, m_presenter{presenter}
{
    auto* column = new QVBoxLayout{this};
    column->setContentsMargins(kAround, kBetween, kAround, kBetween);
    column->setSpacing(kBetween);
    column->addWidget(buildHead());
    auto* row = new QHBoxLayout;
    row->setSpacing(kAround);
    row->addWidget(buildRail());
    row->addWidget(buildMiddle(), 1);
    m_preview = new TicketPreview{this};
    row->addWidget(m_preview);
    column->addLayout(row, 1);
    connect(&m_presenter, &EventsPresenter::viewChanged, this, &EventFlow::showView);
    connect(&m_presenter, &EventsPresenter::savingChanged, this, &EventFlow::showSaving);
    connect(&m_presenter, &EventsPresenter::ticketDrawn, this, [this](const QByteArray& png) {
        const EventView* view = m_presenter.view();
        m_preview->show(
            png, tr("A ticket of %1").arg(view != nullptr ? text(view->event.name) : QString{}));
    });
    connect(m_ask, &EventAsk::opened, this, [this] { m_before = QApplication::focusWidget(); });
    connect(m_ask, &EventAsk::closed, this, [this] {
        if (m_before && m_before->isVisible()) {
            m_before->setFocus();
        } else if (isVisible()) {
            m_steps[static_cast<std::size_t>(m_pages->currentIndex())]->setFocus();
        }
        leaveOnceDone();
    });
}

QWidget* EventFlow::buildHead()
{
    auto* head = new QWidget{this};
    auto* row = new QHBoxLayout{head};
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(kInside);
    auto* leave = makeButton(tr("All events"), "quiet", head);
    setButtonIcon(leave, QStringLiteral("arrow-left"));
    row->addWidget(leave);
    m_title = new ElidedLabel{"title", head};
    row->addWidget(m_title, 1);
    m_saved = makeLabel({}, "small", head);
    row->addWidget(m_saved);
    m_state = makeLabel({}, "pill", head);
    row->addWidget(m_state);
    connect(leave, &QPushButton::clicked, this, &EventFlow::leave);
    return head;
}

QWidget* EventFlow::buildRail()
{
    auto* rail = new QWidget{this};
    rail->setFixedWidth(kStepRailWidth);
    rail->setAccessibleName(tr("Steps"));
    auto* column = new QVBoxLayout{rail};
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(kInside / 2);
    m_rail = new QButtonGroup{this};
    for (int at = 0; at < kEventStages; ++at) {
        auto* button = makeButton(stageName(stageAt(at)), "step", rail);
        button->setCheckable(true);
        m_rail->addButton(button, at);
        m_buttons[static_cast<std::size_t>(at)] = button;
        column->addWidget(button);
    }
    column->addStretch();
    connect(m_rail, &QButtonGroup::idClicked, this, [this](int at) { openStage(stageAt(at)); });
    return rail;
}

void EventFlow::addStep(EventStep* step)
{
    m_steps.push_back(step);
    m_pages->addWidget(makeScroll(step, m_pages));
}

QWidget* EventFlow::buildMiddle()
{
    auto* middle = new QWidget{this};
    auto* column = new QVBoxLayout{middle};
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(kBetween);
    m_told = makeLabel({}, "banner", middle);
    m_told->setWordWrap(true);
    m_told->hide();
    column->addWidget(m_told);
    m_ask = new EventAsk{m_presenter, middle};
    column->addWidget(m_ask);
    m_pages = new QStackedWidget{middle};
    column->addWidget(m_pages, 1);
    m_details = new DetailsStep{m_presenter, *m_ask, this};
    auto* publish = new PublishStep{m_presenter, *m_ask, this};
    addStep(m_details);
    addStep(new VenueStep{m_presenter, *m_ask, this});
    auto* dates = new DatesStep{m_presenter, *m_ask, this};
    addStep(dates);
    addStep(new PricesStep{m_presenter, *m_ask, this});
    addStep(new QuotasStep{m_presenter, *m_ask, this});
    auto* texts = new TextsStep{m_presenter, *m_ask, this};
    addStep(texts);
    addStep(new PicturesStep{m_presenter, *m_ask, this});
    addStep(publish);
    auto* row = new QHBoxLayout;
    m_back = makeButton(tr("Back"), "", middle, QStringLiteral("F3"));
    m_next = makeButton(tr("Next"), "primary", middle, QStringLiteral("F4"));
    setButtonIcon(m_next, QStringLiteral("arrow-right"));
    row->addWidget(m_back);
    row->addStretch();
    row->addWidget(m_next);
    column->addLayout(row);
    connect(m_back, &QPushButton::clicked, this, [this] { go(-1); });
    connect(m_next, &QPushButton::clicked, this, [this] { go(1); });
    connect(publish, &PublishStep::stageAsked, this, &EventFlow::openStage);
    connect(publish, &PublishStep::archived, this, &EventFlow::leaveAsked);
    connect(publish, &PublishStep::moneyBackAsked, this, &EventFlow::moneyBackAsked);
    connect(dates, &DatesStep::moneyBackAsked, this, &EventFlow::moneyBackAsked);
    connect(m_details, &DetailsStep::namesTyped, this, &EventFlow::drawTicket);
    connect(texts, &TextsStep::ticketTextTyped, this, [this](const QString& words) {
        if (const EventView* view = m_presenter.view()) {
            m_presenter.drawTicket({view->event.name, view->event.subtitle, words.toStdString()});
        }
    });
    return middle;
}

void EventFlow::begin()
{
    m_isLeaving = false;
    m_told->hide();
    m_ask->startOver();
    const EventView* view = m_presenter.view();
    EventStage first = EventStage::Details;
    if (view != nullptr && view->event.state == EventState::Draft) {
        for (const EventPoint& point : view->points) {
            if (point.isMissing) {
                first = point.stage; // where somebody stopped
                break;
            }
        }
        if (view->count(true) == 0) {
            first = EventStage::Publish;
        }
    }
    showStage(first); // what was typed before is of another event
}

EventStage EventFlow::stage() const
{
    return stageAt(m_pages->currentIndex());
}

void EventFlow::openStage(EventStage stage)
{
    m_isLeaving = false; // there is more to do here after all
    m_steps[static_cast<std::size_t>(m_pages->currentIndex())]->flush();
    m_ask->close();
    showStage(stage);
}

void EventFlow::showStage(EventStage stage)
{
    const auto at = static_cast<int>(stage);
    m_pages->setCurrentIndex(at);
    m_buttons[static_cast<std::size_t>(at)]->setChecked(true);
    m_back->setEnabled(at > 0);
    m_next->setEnabled(at + 1 < kEventStages);
    EventStep* step = m_steps[static_cast<std::size_t>(at)];
    setFocusProxy(step);
    if (isVisible()) {
        step->setFocus();
    }
    if (const EventView* view = m_presenter.view()) {
        showRail(*view);
    }
}

void EventFlow::go(int by)
{
    const int at = m_pages->currentIndex() + by;
    if (at >= 0 && at < kEventStages) {
        openStage(stageAt(at));
    }
}

void EventFlow::leave()
{
    m_steps[static_cast<std::size_t>(m_pages->currentIndex())]->flush();
    m_isLeaving = m_presenter.isSaving() || m_ask->isAsking();
    if (!m_isLeaving) {
        Q_EMIT leaveAsked();
    } else {
        m_ask->remind(); // a change that waits for its answer is neither made nor dropped unasked
    }
}

void EventFlow::leaveOnceDone()
{
    if (!m_isLeaving || m_presenter.isSaving() || m_ask->isAsking()) {
        return;
    }
    m_isLeaving = false;
    if (!m_presenter.wasRefused()) { // else the sentence beside the field is read first
        Q_EMIT leaveAsked();
    }
}

void EventFlow::showView()
{
    const EventView* view = m_presenter.view();
    if (view == nullptr) {
        return;
    }
    const int missing = view->count(true);
    const QString name = isolated(text(view->event.name));
    m_title->setWhole(view->event.state == EventState::Draft && missing > 0
                          ? tr("%1 · %n thing(s) missing", nullptr, missing).arg(name)
                          : name);
    m_state->setText(eventStateText(view->event.state, false));
    for (EventStep* step : m_steps) {
        step->show(*view);
    }
    showRail(*view);
    drawTicket(text(view->event.name), text(view->event.subtitle));
}

void EventFlow::showRail(const EventView& view)
{
    const Palette& palette = currentPalette();
    for (int at = 0; at < kEventStages; ++at) {
        const EventStage stage = stageAt(at);
        const bool isLast = stage == EventStage::Publish;
        const int missing = isLast ? view.count(true) : view.count(true, stage);
        const int doubtful = isLast ? 0 : view.count(false, stage);
        const bool isDraft = view.event.state == EventState::Draft;
        const bool isDone = missing == 0 && doubtful == 0 && !(isLast && isDraft);
        QPushButton* button = m_buttons[static_cast<std::size_t>(at)];
        const QString name = stageName(stage);
        button->setIconSize({18, 18});
        const char* sign = isDone   ? "circle-check"
            : missing > 0 || isLast ? "circle-dashed"
                                    : "triangle-alert";
        button->setIcon(icon(QLatin1String{sign},
                             isDone                      ? palette.good
                                 : missing > 0 || isLast ? palette.muted
                                                         : palette.warning));
        const int count = missing > 0 ? missing : doubtful;
        button->setText(count > 0 && !isLast ? QStringLiteral(" %1  %2").arg(name).arg(count)
                                             : QStringLiteral(" ") + name);
        button->setAccessibleName(
            isDone             ? tr("%1, done").arg(name)
                : missing > 0  ? tr("%1, %n missing", nullptr, missing).arg(name)
                : doubtful > 0 ? tr("%1, %n to look at", nullptr, doubtful).arg(name)
                               : name);
    }
}

void EventFlow::showSaving()
{
    m_saved->setText(m_presenter.isSaving()         ? tr("Saving…")
                         : m_presenter.wasRefused() ? tr("Not everything is saved")
                                                    : tr("Everything is saved"));
    leaveOnceDone();
}

void EventFlow::drawTicket(const QString& name, const QString& subtitle)
{
    m_presenter.drawTicket({name.toStdString(), subtitle.toStdString(), std::nullopt});
}

void EventFlow::tell(const QString& sentence)
{
    m_told->setText(sentence);
    m_told->setVisible(!sentence.isEmpty());
}

void EventFlow::applyPalette()
{
    if (const EventView* view = m_presenter.view()) {
        for (EventStep* step : m_steps) {
            step->show(*view);
        }
        showRail(*view);
    }
}

void EventFlow::keyPressEvent(QKeyEvent* event)
{
    if (event->key() != Qt::Key_Escape) {
        QWidget::keyPressEvent(event);
    } else if (m_ask->isOpen()) {
        m_ask->close();
    } else if (!m_told->isHidden()) {
        m_told->hide();
    } else {
        leave();
    }
}

void EventFlow::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    m_preview->setVisible(width() >= kRoomForPreview);
}

} // namespace foyer::ui
