// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The books beside the providers' accounts: what does not fit is a case, and nothing else is.

#include "tests/support/paying_house.h"

using namespace foyer;
using namespace foyer::test;

namespace {

using namespace std::chrono_literals;

} // namespace

class ReconciliationTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void anAccountThatFitsOpensNoCase();
    void whatDoesNotFitInAnAccountIsACase();
    void aCaseEndsByItselfOrWithANote();
    void anAccountIsLookedAtEachDay();
};

void ReconciliationTest::anAccountThatFitsOpensNoCase()
{
    using Type = server::SettlementLine::Type;
    PayingHouse house;
    const Order order = house.paid();
    const Order returned = house.paid();
    QVERIFY(voidOrder(house.net.counter(0), returned.code, "ill").has_value());
    house.net.settle();
    house.runOn();
    house.provider->account = {house.line(order, "txn_1", Type::Payment, order.total.minor()),
                               house.line(returned, "txn_2", Type::Payment, returned.total.minor()),
                               house.line(returned, "txn_3", Type::Refund, -returned.total.minor(),
                                          0)};
    const std::int64_t net = order.total.minor() - 50;
    auto payout = house.line(order, "txn_4", Type::Payout, -net, 0);
    payout.payment.clear();
    house.provider->account.push_back(payout);
    for (auto& line : house.provider->account) {
        line.payout = "po_1";
    }
    house.net.clock().pass(30LL * 3'600'000);
    QCOMPARE(house.reconcile(), std::string{});
    QCOMPARE(house.reconcile(), std::string{}); // once more changes nothing
}

void ReconciliationTest::whatDoesNotFitInAnAccountIsACase()
{
    using Type = server::SettlementLine::Type;
    PayingHouse house;
    const Order missing = house.paid();
    const Order changed = house.paid();
    auto extra = house.line(changed, "txn_9", Type::Payment, 4'200);
    extra.payment = "pay_of_nobody";
    house.provider->account = {
        extra, house.line(changed, "txn_2", Type::Payment, changed.total.minor() + 1),
        house.line(changed, "txn_3", Type::Refund, -changed.total.minor(), 0)};
    auto payout = house.line(changed, "txn_4", Type::Payout, -1'000, 0);
    payout.payment.clear();
    payout.payout = "po_1";
    house.provider->account.push_back(payout);
    QCOMPARE(house.reconcile(), std::string{"amount_diff missing_here payout_diff refund_diff"});
    house.net.clock().pass(30LL * 3'600'000); // an account may lag behind, but not for ever
    QCOMPARE(house.reconcile(),
             std::string{"amount_diff missing_here payout_diff refund_diff missing_there"});
    const auto cases = readOpenCases(house.database(), house.net.authority().organizer());
    QCOMPARE(cases.back().payment, std::optional{house.paymentOf(missing)});
    QCOMPARE(cases.back().here, missing.total);
}

void ReconciliationTest::aCaseEndsByItselfOrWithANote()
{
    using Type = server::SettlementLine::Type;
    PayingHouse house;
    const Order order = house.paid();
    house.provider->account = {house.line(order, "txn_1", Type::Payment, order.total.minor() + 1)};
    QCOMPARE(house.reconcile(), std::string{"amount_diff"});
    house.provider->account.front().gross = order.total;
    QCOMPARE(house.reconcile(), std::string{});
    house.provider->account.front().gross = order.total - Money{2, kEuro};
    QCOMPARE(house.reconcile(), std::string{"amount_diff"});
    SettlementCase ended =
        readOpenCases(house.database(), house.net.authority().organizer()).front();
    ended.endedAt = house.net.clock().now();
    ended.endedBy = UserId{Uuid::v8({7})};
    ended.note = "their rounding";
    QVERIFY(endCaseWithNote(house.database(), ended));
    QVERIFY(!endCaseWithNote(house.database(), ended));
    QCOMPARE(house.reconcile(), std::string{}); // somebody has looked at this
    house.provider->account.front().gross = order.total - Money{3, kEuro};
    QCOMPARE(house.reconcile(), std::string{"amount_diff"}); // and not at that
}

void ReconciliationTest::anAccountIsLookedAtEachDay()
{
    using Type = server::SettlementLine::Type;
    PayingHouse house;
    const Order order = house.paid();
    house.provider->account = {house.line(order, "txn_1", Type::Payment, 1)};
    house.runOn(25h);
    const auto cases = readOpenCases(house.database(), house.net.authority().organizer());
    QCOMPARE(cases.size(), std::size_t{1});
    // A provider that does not answer is asked again.
    house.provider->account.front().gross = order.total;
    house.provider->failAt(0, ScriptedProvider::Fault::AnswerLost);
    house.runOn(26h);
    QVERIFY(readOpenCases(house.database(), house.net.authority().organizer()).empty());
}

QTEST_GUILESS_MAIN(ReconciliationTest)
#include "test_reconciliation.moc"
