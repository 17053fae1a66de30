// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/documents/mail/notice_mail.h"

#include "core/documents/mail/mail_writing.h"
#include "core/documents/tickets/local_text.h"
#include "core/domain/sales/order_code.h"

namespace foyer {
namespace {

/// What the sentence of a notice is called in the texts.
std::string sentenceOf(const Notice& notice)
{
    return notice.kind == NoticeKind::PaymentFailed
        ? "payment_" + notice.facts.detail // failed, held, refund
        : std::string{noticeKindName(notice.kind)};
}

MailWords wordsOf(const Notice& notice, const LocalText& local)
{
    const NoticeFacts& facts = notice.facts;
    MailWords words{.texts = {{sentenceOf(notice), "1"}}, .lists = {}};
    auto& texts = words.texts;
    if (facts.startsAt.ms != 0) {
        texts["event"] = facts.name;
        texts["date"] = local.date(facts.startsAt, facts.timeZone);
        texts["time"] = local.time(facts.startsAt, facts.timeZone);
    }
    texts["left"] = std::to_string(facts.count);
    texts["of"] = std::to_string(facts.of);
    texts["minutes"] = std::to_string(facts.count);
    if (notice.kind == NoticeKind::SyncSilent) {
        texts["counter"] = facts.name;
    } else if (notice.kind == NoticeKind::Incident) {
        texts[facts.detail] = "1";
    } else if (notice.kind == NoticeKind::PaymentFailed) {
        texts["order"] = facts.name.empty() ? std::string{} : displayOrderCode(facts.name);
        texts["amount"] = facts.money ? local.money(*facts.money) : std::string{};
    }
    return words;
}

} // namespace

MailTexts noticeMail(std::span<const Notice> notices, const std::string& organizer,
                     const std::string& user, const std::string& language)
{
    const std::string written = mailLanguageFor(language);
    const LocalText local{localeFor(language.starts_with(written) ? language : written)};
    MailWords words{.texts = {{"organizer", organizer},
                              {"user", user},
                              {"count", std::to_string(notices.size())},
                              {"single", notices.size() == 1 ? "1" : ""}},
                    .lists = {}};
    for (const Notice& notice : notices) {
        words.lists["notices"].push_back(wordsOf(notice, local));
    }
    return writtenMail(builtInMailNamed("notices", written), words, written);
}

} // namespace foyer
