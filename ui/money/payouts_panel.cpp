// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/money/payouts_panel.h"

#include "ui/common/empty_state.h"
#include "ui/common/error_text.h"
#include "ui/common/flow_layout.h"
#include "ui/common/formatting.h"
#include "ui/common/icons.h"
#include "ui/common/parts.h"
#include "ui/common/theme.h"
#include "ui/money/money_text.h"

#include <QDir>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QListWidget>
#include <QPointer>
#include <QSignalBlocker>
#include <QStackedWidget>
#include <QStandardPaths>
#include <QTableWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace foyer::ui {
namespace {

constexpr int kListWidth = 360;

QTableWidget* makeTable(const QString& name, const QStringList& columns, QWidget* parent)
{
    auto* table = new QTableWidget{0, static_cast<int>(columns.size()), parent};
    table->setAccessibleName(name);
    table->setHorizontalHeaderLabels(columns);
    table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    table->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    table->horizontalHeader()->setHighlightSections(false);
    table->verticalHeader()->hide();
    table->verticalHeader()->setDefaultSectionSize(kTarget);
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setShowGrid(false);
    table->setTabKeyNavigation(false);
    table->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    for (int column = 0; column < table->columnCount(); ++column) {
        table->horizontalHeaderItem(column)->setTextAlignment(
            (column == 0 ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    }
    return table;
}

void addRow(QTableWidget& table, const QStringList& cells)
{
    const int row = table.rowCount();
    table.setRowCount(row + 1);
    for (int cell = 0; cell < cells.size(); ++cell) {
        auto* item = new QTableWidgetItem{cells[cell]};
        item->setToolTip(cells[cell]);
        item->setTextAlignment((cell == 0 ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
        table.setItem(row, cell, item);
    }
}

/// As high as its rows, so that the page scrolls and not a table in it.
void fitHeight(QTableWidget& table)
{
    int height = 2 * table.frameWidth() +
        (table.horizontalHeader()->isHidden() ? 0 : table.horizontalHeader()->sizeHint().height());
    for (int row = 0; row < table.rowCount(); ++row) {
        height += table.rowHeight(row);
    }
    table.setFixedHeight(height);
}

} // namespace

PayoutsPanel::PayoutsPanel(MoneyPort& port, QWidget* parent) : QWidget{parent}, m_port{port}
{
    auto* column = new QVBoxLayout{this};
    column->setContentsMargins(0, kBetween, 0, 0);
    m_states = new QStackedWidget{this};
    column->addWidget(m_states);
    auto* work = new QWidget{m_states};
    auto* row = new QHBoxLayout{work};
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(kBetween);
    m_list = new QListWidget{work};
    m_list->setAccessibleName(tr("Payouts, the latest first"));
    m_list->setFixedWidth(kListWidth);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setTextElideMode(Qt::ElideRight);
    row->addWidget(m_list);
    row->addWidget(makeScroll(buildDetail(), work), 1);
    connect(m_list, &QListWidget::currentRowChanged, this, &PayoutsPanel::showRow);
    m_none = new EmptyState{
        QStringLiteral("landmark"), tr("Nothing was paid out yet"),
        tr("What payment providers take for the house is paid out by the platform, less their fees "
           "and its commission. Each payout stands here with its statement, without a network, "
           "too."),
        m_states};
    m_failed = new EmptyState{QStringLiteral("triangle-alert"),
                              tr("The payouts could not be read"),
                              {},
                              m_states};
    auto* again = m_failed->addAction(tr("Try again"), QStringLiteral("refresh-cw"));
    connect(again, &QPushButton::clicked, this, &PayoutsPanel::refresh);
    m_loading = new Skeleton{m_states};
    for (QWidget* state :
         {work, static_cast<QWidget*>(m_none), static_cast<QWidget*>(m_failed), m_loading}) {
        m_states->addWidget(state);
    }
    m_states->setCurrentWidget(m_loading);
    m_toast = new Toast{this};
}

QWidget* PayoutsPanel::buildDetail()
{
    auto* holder = new QWidget{this};
    auto* outer = new QVBoxLayout{holder};
    outer->setContentsMargins(0, 0, 0, 0);
    auto* panel = makePanel(holder);
    auto* column = new QVBoxLayout{panel};
    column->setContentsMargins(kBetween, kBetween, kBetween, kBetween);
    column->setSpacing(kInside);
    m_title = makeLabel({}, "section", panel);
    m_period = makeLabel({}, "muted", panel);
    m_note = makeLabel({}, "", panel);
    m_told = makeLabel({}, "fault", panel);
    for (QLabel* label : {m_title, m_period, m_note, m_told}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
        column->addWidget(label);
    }
    m_told->hide();
    auto* verbs = new FlowLayout{kInside};
    m_pdf = makeButton(tr("Save as PDF"), "", panel, QStringLiteral("F6"));
    m_csv = makeButton(tr("Save as CSV"), "", panel, QStringLiteral("F7"));
    for (QPushButton* button : {m_pdf, m_csv}) {
        setButtonIcon(button, QStringLiteral("download"));
        verbs->addWidget(button);
    }
    column->addLayout(verbs);
    m_sums = makeTable(tr("What the payout is made of"), {tr("What"), tr("Amount")}, panel);
    m_sums->horizontalHeader()->hide();
    column->addWidget(m_sums);
    column->addWidget(makeLabel(tr("Performances"), "section", panel));
    m_table =
        makeTable(tr("What was sold of each performance"),
                  {tr("Performance"), tr("Sold"), tr("Taken back"), tr("Prices"), tr("Commission")},
                  panel);
    column->addWidget(m_table);
    outer->addWidget(panel);
    outer->addStretch();
    connect(m_pdf, &QPushButton::clicked, this, [this] { askFile(QStringLiteral("pdf")); });
    connect(m_csv, &QPushButton::clicked, this, [this] { askFile(QStringLiteral("csv")); });
    return holder;
}

void PayoutsPanel::refresh()
{
    m_port.payouts([self = QPointer{this}](const Result<std::vector<PayoutStatement>>& payouts) {
        if (!self) {
            return;
        }
        if (payouts) {
            self->show(*payouts);
            return;
        }
        self->m_failed->setWords(errorText(payouts.error()));
        self->m_states->setCurrentWidget(self->m_failed);
    });
}

void PayoutsPanel::startOver()
{
    m_payouts.clear();
    m_list->clear();
    m_told->hide();
    m_states->setCurrentWidget(m_loading);
}

void PayoutsPanel::show(const std::vector<PayoutStatement>& payouts)
{
    const auto current = m_list->currentRow();
    const PayoutId before = current >= 0 && static_cast<std::size_t>(current) < m_payouts.size()
        ? m_payouts[static_cast<std::size_t>(current)].made.payout
        : PayoutId{};
    m_payouts = payouts;
    int row = 0;
    {
        const QSignalBlocker quiet{m_list};
        m_list->clear();
        for (const PayoutStatement& each : payouts) {
            const PayoutMade& made = each.made;
            m_list->addItem(text(made.number) + QStringLiteral(" · ") +
                            moneyText(Money{made.paid, made.currency}) + QLatin1Char{'\n'} +
                            tr("up to %1").arg(dayAndTimeText(made.until, each.timeZone)));
            if (made.payout == before) {
                row = m_list->count() - 1;
            }
        }
        m_list->setCurrentRow(payouts.empty() ? -1 : row);
    }
    showRow(m_list->currentRow());
    m_states->setCurrentIndex(payouts.empty() ? 1 : 0);
}

void PayoutsPanel::showRow(int row)
{
    if (row < 0 || static_cast<std::size_t>(row) >= m_payouts.size()) {
        return;
    }
    const PayoutStatement& statement = m_payouts[static_cast<std::size_t>(row)];
    const PayoutMade& made = statement.made;
    m_told->hide();
    m_title->setText(tr("%1 · %2 paid out", "number and amount of a payout")
                         .arg(text(made.number), moneyText(Money{made.paid, made.currency})));
    const QString until = dayAndTimeText(made.until, statement.timeZone);
    m_period->setText(
        made.from.ms > 0
            ? tr("From %1 to %2").arg(dayAndTimeText(made.from, statement.timeZone), until)
            : tr("From the beginning to %1").arg(until));
    m_note->setVisible(made.openCases > 0);
    m_note->setText(tr("%n case(s) of the reconciliation were open when it was made: %1", nullptr,
                       static_cast<int>(made.openCases))
                        .arg(isolated(text(made.note))));
    fillTable(statement);
}

void PayoutsPanel::fillTable(const PayoutStatement& statement)
{
    const auto money = [&](std::int64_t minor) {
        return moneyText(Money{minor, statement.made.currency});
    };
    m_sums->setRowCount(0);
    const auto sums = payoutSums(statement.made);
    for (const auto& [words, amount] : sums) {
        addRow(*m_sums, {words, moneyText(amount)});
    }
    const int paid = m_sums->rowCount() - (statement.made.carriedOut != 0 ? 2 : 1);
    for (int column = 0; column < m_sums->columnCount(); ++column) {
        QFont strong = m_sums->font();
        strong.setWeight(QFont::DemiBold);
        m_sums->item(paid, column)->setFont(strong);
    }
    fitHeight(*m_sums);
    m_table->setRowCount(0);
    for (const PayoutStatement::Line& line : statement.lines) {
        const QString name = line.event.empty() ? tr("Not known here")
                                                : isolated(text(line.event)) +
                QStringLiteral(" · ") + dayAndTimeText(line.startsAt, line.timeZone);
        addRow(*m_table,
               {name, QString::number(line.figures.sold), QString::number(line.figures.returned),
                money(line.figures.gross), money(line.figures.commission)});
    }
    fitHeight(*m_table);
}

void PayoutsPanel::askFile(const QString& suffix)
{
    const int row = m_list->currentRow();
    if (row < 0) {
        return;
    }
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    const QString name =
        text(m_payouts[static_cast<std::size_t>(row)].made.number) + QLatin1Char{'.'} + suffix;
    auto* dialog = new QFileDialog{this, tr("Save the statement"), QDir{folder}.filePath(name)};
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(suffix);
    connect(dialog, &QFileDialog::fileSelected, this, &PayoutsPanel::saveTo);
    dialog->open();
}

void PayoutsPanel::saveTo(const QString& file)
{
    const int row = m_list->currentRow();
    if (row < 0) {
        return;
    }
    m_told->hide();
    m_port.save(m_payouts[static_cast<std::size_t>(row)].made.payout, file.toStdString(),
                [self = QPointer{this}](const Result<bool>& saved) {
                    if (!self) {
                        return;
                    }
                    if (saved) {
                        self->m_toast->say(tr("The statement is saved."), {});
                        return;
                    }
                    self->m_told->setText(errorText(saved.error()));
                    self->m_told->show();
                });
}

} // namespace foyer::ui
