// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/people/people_port.h"

#include <functional>
#include <string>

namespace foyer::desktop {

class StoreThread;

/// Implements what the people screens ask for, over the store thread.
class CounterPeoplePort final : public ui::PeoplePort {
public:
    explicit CounterPeoplePort(StoreThread& store) : m_store{store} {}

    /// To be told whenever somebody has signed in with name and secret.
    using SignedIn = std::function<void(const ui::PeopleState&, const std::string& name,
                                        const std::string& secret)>;
    void whenSignedIn(SignedIn tell) { m_signedIn = std::move(tell); }

    void state(Then<ui::PeopleState> then) override;
    void signIn(const std::string& name, const std::string& secret,
                Then<ui::PeopleState> then) override;
    void signOut(Then<ui::PeopleState> then) override;
    void lock(Then<ui::PeopleState> then) override;
    void unlock(const std::string& secret, Then<ui::PeopleState> then) override;
    void changeOwnSecret(const std::string& secret, const std::string& newSecret,
                         Then<bool> then) override;
    void list(Then<ui::PeopleList> then) override;
    void add(const ui::PersonDraft& person, Then<ui::PeopleState> then) override;
    void change(UserId user, const ui::PersonDraft& person, Then<ui::PeopleState> then) override;
    void changeRole(const Role& role, Then<bool> then) override;
    void invitation(UserId user, Then<ui::InvitationShown> then) override;

private:
    StoreThread& m_store;
    SignedIn m_signedIn;
};

} // namespace foyer::desktop
