// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/settings/stock_panel.h"

#include "ui/common/error_text.h"
#include "ui/common/formatting.h"
#include "ui/common/parts.h"
#include "ui/common/theme.h"
#include "ui/settings/server_words.h"
#include "ui/settings/stock_dialog.h"

#include <QHBoxLayout>
#include <QListWidget>
#include <QPointer>
#include <QVBoxLayout>

#include <algorithm>

namespace foyer::ui {
namespace {

constexpr int kRowHeight = 64; // the event, and below it what is kept of it

QString ticketsText(std::int64_t count)
{
    return StockPanel::tr("%n tickets of each quota", nullptr, static_cast<int>(count));
}

QString seatsText(std::int64_t count)
{
    return StockPanel::tr("%n seats of each performance", nullptr, static_cast<int>(count));
}

QString rowText(const StockShown& stock)
{
    QString words = isolated(text(stock.event)) + QLatin1Char{'\n'};
    words += stock.keep.rights == 0 && stock.keep.seats == 0
        ? StockPanel::tr("Nothing is kept")
        : ticketsText(stock.keep.rights) + QStringLiteral(" · ") + seatsText(stock.keep.seats);
    if (stock.next.ms == 0) {
        return words + QStringLiteral(" · ") + StockPanel::tr("no performance is coming");
    }
    return words + QStringLiteral(" · ") +
        StockPanel::tr("%1: %2", "date of the next performance: what is here of it")
            .arg(dayText(stock.next, stock.timeZone), hereWords({stock.seats, stock.places}));
}

} // namespace

StockPanel::StockPanel(StockPort& port, QWidget* parent) : QFrame{parent}, m_port{port}
{
    setProperty("role", "panel");
    auto* column = new QVBoxLayout{this};
    column->setContentsMargins(kAround, kAround, kAround, kAround);
    column->setSpacing(kBetween);
    column->addWidget(makeLabel(tr("Kept for times without a network"), "section", this));
    auto* words = makeLabel(tr("While the server can be reached, this counter fetches by itself "
                               "what it has sold of this. When the last shift is closed, what is "
                               "left goes back."),
                            "muted", this);
    words->setWordWrap(true);
    column->addWidget(words);
    m_list = new QListWidget{this};
    m_list->setAccessibleName(tr("Events, and what is kept of them"));
    m_list->setMinimumHeight(3 * kRowHeight);
    m_list->setWordWrap(true);
    column->addWidget(m_list, 1);
    m_said = makeLabel({}, "muted", this);
    m_said->setWordWrap(true);
    m_said->hide();
    column->addWidget(m_said);
    auto* buttons = new QHBoxLayout;
    m_giveBack = makeButton(tr("Give back what is not sold"), "", this);
    m_change = makeButton(tr("Change"), "", this, QStringLiteral("F2"));
    buttons->addWidget(m_giveBack);
    buttons->addStretch();
    buttons->addWidget(m_change);
    column->addLayout(buttons);
    setFocusProxy(m_list);
    connect(m_change, &QPushButton::clicked, this, &StockPanel::edit);
    connect(m_list, &QListWidget::itemActivated, this, &StockPanel::edit);
    connect(m_giveBack, &QPushButton::clicked, this, &StockPanel::giveBack);
}

void StockPanel::showEvent(QShowEvent* event)
{
    QFrame::showEvent(event);
    refresh();
}

void StockPanel::refresh()
{
    m_port.stocks([self = QPointer{this}](const Result<std::vector<StockShown>>& stocks) {
        if (!self) {
            return;
        }
        if (stocks) {
            self->showStocks(*stocks);
        } else {
            self->say(errorText(stocks.error()), true);
        }
    });
}

void StockPanel::showStocks(const std::vector<StockShown>& stocks)
{
    const int row = std::max(0, m_list->currentRow());
    m_stocks = stocks;
    m_list->clear();
    for (const StockShown& stock : stocks) {
        auto* item = new QListWidgetItem{rowText(stock), m_list};
        item->setSizeHint({0, kRowHeight});
    }
    m_list->setCurrentRow(std::min(row, m_list->count() - 1));
    m_change->setEnabled(!stocks.empty());
}

void StockPanel::edit()
{
    const auto row = static_cast<std::size_t>(std::max(0, m_list->currentRow()));
    if (row >= m_stocks.size()) {
        return;
    }
    m_said->hide();
    auto* dialog = new StockDialog{m_port, m_stocks[row], this};
    connect(dialog, &StockDialog::saved, this, &StockPanel::refresh);
    dialog->open();
}

void StockPanel::giveBack()
{
    m_giveBack->setEnabled(false);
    m_port.giveBack([self = QPointer{this}](const Result<StockReturned>& returned) {
        if (!self) {
            return;
        }
        self->m_giveBack->setEnabled(true);
        if (!returned) {
            self->say(errorText(returned.error()), true);
            return;
        }
        self->say(tr("Given back: %L1 tickets and %L2 seats. This counter fetches no stock before "
                     "its next shift begins.")
                      .arg(returned->rights)
                      .arg(returned->seats),
                  false);
        self->refresh();
    });
}

void StockPanel::say(const QString& words, bool isFault)
{
    setRole(m_said, isFault ? "fault" : "muted");
    m_said->setText(words);
    m_said->setAccessibleName(words);
    m_said->show();
}

} // namespace foyer::ui
