// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Money that comes by transfer: each line of a statement counts once, whichever file brings it and
// whoever dies meanwhile; what it is for is found, or a person is asked.

#include "core/domain/sales/creditor_reference.h"
#include "core/services/invoices.h"
#include "core/services/provider_payments.h"
#include "core/services/sales.h"
#include "core/storage/job_store.h"
#include "core/storage/provider_payment_store.h"
#include "core/storage/settlement_store.h"
#include "sync/server/payments/bank/bank_desk.h"
#include "sync/server/payments/customer_page.h"
#include "sync/server/payments/providers/bank_provider.h"
#include "tests/support/box_office_net.h"
#include "tests/support/provider_authority.h"

#include <QTest>

#include <algorithm>
#include <chrono>
#include <memory>
#include <set>

using namespace foyer;
using namespace foyer::test;

namespace {

using namespace std::chrono_literals;

const Currency kEuro = *Currency::fromCode("EUR");
constexpr const char* kIban = "DE89370400440532013000";

/// A line as a bank would write it.
struct Came {
    std::string reference; ///< the bank's own
    std::int64_t amount = 0;
    std::string text;
    std::string currency = "EUR";
    bool isReversal = false;
    std::string name = "Ada Lovelace";
};

std::string camt(const std::vector<Came>& lines, const std::string& iban = kIban)
{
    std::string text = "<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:camt.053.001.08\">"
                       "<BkToCstmrStmt><Stmt><Acct><Id><IBAN>" +
        iban + "</IBAN></Id></Acct>";
    for (const Came& line : lines) {
        const Money amount{std::abs(line.amount), *Currency::fromCode(line.currency)};
        text += "<Ntry><Amt Ccy=\"" + line.currency + "\">" + toPlainText(amount) +
            "</Amt><CdtDbtInd>" + (line.amount < 0 ? "DBIT" : "CRDT") + "</CdtDbtInd>" +
            (line.isReversal ? "<RvslInd>true</RvslInd>" : "") +
            "<Sts><Cd>BOOK</Cd></Sts><ValDt><Dt>2026-11-30</Dt></ValDt><AcctSvcrRef>" +
            line.reference + "</AcctSvcrRef><NtryDtls><TxDtls><RltdPties><Dbtr><Pty><Nm>" +
            line.name +
            "</Nm></Pty></Dbtr><DbtrAcct><Id><IBAN>DE02120300000000202051</IBAN></Id>"
            "</DbtrAcct></RltdPties><RmtInf><Ustrd>" +
            line.text + "</Ustrd></RmtInf></TxDtls></NtryDtls></Ntry>";
    }
    return text + "</Stmt></BkToCstmrStmt></Document>";
}

/// A house with a counter, a server with a bank account, and statements that a test writes.
class BankHouse {
public:
    BankHouse()
        : m_database{Database::open(net.serverFile(), Database::Mode::ReadWrite)},
          m_bankDatabase{Database::open(net.serverFile(), Database::Mode::ReadWrite)}
    {
        constexpr std::int64_t kTenDays = 10LL * 24 * 3'600'000;
        ENSURE(keepPaymentOffers(net.counter(0), {{"bank", true, {}, kTenDays}}).has_value());
        restart();
    }
    void restart()
    {
        m_bank.reset();
        m_payments.reset();
        m_authority.reset();
        m_authority = std::make_unique<server::AuthorityDesk>(
            [this] { return Database::open(net.serverFile(), Database::Mode::ReadWrite); },
            [this](OrganizerId) { return net.authority().keys(); },
            [](OrganizerId, std::int64_t) {}, net.clock(), m_random);
        server::PaymentOptions options;
        options.providers["bank"] = {std::make_shared<server::BankProvider>(
                                         "bank",
                                         server::BankAccount{"Foyer e.V.", kIban, "", 240h, false},
                                         [this]() -> Database& { return *m_bankDatabase; },
                                         net.clock()),
                                     {}};
        options.banks["bank"] = kIban;
        options.publicUrl = "https://box.test";
        options.isTest = false;
        m_payments = std::make_unique<server::PaymentDesk>(std::move(options), *m_authority,
                                                           net.clock(), m_random, m_log, m_metrics);
        m_payments->follow(m_authority->followUps());
        net.authority().followWith(&m_authority->followUps());
        // What is sealed is turned over, so that a test sees that it is not there as it is.
        const auto turned = [](ByteView text) {
            Bytes bytes{text.begin(), text.end()};
            std::ranges::transform(bytes, bytes.begin(), [](std::uint8_t byte) {
                return static_cast<std::uint8_t>(~byte);
            });
            return bytes;
        };
        m_bank = std::make_unique<server::BankDesk>(
            *m_payments, *m_authority,
            [this, turned](ByteView text) {
                if (failAt == 0) {
                    throw StorageFailure{storageError("disk_full", "The disk is full.")};
                }
                --failAt;
                return turned(text);
            },
            [turned](ByteView sealed) { return Result<SecretBytes>{SecretBytes{turned(sealed)}}; },
            net.clock(), m_log, m_metrics);
    }
    server::BankDesk& bank() { return *m_bank; }
    server::PaymentDesk& payments() { return *m_payments; }
    Database& database() { return *m_database; }
    OrganizerId organizer() { return net.authority().organizer(); }

