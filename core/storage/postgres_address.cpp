// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/postgres_address.h"

#include "core/storage/database.h"

#include <libpq-fe.h>

#include <memory>

namespace foyer {
namespace {

struct FreeOptions {
    void operator()(PQconninfoOption* options) const { PQconninfoFree(options); }
};

/// "postgresql://user@host:5433/name"; a host that is a folder of sockets stays as it is.
std::string shownForm(const PostgresAddress& address)
{
    const auto after = [&](const char* mark, const std::string& name) {
        const std::string value = address.get(name);
        return value.empty() ? std::string{} : mark + value;
    };
    const std::string user = address.get("user");
    return "postgresql://" + (user.empty() ? user : user + "@") + address.get("host") +
        after(":", "port") + after("/", "dbname");
}

} // namespace

PostgresAddress PostgresAddress::parse(const std::string& url)
{
    char* message = nullptr;
    const std::unique_ptr<PQconninfoOption, FreeOptions> options{
        PQconninfoParse(url.c_str(), &message)};
    if (!options) {
        // What libpq says may hold the whole address, password and all.
        PQfreemem(message);
        throw StorageFailure{storageError(
            "bad_database_address",
            "The address of the database cannot be read. It has the form "
            "postgresql://user@host:5432/name, with % and two digits for special characters.")};
    }
    PostgresAddress address;
    address.parameters = {{"application_name", "foyer"}, {"connect_timeout", "10"},
                          {"keepalives_idle", "10"},     {"keepalives_interval", "5"},
                          {"keepalives_count", "3"},     {"tcp_user_timeout", "30000"}};
    for (const PQconninfoOption* option = options.get(); option->keyword != nullptr; ++option) {
        if (option->val != nullptr) {
            address.parameters[option->keyword] = option->val;
        }
    }
    // The store writes UTF-8, whatever the database's default for others is.
    address.parameters["client_encoding"] = "UTF8";
    address.shown = shownForm(address);
    return address;
}

std::string PostgresAddress::get(const std::string& name) const
{
    const auto found = parameters.find(name);
    return found != parameters.end() ? found->second : std::string{};
}

} // namespace foyer
