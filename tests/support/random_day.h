// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/sales/gift_card_sale.h"
#include "core/services/holds.h"
#include "core/services/till.h"
#include "tests/support/counter_fixture.h"

#include <array>
#include <cstddef>
#include <map>
#include <optional>
#include <ostream>
#include <rapidcheck.h>
#include <set>
#include <span>
#include <string>
#include <utility>
#include <vector>

/// Random days at a counter, and what somebody with pencil and paper would know of them. The paper
/// is written from the fixture's price list and from what clerks do; the product's figures are
/// never asked for it.
///
/// To add a verb: a function `void gives(Day&, const Act&)` that does it, says by Day::must what
/// has to come of it, and writes it down; and its line in kVerbs of random_day_verbs.cpp.
namespace foyer::test {

/// What somebody does. What the numbers mean is the verb's business; each works with all of them.
struct Act {
    std::size_t verb = 0;
    int who = 0;   ///< of kStaff
    int which = 0; ///< seat, order, hold …
    int many = 0;
    int money = 0; ///< minor units
};

struct Day;
struct Verb {
    const char* name; ///< "sells"
    int weight;       ///< how often, against the others
    void (*act)(Day&, const Act&);
};
std::span<const Verb> allVerbs();

/// A day as it is generated; shrinks to fewer and simpler acts, and shows one on each line.
struct DayScript {
    std::int64_t cashStep = 1;
    std::vector<Act> acts;
};
void showValue(const DayScript& script, std::ostream& out);
/// Up to so many acts.
rc::Gen<DayScript> anyDay(int acts);

/// One place of somebody: a ticket, or what is kept back.
struct PaperPlace {
    CartItem item;
    TicketId ticket;        ///< nil of what is kept back
    std::int64_t gross = 0; ///< what is left of its price
    std::int64_t tax = 0;
    std::int64_t takenOff = 0; ///< of its list price, when it was sold …
    std::string cut;           ///< … and why: "promo", "discount", "complimentary"
    bool valid = true;
    bool admitted = false;
};

struct PaperFee {
    std::string name;
    std::string taxName;
    std::int64_t gross = 0;
    std::int64_t tax = 0;
};

struct PaperPayment {
    PaymentMethod method = PaymentMethod::Cash;
    std::int64_t amount = 0;   ///< what is left of it
    std::int64_t rounding = 0; ///< cash kept beyond what was due, what is left of it
    std::size_t subject = 0;   ///< of Day::giftCards, or of Day::invoices
};

/// A gift card in somebody's pocket.
struct PaperGiftCard {
    GiftCardId id;
    std::string code;
    std::int64_t worth = 0; ///< when it was sold
    std::int64_t balance = 0;
    bool blocked = false;
    bool ended = false;                   ///< replaced, or its sale taken back
    std::optional<std::size_t> successor; ///< of Day::giftCards
    std::string order;                    ///< it was sold with; empty: it replaces another one
    Instant soldAt;
    PaperPayment paid;
};

struct PaperInvoice {
    InvoiceId id;
    std::int64_t amount = 0;
    std::int64_t credited = 0;
    std::int64_t paid = 0;
    std::int64_t open() const { return amount - credited - paid; }
};

struct PaperOrder {
    OrderId id;
    std::string code;
    Instant at;
    std::vector<PaperPlace> places;
    std::vector<PaperFee> fees;
    std::vector<PaperPayment> paid;
    bool changed = false; ///< returned or exchanged in part
    std::int64_t worth() const;
    std::int64_t feesWorth() const;
    bool isVoid() const;
    bool wasUsed() const;
    bool hasCash() const;
};

struct PaperHold {
    std::vector<HoldId> ids;
    bool reserved = false; ///< or parked: with its types; else the house's
    std::vector<CartItem> items;
    std::optional<Instant> until;
};

/// A shift on paper: what is in the drawer, and every figure of its Z by group and name.
struct PaperShift {
    ShiftId id;
    std::string clerk;
    std::int64_t drawer = 0;
    std::map<std::pair<FigureGroup, std::string>, std::int64_t> figures;
    std::int64_t tax = 0;
};

struct Person {
    const char* name;
    const char* role;
};
inline constexpr std::array kStaff{Person{"Cleo", "clerk"}, Person{"Carl", "clerk"},
                                   Person{"Sue", "supervisor"}, Person{"Ada", "administrator"}};

/// A house with its staff, a drawer for each of them, and its paper.
struct Day {
    explicit Day(std::int64_t cashStep);
    /// Signs the act's clerk in, and does it.
    void act(const Act& act);
    /// Everybody still at a drawer counts and closes.
    void close();

