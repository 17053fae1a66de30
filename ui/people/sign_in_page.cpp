// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/people/sign_in_page.h"

#include "ui/common/error_text.h"
#include "ui/common/formatting.h"
#include "ui/common/parts.h"
#include "ui/common/theme.h"
#include "ui/people/pin_pad.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QListWidget>
#include <QPointer>
#include <QVBoxLayout>

namespace foyer::ui {
namespace {

constexpr int kCardWidth = 760;
constexpr int kPeopleHeight = 320;

} // namespace

SignInPage::SignInPage(PeoplePort& port, QWidget* parent) : QWidget{parent}, m_port{port}
{
    setObjectName(QStringLiteral("signIn"));
    setAccessibleName(tr("Sign in"));
    setAutoFillBackground(true);
    auto* whole = new QVBoxLayout{this};
    whole->addStretch();
    auto* card = makePanel(this);
    card->setMaximumWidth(kCardWidth);
    card->setMinimumWidth(kCardWidth);
    auto* column = new QVBoxLayout{card};
    column->setContentsMargins(kAround, kAround, kAround, kAround);
    column->setSpacing(kBetween);
    column->addLayout(buildHouse(card));
    m_title = makeLabel({}, "title", card);
    column->addWidget(m_title);
    m_hint = makeLabel({}, "muted", card);
    m_hint->setWordWrap(true);
    column->addWidget(m_hint);
    auto* row = new QHBoxLayout;
    row->setSpacing(kAround);
    m_people = new QListWidget{card};
    m_people->setAccessibleName(tr("Who are you?"));
    m_people->setMinimumHeight(kPeopleHeight);
    m_people->setUniformItemSizes(true);
    row->addWidget(m_people, 1);
    auto* entry = new QVBoxLayout;
    entry->setSpacing(kInside);
    m_pad = new PinPad{card};
    m_pad->setFieldName(tr("PIN or password"));
    entry->addWidget(m_pad);
    m_fault = makeLabel({}, "fault", card);
    m_fault->setWordWrap(true);
    m_fault->hide();
    entry->addWidget(m_fault);
    entry->addStretch();
    row->addLayout(entry);
    column->addLayout(row);
    auto* buttons = new QHBoxLayout;
    m_other = makeButton(tr("Somebody else"), "", card);
    m_enter = makeButton({}, "primary", card);
    buttons->addWidget(m_other);
    buttons->addStretch();
    buttons->addWidget(m_enter);
    column->addLayout(buttons);
    whole->addWidget(card, 0, Qt::AlignHCenter);
    whole->addStretch();
    setFocusProxy(m_people);
    connect(m_people, &QListWidget::currentRowChanged, this, &SignInPage::choose);
    connect(m_people, &QListWidget::itemActivated, m_pad, [this] { m_pad->setFocus(); });
    connect(m_people, &QListWidget::itemClicked, m_pad, [this] { m_pad->setFocus(); });
    connect(m_pad, &PinPad::entered, this, &SignInPage::enter);
    connect(m_enter, &QPushButton::clicked, this, &SignInPage::enter);
    connect(m_other, &QPushButton::clicked, this, [this] {
        PeopleState state = m_state;
        state.isLocked = false;
        show(state);
    });
}

QHBoxLayout* SignInPage::buildHouse(QWidget* card)
{
    auto* row = new QHBoxLayout;
    row->setSpacing(kInside);
    m_houseName = makeLabel(tr("House"), "muted", card);
    m_house = new QComboBox{card};
    m_house->setAccessibleName(tr("House"));
    m_house->setMinimumHeight(kTarget);
    m_house->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_houseName->setBuddy(m_house);
    m_newHouse = makeButton(tr("Another house…"), "quiet", card);
    row->addWidget(m_houseName);
    row->addWidget(m_house, 1);
    row->addStretch();
    row->addWidget(m_newHouse);
    connect(m_house, &QComboBox::activated, this, [this](int number) {
        if (number > 0) { // the first is open
            Q_EMIT houseChosen(number);
        }
    });
    connect(m_newHouse, &QPushButton::clicked, this, &SignInPage::newHouseAsked);
    showHouses();
    return row;
}

void SignInPage::setHouses(const QStringList& names)
{
    m_hasHouses = !names.isEmpty();
    m_house->clear();
    m_house->addItems(names);
    showHouses();
}

/// Not while somebody has locked the counter: what they were doing would be lost.
void SignInPage::showHouses()
{
    const bool isShown = m_hasHouses && !m_unlocking;
    m_houseName->setVisible(isShown && m_house->count() > 1);
    m_house->setVisible(isShown && m_house->count() > 1);
    m_newHouse->setVisible(isShown);
}

void SignInPage::show(const PeopleState& state)
{
    m_state = state;
    m_unlocking = state.isLocked && state.current.has_value();
    m_title->setText(m_unlocking ? tr("Locked by %1").arg(text(state.current->name))
                                 : tr("Who is at the counter?"));
    m_hint->setText(m_unlocking
                        ? tr("Everything is as you left it. Enter your PIN or password to go on.")
                        : tr("Choose your name, then enter your PIN or password."));
    m_enter->setText(m_unlocking ? tr("Unlock") : tr("Sign in"));
    m_other->setVisible(m_unlocking);
    showHouses();
    m_people->clear();
    for (const std::string& name : m_unlocking ? std::vector{state.current->name} : state.names) {
        auto* item = new QListWidgetItem{text(name), m_people};
        item->setSizeHint({0, kTarget});
        item->setToolTip(item->text());
    }
    m_fault->hide();
    m_pad->clear();
    m_people->setCurrentRow(0);
    QWidget::show();
    raise();
    // One name only: nothing to choose.
    m_people->count() == 1 ? m_pad->setFocus() : m_people->setFocus();
}

void SignInPage::choose()
{
    m_pad->clear();
    m_fault->hide();
}

void SignInPage::enter()
{
    const auto* item = m_people->currentItem();
    if (m_waiting || item == nullptr || m_pad->secret().isEmpty()) {
        m_pad->setFocus();
        return;
    }
    m_waiting = true;
    m_enter->setEnabled(false);
    const auto answer = [self = QPointer{this}](const Result<PeopleState>& state) {
        if (self) {
            self->answered(state);
        }
    };
    const std::string secret = m_pad->secret().toStdString();
    m_unlocking ? m_port.unlock(secret, answer)
                : m_port.signIn(item->text().toStdString(), secret, answer);
}

void SignInPage::answered(const Result<PeopleState>& state)
{
    m_waiting = false;
    m_enter->setEnabled(true);
    m_pad->clear();
    if (!state) {
        m_fault->setText(errorText(state.error()));
        m_fault->show();
        m_pad->setFocus();
        return;
    }
    hide();
    Q_EMIT done(*state);
}

} // namespace foyer::ui
