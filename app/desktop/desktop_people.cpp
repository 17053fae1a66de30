// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Who is at the window, and what they see of it.

#include "app/desktop/desktop.h"

#include "app/desktop/server_sync.h"
#include "ui/common/main_window.h"
#include "ui/customers/customers_page.h"
#include "ui/door/door_page.h"
#include "ui/events/events_page.h"
#include "ui/held/held_page.h"
#include "ui/in_and_out/in_and_out_page.h"
#include "ui/incidents/incidents_page.h"
#include "ui/money/bank_panel.h"
#include "ui/money/money_page.h"
#include "ui/notices/notice_settings_page.h"
#include "ui/notices/notices_presenter.h"
#include "ui/orders/orders_page.h"
#include "ui/people/approval_dialog.h"
#include "ui/people/own_secret_dialog.h"
#include "ui/people/people_page.h"
#include "ui/people/person_dialog.h"
#include "ui/people/sign_in_page.h"
#include "ui/plans/plans_page.h"
#include "ui/reports/reports_page.h"
#include "ui/settings/settings_page.h"
#include "ui/till/till_page.h"

#include <QApplication>
#include <QDesktopServices>
#include <QPointer>

#include <algorithm>

namespace foyer::desktop {

bool Desktop::isFor(const Workspace& workspace, const ui::PeopleState& state)
{
    return workspace.scope == Scope::Events ? state.mayForSome(workspace.permission)
                                            : state.may(workspace.permission);
}

void Desktop::addPeople()
{
    auto* page = new ui::PeoplePage{m_people};
    addWorkspace(tr("People"), "users", page, ui::PeoplePage::keys(), Permission::EditUsers);
    m_signIn = new ui::SignInPage{m_people};
    m_window->setCover(m_signIn);
    const auto apply = [this](const ui::PeopleState& state) { showPeople(state); };
    const auto answer = [apply](const Result<ui::PeopleState>& state) {
        if (state) {
            apply(*state);
        }
    };
    m_people.whenSignedIn([this](const ui::PeopleState& state, const std::string& name,
                                 const std::string& secret) {
        if (m_sync && (state.may(Permission::EditUsers) || state.may(Permission::ReadReports))) {
            m_sync->signIn(name, secret);
        }
    });
    connect(m_signIn, &ui::SignInPage::done, this, apply);
    connect(page, &ui::PeoplePage::peopleChanged, this, apply);
    connect(page, &ui::PeoplePage::mailAsked, this,
            [](const QUrl& letter) { QDesktopServices::openUrl(letter); });
    // What is being typed is saved as it loses the focus, while whoever typed it still may.
    const auto finishTyping = [] {
        if (QWidget* typed = QApplication::focusWidget()) {
            typed->clearFocus();
        }
    };
    connect(m_window.get(), &ui::MainWindow::lockAsked, this, [this, answer, finishTyping] {
        finishTyping();
        m_people.lock(answer);
    });
    connect(m_window.get(), &ui::MainWindow::signOutAsked, this, [this, answer, finishTyping] {
        finishTyping();
        m_people.signOut(answer);
    });
    connect(m_window.get(), &ui::MainWindow::secretChangeAsked, this, [this] {
        auto* dialog = new ui::OwnSecretDialog{m_people, m_window.get()};
        dialog->open();
    });
    m_store->setApprover([this](const ApprovalRequest& request) {
        auto* dialog = new ui::ApprovalDialog{request.refusal, m_colleagues, request.approve,
                                              request.giveUp, m_window.get()};
        dialog->open();
    });
    if (m_sync) {
        // A counter that has just joined learns from the server who works here.
        connect(m_sync.get(), &ServerSync::heard, this, [this, answer] {
            if (m_isOpenHouse) {
                m_people.state(answer);
            }
        });
    }
    m_people.state(answer);
}

void Desktop::showPeople(const ui::PeopleState& state)
{
    m_isOpenHouse = state.isOpenHouse;
    m_colleagues = state.names;
    if (state.current) {
        std::erase(m_colleagues, state.current->name);
    }
    m_window->setOperator(state.current ? QString::fromStdString(state.current->name) : QString{},
                          state.current ? ui::roleText(state.current->role.name) : QString{});
    const bool covered = !state.isOpenHouse && (!state.current || state.isLocked);
    const auto who = state.current ? std::optional{state.current->user} : std::nullopt;
    const bool isAnother = who != m_operator && !covered;
    const auto first = std::ranges::find_if(m_workspaces, [&](const Workspace& workspace) {
        return isFor(workspace, state);
    });
    if (isAnother && first != m_workspaces.end()) {
        // Everybody begins at their own first screen; before anything else, since a page or section
        // that comes into sight reads anew, and may not be for this one.
        m_window->setWorkspaceShown(first->page, true);
        m_window->showWorkspace(first->page);
    }
    if (state.isOpenHouse || state.current) { // else nobody has said yet whose screens they are
        for (const Workspace& workspace : m_workspaces) {
            m_window->setWorkspaceShown(workspace.page, isFor(workspace, state));
        }
        bool any = false;
        for (const auto& [page, permission] : m_sections) {
            m_settings->setSectionShown(page, state.may(permission));
            any = any || state.may(permission);
        }
        showInAndOutOf(state);
        showNoticesOf(state);
        any = any || m_settings->isSectionShown(m_noticeSettings);
        m_window->setWorkspaceShown(m_settings, any);
    }
    m_window->setCovered(covered);
    m_notices->startOver();
    if (covered && m_sync) {
        m_sync->signOut();
    }
    if (isAnother) {
        m_operator = who;
        m_tillPage->startOver();
        m_doorPage->startOver();
        m_ordersPage->startOver();
        m_heldPage->startOver();
        m_eventsPage->startOver();
        m_incidentsPage->startOver();
        m_noticeSettings->startOver();
        m_moneyPage->startOver();
        m_customersPage->startOver();
        m_bankPanel->startOver();
        m_reportsPage->startOver();
        m_plansPage->startOver();
        m_inAndOutPage->startOver();
    }
    if (covered) {
        m_signIn->show(state);
    } else if (QWidget* page = m_window->currentWorkspace()) {
        page->setFocus();
    }
}

} // namespace foyer::desktop
