// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/events/event_step.h"
#include "ui/events/money_back_port.h"

class QCheckBox;
class QDateTimeEdit;
class QLabel;
class QPushButton;
class QVBoxLayout;

namespace foyer::ui {

/// What is missing or doubtful with a way to it, when the dates are on sale, and publishing; later
/// postponing, cancelling and archiving.
class PublishStep final : public EventStep {
    Q_OBJECT

public:
    PublishStep(EventsPresenter& presenter, EventAsk& ask, QWidget* parent);

Q_SIGNALS:
    void stageAsked(foyer::ui::EventStage stage);
    void archived();
    void moneyBackAsked(const foyer::ui::MoneyBackScope& scope);

protected:
    void present(const EventView& view, bool isOther) override;

private:
    /// A time of the sale that may be nothing.
    struct SaleTime {
        QCheckBox* is = nullptr;
        QDateTimeEdit* at = nullptr;
    };

    QWidget* buildSale();
    QWidget* buildActs();
    SaleTime addTime(QVBoxLayout& column, const QString& words);
    void showPoints(const EventView& view);
    void showTime(const SaleTime& time, const std::optional<Instant>& kept, const EventView& view);
    void showSale(const EventView& view);
    void saveSale();
    void publish();
    void askEvent(bool isCancelled);
    /// What giving the money of all cancelled dates back is about; of those to come, too, once
    /// they are cancelled.
    MoneyBackScope moneyOf(const EventView& view, bool withComing);

    QLabel* m_headline;
    QWidget* m_points;
    std::vector<EventPoint> m_shownPoints;
    SaleTime m_from;
    SaleTime m_until;
    FieldFault m_saleFault;
    QLabel* m_fault;
    QPushButton* m_publish;
    QPushButton* m_postpone;
    QPushButton* m_cancel;
    QPushButton* m_archive;
    QPushButton* m_giveBack;
};

} // namespace foyer::ui
