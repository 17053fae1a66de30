// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/settings/server_words.h"

#include "ui/common/error_text.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

#include <cstdlib>

namespace foyer::ui {
namespace {

struct ServerTr {
    Q_DECLARE_TR_FUNCTIONS(Server)
};

constexpr int kRightSeconds = 2; // the server says its time in whole seconds

QString standingText(const ServerState& state)
{
    if (state.problem) {
        return ServerTr::tr("! Attention · the server needs somebody");
    }
    const int unsent = static_cast<int>(state.unsent);
    if (!state.isOnline) {
        return unsent > 0 ? ServerTr::tr("○ Offline · %n waiting", nullptr, unsent)
                          : ServerTr::tr("○ Offline · all sent");
    }
    return unsent > 0 ? ServerTr::tr("● Online · sending %n", nullptr, unsent)
                      : ServerTr::tr("● Online · all sent");
}

} // namespace

QString serverWords(const ServerState& state)
{
    if (state.url.empty()) {
        return ServerTr::tr("● Stand-alone · everything is on this computer");
    }
    const QString standing = standingText(state);
    return state.here ? standing + QStringLiteral(" · ") + hereWords(*state.here) : standing;
}

QString serverMeaning(const ServerState& state)
{
    if (state.url.empty()) {
        return ServerTr::tr("This counter sells on its own, without a server. Back up its "
                            "folder.");
    }
    if (state.problem) {
        return errorText(*state.problem);
    }
    if (!state.isOnline) {
        return ServerTr::tr("The server cannot be reached. Selling goes on with what this "
                            "counter holds; what is not sent is kept, and sent by itself.");
    }
    return ServerTr::tr("What is sold here is known to the server and to the other counters.");
}

QString hereWords(const HeldHere& here)
{
    const QString seats =
        ServerTr::tr("%n seats here without network", nullptr, static_cast<int>(here.seats));
    const QString places =
        ServerTr::tr("%n places here without network", nullptr, static_cast<int>(here.places));
    if (here.seats > 0 && here.places > 0) {
        return ServerTr::tr("%1 and %2 here without network", "12 seats, 8 places")
            .arg(ServerTr::tr("%n seats", nullptr, static_cast<int>(here.seats)),
                 ServerTr::tr("%n places", nullptr, static_cast<int>(here.places)));
    }
    if (here.seats > 0) {
        return seats;
    }
    return here.places > 0 ? places : ServerTr::tr("nothing here without network");
}

QString contactText(Instant contactAt)
{
    return contactAt.ms == 0
        ? ServerTr::tr("never")
        : QLocale{}.toString(QDateTime::fromMSecsSinceEpoch(contactAt.ms), QLocale::ShortFormat);
}

QString clockText(std::int64_t aheadMs)
{
    const std::int64_t seconds = std::abs(aheadMs) / 1'000;
    if (seconds < kRightSeconds) {
        return ServerTr::tr("as the server's");
    }
    return aheadMs > 0 ? ServerTr::tr("%L1 s ahead of the server's").arg(seconds)
                       : ServerTr::tr("%L1 s behind the server's").arg(seconds);
}

} // namespace foyer::ui
