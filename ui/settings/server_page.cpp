// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/settings/server_page.h"

#include "ui/common/error_text.h"
#include "ui/common/formatting.h"
#include "ui/common/parts.h"
#include "ui/common/theme.h"

#include <QDateTime>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

namespace foyer::ui {
namespace {

constexpr int kCardWidth = 640;

QString momentText(Instant instant)
{
    return QLocale{}.toString(QDateTime::fromMSecsSinceEpoch(instant.ms), QLocale::ShortFormat);
}

} // namespace

QString serverWords(const ServerState& state)
{
    if (state.url.empty()) {
        return ServerPage::tr("● Stand-alone · everything is on this computer");
    }
    if (state.problem) {
        return ServerPage::tr("! Attention · the server needs somebody");
    }
    if (!state.isOnline) {
        return state.unsent > 0
            ? ServerPage::tr("○ Offline · %n waiting", nullptr, static_cast<int>(state.unsent))
            : ServerPage::tr("○ Offline · all sent");
    }
    return state.unsent > 0
        ? ServerPage::tr("● Online · sending %n", nullptr, static_cast<int>(state.unsent))
        : ServerPage::tr("● Online · all sent");
}

QString serverMeaning(const ServerState& state)
{
    if (state.url.empty()) {
        return ServerPage::tr("This counter sells on its own, without a server. Back up its "
                              "folder.");
    }
    if (state.problem) {
        return errorText(*state.problem);
    }
    if (!state.isOnline) {
        return ServerPage::tr("The server cannot be reached. Selling goes on with what this "
                              "counter holds; what is not sent is kept, and sent by itself.");
    }
    return ServerPage::tr("What is sold here is known to the server and to the other counters.");
}

ServerPage::ServerPage(QWidget* parent)
    : QWidget{parent}, m_alone{buildAlone()}, m_joined{buildJoined()}
{
    auto* whole = new QVBoxLayout{this};
    whole->setContentsMargins(kAround, kAround, kAround, kAround);
    for (QWidget* card : {m_alone, m_joined}) {
        card->setMaximumWidth(kCardWidth);
        whole->addWidget(card);
    }
    whole->addStretch();
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
    setFocusProxy(isJoined ? static_cast<QWidget*>(m_sync) : m_invitation);
    if (!isJoined) {
        return;
    }
    m_address->setText(QString::fromStdString(state.url));
    const QString contact = state.contactAt.ms == 0
        ? tr("It has not answered yet.")
        : tr("It answered last at %1.").arg(momentText(state.contactAt));
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
