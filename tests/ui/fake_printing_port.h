// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tests/ui/fake_sell_port.h"
#include "ui/settings/printing_port.h"

#include <string>
#include <utility>
#include <vector>

namespace foyer::test {

/// Printers and jobs in memory, with the rules of the real thing.
class FakePrintingPort final : public ui::PrintingPort {
public:
    std::vector<Printer> all;
    std::vector<SpoolJob> queue;
    std::vector<std::pair<PrintJobId, ui::SpoolAct>> acts;
    std::vector<std::string> tested;

    void printers(Then<std::vector<Printer>> then) override { then(all); }
    void save(const Printer& printer, Then<bool> then) override
    {
        if (auto checked = checkPrinter(printer); !checked) {
            then(checked.error());
            return;
        }
        std::erase_if(all, [&](const Printer& each) { return each.name == printer.name; });
        all.push_back(printer);
        then(true);
    }
    void remove(const std::string& name, Then<bool> then) override
    {
        std::erase_if(all, [&](const Printer& each) { return each.name == name; });
        then(true);
    }
    void test(const std::string& name, Then<bool> then) override
    {
        tested.push_back(name);
        then(true);
    }
    void jobs(Then<std::vector<SpoolJob>> then) override { then(queue); }
    void act(PrintJobId job, ui::SpoolAct act, Then<bool> then) override
    {
        acts.emplace_back(job, act);
        then(true);
    }
};

inline SpoolJob spoolJob(std::uint8_t number, SpoolState state, const std::string& fault = {})
{
    SpoolJob job;
    job.id = idOf<PrintJobId>(number);
    job.printer = "Till 1";
    job.title = "Tickets AB-CDEFG-H";
    job.state = state;
    job.fault = fault;
    job.faultCode = fault.empty() ? "" : "a_code"; // none that the page knows by itself
    job.pages = {{1, std::nullopt, state}};
    return job;
}

} // namespace foyer::test
