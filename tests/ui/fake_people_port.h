// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/people/people_port.h"

#include <algorithm>

namespace foyer::test {

/// People in memory: Ada the administrator with a password, Kim the clerk with the PIN 271828.
class FakePeoplePort final : public ui::PeoplePort {
public:
    static constexpr const char* kPin = "271828";
    ui::PeopleState now;
    ui::PeopleList known;
    std::vector<std::string> asked; ///< what was called, in order

    explicit FakePeoplePort(bool open = false)
    {
        known.roles.assign(builtInRoles().begin(), builtInRoles().end());
        now.isOpenHouse = open;
        if (!open) {
            join("Ada", "administrator");
            join("Kim", "clerk");
        }
    }
    void join(const std::string& name, const std::string& role)
    {
        Uuid::Bytes bytes{};
        bytes[15] = static_cast<std::uint8_t>(known.users.size() + 1);
        known.users.push_back({.id = UserId{Uuid::v8(bytes)},
                               .name = name,
                               .role = builtInRoleNamed(role)->id,
                               .active = true,
                               .sealedPassword = {},
                               .sealedPin = {}});
        now.names.push_back(name);
    }
    void state(Then<ui::PeopleState> then) override { then(now); }
    void signIn(const std::string& name, const std::string& secret,
                Then<ui::PeopleState> then) override
    {
        asked.push_back("signIn " + name);
        if (secret != kPin) {
            then(wrong());
            return;
        }
        const auto user = std::ranges::find(known.users, name, &User::name);
        const auto role = std::ranges::find(known.roles, user->role, &Role::id);
        now.current = {user->id, user->name, *role};
        now.isLocked = false;
        then(now);
    }
    void signOut(Then<ui::PeopleState> then) override
    {
        now.current.reset();
        then(now);
    }
    void lock(Then<ui::PeopleState> then) override
    {
        now.isLocked = true;
        then(now);
    }
    void unlock(const std::string& secret, Then<ui::PeopleState> then) override
    {
        asked.push_back("unlock");
        if (secret != kPin) {
            then(wrong());
            return;
        }
        now.isLocked = false;
        then(now);
    }
    void changeOwnSecret(const std::string& secret, const std::string& newSecret,
                         Then<bool> then) override
    {
        asked.push_back("change " + newSecret);
        secret == kPin ? then(true) : then(wrong());
    }
    void list(Then<ui::PeopleList> then) override { then(known); }
    void add(const ui::PersonDraft& person, Then<ui::PeopleState> then) override
    {
        asked.push_back("add " + person.name + " " + person.role);
        if (const auto good = checkPin(person.pin); !good) {
            then(good.error());
            return;
        }
        join(person.name, person.role);
        now.isOpenHouse = false;
        then(now);
    }
    void change(UserId user, const ui::PersonDraft& person, Then<ui::PeopleState> then) override
    {
        asked.push_back("change " + person.name);
        std::ranges::find(known.users, user, &User::id)->name = person.name;
        for (const auto& [event, role] : person.eventRoles) {
            asked.push_back("in " + event.text() + " " + role);
        }
        then(now);
    }
    void changeRole(const Role& role, Then<bool> then) override
    {
        asked.push_back("role " + role.name);
        *std::ranges::find(known.roles, role.id, &Role::id) = role;
        then(true);
    }
    void invitation(UserId user, Then<ui::InvitationShown> then) override
    {
        const auto found = std::ranges::find(known.users, user, &User::id);
        found->active ? then(ui::InvitationShown{"Helping & more", "Hello " + found->name})
                      : then(refused("not_invited", "There is nothing to invite them to yet."));
    }

private:
    static Error wrong()
    {
        return refused("wrong_secret",
                       "Name and password or PIN do not belong together. Check both and try "
                       "again.",
                       "secret");
    }
};

} // namespace foyer::test
