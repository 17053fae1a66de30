// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/definitions.h"

#include <CLI/CLI.hpp>

namespace foyer::cli {
namespace {

void defineChoice(CLI::App& notice, Invocation& invocation)
{
    const auto [choose, choice] =
        define<NoticeChooseCommand>(notice, invocation, "choose",
                                    "Choose what you are told of; all stands for every kind");
    repeatable(choose->add_option("--app", choice->app, "Show this kind in the window"));
    repeatable(choose->add_option("--no-app", choice->noApp, "Do not show it"));
    repeatable(choose->add_option("--mail", choice->mail, "Mail this kind"));
    repeatable(choose->add_option("--no-mail", choice->noMail, "Do not mail it"));
    choose->add_option("--address", choice->address, "Where mails go");
    choose->add_option("--language", choice->language, "That mails are in: en, de …");
    define<NoticeShowChoiceCommand>(notice, invocation, "show-choice",
                                    "What you are told of, and how");
}

} // namespace

void defineNotices(CLI::App& app, Invocation& invocation)
{
    CLI::App* notice =
        app.add_subcommand("notice",
                           "What staff is told of: sold_out, low_stock, payment_failed, incident, "
                           "sync_silent");
    notice->require_subcommand(1);
    const auto [list, of] =
        define<NoticeListCommand>(*notice, invocation, "list", "The latest, the latest first");
    list->add_option("--limit", of->limit, "At most so many")
        ->check(CLI::Range(1, 1'000))
        ->capture_default_str();
    list->add_flag("--open", of->isOpenOnly, "Only those that are not over");
    list->add_flag("--unread", of->isUnreadOnly, "Only those that you have not read");
    define<NoticeReadCommand>(*notice, invocation, "read",
                              "Note that you have read them, at this computer");
    define<NoticeLookCommand>(*notice, invocation, "look",
                              "Look now, as the window does each minute where there is no server");
    defineChoice(*notice, invocation);
    const auto [limits, set] =
        define<NoticeLimitsCommand>(*notice, invocation, "limits",
                                    "When the house is told of what, or change it");
    limits->add_option("--places", set->places, "So many places left are few; 0: never");
    limits->add_option("--percent", set->percent, "Such a part left is little; 0: never");
    limits->add_option("--silent", set->silent, "So many minutes a counter at work may be silent");
}

} // namespace foyer::cli
