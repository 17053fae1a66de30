// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/input_file.h"
#include "app/cli/json_forms.h"
#include "app/cli/run.h"
#include "app/cli/session.h"
#include "app/cli/text_forms.h"
#include "core/documents/mail/mail_writing.h"
#include "core/services/catalogue.h"
#include "core/services/branding.h"
#include "core/services/counter.h"
#include "core/services/house_mail.h"
#include "core/services/offer_cache.h"
#include "core/services/sales.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace foyer::cli {
namespace {

Result<MailKind> kindNamed(const std::string& text)
{
    const auto kind = mailKindNamed(text);
    return kind ? Result<MailKind>{*kind}
                : usageError("bad_mail_kind",
                             "There is no mail called " + text +
                                 ". There are confirmation, refund, changed, cancelled, reminder, "
                                 "receipt and bulletin.",
                             "KIND");
}

Json formOf(const MailSettings& settings)
{
    Json sends = Json::object();
    for (const MailKind kind : allMailKinds()) {
        if (isSentByItself(kind)) {
            sends[std::string{mailKindName(kind)}] = settings.isSent(kind);
        }
    }
    return {{"sends", sends},
            {"sender_name", settings.senderName},
            {"reply_to", settings.replyTo},
            {"language", settings.language}};
}

Answer answerWith(const MailSettings& settings)
{
    std::vector<std::vector<std::string>> cells;
    for (const MailKind kind : allMailKinds()) {
        if (isSentByItself(kind)) {
            cells.push_back({std::string{mailKindName(kind)},
                             settings.isSent(kind) ? "is sent" : "is not sent"});
        }
    }
    cells.push_back({"sender", settings.senderName.empty() ? "the house" : settings.senderName});
    cells.push_back({"answers go to", settings.replyTo.empty() ? "nobody" : settings.replyTo});
    cells.push_back({"language", settings.language.empty() ? "en" : settings.language});
    return {line(Json{{"mail", formOf(settings)}}), columns(cells), {}};
}

Result<void> setSends(MailSettings& settings, const std::vector<std::string>& kinds, bool sends)
{
    for (const std::string& name : kinds) {
        const auto kind = kindNamed(name);
        if (!kind) {
            return kind.error();
        }
        if (!isSentByItself(*kind)) {
            return usageError("bad_mail_kind", "A " + name + " is sent when somebody asks for it.",
                              "KIND");
        }
        settings.sends[*kind] = sends;
    }
    return {};
}

/// What the organizer says in a kind and language; nothing said: Foyer's own.
Result<MailTemplate> templateOf(Counter& counter, MailKind kind, const std::string& language)
{
    const auto all = mailTemplates(counter);
    if (!all) {
        return all.error();
    }
    const auto found = std::ranges::find_if(*all, [&](const MailTemplate& mail) {
        return mail.kind == kind && mail.language == language;
    });
    return found != all->end() ? *found : MailTemplate{kind, language, {}, {}, {}};
}

Answer answerWith(const MailTexts& mail)
{
    return {line(Json{
                {"mail", {{"subject", mail.subject}, {"text", mail.text}, {"html", mail.html}}}}),
            "Subject: " + mail.subject + "\n\n" + mail.text +
                (mail.html.empty() ? std::string{} : "\n" + mail.html),
            {}};
}

Answer done(const char* text)
{
    return {line(Json{{"mail", Json::object()}}), text, {}};
}

Result<std::optional<std::string>> fileNamed(const std::string& path)
{
    if (path.empty()) {
        return std::optional<std::string>{};
    }
    auto content = readInputFile(path);
    return content ? Result<std::optional<std::string>>{std::optional{*std::move(content)}}
                   : content.error();
}

} // namespace

Result<Answer> run(const MailSettingsCommand& command, Session& session)
{
    const auto counter = session.open();
    if (!counter) {
        return counter.error();
    }
    auto settings = mailSettings(**counter);
    if (!settings) {
        return std::move(settings).error();
    }
    const MailSettings before = *settings;
    for (const auto& [kinds, sends] :
         {std::pair{&command.send, true}, std::pair{&command.keep, false}}) {
        if (auto fine = setSends(*settings, *kinds, sends); !fine) {
            return std::move(fine).error();
        }
    }
    settings->senderName = command.senderName.value_or(settings->senderName);
    settings->replyTo = command.replyTo.value_or(settings->replyTo);
    settings->language = command.language.value_or(settings->language);
    if (*settings != before) {
        if (auto set = setMailSettings(**counter, *settings); !set) {
            return std::move(set).error();
        }
    }
    return answerWith(*settings);
}

