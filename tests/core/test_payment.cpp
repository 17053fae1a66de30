// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/domain/sales/payment.h"

#include <QTest>

#include <rapidcheck.h>

#include <algorithm>
#include <string>
#include <vector>

using namespace foyer;

namespace {

Money money(const char* code, std::int64_t minor)
{
    return {minor, *Currency::fromCode(code)};
}

Money eur(std::int64_t minor)
{
    return money("EUR", minor);
}

Tender cash(std::int64_t minor)
{
    return {PaymentMethod::Cash, eur(minor), ""};
}

Tender card(std::int64_t minor)
{
    return {PaymentMethod::CardTerminal, eur(minor), "0042"};
}

std::vector<std::int64_t> quick(const char* code, std::int64_t due)
{
    std::vector<std::int64_t> amounts;
    for (const Money amount : quickCashAmounts(money(code, due))) {
        amounts.push_back(amount.minor());
    }
    return amounts;
}

/// The error of a settlement that must be refused.
Error refusal(std::int64_t due, const std::vector<Tender>& tenders)
{
    const auto settled = settle(eur(due), tenders);
    return settled ? Error{} : settled.error();
}

using Amounts = std::vector<std::int64_t>;

} // namespace

class PaymentTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void methodsKeepTheirStableNames()
    {
        for (const PaymentMethod method : allPaymentMethods()) {
            QVERIFY(paymentMethodNamed(paymentMethodName(method)) == method);
        }
        QCOMPARE(paymentMethodName(PaymentMethod::Cash), std::string_view{"cash"});
        QCOMPARE(paymentMethodName(PaymentMethod::CardTerminal), std::string_view{"card"});
        QCOMPARE(paymentMethodName(PaymentMethod::GiftCard), std::string_view{"gift"});
        QCOMPARE(paymentMethodName(PaymentMethod::Invoice), std::string_view{"invoice"});
        QCOMPARE(paymentMethodName(PaymentMethod::Transfer), std::string_view{"transfer"});
        QCOMPARE(paymentMethodName(PaymentMethod::Online), std::string_view{"online"});
        QCOMPARE(paymentMethodName(PaymentMethod::Reader), std::string_view{"reader"});
        QCOMPARE(paymentMethodName(PaymentMethod::Imported), std::string_view{"imported"});
        for (const char* other : {"", "Cash", "cash ", "cheque"}) {
            QVERIFY(!paymentMethodNamed(other));
        }
    }

    void changeComesOutOfTheCashOnly()
    {
        const auto settled = settle(eur(8'400), {cash(5'000), card(4'000)});
        QVERIFY(settled.has_value());
        QCOMPARE(settled->at(0).amount.minor(), 4'400);
        QCOMPARE(settled->at(0).change.minor(), 600);
        QCOMPARE(settled->at(1).amount.minor(), 4'000);
        QVERIFY(settled->at(1).change.isZero());
        QVERIFY(settled->at(0).tender == cash(5'000)); // in the order they were given
    }

    void anOrderThatCostsNothingNeedsNoTender()
    {
        const auto settled = settle(eur(0), {});
        QVERIFY(settled.has_value() && settled->empty());
        QCOMPARE(refusal(0, {cash(100)}).code, std::string{"unused_tender"});
    }

    void whatCannotBeSettledSaysWhatIsWrong()
    {
        const Error missing = refusal(1'000, {cash(250), card(500)});
        QCOMPARE(missing.code, std::string{"underpaid"});
        QCOMPARE(missing.facts, std::vector<std::string>{"2.50"});
        const Error tooMuch = refusal(1'000, {card(600), card(401)});
        QCOMPARE(tooMuch.code, std::string{"overpaid_by_card"});
        QCOMPARE(tooMuch.facts, std::vector<std::string>{"0.01"});
        const Error unused = refusal(1'000, {cash(1'000), cash(1)});
        QCOMPARE(unused.code, std::string{"unused_tender"});
        QCOMPARE(unused.where, std::string{"tenders[1]"});
        Tender noReceipt = card(1'000);
        noReceipt.reference.clear();
        QCOMPARE(refusal(1'000, {noReceipt}).code, std::string{"reference_missing"});
        for (const Tender& bad : {cash(0), cash(-1'000), card(-1),
                                  Tender{PaymentMethod::Cash, money("USD", 1'000), ""}}) {
            const Error error = refusal(1'000, {cash(1'000), bad});
            QCOMPARE(error.code, std::string{"bad_tender"});
            QCOMPARE(error.where, std::string{"tenders[1]"});
        }
    }

    void theOrderOfTheTendersDoesNotDecideWhetherTheyAreEnough()
    {
        QVERIFY(rc::check("reversed", [] {
            const std::int64_t due = *rc::gen::inRange<std::int64_t>(0, 300);
            auto tenders = *rc::gen::container<std::vector<Tender>>(
                rc::gen::map(rc::gen::inRange<std::int64_t>(1, 400), [](std::int64_t minor) {
                    return minor <= 200 ? cash(minor) : card(minor - 200);
                }));
            const auto settled = settle(eur(due), tenders);
            std::ranges::reverse(tenders);
            const auto reversed = settle(eur(due), tenders);
            // Only which note was one too many depends on the order they lie on the counter.
            const auto needless = [](const auto& answer) {
                return !answer && answer.error().code == "unused_tender";
            };
            if (needless(settled) || needless(reversed)) {
                return;
            }
            RC_ASSERT(settled.has_value() == reversed.has_value());
            if (!settled) {
                RC_ASSERT(settled.error() == reversed.error());
            }
        }));
    }

    void quickAmountsAreThoseThatPeopleHandOver()
    {
        QCOMPARE(quick("EUR", 8'400), (Amounts{8'400, 8'500, 9'000, 10'000, 20'000}));
        QCOMPARE(quick("EUR", 1'230), (Amounts{1'230, 1'500, 2'000, 5'000, 10'000}));
        QCOMPARE(quick("EUR", 5'000), (Amounts{5'000, 6'000, 10'000, 20'000}));
        QCOMPARE(quick("USD", 1'230), (Amounts{1'230, 1'300, 1'500, 2'000, 5'000}));
        QCOMPARE(quick("GBP", 8'400), (Amounts{8'400, 8'500, 9'000, 10'000}));
        QCOMPARE(quick("JPY", 3'300), (Amounts{3'300, 3'500, 4'000, 5'000, 10'000}));
        QCOMPARE(quick("KWD", 7'250), (Amounts{7'250, 8'000, 10'000, 20'000, 50'000}));
        QCOMPARE(quick("EUR", 0), Amounts{});
        QCOMPARE(quick("EUR", -100), Amounts{});
    }

    void quickAmountsPayInEveryCurrencyAtEverySize()
    {
        QVERIFY(rc::check("quick amounts", [] {
            const auto code =
                *rc::gen::element("EUR", "USD", "GBP", "CHF", "JPY", "KWD", "INR", "PLN");
            const std::int64_t limit =
                *rc::gen::element<std::int64_t>(1'000, 100'000, 10'000'000, Money::kMinorMax);
            const Money due = money(code, *rc::gen::inRange<std::int64_t>(1, limit + 1));
            const auto amounts = quickCashAmounts(due);
            RC_ASSERT(!amounts.empty() && amounts.size() <= 5u);
            RC_ASSERT(amounts.front() == due);
            RC_ASSERT(std::ranges::is_sorted(amounts, std::ranges::less_equal{}));
            for (const Money amount : amounts) {
                const auto settled = settle(due, {{PaymentMethod::Cash, amount, ""}});
                RC_ASSERT(settled.has_value() && settled->front().amount == due);
            }
        }));
        QCOMPARE(quick("INR", Money::kMinorMax).front(), Money::kMinorMax);
    }
};

QTEST_GUILESS_MAIN(PaymentTest)
#include "test_payment.moc"
