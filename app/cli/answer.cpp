// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/answer.h"

#include "app/cli/json_forms.h"

#include <nlohmann/json.hpp>

#include <cstdio>

namespace foyer::cli {
namespace {

constexpr int kSystemStatus = 4;

/// False where standard output took not all of it, as on a full disk: then the caller must not
/// believe it.
bool print(const std::string& text)
{
    return std::fwrite(text.data(), 1, text.size(), stdout) == text.size() &&
        std::fflush(stdout) == 0;
}

void complain(const Error& error)
{
    std::string line = "foyer-cli: " + error.message;
    if (!error.where.empty() && error.message.find(error.where) == std::string::npos) {
        line += " (" + error.where + ")";
    }
    line += '\n';
    std::fputs(line.c_str(), stderr);
}

int statusOfPrinting(bool printed, int status)
{
    if (printed) {
        return status;
    }
    std::fputs("foyer-cli: What was to be said could not be written to standard output; the "
               "command itself has ended.\n",
               stderr);
    return kSystemStatus;
}

} // namespace

int exitStatus(const Error& error)
{
    switch (error.kind) {
    case ErrorKind::Refused:
        return 1;
    case ErrorKind::Usage:
        return 2;
    case ErrorKind::BadInput:
        return 3;
    case ErrorKind::Storage:
        break;
    }
    return kSystemStatus;
}

int say(const Answer& answer, bool json)
{
    const int status = answer.complaint ? exitStatus(*answer.complaint) : 0;
    const bool printed = print(json ? answer.json + "\n" : answer.text);
    if (!json && answer.complaint) {
        complain(*answer.complaint);
    }
    return statusOfPrinting(printed, status);
}

int say(const Error& error, bool json)
{
    if (!json) {
        complain(error);
        return exitStatus(error);
    }
    const Json object{{"error", errorForm(error)}};
    return statusOfPrinting(print(line(object) + "\n"), exitStatus(error));
}

} // namespace foyer::cli
