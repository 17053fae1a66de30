// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/till/till_page.h"

#include "ui/common/error_text.h"
#include "ui/common/formatting.h"
#include "ui/common/parts.h"
#include "ui/common/theme.h"
#include "ui/till/cash_counter.h"
#include "ui/till/figure_text.h"
#include "ui/till/invoices_dialog.h"
#include "ui/till/shifts_dialog.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPointer>
#include <QPushButton>
#include <QStackedWidget>
#include <QTableWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace foyer::ui {
TillPage::TillPage(TillPort& port, QWidget* parent)
    : QWidget{parent}, m_port{port}, m_stages{new QStackedWidget{this}}, m_fault{makeLabel({},
                                                                                           "fault",
                                                                                           this)}
{
    auto* column = new QVBoxLayout{this};
    column->setContentsMargins(kAround, kAround, kAround, kAround);
    column->setSpacing(kBetween);
    auto* head = new QHBoxLayout;
    head->addWidget(makeLabel(tr("Till"), "title", this), 1);
    auto* invoices = makeButton(tr("Invoices"), "", this, QStringLiteral("F3"));
    auto* shifts = makeButton(tr("Shifts and receipts"), "", this, QStringLiteral("F4"));
    head->addWidget(invoices);
    head->addWidget(shifts);
    column->addLayout(head);
    connect(invoices, &QPushButton::clicked, this, &TillPage::showInvoices);
    connect(shifts, &QPushButton::clicked, this, &TillPage::showShifts);
    m_fault->setWordWrap(true);
    m_fault->hide();
    column->addWidget(m_fault);
    m_stages->addWidget(buildClosed());
    m_stages->addWidget(buildRunning());
    m_stages->addWidget(buildCounting());
    m_stages->addWidget(buildReport());
    column->addWidget(m_stages, 1);
}

QString TillPage::keys()
{
    return tr("Enter\tOpen the shift with the float\nF3\tInvoices and their money\n"
              "F4\tShifts, reports and receipts\nF6\tPay in\nF7\tPay out\n"
              "F8\tOpen the drawer\nF9\tCount and close");
}

void TillPage::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    refresh();
}

void TillPage::refresh()
{
    if (m_stages->currentIndex() == Counting || m_stages->currentIndex() == Reported) {
        return; // nothing counted or read is taken away
    }
    m_port.state([self = QPointer{this}](const Result<TillState>& state) {
        if (self) {
            state ? self->showState(*state) : self->fail(state.error());
        }
    });
}

void TillPage::startOver()
{
    m_stages->setCurrentIndex(Closed);
    m_floatField->clear();
    m_amountField->clear();
    m_reasonField->clear();
    refresh();
}

void TillPage::showState(const TillState& state)
{
    m_state = state;
    m_fault->hide();
    m_stages->setCurrentIndex(state.open ? Running : Closed);
    setFocusProxy(state.open ? m_amountField : m_floatField);
    if (state.open) {
        showFigures(*state.open);
    } else {
        showDrawers();
    }
}

void TillPage::showDrawers()
{
    const QVariant before = m_drawerField->currentData();
    m_drawerField->clear();
    for (const Drawer& drawer : m_state.drawers) {
        m_drawerField->addItem(text(drawer.name), text(drawer.id.text()));
    }
    m_drawerField->setCurrentIndex(std::max(m_drawerField->findData(before), 0));
    // Of one drawer nobody has to be told.
    const bool isChoice = m_state.drawers.size() > 1;
    m_drawerField->setVisible(isChoice);
    for (QLabel* label : findChildren<QLabel*>()) {
        if (label->buddy() == m_drawerField) {
            label->setVisible(isChoice);
        }
    }
    m_newDrawer->setVisible(m_state.mayAddDrawers);
}

void TillPage::showShifts()
{
    auto* dialog = new ShiftsDialog{m_port, m_state.timeZone, this};
    connect(dialog, &ShiftsDialog::countAsked, this, [this](const Shift& shift) {
        count({shift.id, tr("%1 of %2").arg(text(shift.label), isolated(text(shift.clerkName)))});
    });
    dialog->open();
}

void TillPage::showInvoices()
{
    auto* dialog = new InvoicesDialog{m_port, m_state.timeZone, this};
    connect(dialog, &QDialog::finished, this, &TillPage::refresh); // cash may have come
    dialog->open();
}

void TillPage::showFigures(const ShiftReport& report)
{
    m_title->setText(
        tr("Shift %1 · %2").arg(text(report.shift.label), text(report.shift.drawerName)));
    m_figures->setRowCount(static_cast<int>(report.figures.size()));
    for (int row = 0; row < m_figures->rowCount(); ++row) {
        const TillFigure& figure = report.figures[static_cast<std::size_t>(row)];
        const QStringList cells = figureCells(figure, report.shift.currency);
        for (int cell = 0; cell < cells.size(); ++cell) {
            auto* item = new QTableWidgetItem{cells[cell]};
            item->setTextAlignment(cell == 0 ? Qt::AlignLeft | Qt::AlignVCenter
                                             : Qt::AlignRight | Qt::AlignVCenter);
            m_figures->setItem(row, cell, item);
        }
    }
}

void TillPage::fail(const Error& error)
{
    m_fault->setText(errorText(error));
    m_fault->show();
}

