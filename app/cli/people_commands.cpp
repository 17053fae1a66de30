// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/json_forms.h"
#include "app/cli/run.h"
#include "app/cli/session.h"
#include "app/cli/terminal.h"
#include "app/cli/text_forms.h"
#include "core/documents/people/invitation_letter.h"
#include "core/services/access_control.h"
#include "core/services/counter.h"
#include "core/services/event_reading.h"
#include "core/services/invitations.h"
#include "core/services/offer_cache.h"
#include "core/services/users.h"

#include <nlohmann/json.hpp>

#include <charconv>

namespace foyer::cli {
namespace {

constexpr std::int64_t kMilliPercent = 1'000;

Error badLimit(const std::string& text, const char* where)
{
    return badInput("bad_limit",
                    "\"" + text + "\" is not a limit. Write a number such as 50, or none.", where);
}

/// What a role may give back by itself, in minor units of the organizer's currency.
Result<std::int64_t> refundLimitIn(Counter& counter, const std::string& text)
{
    constexpr const char* kWhere = "--refund-up-to";
    if (text == "none") {
        return AccessLimits::kNone;
    }
    const auto organizer = counter.offers().organizer();
    const auto amount =
        parseMoney(text, organizer ? organizer->currency : *Currency::fromCode("EUR"));
    return amount && amount->minor() >= 0 ? Result<std::int64_t>{amount->minor()}
                                          : badLimit(text, kWhere);
}

/// How much of a price a role may take off by itself, in thousandths of a percent.
Result<std::int64_t> discountLimitIn(const std::string& text)
{
    constexpr int kHundred = 100;
    if (text == "none") {
        return AccessLimits::kNone;
    }
    int percent = 0;
    const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), percent);
    const bool whole = fault == std::errc{} && end == text.data() + text.size();
    return whole && percent >= 0 && percent <= kHundred
        ? Result<std::int64_t>{std::int64_t{percent} * kMilliPercent}
        : badLimit(text, "--discount-up-to");
}

Json limitForm(std::int64_t limit)
{
    return limit == AccessLimits::kNone ? Json(nullptr) : Json(limit);
}

std::string roleName(const AccessControl& access, RoleId id)
{
    const auto role = access.roles().find(id);
    return role != access.roles().end() ? role->second.name : std::string{};
}

Json userForm(const AccessControl& access, const User& user)
{
    Json inEvents = Json::object();
    for (const auto& [event, role] : user.eventRoles) {
        inEvents[event.text()] = roleName(access, role);
    }
    return {{"id", user.id.text()},
            {"name", user.name},
            {"role", roleName(access, user.role)},
            {"in_events", inEvents},
            {"active", user.active},
            {"password", !user.sealedPassword.empty()},
            {"pin", !user.sealedPin.empty()}};
}

Result<void> mayEditUsers(Counter& counter)
{
    return counter.access().require(Permission::EditUsers);
}

Answer answerWithUser(Counter& counter, UserId id, const std::string& sentence)
{
    const AccessControl& access = counter.access();
    return {line(Json{{"user", userForm(access, access.users().at(id))}}), sentence, {}};
}

/// "Hamlet=door" as the event and the role's name, which is empty for "none".
Result<std::pair<EventId, std::string>> eventRoleIn(Counter& counter, const std::string& text)
{
    const auto equals = text.rfind('=');
    if (equals == std::string::npos || equals == 0) {
        return usageError("bad_event_role",
                          "--in takes EVENT=ROLE, such as Hamlet=door, or EVENT=none.", "--in");
    }
    const auto event = eventNamed(counter, text.substr(0, equals));
    if (!event) {
        return event.error();
    }
    const std::string role = text.substr(equals + 1);
    return std::pair{*event, role == "none" ? std::string{} : role};
}

void put(const SecretBytes& secret, std::optional<std::string>& password,
         std::optional<std::string>& pin)
{
    (isPinShaped(textOf(secret)) ? pin : password) = std::string{textOf(secret)};
}

Error unknownUser(const std::string& name)
{
    return refused("unknown_user",
                   "There is no user \"" + name + "\". foyer-cli user list names them.", "name");
}

} // namespace

Result<Answer> run(const UserAddCommand& command, Session& session)
{
    auto counter = session.open();
    if (!counter) {
        return std::move(counter).error();
    }
    if (auto may = mayEditUsers(**counter); !may) { // before anybody types a secret in vain
        return std::move(may).error();
    }
    const auto secret = askNewSecret("Password or six-digit PIN for " + command.name);
    if (!secret) {
        return secret.error();
    }
    std::optional<std::string> password;
    std::optional<std::string> pin;
    put(*secret, password, pin);
    NewUser user{command.name, command.role, password.value_or(""), pin.value_or("")};
    for (const std::string& text : command.inEvents) {
        const auto there = eventRoleIn(**counter, text);
        if (!there) {
            return there.error();
        }
        user.eventRoles.insert(*there);
    }
    const auto added = addUser(**counter, user);
    if (!added) {
        return added.error();
    }
    return answerWithUser(**counter, *added, command.name + " may sign in now.\n");
}

