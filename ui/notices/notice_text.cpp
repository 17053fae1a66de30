// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/notices/notice_text.h"

#include "core/domain/incidents/incident.h"
#include "core/domain/sales/order_code.h"
#include "ui/common/formatting.h"
#include "ui/incidents/incident_text.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

namespace foyer::ui {
namespace {

struct Notices {
    Q_DECLARE_TR_FUNCTIONS(foyer::ui::Notices)
};

QString paymentTitle(const NoticeFacts& facts)
{
    if (facts.detail == payment_trouble::kHeld) {
        return Notices::tr("A payment waits for somebody");
    }
    return facts.detail == payment_trouble::kRefundFailed
        ? Notices::tr("Money could not be given back")
        : Notices::tr("A payment failed");
}

QString performanceText(const NoticeFacts& facts)
{
    const QString name = isolated(text(facts.name));
    return facts.startsAt.ms == 0 ? name
                                  : Notices::tr("%1 · %2", "event, day and time")
                                        .arg(name, dayAndTimeText(facts.startsAt, facts.timeZone));
}

QString paymentText(const NoticeFacts& facts)
{
    QStringList parts;
    if (!facts.name.empty()) {
        parts << Notices::tr("Order %1").arg(text(displayOrderCode(facts.name)));
    }
    if (facts.money) {
        parts << moneyText(*facts.money);
    }
    return parts.join(QStringLiteral(" · "));
}

} // namespace

QString noticeKindText(NoticeKind kind)
{
    switch (kind) {
    case NoticeKind::SoldOut:
        return Notices::tr("Sold out");
    case NoticeKind::LowStock:
        return Notices::tr("Nearly sold out");
    case NoticeKind::PaymentFailed:
        return Notices::tr("Payment failed");
    case NoticeKind::Incident:
        return Notices::tr("Incident");
    case NoticeKind::SyncSilent:
        return Notices::tr("Counter is silent");
    }
    return {};
}

QString noticeKindMeaning(NoticeKind kind)
{
    switch (kind) {
    case NoticeKind::SoldOut:
        return Notices::tr("Nothing is left of a performance that is on sale.");
    case NoticeKind::LowStock:
        return Notices::tr("Few places are left of one.");
    case NoticeKind::PaymentFailed:
        return Notices::tr("A provider took no money, or could not give it back.");
    case NoticeKind::Incident:
        return Notices::tr("Counters that could not hear each other disagree.");
    case NoticeKind::SyncSilent:
        return Notices::tr("A counter at work has not reached the server.");
    }
    return {};
}

QString noticeIcon(NoticeKind kind)
{
    switch (kind) {
    case NoticeKind::SoldOut:
        return QStringLiteral("ticket-x");
    case NoticeKind::LowStock:
        return QStringLiteral("ticket-minus");
    case NoticeKind::PaymentFailed:
        return QStringLiteral("credit-card-x");
    case NoticeKind::Incident:
        return QStringLiteral("git-compare");
    case NoticeKind::SyncSilent:
        return QStringLiteral("wifi-off");
    }
    return {};
}

QString noticeTitle(const Notice& notice)
{
    const NoticeFacts& facts = notice.facts;
    switch (notice.kind) {
    case NoticeKind::LowStock:
        return Notices::tr("%L1 of %L2 places left").arg(facts.count).arg(facts.of);
    case NoticeKind::PaymentFailed:
        return paymentTitle(facts);
    case NoticeKind::Incident: {
        const auto kind = incidentKindNamed(facts.detail);
        return kind ? incidentTitle(*kind) : noticeKindText(notice.kind);
    }
    case NoticeKind::SyncSilent:
        return Notices::tr("%1 is silent").arg(isolated(text(facts.name)));
    case NoticeKind::SoldOut:
        break;
    }
    return noticeKindText(notice.kind);
}

QString noticeSubject(const Notice& notice)
{
    const NoticeFacts& facts = notice.facts;
    switch (notice.kind) {
    case NoticeKind::SoldOut:
    case NoticeKind::LowStock:
    case NoticeKind::Incident:
        return performanceText(facts);
    case NoticeKind::PaymentFailed:
        return paymentText(facts);
    case NoticeKind::SyncSilent:
        return Notices::tr("Nothing was heard of it for %n minute(s)", nullptr,
                           static_cast<int>(facts.count));
    }
    return {};
}

QString noticeTime(Instant at, Instant now)
{
    const QDateTime moment = QDateTime::fromMSecsSinceEpoch(at.ms);
    QString time = QLocale{}.toString(moment.time(), QLocale::ShortFormat);
    if (moment.date() == QDateTime::fromMSecsSinceEpoch(now.ms).date()) {
        return time;
    }
    return Notices::tr("%1, %2", "day and time")
        .arg(QLocale{}.toString(moment.date(), Notices::tr("d MMM", "a day of this year")), time);
}

QString noticeSentence(const SeenNotice& seen, Instant now)
{
    const Notice& notice = seen.notice;
    QStringList parts{noticeTitle(notice), noticeSubject(notice),
                      noticeTime(notice.raisedAt.instant(), now)};
    if (notice.isOver()) {
        parts << Notices::tr("over since %1").arg(noticeTime(*notice.overAt, now));
    } else if (!seen.isRead) {
        parts << Notices::tr("new");
    }
    parts.removeAll(QString{});
    return parts.join(QStringLiteral(". "));
}

QString ownSilenceText(std::int64_t minutes)
{
    return Notices::tr("This counter has not reached the server for %n minute(s). It goes on "
                       "selling what it has here; look at the network.",
                       nullptr, static_cast<int>(minutes));
}

} // namespace foyer::ui
