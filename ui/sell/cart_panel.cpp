// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/sell/cart_panel.h"

#include "core/domain/sales/order_code.h"
#include "ui/common/formatting.h"
#include "ui/common/held_text.h"
#include "ui/common/icons.h"
#include "ui/common/parts.h"
#include "ui/common/theme.h"
#include "ui/sell/provider_buttons.h"

#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>
#include <map>
#include <tuple>

namespace foyer::ui {
namespace {

/// Tickets that differ in nothing but the seat are one line. Last is why they cost less.
using LineKey = std::tuple<PerformanceId, TicketTypeId, CategoryId, QString>;

/// Why a ticket costs less than the list says: "Code SUMMER", "Family", "Discount: scratched".
QString reductionText(const Reduction& reduction)
{
    switch (reduction.kind) {
    case Reduction::Kind::None:
        return {};
    case Reduction::Kind::Promo:
        return CartPanel::tr("Code %1").arg(isolated(text(reduction.text)));
    case Reduction::Kind::Bundle:
        return isolated(text(reduction.text));
    case Reduction::Kind::Discount:
        return CartPanel::tr("Discount: %1").arg(isolated(text(reduction.text)));
    case Reduction::Kind::Complimentary:
        break;
    }
    return CartPanel::tr("Complimentary: %1").arg(isolated(text(reduction.text)));
}

bool isSoldOut(const SellPresenter& presenter)
{
    return std::ranges::any_of(presenter.performances(), [&](const auto& summary) {
        return presenter.current() && summary.left <= 0 &&
            summary.id == presenter.current()->offer->performance.id;
    });
}

void clear(QVBoxLayout& layout)
{
    while (QLayoutItem* item = layout.takeAt(0)) {
        if (QWidget* widget = item->widget()) {
            widget->hide();
            widget->deleteLater();
        }
        delete item;
    }
}

} // namespace

CartPanel::CartPanel(SellPresenter& presenter, QWidget* parent)
    : QFrame{parent}, m_presenter{presenter}
{
    setProperty("role", "panel");
    setAccessibleName(tr("Cart"));
    auto* column = new QVBoxLayout{this};
    column->setContentsMargins(kBetween, kBetween, kBetween, kBetween);
    column->setSpacing(kInside);
    auto* head = new QHBoxLayout;
    head->addWidget(makeLabel(tr("Cart"), "section", this));
    head->addStretch();
    m_prices = makeButton(tr("Prices…"), "quiet", this, QStringLiteral("F5"));
    m_prices->setToolTip(tr("Promo code, discount, complimentary tickets, donation"));
    head->addWidget(m_prices);
    m_clear = makeButton(tr("Clear"), "quiet", this);
    head->addWidget(m_clear);
    column->addLayout(head);

    column->addWidget(buildChange());
    auto* scroll = new QScrollArea{this};
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* inside = new QWidget;
    auto* insideColumn = new QVBoxLayout{inside};
    insideColumn->setContentsMargins(0, 0, 0, 0);
    m_empty = makeLabel(tr("Press 2 for the two best seats together, or choose seats on the plan."),
                        "muted", inside);
    m_empty->setWordWrap(true);
    insideColumn->addWidget(m_empty);
    m_wait = makeButton(tr("Waiting list…"), "", inside, QStringLiteral("F2"));
    setButtonIcon(m_wait, QStringLiteral("user-plus"));
    insideColumn->addWidget(m_wait);
    m_lines = new QVBoxLayout;
    m_lines->setSpacing(kInside);
    insideColumn->addLayout(m_lines);
    insideColumn->addStretch();
    scroll->setWidget(inside);
    column->addWidget(scroll, 1);

    column->addWidget(makeRule(this));
    addTotals(*column);
    addKeeping(*column);

    connect(m_clear, &QPushButton::clicked, &presenter, &SellPresenter::clearCart);
    connect(m_cash, &QPushButton::clicked, &presenter,
            [&presenter] { presenter.startPayment(PaymentMethod::Cash); });
    connect(m_card, &QPushButton::clicked, &presenter,
            [&presenter] { presenter.startPayment(PaymentMethod::CardTerminal); });
    connect(m_customer, &QPushButton::clicked, this, &CartPanel::chooseCustomer);
    connect(m_prices, &QPushButton::clicked, this, &CartPanel::choosePrices);
    connect(m_park, &QPushButton::clicked, this, &CartPanel::parkAsked);
    connect(m_reserve, &QPushButton::clicked, this, &CartPanel::reserveAsked);
    connect(m_hold, &QPushButton::clicked, this, &CartPanel::holdAsked);
    connect(m_wait, &QPushButton::clicked, this, &CartPanel::waitAsked);
    connect(&presenter, &SellPresenter::cartChanged, this, &CartPanel::showCart);
    connect(&presenter, &SellPresenter::performanceChanged, this, &CartPanel::showCart);
    connect(&presenter, &SellPresenter::quoteChanged, this, &CartPanel::showCart);
    connect(&presenter, &SellPresenter::customerChanged, this, &CartPanel::showCustomer);
    showCart();
    showCustomer();
}

/// The last sale: its code and the change to be handed over.
QFrame* CartPanel::buildChange()
{
    m_changeBox = makePanel(this);
    auto* change = new QVBoxLayout{m_changeBox};
    change->setContentsMargins(kBetween, kInside, kBetween, kInside);
    m_soldCode = makeLabel({}, "good", m_changeBox);
    change->addWidget(m_soldCode);
    m_changeName = makeLabel(tr("Change"), "muted", m_changeBox);
    change->addWidget(m_changeName);
    m_change = makeLabel({}, "amount", m_changeBox);
    m_change->setAccessibleName(tr("Change"));
    change->addWidget(m_change);
    auto* tickets = makeButton(tr("Tickets"), "", m_changeBox, QStringLiteral("F8"));
    setButtonIcon(tickets, QStringLiteral("ticket"));
    connect(tickets, &QPushButton::clicked, this, &CartPanel::showTickets);
    change->addWidget(tickets);
    return m_changeBox;
}

void CartPanel::addTotals(QVBoxLayout& column)
{
    auto* totals = new QHBoxLayout;
    totals->addWidget(makeLabel(tr("Total"), "total", this));
    totals->addStretch();
    m_total = makeLabel({}, "total", this);
    m_total->setAccessibleName(tr("Total"));
    totals->addWidget(m_total);
    column.addLayout(totals);
    m_tax = makeLabel({}, "small", this);
    m_tax->setAlignment(Qt::AlignRight);
    column.addWidget(m_tax);
    m_customer = makeButton(tr("Customer"), "", this);
    column.addWidget(m_customer);
    auto* pay = new QHBoxLayout;
    pay->setSpacing(kInside);
    m_cash = makeButton(tr("Cash"), "primary", this, QStringLiteral("F9"));
    m_card = makeButton(tr("Card"), "", this, QStringLiteral("F10"));
    setButtonIcon(m_customer, QStringLiteral("user-plus"));
    setButtonIcon(m_cash, QStringLiteral("banknote"));
    setButtonIcon(m_card, QStringLiteral("credit-card"));
    pay->addWidget(m_cash, 1);
    pay->addWidget(m_card, 1);
    column.addLayout(pay);
    column.addWidget(m_providers = new ProviderButtons{m_presenter, this});
}

/// What can be done with a cart that is not paid now.
void CartPanel::addKeeping(QVBoxLayout& column)
{
    auto* row = new QHBoxLayout;
    row->setSpacing(kInside);
    m_park = makeButton(tr("Park"), "", this, QStringLiteral("F7"));
    m_reserve = makeButton(tr("Reserve…"), "", this, QStringLiteral("F3"));
    m_hold = makeButton(tr("Hold for the house…"), "quiet", this, QStringLiteral("F4"));
    row->addWidget(m_park, 1);
    row->addWidget(m_reserve, 1);
    column.addLayout(row);
    column.addWidget(m_hold);
}

void CartPanel::showKeeping()
{
    const bool any = !m_presenter.cart().items.empty();
    // The one key puts a cart aside and brings it back, whatever there is to do.
    const QString words = any ? tr("Park") : tr("Parked carts…");
    m_park->setText(words + QStringLiteral("  F7"));
    m_park->setAccessibleName(words);
    m_reserve->setVisible(any);
    m_hold->setVisible(any);
    m_wait->setVisible(!any && isSoldOut(m_presenter));
}

void CartPanel::addLine(const QString& words, const QString& detail, std::optional<Money> amount,
                        std::function<void()> remove)
{
    auto* line = new QWidget{this};
    auto* row = new QHBoxLayout{line};
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(kInside);
    auto* names = new QVBoxLayout;
    names->setSpacing(0);
    auto* name = makeLabel(words, "", line);
    name->setWordWrap(true);
    name->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred); // a long word must not push
    names->addWidget(name);
    if (!detail.isEmpty()) {
        auto* small = makeLabel(detail, "small", line);
        small->setWordWrap(true);
        small->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
        names->addWidget(small);
    }
    row->addLayout(names, 1);
    if (remove) {
        auto* button = makeButton({}, "glyph", line);
        setButtonIcon(button, QStringLiteral("x"));
        button->setFixedWidth(kTarget);
        button->setAccessibleName(tr("Remove %1").arg(words));
        button->setToolTip(button->accessibleName());
        connect(button, &QPushButton::clicked, &m_presenter, std::move(remove));
        row->addWidget(button);
    }
    if (amount) { // under each other and the total
        row->addWidget(makeLabel(plainMoneyText(*amount), "", line));
    }
    m_lines->addWidget(line);
}