    Order sell(PaymentMethod method = PaymentMethod::Online)
    {
        net.clock().pass(1'000);
        SaleRequest request;
        request.id = OrderId{Uuid::v7(net.clock().now(), net.random())};
        request.cart.items = {net.standing(0), net.standing(0)};
        const auto price = quote(net.counter(0), request.cart);
        ENSURE(price.has_value());
        request.tenders = {{method, price->total, ""}};
        if (method == PaymentMethod::Invoice) {
            request.newCustomer = CustomerDetails{"Ada Lovelace", "ada@example.org", "", ""};
            request.invoice.recipient = {"Engines Ltd", "1 Mill Lane\nLondon", "", ""};
        }
        auto order = foyer::sell(net.counter(0), request);
        ENSURE(order.has_value());
        net.settle();
        runDue();
        return *order;
    }
    ProviderPayment known(const Order& order)
    {
        net.settle();
        return providerPaymentsOf(net.counter(0), order.id)->back().payment;
    }
    std::string referenceOf(const Order& order)
    {
        return readPaymentWork(*m_database, organizer(), known(order).id)->reference;
    }
    std::int64_t awaited(const Order& order)
    {
        return readAwaited(*m_database, organizer(), known(order).id);
    }
    Invoice invoiceOf(const Order& order)
    {
        net.settle();
        return invoicesOf(net.counter(0), order.id)->front();
    }

    Permit permit() const
    {
        PermissionSet may;
        may.set(static_cast<std::size_t>(Permission::ResolveIncidents));
        return *DistantActor{UserId{Uuid::v8({7})}, may}.permit(Permission::ResolveIncidents);
    }
    Result<server::BankDesk::Taken> takeText(const std::string& file)
    {
        net.clock().pass(1'000);
        const Permit may = permit();
        auto taken =
            m_bank->take(*m_database, organizer(), may,
                         {reinterpret_cast<const std::uint8_t*>(file.data()), file.size()});
        runDue();
        net.settle();
        return taken;
    }
    server::BankDesk::Taken take(const std::vector<Came>& lines)
    {
        const auto taken = takeText(camt(lines));
        if (!taken) {
            qFatal("%s", taken.error().message.c_str());
        }
        return *taken;
    }
    std::string assign(const std::string& to)
    {
        const auto open = m_bank->lines(*m_database, organizer(), true);
        ENSURE(!open.empty());
        const Permit may = permit();
        const auto done = m_bank->assign(*m_database, organizer(), may, open.front().line.id, to);
        runDue();
        net.settle();
        return done ? std::string{} : done.error().code;
    }
    /// The kinds of the cases that are open.
    std::string cases()
    {
        std::multiset<std::string> kinds;
        for (const SettlementCase& open : readOpenCases(*m_database, organizer())) {
            kinds.insert(open.kind);
        }
        std::string text;
        for (const std::string& kind : kinds) {
            text += (text.empty() ? "" : " ") + kind;
        }
        return text;
    }
    void runDue()
    {
        for (int i = 0; i < 200; ++i) {
            const Instant now = net.clock().now();
            Transaction claim{*m_database};
            const auto jobs = claimJobs(*m_database, {m_worker, now, Instant{now.ms + 30'000}, 1});
            claim.commit();
            if (jobs.empty()) {
                return;
            }
            const Job& job = jobs.front();
            const auto outcome = job.kind == server::PaymentDesk::kJob
                ? m_payments->job().work(*m_database, job)
                : m_payments->gapsJob().work(*m_database, job);
            Transaction end{*m_database};
            if (outcome.kind == server::JobOutcome::Kind::Done) {
                ENSURE(endJob(*m_database, job, m_worker, {now, false, {}}));
            } else {
                ENSURE(deferJob(*m_database, job, m_worker,
                                outcome.notBefore.value_or(Instant{now.ms + 60'000}),
                                outcome.problem));
            }
            end.commit();
        }
        qFatal("it goes on and on");
    }
    void pass(std::chrono::milliseconds time)
    {
        net.clock().pass(time.count());
        runDue();
        net.settle();
    }
    std::int64_t account(const char* name)
    {
        return m_database
            ->integer("SELECT coalesce(sum(amount), 0) FROM ledger_line WHERE account = ?",
                      {std::string_view{name}})
            .value_or(0);
    }
    std::int64_t entries(const char* kind)
    {
        return m_database
            ->integer("SELECT count(*) FROM entry WHERE kind = ?", {std::string_view{kind}})
            .value_or(0);
    }

    BoxOfficeNet net{0};
    int failAt = -1; ///< lines until the disk is full; below zero: it never is

private:
    SystemRandom m_random;
    server::ServerLog m_log{net.clock(), server::LogLevel::Error, [](std::string_view) {}};
    server::Metrics m_metrics;
    std::unique_ptr<Database> m_database;
    std::unique_ptr<Database> m_bankDatabase;
    std::unique_ptr<server::AuthorityDesk> m_authority;
    std::unique_ptr<server::PaymentDesk> m_payments;
    std::unique_ptr<server::BankDesk> m_bank;
    Uuid m_worker = Uuid::v8({1});
};

} // namespace

class BankDeskTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aTransferPaysItsOrder()
    {
        BankHouse house;
        const Order order = house.sell();
        QVERIFY(house.known(order).isOpen());
        QVERIFY(takesDays(house.known(order)));
        const std::string reference = house.referenceOf(order);
        QVERIFY(isCreditorReference(reference));
        // Nothing leaves the house before the money has come.
        QCOMPARE(house.awaited(order), order.total.minor());
        const auto taken = house.take({{"B1", order.total.minor(), "Karten " + reference}});
        QCOMPARE(taken.matched, std::int64_t{1});
        QVERIFY(house.known(order).settledAt.has_value());
        QCOMPARE(house.awaited(order), std::int64_t{0});
        QCOMPARE(house.account("bank"), order.total.minor());
        QCOMPARE(house.account("provider_clearing"), std::int64_t{0});
        QCOMPARE(house.cases(), std::string{});
        QCOMPARE(house.net.difference(), std::string{});
    }

    void theSameLineCountsOnceInWhicheverStatement()
    {
        BankHouse house;
        const Order first = house.sell();
        const Order second = house.sell();
        const Order third = house.sell(PaymentMethod::Invoice);
        std::vector<Came> lines{{"B1", first.total.minor(), house.referenceOf(first)},
                                {"B2", second.total.minor() - 100, house.referenceOf(second)},
                                {"B3", third.total.minor(), house.invoiceOf(third).number},
                                {"B4", 4'200, "who knows"}};
        house.take({lines[1], lines[0]});
        QCOMPARE(house.take({lines[0], lines[1]}).known, std::int64_t{2});
        house.take(lines);
        std::ranges::reverse(lines);
        const auto again = house.take(lines);
        QCOMPARE(again.known, std::int64_t{4});
        QCOMPARE(again.matched + again.unmatched, std::int64_t{0});
        QCOMPARE(house.account("bank"), first.total.minor() + third.total.minor());
        QCOMPARE(house.account("invoiced"), std::int64_t{0});
        QCOMPARE(house.entries(kind::kPaymentSettled), std::int64_t{1});
        QCOMPARE(house.cases(), std::string{"unmatched_transfer"});
        // What is left of it comes, too.
        house.take({{"B5", 100, "Rest " + house.referenceOf(second)}});
        QVERIFY(house.known(second).settledAt.has_value());
        QCOMPARE(house.net.difference(), std::string{});
    }

    void halfOfItIsNotPaid()
    {
        BankHouse house;
        const Order order = house.sell();
        house.take({{"B1", 100, house.referenceOf(order)}});
        QVERIFY(house.known(order).isOpen());
        const auto work =
            readPaymentWork(house.database(), house.organizer(), house.known(order).id);
        QCOMPARE(work->problem, std::string{"partly_paid"});
        QCOMPARE(house.cases(), std::string{});
        // Nobody pays the rest: that money is a person's to give back.
        house.pass(11 * 24h);
        QVERIFY(house.known(order).endedAt.has_value());
        house.take({{"B9", -1, "somebody's wages"}});
        QCOMPARE(house.cases(), std::string{"partly_paid"});
        // Unless it comes after all.
        house.take({{"B2", order.total.minor() - 100, house.referenceOf(order)}});
        QVERIFY(house.known(order).settledAt.has_value());
        QCOMPARE(house.cases(), std::string{});
        QCOMPARE(house.awaited(order), std::int64_t{0});
    }

    void moreThanItCostIsACase()
    {
        BankHouse house;
        const Order order = house.sell();
        house.take({{"B1", order.total.minor() + 500, house.referenceOf(order)}});
        QVERIFY(house.known(order).settledAt.has_value());
        QCOMPARE(house.account("bank"), order.total.minor());
        QCOMPARE(house.cases(), std::string{"overpaid"});
        house.take({{"B2", order.total.minor(), house.referenceOf(order)}}); // once more, whole
        QCOMPARE(house.cases(), std::string{"overpaid overpaid"});
        const auto open = house.bank().lines(house.database(), house.organizer(), true);
        QCOMPARE(open.size(), std::size_t{2});
        SettlementCase ended = readOpenCases(house.database(), house.organizer()).front();
        ended.endedAt = house.net.clock().now();
        ended.endedBy = UserId{Uuid::v8({7})};
        ended.note = "given back by hand";
        QVERIFY(endCaseWithNote(house.database(), ended));
        QCOMPARE(house.bank().lines(house.database(), house.organizer(), true).size(),
                 std::size_t{1});
        house.take({{"B2", order.total.minor(), house.referenceOf(order)}});
        QCOMPARE(house.cases(), std::string{"overpaid"}); // what somebody ended stays so
    }

    void anotherCurrencyIsACase()
    {
        BankHouse house;
        const Order order = house.sell();
        house.take({{"B1", order.total.minor(), house.referenceOf(order), "CHF"}});
        QCOMPARE(house.cases(), std::string{"currency_diff"});
        QVERIFY(house.known(order).isOpen());
        QCOMPARE(house.assign(order.code), std::string{"nothing_open"});
    }

    void moneyForAnOrderThatWasTakenBackGoesBack()
    {
        BankHouse house;
        const Order order = house.sell();
        const std::string reference = house.referenceOf(order);
        QVERIFY(cancelProviderPayment(house.net.counter(0), house.known(order).id).has_value());
        house.net.settle();
        house.runDue();
        QVERIFY(house.known(order).endedAt.has_value());
        QVERIFY(voidOrder(house.net.counter(0), order.code, "ill").has_value());
        house.net.settle();
        house.runDue();
        house.take({{"B1", order.total.minor(), reference}});
        QVERIFY(house.known(order).isLate());
        house.pass(10s);
        const auto outgoing = house.bank().outgoing(house.database(), house.organizer());
        QCOMPARE(outgoing.size(), std::size_t{1});
        QCOMPARE(outgoing.front().outgoing.amount, order.total);
        QCOMPARE(outgoing.front().name, std::string{"Ada Lovelace"});
        QCOMPARE(outgoing.front().iban, std::string{"DE02120300000000202051"});
        QCOMPARE(outgoing.front().orderCode, order.code);
        // The transfer that a person makes is found in the next statement.
        house.take(
            {{"B2", -order.total.minor(), "Erstattung " + outgoing.front().outgoing.reference}});
        house.take(
            {{"B2", -order.total.minor(), "Erstattung " + outgoing.front().outgoing.reference}});
        QCOMPARE(house.entries(kind::kPaymentRefunded), std::int64_t{1});
        QCOMPARE(house.account("bank"), std::int64_t{0});
        QCOMPARE(house.awaited(order), std::int64_t{0});
        QVERIFY(house.bank().outgoing(house.database(), house.organizer()).empty());
        QCOMPARE(house.cases(), std::string{});
        // It comes back: the account was closed. Then it is to be given back again.
        house.take({{"B3", order.total.minor(), outgoing.front().outgoing.reference, "EUR", true}});
        QCOMPARE(house.account("bank"), order.total.minor());
        QCOMPARE(house.known(order).failedRefund()->outcome, RefundOutcome::Bounced);
        QCOMPARE(house.net.difference(), std::string{});
    }

    void aPersonSaysThatItWasSent()
    {
        BankHouse house;
        const Order order = house.sell();
        house.take({{"B1", order.total.minor(), house.referenceOf(order)}});
        QVERIFY(voidOrder(house.net.counter(0), order.code, "ill").has_value());
        house.net.settle();
        house.runDue();
        house.pass(10s);
        const auto outgoing = house.bank().outgoing(house.database(), house.organizer());
        QCOMPARE(outgoing.size(), std::size_t{1});
        const Permit may = house.permit();
        const PaymentId refund = outgoing.front().outgoing.refund;
        QVERIFY(house.bank().noteSent(house.organizer(), may, refund).has_value());
        QCOMPARE(house.bank().noteSent(house.organizer(), may, refund).error().code,
                 std::string{"unknown_outgoing"});
        house.pass(2h);
        QCOMPARE(house.entries(kind::kPaymentRefunded), std::int64_t{1});
        // And the statement says the same later.
        house.take({{"B2", -order.total.minor(), outgoing.front().outgoing.reference}});
        house.pass(2h);
        QCOMPARE(house.entries(kind::kPaymentRefunded), std::int64_t{1});
        QCOMPARE(house.account("bank"), std::int64_t{0});
        QCOMPARE(house.cases(), std::string{});
    }

    void anInvoiceIsPaidByItsNumber()
    {
        BankHouse house;
        const Order order = house.sell(PaymentMethod::Invoice);
        const std::string number = house.invoiceOf(order).number;
        house.take({{"B1", 100, "Rechnung " + number}});
        QCOMPARE(house.invoiceOf(order).open, order.total - Money(100, kEuro));
        house.take({{"B2", order.total.minor(), "Rest von " + number}});
        QVERIFY(house.invoiceOf(order).state() == InvoiceState::Paid);
        QCOMPARE(house.account("invoiced"), std::int64_t{0});
        QCOMPARE(house.account("bank"), order.total.minor());
        QCOMPARE(house.cases(), std::string{"overpaid"}); // 1.00 more than was open
        house.take({{"B3", 500, number}});
        QCOMPARE(house.invoiceOf(order).payments.size(), std::size_t{2});
        QCOMPARE(house.net.difference(), std::string{});
    }

    void aPersonSaysWhatALineIsFor()
    {
        BankHouse house;
        const Order order = house.sell();
        const Order invoiced = house.sell(PaymentMethod::Invoice);
        house.take({{"B1", order.total.minor() + invoiced.total.minor(), "Danke, Ada"}});
        QCOMPARE(house.cases(), std::string{"unmatched_transfer"});
        QCOMPARE(house.assign("nonsense"), std::string{"unknown_target"});
        QCOMPARE(house.assign("INV-ZZ-00009"), std::string{"unknown_target"});
        QCOMPARE(house.assign(order.code), std::string{});
        QVERIFY(house.known(order).settledAt.has_value());
        QCOMPARE(house.cases(), std::string{"overpaid"});
        QCOMPARE(house.assign(order.code), std::string{"nothing_open"});
        QCOMPARE(house.assign(house.invoiceOf(invoiced).number), std::string{});
        QVERIFY(house.invoiceOf(invoiced).state() == InvoiceState::Paid);
        QCOMPARE(house.cases(), std::string{});
        QVERIFY(house.bank().lines(house.database(), house.organizer(), true).empty());
        QCOMPARE(house.net.difference(), std::string{});
    }

    void whatIsTakenBackByTheBankIsACase()
    {
        BankHouse house;
        const Order order = house.sell();
        house.take({{"B1", order.total.minor(), house.referenceOf(order)},
                    {"B2", -order.total.minor(), house.referenceOf(order), "EUR", true}});
        QVERIFY(house.known(order).settledAt.has_value());
        QCOMPARE(house.cases(), std::string{"reversed_transfer"});
    }

    void whatTheHouseSpendsIsNotKept()
    {
        BankHouse house;
        const auto taken = house.take({{"B1", -120'000, "Gehalt November", "EUR", false, "Kim"}});
        QCOMPARE(taken.ignored, std::int64_t{1});
        QVERIFY(house.bank().lines(house.database(), house.organizer(), false).empty());
    }

    void namesAreNotInTheDatabaseAsTheyAre()
    {
        BankHouse house;
        house.take({{"B1", 100, "for the cat's birthday"}});
        QCOMPARE(house.bank().lines(house.database(), house.organizer(), true).front().details.text,
                 std::string{"for the cat's birthday"});
        std::string all;
        house.database().each("SELECT id, provider, form, named, details FROM bank_line", {},
                              [&](const DbRow& row) {
                                  const Bytes bytes = row.bytes(4);
                                  all += row.text(0) + row.text(1) + row.text(2) + row.text(3) +
                                      std::string{bytes.begin(), bytes.end()};
                              });
        QVERIFY(all.find("birthday") == std::string::npos);
        QVERIFY(all.find("Lovelace") == std::string::npos);
    }

    void statementsOfOthersAndMixedFormsAreRefused()
    {
        BankHouse house;
        const Order order = house.sell();
        QCOMPARE(house.takeText(camt({{"B1", 100, "x"}}, "AT611904300234573201")).error().code,
                 std::string{"wrong_account"});
        QCOMPARE(house.takeText("no statement").error().code, std::string{"bad_statement"});
        house.take({{"B1", order.total.minor(), house.referenceOf(order)}});
        const std::string csv = "Buchungstag;Betrag;Verwendungszweck;Name\n30.11.2026;" +
            toPlainText(order.total) + ";" + house.referenceOf(order) + ";Ada\n";
        QCOMPARE(house.takeText(csv).error().code, std::string{"mixed_forms"});
        QCOMPARE(house
                     .takeText("Buchungstag;Betrag;Verwendungszweck;Name\n01.12.2026;5.00;x;Ada\n")
                     ->unmatched,
                 std::int64_t{1});
        QCOMPARE(house.account("bank"), order.total.minor());
    }

    /// The process dies after each of the transactions that a large statement takes; whoever takes
    /// it in once more ends where one who never died would.
    void aStatementMayBreakOffAnywhere()
    {
        BankHouse house;
        const Order order = house.sell();
        const Order invoiced = house.sell(PaymentMethod::Invoice);
        std::vector<Came> lines;
        for (int i = 0; i < 250; ++i) {
            lines.push_back({"B" + std::to_string(i), 1, "x"});
        }
        lines[120] = {"B120", order.total.minor(), house.referenceOf(order)};
        lines[220] = {"B220", invoiced.total.minor(), house.invoiceOf(invoiced).number};
        // As far as each transaction got: nothing of the next one is there.
        for (const std::size_t done : {std::size_t{100}, std::size_t{200}}) {
            house.take({lines.begin(), lines.begin() + static_cast<std::ptrdiff_t>(done)});
            house.restart();
        }
        QCOMPARE(house.take(lines).known, std::int64_t{200});
        house.restart();
        QCOMPARE(house.take(lines).known, std::int64_t{250});
        QVERIFY(house.known(order).settledAt.has_value());
        QVERIFY(house.invoiceOf(invoiced).state() == InvoiceState::Paid);
        QCOMPARE(house.account("bank"), order.total.minor() + invoiced.total.minor());
        QCOMPARE(house.net.difference(), std::string{});
    }

    /// Whatever was done of a transaction is not there if it broke off: neither the line, nor the
    /// money, nor the entry, nor the case.
    void whatBreaksOffWithinATransactionNeverWas()
    {
        BankHouse house;
        const Order order = house.sell();
        const Order invoiced = house.sell(PaymentMethod::Invoice);
        const std::vector<Came> lines{{"B1", 100, "x"},
                                      {"B2", order.total.minor(), house.referenceOf(order)},
                                      {"B3", invoiced.total.minor() + 1,
                                       house.invoiceOf(invoiced).number},
                                      {"B4", 100, "y"}};
        for (int at = 0; at < static_cast<int>(lines.size()); ++at) {
            house.failAt = at;
            QCOMPARE(house.takeText(camt(lines)).error().code, std::string{"disk_full"});
            QVERIFY(house.bank().lines(house.database(), house.organizer(), false).empty());
            QCOMPARE(house.cases(), std::string{});
            QVERIFY(house.known(order).isOpen());
            QVERIFY(house.invoiceOf(invoiced).state() == InvoiceState::Open);
            QCOMPARE(house.account("bank"), std::int64_t{0});
        }
        house.failAt = -1;
        QCOMPARE(house.take(lines).matched, std::int64_t{1});
        QCOMPARE(house.take(lines).known, std::int64_t{4});
        QVERIFY(house.known(order).settledAt.has_value());
        QVERIFY(house.invoiceOf(invoiced).state() == InvoiceState::Paid);
        QCOMPARE(house.account("bank"), order.total.minor() + invoiced.total.minor());
        QCOMPARE(house.cases(), std::string{"overpaid unmatched_transfer unmatched_transfer"});
        QCOMPARE(house.net.difference(), std::string{});
    }

    void thePageSaysHowToTransfer()
    {
        BankHouse house;
        const Order order = house.sell();
        const auto work =
            readPaymentWork(house.database(), house.organizer(), house.known(order).id);
        QVERIFY(work->page.starts_with("https://box.test/p/"));
        const auto transfer = house.payments().transferFor(*work);
        QVERIFY(transfer.has_value());
        const auto textOf = [](const server::Reply& reply) {
            return std::string{reply.body.begin(), reply.body.end()};
        };
        const std::string german = textOf(server::transferPage(*transfer, "de"));
        QVERIFY(german.find("DE89 3704 0044 0532 0130 00") != std::string::npos);
        QVERIFY(german.find("Verwendungszweck") != std::string::npos);
        QVERIFY(german.find("<svg") != std::string::npos);
        const std::string english = textOf(server::transferPage(*transfer, "en"));
        QVERIFY(english.find(toPlainText(order.total) + " EUR") != std::string::npos);
        TransferDetails hostile = *transfer;
        hostile.holder = "<script>\"&'";
        const std::string page = textOf(server::transferPage(hostile, "en"));
        QVERIFY(page.find("<script") == std::string::npos);
        QVERIFY(page.find("&lt;script&gt;&quot;&amp;&#39;") != std::string::npos);
        hostile.amount = Money{100, *Currency::fromCode("CHF")};
        QVERIFY(textOf(server::transferPage(hostile, "en")).find("<svg") == std::string::npos);
    }
};

QTEST_GUILESS_MAIN(BankDeskTest)
#include "test_bank_desk.moc"