Result<Answer> run(const UserListCommand&, Session& session)
{
    auto counter = session.open();
    if (!counter) {
        return std::move(counter).error();
    }
    if (auto may = mayEditUsers(**counter); !may) {
        return std::move(may).error();
    }
    const AccessControl& access = (*counter)->access();
    Json users = Json::array();
    std::vector<std::vector<std::string>> cells;
    for (const auto& [id, user] : access.users()) {
        users.push_back(userForm(access, user));
        cells.push_back(
            {user.name, users.back()["role"].get<std::string>(), user.active ? "" : "disabled"});
    }
    return Answer{line(Json{{"users", users}}),
                  cells.empty() ? "Nobody has to sign in here yet. foyer-cli user add NAME --role "
                                  "administrator ends that.\n"
                                : columns(cells),
                  {}};
}

Result<Answer> run(const UserInviteCommand& command, Session& session)
{
    auto counter = session.open();
    if (!counter) {
        return std::move(counter).error();
    }
    if (auto may = mayEditUsers(**counter); !may) {
        return std::move(may).error();
    }
    const User* user = (*counter)->access().userNamed(command.name);
    if (user == nullptr) {
        return unknownUser(command.name);
    }
    const auto invited = invitationOf(**counter, user->id);
    if (!invited) {
        return invited.error();
    }
    const InvitationLetter letter = invitationLetter(*invited);
    return Answer{line(Json{{"subject", letter.subject}, {"text", letter.text}}),
                  letter.subject + "\n\n" + letter.text,
                  {}};
}

Result<Answer> run(const UserChangeCommand& command, Session& session)
{
    auto counter = session.open();
    if (!counter) {
        return std::move(counter).error();
    }
    if (auto may = mayEditUsers(**counter); !may) {
        return std::move(may).error();
    }
    const User* user = (*counter)->access().userNamed(command.name);
    if (user == nullptr) {
        return unknownUser(command.name);
    }
    const UserId id = user->id;
    UserChange change;
    if (!command.newName.empty()) {
        change.name = command.newName;
    }
    if (!command.role.empty()) {
        change.role = command.role;
    }
    for (const std::string& text : command.inEvents) {
        const auto there = eventRoleIn(**counter, text);
        if (!there) {
            return there.error();
        }
        change.eventRoles.insert(*there);
    }
    if (command.disable || command.enable) {
        change.active = command.enable;
    }
    if (command.secret) {
        const auto secret = askNewSecret("New password or six-digit PIN for " + command.name);
        if (!secret) {
            return secret.error();
        }
        put(*secret, change.password, change.pin);
    }
    if (auto changed = changeUser(**counter, id, change); !changed) {
        return std::move(changed).error();
    }
    return answerWithUser(**counter, id, command.name + " was changed.\n");
}

Result<Answer> run(const RoleListCommand&, Session& session)
{
    auto counter = session.open();
    if (!counter) {
        return std::move(counter).error();
    }
    if (auto may = mayEditUsers(**counter); !may) {
        return std::move(may).error();
    }
    Json roles = Json::array();
    std::string text;
    for (const auto& [id, role] : (*counter)->access().roles()) {
        Json permissions = Json::array();
        text += role.name + "\n";
        for (const Permission permission : allPermissions()) {
            if (role.may(permission)) {
                permissions.push_back(permissionName(permission));
                text += "  " + std::string{permissionName(permission)} + "\n";
            }
        }
        roles.push_back({{"id", id.text()},
                         {"name", role.name},
                         {"refund_up_to", limitForm(role.limits.refundMinor)},
                         {"discount_up_to", limitForm(role.limits.discountMilliPercent)},
                         {"permissions", permissions}});
    }
    return Answer{line(Json{{"roles", roles}}), text, {}};
}

Result<Answer> run(const RoleChangeCommand& command, Session& session)
{
    auto counter = session.open();
    if (!counter) {
        return std::move(counter).error();
    }
    const Role* known = (*counter)->access().roleNamed(command.name);
    if (known == nullptr) {
        return badInput("unknown_role",
                        "There is no role \"" + command.name +
                            "\". foyer-cli role list names them.",
                        "role");
    }
    Role role = *known;
    if (!command.refundUpTo.empty()) {
        const auto limit = refundLimitIn(**counter, command.refundUpTo);
        if (!limit) {
            return limit.error();
        }
        role.limits.refundMinor = *limit;
    }
    if (!command.discountUpTo.empty()) {
        const auto limit = discountLimitIn(command.discountUpTo);
        if (!limit) {
            return limit.error();
        }
        role.limits.discountMilliPercent = *limit;
    }
    for (const auto& [names, value] : {std::pair{&command.allow, true}, {&command.deny, false}}) {
        for (const std::string& name : *names) {
            const auto permission = permissionNamed(name);
            if (!permission) {
                return badInput("unknown_permission",
                                "There is no permission \"" + name +
                                    "\". foyer-cli role list names them.",
                                name);
            }
            role.permissions.set(static_cast<std::size_t>(*permission), value);
        }
    }
    if (auto changed = changeRole(**counter, role); !changed) {
        return std::move(changed).error();
    }
    return run(RoleListCommand{}, session);
}

} // namespace foyer::cli
