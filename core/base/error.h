// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string>
#include <utility>
#include <vector>

namespace foyer {

/// What kind of "no" this is. The kind alone decides the exit status of foyer-cli and how a screen
/// shows it, so that neither has to know every code.
enum class ErrorKind {
    Refused,  ///< a rule says no: sold out, not permitted, already used (exit status 1)
    Usage,    ///< the command was put wrongly (exit status 2)
    BadInput, ///< a file, a message or a field cannot be taken as it is (exit status 3)
    Storage,  ///< disk, database, keychain, printer: the world around us (exit status 4)
};

/// A foreseen failure: a stable code for programs, a sentence for people, and where it was found.
struct Error {
    ErrorKind kind = ErrorKind::Refused;
    /// Stable, snake_case, never translated: "sold_out", "seat_taken", "database_newer".
    std::string code;
    /// One or two English sentences that say what happened and what to do next.
    std::string message;
    /// The field, JSON path, "line 12, column price" or file it concerns; empty if nothing in
    /// particular.
    std::string where;
    /// The facts named in the message, in its order, so that a translation can place them.
    std::vector<std::string> facts;

    friend bool operator==(const Error&, const Error&) = default;
};

/// Short forms, so that the place of a failure reads as one sentence.
inline Error refused(std::string code, std::string message, std::string where = {})
{
    return {ErrorKind::Refused, std::move(code), std::move(message), std::move(where), {}};
}
inline Error usageError(std::string code, std::string message, std::string where = {})
{
    return {ErrorKind::Usage, std::move(code), std::move(message), std::move(where), {}};
}
inline Error badInput(std::string code, std::string message, std::string where = {})
{
    return {ErrorKind::BadInput, std::move(code), std::move(message), std::move(where), {}};
}
inline Error storageError(std::string code, std::string message, std::string where = {})
{
    return {ErrorKind::Storage, std::move(code), std::move(message), std::move(where), {}};
}

} // namespace foyer
