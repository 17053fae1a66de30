// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/till/till_page.h"

#include "ui/common/error_text.h"
#include "ui/common/formatting.h"
#include "ui/common/parts.h"
#include "ui/common/theme.h"
#include "ui/till/cash_counter.h"
#include "ui/till/figure_text.h"
#include "ui/till/shifts_dialog.h"

#include <QFormLayout>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QPointer>
#include <QScrollArea>
#include <QStackedWidget>
#include <QTableWidget>
#include <QVBoxLayout>

namespace foyer::ui {
namespace {

constexpr int kCardWidth = 520;
constexpr int kMovesWidth = 360;
enum Stage { Closed, Running, Counting, Reported };

/// A card in the middle of the page.
QVBoxLayout* makeCard(QWidget* page)
{
    auto* whole = new QVBoxLayout{page};
    whole->addStretch();
    auto* card = makePanel(page);
    card->setFixedWidth(kCardWidth);
    auto* column = new QVBoxLayout{card};
    column->setContentsMargins(kAround, kAround, kAround, kAround);
    column->setSpacing(kBetween);
    whole->addWidget(card, 0, Qt::AlignHCenter);
    whole->addStretch();
    return column;
}

} // namespace

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
    auto* shifts = makeButton(tr("Shifts and receipts"), "", this, QStringLiteral("F4"));
    head->addWidget(shifts);
    column->addLayout(head);
    connect(shifts, &QPushButton::clicked, this, [this] {
        auto* dialog = new ShiftsDialog{m_port, this};
        dialog->open();
    });
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
    return tr("Enter\tOpen the shift with the float\nF4\tShifts, reports and receipts\n"
              "F6\tPay in\nF7\tPay out\nF8\tOpen the drawer\nF9\tCount and close");
}

QWidget* TillPage::buildClosed()
{
    auto* page = new QWidget{this};
    auto* column = makeCard(page);
    column->addWidget(makeLabel(tr("Open your shift"), "section", page));
    auto* words = makeLabel(tr("Cash belongs to a drawer from here on. Say how much is in it now."),
                            "muted", page);
    words->setWordWrap(true);
    column->addWidget(words);
    auto* form = new QFormLayout;
    m_floatField = new QLineEdit{page};
    m_float = addField(*form, tr("Float"), m_floatField, page);
    column->addLayout(form);
    auto* open = makeButton(tr("Open the shift"), "primary", page);
    column->addWidget(open, 0, Qt::AlignRight);
    connect(open, &QPushButton::clicked, this, &TillPage::openShift);
    connect(m_floatField, &QLineEdit::returnPressed, this, &TillPage::openShift);
    return page;
}

QWidget* TillPage::buildMoves()
{
    auto* panel = makePanel(this);
    panel->setFixedWidth(kMovesWidth);
    auto* column = new QVBoxLayout{panel};
    column->setContentsMargins(kBetween, kBetween, kBetween, kBetween);
    column->setSpacing(kInside);
    column->addWidget(makeLabel(tr("Cash in and out"), "section", panel));
    auto* form = new QFormLayout;
    m_amountField = new QLineEdit{panel};
    m_reasonField = new QLineEdit{panel};
    m_amount = addField(*form, tr("Amount"), m_amountField, panel);
    m_reason = addField(*form, tr("Reason"), m_reasonField, panel);
    column->addLayout(form);
    auto* payIn = makeButton(tr("Pay in"), "", panel, QStringLiteral("F6"));
    auto* payOut = makeButton(tr("Pay out"), "", panel, QStringLiteral("F7"));
    auto* open = makeButton(tr("Open the drawer"), "", panel, QStringLiteral("F8"));
    auto* count = makeButton(tr("Count and close"), "primary", panel, QStringLiteral("F9"));
    column->addWidget(payIn);
    column->addWidget(payOut);
    column->addWidget(open);
    column->addStretch();
    column->addWidget(count);
    connect(payIn, &QPushButton::clicked, this, [this] { move(CashMoveKind::PayIn); });
    connect(payOut, &QPushButton::clicked, this, [this] { move(CashMoveKind::PayOut); });
    connect(open, &QPushButton::clicked, this, [this] { move(CashMoveKind::NoSale); });
    connect(count, &QPushButton::clicked, this, &TillPage::count);
    return panel;
}

