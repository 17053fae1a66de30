// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/money/bank_port.h"

#include <optional>
#include <utility>

namespace foyer::test {

/// A bank account in memory: two lines that nobody was found for, and one transfer to be made.
class FakeBankPort final : public ui::BankPort {
public:
    static Money euros(std::int64_t minor) { return {minor, *Currency::fromCode("EUR")}; }

    ui::BankSnapshot all{{{"l1", "2026-11-30", euros(4'200), euros(4'200), "", "Ada Lovelace",
                           "Karten Hamlet"},
                          {"l2", "2026-11-29", euros(6'000), euros(1'000), "INV-AB-00017",
                           "Kay & Söhne", "Rechnung"}},
                         {{"r1", "AB-CDEFG-H", euros(2'600), "RF18539007547034", "Zoë Example",
                           "DE02120300000000202051"}}};
    std::optional<Error> refusal;
    std::optional<Error> readRefusal;
    bool isHeld = false; ///< then what is asked for is kept, and not answered
    Then<ui::BankSnapshot> held;
    std::vector<std::string> taken;
    std::vector<std::pair<std::string, std::string>> assigned;
    std::vector<std::string> sent;

    void read(Then<ui::BankSnapshot> then) override
    {
        if (isHeld) {
            held = std::move(then);
        } else if (readRefusal) {
            then(*readRefusal);
        } else {
            then(all);
        }
    }
    void take(const std::string& file, Then<ui::BankTaken> then) override
    {
        if (refusal) {
            then(*refusal);
            return;
        }
        taken.push_back(file);
        then(ui::BankTaken{5, 2, 1, 2, {euros(250)}});
    }
    void assign(const std::string& line, const std::string& to, Then<bool> then) override
    {
        if (refusal) {
            then(*refusal);
            return;
        }
        assigned.emplace_back(line, to);
        std::erase_if(all.lines, [&](const auto& each) { return each.id == line; });
        then(true);
    }
    void noteSent(const std::string& id, Then<bool> then) override
    {
        sent.push_back(id);
        all.due.clear();
        then(true);
    }
};

} // namespace foyer::test
