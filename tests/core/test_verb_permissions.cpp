// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Every verb of core/services is tried by somebody who may do nothing, and by somebody who may do
// everything but that. tests/tidy/check_permissions.py finds verbs that are not tried here.

#include "core/services/access_control.h"
#include "core/services/after_sale.h"
#include "core/services/branding.h"
#include "core/services/cash_rounding.h"
#include "core/services/catalogue.h"
#include "core/services/counter.h"
#include "core/services/customer_desk.h"
#include "core/services/customer_file.h"
#include "core/services/customer_import.h"
#include "core/services/customer_merging.h"
#include "core/services/customers.h"
#include "core/services/deals.h"
#include "core/services/diagnostics.h"
#include "core/services/drawers.h"
#include "core/services/event_clone.h"
#include "core/services/event_dates.h"
#include "core/services/event_editing.h"
#include "core/services/event_import.h"
#include "core/services/event_prices.h"
#include "core/services/event_publishing.h"
#include "core/services/event_quotas.h"
#include "core/services/event_reading.h"
#include "core/services/events_concerned.h"
#include "core/services/exports.h"
#include "core/services/gate.h"
#include "core/services/gates.h"
#include "core/services/gift_cards.h"
#include "core/services/holds.h"
#include "core/services/house_mail.h"
#include "core/services/incidents.h"
#include "core/services/integrity.h"
#include "core/services/invitations.h"
#include "core/services/invoices.h"
#include "core/services/mass_return.h"
#include "core/services/notices.h"
#include "core/services/offline_stock.h"
#include "core/services/order_history.h"
#include "core/services/order_import.h"
#include "core/services/order_search.h"
#include "core/services/payouts.h"
#include "core/services/picture_use.h"
#include "core/services/pictures.h"
#include "core/services/plans.h"
#include "core/services/printers.h"
#include "core/services/provider_payments.h"
#include "core/services/reports.h"
#include "core/services/rights_return.h"
#include "core/services/sales.h"
#include "core/services/show_night.h"
#include "core/services/spool.h"
#include "core/services/ticket_codes.h"
#include "core/services/till.h"
#include "core/services/till_reports.h"
#include "core/services/users.h"
#include "core/services/venue_editing.h"
#include "core/services/waiting_list.h"
#include "tests/support/counter_fixture.h"
#include "tests/support/text_pictures.h"

#include <QTest>

#include <functional>
#include <optional>
#include <span>

using namespace foyer;
using namespace foyer::test;

namespace {

const Currency kEuro = *Currency::fromCode("EUR");
constexpr const char* kAdministrator = "a long way to tipperary";
constexpr const char* kPin = "271828";

template <typename T>
T must(Result<T> answer, const char* what)
{
    if (!answer) {
        qFatal("%s: %s", what, answer.error().message.c_str());
    }
    return *std::move(answer);
}

ExportSink nowhere()
{
    return {[](const ExportTable&) { return Result<void>{}; },
            [](const ExportRow&) { return Result<void>{}; }, [] { return Result<void>{}; }};
}

OrderSource noOrders()
{
    return {"csv", "none", [](const TakeImportedOrder&) { return Result<void>{}; }};
}

/// A house in which there is one of everything, and Kim, whose role is changed.
struct House : CounterFixture {
    std::optional<Order> order;
    std::optional<GiftCardsSold> gift;
    std::optional<Order> onInvoice;
    std::optional<Invoice> invoice;
    std::optional<Shift> adas;
    std::optional<Shift> kims;
    DrawerId drawer;
    HoldId hold;
    WaitingId waiting;
    Printer printer;
    std::optional<Order> another; ///< to be printed
    PrintJobId job;
    ImportId imported; ///< orders of another system
    EventDetails hamlet{.event = {}, .venue = {}, .currency = kEuro};

