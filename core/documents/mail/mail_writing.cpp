// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/documents/mail/mail_writing.h"

#include "core/base/ensure.h"
#include "core/documents/tickets/local_text.h"

#include <QFile>

#include <algorithm>
#include <array>

// Resources of a static library are registered by name, and only from outside any namespace.
static void registerMailTexts()
{
    Q_INIT_RESOURCE(foyer_mail);
}

namespace foyer {
namespace {

constexpr std::string_view kPageHead =
    "<!DOCTYPE html>\n<html lang=\"{{language}}\" dir=\"{{direction}}\">\n<head>\n"
    "<meta charset=\"utf-8\">\n"
    "<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">\n"
    "<meta name=\"color-scheme\" content=\"light dark\">\n<title>{{title}}</title>\n</head>\n"
    "<body style=\"margin:0;padding:16px;font-family:Inter,'Helvetica Neue',Arial,sans-serif;"
    "font-size:16px;line-height:1.5\">\n<div style=\"max-width:600px;margin:0 auto\">\n";
constexpr std::string_view kPageLogo =
    "<div style=\"background:#ffffff;padding:12px 16px\"><img src=\"{{logo}}\" alt=\"{{alt}}\" "
    "width=\"{{width}}\" height=\"{{height}}\" style=\"display:block;border:0\"></div>\n";
constexpr std::string_view kPageBar =
    "<div style=\"background:{{colour}};color:{{ink}};padding:8px 16px;margin:0 0 24px;"
    "font-weight:600\">{{organizer}}</div>\n";
constexpr std::int64_t kLogoHeight = 48; ///< pixels of a page
constexpr std::string_view kPageFoot =
    "{{#address}}<p style=\"margin-top:24px;padding-top:8px;border-top:1px solid #b4bcc6;"
    "font-size:14px\">{{organizer}}, {{address}}</p>\n{{/address}}"
    "{{#promoters}}<p style=\"margin:0;font-size:14px\">{{promoter}}</p>\n{{/promoters}}"
    "</div>\n</body>\n</html>\n";
constexpr std::string_view kTextFoot = "{{#promoters}}\n{{promoter}}\n{{/promoters}}";
constexpr std::string_view kParagraph = "<p style=\"margin:0 0 16px;white-space:pre-line\">"
                                        "{{paragraph}}</p>\n";

std::string filled(std::string_view form, const MailWords& words)
{
    return filledIn(std::string{form}, words, MailMarkup::Html);
}

/// The part of a file of texts between its line "--- NAME" and the next such line.
std::string partOf(const std::string& file, const std::string& name)
{
    const std::string head = "--- " + name + '\n';
    const std::size_t at = file.find(head);
    ENSURE(at != std::string::npos);
    const std::size_t from = at + head.size();
    const std::size_t next = file.find("\n--- ", from - 1);
    return file.substr(from, next == std::string::npos ? next : next + 1 - from);
}

std::string withoutEnd(std::string line)
{
    while (!line.empty() && line.back() == '\n') {
        line.pop_back();
    }
    return line;
}

/// A page of a text that has none: its paragraphs.
std::string pageOf(const std::string& text)
{
    std::string page;
    std::size_t at = 0;
    while (at < text.size()) {
        const std::size_t end = std::min(text.find("\n\n", at), text.size());
        const std::string paragraph = withoutEnd(text.substr(at, end - at));
        if (!paragraph.empty()) {
            page += filled(kParagraph, {.texts = {{"paragraph", paragraph}}, .lists = {}});
        }
        at = end + 2;
    }
    return page;
}

/// The text for somebody who reads a language, or else any that there is.
std::string altIn(const HouseLogo& logo, const std::string& language, const std::string& otherwise)
{
    for (const std::string& each : {language, language.substr(0, language.find('-'))}) {
        if (const auto found = logo.alt.find(each); found != logo.alt.end()) {
            return found->second;
        }
    }
    return logo.alt.empty() ? otherwise : logo.alt.begin()->second;
}

std::string headOf(const MailHead& head, const std::string& language)
{
    const HouseStyle& style = head.style;
    const bool hasLogo = style.logo != nullptr && !head.logoAddress.empty();
    if (!hasLogo && !style.colours.main) {
        return {};
    }
    std::string page;
    if (hasLogo) {
        const PictureSize size = style.logo->size;
        const std::int64_t width =
            std::max<std::int64_t>(1, kLogoHeight * size.width / size.height);
        page += filled(kPageLogo,
                       {.texts = {{"logo", head.logoAddress},
                                  {"alt", altIn(*style.logo, language, head.organizer)},
                                  {"width", std::to_string(width)},
                                  {"height", std::to_string(kLogoHeight)}},
                        .lists = {}});
    }
    return page +
        filled(kPageBar,
               {.texts = {{"colour", colourText(mainColour(style.colours))},
                          {"ink", colourText(textOnMain(style.colours))},
                          {"organizer", head.organizer}},
                .lists = {}});
}

} // namespace

std::vector<std::string> mailLanguages()
{
    return {"en", "de"};
}

std::string mailLanguageFor(const std::string& language)
{
    return language.substr(0, language.find('-')) == "de" ? "de" : "en";
}

MailTexts builtInMail(MailKind kind, const std::string& language)
{
    return builtInMailNamed(mailKindName(kind), language);
}

MailTexts builtInMailNamed(std::string_view name, const std::string& language)
{
    static const bool isRegistered = (registerMailTexts(), true);
    ENSURE(isRegistered);
    QFile file{QStringLiteral(":/mail/%1/%2.mail")
                   .arg(QString::fromStdString(mailLanguageFor(language)),
                        QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size())))};
    ENSURE(file.open(QIODevice::ReadOnly));
    const std::string texts = file.readAll().toStdString();
    return {withoutEnd(partOf(texts, "subject")), partOf(texts, "text"), partOf(texts, "html")};
}

