// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/clock.h"
#include "core/base/random.h"
#include "core/base/result.h"
#include "core/crypto/password.h"
#include "core/crypto/secret.h"
#include "core/domain/access/operator_card.h"
#include "core/domain/access/permit.h"
#include "core/domain/access/user.h"
#include "core/storage/journal.h"

#include <functional>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace foyer {

/// How far an act goes, where its permission has a limit.
struct ActSize {
    std::int64_t refundMinor = 0;
    std::int64_t discountMilliPercent = 0;
};

/// Who is signed in at this counter, with the role as it is now.
struct Operator {
    UserId user;
    std::string name;
    Role role;
    std::map<EventId, Role> eventRoles = {}; ///< besides, in single events
};

/// The events that an act is about, all of them; none: it is about the house. Asked only where a
/// role in the house is not enough, so that it may take a look into the database.
using EventsConcerned = std::function<std::vector<EventId>()>;

/// Decides who may do what: the one place where permissions are checked. Belongs to the store
/// thread, like the counter. Functions that write throw StorageFailure.
///
/// A house that has no users yet is open: whoever can open its keys may do everything, and acts
/// under no name. The first user, an administrator, ends that.
class AccessControl {
public:
    AccessControl(Database& database, Journal& journal, const SecretBytes& dataKey,
                  const Clock& clock, Random& random, std::function<void()> wrote);
    AccessControl(const AccessControl&) = delete;
    AccessControl& operator=(const AccessControl&) = delete;

    /// One thing that an act does, and that a colleague may be asked to approve.
    struct Approvable {
        Permission permission = Permission::Sell;
        ActSize size;
    };

    bool isOpenHouse() const { return m_users.empty(); }
    const std::optional<Operator>& current() const { return m_current; }
    bool isLocked() const { return m_locked; }

    /// Signs somebody in by name (without case and accents) and password or PIN, in place of
    /// whoever was signed in. Refuses with wrong_secret (also for an unknown name, after the same
    /// time), too_many_tries (fact: seconds to wait), disabled; of somebody whose secret only a
    /// card tells, with card_expired, card_not_yet_valid and, where there is none, card_missing.
    Result<Operator> signIn(const std::string& name, std::string_view secret);
    /// Lets people sign in whose secrets this counter cannot open itself, each as far and as long
    /// as their card goes, in place of the cards before. The caller has checked them (checkCard).
    void useCards(std::map<UserId, OperatorCard> cards) { m_cards = std::move(cards); }
    /// Says that the house has a server, how far this computer's clock is ahead of it, a moment
    /// that is over there, and when the last entry was written that it has confirmed. Cards live by
    /// its time: setting the clock back makes none last longer than the latest entry here shows. A
    /// clock that was far ahead once, and was put right, counts until the server is heard again.
    void useServerTime(std::int64_t aheadMs, Instant atLeast, Instant heardOf = {});

    /// The hashes of somebody's password and PIN that this counter sealed; empty where there is
    /// none, or another counter sealed it.
    struct OwnHashes {
        std::string password;
        std::string pin;
    };
    OwnHashes ownHashes(const User& user) const;

    /// `how`: "asked", "idle".
    void signOut(const char* how);
    /// Keeps the operator and what is on the screen, but nothing may be done until unlock().
    void lock() { m_locked = m_current.has_value(); }
    /// Refuses as signIn() does.
    Result<void> unlock(std::string_view secret);

    /// The leave to act, to be handed to Journal::Act. Uses up an approval where the operator's own
    /// role is not enough. Refuses with not_signed_in, locked, not_permitted (fact: permission),
    /// card_expired and over_limit (facts: permission, limit), and writes an access.denied entry.
    /// Who has no such role in the house may act where they have one in every event that the act is
    /// about; an act that does not say which is about the house. `where` throws StorageFailure.
    Result<Permit> permit(Permission permission, const ActSize& size = {},
                          const EventsConcerned& where = {});
    /// The same for an act that needs several permissions at once: one colleague's yes is good for
    /// all of it, if their role is. The permit names the first, or the first that was approved.
    Result<Permit> permit(std::span<const Approvable> needed, const EventsConcerned& where = {});
    /// The same for reading.
    Result<void> require(Permission permission, const EventsConcerned& where = {});
    /// Whether permit() would say yes; writes nothing. For screens that show what can be done.
    bool may(Permission permission, const ActSize& size = {},
             const EventsConcerned& where = {}) const;
    /// Whether it would for some event at least. For what is shown of the window.
    bool mayForSome(Permission permission) const;

