// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/sell/sell_port.h"

#include <QObject>
#include <QString>

#include <deque>
#include <memory>
#include <optional>
#include <vector>

namespace foyer::ui {

/// What the sell workspace knows and decides. Owns no widget; asks the port, keeps the cart, and
/// tells the page what changed. Prices come from quotes only.
class SellPresenter final : public QObject {
    Q_OBJECT

public:
    enum class Stage : std::uint8_t {
        Choosing, ///< filling the cart
        Paying,   ///< the payment is open
        Writing,  ///< the sale is being written: nothing is sold yet
    };

    explicit SellPresenter(SellPort& port, QObject* parent = nullptr);

    // --- what is shown
    Stage stage() const { return m_stage; }
    bool isLoading() const { return m_loading; }
    /// Why the list of performances could not be read; empty when it could.
    const QString& listFault() const { return m_listFault; }
    const std::vector<PerformanceSummary>& performances() const { return m_performances; }
    const QString& search() const { return m_search; }
    const std::optional<OpenPerformance>& current() const { return m_current; }
    const TicketType* selectedType() const;
    const Cart& cart() const { return m_cart; }
    /// The quote of the cart; nothing while it is empty or being computed.
    const std::optional<Quote>& quoted() const { return m_quote; }
    /// The offer of a performance that is in the cart or open.
    const Offer* offer(PerformanceId performance) const;
    std::vector<SeatNumber> chosenSeats() const;
    const std::optional<Customer>& customer() const { return m_customer; }
    const std::optional<Order>& lastSale() const { return m_lastSale; }
    /// What the cart is taken out of, where it is; the sale ends it.
    const std::vector<HeldBack>& takenFrom() const { return m_takenFrom; }
    /// Who keeps back a seat of the open performance; null: nobody that is known.
    const HeldBack* heldAt(SeatNumber seat) const;
    /// The places of the cart in words, an evening after the other.
    QString cartInWords() const;

