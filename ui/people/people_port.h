// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/money.h"
#include "core/base/result.h"
#include "core/domain/access/permission.h"
#include "core/domain/access/user.h"

#include <algorithm>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace foyer::ui {

/// Who is at the counter, as the window has to know it.
struct PeopleState {
    struct Current {
        UserId user;
        std::string name;
        Role role;
        std::map<EventId, Role> eventRoles = {}; ///< besides, in single events
    };
    /// Nobody has to sign in here yet.
    bool isOpenHouse = true;
    bool isLocked = false;
    std::optional<Current> current;
    /// Who may sign in, by name.
    std::vector<std::string> names;

    /// Whether the screens for a permission are shown.
    bool may(Permission permission) const
    {
        return isOpenHouse || (current && current->role.may(permission));
    }
    /// The same of screens that work for single events, too.
    bool mayForSome(Permission permission) const
    {
        return may(permission) ||
            (current && std::ranges::any_of(current->eventRoles, [permission](const auto& each) {
                   return each.second.may(permission);
               }));
    }
};

/// What is said of somebody who is added or changed. Of a change, what is empty stays.
struct PersonDraft {
    std::string name;
    std::string role;
    std::string password;
    std::string pin;
    std::optional<bool> active;
    /// What changes of their roles in single events, by the roles' names; empty: none there.
    std::map<EventId, std::string> eventRoles = {};
};

/// An event that somebody may be given a role in.
struct EventToWorkFor {
    EventId id;
    std::string name;
};

/// What is known of users and roles, for the page that edits them. The sealed secrets are not in
/// it.
struct PeopleList {
    std::vector<User> users;                        ///< by name
    std::vector<Role> roles;                        ///< built-in ones first
    std::vector<EventToWorkFor> events;             ///< by name, without those that are over
    Currency currency = *Currency::fromCode("EUR"); ///< of what a role may give back
};

/// A letter to somebody who is to help, without their PIN or password.
struct InvitationShown {
    std::string subject;
    std::string text;
};

/// The people screens' only way to the counter. Every function returns at once; the answer is
/// delivered later on the window's thread, exactly once.
class PeoplePort {
public:
    template <typename T>
    using Then = std::function<void(Result<T>)>;

    virtual ~PeoplePort() = default;

    virtual void state(Then<PeopleState> then) = 0;
    virtual void signIn(const std::string& name, const std::string& secret,
                        Then<PeopleState> then) = 0;
    virtual void signOut(Then<PeopleState> then) = 0;
    virtual void lock(Then<PeopleState> then) = 0;
    virtual void unlock(const std::string& secret, Then<PeopleState> then) = 0;
    virtual void changeOwnSecret(const std::string& secret, const std::string& newSecret,
                                 Then<bool> then) = 0;

    virtual void list(Then<PeopleList> then) = 0;
    virtual void add(const PersonDraft& person, Then<PeopleState> then) = 0;
    virtual void change(UserId user, const PersonDraft& person, Then<PeopleState> then) = 0;
    virtual void changeRole(const Role& role, Then<bool> then) = 0;
    /// Refuses with not_invited where there is nothing to do for them.
    virtual void invitation(UserId user, Then<InvitationShown> then) = 0;

protected:
    PeoplePort() = default;
    PeoplePort(const PeoplePort&) = default;
    PeoplePort& operator=(const PeoplePort&) = default;
};

} // namespace foyer::ui