void CartPanel::showCart()
{
    clear(*m_lines);
    const Cart& cart = m_presenter.cart();
    const auto& quote = m_presenter.quoted();
    std::vector<LineKey> order;
    std::map<LineKey, std::vector<std::size_t>> groups;
    for (std::size_t i = 0; i < cart.items.size(); ++i) {
        const CartItem& item = cart.items[i];
        const LineKey key{item.performance, item.type, item.category,
                          quote ? reductionText(quote->lines[i].reduction) : QString{}};
        if (!groups.contains(key)) {
            order.push_back(key);
        }
        groups[key].push_back(i);
    }
    for (const LineKey& key : order) {
        const auto& items = groups[key];
        const Offer* offer = m_presenter.offer(std::get<0>(key));
        if (offer == nullptr) {
            continue;
        }
        Money amount{0, offer->organizer.currency};
        std::vector<SeatNumber> seats;
        for (const std::size_t item : items) {
            if (quote) {
                amount += quote->lines[item].amount.gross;
            }
            if (cart.items[item].seat) {
                seats.push_back(*cart.items[item].seat);
            }
        }
        const QString words = tr("%1 × %2")
                                  .arg(items.size())
                                  .arg(isolated(text(offer->type(std::get<1>(key))->name)));
        QString detail = seats.empty() ? text(offer->category(std::get<2>(key))->name)
                                       : seatsInWords(*offer, seats);
        const bool oneEvening = std::ranges::all_of(order, [&order](const LineKey& other) {
            return std::get<0>(other) == std::get<0>(order.front());
        });
        if (!oneEvening) {
            detail += QStringLiteral(" · ") + text(offer->event.name) + QStringLiteral(", ") +
                dayAndTimeText(offer->performance.startsAt, offer->performance.timeZone);
        }
        if (const QString& why = std::get<QString>(key); !why.isEmpty()) {
            detail += QStringLiteral(" · ") + why;
        }
        addLine(words, detail, amount, [this, items] { m_presenter.removeItems(items); });
    }
    addPromoLine();
    addTakenFromLine();
    showTotals();
    showKeeping();
    showLastSale();
}

