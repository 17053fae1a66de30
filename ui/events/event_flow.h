// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/events/event_step.h"
#include "ui/events/money_back_port.h"

#include <QPointer>

#include <array>

class QButtonGroup;
class QLabel;
class QPushButton;
class QStackedWidget;

namespace foyer::ui {

class DetailsStep;
class ElidedLabel;
class EventAsk;
class TicketPreview;

/// One event, step by step: the steps with what is missing in each at the left, the step in the
/// middle, its ticket at the right. May be left and resumed at any time.
class EventFlow final : public QWidget {
    Q_OBJECT

public:
    EventFlow(EventsPresenter& presenter, QWidget* parent);

    /// Another event was opened: begins where something is missing.
    void begin();
    /// Saves what was typed in the step before.
    void openStage(EventStage stage);
    EventStage stage() const;
    EventAsk& question() { return *m_ask; }
    void tell(const QString& sentence);
    void applyPalette();

Q_SIGNALS:
    void leaveAsked();
    void moneyBackAsked(const foyer::ui::MoneyBackScope& scope);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    QWidget* buildHead();
    QWidget* buildRail();
    QWidget* buildMiddle();
    void addStep(EventStep* step);
    void showView();
    void showSaving();
    void showRail(const EventView& view);
    void showStage(EventStage stage);
    void go(int by);
    void leave();
    /// Leaves, where that was asked and nothing is being saved or asked any more.
    void leaveOnceDone();
    void drawTicket(const QString& name, const QString& subtitle);

    EventsPresenter& m_presenter;
    EventAsk* m_ask;
    ElidedLabel* m_title;
    QLabel* m_state;
    QLabel* m_saved;
    QLabel* m_told;
    QButtonGroup* m_rail;
    std::array<QPushButton*, kEventStages> m_buttons{};
    QStackedWidget* m_pages;
    std::vector<EventStep*> m_steps;
    DetailsStep* m_details = nullptr;
    QPushButton* m_back;
    QPushButton* m_next;
    QPointer<QWidget> m_before; ///< had the keyboard when something was asked
    bool m_isLeaving = false;   ///< once everything is saved
    TicketPreview* m_preview;
};

} // namespace foyer::ui
