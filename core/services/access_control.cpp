// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/services/access_control.h"

#include "core/domain/access/access_entries.h"
#include "core/services/sign_in_refusals.h"
#include "core/storage/access_store.h"
#include "core/storage/catalogue_store.h"
#include "core/storage/text_folding.h"

#include <algorithm>

namespace foyer {
namespace {

constexpr std::int64_t kFreeTries = 5;
constexpr std::int64_t kFirstWaitMs = 30'000;
constexpr std::int64_t kLongestWaitMs = 3'600'000;
constexpr std::int64_t kApprovalMs = 120'000;

Error notPermitted(Permission permission, bool overLimit)
{
    Error error = overLimit
        ? refused("over_limit",
                  "This is more than your role may do by itself. Ask a supervisor to approve it "
                  "with a PIN.")
        : refused("not_permitted",
                  "Your role does not allow this. Ask a supervisor to approve it with a PIN, or to "
                  "sign in.");
    error.facts = {std::string{permissionName(permission)}};
    return error;
}

/// After the free tries each further one doubles the wait.
std::int64_t waitMs(std::int64_t failures)
{
    if (failures < kFreeTries) {
        return 0;
    }
    std::int64_t wait = kFirstWaitMs;
    for (std::int64_t i = kFreeTries; i < failures && wait < kLongestWaitMs; ++i) {
        wait *= 2;
    }
    return std::min(wait, kLongestWaitMs);
}

} // namespace

AccessControl::AccessControl(Database& database, Journal& journal, const SecretBytes& dataKey,
                             const Clock& clock, Random& random, std::function<void()> wrote)
    : m_database{database}, m_journal{journal}, m_dataKey{dataKey}, m_clock{clock},
      m_random{random}, m_wrote{std::move(wrote)}
{
    reload();
}

void AccessControl::reload()
{
    m_users.clear();
    m_roles.clear();
    for (const Role& role : builtInRoles()) {
        m_roles.emplace(role.id, role);
    }
    const OrganizerId organizer = m_journal.identity().organizer;
    readEntities(m_database, organizer, "role", [this](const Uuid& id, const Entity& entity) {
        const auto known = m_roles.find(RoleId{id});
        if (auto role = roleFrom(id, entity, known != m_roles.end() ? &known->second : nullptr)) {
            m_roles.insert_or_assign(RoleId{id}, *std::move(role));
        }
    });
    readEntities(m_database, organizer, "user", [this](const Uuid& id, const Entity& entity) {
        if (auto user = userFrom(id, entity)) {
            m_users.emplace(UserId{id}, *std::move(user));
        }
    });
    if (m_current) {
        const auto user = m_users.find(m_current->user);
        if (user == m_users.end() || !user->second.active) {
            m_current.reset();
        } else {
            m_current->name = user->second.name;
            m_current->role = roleOf(user->second, m_isByCard);
            m_current->eventRoles = eventRolesOf(user->second, m_isByCard);
        }
    }
}

const Role* AccessControl::roleNamed(std::string_view name) const
{
    const auto found =
        std::ranges::find_if(m_roles, [&](const auto& role) { return role.second.name == name; });
    return found != m_roles.end() ? &found->second : nullptr;
}

const User* AccessControl::userNamed(const std::string& name) const
{
    const std::string folded = foldedForSearch(name);
    const User* found = nullptr;
    for (const auto& [id, user] : m_users) {
        if (foldedForSearch(user.name) == folded) {
            if (found != nullptr) {
                return nullptr;
            }
            found = &user;
        }
    }
    return found;
}

Role AccessControl::heldRole(RoleId id, UserId user, bool byCard) const
{
    const auto found = m_roles.find(id);
    Role role = found != m_roles.end() ? found->second : Role{};
    if (byCard) {
        const OperatorCard* card = cardOf(user);
        role.permissions &= card != nullptr ? card->permissions : PermissionSet{};
        const AccessLimits limits = card != nullptr ? card->limits : AccessLimits{};
        role.limits.refundMinor = std::min(role.limits.refundMinor, limits.refundMinor);
        role.limits.discountMilliPercent =
            std::min(role.limits.discountMilliPercent, limits.discountMilliPercent);
    }
    return role;
}

std::map<EventId, Role> AccessControl::eventRolesOf(const User& user, bool byCard) const
{
    std::map<EventId, Role> roles;
    for (const auto& [event, role] : user.eventRoles) {
        roles.emplace(event, heldRole(role, user.id, byCard));
    }
    return roles;
}

Error AccessControl::deny(const std::string& what, const Error& error, UserId who)
{
    const UserId actor = m_current ? m_current->user : UserId{};
    Journal::Act act{m_journal, Permit{Permission::RunCounter, actor, {}}};
    act.append(kind::kAccessDenied, encode(AccessDenied{what, error.code, who}));
    act.commit();
    m_wrote();
    return error;
}

Result<const User*> AccessControl::prove(const User* user, std::string_view secret,
                                         const char* what)
{
    if (user == nullptr) {
        (void)hashPassword(secret, m_cost);
        return deny(what, wrongSecret(), {});
    }
    const OrganizerId organizer = m_journal.identity().organizer;
    const SignInFailures failures = readSignInFailures(m_database, organizer, user->id);
    const std::int64_t left = failures.last.ms + waitMs(failures.count) - m_clock.now().ms;
    // A clock that was set back must not lock anybody out for longer than the longest wait.
    if (failures.count >= kFreeTries && left > 0 && left <= kLongestWaitMs) {
        const std::string seconds = std::to_string((left + 999) / 1000);
        Error error = refused("too_many_tries",
                              "There were too many wrong tries. Wait " + seconds +
                                  " seconds, then try again.",
                              "secret");
        error.facts = {seconds};
        return deny(what, error, user->id);
    }
    if (const auto proved = checkSecret(*user, secret); !proved) {
        if (proved.error().code == "wrong_secret") {
            addSignInFailure(m_database, organizer, user->id, m_clock.now());
        }
        return deny(what, proved.error(), user->id);
    }
    if (!user->active) {
        return deny(what,
                    refused("disabled", "This user may not sign in any more. Ask an administrator.",
                            "name"),
                    user->id);
    }
    clearSignInFailures(m_database, organizer, user->id);
    return user;
}

Result<Operator> AccessControl::signIn(const std::string& name, std::string_view secret)
{
    const auto user = prove(userNamed(name), secret, "sign_in");
    if (!user) {
        return user.error();
    }
    if (m_current && m_current->user != (*user)->id) {
        signOut("other_user");
    }
    m_isByCard = !ownHashOf(**user, secret);
    m_current = Operator{(*user)->id, (*user)->name, roleOf(**user, m_isByCard),
                         eventRolesOf(**user, m_isByCard)};
    m_locked = false;
    m_approval.reset();
    Journal::Act act{m_journal, Permit{Permission::RunCounter, m_current->user, {}}};
    // Acts under a card are looked at again where it was issued, so the journal names it.
    const std::string how = m_isByCard ? "card:" + cardOf(m_current->user)->id.text()
        : isPinShaped(secret)          ? "pin"
                                       : "password";
    act.append(kind::kUserSignedIn, encode(UserSigned{m_current->user, how}));
    act.commit();
    m_wrote();
    return *m_current;
}

void AccessControl::signOut(const char* how)
{
    if (!m_current) {
        return;
    }
    Journal::Act act{m_journal, Permit{Permission::RunCounter, m_current->user, {}}};
    act.append(kind::kUserSignedOut, encode(UserSigned{m_current->user, how}));
    act.commit();
    m_wrote();
    m_current.reset();
    m_approval.reset();
    m_locked = false;
}

Result<void> AccessControl::unlock(std::string_view secret)
{
    if (!m_current) {
        return refused("not_signed_in", "Sign in first, then try again.");
    }
    const auto user = prove(&m_users.at(m_current->user), secret, "sign_in");
    if (!user) {
        return user.error();
    }
    m_locked = false;
    return {};
}

bool AccessControl::covers(const Role& role, Permission permission, const ActSize& size) const
{
    return role.may(permission) &&
        (permission != Permission::Refund || size.refundMinor <= role.limits.refundMinor) &&
        (permission != Permission::Discount ||
         size.discountMilliPercent <= role.limits.discountMilliPercent);
}

/// Whether the operator's roles allow it in the house, or in each of the events that it is about.
bool AccessControl::coversThere(const Approvable& needed, const EventsConcerned& where) const
{
    if (covers(m_current->role, needed.permission, needed.size)) {
        return true;
    }
    // A shift is one's own: whoever sells for some event has one.
    if (needed.permission == Permission::RunShift) {
        return std::ranges::any_of(m_current->eventRoles, [&](const auto& each) {
            return each.second.may(Permission::RunShift);
        });
    }
    if (!where || m_current->eventRoles.empty()) {
        return false;
    }
    const std::vector<EventId> events = where();
    return !events.empty() && std::ranges::all_of(events, [&](EventId event) {
        const auto role = m_current->eventRoles.find(event);
        return role != m_current->eventRoles.end() &&
            covers(role->second, needed.permission, needed.size);
    });
}

bool AccessControl::may(Permission permission, const ActSize& size,
                        const EventsConcerned& where) const
{
    return isOpenHouse() ||
        (m_current && !m_locked && !isCardOver() && coversThere({permission, size}, where));
}

bool AccessControl::mayForSome(Permission permission) const
{
    return may(permission) ||
        (m_current && !m_locked && !isCardOver() &&
         std::ranges::any_of(m_current->eventRoles,
                             [&](const auto& each) { return each.second.may(permission); }));
}

bool AccessControl::isApproved(Permission permission, const ActSize& size) const
{
    if (!m_approval || m_clock.now() > m_approval->until) {
        return false;
    }
    const auto& act = m_approval->act;
    return covers(m_approval->role, permission, size) &&
        (!act ||
         (act->permission == permission && size.refundMinor <= act->size.refundMinor &&
          size.discountMilliPercent <= act->size.discountMilliPercent));
}

Result<Permit> AccessControl::permit(Permission permission, const ActSize& size,
                                     const EventsConcerned& where)
{
    const Approvable needed{permission, size};
    return permit({&needed, 1}, where);
}

/// Why nobody may do anything here, whatever their role; nothing: somebody is there.
std::optional<Error> AccessControl::absence() const
{
    if (!m_current) {
        return refused("not_signed_in", "Sign in first, then try again.");
    }
    if (m_locked) {
        return refused("locked", "This counter is locked. Enter your PIN, then go on.");
    }
    if (isCardOver()) {
        return refused("card_expired",
                       "Your operator card is over. Let a supervisor sign in, or wait until "
                       "the server can be reached.");
    }
    return std::nullopt;
}

Result<Permit> AccessControl::ownPermit() const
{
    if (isOpenHouse()) {
        return Permit{Permission::Sell, {}, {}};
    }
    if (auto absent = absence()) {
        return *std::move(absent);
    }
    return Permit{Permission::Sell, m_current->user, {}};
}

Result<Permit> AccessControl::permit(std::span<const Approvable> needed,
                                     const EventsConcerned& where)
{
    const Permission first = needed.front().permission;
    const std::string what{permissionName(first)};
    if (isOpenHouse()) {
        return Permit{first, {}, {}};
    }
    if (const auto absent = absence()) {
        return deny(what, *absent, m_current ? m_current->user : UserId{});
    }
    const UserId user = m_current->user;
    std::optional<Permission> approved;
    for (const Approvable& each : needed) {
        if (coversThere(each, where)) {
            continue;
        }
        if (!isApproved(each.permission, each.size)) {
            return deny(std::string{permissionName(each.permission)},
                        notPermitted(each.permission, m_current->role.may(each.permission)), user);
        }
        approved = approved.value_or(each.permission);
    }
    if (!approved) {
        return Permit{first, user, {}};
    }
    const UserId by = m_approval->by;
    m_approval.reset();
    return Permit{*approved, user, by};
}

Result<void> AccessControl::require(Permission permission, const EventsConcerned& where)
{
    const auto permitted = permit(permission, {}, where);
    return permitted ? Result<void>{} : Result<void>{permitted.error()};
}

Result<void> AccessControl::approve(const std::string& name, std::string_view secret,
                                    const std::optional<Approvable>& act)
{
    if (!m_current) {
        return refused("not_signed_in", "Sign in first, then try again.");
    }
    const auto user = prove(userNamed(name), secret, "approve");
    if (!user) {
        return user.error();
    }
    if ((*user)->id == m_current->user) {
        return deny("approve",
                    refused("own_approval",
                            "Nobody can approve what they do themselves. Ask a colleague.", "name"),
                    (*user)->id);
    }
    const Role role = roleOf(**user, !ownHashOf(**user, secret));
    if (role.id.isNil() || (act && !covers(role, act->permission, act->size))) {
        Error error =
            refused("not_permitted",
                    "This colleague's role does not allow it either. Ask a supervisor.", "name");
        if (act) {
            error.facts = {std::string{permissionName(act->permission)}};
        }
        return deny("approve", error, (*user)->id);
    }
    m_approval = Approval{(*user)->id, role, act, Instant{m_clock.now().ms + kApprovalMs}};
    return {};
}

} // namespace foyer
