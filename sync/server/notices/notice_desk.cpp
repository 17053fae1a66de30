// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/server/notices/notice_desk.h"

#include "core/documents/mail/notice_mail.h"
#include "core/services/authority/notice_news.h"
#include "core/services/guarded.h"
#include "core/services/house_mail.h"
#include "core/services/offer_cache.h"
#include "core/services/people.h"
#include "core/storage/identity_store.h"
#include "core/storage/notice_store.h"

#include <algorithm>
#include <chrono>
#include <limits>
#include <map>
#include <optional>

namespace foyer::server {
namespace {

using namespace std::chrono_literals;

constexpr std::chrono::milliseconds kEach = 1min;
constexpr int kMailAttemptsMax = 20;

/// A mail that is to be written: to whom, about what.
struct MailAsked {
    UserId user;
    std::vector<NoticeId> notices;
};

Bytes encode(const MailAsked& asked)
{
    CborWriter writer;
    writer.array(2).bytes(asked.user.uuid.bytes()).array(asked.notices.size());
    for (const NoticeId& notice : asked.notices) {
        writer.bytes(notice.uuid.bytes());
    }
    return writer.take();
}

std::optional<MailAsked> decodeMailAsked(ByteView bytes)
{
    const auto value = decodeCbor(bytes);
    if (!value || value->asArray().size() != 2) {
        return std::nullopt;
    }
    const auto user = Uuid::fromBytes(value->asArray()[0].asBytes());
    if (!user) {
        return std::nullopt;
    }
    MailAsked asked{UserId{*user}, {}};
    for (const CborValue& each : value->asArray()[1].asArray()) {
        if (const auto id = Uuid::fromBytes(each.asBytes())) {
            asked.notices.push_back(NoticeId{*id});
        }
    }
    return asked;
}

} // namespace

std::vector<NoticeReader> noticeReaders(Database& database, OrganizerId organizer)
{
    std::vector<NoticeReader> readers;
    const auto chosen = readNoticeChoices(database, organizer);
    if (std::ranges::none_of(chosen, [](const ChosenBy& each) { return each.choice.mail.any(); })) {
        return readers;
    }
    const People people = readPeople(database, organizer);
    for (const ChosenBy& each : chosen) {
        if (each.choice.mail.none()) {
            continue;
        }
        if (people.persons.empty() && each.user.isNil()) {
            readers.push_back({each.user, {}, PermissionSet{}.set(), each.choice});
        } else if (const auto* person = people.find(each.user);
                   person != nullptr && person->user.active) {
            readers.push_back(
                {each.user, person->user.name, person->role.permissions, each.choice});
        }
    }
    return readers;
}

NoticeDesk::NoticeDesk(const NoticeParts& parts) : m_parts{parts}, m_view{parts.clock.now()} {}

JobKind NoticeDesk::watchJob()
{
    return {.name = kWatchJob,
            .work = [this](Database& database, const Job&) { return watch(database); },
            .attemptsMax = std::numeric_limits<int>::max(), // it never ends
            .firstPause = 10s,
            .longestPause = kEach};
}

JobKind NoticeDesk::mailJob()
{
    return {.name = kMailJob,
            .work = [this](Database& database, const Job& job) { return write(database, job); },
            .attemptsMax = kMailAttemptsMax,
            .firstPause = 2s,
            .longestPause = 1h};
}

void NoticeDesk::begin(Database& database) const
{
    Transaction transaction{database};
    // One row for good, which waits between two looks: a job for each look would be a million a
    // year.
    addJob(database, newJob({}, kWatchJob, "each minute", {}, m_parts.clock.now(), m_parts.random));
    transaction.commit();
}

JobOutcome NoticeDesk::watch(Database& database)
{
    for (const OrganizerId organizer : readOrganizers(database)) {
        const auto looked = guarded([&]() -> Result<void> {
            lookAt(database, organizer);
            return {};
        });
        if (!looked) { // the others are told all the same, and this one in a minute
            m_parts.log.error("notices_failed", {{"code", looked.error().code}});
        }
    }
    return JobOutcome::waits(Instant{m_parts.clock.now().ms + kEach.count()});
}

void NoticeDesk::lookAt(Database& database, OrganizerId organizer)
{
    // First without holding anything up: on most looks there is nothing to say.
    if (lookForNotices(database, organizer, m_parts.clock.now(), m_view).isEmpty()) {
        return;
    }
    const auto told = m_parts.desk.doAndWait(organizer, [&](Authority& authority, FeedBatch& feed) {
        const auto raised = tellNotices(authority, feed, m_view);
        if (m_parts.mail != nullptr && !raised.empty()) {
            askForMails(authority.database(), organizer, raised);
        }
    });
    if (!told) {
        m_parts.log.error("notices_failed", {{"code", told.error().code}});
    }
}

/// In the transaction that raises them, so that each comes with its mail or not at all.
void NoticeDesk::askForMails(Database& database, OrganizerId organizer,
                             const std::vector<NoticeId>& raised) const
{
    const auto readers = noticeReaders(database, organizer);
    if (readers.empty()) {
        return;
    }
    std::map<UserId, MailAsked> mails;
    for (const NoticeId id : raised) {
        const auto notice = readNotice(database, organizer, id);
        if (!notice || !isNews(database, organizer, *notice)) {
            continue;
        }
        for (const NoticeReader& reader : readers) {
            if (reader.wants(notice->kind)) {
                MailAsked& mail =
                    mails.try_emplace(reader.user, MailAsked{reader.user, {}}).first->second;
                mail.notices.push_back(id);
            }
        }
    }
    for (const auto& [user, mail] : mails) {
        const std::string key = user.text() + '/' + mail.notices.front().text();
        addJob(database,
               newJob(organizer, kMailJob, key, encode(mail), m_parts.clock.now(), m_parts.random));
    }
}

JobOutcome NoticeDesk::write(Database& database, const Job& job) const
{
    const auto asked = decodeMailAsked(job.body);
    const auto identity = readIdentityOf(database, job.organizer);
    if (!asked || asked->notices.empty() || !identity || m_parts.mail == nullptr) {
        return JobOutcome::givenUp("The mail about notices cannot be written.");
    }
    // As it is by now: somebody may have left, or changed their mind, or the thing may be over.
    const auto readers = noticeReaders(database, job.organizer);
    const auto reader = std::ranges::find(readers, asked->user, &NoticeReader::user);
    std::vector<Notice> notices;
    for (const NoticeId id : asked->notices) {
        auto notice = readNotice(database, job.organizer, id);
        if (reader != readers.end() && notice && !notice->isOver() && reader->wants(notice->kind)) {
            notices.push_back(*std::move(notice));
        }
    }
    if (notices.empty()) {
        return JobOutcome::done();
    }
    OfferCache offers{database, *identity};
    const auto& house = offers.organizer();
    const std::string name = house ? house->name : "Foyer";
    const MailTexts mail = noticeMail(notices, name, reader->name, reader->choice.language);
    const MailSettings settings = readMailSettings(database, job.organizer);
    MailRequest request{.organizer = job.organizer,
                        .key = "notices/" + job.key,
                        .what = "notices",
                        .order = {},
                        .message = {}};
    request.message.from = {settings.senderName.empty() ? name : settings.senderName, m_parts.from};
    request.message.to = {reader->name, reader->choice.address};
    request.message.subject = mail.subject;
    request.message.text = mail.text;
    request.message.html = mail.html;
    return JobOutcome::done([this, request](Database& open) {
        if (!isMailAddress(request.message.to.address)) {
            m_parts.mail->refuse(open, request,
                                 "This is not an address that mail can be sent to. Look for a "
                                 "typing mistake.");
        } else if (const auto posted = m_parts.mail->post(open, request); !posted) {
            m_parts.mail->refuse(open, request, posted.error().message);
        }
    });
}

} // namespace foyer::server
