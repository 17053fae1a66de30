// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/documents/tickets/order_pages.h"

#include "core/documents/tickets/local_text.h"
#include "core/domain/catalogue/event_texts.h"
#include "core/documents/tickets/promoter_words.h"
#include "core/domain/sales/order_code.h"

#include <QCoreApplication>

#include <algorithm>
#include <tuple>
#include <utility>

namespace foyer {
namespace {

/// Holds the words of these pages for translators.
struct OrderWords {
    Q_DECLARE_TR_FUNCTIONS(OrderPages)
};

const Offer* offerOf(const OrderContext& context, PerformanceId performance)
{
    const auto found =
        std::find_if(context.offers.begin(), context.offers.end(),
                     [&](const Offer* offer) { return offer->performance.id == performance; });
    return found == context.offers.end() ? nullptr : *found;
}

Error unknownPerformance(PerformanceId performance)
{
    return refused("unknown_performance",
                   "This order is for a performance that this counter does not know. Its documents "
                   "can be made where it was sold.",
                   performance.text());
}

/// The seat as it was sold decides; the plan only tells which words of it are section, row and
/// number.
void describePlace(const Ticket& ticket, const Offer& offer, TicketPage& page)
{
    const SeatingPlan* plan = offer.plan.get();
    if (!ticket.seat || plan == nullptr || *ticket.seat >= plan->seats.size() ||
        plan->seatLabel(*ticket.seat) != ticket.seatLabel) {
        page.place = ticket.seatLabel.empty() ? ticket.categoryName : ticket.seatLabel;
        return;
    }
    const Seat& seat = plan->seats[*ticket.seat];
    const Row& row = plan->rows[seat.row];
    page.section = plan->sections[row.section].label;
    page.row = row.label;
    page.seat = seat.number;
    QStringList notes;
    if (seat.has(SeatTrait::RestrictedView)) {
        notes.append(OrderWords::tr("Restricted view"));
    }
    if (seat.has(SeatTrait::Accessible)) {
        notes.append(OrderWords::tr("Wheelchair place"));
    } else if (seat.has(SeatTrait::Companion)) {
        notes.append(OrderWords::tr("Companion seat"));
    }
    if (const std::string& entrance = plan->sections[row.section].entrance; !entrance.empty()) {
        notes.append(QString::fromStdString(entrance));
    }
    page.notes = notes.join(QStringLiteral(" · ")).toStdString();
}

TicketPage pageOf(const Ticket& ticket, const Offer& offer, const LocalText& local)
{
    const Performance& performance = offer.performance;
    TicketPage page;
    page.organizer = offer.organizer.name;
    page.promoter = promoterLine(offer.event.promoter);
    page.venue = offer.venue.name;
    page.venueAddress = offer.venue.address;
    page.dateLine = local.date(performance.startsAt, performance.timeZone);
    page.timeLine = local.time(performance.startsAt, performance.timeZone);
    if (performance.doorsAt) {
        page.doorsLine = local.time(*performance.doorsAt, performance.timeZone);
    }
    describePlace(ticket, offer, page);
    describeEvent(offer.event, local, page);
    page.typeName = ticket.typeName;
    // "Standing" once is enough.
    page.categoryName = page.place == ticket.categoryName ? std::string{} : ticket.categoryName;
    page.priceLine = local.money(ticket.price.gross);
    page.rightToLeft = local.isRightToLeft();
    return page;
}

/// Equal lines of an order, counted.
struct CountedLine {
    const QuoteLine* line = nullptr;
    std::int64_t count = 0;
};

struct LineGroup {
    PerformanceId performance;
    std::vector<CountedLine> lines;
};

std::vector<LineGroup> groupsOf(const Order& order)
{
    std::vector<LineGroup> groups;
    for (const QuoteLine& line : order.lines) {
        auto group = std::find_if(groups.begin(), groups.end(), [&line](const LineGroup& other) {
            return other.performance == line.performance;
        });
        if (group == groups.end()) {
            group = groups.insert(groups.end(), {line.performance, {}});
        }
        auto same =
            std::find_if(group->lines.begin(), group->lines.end(), [&](const CountedLine& other) {
                return other.line->text == line.text && other.line->amount == line.amount &&
                    other.line->tax == line.tax && other.line->kind == line.kind &&
                    other.line->reduction == line.reduction;
            });
        if (same == group->lines.end()) {
            same = group->lines.insert(group->lines.end(), {&line, 0});
        }
        ++same->count;
    }
    return groups;
}

/// What a customer reads about a line: why a ticket costs less than its list price. The reasons of
/// the house stay in the house.
std::string wordsOf(const QuoteLine& line, const LocalText& local)
{
    const QString words = QString::fromStdString(line.text);
    const QString name = QString::fromStdString(line.reduction.text);
    const auto less = [&](const QString& why) {
        const Money minor{-line.reduction.minor, line.amount.gross.currency()};
        return OrderWords::tr("%1 (%2 %3)")
            .arg(words, why, QString::fromStdString(local.money(minor)))
            .toStdString();
    };
    switch (line.reduction.kind) {
    case Reduction::Kind::Promo:
        return less(OrderWords::tr("code %1").arg(name));
    case Reduction::Kind::Bundle:
        return less(name);
    case Reduction::Kind::Discount:
        return less(OrderWords::tr("discount"));
    case Reduction::Kind::Complimentary:
        return less(OrderWords::tr("complimentary"));
    case Reduction::Kind::None:
        break;
    }
    return line.kind == QuoteLine::Kind::Fee && line.fee == donationFee()
        ? OrderWords::tr("Donation").toStdString()
        : line.text;
}

ReceiptPage::Group printed(const LineGroup& group, const Offer& offer, const LocalText& local)
{
    const Performance& performance = offer.performance;
    ReceiptPage::Group result;
    result.heading = offer.event.name;
    result.detail = local.date(performance.startsAt, performance.timeZone) + ", " +
        local.time(performance.startsAt, performance.timeZone);
    result.promoter = promoterLine(offer.event.promoter);
    for (const CountedLine& counted : group.lines) {
        const Money gross = counted.line->amount.gross;
        result.lines.push_back({std::to_string(counted.count) + " ×", wordsOf(*counted.line, local),
                                counted.count == 1 ? std::string{} : local.money(gross),
                                local.money(gross * counted.count)});
    }
    return result;
}

/// What is sold besides tickets, without a heading: gift cards.
ReceiptPage::Group printedCards(const LineGroup& group, const LocalText& local)
{
    ReceiptPage::Group result;
    for (const CountedLine& counted : group.lines) {
        const QString tail = QString::fromStdString(counted.line->text);
        const QString words = counted.line->kind == QuoteLine::Kind::GiftCard
            ? OrderWords::tr("Gift card …%1").arg(tail)
            : tail;
        result.lines.push_back({std::to_string(counted.count) + " ×",
                                words.toStdString(),
                                {},
                                local.money(counted.line->amount.gross * counted.count)});
    }
    return result;
}

std::vector<ReceiptPage::TaxLine> taxLines(const Order& order, const LocalText& local)
{
    std::map<std::pair<std::string, std::int64_t>, TaxedAmount> sums;
    for (const QuoteLine& line : order.lines) {
        if (line.taxName.empty()) {
            continue;
        }
        const auto [sum, isFirst] =
            sums.try_emplace({line.taxName, line.taxRateMilliPercent}, line.amount);
        if (!isFirst) {
            sum->second.net += line.amount.net;
            sum->second.tax += line.amount.tax;
            sum->second.gross += line.amount.gross;
        }
    }
    std::vector<ReceiptPage::TaxLine> lines;
    for (const auto& [tax, sum] : sums) {
        // Many catalogues already say the rate in the name.
        const std::string rate = local.percent(tax.second);
        const bool isNamed = tax.first.find('%') != std::string::npos;
        lines.push_back({isNamed ? tax.first : tax.first + " " + rate, local.money(sum.net),
                         local.money(sum.tax), local.money(sum.gross)});
    }
    return lines;
}

QString methodText(const SettledTender& payment, const LocalText& local)
{
    const QString reference = QString::fromStdString(payment.tender.reference);
    switch (payment.tender.method) {
    case PaymentMethod::CardTerminal:
        return OrderWords::tr("Card (terminal receipt %1)").arg(reference);
    case PaymentMethod::GiftCard:
        return payment.left
            ? OrderWords::tr("Gift card …%1 (%2 left)")
                  .arg(reference, QString::fromStdString(local.money(*payment.left)))
            : OrderWords::tr("Gift card …%1").arg(reference);
    case PaymentMethod::Invoice:
        return OrderWords::tr("Invoice %1").arg(reference);
    case PaymentMethod::Transfer:
        return OrderWords::tr("Bank transfer");
    case PaymentMethod::Imported:
        return OrderWords::tr("Paid where it was ordered");
    case PaymentMethod::Online:
        return OrderWords::tr("Paid online");
    case PaymentMethod::Reader:
        return OrderWords::tr("Card");
    case PaymentMethod::Cash:
        break;
    }
    return OrderWords::tr("Cash");
}

std::vector<ReceiptPage::Payment> payments(const Order& order, const LocalText& local)
{
    std::vector<ReceiptPage::Payment> lines;
    for (const SettledTender& settled : order.payments) {
        lines.push_back({paymentText(settled, local), local.money(settled.tender.tendered)});
    }
    if (!order.change.isZero()) {
        lines.push_back({OrderWords::tr("Change").toStdString(), local.money(order.change)});
    }
    return lines;
}

} // namespace

void describeEvent(const Event& event, const LocalText& local, TicketPage& page)
{
    page.event = event.name;
    page.subtitle = event.subtitle;
    page.text = textsIn(event, local.language()).ticketText;
    if (event.ageLimit > 0) {
        const QString age = OrderWords::tr("Minimum age %1").arg(event.ageLimit);
        page.notes = age.toStdString() + (page.notes.empty() ? "" : " · " + page.notes);
    }
}

std::string paymentText(const SettledTender& payment, const LocalText& local)
{
    return methodText(payment, local).toStdString();
}

Result<std::vector<TicketPage>> ticketPages(const Order& order, const OrderContext& context)
{
    const LocalText local{context.locale};
    std::vector<TicketPage> pages;
    for (const Ticket& ticket : order.tickets) {
        if (ticket.state == TicketState::Voided || order.voided) {
            continue;
        }
        const Offer* offer = offerOf(context, ticket.performance);
        if (offer == nullptr) {
            return unknownPerformance(ticket.performance);
        }
        const auto code = context.codes.find(ticket.id);
        if (code == context.codes.end()) {
            return refused(
                "ticket_code_missing",
                "A ticket of this order has no code yet. Open the order and print it again.",
                ticket.id.text());
        }
        TicketPage page = pageOf(ticket, *offer, local);
        page.codeText = code->second;
        page.orderCode = displayOrderCode(order.code);
        page.holderName = context.customerName;
        if (const auto poster = context.posters.find(offer->event.id);
            poster != context.posters.end()) {
            page.poster = poster->second;
        }
        page.style = {offer->organizer.colours, context.logo};
        pages.push_back(std::move(page));
    }
    if (pages.empty()) {
        return refused("already_void", "This order was taken back. It has no tickets to print.");
    }
    for (std::size_t i = 0; i < pages.size(); ++i) {
        pages[i].number = static_cast<int>(i) + 1;
        pages[i].count = static_cast<int>(pages.size());
    }
    return pages;
}

Result<ReceiptPage> receiptPage(const Order& order, const OrderContext& context)
{
    const LocalText local{context.locale};
    ReceiptPage page;
    const Organizer* house = context.house;
    for (const LineGroup& group : groupsOf(order)) {
        if (group.performance.isNil()) {
            page.groups.push_back(printedCards(group, local));
            continue;
        }
        const Offer* offer = offerOf(context, group.performance);
        if (offer == nullptr) {
            return unknownPerformance(group.performance);
        }
        house = house != nullptr ? house : &offer->organizer;
        page.groups.push_back(printed(group, *offer, local));
    }
    if (house != nullptr) {
        page.organizer = house->name;
        page.organizerAddress = house->address;
        page.taxNumber = house->taxNumber;
        page.style = {house->colours, context.logo};
        page.dateLine = local.date(order.placedAt, house->timeZone) + ", " +
            local.time(order.placedAt, house->timeZone);
    }
    page.orderCode = displayOrderCode(order.code);
    page.customer = context.customerName;
    page.taxes = taxLines(order, local);
    page.total = local.money(order.total);
    page.payments = payments(order, local);
    if (order.voided) {
        page.note = OrderWords::tr("This order was taken back. The receipt is void.").toStdString();
    }
    page.rightToLeft = local.isRightToLeft();
    return page;
}

} // namespace foyer