Result<Answer> run(const MailTemplatesCommand&, Session& session)
{
    const auto counter = session.open();
    if (!counter) {
        return counter.error();
    }
    const auto all = mailTemplates(**counter);
    if (!all) {
        return all.error();
    }
    Json forms = Json::array();
    std::vector<std::vector<std::string>> cells;
    for (const MailTemplate& mail : *all) {
        const std::string kind{mailKindName(mail.kind)};
        forms.push_back({{"kind", kind}, {"language", mail.language}});
        cells.push_back({kind, mail.language});
    }
    return Answer{line(Json{{"templates", forms}}),
                  cells.empty() ? "All mails are Foyer's own.\n" : columns(cells),
                  {}};
}

Result<Answer> run(const MailNamesCommand&, Session&)
{
    Json forms = Json::array();
    std::vector<std::vector<std::string>> cells;
    for (const MailWordName& name : mailWordNames()) {
        const std::string within{name.within};
        forms.push_back({{"name", std::string{name.name}},
                         {"within", within},
                         {"list", name.isList},
                         {"says", std::string{name.says}}});
        cells.push_back({(name.isList ? "{{#" : "{{") + std::string{name.name} + "}}",
                         within.empty() ? within : "in " + within, std::string{name.says}});
    }
    return Answer{line(Json{{"names", forms}}), columns(cells), {}};
}

Result<Answer> run(const MailTemplateShowCommand& command, Session& session)
{
    const auto kind = kindNamed(command.kind);
    const auto counter = kind ? session.open() : Result<Counter*>{kind.error()};
    if (!counter) {
        return counter.error();
    }
    const auto own = templateOf(**counter, *kind, command.language);
    if (!own) {
        return own.error();
    }
    return answerWith(mailFormsOf(*kind, command.language, &*own));
}

Result<Answer> run(const MailTemplateSetCommand& command, Session& session)
{
    const auto kind = kindNamed(command.kind);
    const auto text = fileNamed(command.text);
    const auto html = text ? fileNamed(command.html) : text;
    if (!kind || !html) {
        return kind ? html.error() : kind.error();
    }
    const auto counter = session.open();
    if (!counter) {
        return counter.error();
    }
    auto mail = templateOf(**counter, *kind, command.language);
    if (!mail) {
        return std::move(mail).error();
    }
    mail->subject = command.subject ? command.subject : mail->subject;
    mail->text = *text ? *text : mail->text;
    mail->html = *html ? *html : mail->html;
    if (auto set = setMailTemplate(**counter, *mail); !set) {
        return std::move(set).error();
    }
    return answerWith(mailFormsOf(*kind, command.language, &*mail));
}

Result<Answer> run(const MailTemplateResetCommand& command, Session& session)
{
    const auto kind = kindNamed(command.kind);
    const auto counter = kind ? session.open() : Result<Counter*>{kind.error()};
    if (!counter) {
        return counter.error();
    }
    const auto set = setMailTemplate(**counter, {*kind, command.language, {}, {}, {}});
    return set ? Result<Answer>{done("This mail is Foyer's own again.\n")} : set.error();
}

Result<Answer> run(const MailTemplatePreviewCommand& command, Session& session)
{
    const auto kind = kindNamed(command.kind);
    const auto counter = kind ? session.open() : Result<Counter*>{kind.error()};
    if (!counter) {
        return counter.error();
    }
    const auto own = templateOf(**counter, *kind, command.language);
    if (!own) {
        return own.error();
    }
    const auto& house = (*counter)->offers().organizer();
    MailHead head{house ? house->name : "", houseStyle(**counter), {}};
    head.logoAddress = head.style.logo ? logoInPage(*head.style.logo) : "";
    const MailWords words = sampleMailWords(head.organizer, command.language);
    return answerWith(
        writtenMail(mailFormsOf(*kind, command.language, &*own), words, command.language, head));
}

Result<Answer> run(const MailSendCommand& command, Session& session)
{
    const auto kind = kindNamed(command.what);
    const auto counter = kind ? session.open() : Result<Counter*>{kind.error()};
    if (!counter) {
        return counter.error();
    }
    const auto order = findOrder(**counter, command.code);
    if (!order) {
        return order.error();
    }
    const auto asked = askForMail(**counter, order->id, *kind);
    return asked ? Result<Answer>{done("The server sends it as soon as it hears of it.\n")}
                 : asked.error();
}

Result<Answer> run(const MailBuyersCommand& command, Session& session)
{
    const auto text = readInputFile(command.text);
    const auto counter = text ? session.open() : Result<Counter*>{text.error()};
    if (!counter) {
        return counter.error();
    }
    const auto performance = performanceNamed(**counter, command.performance);
    if (!performance) {
        return performance.error();
    }
    const auto asked = askForBulletin(**counter, *performance, command.subject, *text);
    return asked ? Result<Answer>{done("The server writes to them as soon as it hears of it.\n")}
                 : asked.error();
}

} // namespace foyer::cli