    House()
    {
        AccessControl& access = counter().access();
        access.setPasswordCost({1, 8});
        must(addUser(counter(), {"Ada", "administrator", kAdministrator, {}}), "Ada");
        signIn("Ada", kAdministrator);
        hamlet = must(eventDetails(counter(), offer()->event.id), "event");
        must(addUser(counter(), {"Kim", "clerk", {}, kPin}), "Kim");
        drawer = must(addDrawer(counter(), "Second"), "drawer");
        must(addDrawer(counter(), "Third"), "drawer");
        adas = must(startShift(counter(), {}), "shift");
        order = must(sell({seat(3), seat(4)}), "sale");
        another = must(sell({seat(5)}), "sale");
        gift = must(sellGiftCards(counter(),
                                  {.id = newOrder(),
                                   .amounts = {Money{2'000, kEuro}},
                                   .tenders = {{PaymentMethod::Cash, Money{2'000, kEuro}, ""}},
                                   .customer = std::nullopt}),
                    "gift card");
        SaleRequest owed = request({standing()});
        owed.tenders = {{PaymentMethod::Invoice, Money{1'300, kEuro}, ""}};
        owed.newCustomer = CustomerDetails{"Ada Lovelace", "ada@example.org", "", ""};
        owed.invoice.recipient = {"Engines Ltd", "1 Mill Lane", "", ""};
        onInvoice = must(foyer::sell(counter(), owed), "invoice");
        invoice = must(invoicesOf(counter(), onInvoice->id), "invoice").front();
        hold = must(placeHold(counter(), holding(8)), "hold");
        waiting = must(joinWaitingList(counter(), waitingOne()), "waiting");
        printer.name = "Office";
        printer.output = "file:" + folder() + "/printed";
        printer.purposes = *purposesNamed("tickets,receipts,reports");
        if (const auto set = setPrinter(counter(), printer); !set) {
            qFatal("printer: %s", set.error().message.c_str());
        }
        job = must(spoolTickets(counter(), *another, printer.name), "job");
        imported = must(importOrders(counter(), noOrders(), {}), "import").id;
        mayDoAllBut(std::nullopt);
        kims = must(startShift(counter(), {}), "Kim's shift");
    }

    OrderId newOrder() { return OrderId{Uuid::v7(clock().now(), random())}; }
    HoldRequest holding(SeatNumber number)
    {
        return {.performance = performance(),
                .kind = hold_kind::kHouse,
                .label = "x",
                .seats = {number},
                .standing = {},
                .releaseAt = std::nullopt};
    }
    WaitingRequest waitingOne()
    {
        return {.performance = performance(),
                .customer = {"Kim", {}, "030 1234", {}},
                .count = 1,
                .category = {}};
    }
    ExchangeRequest toSeat(SeatNumber number)
    {
        return {order->id, {{order->tickets[0].id, seat(number)}}, "x", {}, {}, {}};
    }
    InvoiceMoney transfer()
    {
        return {.id = PaymentId{Uuid::v7(clock().now(), random())},
                .invoice = invoice->id,
                .amount = Money{100, kEuro},
                .reference = "bank"};
    }
    InsteadRequest cashInstead()
    {
        return {.id = PaymentId{Uuid::v7(clock().now(), random())},
                .of = {},
                .tender = {PaymentMethod::Cash, Money{100, kEuro}, {}}};
    }
    void signIn(const char* name, const char* secret)
    {
        must(counter().access().signIn(name, secret), name);
    }
    void mayDo(const PermissionSet& permissions)
    {
        signIn("Ada", kAdministrator);
        Role role{.id = builtInRoleNamed("clerk")->id,
                  .name = "clerk",
                  .permissions = permissions,
                  .limits = {AccessLimits::kNone, AccessLimits::kNone}};
        if (!changeRole(counter(), role)) {
            qFatal("role");
        }
        signIn("Kim", kPin);
    }
    void mayDoAllBut(std::optional<Permission> permission)
    {
        PermissionSet all = PermissionSet{}.set();
        if (permission) {
            all.reset(static_cast<std::size_t>(*permission));
        }
        mayDo(all);
    }
    /// Entries that are no refusals.
    int done()
    {
        int count = 0;
        readEntries(counter().database(), counter().organizer(), [&](const Entry& entry) {
            count += entry.kind != kind::kAccessDenied ? 1 : 0;
            return true;
        });
        return count;
    }
};

NextRow noRows()
{
    return [] { return Result<std::optional<TableRow>>{std::optional<TableRow>{}}; };
}

CustomerImportTerms namesFirst()
{
    CustomerImportTerms terms;
    terms.mapping.parts = {{"name", 0}};
    return terms;
}

struct Verb {
    const char* name;
    Permission permission;
    std::function<std::string(House&, Counter&)> act;
};

#define FOYER_TRIES(name, permission, call)                                                        \
    Verb                                                                                           \
    {                                                                                              \
        name, Permission::permission, [](House& h, Counter& c) {                                   \
            (void)h;                                                                               \
            (void)c;                                                                               \
            return codeOf(call);                                                                   \
        }                                                                                          \
    }

const Verb kSelling[] = {
    FOYER_TRIES("sell", Sell, h.sell({h.standing()})),
    FOYER_TRIES("findOrder", ReadOrders, findOrder(c, h.order->code)),
    FOYER_TRIES("findOrders", ReadOrders, findOrders(c, {"F7", {}, 5})),
    FOYER_TRIES("standingOrder", ReadOrders, standingOrder(c, h.order->id)),
    FOYER_TRIES("orderHistory", ReadOrders, orderHistory(c, h.order->id)),
    FOYER_TRIES("planVoid", ReadOrders, planVoid(c, h.order->id)),
    FOYER_TRIES("voidOrder", VoidOrder, voidOrder(c, h.order->code, "x")),
    FOYER_TRIES("planReturn", ReadOrders, planReturn(c, {h.order->id, {}, "x", {}, {}})),
    FOYER_TRIES("returnTickets", Refund, returnTickets(c, {h.order->id, {}, "x", {}, {}})),
    FOYER_TRIES("planExchange", ReadOrders, planExchange(c, h.toSeat(9))),
    FOYER_TRIES("exchangeTickets", Exchange, exchangeTickets(c, h.toSeat(9))),
    FOYER_TRIES("reissueTickets", ReissueTicket,
                reissueTickets(c, h.order->id, {h.order->tickets[0].id}, "x")),
    FOYER_TRIES("recordReprint", Reprint, recordReprint(c, h.order->id, "tickets")),
    FOYER_TRIES("setOrderCustomer", EditCustomers, setOrderCustomer(c, h.order->id, {})),
    FOYER_TRIES("splitPickup", EditCustomers,
                splitPickup(c, h.order->id, {h.order->tickets[0].id}, {})),
    FOYER_TRIES("placeHold", Hold, placeHold(c, h.holding(9))),
    FOYER_TRIES("holdsOf", ReadOrders, holdsOf(c, h.performance())),
    FOYER_TRIES("diagnostics", RunCounter, diagnostics(c)),
    FOYER_TRIES("journalPlace", RunCounter, journalPlace(c)),
    FOYER_TRIES("returnRights", Sell, returnRights(c, h.performance())),
    FOYER_TRIES("returnAllRights", Sell, returnAllRights(c)),
    FOYER_TRIES("offlineStocks", EditCatalogue, offlineStocks(c)),
    FOYER_TRIES("setOfflineStock", EditCatalogue,
                setOfflineStock(c, {(*offerOf(c, h.performance()))->event.id, 1, 1})),
    FOYER_TRIES("heldBack", ReadOrders, heldBack(c)),
    FOYER_TRIES("heldForSale", ReadOrders, heldForSale(c, {h.hold})),
    FOYER_TRIES("extendHolds", Hold, extendHolds(c, {h.hold}, std::nullopt)),
    FOYER_TRIES("releaseHold", Hold, releaseHold(c, h.hold)),
    FOYER_TRIES("reserve", Reserve,
                reserve(c,
                        {.cart = {{h.standing()}, {}, 0},
                         .customer = std::nullopt,
                         .newCustomer = CustomerDetails{"Kim", {}, "030 1", {}},
                         .expiresAt = std::nullopt,
                         .label = {}})),
    FOYER_TRIES("reservationOf", ReadOrders, reservationOf(c, "A7-22223-K")),
    FOYER_TRIES("joinWaitingList", Reserve, joinWaitingList(c, h.waitingOne())),
    FOYER_TRIES("waitingList", ReadOrders, waitingList(c, h.performance())),
    FOYER_TRIES("waitingLists", ReadOrders, waitingLists(c)),
    FOYER_TRIES("offerPlaces", Reserve, offerPlaces(c, h.waiting, std::nullopt)),
    FOYER_TRIES("nextWaiting", ReadOrders, nextWaiting(c, h.performance())),
    FOYER_TRIES("endWaiting", Reserve, endWaiting(c, h.waiting, true)),
    FOYER_TRIES("findCustomers", ReadCustomers, findCustomers(c, "a")),
    FOYER_TRIES("eraseCustomer", EraseCustomers, eraseCustomer(c, *h.onInvoice->customer)),
    FOYER_TRIES("listCustomers", ReadCustomers, listCustomers(c, {})),
    FOYER_TRIES("customerCard", ReadCustomers, customerCard(c, *h.onInvoice->customer)),
    FOYER_TRIES("customerTags", ReadCustomers, customerTags(c)),
    FOYER_TRIES("customerNamed", ReadCustomers,
                customerNamed(c, h.onInvoice->customer->text().substr(24))),
    FOYER_TRIES("everythingAbout", ReadCustomers, everythingAbout(c, *h.onInvoice->customer)),
    FOYER_TRIES("proposeDuplicates", ReadCustomers, proposeDuplicates(c)),
    FOYER_TRIES("addCustomer", EditCustomers, addCustomer(c, {.name = "Bea"})),
    FOYER_TRIES("editCustomer", EditCustomers,
                editCustomer(c, *h.onInvoice->customer, {.name = "Ada"})),
    FOYER_TRIES("mergeCustomers", EditCustomers, mergeCustomers(c, *h.onInvoice->customer, {})),
    FOYER_TRIES("unmergeCustomer", EditCustomers, unmergeCustomer(c, *h.onInvoice->customer)),
    FOYER_TRIES("checkCustomerImport", ReadCustomers,
                checkCustomerImport(c, noRows(), namesFirst())),
    FOYER_TRIES("importCustomers", EditCustomers, importCustomers(c, noRows(), namesFirst())),
    FOYER_TRIES("customerImports", ReadCustomers, customerImports(c)),
    FOYER_TRIES("undoCustomerImport", EraseCustomers, undoCustomerImport(c, {})),
    FOYER_TRIES("showNight", ReadOrders, showNight(c, h.performance())),
};

const Verb kMoney[] = {
    FOYER_TRIES("sellGiftCards", SellGiftCards,
                sellGiftCards(c,
                              {.id = h.newOrder(),
                               .amounts = {Money{500, kEuro}},
                               .tenders = {{PaymentMethod::Cash, Money{500, kEuro}, ""}},
                               .customer = std::nullopt})),
    FOYER_TRIES("giftCardCodes", SellGiftCards, giftCardCodes(c, h.gift->order.id)),
    FOYER_TRIES("giftCard", Sell, giftCard(c, h.gift->cards[0].code)),
    FOYER_TRIES("giftCard", ReadOrders, giftCard(c, h.gift->cards[0].id)),
    FOYER_TRIES("giftCards", ReadOrders, giftCards(c, "")),
    FOYER_TRIES("blockGiftCard", ReissueTicket, blockGiftCard(c, h.gift->cards[0].id, true, "x")),
    FOYER_TRIES("replaceGiftCard", ReissueTicket, replaceGiftCard(c, h.gift->cards[0].id, "x")),
    FOYER_TRIES("invoices", ReadOrders, invoices(c, true)),
    FOYER_TRIES("findInvoice", ReadOrders, findInvoice(c, h.invoice->number)),
    FOYER_TRIES("invoicesOf", ReadOrders, invoicesOf(c, h.onInvoice->id)),
    FOYER_TRIES("payInvoice", MoveCash, payInvoice(c, h.transfer())),
    FOYER_TRIES("giveInvoiceMoneyBack", Refund, giveInvoiceMoneyBack(c, h.transfer())),
    FOYER_TRIES("paymentOffers", Sell, paymentOffers(c)),
    FOYER_TRIES("providerPaymentsOf", ReadOrders, providerPaymentsOf(c, h.order->id)),
    FOYER_TRIES("openProviderPayments", ReadOrders, openProviderPayments(c)),
    FOYER_TRIES("cancelProviderPayment", Sell, cancelProviderPayment(c, {})),
    FOYER_TRIES("payInstead", Sell, payInstead(c, h.cashInstead())),
    FOYER_TRIES("startShift", RunShift, startShift(c, {})),
    FOYER_TRIES("drawers", RunShift, drawers(c)),
    FOYER_TRIES("freeDrawers", RunShift, freeDrawers(c)),
    FOYER_TRIES("moveCash", MoveCash, moveCash(c, CashMoveKind::PayIn, 5, "x")),
    FOYER_TRIES("moveCash", OpenDrawer, moveCash(c, CashMoveKind::NoSale, 0, "x")),
    FOYER_TRIES("countDrawer", RunShift, countDrawer(c, h.kims->id, {0, {}})),
    FOYER_TRIES("countDrawer", ReadTillReports, countDrawer(c, h.adas->id, {0, {}})),
    FOYER_TRIES("closeShift", RunShift, closeShift(c, h.kims->id, {0, {}})),
    FOYER_TRIES("closeShift", ReadTillReports, closeShift(c, h.adas->id, {0, {}})),
    FOYER_TRIES("shiftReport", ReadTillReports, shiftReport(c, h.adas->id)),
    FOYER_TRIES("tillReceipts", ReadTillReports, tillReceipts(c, h.adas->id)),
    FOYER_TRIES("drawersToOpen", RunShift, drawersToOpen(c)),
    FOYER_TRIES("setCashStep", RunCounter, setCashStep(c, 5)),
    FOYER_TRIES("addDrawer", RunCounter, addDrawer(c, "Fourth")),
    FOYER_TRIES("renameDrawer", RunCounter, renameDrawer(c, h.drawer, "Fifth")),
    FOYER_TRIES("spoolTickets", Sell, spoolTickets(c, *h.another, h.printer.name)),
    FOYER_TRIES("spoolReceipt", Sell, spoolReceipt(c, *h.another, h.printer.name)),
    FOYER_TRIES("spoolOrder", Sell,
                spoolOrder(c, *h.another, PrintPurpose::Receipts, h.printer.name)),
    FOYER_TRIES("spoolTestPage", RunCounter, spoolTestPage(c, h.printer.name)),
    FOYER_TRIES("spoolJobs", ReadOrders, spoolJobs(c)),
    FOYER_TRIES("spoolJobNamed", ReadOrders, spoolJobNamed(c, h.job.text())),
    FOYER_TRIES("retrySpoolJob", ReadOrders, retrySpoolJob(c, h.job)),
    FOYER_TRIES("cancelSpoolJob", ReadOrders, cancelSpoolJob(c, h.job)),
    FOYER_TRIES("settleUnclear", ReadOrders, settleUnclear(c, h.job, true)),
};

const Verb kHouse[] = {
    FOYER_TRIES("scan", Admit, scan(c, "x", "A")),
    FOYER_TRIES("checkOut", Admit, checkOut(c, "x", "A")),
    FOYER_TRIES("admitByHand", Admit, admitByHand(c, {h.order->tickets[0].id, "A", {}, {}})),
    FOYER_TRIES("admitByHand", OverrideGate,
                admitByHand(c, {h.order->tickets[0].id, "A", {}, "known"})),
    FOYER_TRIES("checkOutByHand", Admit, checkOutByHand(c, {h.order->tickets[0].id, "A", {}, {}})),
    FOYER_TRIES("undoAdmission", OverrideGate, undoAdmission(c, h.order->tickets[0].id, "x")),
    FOYER_TRIES("doorCounts", Admit, doorCounts(c, h.performance())),
    FOYER_TRIES("findGuests", Admit, findGuests(c, h.performance(), "a")),
    FOYER_TRIES("permitPapers", ReadCustomers, permitPapers(c)),
    FOYER_TRIES("setGate", EditCatalogue, setGate(c, Gate{.name = "Terrace"})),
    FOYER_TRIES("importPlan", EditCatalogue, importPlan(c, smallPlan())),
    FOYER_TRIES("planVersion", EditCatalogue, planVersion(c, plans(c)->front().id)),
    FOYER_TRIES("planUse", EditCatalogue, planUse(c, plans(c)->front().id)),
    FOYER_TRIES("changePlan", EditCatalogue,
                changePlan(c, {.plan = plans(c)->front().id, .next = smallPlan()})),
    FOYER_TRIES("renamePlan", EditCatalogue, renamePlan(c, plans(c)->front().id, "Blue room")),
    FOYER_TRIES("duplicatePlan", EditCatalogue, duplicatePlan(c, plans(c)->front().id, "Red room")),
    FOYER_TRIES("setPlanBackground", EditCatalogue,
                setPlanBackground(c, plans(c)->front().id, std::nullopt)),
    FOYER_TRIES("archivePlan", EditCatalogue, archivePlan(c, plans(c)->front().id, true)),
    FOYER_TRIES("importSeason", EditCatalogue, importSeason(c, smallSeason(1, 10))),
    FOYER_TRIES("promoCodes", EditCatalogue, promoCodes(c)),
    FOYER_TRIES("setPromoCode", EditCatalogue,
                setPromoCode(c, {.code = "X", .cut = {PriceCut::Kind::Percent, 1'000}})),
    FOYER_TRIES("mailTemplates", EditCatalogue, mailTemplates(c)),
    FOYER_TRIES("setMailTemplate", EditCatalogue,
                setMailTemplate(c, {MailKind::Refund, "en", "Money back", {}, {}})),
    FOYER_TRIES("mailSettings", EditCatalogue, mailSettings(c)),
    FOYER_TRIES("setMailSettings", EditCatalogue, setMailSettings(c, {})),
    FOYER_TRIES("setNoticeLimits", EditCatalogue, setNoticeLimits(c, {.lowPlaces = 25})),
    FOYER_TRIES("setNoticeLimits", RunCounter, setNoticeLimits(c, {.silentMinutes = 25})),
    FOYER_TRIES("askForMail", Reprint, askForMail(c, h.onInvoice->id, MailKind::Receipt)),
    FOYER_TRIES("askForBulletin", EditCatalogue,
                askForBulletin(c, h.performance(), "News", "The bar opens at six.")),
    FOYER_TRIES("addPicture", EditCatalogue, addPicture(c, PreparedPicture{})),
    FOYER_TRIES("addKeptPicture", EditCatalogue, addKeptPicture(c, PictureAdded{})),
    FOYER_TRIES("checkPictures", EditCatalogue, checkPictures(c, TextPictures{})),
    FOYER_TRIES("remakePictures", EditCatalogue, remakePictures(c, TextPictures{})),
    FOYER_TRIES("collectPictures", EditCatalogue, collectPictures(c)),
    FOYER_TRIES("setEventPoster", EditCatalogue, setEventPoster(c, {}, std::nullopt)),
    FOYER_TRIES("addToGallery", EditCatalogue, addToGallery(c, {}, {})),
    FOYER_TRIES("removeFromGallery", EditCatalogue, removeFromGallery(c, {}, {})),
    FOYER_TRIES("reorderGallery", EditCatalogue, reorderGallery(c, {}, {})),
    FOYER_TRIES("setLogo", EditCatalogue, setLogo(c, std::nullopt)),
    FOYER_TRIES("invitationOf", EditUsers, invitationOf(c, {})),
    FOYER_TRIES("requireForSomeEvent", EditCatalogue,
                requireForSomeEvent(c, Permission::EditCatalogue)),
    FOYER_TRIES("setHouseColours", EditCatalogue, setHouseColours(c, {HouseColour{9, 9, 9}, {}})),
    FOYER_TRIES("setBundle", EditCatalogue,
                setBundle(c,
                          {.event = h.offer()->event.id,
                           .name = "Family",
                           .parts = {{h.type("Adult"), 2}},
                           .price = 4'000})),
    FOYER_TRIES("setEventCurrency", EditCatalogue,
                setEventCurrency(c, h.offer()->event.id, std::nullopt)),
    FOYER_TRIES("setDonationTax", EditCatalogue, setDonationTax(c, {})),
    FOYER_TRIES("addUser", EditUsers, addUser(c, {"New", "clerk", {}, kPin})),
    FOYER_TRIES("changeUser", EditUsers, changeUser(c, UserId{}, {})),
    FOYER_TRIES("changeRole", EditUsers, changeRole(c, *builtInRoleNamed("door"))),
    FOYER_TRIES("setPrinter", RunCounter, setPrinter(c, h.printer)),
    FOYER_TRIES("removePrinter", RunCounter, removePrinter(c, h.printer.name)),
    FOYER_TRIES("verifyJournal", RunCounter, verifyJournal(c)),
    FOYER_TRIES("rebuildProjections", RunCounter, rebuildProjections(c)),
    FOYER_TRIES("keyOverview", RunCounter, keyOverview(c)),
}; // namespace

const Verb kDesk[] = {
    FOYER_TRIES("planMassReturn", ReadOrders, planMassReturn(c, h.performance(), false)),
    FOYER_TRIES("massReturns", ReadOrders, massReturns(c)),
    FOYER_TRIES("openMassReturn", ReadOrders, openMassReturn(c, h.performance())),
    FOYER_TRIES("openMassReturns", ReadOrders, openMassReturns(c)),
    FOYER_TRIES("beginMassReturn", Refund, beginMassReturn(c, {h.performance(), "r", false, {}})),
    FOYER_TRIES("endMassReturn", Refund, endMassReturn(c, {})),
    FOYER_TRIES("payouts", ReadReports, payouts(c)),
    FOYER_TRIES("payoutNamed", ReadReports, payoutNamed(c, "PO-2026-0001")),
    FOYER_TRIES("commissions", ReadReports, commissions(c)),
    FOYER_TRIES("prepareReports", ReadReports, prepareReports(c)),
    FOYER_TRIES("salesReport", ReadReports, salesReport(c, {}, SalesGrouping::Day)),
    FOYER_TRIES("settlementReport", ReadReports, settlementReport(c, {})),
    FOYER_TRIES("taxReport", ReadReports, taxReport(c, {})),
    FOYER_TRIES("occupancyReport", ReadReports, occupancyReport(c, h.performance())),
    FOYER_TRIES("bookingCurve", ReadReports, bookingCurve(c, h.performance())),
    FOYER_TRIES("attendanceReport", ReadReports, attendanceReport(c, h.performance())),
    FOYER_TRIES("dashboard", ReadReports, dashboard(c)),
    FOYER_TRIES("reportChoices", ReadReports, reportChoices(c)),
    FOYER_TRIES("reportedEvent", ReadReports, reportedEvent(c, "x")),
    FOYER_TRIES("reportedPerformance", ReadReports, reportedPerformance(c, "x")),
    FOYER_TRIES("openIncidents", ResolveIncidents, openIncidents(c)),
    FOYER_TRIES("settledIncidents", ResolveIncidents, settledIncidents(c)),
    FOYER_TRIES("incidentOf", ResolveIncidents, incidentOf(c, {})),
    FOYER_TRIES("incidentNamed", ResolveIncidents, incidentNamed(c, "x")),
    FOYER_TRIES("acceptIncident", ResolveIncidents, acceptIncident(c, {}, "x")),
    FOYER_TRIES("comparableSeats", ResolveIncidents, comparableSeats(c, h.order->tickets[0].id)),
    FOYER_TRIES("planReseat", ResolveIncidents,
                planReseat(c, {{}, h.order->tickets[0].id, 9, "x"})),
    FOYER_TRIES("reseat", ResolveIncidents, reseat(c, {{}, h.order->tickets[0].id, 9, "x"})),
    FOYER_TRIES("planIncidentRefund", ResolveIncidents,
                planIncidentRefund(c, {{}, h.order->id, {}, "x", {}, {}})),
    FOYER_TRIES("refundIncident", ResolveIncidents,
                refundIncident(c, {{}, h.order->id, {}, "x", {}, {}})),
    FOYER_TRIES("chooseSide", ResolveIncidents, chooseSide(c, {}, {}, "x")),
    FOYER_TRIES("incidentContact", ResolveIncidents, incidentContact(c, {}, h.order->id)),
    FOYER_TRIES("incidentContact", ReadCustomers, incidentContact(c, {}, h.order->id)),
    FOYER_TRIES("noteMailed", ResolveIncidents, noteMailed(c, {}, h.order->id)),
};

/// Events, made step by step.
const Verb kEvents[] = {
    FOYER_TRIES("events", EditCatalogue, events(c)),
    FOYER_TRIES("eventDetails", EditCatalogue, eventDetails(c, h.offer()->event.id)),
    FOYER_TRIES("eventNamed", EditCatalogue, eventNamed(c, "Hamlet")),
    FOYER_TRIES("dateNamed", EditCatalogue, dateNamed(c, h.hamlet, "")),
    FOYER_TRIES("createEvent", EditCatalogue, createEvent(c, {.name = "New"})),
    FOYER_TRIES("editEvent", EditCatalogue, editEvent(c, h.hamlet.event.id, {.ageLimit = 6})),
    FOYER_TRIES("cloneEvent", EditCatalogue, cloneEvent(c, {.of = h.hamlet.event.id})),
    FOYER_TRIES("eventChecks", EditCatalogue, eventChecks(c, h.hamlet.event.id)),
    FOYER_TRIES("publishEvent", EditCatalogue, publishEvent(c, {})),
    FOYER_TRIES("postponeEvent", EditCatalogue, postponeEvent(c, {}, "x")),
    FOYER_TRIES("cancelEvent", EditCatalogue, cancelEvent(c, {}, "x")),
    FOYER_TRIES("archiveEvent", EditCatalogue, archiveEvent(c, {})),
    FOYER_TRIES("importOrders", EditCatalogue, importOrders(c, noOrders(), {})),
    FOYER_TRIES("checkOrderImport", EditCatalogue, checkOrderImport(c, noOrders(), {})),
    FOYER_TRIES("undoOrderImport", EditCatalogue, undoOrderImport(c, h.imported)),
    FOYER_TRIES("exportHouse", ReadReports, exportHouse(c, {}, nowhere())),
    FOYER_TRIES("exportJournal", ReadReports, exportJournal(c, {}, c.clock().now(), nowhere())),
    FOYER_TRIES("exportPlace", ReadReports, exportPlace(c, {})),
    FOYER_TRIES("exportJournalPlace", ReadReports, exportJournalPlace(c)),
    FOYER_TRIES("orderOrigin", ReadOrders, orderOrigin(c, h.order->id)),
    FOYER_TRIES("orderImports", ReadOrders, orderImports(c)),
    FOYER_TRIES("importEvent", EditCatalogue, importEvent(c, {})),
    FOYER_TRIES("addDates", EditCatalogue, addDates(c, h.hamlet.event.id, {})),
    FOYER_TRIES("planSeries", EditCatalogue, planSeries(c, h.hamlet.event.id, {})),
    FOYER_TRIES("addSeries", EditCatalogue, addSeries(c, h.hamlet.event.id, {}, {})),
    FOYER_TRIES("editDate", EditCatalogue, editDate(c, h.performance(), {})),
    FOYER_TRIES("setDatePlan", EditCatalogue, setDatePlan(c, h.performance(), {})),
    FOYER_TRIES("moveDate", EditCatalogue, moveDate(c, {}, {}, "x")),
    FOYER_TRIES("postponeDate", EditCatalogue, postponeDate(c, {}, "x")),
    FOYER_TRIES("cancelDate", EditCatalogue, cancelDate(c, {}, "x")),
    FOYER_TRIES("changeEffect", EditCatalogue, changeEffect(c, {.event = h.hamlet.event.id})),
    FOYER_TRIES("addCategory", EditCatalogue, addCategory(c, h.hamlet.event.id, {.name = "Box"})),
    FOYER_TRIES("editCategory", EditCatalogue, editCategory(c, h.category("Stalls"), {})),
    FOYER_TRIES("addType", EditCatalogue, addType(c, h.hamlet.event.id, {.name = "Student"})),
    FOYER_TRIES("editType", EditCatalogue, editType(c, h.type("Adult"), {})),
    FOYER_TRIES("setPrices", EditCatalogue, setPrices(c, h.hamlet.event.id, {})),
    FOYER_TRIES("addFee", EditCatalogue, addFee(c, h.hamlet.event.id, {.name = "Fee"})),
    FOYER_TRIES("editFee", EditCatalogue, editFee(c, h.hamlet.fees[0].id, {})),
    FOYER_TRIES("addQuota", EditCatalogue, addQuota(c, h.performance(), {})),
    FOYER_TRIES("editQuota", EditCatalogue, editQuota(c, {}, {})),
    FOYER_TRIES("saleLimits", EditCatalogue, saleLimits(c, h.performance())),
    FOYER_TRIES("venues", EditCatalogue, venues(c)),
    FOYER_TRIES("venueNamed", EditCatalogue, venueNamed(c, "Playhouse")),
    FOYER_TRIES("createVenue", EditCatalogue, createVenue(c, {.name = "Yard"})),
    FOYER_TRIES("editVenue", EditCatalogue, editVenue(c, h.hamlet.venue.id, {})),
    FOYER_TRIES("taxes", EditCatalogue, taxes(c)),
    FOYER_TRIES("createTax", EditCatalogue, createTax(c, {.name = "T", .rateMilliPercent = 1})),
    FOYER_TRIES("editTax", EditCatalogue, editTax(c, h.hamlet.taxes[0].id, {})),
};

/// For which either of two permissions is enough: only who may do nothing is refused.
const Verb kEither[] = {
    FOYER_TRIES("gates", Admit, gates(c)),
    FOYER_TRIES("gateChoices", Admit, gateChoices(c)),
    FOYER_TRIES("shifts", RunShift, shifts(c)),
    FOYER_TRIES("shiftNamed", RunShift, shiftNamed(c, h.adas->label)),
    FOYER_TRIES("spoolSlip", RunShift, spoolSlip(c, "X", " X\n", h.printer.name)),
};

std::vector<Verb> allVerbs()
{
    std::vector<Verb> all;
    for (const std::span<const Verb> part :
         {std::span<const Verb>{kSelling}, {kMoney}, {kHouse}, {kDesk}, {kEvents}}) {
        all.insert(all.end(), part.begin(), part.end());
    }
    return all;
}

} // namespace

class VerbPermissionsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whoMayDoNothingDoesNothingAndEveryTryIsKept()
    {
        House house;
        Counter& counter = house.counter();
        house.mayDo({});
        std::vector<Verb> verbs = allVerbs();
        verbs.insert(verbs.end(), std::begin(kEither), std::end(kEither));
        const int before = house.done();
        for (const Verb& verb : verbs) {
            const std::int64_t head = counter.journal().head().sequence;
            const std::string code = verb.act(house, counter);
            QVERIFY2(code == "not_permitted", (std::string{verb.name} + ": " + code).c_str());
            QVERIFY2(counter.journal().head().sequence > head, verb.name); // the refusal
        }
        QCOMPARE(house.done(), before);
        counter.access().signOut("asked");
        for (const Verb& verb : verbs) {
            const std::string code = verb.act(house, counter);
            QVERIFY2(code == "not_signed_in", (std::string{verb.name} + ": " + code).c_str());
        }
    }

    void everyOtherPermissionTogetherIsNotEnough()
    {
        House house;
        for (const Verb& verb : allVerbs()) {
            house.mayDoAllBut(verb.permission);
            const int before = house.done();
            const std::string code = verb.act(house, house.counter());
            QVERIFY2(code == "not_permitted", (std::string{verb.name} + ": " + code).c_str());
            QVERIFY2(house.done() == before, verb.name);
        }
    }

    void withThePermissionItIsDoneOrRefusedForAnotherReason()
    {
        // So that what is refused above is refused for the permission alone.
        for (const Verb& verb : allVerbs()) {
            House house;
            house.mayDoAllBut(std::nullopt);
            const std::string code = verb.act(house, house.counter());
            QVERIFY2(code != "not_permitted" && code != "over_limit", verb.name);
        }
    }
};

QTEST_GUILESS_MAIN(VerbPermissionsTest)
#include "test_verb_permissions.moc"
