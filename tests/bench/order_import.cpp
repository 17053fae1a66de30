// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What an import of 100,000 attendees takes, by itself: order_import.

#include "tests/bench/import_figures.h"

#include <QCoreApplication>
#include <QTemporaryDir>

#include <algorithm>
#include <cstdio>

int main(int argc, char** argv)
{
    const QCoreApplication application{argc, argv};
    const QTemporaryDir folder;
    const auto rows = foyer::bench::measureOrderImport(folder.path().toStdString());
    for (const auto& row : rows) {
        std::printf("%-45s %10.1f %s (goal %.0f)\n", row.name.c_str(), row.figure, row.unit.c_str(),
                    row.goal);
    }
    return std::ranges::all_of(rows, &foyer::bench::Row::holds) ? 0 : 1;
}
