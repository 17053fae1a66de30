// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/settings/server_page.h"

#include "ui/common/error_text.h"
#include "ui/common/parts.h"
#include "ui/common/theme.h"
#include "ui/settings/stock_panel.h"

#include <QFormLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace foyer::ui {
namespace {

constexpr int kCardWidth = 640;

} // namespace

ServerPage::ServerPage(StockPort& stock, QWidget* parent) : QWidget{parent}
{
    m_alone = buildAlone();
    m_joined = buildJoined();
    m_stock = new StockPanel{stock, this};
    m_below = new QWidget{this};
    auto* whole = new QVBoxLayout{this};
    whole->setContentsMargins(kAround, kAround, kAround, kAround);
    whole->setSpacing(kBetween);
    for (QWidget* card : {m_alone, m_joined}) {
        card->setMaximumWidth(kCardWidth);
        whole->addWidget(card);
    }
    m_stock->setMaximumWidth(kCardWidth);
    whole->addWidget(m_stock, 1);
    whole->addWidget(m_below, 1); // below the cards of a counter that stands alone
    setFocusProxy(m_invitation);
    showState({});
}

QWidget* ServerPage::buildAlone()
{
    auto* card = makePanel(this);
    auto* column = new QVBoxLayout{card};
    column->setContentsMargins(kAround, kAround, kAround, kAround);
    column->setSpacing(kBetween);
    column->addWidget(makeLabel(tr("This counter stands alone"), "section", card));
    auto* words = makeLabel(tr("With a server, several counters sell the same events and never the "
                               "same seat. This one goes on selling while it joins, keeps all that "
                               "it has sold, and sells without the network, too. Whoever runs the "
                               "server makes an invitation for it."),
                            "muted", card);
    words->setWordWrap(true);
    column->addWidget(words);
    m_invitation = new QLineEdit{card};
    m_invitation->setPlaceholderText(QStringLiteral("{\"v\":1,\"url\":…}"));
    auto* form = new QFormLayout;
    form->setRowWrapPolicy(QFormLayout::WrapAllRows);
    m_fault =
        addField(*form, tr("Invitation: scan its QR code, or paste its text"), m_invitation, card);
    column->addLayout(form);
    m_join = makeButton(tr("Join the server"), "primary", card);
    auto* buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(m_join);
    column->addLayout(buttons);
    connect(m_join, &QPushButton::clicked, this, &ServerPage::ask);
    connect(m_invitation, &QLineEdit::returnPressed, this, &ServerPage::ask);
    return card;
}

QWidget* ServerPage::buildJoined()
{
    auto* card = makePanel(this);
    auto* column = new QVBoxLayout{card};
    column->setContentsMargins(kAround, kAround, kAround, kAround);
    column->setSpacing(kBetween);
    column->addWidget(makeLabel(tr("The server of this counter"), "section", card));
    m_address = makeLabel({}, "", card);
    m_address->setTextInteractionFlags(Qt::TextSelectableByMouse);
    column->addWidget(m_address);
    m_standing = makeLabel({}, "muted", card);
    m_standing->setWordWrap(true);
    column->addWidget(m_standing);
    m_problem = makeLabel({}, "fault", card);
    m_problem->setWordWrap(true);
    column->addWidget(m_problem);
    m_sync = makeButton(tr("Send and hear now"), "", card);
    auto* buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(m_sync);
    column->addLayout(buttons);
    connect(m_sync, &QPushButton::clicked, this, &ServerPage::syncAsked);
    return card;
}

void ServerPage::ask()
{
    const QString typed = m_invitation->text().trimmed();
    if (typed.isEmpty()) {
        m_fault.say(tr("Scan the QR code of the invitation, or paste its text here."));
        return;
    }
    m_fault.clear();
    Q_EMIT joinAsked(typed);
}

void ServerPage::showState(const ServerState& state)
{
    const bool isJoined = !state.url.empty();
    m_alone->setVisible(!isJoined);
    m_joined->setVisible(isJoined);
    m_stock->setVisible(isJoined);
    m_below->setVisible(!isJoined);
    setFocusProxy(isJoined ? static_cast<QWidget*>(m_sync) : m_invitation);
    if (!isJoined) {
        return;
    }
    m_address->setText(QString::fromStdString(state.url));
    const QString contact = state.contactAt.ms == 0
        ? tr("It has not answered yet.")
        : tr("It answered last at %1.").arg(contactText(state.contactAt));
    m_standing->setText(serverWords(state) + QStringLiteral("\n") + serverMeaning(state) +
                        QStringLiteral("\n") + contact);
    m_problem->setVisible(state.problem.has_value());
    m_problem->setText(state.problem ? errorText(*state.problem) : QString{});
    m_sync->setEnabled(!state.isBusy);
}

void ServerPage::showRefusal(const Error& error)
{
    m_fault.say(errorText(error));
}

void ServerPage::setJoining(bool joining)
{
    m_join->setEnabled(!joining);
    m_invitation->setReadOnly(joining);
}

} // namespace foyer::ui
