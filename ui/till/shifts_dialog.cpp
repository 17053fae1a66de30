// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/till/shifts_dialog.h"

#include "core/domain/sales/order_code.h"
#include "ui/common/error_text.h"
#include "ui/common/formatting.h"
#include "ui/common/parts.h"
#include "ui/common/payment_text.h"
#include "ui/common/theme.h"
#include "ui/till/figure_text.h"

#include <QDesktopServices>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QListWidget>
#include <QPointer>
#include <QTableWidget>
#include <QUrl>
#include <QVBoxLayout>

#include <algorithm>

namespace foyer::ui {
namespace {

constexpr int kListWidth = 280;

QString kindText(const std::string& kind)
{
    if (kind == "order.placed" || kind == "payment.taken") {
        return ShiftsDialog::tr("Sale");
    }
    if (kind == "order.voided") {
        return ShiftsDialog::tr("Void");
    }
    if (kind == "tickets.returned" || kind == "payment.returned") {
        return ShiftsDialog::tr("Taken back");
    }
    if (kind == "order.extended") {
        return ShiftsDialog::tr("Exchange");
    }
    return kind == "cash.moved" ? ShiftsDialog::tr("Cash in or out") : text(kind);
}

void fill(QTableWidget* table, int row, const QStringList& cells)
{
    for (int cell = 0; cell < cells.size(); ++cell) {
        auto* item = new QTableWidgetItem{cells[cell]};
        item->setToolTip(cells[cell]);
        const bool isAmount = cell == cells.size() - 1 || (cell > 0 && cells.size() == 4);
        item->setTextAlignment(isAmount ? Qt::AlignRight | Qt::AlignVCenter
                                        : Qt::AlignLeft | Qt::AlignVCenter);
        table->setItem(row, cell, item);
    }
}

} // namespace

ShiftsDialog::ShiftsDialog(TillPort& port, std::string timeZone, QWidget* parent)
    : QDialog{parent}, m_port{port}, m_timeZone{std::move(timeZone)}, m_list{new QListWidget{this}},
      m_figures{makeTable(tr("Figures of the shift"), figureColumns(), 0)},
      m_receipts{makeTable(tr("Receipts behind the figure"),
                           {tr("Time"), tr("What"), tr("Order"), tr("By"), tr("Amount")}, 3)},
      m_title{makeLabel({}, "section", this)}, m_told{makeLabel({}, "muted", this)},
      m_print{makeButton(tr("Print the report"), "primary", this)},
      m_count{makeButton(tr("Count and close it"), "", this)}
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Shifts and receipts"));
    resize(1040, 680);
    auto* row = new QHBoxLayout{this};
    row->setContentsMargins(kAround, kAround, kAround, kAround);
    row->setSpacing(kBetween);
    m_list->setAccessibleName(tr("Shifts, the latest first"));
    m_list->setFixedWidth(kListWidth);
    row->addWidget(m_list);
    auto* column = new QVBoxLayout;
    column->setSpacing(kInside);
    column->addWidget(m_title);
    column->addWidget(m_figures, 1);
    column->addWidget(m_receipts, 1);
    m_told->setWordWrap(true);
    column->addWidget(m_told);
    auto* buttons = new QHBoxLayout;
    auto* close = makeButton(tr("Close"), "", this);
    buttons->addWidget(close);
    buttons->addStretch();
    buttons->addWidget(m_count);
    buttons->addWidget(m_print);
    column->addLayout(buttons);
    row->addLayout(column, 1);
    m_print->setEnabled(false);
    m_count->hide();
    connect(m_count, &QPushButton::clicked, this, [this] {
        if (m_report) {
            Q_EMIT countAsked(m_report->shift);
            accept();
        }
    });
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_print, &QPushButton::clicked, this, &ShiftsDialog::print);
    connect(m_list, &QListWidget::currentRowChanged, this, &ShiftsDialog::openShift);
    connect(m_figures, &QTableWidget::currentCellChanged, this, &ShiftsDialog::openFigure);
    m_port.shifts([self = QPointer{this}](const Result<std::vector<Shift>>& shifts) {
        if (self) {
            self->showShifts(shifts);
        }
    });
}

QTableWidget* ShiftsDialog::makeTable(const QString& name, const QStringList& columns, int widest)
{
    auto* table = new QTableWidget{0, static_cast<int>(columns.size()), this};
    table->setAccessibleName(name);
    table->setHorizontalHeaderLabels(columns);
    table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    table->horizontalHeader()->setSectionResizeMode(widest, QHeaderView::Stretch);
    table->horizontalHeader()->setHighlightSections(false);
    table->verticalHeader()->hide();
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setSelectionMode(QAbstractItemView::SingleSelection);
    table->setShowGrid(false);
    table->setWordWrap(false);
    table->setTabKeyNavigation(false);
    return table;
}

