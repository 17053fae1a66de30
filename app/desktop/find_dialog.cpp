// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/desktop/find_dialog.h"

#include "core/domain/sales/order_code.h"
#include "ui/common/formatting.h"
#include "ui/common/parts.h"
#include "ui/common/theme.h"

#include <QLineEdit>
#include <QListWidget>
#include <QPointer>
#include <QVBoxLayout>

namespace foyer::desktop {

using ui::text;

FindDialog::FindDialog(ui::SellPort& port, QWidget* parent) : QDialog{parent}, m_port{port}
{
    setWindowTitle(tr("Find anything"));
    resize(560, 420);
    auto* column = new QVBoxLayout{this};
    column->setContentsMargins(ui::kAround, ui::kAround, ui::kAround, ui::kAround);
    m_field = new QLineEdit{this};
    m_field->setAccessibleName(tr("Performance, order code or customer"));
    m_field->setPlaceholderText(m_field->accessibleName());
    m_field->setMinimumHeight(ui::kTarget);
    m_found = new QListWidget{this};
    m_found->setAccessibleName(tr("Found"));
    column->addWidget(m_field);
    column->addWidget(m_found, 1);
    column->addWidget(
        ui::makeLabel(tr("Enter opens the first one; arrows choose."), "small", this));
    connect(m_field, &QLineEdit::textEdited, this, &FindDialog::search);
    connect(m_field, &QLineEdit::returnPressed, this, &FindDialog::choose);
    connect(m_found, &QListWidget::itemActivated, this, &FindDialog::choose);
    m_field->setFocus();
}

void FindDialog::add(const QString& words, std::function<void()> act)
{
    m_found->addItem(words);
    m_acts.push_back(std::move(act));
    if (m_found->count() == 1) {
        m_found->setCurrentRow(0);
    }
}

void FindDialog::search()
{
    const int asked = ++m_asked;
    m_found->clear();
    m_acts.clear();
    const std::string words = m_field->text().trimmed().toStdString();
    if (words.empty()) {
        return;
    }
    const auto current = [this, self = QPointer{this}, asked] { return self && asked == m_asked; };
    if (normalizedOrderCode(words)) {
        m_port.orderByCode(words, [this, current](const Result<Order>& order) {
            if (current() && order) {
                add(tr("Order %1").arg(text(displayOrderCode(order->code))),
                    [this, order = *order] { Q_EMIT orderChosen(order); });
            }
        });
    }
    m_port.performances(words,
                        [this, current](const Result<std::vector<PerformanceSummary>>& list) {
                            for (const auto& performance :
                                 current() && list ? *list : std::vector<PerformanceSummary>{}) {
                                add(text(performance.event) + QStringLiteral(" · ") +
                                        ui::dayAndTimeText(performance.startsAt,
                                                           performance.timeZone),
                                    [this, id = performance.id] { Q_EMIT performanceChosen(id); });
                            }
                        });
    m_port.findCustomers(words, [this, current](const Result<std::vector<Customer>>& list) {
        for (const Customer& customer : current() && list ? *list : std::vector<Customer>{}) {
            add(tr("Customer %1").arg(text(customer.details.name + " " + customer.details.email)),
                [this, customer] { Q_EMIT customerChosen(customer); });
        }
    });
}

void FindDialog::choose()
{
    const int row = m_found->currentRow();
    if (row >= 0 && row < static_cast<int>(m_acts.size())) {
        const auto act = m_acts[static_cast<std::size_t>(row)];
        accept();
        act();
    }
}

} // namespace foyer::desktop
