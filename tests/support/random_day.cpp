// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/random_day.h"

#include "core/services/access_control.h"
#include "core/services/cash_rounding.h"
#include "core/services/counter.h"
#include "core/services/deals.h"
#include "core/services/drawers.h"
#include "core/services/users.h"

#include <algorithm>
#include <cstdlib>
#include <numeric>

namespace foyer::test {
namespace {

constexpr int kNumberMax = 400;

std::string sentenceOf(const Act& act)
{
    return std::string{kStaff.at(static_cast<std::size_t>(act.who)).name} + " " +
        allVerbs()[act.verb].name + " (which " + std::to_string(act.which) + ", many " +
        std::to_string(act.many) + ", money " + std::to_string(act.money) + ")";
}

/// Each verb as often as it weighs.
std::vector<std::size_t> weighedVerbs()
{
    std::vector<std::size_t> weighed;
    for (std::size_t i = 0; i < allVerbs().size(); ++i) {
        weighed.insert(weighed.end(), static_cast<std::size_t>(allVerbs()[i].weight), i);
    }
    return weighed;
}

rc::Gen<Act> anyAct()
{
    return rc::gen::build<Act>(
        rc::gen::set(&Act::verb, rc::gen::elementOf(weighedVerbs())),
        rc::gen::set(&Act::who, rc::gen::inRange(0, static_cast<int>(kStaff.size()))),
        rc::gen::set(&Act::which, rc::gen::resize(100, rc::gen::inRange(0, kNumberMax))),
        rc::gen::set(&Act::many, rc::gen::inRange(0, 12)),
        rc::gen::set(&Act::money, rc::gen::resize(100, rc::gen::inRange(1, 5'000))));
}

bool isChild(const Day& day, const CartItem& item)
{
    return item.type == day.child;
}

} // namespace

void showValue(const DayScript& script, std::ostream& out)
{
    out << "cash rounded to " << script.cashStep << '\n';
    for (const Act& act : script.acts) {
        out << "  " << sentenceOf(act) << '\n';
    }
}

rc::Gen<DayScript> anyDay(int acts)
{
    return rc::gen::build<DayScript>(
        rc::gen::set(&DayScript::cashStep, rc::gen::element<std::int64_t>(1, 5)),
        rc::gen::set(&DayScript::acts,
                     rc::gen::resize(acts, rc::gen::container<std::vector<Act>>(anyAct()))));
}

std::int64_t PaperOrder::worth() const
{
    std::int64_t sum = feesWorth();
    for (const PaperPlace& place : places) {
        sum += place.gross;
    }
    return sum;
}

std::int64_t PaperOrder::feesWorth() const
{
    std::int64_t sum = 0;
    for (const PaperFee& fee : fees) {
        sum += fee.gross;
    }
    return sum;
}

bool PaperOrder::isVoid() const
{
    return std::ranges::none_of(places, &PaperPlace::valid);
}

bool PaperOrder::wasUsed() const
{
    return std::ranges::any_of(places, &PaperPlace::admitted);
}

bool PaperOrder::hasCash() const
{
    return std::ranges::any_of(paid, [](const PaperPayment& payment) {
        return payment.method == PaymentMethod::Cash;
    });
}

Day::Day(std::int64_t step) : house{5}, cashStep{step}
{
    child = house.type("Child");
    standing = house.category("Standing");
    staff();
    must(setCashStep(counter(), cashStep).has_value(), "cash is rounded");
    PromoCode code{.code = kPromoCode, .cut = {PriceCut::Kind::Percent, 10'000}};
    code.uses = kPromoUses;
    must(setPromoCode(counter(), code).has_value(), "a promo code");
}

std::string Day::secretOf(const Person& person)
{
    return std::string{person.name} + " has 482915 words";
}

void Day::staff()
{
    counter().access().setPasswordCost({1, 8});
    const auto add = [&](const Person& person) {
        must(addUser(counter(), {person.name, person.role, secretOf(person), ""}).has_value(),
             "somebody is added");
    };
    add(kStaff.back());
    signIn(kStaff.size() - 1);
    for (std::size_t i = 0; i + 1 < kStaff.size(); ++i) {
        add(kStaff.at(i));
    }
    for (const Person& person : kStaff) {
        must(addDrawer(counter(), std::string{person.name} + "'s").has_value(), "a drawer");
    }
}

void Day::signIn(std::size_t person)
{
    present = person;
    const auto signedIn = counter().access().signIn(clerk().name, secretOf(clerk()));
    must(signedIn.has_value(), "sign in");
}

void Day::act(const Act& act)
{
    ++done;
    doing = sentenceOf(act);
    verb = allVerbs()[act.verb].name;
    house.clock().pass(2'500 + act.money * 5); // on average some 15 s: a day crosses kJustSoldMs
    if (present != static_cast<std::size_t>(act.who)) {
        signIn(static_cast<std::size_t>(act.who));
    }
    allVerbs()[act.verb].act(*this, act);
}

void Day::close()
{
    doing = verb = "closing time";
    while (!openShifts.empty()) {
        const auto person = std::ranges::find(kStaff, openShifts.front().clerk, &Person::name);
        signIn(static_cast<std::size_t>(person - kStaff.begin()));
        closeTill(*this, Act{});
    }
    signIn(kStaff.size() - 1);
}

std::map<std::string, int>& Day::achieved()
{
    static std::map<std::string, int> counts;
    return counts;
}

void Day::must(bool condition, const std::string& what) const
{
    if (!condition) {
        RC_FAIL("act " + std::to_string(done) + ", " + doing + ": " + what);
    }
}

std::int64_t Day::priceOf(Day& day, const CartItem& item)
{
    const bool standing = item.category == day.standing;
    return isChild(day, item) ? (standing ? 599 : 1'250) : (standing ? 1'200 : 2'500);
}

std::int64_t Day::taxIn(std::int64_t gross)
{
    return (2 * 19 * gross + 119) / (2 * 119); // 19 %, contained, half up
}

std::int64_t Day::roundedToStep(std::int64_t cash) const
{
    return (cash + cashStep / 2) / cashStep * cashStep;
}

PaperShift* Day::shift()
{
    const auto found = std::ranges::find(openShifts, clerk().name, &PaperShift::clerk);
    return found != openShifts.end() ? &*found : nullptr;
}

std::vector<CartItem> Day::taken(std::size_t performance) const
{
    std::vector<CartItem> all;
    const PerformanceId wanted = house.performance(performance);
    for (const PaperOrder& order : orders) {
        for (const PaperPlace& place : order.places) {
            if (place.valid && place.item.performance == wanted) {
                all.push_back(place.item);
            }
        }
    }
    for (const PaperHold& hold : holds) {
        std::ranges::copy_if(hold.items, std::back_inserter(all),
                             [&](const CartItem& item) { return item.performance == wanted; });
    }
    return all;
}

bool Day::isSeatTaken(const CartItem& item) const
{
    const std::size_t number = item.performance == house.performance(0) ? 0 : 1;
    return item.seat && std::ranges::any_of(taken(number), [&](const CartItem& other) {
               return other.seat == item.seat;
           });
}

bool Day::isRoomFor(const std::vector<CartItem>& items, bool withTypes) const
{
    for (std::size_t number = 0; number < 2; ++number) {
        std::vector<CartItem> all = taken(number);
        for (CartItem item : items) {
            if (item.performance != house.performance(number)) {
                continue;
            }
            if (isSeatTaken(item)) {
                return false;
            }
            item.type = withTypes ? item.type : TicketTypeId{};
            all.push_back(item);
        }
        const auto count = [&](auto&& which) { return std::ranges::count_if(all, which); };
        const auto children = count([&](const CartItem& item) { return isChild(*this, item); });
        const auto stallsChildren =
            count([&](const CartItem& item) { return isChild(*this, item) && item.seat; });
        const auto stood = count([](const CartItem& item) { return !item.seat; });
        if (std::ssize(all) > kSmallCapacity || stood > kSmallStanding || children > kChildren ||
            stallsChildren > kStallsChildren) {
            return false;
        }
    }
    return true;
}

std::vector<CartItem> Day::itemsOf(const Act& act)
{
    const std::size_t performance = act.which % 3 == 0 ? 1 : 0;
    std::vector<CartItem> items;
    for (int i = 0; i <= act.many % 4; ++i) {
        const std::string type = (act.which / 3 + i) % 4 == 3 ? "Child" : "Adult";
        const auto seat = static_cast<SeatNumber>((act.which + i) % int{kSmallSeats});
        items.push_back(act.many % 3 == 0 ? house.standing(type, performance)
                                          : house.seat(seat, type, performance));
    }
    return items;
}

void Day::note(FigureGroup group, const std::string& name, std::int64_t amount)
{
    if (PaperShift* open = shift()) {
        open->figures[{group, name}] += amount;
    }
}

void Day::noteMoney(PaymentMethod method, std::int64_t amount, std::int64_t rounding)
{
    note(FigureGroup::Method, std::string{paymentMethodName(method)}, amount);
    if (method == PaymentMethod::Cash) {
        note(FigureGroup::Drawer, {}, amount + rounding);
        note(FigureGroup::Rounding, {}, rounding);
        must(shift() != nullptr, "cash without a shift");
        shift()->drawer += amount + rounding;
    }
}

void Day::notePlace(const PaperPlace& place, std::int64_t gross, std::int64_t tax)
{
    note(FigureGroup::TicketType, isChild(*this, place.item) ? "Child" : "Adult", gross);
    note(FigureGroup::Event, "Hamlet", gross);
    note(FigureGroup::Turnover, {}, gross);
    note(FigureGroup::Clerk, clerk().name, gross);
    note(FigureGroup::Tax, "VAT", gross);
    if (PaperShift* open = shift()) {
        open->tax += tax;
    }
}

void Day::noteFee(const PaperFee& fee, std::int64_t sign)
{
    const std::int64_t gross = sign * fee.gross;
    note(FigureGroup::Fee, fee.name, gross);
    note(FigureGroup::Turnover, {}, gross);
    note(FigureGroup::Clerk, clerk().name, gross);
    note(FigureGroup::Tax, fee.taxName, gross);
    if (PaperShift* open = shift()) {
        open->tax += sign * fee.tax;
    }
}

std::int64_t Day::roundingOf(PaymentMethod method, std::int64_t amount) const
{
    return method == PaymentMethod::Cash ? roundedToStep(amount) - amount : 0;
}

std::int64_t Day::promoUsesLeft() const
{
    std::int64_t used = 0;
    for (const PaperOrder& order : orders) {
        used += std::ranges::count_if(order.places, [](const PaperPlace& place) {
            return place.valid && place.cut == "promo";
        });
    }
    return kPromoUses - used;
}

void Day::notePayment(PaperOrder& order, PaymentMethod method, std::int64_t amount,
                      std::size_t subject)
{
    const std::int64_t rounding = roundingOf(method, amount);
    order.paid.push_back({method, amount, rounding, subject});
    noteMoney(method, amount, rounding);
    if (method == PaymentMethod::GiftCard) {
        giftCards.at(subject).balance -= amount;
    }
}

std::vector<PaperPayment> Day::partsOf(const PaperOrder& order, std::int64_t amount) const
{
    std::vector<PaperPayment> parts(order.paid.size());
    for (const PaymentMethod method : {PaymentMethod::Invoice, PaymentMethod::GiftCard,
                                       PaymentMethod::CardTerminal, PaymentMethod::Cash}) {
        for (std::size_t i = order.paid.size(); i-- > 0;) {
            const PaperPayment& payment = order.paid[i];
            if (payment.method != method) {
                continue;
            }
            PaperPayment& part = parts[i];
            part = {method, std::min(amount, payment.amount), 0, payment.subject};
            amount -= part.amount;
            const std::int64_t kept = payment.amount + payment.rounding;
            if (method == PaymentMethod::Cash && part.amount > 0) {
                const bool last = part.amount == payment.amount;
                part.rounding =
                    (last ? kept : std::min(roundedToStep(part.amount), kept)) - part.amount;
            }
        }
    }
    return parts;
}

void Day::noteBack(PaperOrder& order, std::int64_t amount)
{
    const auto parts = partsOf(order, amount);
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const PaperPayment& part = parts[i];
        if (part.amount == 0) {
            continue;
        }
        noteMoney(part.method, -part.amount, -part.rounding);
        order.paid[i].amount -= part.amount;
        order.paid[i].rounding -= part.rounding;
        if (part.method == PaymentMethod::Invoice) {
            invoices.at(part.subject).credited += part.amount;
        }
        if (part.method == PaymentMethod::GiftCard) {
            std::size_t card = part.subject;
            while (giftCards.at(card).successor) {
                card = *giftCards.at(card).successor;
            }
            giftCards.at(card).balance += part.amount;
        }
    }
}

} // namespace foyer::test