    /// For the operator's own password and PIN, right after unlock() has proved who it is.
    Permit ownSecretPermit() const { return Permit{Permission::EditUsers, m_current->user, {}}; }

    /// For what is the operator's own and nobody else's, such as what they want to be told of: it
    /// needs no permission, only somebody who is there. Refuses with not_signed_in, locked,
    /// card_expired; writes nothing.
    Result<Permit> ownPermit() const;

    /// A colleague with the permission says yes to one act of the operator within the next two
    /// minutes: to that one, or, where the act is not known yet, to the next one that needs it.
    /// Refuses as signIn() does, and with own_approval, not_permitted.
    Result<void> approve(const std::string& name, std::string_view secret,
                         const std::optional<Approvable>& act = std::nullopt);

    /// Takes back what approve() gave and nobody used.
    void dropApproval() { m_approval.reset(); }

    const std::map<UserId, User>& users() const { return m_users; }
    const std::map<RoleId, Role>& roles() const { return m_roles; }
    /// Nothing where no role has the name.
    const Role* roleNamed(std::string_view name) const;
    /// Nothing where nobody, or more than one, has the name.
    const User* userNamed(const std::string& name) const;
    /// The sealed hash of a secret, for User.
    Bytes sealSecret(UserId user, std::string_view secret);
    /// Reads users and roles again, after an edit.
    void reload();
    /// What hashing costs from now on; tests choose less.
    void setPasswordCost(const PasswordCost& cost) { m_cost = cost; }

private:
    struct Approval {
        UserId by;
        Role role;
        std::optional<Approvable> act;
        Instant until;
    };
    bool isApproved(Permission permission, const ActSize& size) const;
    Result<const User*> prove(const User* user, std::string_view secret, const char* what);
    std::optional<std::string> opened(const User& user, const Bytes& sealed) const;
    std::optional<std::string> ownHashOf(const User& user, std::string_view secret) const;
    Instant serverNow() const;
    const OperatorCard* cardOf(UserId user) const;
    Result<void> checkSecret(const User& user, std::string_view secret) const;
    Result<void> checkByCard(const User& user, std::string_view secret) const;
    Role heldRole(RoleId role, UserId user, bool byCard) const;
    Role roleOf(const User& user, bool byCard) const
    {
        return heldRole(user.role, user.id, byCard);
    }
    std::map<EventId, Role> eventRolesOf(const User& user, bool byCard) const;
    bool coversThere(const Approvable& needed, const EventsConcerned& where) const;
    std::optional<Error> absence() const;
    bool isCardOver() const { return m_isByCard && cardOf(m_current->user) == nullptr; }
    bool covers(const Role& role, Permission permission, const ActSize& size) const;
    Error deny(const std::string& what, const Error& error, UserId who);

    Database& m_database;
    Journal& m_journal;
    const SecretBytes& m_dataKey;
    const Clock& m_clock;
    Random& m_random;
    std::function<void()> m_wrote;
    PasswordCost m_cost;
    std::map<UserId, User> m_users;
    std::map<RoleId, Role> m_roles;
    std::map<UserId, OperatorCard> m_cards;
    bool m_hasServer = false;
    std::int64_t m_clockAheadMs = 0;
    Instant m_serverAtLeast;
    Instant m_heardOf; ///< what this computer's journal showed when that was heard
    std::optional<Operator> m_current;
    bool m_isByCard = false; ///< how the current operator signed in
    std::optional<Approval> m_approval;
    bool m_locked = false;
};

} // namespace foyer
