// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/cli/arguments.h"
#include "app/cli/run.h"

#include <CLI/CLI.hpp>

#include <memory>
#include <string>

namespace foyer::cli {

/// Whether a command makes documents whatever its options say.
template <typename C>
inline constexpr bool kMakesDocuments = false;
template <>
inline constexpr bool kMakesDocuments<KitCommand> = true;
template <>
inline constexpr bool kMakesDocuments<PrinterTestCommand> = true;
template <>
inline constexpr bool kMakesDocuments<PrintCommand> = true;
template <>
inline constexpr bool kMakesDocuments<ReprintCommand> = true;
template <>
inline constexpr bool kMakesDocuments<SpoolActCommand> = true;

/// Others do where they were given the name of a PDF.
template <typename C>
bool makesDocuments(const C& values)
{
    if constexpr (requires { values.pdf.empty(); }) {
        return kMakesDocuments<C> || !values.pdf.empty();
    } else {
        return kMakesDocuments<C>;
    }
}

/// A command of the line and the struct that its options are read into.
template <typename C>
struct Definition {
    CLI::App* app;
    std::shared_ptr<C> values;
};

template <typename C>
Definition<C> define(CLI::App& parent, Invocation& invocation, const std::string& name,
                     const std::string& description)
{
    auto values = std::make_shared<C>();
    CLI::App* app = parent.add_subcommand(name, description);
    app->callback([&invocation, values] {
        invocation.command = {[values](Session& session) { return run(*values, session); },
                              makesDocuments(*values)};
    });
    return {app, std::move(values)};
}

/// An option that may be repeated and takes one value each time, so that it swallows no argument
/// after it.
inline void repeatable(CLI::Option* option)
{
    option->allow_extra_args(false);
}

/// customer.
void defineCustomers(CLI::App& app, Invocation& invocation);
/// import, export.
void defineImports(CLI::App& app, Invocation& invocation);
/// printer, print, spool, drawer.
void definePrinting(CLI::App& app, Invocation& invocation);
/// gift-card, invoice.
void defineWorth(CLI::App& app, Invocation& invocation);
/// bank.
void defineBank(CLI::App& app, Invocation& invocation);
/// payment.
void definePayments(CLI::App& app, Invocation& invocation);
/// payout, commission.
void definePayouts(CLI::App& app, Invocation& invocation);
/// What payment says of the reconciliation.
void defineReconciliationReport(CLI::App& payment, Invocation& invocation);
/// mass-return.
void defineMassReturns(CLI::App& app, Invocation& invocation);
/// report.
void defineReports(CLI::App& app, Invocation& invocation);
/// promo, bundle, event-currency, donation-tax.
void defineDeals(CLI::App& app, Invocation& invocation);
/// event.
void defineEvents(CLI::App& app, Invocation& invocation);
/// What an event has besides: its categories, types, prices, fees and limits.
void defineEventParts(CLI::App& event, Invocation& invocation);
/// venue, tax.
void defineVenues(CLI::App& app, Invocation& invocation);
/// plan.
void definePlans(CLI::App& app, Invocation& invocation);
/// mail.
void defineMail(CLI::App& app, Invocation& invocation);
/// notice.
void defineNotices(CLI::App& app, Invocation& invocation);
/// picture.
void definePictures(CLI::App& app, Invocation& invocation);
/// till.
void defineTill(CLI::App& app, Invocation& invocation);
/// gate, door.
void defineDoor(CLI::App& app, Invocation& invocation);
/// orders, history, refund, exchange, reissue, reprint, order-customer, pickup.
void defineAfterSale(CLI::App& app, Invocation& invocation);
/// server.
void defineServer(CLI::App& app, Invocation& invocation);
/// incidents.
void defineIncidents(CLI::App& app, Invocation& invocation);
/// hold, reserve, collect, wait.
void defineHolds(CLI::App& app, Invocation& invocation);

} // namespace foyer::cli
