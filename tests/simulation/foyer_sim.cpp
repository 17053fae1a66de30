// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

// foyer-sim [--seeds N] [--from S] [--steps N] [--fault NAME] [--tell]: simulates N bad days of a
// house with a server, one for each seed from S on, and looks whether anything is ever oversold,
// lost or different. The first failing seed is printed, and replays exactly.
//
// foyer-sim --self-check does every deliberate fault to Foyer, and succeeds where each is found
// within its number of seeds; and runs some seeds twice, which have to go the same way.

#include "tests/simulation/simulation.h"

#include <QCoreApplication>

#include <algorithm>
#include <charconv>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <string_view>

using namespace foyer::simulation;

namespace {

volatile std::sig_atomic_t currentSeed = 0;

struct Wanted {
    std::uint64_t from = 1;
    std::uint64_t seeds = 200;
    bool selfCheck = false;
    RunOptions options;
};

[[noreturn]] void usage()
{
    std::fputs("Usage: foyer-sim [--seeds N] [--from S] [--steps N] [--fault NAME] [--tell]\n"
               "       foyer-sim --self-check\n"
               "Faults:",
               stderr);
    for (const FaultName& fault : allFaults()) {
        std::fprintf(stderr, " %.*s", static_cast<int>(fault.name.size()), fault.name.data());
    }
    std::fputs("\n", stderr);
    std::exit(2);
}

template <typename T>
T numberIn(std::string_view text)
{
    T number{};
    const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (fault != std::errc{} || end != text.data() + text.size()) {
        usage();
    }
    return number;
}

Fault faultNamed(std::string_view name)
{
    const auto found = std::ranges::find(allFaults(), name, &FaultName::name);
    if (found == allFaults().end()) {
        usage();
    }
    return found->fault;
}

Wanted wantedOf(int count, char** arguments)
{
    Wanted wanted;
    for (int i = 1; i < count; ++i) {
        const std::string_view name = arguments[i];
        if (name == "--self-check") {
            wanted.selfCheck = true;
        } else if (name == "--tell") {
            wanted.options.tells = true;
        } else if (i + 1 == count) {
            usage();
        } else if (name == "--seeds") {
            wanted.seeds = numberIn<std::uint64_t>(arguments[++i]);
        } else if (name == "--from") {
            wanted.from = numberIn<std::uint64_t>(arguments[++i]);
        } else if (name == "--steps") {
            wanted.options.steps = numberIn<int>(arguments[++i]);
        } else if (name == "--fault") {
            wanted.options.fault = faultNamed(arguments[++i]);
        } else {
            usage();
        }
    }
    return wanted;
}

/// A promise that Foyer makes to itself was broken: say where the run was.
void sayWhichSeed(int signal)
{
    std::fprintf(stderr, "foyer-sim: seed %d ended the program\n", static_cast<int>(currentSeed));
    std::signal(signal, SIG_DFL);
    std::raise(signal);
}

RunResult runOf(const House& house, RunOptions options, std::uint64_t seed)
{
    options.seed = seed;
    currentSeed = static_cast<std::sig_atomic_t>(seed);
    return Simulation{house, options}.run();
}

bool findsFault(const House& house, const RunOptions& options, const FaultName& fault)
{
    RunOptions faulty = options;
    faulty.fault = fault.fault;
    for (int seed = 1; seed <= fault.seeds; ++seed) {
        const RunResult result = runOf(house, faulty, static_cast<std::uint64_t>(seed));
        if (!result.violation.empty()) {
            std::printf("PASS   : %.*s is found by seed %d of %d: %s\n",
                        static_cast<int>(fault.name.size()), fault.name.data(), seed, fault.seeds,
                        result.violation.c_str());
            return true;
        }
    }
    std::printf("FAIL!  : %.*s is not found within %d seeds\n", static_cast<int>(fault.name.size()),
                fault.name.data(), fault.seeds);
    return false;
}

int selfCheck(const House& house, const RunOptions& options)
{
    constexpr std::uint64_t kReplayed = 5;
    int failures = 0;
    for (const FaultName& fault : allFaults()) {
        failures += findsFault(house, options, fault) ? 0 : 1;
        std::fflush(stdout);
    }
    for (std::uint64_t seed = 1; seed <= kReplayed; ++seed) {
        const std::uint64_t once = runOf(house, options, seed).trace;
        const bool isSame = once == runOf(house, options, seed).trace &&
            once != runOf(house, options, seed + kReplayed).trace;
        std::printf("%s: seed %d goes the same way twice\n", isSame ? "PASS   " : "FAIL!  ",
                    static_cast<int>(seed));
        failures += isSame ? 0 : 1;
    }
    return failures == 0 ? 0 : 1;
}

int runSeeds(const House& house, const Wanted& wanted)
{
    std::map<std::string, int> done;
    for (std::uint64_t seed = wanted.from; seed < wanted.from + wanted.seeds; ++seed) {
        const RunResult result = runOf(house, wanted.options, seed);
        if (!result.violation.empty()) {
            std::printf("seed %llu: %s\nIt replays with: ./dev sim --from %llu --seeds 1 --tell\n",
                        static_cast<unsigned long long>(seed), result.violation.c_str(),
                        static_cast<unsigned long long>(seed));
            return 1;
        }
        for (const auto& [what, times] : result.done) {
            done[what] += times;
        }
    }
    for (const auto& [what, times] : done) {
        std::printf("%9d  %s\n", times, what.c_str());
    }
    std::printf("%llu seeds from %llu on: nothing was oversold, lost or different\n",
                static_cast<unsigned long long>(wanted.seeds),
                static_cast<unsigned long long>(wanted.from));
    return 0;
}

} // namespace

int main(int count, char** arguments)
{
    const QCoreApplication application{count, arguments};
    const Wanted wanted = wantedOf(count, arguments);
    std::signal(SIGABRT, sayWhichSeed);
    std::signal(SIGSEGV, sayWhichSeed);
    foyer::test::failing_disk::install();
    const House house;
    return wanted.selfCheck ? selfCheck(house, wanted.options) : runSeeds(house, wanted);
}
