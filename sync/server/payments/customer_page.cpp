// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/server/payments/customer_page.h"

#include "core/documents/drawing/qr_code.h"
#include "core/domain/sales/iban.h"

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
    "dl{margin:1rem 0;text-align:left}dt{font-size:.8rem;opacity:.7}"
    "dd{margin:0 0 .6rem;font-weight:600;overflow-wrap:anywhere}"
    "svg{width:13rem;height:13rem;border-radius:.5rem}"
    "@media(prefers-color-scheme:dark){body{background:#18181a;color:#f2f2f2}}";

/// What the page of a transfer says.
struct TransferWords {
    const char* title;
    const char* text;
    const char* scan;
    const char* holder;
    const char* iban;
    const char* bic;
    const char* amount;
    const char* reference;
    const char* after;
};
constexpr TransferWords kEnglishTransfer{
    "Pay by bank transfer",
    "Transfer this amount with exactly this reference: by it we know what you have paid for.",
    "Most banks' apps read this code and fill in the transfer.",
    "Recipient",
    "IBAN",
    "BIC",
    "Amount",
    "Reference",
    "Your tickets come once the money has arrived. That takes one or two working days."};
constexpr TransferWords kGermanTransfer{
    "Per Überweisung zahlen",
    "Überweisen Sie diesen Betrag mit genau diesem Verwendungszweck: daran erkennen wir, was Sie "
    "bezahlt haben.",
    "Die meisten Banking-Apps lesen diesen Code und füllen die Überweisung aus.",
    "Empfänger",
    "IBAN",
    "BIC",
    "Betrag",
    "Verwendungszweck",
    "Ihre Karten kommen, sobald das Geld da ist. Das dauert ein bis zwei Werktage."};

std::string escaped(std::string_view text)
{
    std::string out;
    for (const char c : text) {
        switch (c) {
        case '&':
            out += "&amp;";
            break;
        case '<':
            out += "&lt;";
            break;
        case '>':
            out += "&gt;";
            break;
        case '"':
            out += "&quot;";
            break;
        case '\'':
            out += "&#39;";
            break;
        default:
            out += c;
        }
    }
    return out;
}

std::string field(const char* name, std::string_view value)
{
    return value.empty() ? std::string{}
                         : std::string{"<dt>"} + name + "</dt><dd>" + escaped(value) + "</dd>";
}

/// Dark on white in either scheme, with the margin that readers need.
std::string drawn(const QrCode& code, const char* name)
{
    const std::string side = std::to_string(code.size + 2 * kQrQuietModules);
    std::string path;
    for (int row = 0; row < code.size; ++row) {
        for (int column = 0; column < code.size; ++column) {
            if (code.isDark(column, row)) {
                path += "M" + std::to_string(column + kQrQuietModules) + " " +
                    std::to_string(row + kQrQuietModules) + "h1v1h-1z";
            }
        }
    }
    return "<svg role=\"img\" aria-label=\"" + escaped(name) + "\" viewBox=\"0 0 " + side + " " +
        side + "\" shape-rendering=\"crispEdges\"><path fill=\"#fff\" d=\"M0 0h" + side + "v" +
        side + "h-" + side + "z\"/><path d=\"" + path + "\"/></svg>";
}

/// "12.30 EUR", "12,30 EUR".
std::string amountText(Money amount, bool isGerman)
{
    std::string text = toPlainText(amount);
    if (const std::size_t point = text.find('.'); isGerman && point != std::string::npos) {
        text[point] = ',';
    }
    return text + " " + std::string{amount.currency().code()};
}

std::string headOf(bool isGerman, const char* title, bool asksAgain)
{
    return std::string{"<!doctype html><html lang=\""} + (isGerman ? "de" : "en") +
        "\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" "
        "content=\"width=device-width,initial-scale=1\">" +
        (asksAgain ? "<meta http-equiv=\"refresh\" content=\"2\">" : "") + "<title>" + title +
        "</title><style>" + kStyle + "</style></head><body><main><h1>" + title + "</h1>";
}

Reply replyOf(const std::string& text, int status)
{
    Reply reply;
    reply.status = status;
    reply.contentType = kHtml;
    reply.body.assign(text.begin(), text.end());
    // Its own few lines of style, and nothing else.
    reply.headers.emplace_back("Content-Security-Policy",
                               "default-src 'none'; style-src 'unsafe-inline'; "
                               "frame-ancestors 'none'; base-uri 'none'; form-action 'none'");
    return reply;
}

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
    const std::string text =
        headOf(isGerman, words.title, asksAgain) + "<p>" + words.text + "</p></main></body></html>";
    return replyOf(text, page == CustomerPage::Unknown ? 404 : 200);
}

Reply transferPage(const TransferDetails& details, std::string_view language)
{
    const bool isGerman = language.starts_with("de");
    const TransferWords& words = isGerman ? kGermanTransfer : kEnglishTransfer;
    std::string text = headOf(isGerman, words.title, false) + "<p>" + words.text + "</p><dl>" +
        field(words.holder, details.holder) + field(words.iban, inGroupsOfFour(details.iban)) +
        field(words.bic, details.bic) + field(words.amount, amountText(details.amount, isGerman)) +
        field(words.reference, inGroupsOfFour(details.reference)) + "</dl>";
    const auto content = giroCodeText(details);
    const auto code = content ? giroQrCode(*content) : Result<QrCode>{Error{}};
    if (code) {
        text += "<p>" + drawn(*code, words.title) + "</p><p>" + words.scan + "</p>";
    }
    return replyOf(text + "<p>" + words.after + "</p></main></body></html>", 200);
}

} // namespace foyer::server