/// Where the cart comes from, so that nobody wonders why its seats were held.
void CartPanel::addTakenFromLine()
{
    for (const HeldBack& held : m_presenter.takenFrom()) {
        const StoredHold& first = held.first();
        QString words = holdKindText(first.kind);
        if (const QString title = heldTitle(held); title != words) {
            words += QStringLiteral(" · ") + title;
        }
        const Offer* offer = m_presenter.offer(first.performance);
        const std::string zone = offer != nullptr ? offer->performance.timeZone : "UTC";
        addLine(words,
                tr("Held %1, and sold out of it with this cart")
                    .arg(releaseText(first.releaseAt, zone)),
                std::nullopt, {});
    }
}

/// Shown while the code is in the cart, with the sentence where something else is cheaper.
void CartPanel::addPromoLine()
{
    const Cart& cart = m_presenter.cart();
    const auto& quote = m_presenter.quoted();
    if (cart.promoCode.empty()) {
        return;
    }
    const bool isUsed = !quote || std::ranges::any_of(quote->lines, [](const QuoteLine& line) {
        return line.reduction.kind == Reduction::Kind::Promo;
    });
    addLine(tr("Code %1").arg(isolated(text(normalizedPromoCode(cart.promoCode)))),
            isUsed ? QString{} : tr("Nothing gets cheaper by it."), std::nullopt,
            [this] { m_presenter.removePromoCode(); });
}