    Counter& counter() { return house.counter(); }
    const Person& clerk() const { return kStaff.at(present); }
    bool isClerk() const { return std::string{clerk().role} == "clerk"; }
    void signIn(std::size_t person);
    static std::string secretOf(const Person& person);
    /// Fails the property, saying at which act and why.
    void must(bool condition, const std::string& what) const;
    template <typename T>
    void mustBe(const Result<T>& answer, const std::set<std::string>& codes) const
    {
        const std::string code = answer ? "done" : answer.error().code;
        achieved()[verb] += answer && codes.contains("done") ? 1 : 0;
        must(codes.contains(code), "the answer was " + code + ", not " + *codes.begin());
    }

    /// How often each verb was let do its work, of all days: a verb that is always refused tests
    /// nothing.
    static std::map<std::string, int>& achieved();

    // The paper
    /// What the price list says of an item.
    static std::int64_t priceOf(Day& day, const CartItem& item);
    static std::int64_t taxIn(std::int64_t gross);
    std::int64_t roundedToStep(std::int64_t cash) const;
    /// The shift of whoever is signed in; nothing where they have none.
    PaperShift* shift();
    /// Whether these places are there, as tickets or as what is kept for nobody in particular.
    bool isRoomFor(const std::vector<CartItem>& items, bool withTypes = true) const;
    std::vector<CartItem> taken(std::size_t performance) const;
    bool isSeatTaken(const CartItem& item) const;
    /// Items that an act names: its count of places in a row or to stand; adults and children.
    std::vector<CartItem> itemsOf(const Act& act);

    /// A sum of money over the counter, in or (negative) out.
    void noteMoney(PaymentMethod method, std::int64_t amount, std::int64_t rounding = 0);
    /// Takes a payment of an order; `subject` as in PaperPayment.
    void notePayment(PaperOrder& order, PaymentMethod method, std::int64_t amount,
                     std::size_t subject = 0);
    /// How an amount of an order goes back: what is owed first, then to gift cards, then to cards,
    /// of each the latest payment first, then cash, rounded, but never more of it than was kept,
    /// and with the last of it all that is left.
    std::vector<PaperPayment> partsOf(const PaperOrder& order, std::int64_t amount) const;
    /// Gives an amount of an order back so: money out of the drawer, worth onto its gift card (or
    /// the one that took its place), and what is owed off its invoice.
    void noteBack(PaperOrder& order, std::int64_t amount);
    /// Tickets or fees sold, or (negative) taken back, in the shift of whoever is signed in.
    void notePlace(const PaperPlace& place, std::int64_t gross, std::int64_t tax);
    void noteFee(const PaperFee& fee, std::int64_t sign = 1);
    /// How many more tickets the promo code makes cheaper.
    std::int64_t promoUsesLeft() const;
    /// A rounded sum of cash: what is kept beyond it.
    std::int64_t roundingOf(PaymentMethod method, std::int64_t amount) const;
    void note(FigureGroup group, const std::string& name, std::int64_t amount);

    CounterFixture house;
    std::int64_t cashStep = 1;
    std::size_t present = 0; ///< of kStaff: who is signed in
    int done = 0;            ///< acts so far
    std::string doing;       ///< the act, for failures
    std::string verb;
    std::vector<PaperOrder> orders;
    std::vector<PaperHold> holds;
    std::vector<PaperShift> openShifts;
    std::vector<PaperGiftCard> giftCards;
    std::vector<PaperInvoice> invoices;
    std::int64_t zReports = 0;
    std::int64_t grandTotal = 0; ///< turnover of all shifts that were closed
    std::vector<std::pair<WaitingId, std::size_t>> waiting;
    TicketTypeId child;
    CategoryId standing;

private:
    void staff();
};

// Verbs of selling, see random_day_sales.cpp.
void sells(Day& day, const Act& act);
/// Sells what is kept back in a hold.
void collects(Day& day, const Act& act);

// Verbs of orders that were sold, see random_day_after_sale.cpp.
void takesBack(Day& day, const Act& act);
void refunds(Day& day, const Act& act);
void refundsAPart(Day& day, const Act& act);
void exchanges(Day& day, const Act& act);
void reissues(Day& day, const Act& act);
void mindsThePapers(Day& day, const Act& act);

// Verbs of worth that is not money, see random_day_worth.cpp.
void sellsGiftCard(Day& day, const Act& act);
void mindsGiftCard(Day& day, const Act& act);
void settlesInvoice(Day& day, const Act& act);

/// One of a list by an act's number; nothing of an empty one.
template <typename T>
T* chosen(std::vector<T>& list, const Act& act)
{
    return list.empty() ? nullptr : &list[static_cast<std::size_t>(act.which) % list.size()];
}
/// What a clerk may give back by themselves.
inline constexpr std::int64_t kClerkRefundMinor = 5'000;
/// A tenth off, for so many tickets of all days.
inline constexpr const char* kPromoCode = "SPRING";
inline constexpr std::int64_t kPromoUses = 9;

/// Counts a drawer blind and closes it: nothing may be missing, and the Z must say what the paper
/// says.
void closeTill(Day& day, const Act& act);

} // namespace foyer::test