    // --- what the clerk does
    /// Reads the list; opens the next performance where none is open.
    void reload();
    void searchFor(const QString& text);
    void openPerformance(PerformanceId performance);
    void selectType(TicketTypeId type);
    /// The type whose name begins with a letter; the next one if several do. False if none does.
    bool selectTypeByLetter(QChar letter);
    /// So many more tickets of the selected type: the best seats together, or places of the
    /// category.
    void addTickets(std::size_t count, std::optional<CategoryId> category = std::nullopt);
    /// One more, or one less, place of a category without numbered seats, of any ticket type.
    void addPlace(TicketTypeId type, CategoryId category);
    void removePlace(TicketTypeId type, CategoryId category);
    /// How many such places of the open performance are in the cart.
    std::size_t placesChosen(TicketTypeId type, CategoryId category) const;
    void toggleSeat(SeatNumber seat);
    void removeItems(const std::vector<std::size_t>& items);
    void clearCart();
    /// Puts back what the last removal took.
    void undoRemoval();
    bool canUndoRemoval() const { return !m_removed.items.empty(); }
    /// What was removed is still held, reserved or parked.
    bool removedStaysHeld() const { return m_takenFrom.empty() && !m_removedFrom.empty(); }
    /// Prices the cart in another way (promo code, prices by hand, donation); where the counter
    /// takes it, it is the cart from then on. `then` is told in any case.
    void priceAs(const Cart& cart, SellPort::Then<Quote> then);
    /// Takes the promo code, or the donation, back out.
    void removePromoCode();
    void removeDonation();
    void setCustomer(const Customer& known);
    void setNewCustomer(const CustomerDetails& details);
    void clearCustomer();
    /// Starts it, at once (true) or as soon as the seats and the price that are being asked for are
    /// there, so that keys typed faster than the counter answers are not lost. Nothing for an empty
    /// cart.
    bool startPayment(PaymentMethod method = PaymentMethod::Cash);
    void cancelPayment();
    /// Writes the sale. Asked again while it is being written, does nothing.
    void confirm(const std::vector<Tender>& tenders, const InvoiceTerms& invoice = {});
    /// What a provider was to bring has come, or was paid in another way: now it is sold as any.
    void paidLater(const Order& order);
    // --- keeping it for later; the cart is empty once it is kept
    /// Puts the cart aside, under the name of its customer.
    void park();
    /// Reserves it for the customer of the sale, or for somebody new. `then` is told in any case.
    void reserve(const std::optional<CustomerDetails>& somebody, std::optional<Instant> until,
                 SellPort::Then<std::vector<StoredHold>> then);
    /// Keeps its places back for the house; they must be of one performance.
    void hold(const std::string& kind, const std::string& label, std::optional<Instant> until,
              SellPort::Then<HoldId> then);
    /// Brings back what is kept, or a part of it, as the cart. A cart that is there is kept where
    /// the house's places are added to it; else it has to be parked or sold before.
    void resume(const std::vector<HoldId>& holds, const HeldPart& part = {});
    /// Takes a seat out of its hold, into the cart.
    void takeFromHold(SeatNumber seat);
    /// Puts somebody on the waiting list of the open performance.
    void joinWaitingList(const CustomerDetails& somebody, std::int64_t count, CategoryId category,
                         SellPort::Then<WaitingId> then);
    /// Looks up a gift card by its code.
    void lookUpGiftCard(const std::string& code, SellPort::Then<GiftCard> then)
    {
        m_port.giftCard(code, std::move(then));
    }

Q_SIGNALS:
    void performancesChanged();
    void performanceChanged(); ///< another one is open, or its seats changed
    void typeChanged();
    void cartChanged();
    void quoteChanged();
    void customerChanged();
    void stageChanged();
    /// The payment of the quoted cart has begun.
    void paymentStarted(foyer::PaymentMethod method);
    /// Something was refused or failed; the cart is as it was. An empty text takes the message
    /// back.
    void failed(const QString& sentence, const QString& where);
    /// Durably sold and paid; the next sale has begun.
    void sold(const foyer::Order& order);
    /// Durably sold, and its money is awaited from a provider.
    void awaiting(const foyer::Order& order);
    /// Durably kept for later, in a sentence.
    void kept(const QString& sentence);
    /// Something was brought back into the cart.
    void resumed();

private:
    void setStage(Stage stage);
    void fail(const Error& error);
    void requote();
    void refreshCurrent();
    void addItems(const std::vector<CartItem>& items);
    std::optional<CategoryId> defaultCategory() const;
    void askNextSeats();
    void seatsFound(const Offer& offer, TicketTypeId type,
                    const Result<std::vector<SeatNumber>>& seats);
    void saleRefused(const Error& error);
    void saleMade(const Order& order);
    std::vector<HoldId> fromHolds() const;
    void nameCustomer(ReservationRequest& request,
                      const std::optional<CustomerDetails>& somebody) const;
    /// The cart that was kept is out of the way; what was chosen meanwhile stays.
    void forgetKept(const Cart& kept);
    void takeIn(const HeldCart& back);
    /// Seats that the cart itself keeps back are free to it.
    void freeOwnPlaces();

    SellPort& m_port;
    Stage m_stage = Stage::Choosing;
    bool m_loading = false;
    std::vector<PerformanceSummary> m_performances;
    QString m_search;
    QString m_listFault;
    /// Seats asked for and not answered yet, oldest first: each answer depends on the one before.
    std::deque<std::pair<BestSeatsRequest, TicketTypeId>> m_wanted;
    bool m_askingSeats = false;
    std::optional<PaymentMethod> m_paymentWanted;
    std::optional<OpenPerformance> m_current;
    std::map<PerformanceId, std::shared_ptr<const Offer>> m_offers;
    std::optional<TicketTypeId> m_type;
    Cart m_cart;
    Cart m_removed;
    std::vector<HeldBack> m_takenFrom;
    std::vector<HeldBack> m_removedFrom; ///< what the removed cart was taken out of
    bool m_keeping = false;              ///< the cart is being parked, reserved or held
    std::optional<Quote> m_quote;
    int m_quoteAsked = 0; ///< only the answer to the last question counts
    int m_listAsked = 0;
    int m_openAsked = 0;
    std::optional<Customer> m_customer; ///< a nil id: to be recorded with the sale
    std::optional<OrderId> m_order;     ///< of this cart, made at the first confirmation
    std::optional<Order> m_lastSale;
};

} // namespace foyer::ui