void TillPage::openShift()
{
    m_float.clear();
    const QString typed = m_floatField->text().trimmed();
    const auto amount = parseMoney(typed.isEmpty() ? "0" : typed.toStdString(), m_state.currency);
    if (!amount) {
        m_float.say(errorText(amount.error()));
        return;
    }
    std::optional<DrawerId> drawer;
    if (m_drawerField->currentIndex() >= 0) {
        drawer = m_state.drawers.at(static_cast<std::size_t>(m_drawerField->currentIndex())).id;
    }
    m_port.open(drawer, {amount->minor(), {}},
                [self = QPointer{this}](const Result<TillState>& state) {
                    if (!self) {
                        return;
                    }
                    if (!state) {
                        const bool isDrawer =
                            state.error().where == "drawer" && self->m_drawerField->isVisible();
                        (isDrawer ? self->m_drawer : self->m_float).say(errorText(state.error()));
                        return;
                    }
                    self->m_floatField->clear();
                    self->showState(*state);
                    self->setFocus();
                });
}

void TillPage::addDrawer()
{
    m_newDrawerFault.clear();
    m_port.addDrawer(m_newDrawerField->text().trimmed().toStdString(),
                     [self = QPointer{this}](const Result<TillState>& state) {
                         if (!self) {
                             return;
                         }
                         if (!state) {
                             self->m_newDrawerFault.say(errorText(state.error()));
                             return;
                         }
                         self->m_newDrawerField->clear();
                         self->showState(*state);
                     });
}

void TillPage::move(CashMoveKind kind)
{
    m_amount.clear();
    m_reason.clear();
    std::int64_t minor = 0;
    if (kind != CashMoveKind::NoSale) {
        const auto amount =
            parseMoney(m_amountField->text().trimmed().toStdString(), m_state.currency);
        if (!amount) {
            m_amount.say(errorText(amount.error()));
            return;
        }
        minor = amount->minor();
    }
    m_port.move(kind, minor, m_reasonField->text().trimmed().toStdString(),
                [self = QPointer{this}](const Result<TillState>& state) {
                    if (!self) {
                        return;
                    }
                    if (!state) {
                        const bool isAmount = state.error().where == "amount";
                        const FieldFault& field = isAmount ? self->m_amount : self->m_reason;
                        field.say(errorText(state.error()));
                        return;
                    }
                    self->m_amountField->clear();
                    self->m_reasonField->clear();
                    self->showState(*state);
                });
}

void TillPage::count(const Counted& counted)
{
    m_counting = counted;
    m_warned.reset();
    m_fault->hide();
    m_countTitle->setText(counted.label.isEmpty() ? tr("Count the drawer")
                                                  : tr("Count the drawer: %1").arg(counted.label));
    m_counter->begin(m_state.currency);
    m_stages->setCurrentIndex(Counting);
    // The fields are made anew for every count: their places in the order of Tab are, too.
    QWidget::setTabOrder(m_counter->lastField(), m_back);
    QWidget::setTabOrder(m_back, m_close);
    setFocusProxy(m_counter->firstField());
    m_counter->start();
}

void TillPage::leaveCount()
{
    m_fault->hide();
    m_stages->setCurrentIndex(m_state.open ? Running : Closed);
    refresh();
}

void TillPage::close()
{
    if (m_isClosing) {
        return;
    }
    m_isClosing = true;
    const CashCount count = m_counter->count();
    if (m_warned == count) {
        closeWith(count);
        return;
    }
    m_port.check(m_counting.shift, count,
                 [self = QPointer{this}, count](const Result<DrawerCheck>& check) {
                     if (!self) {
                         return;
                     }
                     if (check && check->agrees) {
                         self->closeWith(count);
                         return;
                     }
                     self->m_isClosing = false;
                     if (!check) {
                         self->fail(check.error());
                         return;
                     }
                     self->m_warned = count;
                     self->warn(*check);
                 });
}

void TillPage::warn(const DrawerCheck& check)
{
    const Currency currency = m_state.currency;
    m_fault->setText(check.expected
                         ? tr("Counted were %1, and %2 should be there. Count again, or close with "
                              "the difference by pressing once more.")
                               .arg(moneyText(Money{check.counted, currency}),
                                    moneyText(Money{*check.expected, currency}))
                         : tr("What you counted is not what should be there. Count again, or close "
                              "with the difference by pressing once more."));
    m_fault->show();
}

void TillPage::closeWith(const CashCount& count)
{
    m_port.close(m_counting.shift, count, [self = QPointer{this}](const Result<ShiftReport>& z) {
        if (self) {
            self->m_isClosing = false;
            z ? self->showReport(*z) : self->fail(z.error());
        }
    });
}

void TillPage::showReport(const ShiftReport& report)
{
    m_fault->hide();
    const Currency currency = report.shift.currency;
    const ZReport& z = *report.shift.z;
    m_reportTitle->setText(tr("Closed: %1").arg(text(z.label)));
    m_counted->setText(moneyText(Money{z.counted.total, currency}));
    m_expected->setText(moneyText(Money{z.expected, currency}));
    m_difference->setText(moneyText(Money{z.difference, currency}));
    for (QLabel* value : {m_counted, m_expected, m_difference}) {
        value->setAccessibleDescription(value->text()); // a name alone would hide it from a reader
    }
    m_stages->setCurrentIndex(Reported);
    setFocusProxy(m_done);
    setFocus();
}

} // namespace foyer::ui