void CartPanel::showTotals()
{
    const auto& quote = m_presenter.quoted();
    if (quote) {
        std::vector<std::pair<std::string, Money>> fees;
        for (const QuoteLine& line : quote->lines) {
            if (line.kind != QuoteLine::Kind::Fee) {
                continue;
            }
            if (line.fee == donationFee()) {
                addLine(tr("Donation"), {}, line.amount.gross,
                        [this] { m_presenter.removeDonation(); });
                continue;
            }
            const auto same =
                std::ranges::find(fees, line.text, &std::pair<std::string, Money>::first);
            if (same != fees.end()) {
                same->second += line.amount.gross;
            } else {
                fees.emplace_back(line.text, line.amount.gross);
            }
        }
        for (const auto& [name, amount] : fees) {
            addLine(text(name), {}, amount, {});
        }
    }
    m_total->setText(quote ? moneyText(quote->total) : QString{});
    m_total->setAccessibleDescription(m_total->text());
    m_tax->setText(quote && !quote->tax.isZero() ? tr("incl. %1 tax").arg(moneyText(quote->tax))
                                                 : QString{});
    const bool any = !m_presenter.cart().items.empty();
    const auto& current = m_presenter.current();
    m_empty->setText(
        isSoldOut(m_presenter)
            ? tr("This performance is sold out. Take down who would come: when places come free, "
                 "the waiting list says who is next.")
            : current && current->offer->plan
            ? tr("Press 2 for the two best seats together, or choose seats on the plan.")
            : tr("Press 2 for two tickets of the chosen type."));
    m_empty->setVisible(!any && current && !m_presenter.lastSale());
    m_clear->setEnabled(any);
    m_prices->setEnabled(any);
    m_cash->setEnabled(quote.has_value());
    m_card->setEnabled(quote.has_value());
    m_providers->setEnabled(quote.has_value());
}

void CartPanel::showLastSale()
{
    const auto& sale = m_presenter.lastSale();
    m_changeBox->setVisible(sale.has_value() && m_presenter.cart().items.empty());
    if (sale) {
        m_soldCode->setText(tr("✓ Sold · %1").arg(text(displayOrderCode(sale->code))));
        m_change->setText(sale->change.isZero() ? tr("Paid exactly") : moneyText(sale->change));
        m_change->setAccessibleDescription(m_change->text());
        m_changeName->setVisible(!sale->change.isZero());
        setRole(m_change, sale->change.isZero() ? "section" : "amount");
    }
}

void CartPanel::showCustomer()
{
    const auto& customer = m_presenter.customer();
    const QString name = !customer        ? QString{}
        : !customer->details.name.empty() ? text(customer->details.name)
                                          : text(customer->details.email);
    m_customer->setText(name.isEmpty() ? tr("Customer…")
                                       : fontMetrics().elidedText(name, Qt::ElideRight, 220));
    m_customer->setAccessibleName(name.isEmpty() ? tr("Add a customer")
                                                 : tr("Customer %1").arg(name));
}

} // namespace foyer::ui