QWidget* TillPage::buildRunning()
{
    auto* page = new QWidget{this};
    auto* row = new QHBoxLayout{page};
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(kBetween);
    auto* panel = makePanel(page);
    auto* column = new QVBoxLayout{panel};
    column->setContentsMargins(kBetween, kBetween, kBetween, kBetween);
    column->setSpacing(kInside);
    m_title = makeLabel({}, "section", panel);
    column->addWidget(m_title);
    auto* words =
        makeLabel(tr("What is in the drawer is shown when it has been counted."), "muted", panel);
    column->addWidget(words);
    m_figures = new QTableWidget{0, 3, panel};
    m_figures->setAccessibleName(tr("Figures of the shift"));
    m_figures->setHorizontalHeaderLabels({tr("Figure"), tr("Count"), tr("Amount")});
    m_figures->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_figures->verticalHeader()->hide();
    m_figures->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_figures->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_figures->setShowGrid(false);
    m_figures->horizontalHeader()->setHighlightSections(false);
    m_figures->setTabKeyNavigation(false);
    column->addWidget(m_figures, 1);
    row->addWidget(panel, 1);
    row->addWidget(buildMoves());
    return page;
}

QWidget* TillPage::buildCounting()
{
    auto* page = new QWidget{this};
    auto* column = makeCard(page);
    column->addWidget(makeLabel(tr("Count the drawer"), "section", page));
    m_counter = new CashCounter{page};
    column->addWidget(m_counter);
    auto* buttons = new QHBoxLayout;
    m_back = makeButton(tr("Back"), "", page);
    m_close = makeButton(tr("Close the shift"), "primary", page);
    buttons->addWidget(m_back);
    buttons->addStretch();
    buttons->addWidget(m_close);
    column->addLayout(buttons);
    connect(m_back, &QPushButton::clicked, this, [this] { m_stages->setCurrentIndex(Running); });
    connect(m_close, &QPushButton::clicked, this, &TillPage::close);
    return page;
}

QWidget* TillPage::buildReport()
{
    auto* page = new QWidget{this};
    auto* column = makeCard(page);
    m_reportTitle = makeLabel({}, "section", page);
    column->addWidget(m_reportTitle);
    auto* form = new QFormLayout;
    form->setVerticalSpacing(kInside);
    m_counted = makeLabel({}, "", page);
    m_expected = makeLabel({}, "", page);
    m_difference = makeLabel({}, "title", page);
    for (const auto& [name, value] : {std::pair{tr("Counted"), m_counted},
                                      {tr("Expected"), m_expected},
                                      {tr("Difference"), m_difference}}) {
        value->setAlignment(Qt::AlignRight);
        value->setAccessibleName(name);
        form->addRow(name, value);
    }
    column->addLayout(form);
    m_done = makeButton(tr("Done"), "primary", page);
    column->addWidget(m_done, 0, Qt::AlignRight);
    connect(m_done, &QPushButton::clicked, this, &TillPage::startOver);
    return page;
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
    }
}

void TillPage::showFigures(const ShiftReport& report)
{
    m_title->setText(
        tr("Shift %1 · %2").arg(text(report.shift.label), text(report.shift.drawerName)));
    m_figures->setRowCount(static_cast<int>(report.figures.size()));
    for (int row = 0; row < m_figures->rowCount(); ++row) {
        const TillFigure& figure = report.figures[static_cast<std::size_t>(row)];
        const QStringList cells{figureText(figure.key), QString::number(figure.count),
                                moneyText(Money{figure.amount, report.shift.currency})};
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
    m_port.open({amount->minor(), {}}, [self = QPointer{this}](const Result<TillState>& state) {
        if (!self) {
            return;
        }
        if (!state) {
            self->m_float.say(errorText(state.error()));
            return;
        }
        self->m_floatField->clear();
        self->showState(*state);
        self->setFocus();
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

void TillPage::count()
{
    m_counter->begin(m_state.currency);
    m_stages->setCurrentIndex(Counting);
    // The fields are made anew for every count: their places in the order of Tab are, too.
    QWidget::setTabOrder(m_counter->lastField(), m_back);
    QWidget::setTabOrder(m_back, m_close);
    setFocusProxy(m_counter->firstField());
    setFocus();
}

void TillPage::close()
{
    m_port.close(m_state.open->shift.id, m_counter->count(),
                 [self = QPointer{this}](const Result<ShiftReport>& report) {
                     if (self) {
                         report ? self->showReport(*report) : self->fail(report.error());
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
