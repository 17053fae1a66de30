// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/definitions.h"

#include <CLI/CLI.hpp>

namespace foyer::cli {

void definePayments(CLI::App& app, Invocation& invocation)
{
    constexpr std::int64_t kSecondsMax = 24LL * 60 * 60;
    CLI::App* payment = app.add_subcommand("payment", "Money that a provider takes for an order");
    payment->require_subcommand(1);
    const auto [status, shown] =
        define<PaymentStatusCommand>(*payment, invocation, "status", "How its payments stand");
    status->add_option("ORDER", shown->order, "The order's code")->required();
    const auto [cancel, cancelled] =
        define<PaymentCancelCommand>(*payment, invocation, "cancel",
                                     "Say that the money is not wanted any more");
    cancel->add_option("ORDER", cancelled->order, "The order's code")->required();
    const auto [wait, waited] =
        define<PaymentWaitCommand>(*payment, invocation, "wait",
                                   "Wait until the money has come, or will not come");
    wait->add_option("ORDER", waited->order, "The order's code")->required();
    wait->add_option("--seconds", waited->seconds, "At most so long")
        ->check(CLI::Range(std::int64_t{0}, kSecondsMax))
        ->capture_default_str();
    const auto [instead, taken] =
        define<PaymentInsteadCommand>(*payment, invocation, "instead",
                                      "Take another payment for one that did not come");
    instead->add_option("ORDER", taken->order, "The order's code")->required();
    instead
        ->add_option("--pay", taken->payment,
                     "cash=AMOUNT, card=AMOUNT:RECEIPT, gift:CODE=AMOUNT, online, reader:…")
        ->required();
    instead->add_flag("--insist", taken->insist,
                      "Although it may still come: it then goes back by itself");
    instead->add_option("--request", taken->request,
                        "A UUID of your own: repeated with it, nothing is taken twice");
    define<PaymentMethodsCommand>(*payment, invocation, "methods",
                                  "Which providers and readers the house has");
    define<PaymentTroublesCommand>(*payment, invocation, "troubles",
                                   "What does not go on by itself: held, refunds that failed, "
                                   "disputes");
    const auto [retry, retried] =
        define<PaymentRetryCommand>(*payment, invocation, "retry",
                                    "Somebody has looked: it goes on, refunds are tried again");
    retry->add_option("PAYMENT", retried->payment, "Its id, as troubles says it")->required();
    define<ReconcileCommand>(*payment, invocation, "reconcile",
                             "Compare the books with the providers' accounts now");
    define<SettlementCasesCommand>(*payment, invocation, "cases",
                                   "Where the books and the providers' accounts do not fit");
    const auto [end, ended] = define<SettlementCaseEndCommand>(*payment, invocation, "end-case",
                                                               "Say why a case is all right");
    end->add_option("PROVIDER", ended->provider, "As cases says it")->required();
    end->add_option("KIND", ended->kind, "As cases says it")->required();
    end->add_option("SUBJECT", ended->subject, "As cases says it")->required();
    end->add_option("--note", ended->note, "Why; kept with the case")->required();
    defineReconciliationReport(*payment, invocation);
}

} // namespace foyer::cli
