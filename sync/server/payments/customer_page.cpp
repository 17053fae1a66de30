// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/server/payments/customer_page.h"

#include <array>
#include <string>

namespace foyer::server {
namespace {

struct Words {
    const char* title;
    const char* text;
};

constexpr std::array<Words, 6> kEnglish{{
    {"One moment", "The page where you pay is being prepared."},
    {"One moment", "We are asking whether your payment has arrived."},
    {"Thank you", "Your payment has arrived. You get your tickets at the counter or by mail."},
    {"Not paid", "This payment has ended and nothing was taken. Please ask at the counter."},
    {"Please ask at the counter", "Somebody there has to look at your payment."},
    {"Not found", "There is no such payment. Please scan the code at the counter again."},
}};
constexpr std::array<Words, 6> kGerman{{
    {"Einen Augenblick", "Die Seite, auf der Sie zahlen, wird vorbereitet."},
    {"Einen Augenblick", "Wir fragen nach, ob Ihre Zahlung angekommen ist."},
    {"Vielen Dank",
     "Ihre Zahlung ist angekommen. Ihre Karten bekommen Sie an der Kasse oder per Mail."},
    {"Nicht bezahlt",
     "Diese Zahlung ist beendet, es wurde nichts abgebucht. Bitte fragen Sie an der Kasse."},
    {"Bitte fragen Sie an der Kasse", "Dort muss jemand nach Ihrer Zahlung sehen."},
    {"Nicht gefunden",
     "Es gibt keine solche Zahlung. Bitte lesen Sie den Code an der Kasse noch einmal."},
}};

constexpr const char* kStyle =
    "body{font:18px/1.5 system-ui,sans-serif;margin:0;min-height:100vh;display:grid;"
    "place-items:center;background:#f6f5f2;color:#1d1d1f}"
    "main{max-width:26rem;padding:2rem;text-align:center}h1{font-size:1.6rem;margin:0 0 .5rem}"
    "@media(prefers-color-scheme:dark){body{background:#18181a;color:#f2f2f2}}";

} // namespace

CustomerPage customerPageOf(const PaymentWork& work)
{
    return work.isSettled        ? CustomerPage::Paid
        : work.isEnded           ? CustomerPage::Ended
        : !work.held.empty()     ? CustomerPage::Held
        : work.reference.empty() ? CustomerPage::Preparing
                                 : CustomerPage::Checking;
}

Reply customerPage(CustomerPage page, std::string_view language)
{
    const bool isGerman = language.starts_with("de");
    const Words words = (isGerman ? kGerman : kEnglish).at(static_cast<std::size_t>(page));
    const bool asksAgain = page == CustomerPage::Preparing || page == CustomerPage::Checking;
    std::string text = std::string{"<!doctype html><html lang=\""} + (isGerman ? "de" : "en") +
        "\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" "
        "content=\"width=device-width,initial-scale=1\">";
    text += asksAgain ? "<meta http-equiv=\"refresh\" content=\"2\">" : "";
    text += std::string{"<title>"} + words.title + "</title><style>" + kStyle +
        "</style></head><body><main><h1>" + words.title + "</h1><p>" + words.text +
        "</p></main></body></html>";
    Reply reply;
    reply.status = page == CustomerPage::Unknown ? 404 : 200;
    reply.contentType = kHtml;
    reply.body.assign(text.begin(), text.end());
    // Its own few lines of style, and nothing else.
    reply.headers.emplace_back("Content-Security-Policy",
                               "default-src 'none'; style-src 'unsafe-inline'; "
                               "frame-ancestors 'none'; base-uri 'none'; form-action 'none'");
    return reply;
}

} // namespace foyer::server
