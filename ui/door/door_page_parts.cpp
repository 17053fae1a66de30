// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

// How the door screen is put together.

#include "ui/door/door_page.h"

#include "ui/common/error_text.h"
#include "ui/common/formatting.h"
#include "ui/common/icons.h"
#include "ui/common/parts.h"
#include "ui/common/theme.h"
#include "ui/door/door_sign.h"
#include "ui/door/door_text.h"

#include <QComboBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QPointer>
#include <QStackedWidget>
#include <QTimer>
#include <QVBoxLayout>

namespace foyer::ui {
namespace {

constexpr int kCardWidth = 520;
constexpr int kSearchWidth = 380;

} // namespace

QWidget* DoorPage::buildPost()
{
    auto* page = new QWidget{this};
    auto* whole = new QVBoxLayout{page};
    whole->addStretch();
    auto* card = makePanel(page);
    card->setFixedWidth(kCardWidth);
    auto* column = new QVBoxLayout{card};
    column->setContentsMargins(kAround, kAround, kAround, kAround);
    column->setSpacing(kBetween);
    column->addWidget(makeLabel(tr("At the door"), "title", card));
    auto* words = makeLabel(tr("Say where you stand and for what. Then scan: the whole screen "
                               "answers, with or without a network."),
                            "muted", card);
    words->setWordWrap(true);
    column->addWidget(words);
    auto* form = new QFormLayout;
    m_gate = new QComboBox{card};
    m_gate->setEditable(true);
    m_performance = new QComboBox{card};
    m_performance->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_performance->setMinimumContentsLength(12); // names are as long as they like
    m_gateFault = addField(*form, tr("Gate"), m_gate, card);
    addField(*form, tr("Performance"), m_performance, card);
    column->addLayout(form);
    auto* begin = makeButton(tr("Begin"), "primary", card);
    column->addWidget(begin, 0, Qt::AlignRight);
    whole->addWidget(card, 0, Qt::AlignHCenter);
    whole->addStretch();
    connect(begin, &QPushButton::clicked, this, &DoorPage::begin);
    connect(m_gate->lineEdit(), &QLineEdit::returnPressed, this, &DoorPage::begin);
    return page;
}

QWidget* DoorPage::buildBar()
{
    auto* bar = makePanel(this, "bar");
    auto* row = new QHBoxLayout{bar};
    row->setContentsMargins(kBetween, kInside, kBetween, kInside);
    row->setSpacing(kInside);
    auto* post = new QVBoxLayout;
    post->setSpacing(0);
    m_where = new ElidedLabel{"section", bar};
    m_what = new ElidedLabel{"muted", bar};
    post->addWidget(m_where);
    post->addWidget(m_what);
    row->addLayout(post, 1);
    row->addSpacing(kInside);
    auto* search = makeButton(tr("Search"), "", bar, QStringLiteral("F3"));
    m_out = makeButton(tr("Check out"), "", bar, QStringLiteral("F6"));
    m_out->setCheckable(true);
    auto* anyway = makeButton(tr("Let in anyway"), "", bar, QStringLiteral("F7"));
    auto* undo = makeButton(tr("Undo"), "", bar, QStringLiteral("F8"));
    m_dim = makeButton(tr("Dark"), "", bar, QStringLiteral("F9"));
    m_dim->setCheckable(true);
    m_full = makeButton(tr("Whole screen"), "", bar, QStringLiteral("F11"));
    m_full->setCheckable(true);
    m_soundButton = makeButton(tr("Sound"), "", bar);
    m_soundButton->setCheckable(true);
    m_soundButton->setChecked(true);
    setButtonIcon(m_soundButton, QStringLiteral("volume-2"));
    for (QPushButton* button : {search, m_out, anyway, undo, m_dim, m_full, m_soundButton}) {
        button->setFocusPolicy(Qt::TabFocus); // a touch leaves the keyboard with the scanner
        row->addWidget(button);
    }
    connect(search, &QPushButton::clicked, this, &DoorPage::openSearch);
    connect(m_out, &QPushButton::toggled, this, &DoorPage::setOut);
    connect(anyway, &QPushButton::clicked, this, &DoorPage::letInAnyway);
    connect(undo, &QPushButton::clicked, this, &DoorPage::undoLast);
    connect(m_dim, &QPushButton::toggled, this, &DoorPage::setDim);
    connect(m_full, &QPushButton::toggled, this, &DoorPage::setFull);
    connect(m_soundButton, &QPushButton::toggled, this, &DoorPage::setSound);
    return bar;
}

QWidget* DoorPage::buildGate()
{
    auto* page = new QWidget{this};
    // What has the focus is made first: Tab passes over what lies between a page and that.
    auto* foot = makePanel(page, "bar");
    auto* below = new QHBoxLayout{foot};
    below->setContentsMargins(kBetween, kInside, kBetween, kInside);
    below->setSpacing(kBetween);
    m_code = new QLineEdit{foot};
    m_code->setAccessibleName(tr("Ticket code"));
    m_code->setPlaceholderText(tr("Scan or type a ticket's code"));
    m_code->setMinimumHeight(kTarget);
    m_numbers = makeLabel({}, "total", foot);
    below->addWidget(m_numbers);
    below->addWidget(m_code, 1);
    auto* column = new QVBoxLayout{page};
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(buildBar());
    auto* row = new QHBoxLayout;
    row->setSpacing(0);
    m_sign = new DoorSign{page};
    row->addWidget(m_sign, 1);
    row->addWidget(buildSearch());
    column->addLayout(row, 1);
    column->addWidget(buildReason());
    column->addWidget(foot);
    connect(m_code, &QLineEdit::returnPressed, this, &DoorPage::submit);
    return page;
}

QWidget* DoorPage::buildSearch()
{
    m_searchPanel = makePanel(this);
    m_searchPanel->setFixedWidth(kSearchWidth);
    auto* column = new QVBoxLayout{m_searchPanel};
    column->setContentsMargins(kBetween, kBetween, kBetween, kBetween);
    column->setSpacing(kInside);
    column->addWidget(makeLabel(tr("Who has no ticket"), "section", m_searchPanel));
    m_words = new QLineEdit{m_searchPanel};
    m_words->setAccessibleName(tr("Name, order, seat or phone"));
    m_words->setPlaceholderText(m_words->accessibleName());
    m_words->setMinimumHeight(kTarget);
    column->addWidget(m_words);
    m_searchHint = makeLabel({}, "muted", m_searchPanel);
    m_searchHint->setWordWrap(true);
    column->addWidget(m_searchHint);
    m_guests = new QListWidget{m_searchPanel};
    m_guests->setAccessibleName(tr("Guests found"));
    m_guests->setWordWrap(true);
    column->addWidget(m_guests, 1);
    auto* pass = makeButton(tr("Let in or out"), "primary", m_searchPanel);
    column->addWidget(pass);
    m_searchPanel->hide();
    connect(m_words, &QLineEdit::textChanged, this, &DoorPage::search);
    connect(m_words, &QLineEdit::returnPressed, this, [this] {
        if (m_guests->count() > 0) {
            m_guests->setFocus();
            m_guests->setCurrentRow(0);
        }
    });
    connect(m_guests, &QListWidget::itemActivated, this, &DoorPage::passChosen);
    connect(pass, &QPushButton::clicked, this, &DoorPage::passChosen);
    return m_searchPanel;
}

QWidget* DoorPage::buildReason()
{
    m_reasonPanel = makePanel(this);
    auto* row = new QHBoxLayout{m_reasonPanel};
    row->setContentsMargins(kBetween, kInside, kBetween, kInside);
    row->setSpacing(kInside);
    m_question = makeLabel({}, "section", m_reasonPanel);
    row->addWidget(m_question);
    m_reason = new QLineEdit{m_reasonPanel};
    m_reason->setAccessibleName(tr("Reason"));
    m_reason->setPlaceholderText(tr("Reason; it is kept"));
    m_reason->setMinimumHeight(kTarget);
    row->addWidget(m_reason, 1);
    auto* confirm = makeButton(tr("Confirm"), "primary", m_reasonPanel);
    row->addWidget(confirm);
    m_reasonPanel->hide();
    connect(m_reason, &QLineEdit::returnPressed, this, &DoorPage::confirmReason);
    connect(confirm, &QPushButton::clicked, this, &DoorPage::confirmReason);
    return m_reasonPanel;
}

} // namespace foyer::ui
