// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/people/people_page.h"

#include "ui/common/empty_state.h"
#include "ui/common/error_text.h"
#include "ui/common/formatting.h"
#include "ui/common/parts.h"
#include "ui/common/theme.h"
#include "ui/people/person_dialog.h"
#include "ui/people/role_panel.h"

#include <QHBoxLayout>
#include <QListWidget>
#include <QPointer>
#include <QStackedWidget>
#include <QUrl>
#include <QUrlQuery>
#include <QVBoxLayout>

#include <algorithm>

namespace foyer::ui {
namespace {

constexpr int kUsersWidth = 360;

QString encoded(const std::string& words)
{
    return QString::fromLatin1(QUrl::toPercentEncoding(text(words)));
}

} // namespace

PeoplePage::PeoplePage(PeoplePort& port, QWidget* parent)
    : QWidget{parent}, m_port{port}, m_states{new QStackedWidget{this}}
{
    auto* column = new QVBoxLayout{this};
    column->setContentsMargins(kAround, kAround, kAround, kAround);
    column->setSpacing(kBetween);
    column->addWidget(makeLabel(tr("People"), "title", this));
    m_fault = makeLabel({}, "fault", this);
    m_fault->setWordWrap(true);
    m_fault->hide();
    column->addWidget(m_fault);
    m_states->addWidget(buildEmpty());
    m_states->addWidget(buildLists());
    column->addWidget(m_states, 1);
}

QWidget* PeoplePage::buildEmpty()
{
    auto* page = new EmptyState{
        QStringLiteral("users"), tr("Nobody has to sign in here yet"),
        tr("Everybody at this computer may do everything, under no name. Add an administrator "
           "first; then give the others a role and a PIN, and every sale, refund and count says "
           "whose it is."),
        this};
    const auto* add = page->addAction(tr("Add the administrator"), QStringLiteral("user-plus"));
    connect(add, &QPushButton::clicked, this, [this] { edit(std::nullopt); });
    return page;
}

QWidget* PeoplePage::buildLists()
{
    auto* page = new QWidget{this};
    auto* row = new QHBoxLayout{page};
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(kBetween);
    auto* people = makePanel(page);
    people->setFixedWidth(kUsersWidth);
    auto* left = new QVBoxLayout{people};
    left->setContentsMargins(kBetween, kBetween, kBetween, kBetween);
    left->setSpacing(kInside);
    left->addWidget(makeLabel(tr("Who works here"), "section", people));
    m_users = new QListWidget{people};
    m_users->setAccessibleName(tr("Who works here"));
    left->addWidget(m_users, 1);
    auto* buttons = new QHBoxLayout;
    auto* change = makeButton(tr("Change"), "", people, QStringLiteral("F2"));
    auto* add = makeButton(tr("Add somebody"), "primary", people, QStringLiteral("Ins"));
    auto* invite = makeButton(tr("Invite…"), "", people, QStringLiteral("F7"));
    invite->setToolTip(tr("Writes a letter to them in your mail program; the PIN is not in it"));
    buttons->addWidget(change);
    buttons->addWidget(invite);
    buttons->addStretch();
    left->addLayout(buttons);
    left->addWidget(add);
    row->addWidget(people);
    auto* roles = makePanel(page);
    auto* right = new QVBoxLayout{roles};
    right->setContentsMargins(kBetween, kBetween, kBetween, kBetween);
    right->setSpacing(kInside);
    right->addWidget(makeLabel(tr("What the roles may do"), "section", roles));
    m_roles = new RolePanel{m_port, roles};
    right->addWidget(makeScroll(m_roles, roles), 1);
    row->addWidget(roles, 1);
    connect(add, &QPushButton::clicked, this, [this] { edit(std::nullopt); });
    connect(change, &QPushButton::clicked, this, &PeoplePage::editChosen);
    connect(invite, &QPushButton::clicked, this, &PeoplePage::inviteChosen);
    connect(m_users, &QListWidget::itemActivated, this, &PeoplePage::editChosen);
    page->setFocusProxy(m_users);
    return page;
}

QString PeoplePage::keys()
{
    return tr("Insert\tAdd somebody\nF2\tChange whom is chosen\nF7\tInvite whom is chosen\n"
              "Ctrl+L\tLock the counter");
}

void PeoplePage::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    refresh();
}

void PeoplePage::refresh()
{
    m_port.list([self = QPointer{this}](const Result<PeopleList>& list) {
        if (!self) {
            return;
        }
        self->m_fault->setVisible(!list.has_value());
        if (!list) {
            self->m_fault->setText(errorText(list.error()));
            return;
        }
        self->m_list = *list;
        self->m_users->clear();
        for (const User& user : list->users) {
            const auto role = std::ranges::find(list->roles, user.role, &Role::id);
            QString line = text(user.name);
            if (role != list->roles.end()) {
                line += QStringLiteral(" · ") + roleText(role->name);
            }
            if (!user.active) {
                line += QStringLiteral(" · ") + tr("may not sign in");
            }
            auto* item = new QListWidgetItem{line, self->m_users};
            item->setSizeHint({0, kTarget});
        }
        self->m_users->setCurrentRow(0);
        self->m_roles->show(list->roles, list->currency);
        showState(*self, *self->m_states, list->users.empty() ? 0 : 1);
    });
}

void PeoplePage::editChosen()
{
    const auto row = static_cast<std::size_t>(m_users->currentRow());
    if (row < m_list.users.size()) {
        edit(m_list.users[row]);
    }
}

void PeoplePage::inviteChosen()
{
    const auto row = static_cast<std::size_t>(m_users->currentRow());
    if (row >= m_list.users.size()) {
        return;
    }
    m_port.invitation(m_list.users[row].id,
                      [self = QPointer{this}](const Result<InvitationShown>& letter) {
                          if (!self) {
                              return;
                          }
                          self->m_fault->setVisible(!letter.has_value());
                          if (!letter) {
                              self->m_fault->setText(errorText(letter.error()));
                              return;
                          }
                          // To nobody yet: whoever sends it knows the address.
                          QUrlQuery words;
                          words.addQueryItem(QStringLiteral("subject"), encoded(letter->subject));
                          words.addQueryItem(QStringLiteral("body"), encoded(letter->text));
                          QUrl url;
                          url.setScheme(QStringLiteral("mailto"));
                          url.setQuery(words);
                          Q_EMIT self->mailAsked(url);
                      });
}

void PeoplePage::edit(const std::optional<User>& user)
{
    auto* dialog = new PersonDialog{m_port, m_list, user, this};
    connect(dialog, &PersonDialog::saved, this, [this](const PeopleState& state) {
        refresh();
        Q_EMIT peopleChanged(state);
    });
    dialog->open();
}

} // namespace foyer::ui