MailTexts mailFormsOf(MailKind kind, const std::string& language, const MailTemplate* own)
{
    MailTexts forms = builtInMail(kind, language);
    if (own != nullptr) {
        forms.subject = own->subject.value_or(forms.subject);
        forms.html = own->html.value_or(own->text ? std::string{} : forms.html);
        forms.text = own->text.value_or(forms.text);
    }
    return forms;
}

MailTexts writtenMail(const MailTexts& forms, const MailWords& words, const std::string& language,
                      const MailHead& head)
{
    MailTexts mail;
    mail.subject = filledIn(forms.subject, words, MailMarkup::Plain);
    mail.text = filledIn(forms.text, words, MailMarkup::Plain) +
        filledIn(std::string{kTextFoot}, words, MailMarkup::Plain);
    MailWords page = words;
    page.texts["language"] = language;
    page.texts["direction"] = LocalText{localeFor(language)}.isRightToLeft() ? "rtl" : "ltr";
    page.texts["title"] = mail.subject;
    mail.html = filled(kPageHead, page) + headOf(head, language) +
        (forms.html.empty() ? pageOf(mail.text) : filled(forms.html, words)) +
        filled(kPageFoot, page);
    return mail;
}

std::string logoInPage(const HouseLogo& logo)
{
    const auto size = static_cast<qsizetype>(logo.file.size());
    const QByteArray bytes{reinterpret_cast<const char*>(logo.file.data()), size};
    return "data:" + std::string{pictureMediaType(logo.format)} + ";base64," +
        bytes.toBase64().toStdString();
}

std::string localeFor(const std::string& language)
{
    return language.empty() || language == "en" ? "en-GB" : language;
}

std::string inOneLine(const std::string& lines)
{
    std::string line;
    for (const char c : lines) {
        line += c == '\n' ? std::string{", "} : std::string{c};
    }
    return line;
}

MailWords sampleMailWords(const std::string& organizer, const std::string& language)
{
    const LocalText local{localeFor(language)};
    const Instant start{1'796'495'400'000}; // a Saturday in December 2026, 19:30 in Berlin
    const std::string zone = "Europe/Berlin";
    const auto money = [&](std::int64_t minor) {
        return local.money(Money{minor, *Currency::fromCode("EUR")});
    };
    const auto ticket = [&](const std::string& place) {
        return MailWords{.texts = {{"place", place}, {"type", "Adult"}, {"price", money(2'400)}},
                         .lists = {}};
    };
    MailWords performance{.texts = {{"event", "The Cherry Orchard"},
                                    {"subtitle", "Comedy in four acts"},
                                    {"date", local.date(start, zone)},
                                    {"time", local.time(start, zone)},
                                    {"doors", local.time({start.ms - 2'700'000}, zone)},
                                    {"venue", "Main stage"},
                                    {"venue_address", "1 Theatre Square"},
                                    {"count", "2"},
                                    {"old_date", local.date({start.ms - 86'400'000}, zone)}},
                          .lists = {
                              {"tickets", {ticket("Row 4, seat 11"), ticket("Row 4, seat 12")}}}};
    return {.texts = {{"customer", "Kim <Example> & Co"},
                      {"organizer", organizer},
                      {"address", "1 Theatre Square"},
                      {"reply_to", "box@example.org"},
                      {"order", "A1-7KQ-42"},
                      {"placed", local.date({start.ms - 864'000'000}, zone)},
                      {"total", money(4'800)},
                      {"refunded", money(2'400)},
                      {"tickets_attached", "1"},
                      {"unsubscribe", "https://box.example.org/v1/unsubscribe/example"},
                      {"title", "News"}},
            .lists = {{"performances", {std::move(performance)}},
                      {"lines",
                       {{.texts = {{"what", "2 × Adult"}, {"amount", money(4'800)}}, .lists = {}}}},
                      {"paragraphs",
                       {{.texts = {{"paragraph", "The bar opens at six."}}, .lists = {}}}}}};
}

} // namespace foyer
