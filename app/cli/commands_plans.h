// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <optional>
#include <string>

namespace foyer::cli {

/// Plans are named as lists show them, or by their id.

struct PlanImportCommand {
    std::string file;
    std::string name; ///< instead of the plan's own; empty: that
};
struct PlanListCommand {
    bool all = false; ///< archived ones, too
};
struct PlanShowCommand {
    std::string plan;
};
struct PlanExportCommand {
    std::string plan;
    std::string format; ///< "pretix", "seatsio"
    std::string file;   ///< empty: standard output
};
struct PlanRenameCommand {
    std::string plan;
    std::string name;
};
struct PlanDuplicateCommand {
    std::string plan;
    std::string name;
};
struct PlanArchiveCommand {
    std::string plan;
    bool undo = false;
};
/// The picture that is drawn over; what is not said stays as it is.
struct PlanBackgroundCommand {
    std::string plan;
    std::string picture; ///< a file, or the beginning of a picture's hash; empty: the one it has
    bool isNone = false;
    std::optional<double> left;
    std::optional<double> top;
    std::optional<double> width;
    std::optional<int> opacity; ///< in percent
    std::string shown;          ///< "yes", "no"; empty: as it is
};
struct PlanChangeCommand {
    std::string plan;
    std::string file;
    bool dryRun = false;
};
struct PlanCheckCommand {
    std::string file; ///< or, where there is no such file, a stored plan
};

} // namespace foyer::cli
