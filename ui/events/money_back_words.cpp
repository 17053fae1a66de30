// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/events/money_back_words.h"

#include "ui/common/error_text.h"
#include "ui/common/formatting.h"
#include "ui/common/payment_text.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>

namespace foyer::ui {
namespace {

QString sayOfMoney(const char* words, std::int64_t count = -1)
{
    return QCoreApplication::translate("MoneyBack", words, nullptr, static_cast<int>(count));
}

bool hasWay(const ReturnDue& due, PaymentMethod method)
{
    return std::ranges::find(due.ways, method, &ReturnWay::method) != due.ways.end();
}

const QString kBetweenFacts = QStringLiteral(" · ");

} // namespace

QString scopeText(const MoneyBackScope& scope)
{
    const QString name = isolated(text(scope.name));
    const std::size_t dates = scope.dates.size();
    return name + kBetweenFacts +
        (dates == 1 ? dayAndTimeText(scope.startsAt, scope.timeZone)
                    : sayOfMoney(QT_TRANSLATE_N_NOOP("MoneyBack", "%n date(s)"),
                                 static_cast<std::int64_t>(dates)));
}

QString sumText(const std::vector<Money>& sums)
{
    QStringList said;
    for (const Money& sum : sums) {
        said << moneyText(sum);
    }
    return said.join(kBetweenFacts);
}

QString countText(const ReturnShare& share)
{
    return sayOfMoney(QT_TRANSLATE_N_NOOP("MoneyBack", "%n order(s)"), share.orders) +
        kBetweenFacts + sayOfMoney(QT_TRANSLATE_N_NOOP("MoneyBack", "%n ticket(s)"), share.tickets);
}

QString waysText(const ReturnShare& share)
{
    QStringList said;
    for (const ReturnWay& way : share.ways) {
        //: A way of paying, and an amount
        said << sayOfMoney(QT_TRANSLATE_NOOP("MoneyBack", "%1: %2"))
                    .arg(methodText(way.method), moneyText(way.money));
    }
    return said.join(kBetweenFacts);
}

QString questionText(const MoneyBackLook& seen)
{
    const ReturnShare byItself = seen.plan.share(ReturnCourse::ByItself);
    const QString money = sumText(byItself.money);
    if (seen.plan.tickets() == 0) {
        return sayOfMoney(
            QT_TRANSLATE_NOOP("MoneyBack", "Nobody has a ticket that could be taken back."));
    }
    if (byItself.orders == 0) {
        return sayOfMoney(QT_TRANSLATE_NOOP(
            "MoneyBack",
            "Nothing goes back by itself. Who waits is in the list below: give it back "
            "when they come."));
    }
    return money.isEmpty()
        ? sayOfMoney(QT_TRANSLATE_N_NOOP("MoneyBack",
                                         "Take %n order(s) back for which nothing was paid? Their "
                                         "tickets are not valid any more then."),
                     byItself.orders)
        : sayOfMoney(QT_TRANSLATE_N_NOOP("MoneyBack",
                                         "Give %1 back to the customers of %n order(s)? Their "
                                         "tickets are not valid any more then."),
                     byItself.orders)
              .arg(money);
}

QString progressText(const MoneyBackProgress& progress)
{
    const QString looked = sayOfMoney(QT_TRANSLATE_NOOP("MoneyBack", "%L1 of %L2 orders"))
                               .arg(progress.looked)
                               .arg(progress.all);
    const QString money = sumText(progress.money);
    return money.isEmpty() ? looked
                           : looked + kBetweenFacts +
            sayOfMoney(QT_TRANSLATE_NOOP("MoneyBack", "%1 given back")).arg(money);
}

QString resultText(const MoneyBackProgress& progress)
{
    QStringList said;
    const QString money = sumText(progress.money);
    const QString back =
        sayOfMoney(QT_TRANSLATE_N_NOOP("MoneyBack", "%n order(s) were given back."),
                   progress.returned);
    said << (money.isEmpty()
                 ? back
                 : sayOfMoney(QT_TRANSLATE_N_NOOP("MoneyBack",
                                                  "%n order(s) were given back, with %1."),
                              progress.returned)
                       .arg(money));
    if (progress.waiting > 0) {
        said << sayOfMoney(QT_TRANSLATE_N_NOOP("MoneyBack",
                                               "%n wait(s) for their customers, or for a payment."),
                           progress.waiting);
    }
    if (progress.failed > 0) {
        said << sayOfMoney(
            QT_TRANSLATE_N_NOOP("MoneyBack", "%n could not be given back; go on with them later."),
            progress.failed);
    }
    return said.join(u' ');
}

QString orderText(const MoneyBackOrder& order)
{
    QStringList said{text(order.code)};
    if (!order.customer.empty()) {
        said << isolated(text(order.customer));
    }
    if (order.due) {
        said << sayOfMoney(QT_TRANSLATE_N_NOOP("MoneyBack", "%n ticket(s)"),
                           static_cast<std::int64_t>(order.due->tickets.size()))
             << moneyText(order.due->back);
    }
    return said.join(kBetweenFacts);
}

QString nextText(const MoneyBackOrder& order)
{
    if (order.failed) {
        return errorText(*order.failed);
    }
    if (!order.due || order.due->course == ReturnCourse::Awaited) {
        return sayOfMoney(
            QT_TRANSLATE_NOOP("MoneyBack",
                              "Its own payment is still open. Once it has come, or ended, go on "
                              "here."));
    }
    const bool isCash = hasWay(*order.due, PaymentMethod::Cash);
    const bool isCard = hasWay(*order.due, PaymentMethod::CardTerminal);
    if (isCash && isCard) {
        return sayOfMoney(
            QT_TRANSLATE_NOOP("MoneyBack",
                              "Paid by card and in cash. When they come, open the order and "
                              "refund it: on the terminal with their card, and from the drawer."));
    }
    return isCard
        ? sayOfMoney(QT_TRANSLATE_NOOP("MoneyBack",
                                       "Paid by card at a terminal. When they come with their "
                                       "card, open the order and refund it on the terminal."))
        : sayOfMoney(QT_TRANSLATE_NOOP("MoneyBack",
                                       "Paid in cash. When they come, open the order and refund "
                                       "it from the drawer."));
}

} // namespace foyer::ui
