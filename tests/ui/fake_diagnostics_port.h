// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/settings/diagnostics_port.h"

#include <optional>
#include <string>
#include <utility>

namespace foyer::test {

/// A joined counter; what takes long goes on until the test ends it.
class FakeDiagnosticsPort final : public ui::DiagnosticsPort {
public:
    ui::DiagnosisShown shown = joined();
    std::optional<Error> refusal; ///< of a read
    int syncs = 0;
    int cancels = 0;
    std::string file;
    Progress progress;
    Then<ui::JournalChecked> checked;
    Then<bool> written;

    static ui::DiagnosisShown joined()
    {
        ui::DiagnosisShown shown;
        shown.server.url = "https://box.example.org:8443";
        shown.server.isOnline = true;
        shown.server.unsent = 3;
        shown.server.position = 4'711;
        shown.server.contactAt = Instant{1'795'435'200'000};
        shown.server.here = ui::HeldHere{12, 0};
        shown.server.roundTripMs = 34;
        shown.server.clockAheadMs = 7'200;
        shown.pin = "q83vEjRWeJCrze8SNFZ4kKvN7xI0VniQq83vEjRWeJA";
        shown.device = "0199d5c3-5b3e-7c21-9a4e-0b6f6f0a1c11";
        shown.counter = "0199d5c3-5b3e-7c21-9a4e-0b6f6f0a1c12";
        shown.entries = 1'204;
        shown.database = "/home/box/.local/share/foyer/foyer.db";
        shown.databaseBytes = 5'242'880;
        shown.versions = {{"Foyer", "0.1.0"}, {"Qt", "6.4.2"}, {"SQLite", "3.40.1"}};
        return shown;
    }

    void read(Then<ui::DiagnosisShown> then) override { refusal ? then(*refusal) : then(shown); }
    void syncNow() override { ++syncs; }
    void checkJournal(Progress step, Then<ui::JournalChecked> then) override
    {
        progress = std::move(step);
        checked = std::move(then);
    }
    void exportBundle(const std::string& to, Progress step, Then<bool> then) override
    {
        file = to;
        progress = std::move(step);
        written = std::move(then);
    }
    void cancel() override { ++cancels; }
};

} // namespace foyer::test
