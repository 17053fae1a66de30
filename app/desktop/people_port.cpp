// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/desktop/people_port.h"

#include "app/desktop/store_thread.h"
#include "core/documents/people/invitation_letter.h"
#include "core/services/access_control.h"
#include "core/services/cash_rounding.h"
#include "core/services/guarded.h"
#include "core/services/invitations.h"
#include "core/services/event_reading.h"
#include "core/services/users.h"

#include <algorithm>

namespace foyer::desktop {
namespace {

ui::PeopleState stateOf(Counter& counter)
{
    const AccessControl& access = counter.access();
    ui::PeopleState state;
    state.isOpenHouse = access.isOpenHouse();
    state.isLocked = access.isLocked();
    if (const auto& current = access.current()) {
        state.current = {current->user, current->name, current->role, current->eventRoles};
    }
    for (const auto& [id, user] : access.users()) {
        if (user.active) {
            state.names.push_back(user.name);
        }
    }
    std::ranges::sort(state.names);
    return state;
}

Result<ui::PeopleState> stateAfter(Counter& counter, const Result<void>& done)
{
    return done ? Result<ui::PeopleState>{stateOf(counter)} : Result<ui::PeopleState>{done.error()};
}

Result<void> nothingElse(const Result<Operator>& signedIn)
{
    return signedIn ? Result<void>{} : Result<void>{signedIn.error()};
}

std::optional<std::string> unlessEmpty(const std::string& text)
{
    return text.empty() ? std::nullopt : std::optional{text};
}

} // namespace

void CounterPeoplePort::state(Then<ui::PeopleState> then)
{
    m_store.ask<ui::PeopleState>([](Counter& counter)
                                     -> Result<ui::PeopleState> { return stateOf(counter); },
                                 std::move(then));
}

void CounterPeoplePort::signIn(const std::string& name, const std::string& secret,
                               Then<ui::PeopleState> then)
{
    m_store.ask<ui::PeopleState>(
        [name, secret](Counter& counter) {
            return guarded([&] {
                return stateAfter(counter, nothingElse(counter.access().signIn(name, secret)));
            });
        },
        [this, name, secret, then = std::move(then)](const Result<ui::PeopleState>& state) {
            if (state && m_signedIn) {
                m_signedIn(*state, name, secret);
            }
            then(state);
        });
}

void CounterPeoplePort::signOut(Then<ui::PeopleState> then)
{
    m_store.ask<ui::PeopleState>(
        [](Counter& counter) {
            return guarded([&]() -> Result<ui::PeopleState> {
                counter.access().signOut("asked");
                return stateOf(counter);
            });
        },
        std::move(then));
}

void CounterPeoplePort::lock(Then<ui::PeopleState> then)
{
    m_store.ask<ui::PeopleState>(
        [](Counter& counter) -> Result<ui::PeopleState> {
            counter.access().lock();
            return stateOf(counter);
        },
        std::move(then));
}

void CounterPeoplePort::unlock(const std::string& secret, Then<ui::PeopleState> then)
{
    m_store.ask<ui::PeopleState>(
        [secret](Counter& counter) {
            return guarded([&] { return stateAfter(counter, counter.access().unlock(secret)); });
        },
        std::move(then));
}

void CounterPeoplePort::changeOwnSecret(const std::string& secret, const std::string& newSecret,
                                        Then<bool> then)
{
    m_store.ask<bool>(
        [secret, newSecret](Counter& counter) -> Result<bool> {
            UserChange change;
            (isPinShaped(newSecret) ? change.pin : change.password) = newSecret;
            const auto changed = foyer::changeOwnSecret(counter, secret, change);
            return changed ? Result<bool>{true} : Result<bool>{changed.error()};
        },
        std::move(then));
}

void CounterPeoplePort::list(Then<ui::PeopleList> then)
{
    m_store.ask<ui::PeopleList>(
        [](Counter& counter) {
            return guarded([&]() -> Result<ui::PeopleList> {
                AccessControl& access = counter.access();
                // What the window shows is for those who may change it.
                if (auto may = access.require(Permission::EditUsers); !may) {
                    return std::move(may).error();
                }
                ui::PeopleList list;
                list.currency = houseCurrency(counter);
                for (const auto& [id, user] : access.users()) {
                    list.users.push_back(user);
                    list.users.back().sealedPassword.clear();
                    list.users.back().sealedPin.clear();
                }
                std::ranges::sort(list.users, {}, &User::name);
                for (const auto& [id, role] : access.roles()) {
                    list.roles.push_back(role);
                }
                // Who may edit people, and not events, gives no roles in those.
                if (const auto all = events(counter)) {
                    for (const EventSummary& each : *all) {
                        list.events.push_back({each.id, each.name});
                    }
                }
                return list;
            });
        },
        std::move(then));
}

void CounterPeoplePort::add(const ui::PersonDraft& person, Then<ui::PeopleState> then)
{
    m_store.ask<ui::PeopleState>(
        [person](Counter& counter) {
            return guarded([&]() -> Result<ui::PeopleState> {
                const bool first = counter.access().isOpenHouse();
                const auto added = addUser(counter,
                                           {person.name, person.role, person.password, person.pin,
                                            person.eventRoles});
                if (!added) {
                    return added.error();
                }
                // Whoever was just made the first administrator goes on as such.
                if (first) {
                    const std::string& secret =
                        person.password.empty() ? person.pin : person.password;
                    return stateAfter(counter,
                                      nothingElse(counter.access().signIn(person.name, secret)));
                }
                return stateOf(counter);
            });
        },
        std::move(then));
}

void CounterPeoplePort::change(UserId user, const ui::PersonDraft& person,
                               Then<ui::PeopleState> then)
{
    m_store.ask<ui::PeopleState>(
        [user, person](Counter& counter) {
            return guarded([&] {
                return stateAfter(counter,
                                  changeUser(counter, user,
                                             {.name = unlessEmpty(person.name),
                                              .role = unlessEmpty(person.role),
                                              .eventRoles = person.eventRoles,
                                              .active = person.active,
                                              .password = unlessEmpty(person.password),
                                              .pin = unlessEmpty(person.pin)}));
            });
        },
        std::move(then));
}

void CounterPeoplePort::changeRole(const Role& role, Then<bool> then)
{
    m_store.ask<bool>(
        [role](Counter& counter) -> Result<bool> {
            const auto changed = foyer::changeRole(counter, role);
            return changed ? Result<bool>{true} : Result<bool>{changed.error()};
        },
        std::move(then));
}

void CounterPeoplePort::invitation(UserId user, Then<ui::InvitationShown> then)
{
    m_store.ask<ui::InvitationShown>(
        [user](Counter& counter) -> Result<ui::InvitationShown> {
            const auto invited = invitationOf(counter, user);
            if (!invited) {
                return invited.error();
            }
            InvitationLetter letter = invitationLetter(*invited);
            return ui::InvitationShown{std::move(letter.subject), std::move(letter.text)};
        },
        std::move(then));
}

} // namespace foyer::desktop
