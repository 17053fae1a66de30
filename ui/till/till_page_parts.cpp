// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the stages of the till are made of.

#include "ui/common/parts.h"
#include "ui/common/theme.h"
#include "ui/till/cash_counter.h"
#include "ui/till/figure_text.h"
#include "ui/till/till_page.h"

#include <QComboBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QStackedWidget>
#include <QTableWidget>
#include <QVBoxLayout>

namespace foyer::ui {
namespace {

constexpr int kCardWidth = 520;
constexpr int kCountWidth = 720; // so that a count fits a small screen
constexpr int kMovesWidth = 360;

/// A card in the middle of the page.
QVBoxLayout* makeCard(QWidget* page, int width = kCardWidth)
{
    auto* whole = new QVBoxLayout{page};
    whole->addStretch();
    auto* card = makePanel(page);
    card->setFixedWidth(width);
    auto* column = new QVBoxLayout{card};
    column->setContentsMargins(kAround, kAround, kAround, kAround);
    column->setSpacing(kBetween);
    whole->addWidget(card, 0, Qt::AlignHCenter);
    whole->addStretch();
    return column;
}

} // namespace

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
    m_drawerField = new QComboBox{page};
    m_drawer = addField(*form, tr("Drawer"), m_drawerField, page);
    column->addLayout(form);
    auto* open = makeButton(tr("Open the shift"), "primary", page);
    column->addWidget(open, 0, Qt::AlignRight);
    connect(open, &QPushButton::clicked, this, &TillPage::openShift);
    connect(m_floatField, &QLineEdit::returnPressed, this, &TillPage::openShift);
    column->addWidget(buildNewDrawer(page));
    return page;
}

QWidget* TillPage::buildNewDrawer(QWidget* page)
{
    m_newDrawer = new QWidget{page};
    auto* column = new QVBoxLayout{m_newDrawer};
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(kInside);
    column->addWidget(makeRule(m_newDrawer));
    auto* form = new QFormLayout;
    m_newDrawerField = new QLineEdit{m_newDrawer};
    m_newDrawerFault = addField(*form, tr("Name of another drawer"), m_newDrawerField, m_newDrawer);
    column->addLayout(form);
    auto* add = makeButton(tr("Add a drawer"), "", m_newDrawer);
    column->addWidget(add, 0, Qt::AlignRight);
    connect(add, &QPushButton::clicked, this, &TillPage::addDrawer);
    connect(m_newDrawerField, &QLineEdit::returnPressed, this, &TillPage::addDrawer);
    return m_newDrawer;
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
    connect(count, &QPushButton::clicked, this, [this] {
        this->count({m_state.open->shift.id, {}});
    });
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
    const QStringList columns = figureColumns();
    m_figures = new QTableWidget{0, static_cast<int>(columns.size()), panel};
    m_figures->setAccessibleName(tr("Figures of the shift"));
    m_figures->setHorizontalHeaderLabels(columns);
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
    auto* column = makeCard(page, kCountWidth);
    m_countTitle = makeLabel({}, "section", page);
    column->addWidget(m_countTitle);
    m_counter = new CashCounter{page};
    column->addWidget(m_counter);
    auto* buttons = new QHBoxLayout;
    m_back = makeButton(tr("Back"), "", page);
    m_close = makeButton(tr("Close the shift"), "primary", page);
    buttons->addWidget(m_back);
    buttons->addStretch();
    buttons->addWidget(m_close);
    column->addLayout(buttons);
    connect(m_back, &QPushButton::clicked, this, &TillPage::leaveCount);
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

} // namespace foyer::ui
