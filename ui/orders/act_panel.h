// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/common/field.h"
#include "ui/orders/order_panel.h"
#include "ui/orders/orders_port.h"

#include <QFrame>

#include <functional>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPushButton;

namespace foyer::ui {

/// Asks for what an act needs, shows what it will do to money and seats, and does it. Nothing typed
/// is lost when it is refused.
class ActPanel final : public QFrame {
    Q_OBJECT

public:
    explicit ActPanel(OrdersPort& port, QWidget* parent = nullptr);

    /// Begins an act; no ticket chosen: all valid ones are meant.
    void begin(OrderAct act, const OrderView& view, const std::vector<TicketId>& chosen);

Q_SIGNALS:
    /// It was done; `sentence` says what to hand out or to take.
    void done(const foyer::ui::OrderView& view, const QString& sentence);
    void left();

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    FieldFault addRow(QFormLayout& form, const QString& name, QWidget* field);
    void buildFields(QFormLayout& form);
    void showRows();
    void loadPerformances();
    void loadPlaces();
    void fillTypes();
    void plan();
    void showPlan(const Result<AfterSalePlan>& plan);
    void confirm();
    void finish(const Result<OrderView>& view);
    void showFault(const Error& error);
    void clearFaults();
    void takeQuickReason(const QString& typed);
    bool isExchange() const { return m_act == OrderAct::Exchange; }
    bool hasPlan() const;
    /// Whether what will happen is in sight; if it cannot happen, says so beside its field.
    bool isPlanShown();
    bool needsReason() const;
    /// A provider may still take the money of the order, and somebody can decide that it does not
    /// matter.
    bool mayInsist() const;
    OpenPayment openPayment() const;
    ReturnRequest returnRequest() const;
    /// Nothing where a seat that was typed is not one; then the fault is shown.
    std::optional<ExchangeRequest> exchangeRequest();
    std::optional<SeatNumber> seatTyped(const QString& typed) const;
    PersonNamed person() const;
    std::vector<Tender> tenders() const;

    OrdersPort& m_port;
    OrderAct m_act = OrderAct::Refund;
    OrderView m_view;
    std::vector<TicketId> m_chosen;
    std::optional<AfterSalePlan> m_plan;
    std::optional<Error> m_planFault; ///< why there is no plan
    ExchangePlaces m_places;
    std::vector<PerformanceSummary> m_performances;
    int m_asked = 0;           ///< so that only the latest plan is shown
    bool m_isPlanning = false; ///< the plan that is shown is not of what is typed by now
    bool m_isDoing = false;    ///< an act is on its way; a second Enter is not a second act
    QFormLayout* m_form = nullptr;
    QLabel* m_title;
    QLabel* m_words;
    QLabel* m_money;
    QLabel* m_general;
    QLabel* m_reasons;
    QCheckBox* m_keepFees;
    QCheckBox* m_insist;
    QLineEdit* m_part;
    QComboBox* m_performance;
    QComboBox* m_type;
    QComboBox* m_category;
    QLineEdit* m_seats;
    QLineEdit* m_reason;
    QLineEdit* m_cardReference;
    QComboBox* m_method;
    QLineEdit* m_tendered;
    QLineEdit* m_receipt;
    QLineEdit* m_name;
    QLineEdit* m_phone;
    QLineEdit* m_email;
    QPushButton* m_confirm;
    std::vector<FieldFault> m_faults;
};

} // namespace foyer::ui
