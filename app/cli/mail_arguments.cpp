// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/definitions.h"

#include <CLI/CLI.hpp>

namespace foyer::cli {
namespace {

constexpr const char* kKindHelp =
    "confirmation, refund, changed, cancelled, reminder, receipt or bulletin";
constexpr const char* kLanguageHelp = "en, de, fr-CH …";

template <typename C>
Definition<C> defineForm(CLI::App& parent, Invocation& invocation, const char* name,
                         const char* description)
{
    auto defined = define<C>(parent, invocation, name, description);
    defined.app->add_option("KIND", defined.values->kind, kKindHelp)->required();
    defined.app->add_option("--language", defined.values->language, kLanguageHelp)
        ->capture_default_str();
    return defined;
}

void defineTemplates(CLI::App& mail, Invocation& invocation)
{
    define<MailTemplatesCommand>(mail, invocation, "templates",
                                 "List the mails that say something else than Foyer's own");
    define<MailNamesCommand>(mail, invocation, "names", "List what templates may name");
    CLI::App* form = mail.add_subcommand("template", "What a mail says");
    form->require_subcommand(1);
    defineForm<MailTemplateShowCommand>(*form, invocation, "show", "Show a mail's templates");
    const auto [set, values] =
        defineForm<MailTemplateSetCommand>(*form, invocation, "set", "Say it otherwise");
    set->add_option("--subject", values->subject, "The subject");
    set->add_option("--text", values->text, "A file with the plain text");
    set->add_option("--html", values->html,
                    "A file with what stands in the page; without one it is made of the text");
    defineForm<MailTemplateResetCommand>(*form, invocation, "reset", "Say it as Foyer does");
    defineForm<MailTemplatePreviewCommand>(*form, invocation, "preview",
                                           "Show how the mail would look, with an invented order");
}

} // namespace

void defineMail(CLI::App& app, Invocation& invocation)
{
    CLI::App* mail = app.add_subcommand("mail", "Mails to customers, which the server sends");
    mail->require_subcommand(1);
    const auto [settings, values] =
        define<MailSettingsCommand>(*mail, invocation, "settings",
                                    "Show which mails are sent, or change it");
    repeatable(settings->add_option("--send", values->send,
                                    "Send this kind when it is due; may be repeated"));
    repeatable(settings->add_option("--keep", values->keep, "Do not send this kind"));
    settings->add_option("--sender-name", values->senderName, "Whom mails are from");
    settings->add_option("--reply-to", values->replyTo, "The address that answers go to");
    settings->add_option("--language", values->language, "Of customers who have none");
    defineTemplates(*mail, invocation);
    const auto [send, order] =
        define<MailSendCommand>(*mail, invocation, "send",
                                "Mail an order's receipt or confirmation to its customer");
    send->add_option("CODE", order->code, "The order's code")->required();
    send->add_option("--what", order->what, "receipt or confirmation")->capture_default_str();
    const auto [buyers, bulletin] =
        define<MailBuyersCommand>(*mail, invocation, "buyers",
                                  "Write to everybody who has tickets of a performance");
    buyers
        ->add_option("PERFORMANCE", bulletin->performance,
                     "Its id, six or more characters of it, or its event's name")
        ->required();
    buyers->add_option("--subject", bulletin->subject, "The subject")->required();
    buyers
        ->add_option("--text", bulletin->text,
                     "A file with the text; an empty line begins a paragraph")
        ->required();
    const auto [address, known] =
        define<MailAddressCommand>(*mail, invocation, "address",
                                   "Say whether mails to an address came back, and whether "
                                   "bulletins are wanted there");
    address->add_option("ADDRESS", known->address, "The mail address")->required();
    address->add_flag("--allow", known->allow, "It is right after all: write to it again");
}

} // namespace foyer::cli