void ShiftsDialog::showShifts(const Result<std::vector<Shift>>& shifts)
{
    if (!shifts) {
        tell(errorText(shifts.error()), "fault");
        return;
    }
    m_shifts = *shifts;
    for (const Shift& shift : m_shifts) {
        const QString state = shift.z ? text(shift.z->label) : tr("open");
        m_list->addItem(text(shift.label) + QStringLiteral(" · ") + state + QLatin1Char{'\n'} +
                        QStringList{dayAndTimeText(shift.openedAt, m_timeZone),
                                    isolated(text(shift.clerkName)), text(shift.drawerName)}
                            .join(QStringLiteral(" · ")));
    }
    if (m_shifts.empty()) {
        tell(tr("No shift was opened yet."), "muted");
    } else {
        m_list->setCurrentRow(0);
    }
    m_list->setFocus();
}

void ShiftsDialog::openShift()
{
    const auto at = static_cast<std::size_t>(std::max(m_list->currentRow(), 0));
    if (at >= m_shifts.size()) {
        return;
    }
    m_port.report(m_shifts[at].id, [self = QPointer{this}](const Result<ShiftReport>& report) {
        if (self) {
            self->showReport(report);
        }
    });
}

void ShiftsDialog::showReport(const Result<ShiftReport>& report)
{
    m_receipts->setRowCount(0);
    m_print->setEnabled(report.has_value());
    m_count->hide();
    if (!report) {
        tell(errorText(report.error()), "fault");
        return;
    }
    m_report = *report;
    const Shift& shift = report->shift;
    m_count->setVisible(shift.isOpen() && shift.isHere && !shift.isOwn);
    m_title->setText(shift.z ? tr("%1: counted %2, difference %3")
                                   .arg(text(shift.z->label),
                                        moneyText(Money{shift.z->counted.total, shift.currency}),
                                        moneyText(Money{shift.z->difference, shift.currency}))
                             : tr("Shift %1 is open").arg(text(shift.label)));
    const QSignalBlocker quiet{m_figures};
    m_figures->setRowCount(static_cast<int>(report->figures.size()));
    for (int row = 0; row < m_figures->rowCount(); ++row) {
        const TillFigure& figure = report->figures[static_cast<std::size_t>(row)];
        fill(m_figures, row, figureCells(figure, shift.currency));
    }
    tell(tr("Choose a figure to see the receipts behind it."), "muted");
}

void ShiftsDialog::openFigure()
{
    const auto at = static_cast<std::size_t>(std::max(m_figures->currentRow(), 0));
    if (!m_report || at >= m_report->figures.size()) {
        return;
    }
    m_port.receipts(m_report->shift.id, m_report->figures[at].key,
                    [self = QPointer{this}](const Result<std::vector<TillReceiptRow>>& receipts) {
                        if (self) {
                            self->showReceipts(receipts);
                        }
                    });
}

void ShiftsDialog::showReceipts(const Result<std::vector<TillReceiptRow>>& receipts)
{
    if (!receipts) {
        m_receipts->setRowCount(0);
        tell(errorText(receipts.error()), "fault");
        return;
    }
    m_receipts->setRowCount(static_cast<int>(receipts->size()));
    for (int row = 0; row < m_receipts->rowCount(); ++row) {
        const TillReceiptRow& receipt = (*receipts)[static_cast<std::size_t>(row)];
        const std::string order =
            receipt.code.empty() ? receipt.note : displayOrderCode(receipt.code);
        fill(m_receipts, row,
             {dayAndTimeText(receipt.at, receipt.timeZone), kindText(receipt.kind),
              isolated(text(order)), isolated(text(receipt.clerkName)),
              moneyText(Money{receipt.amount, m_report->shift.currency})});
    }
    tell(tr("%1 receipts come to this figure.").arg(receipts->size()), "muted");
}

void ShiftsDialog::print()
{
    if (!m_report) {
        return;
    }
    m_port.print(m_report->shift.id, [self = QPointer{this}](const Result<TillPrinted>& done) {
        if (!self) {
            return;
        }
        if (!done) {
            self->tell(errorText(done.error()), "fault");
        } else if (!done->printer.empty()) {
            self->tell(tr("Printing on %1").arg(text(done->printer)), "muted");
        } else {
            self->tell(
                tr("No printer is set up for reports. It was written to %1").arg(text(done->file)),
                "muted");
            QDesktopServices::openUrl(QUrl::fromLocalFile(text(done->file)));
        }
    });
}

void ShiftsDialog::tell(const QString& sentence, const char* role)
{
    setRole(m_told, role);
    m_told->setText(sentence);
}

} // namespace foyer::ui
