// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/domain/sales/order_code.h"
#include "core/domain/sales/sale_entries.h"
#include "core/services/access_control.h"
#include "core/services/counter.h"
#include "core/services/gift_cards.h"
#include "core/services/integrity.h"
#include "core/services/invoices.h"
#include "core/services/sales.h"
#include "core/services/till.h"
#include "core/services/till_reports.h"
#include "core/services/users.h"
#include "core/storage/integrity_checks.h"
#include "core/storage/worth_store.h"
#include "tests/support/counter_fixture.h"

#include <QFile>
#include <QTest>

#include <algorithm>
#include <rapidcheck.h>
#include <set>

using namespace foyer;
using namespace foyer::test;

namespace {

const Currency kEuro = *Currency::fromCode("EUR");

Money eur(std::int64_t minor)
{
    return {minor, kEuro};
}

OrderId newOrder(CounterFixture& house)
{
    return OrderId{Uuid::v7(house.clock().now(), house.random())};
}

Result<GiftCardsSold> sellCard(CounterFixture& house, std::int64_t worth)
{
    return sellGiftCards(house.counter(),
                         {.id = newOrder(house),
                          .amounts = {eur(worth)},
                          .tenders = {{PaymentMethod::Cash, eur(worth), ""}},
                          .customer = std::nullopt});
}

NewGiftCard card(CounterFixture& house, std::int64_t worth)
{
    const auto sold = sellCard(house, worth);
    if (!sold) {
        qFatal("gift card: %s", sold.error().message.c_str());
    }
    return sold->cards.at(0);
}

std::int64_t balanceOf(CounterFixture& house, const NewGiftCard& card)
{
    return giftCard(house.counter(), card.code)->balance.minor();
}

/// One adult standing, the first `worth` of it with a card, the rest in cash.
Result<Order> sellWith(CounterFixture& house, const std::string& code, std::int64_t worth)
{
    SaleRequest request = house.request({house.standing()});
    request.tenders.insert(request.tenders.begin(), {PaymentMethod::GiftCard, eur(worth), code});
    return sell(house.counter(), request);
}

std::int64_t priceOfOne(CounterFixture& house)
{
    return quote(house.counter(), house.request({house.standing()}).cart)->total.minor();
}

SaleRequest onInvoice(CounterFixture& house)
{
    SaleRequest request = house.request({house.standing()});
    request.tenders = {{PaymentMethod::Invoice, eur(priceOfOne(house)), ""}};
    request.newCustomer = CustomerDetails{"Ada Lovelace", "ada@example.org", "", ""};
    request.invoice.recipient = {"Engines Ltd", "1 Mill Lane\nLondon", "GB123", "PO 7"};
    return request;
}

Result<Invoice> pay(CounterFixture& house, const Invoice& invoice, std::int64_t amount,
                    PaymentMethod method = PaymentMethod::Transfer)
{
    return payInvoice(house.counter(),
                      {.id = PaymentId{Uuid::v7(house.clock().now(), house.random())},
                       .invoice = invoice.id,
                       .method = method,
                       .amount = eur(amount),
                       .reference = "bank 12"});
}

std::int64_t ledger(Counter& counter, const char* account)
{
    return counter.database()
        .integer("SELECT coalesce(sum(amount), 0) FROM ledger_line WHERE account = ?", {account})
        .value();
}

std::size_t findings(Counter& counter)
{
    const auto report = verifyJournal(counter);
    return report ? report->findings.size() : 999;
}

void staff(CounterFixture& house)
{
    AccessControl& access = house.counter().access();
    access.setPasswordCost({1, 8});
    for (const char* role : {"administrator", "clerk", "door"}) {
        const std::string name = role;
        if (!addUser(house.counter(), {name, role, name + " has 482915 words", ""}) ||
            !access.signIn("administrator", "administrator has 482915 words")) {
            qFatal("no staff");
        }
    }
}

void signIn(CounterFixture& house, const std::string& name)
{
    if (!house.counter().access().signIn(name, name + " has 482915 words")) {
        qFatal("sign in");
    }
}

} // namespace

class WorthTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (!qEnvironmentVariableIsSet("RC_PARAMS")) {
            qputenv("RC_PARAMS", "max_success=25"); // each case founds a counter of its own
        }
    }

    void aCodeWithAWrongOrSwappedCharacterIsNone()
    {
        QVERIFY(rc::check("the check character finds it", [] {
            std::array<std::uint8_t, 32> secret{};
            for (std::uint8_t& byte : secret) {
                byte = *rc::gen::arbitrary<std::uint8_t>();
            }
            const std::string code = giftCode(secret);
            RC_ASSERT(code.size() == kGiftCodeSize);
            RC_ASSERT(normalizedGiftCode(displayGiftCode(code)) == code);
            const auto place = *rc::gen::inRange<std::size_t>(0, code.size());
            std::string wrong = code;
            wrong[place] = *rc::gen::elementOf(std::string{kOrderCodeAlphabet});
            RC_ASSERT((normalizedGiftCode(wrong) == std::nullopt) == (wrong != code));
            std::string swapped = code;
            std::swap(swapped[place], swapped[(place + 1) % code.size()]);
            RC_ASSERT(place + 1 == code.size() ||
                      (normalizedGiftCode(swapped) == std::nullopt) == (swapped != code));
        }));
    }

    void noBalanceFallsBelowZeroAndTheLedgerOwesWhatTheCardsAreWorth()
    {
        QVERIFY(rc::check("cards of a day", [] {
            CounterFixture house{smallSeason(1), 5};
            Counter& counter = house.counter();
            std::vector<NewGiftCard> cards;
            std::vector<Order> orders;
            for (int act = 0; act < 12; ++act) {
                house.clock().pass(1'000);
                const int what = *rc::gen::inRange(0, 7);
                const std::int64_t amount = *rc::gen::inRange<std::int64_t>(1, 3'000);
                if (what == 0 || cards.empty()) {
                    auto sold = sellCard(house, amount);
                    RC_ASSERT(sold.has_value());
                    cards.push_back(sold->cards.at(0));
                    orders.push_back(sold->order);
                    continue;
                }
                NewGiftCard& chosen = cards[*rc::gen::inRange<std::size_t>(0, cards.size())];
                if (what <= 3) {
                    const std::int64_t before = balanceOf(house, chosen);
                    const std::int64_t worth = std::min(amount, priceOfOne(house) - 1);
                    const auto order = sellWith(house, chosen.code, worth);
                    RC_ASSERT(balanceOf(house, chosen) == before - (order ? worth : 0));
                    if (order) {
                        orders.push_back(*order);
                    } else {
                        const std::set<std::string> known{"gift_card_short", "gift_card_ended",
                                                          "gift_card_blocked", "sold_out"};
                        RC_ASSERT(known.contains(order.error().code));
                    }
                } else if (what == 4 && !orders.empty()) {
                    const auto order = orders[*rc::gen::inRange<std::size_t>(0, orders.size())];
                    (void)voidOrder(counter, order.code, "asked");
                } else if (what == 5) {
                    (void)blockGiftCard(counter, chosen.id, *rc::gen::arbitrary<bool>(), "lost");
                } else if (auto fresh = replaceGiftCard(counter, chosen.id, "lost")) {
                    cards.push_back(*fresh);
                }
            }
            std::int64_t owed = 0;
            for (const NewGiftCard& each : cards) {
                const std::int64_t balance = balanceOf(house, each);
                RC_ASSERT(balance >= 0);
                owed += balance;
                const auto booked = counter.database().integer(
                    "SELECT sum(amount) FROM ledger_line WHERE account = ? AND subject = ?",
                    {account::kGiftCards, each.id});
                RC_ASSERT(booked == -balance); // card by card
            }
            RC_ASSERT(ledger(counter, account::kGiftCards) == -owed);
            RC_ASSERT(readGiftCardLiability(counter.database(), counter.organizer(), kEuro) ==
                      owed);
            RC_ASSERT(ledger(counter, account::kReceivable) == 0);
            RC_ASSERT(findings(counter) == 0U); // tables as rebuilt, every entry sums to zero
        }));
    }

    void aGiftCardIsSoldWithoutTurnoverAndSpentInParts()
    {
        CounterFixture house;
        Counter& counter = house.counter();
        QVERIFY(startShift(counter, {std::nullopt, {0, {}}}));
        const NewGiftCard fresh = card(house, 5'000);
        QCOMPARE(ledger(counter, account::kRevenue), 0);
        QCOMPARE(ledger(counter, account::kTaxPayable), 0);
        const std::int64_t price = priceOfOne(house);
        const auto order = sellWith(house, " " + displayGiftCode(fresh.code), 500);
        QCOMPARE(codeOf(order), std::string{"done"});
        QCOMPARE(order->payments.at(0).tender.reference, giftTail(fresh.code));
        QCOMPARE(order->payments.at(0).left->minor(), 4'500);
        const auto later = findOrder(counter, order->code);
        QVERIFY(later->payments == order->payments); // receipts made later say the same
        QCOMPARE(sellWith(house, fresh.code, 4'501).error().code, std::string{"overpaid_by_card"});
        const auto x = shiftReport(counter, *openShift(counter));
        std::int64_t methods = 0;
        for (const TillFigure& figure : x->figures) {
            methods += figure.key.group == FigureGroup::Method ? figure.amount : 0;
        }
        QCOMPARE(figureIn(x->figures, FigureGroup::Turnover).amount, price);
        QCOMPARE(figureIn(x->figures, FigureGroup::GiftCard).amount, 5'000);
        QCOMPARE(methods, price + 5'000);
        QCOMPARE(findings(counter), std::size_t{0});
    }

    void theCodeIsNowhereOnDisk()
    {
        CounterFixture house;
        const NewGiftCard fresh = card(house, 5'000);
        QVERIFY(sellWith(house, fresh.code, 500));
        QCOMPARE(giftCardCodes(house.counter(),
                               giftCards(house.counter(), "")->empty()
                                   ? OrderId{}
                                   : findOrder(house.counter(),
                                               giftCards(house.counter(), "")->at(0).orderCode)
                                         ->id)
                     ->at(0)
                     .code,
                 fresh.code); // made again for printing
        house.close();
        for (const char* end : {"", "-wal"}) {
            QFile file{QString::fromStdString(house.file()) + QLatin1String{end}};
            if (file.open(QIODevice::ReadOnly)) {
                const QByteArray bytes = file.readAll();
                QVERIFY(!bytes.contains(fresh.code.c_str()));
                QVERIFY(!bytes.contains(displayGiftCode(fresh.code).c_str()));
            }
        }
    }

    void whatIsTakenBackReturnsToTheCard()
    {
        CounterFixture house;
        const NewGiftCard lost = card(house, 2'000);
        const auto order = sellWith(house, lost.code, 700);
        QCOMPARE(balanceOf(house, lost), 1'300);
        const auto fresh = replaceGiftCard(house.counter(), lost.id, "lost in the tram");
        QCOMPARE(codeOf(fresh), std::string{"done"});
        QCOMPARE(codeOf(sellWith(house, lost.code, 100)), std::string{"gift_card_ended"});
        QVERIFY(voidOrder(house.counter(), order->code, "asked"));
        QCOMPARE(balanceOf(house, *fresh), 2'000); // on the card that took its place
        QCOMPARE(balanceOf(house, lost), 0);
        QCOMPARE(findings(house.counter()), std::size_t{0});
    }

    void theSaleOfACardIsTakenBackOnlyWhileItIsWhole()
    {
        CounterFixture house;
        const auto sold = sellCard(house, 2'000);
        const auto order = sellWith(house, sold->cards[0].code, 100);
        QCOMPARE(codeOf(voidOrder(house.counter(), sold->order.code, "asked")),
                 std::string{"gift_card_used"});
        QVERIFY(voidOrder(house.counter(), order->code, "asked"));
        QCOMPARE(codeOf(voidOrder(house.counter(), sold->order.code, "asked")),
                 std::string{"done"});
        QCOMPARE(codeOf(sellWith(house, sold->cards[0].code, 100)), std::string{"gift_card_ended"});
        QCOMPARE(ledger(house.counter(), account::kGiftCards), 0);
        QCOMPARE(ledger(house.counter(), account::kCash), 0);
    }

    void whatCannotBeSpentSaysWhy()
    {
        CounterFixture house;
        Counter& counter = house.counter();
        const NewGiftCard fresh = card(house, 800);
        QCOMPARE(codeOf(sellWith(house, "ABC", 100)), std::string{"bad_gift_code"});
        QCOMPARE(codeOf(sellWith(house, giftCode({}), 100)), std::string{"unknown_gift_card"});
        const auto tooMuch = sellWith(house, fresh.code, 801);
        QCOMPARE(codeOf(tooMuch), std::string{"gift_card_short"});
        QCOMPARE(tooMuch.error().facts, std::vector<std::string>{"8.00"});
        SaleRequest twice = house.request({house.standing()});
        for (int i = 0; i < 2; ++i) { // the same card in two parts is still one balance
            twice.tenders.push_back({PaymentMethod::GiftCard, eur(450), fresh.code});
        }
        QCOMPARE(codeOf(sell(counter, twice)), std::string{"gift_card_short"});
        QVERIFY(blockGiftCard(counter, fresh.id, true, "stolen"));
        QCOMPARE(codeOf(sellWith(house, fresh.code, 100)), std::string{"gift_card_blocked"});
        QCOMPARE(codeOf(blockGiftCard(counter, fresh.id, true, "stolen")),
                 std::string{"nothing_to_change"});
        QVERIFY(blockGiftCard(counter, fresh.id, false, "found"));
        QCOMPARE(codeOf(sellWith(house, fresh.code, 100)), std::string{"done"});
        const GiftCardSale byCard{.id = newOrder(house),
                                  .amounts = {eur(100)},
                                  .tenders = {{PaymentMethod::GiftCard, eur(100), fresh.code}},
                                  .customer = std::nullopt};
        QCOMPARE(codeOf(sellGiftCards(counter, byCard)), std::string{"gift_card_for_gift_card"});
        QCOMPARE(codeOf(sellCard(house, 500'001)), std::string{"bad_gift_amount"});
    }

    void anotherCountersCardIsNotSpentWithoutAConnection()
    {
        CounterFixture house;
        const NewGiftCard fresh = card(house, 800);
        tamper(house.file(), "UPDATE gift_card SET replica = " + zeroBytes(16));
        QVERIFY(!giftCard(house.counter(), fresh.code)->isHome);
        QCOMPARE(codeOf(sellWith(house, fresh.code, 100)), std::string{"card_not_here"});
        QCOMPARE(codeOf(replaceGiftCard(house.counter(), fresh.id, "lost")),
                 std::string{"card_not_here"});
        QCOMPARE(codeOf(blockGiftCard(house.counter(), fresh.id, true, "lost")),
                 std::string{"done"}); // that spends nothing
    }

    void aRepeatedRequestSellsOneCard()
    {
        CounterFixture house;
        const GiftCardSale sale{.id = newOrder(house),
                                .amounts = {eur(100), eur(200)},
                                .tenders = {{PaymentMethod::CardTerminal, eur(300), "4711"}},
                                .customer = std::nullopt};
        const auto first = sellGiftCards(house.counter(), sale);
        const auto second = sellGiftCards(house.counter(), sale);
        QCOMPARE(first->order.code, second->order.code);
        QCOMPARE(first->cards.at(1).code, second->cards.at(1).code);
        QCOMPARE(giftCards(house.counter(), "")->size(), std::size_t{2});
        QCOMPARE(first->order.total.minor(), 300);
    }

    void anInvoiceIsOpenUntilItsMoneyCame()
    {
        CounterFixture house;
        Counter& counter = house.counter();
        const std::int64_t price = priceOfOne(house);
        const auto order = sell(counter, onInvoice(house));
        QCOMPARE(codeOf(order), std::string{"done"});
        QCOMPARE(ledger(counter, account::kInvoiced), price);
        const auto open = invoices(counter, true);
        QCOMPARE(open->size(), std::size_t{1});
        const Invoice& invoice = open->at(0);
        QCOMPARE(invoice.number, order->payments.at(0).tender.reference);
        QCOMPARE(invoice.recipient->address, std::string{"1 Mill Lane\nLondon"});
        QCOMPARE(invoice.dueAt.ms - house.clock().now().ms, 14LL * 24 * 3600 * 1000);
        QCOMPARE(codeOf(pay(house, invoice, price + 1)), std::string{"bad_invoice_amount"});
        QCOMPARE(codeOf(pay(house, invoice, 1, PaymentMethod::GiftCard)),
                 std::string{"bad_method"});
        QCOMPARE(pay(house, invoice, 400)->open.minor(), price - 400);
        const auto paid = pay(house, invoice, price - 400, PaymentMethod::Cash);
        QVERIFY(paid->state() == InvoiceState::Paid);
        QCOMPARE(codeOf(pay(house, invoice, 1)), std::string{"invoice_paid"});
        QVERIFY(invoices(counter, true)->empty());
        QCOMPARE(ledger(counter, account::kInvoiced), 0);
        QCOMPARE(ledger(counter, account::kBank), 400);
        QCOMPARE(ledger(counter, account::kCash), price - 400);
        QCOMPARE(findOrder(counter, order->code)->payments.size(), std::size_t{1});
        QCOMPARE(findings(counter), std::size_t{0});
    }

    void aVoidOrderTakesItsInvoiceBackByACreditNote()
    {
        CounterFixture house;
        Counter& counter = house.counter();
        const auto order = sell(counter, onInvoice(house));
        QVERIFY(voidOrder(counter, order->code, "asked"));
        const auto issued = invoicesOf(counter, order->id);
        QCOMPARE(issued->size(), std::size_t{2});
        QVERIFY(issued->at(0).state() == InvoiceState::Cancelled);
        QCOMPARE(issued->at(1).cancels, issued->at(0).number);
        QCOMPARE(issued->at(1).amount, issued->at(0).amount);
        QVERIFY(invoices(counter, true)->empty());
        QCOMPARE(ledger(counter, account::kInvoiced), 0);
        QCOMPARE(findings(counter), std::size_t{0});
    }

    void whatWasPaidOfAnInvoiceIsGivenBackAfterItsCreditNote()
    {
        CounterFixture house;
        Counter& counter = house.counter();
        const auto order = sell(counter, onInvoice(house));
        const Invoice invoice = invoices(counter, true)->at(0);
        QVERIFY(pay(house, invoice, 400));
        QVERIFY(voidOrder(counter, order->code, "asked"));
        const auto credit = invoices(counter, true);
        QCOMPARE(credit->size(), std::size_t{1}); // still to be settled
        QVERIFY(credit->at(0).state() == InvoiceState::Credit);
        QCOMPARE(credit->at(0).open.minor(), -400);
        QCOMPARE(codeOf(pay(house, invoice, 1)), std::string{"invoice_paid"});
        InvoiceMoney back{.id = PaymentId{Uuid::v7(house.clock().now(), house.random())},
                          .invoice = invoice.id,
                          .method = PaymentMethod::Transfer,
                          .amount = eur(401),
                          .reference = "bank 13"};
        QCOMPARE(codeOf(giveInvoiceMoneyBack(counter, back)), std::string{"bad_invoice_amount"});
        back.amount = eur(400);
        QVERIFY(giveInvoiceMoneyBack(counter, back)->state() == InvoiceState::Cancelled);
        QVERIFY(giveInvoiceMoneyBack(counter, back)->state() == InvoiceState::Cancelled); // once
        QVERIFY(invoices(counter, true)->empty());
        for (const char* account : {account::kInvoiced, account::kBank, account::kReceivable}) {
            QCOMPARE(ledger(counter, account), 0);
        }
        QCOMPARE(findings(counter), std::size_t{0});
    }

    void invoiceNumbersHaveNoGaps()
    {
        QVERIFY(rc::check("1, 2, 3 …", [] {
            CounterFixture house{smallSeason(1), 3};
            for (int act = 0; act < 8; ++act) {
                SaleRequest request = onInvoice(house);
                if (*rc::gen::inRange(0, 3) == 0) { // refused: no number is used up
                    request.totalTold = eur(1);
                }
                const auto order = sell(house.counter(), request);
                if (order && *rc::gen::arbitrary<bool>()) {
                    RC_ASSERT(voidOrder(house.counter(), order->code, "asked").has_value());
                }
            }
            const auto all = *invoices(house.counter(), false);
            for (std::size_t i = 0; i < all.size(); ++i) {
                const std::string number =
                    invoiceNumber(house.counter().series(), static_cast<std::int64_t>(i) + 1);
                RC_ASSERT(findInvoice(house.counter(), number).has_value());
            }
        }));
    }

    void anInvoiceNeedsACustomerAnAddressAndAReasonableTime()
    {
        CounterFixture house;
        SaleRequest request = onInvoice(house);
        request.newCustomer.reset();
        QCOMPARE(codeOf(sell(house.counter(), request)), std::string{"customer_needed"});
        request = onInvoice(house);
        request.invoice.recipient.address = " \n";
        QCOMPARE(codeOf(sell(house.counter(), request)), std::string{"bad_recipient"});
        request = onInvoice(house);
        request.invoice.days = 121;
        QCOMPARE(codeOf(sell(house.counter(), request)), std::string{"bad_due"});
        request = onInvoice(house);
        request.tenders[0] = {PaymentMethod::Transfer, request.tenders[0].tendered, "x"};
        QCOMPARE(codeOf(sell(house.counter(), request)), std::string{"bad_tender"});
        QCOMPARE(invoices(house.counter(), false)->size(), std::size_t{0});
    }

    void whoMayNotSellWorthIsRefused()
    {
        CounterFixture house;
        const NewGiftCard fresh = card(house, 800);
        staff(house);
        signIn(house, "door");
        QCOMPARE(codeOf(sellCard(house, 100)), std::string{"not_permitted"});
        QCOMPARE(codeOf(giftCard(house.counter(), fresh.code)), std::string{"not_permitted"});
        signIn(house, "clerk");
        QCOMPARE(codeOf(replaceGiftCard(house.counter(), fresh.id, "lost")),
                 std::string{"not_permitted"});
        QCOMPARE(codeOf(blockGiftCard(house.counter(), fresh.id, true, "lost")),
                 std::string{"not_permitted"});
        QCOMPARE(codeOf(sellCard(house, 100)), std::string{"no_shift"}); // cash belongs to a drawer
        QCOMPARE(codeOf(sell(house.counter(), onInvoice(house))), std::string{"done"});
    }
};

QTEST_GUILESS_MAIN(WorthTest)
#include "test_worth.moc"
