// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tests/ui/fake_sell_port.h"
#include "ui/held/held_port.h"

#include <QApplication>
#include <QTimer>

#include <deque>
#include <optional>
#include <utility>
#include <vector>

namespace foyer::test {

/// What is held, in memory. Answers come from the event loop; with `waits` they wait for answer().
class FakeHeldPort final : public ui::HeldPort {
public:
    FakeHeldPort() : m_house{std::make_unique<FakeSellPort>()}
    {
        snapshot.asOf = FixedClock{}.now();
        for (const auto& offer : {m_house->seated, m_house->standing}) {
            snapshot.offers[offer->performance.id] = offer;
        }
    }

    const Offer& seated() const { return *m_house->seated; }
    const Offer& standing() const { return *m_house->standing; }

    StoredHold hold(std::uint8_t number, const char* kind, std::vector<SeatNumber> seats,
                    std::size_t standingPlaces = 0) const
    {
        StoredHold hold;
        hold.id = idOf<HoldId>(number);
        hold.performance = seats.empty() ? standing().performance.id : seated().performance.id;
        hold.kind = kind;
        hold.placedAt = Instant{snapshot.asOf.ms - 3'600'000};
        hold.releaseAt = Instant{snapshot.asOf.ms + 3 * 3'600'000};
        for (const SeatNumber seat : seats) {
            hold.places.push_back({seat, seated().categoryOfSeat(seat)->id, {}, {}});
        }
        hold.places.insert(hold.places.end(), standingPlaces,
                           HeldPlace{std::nullopt, standing().categories.front().id, {}, {}});
        return hold;
    }
    /// A reservation of Zoë Öztürk's, a hold of seats, one of standing places, a parked cart, an
    /// order to be fetched, and two who wait, the second of whom could come.
    void fill()
    {
        StoredHold reserved = hold(1, hold_kind::kReservation, {4, 5});
        reserved.code = "AB22223C";
        StoredHold press = hold(2, hold_kind::kPress, {10, 11, 12});
        press.label = "Evening Post";
        StoredHold sponsor = hold(3, hold_kind::kSponsor, {}, 10);
        sponsor.label = "Savings Bank";
        StoredHold parked = hold(4, hold_kind::kParked, {20, 21});
        parked.code = "AB22224D";
        snapshot.back = {{{reserved}, "Zoë Öztürk", "030 1234", Money{8'600, FakeSellPort::eur()}},
                         {{press}, {}, {}, {}},
                         {{sponsor}, {}, {}, {}},
                         {{parked}, {}, {}, Money{8'600, FakeSellPort::eur()}}};
        snapshot.orders = {{.performance = seated().performance.id,
                            .name = "Ada Lovelace",
                            .reach = "ada@example.org",
                            .code = "QH-22223-Y",
                            .isReserved = false,
                            .places = {"Stalls A1", "Stalls A2"},
                            .inside = 0,
                            .toPay = std::nullopt,
                            .until = std::nullopt}};
        snapshot.waiting = {{{idOf<WaitingId>(1),
                              seated().performance.id,
                              idOf<CustomerId>(1),
                              40,
                              {},
                              Instant{snapshot.asOf.ms - 7'200'000}},
                             "Grace Hopper",
                             "030 99",
                             false},
                            {{idOf<WaitingId>(2),
                              seated().performance.id,
                              idOf<CustomerId>(2),
                              2,
                              {},
                              Instant{snapshot.asOf.ms - 3'600'000}},
                             "Kim",
                             "030 42",
                             true}};
    }

    void performances(Then<std::vector<PerformanceSummary>> then) override
    {
        std::vector<PerformanceSummary> list;
        for (const auto& [id, offer] : snapshot.offers) {
            list.push_back({id,
                            offer->event.name,
                            {},
                            offer->venue.name,
                            offer->performance.startsAt,
                            "Europe/Berlin"});
        }
        later<std::vector<PerformanceSummary>>(std::move(then), list);
    }
    void read(std::optional<PerformanceId> performance, Then<ui::HeldSnapshot> then) override
    {
        reads.push_back(performance);
        later<ui::HeldSnapshot>(std::move(then),
                                readFault ? Result<ui::HeldSnapshot>{*readFault}
                                          : Result<ui::HeldSnapshot>{snapshot});
    }
    void countNext(Then<int> then) override { later<int>(std::move(then), 1); }
    void letGo(const std::vector<HoldId>& holds, const HeldPart& part, Then<bool> then) override
    {
        letGoes.emplace_back(holds, part);
        if (!actFault && part.isAll()) {
            std::erase_if(snapshot.back,
                          [&](const HeldBack& held) { return held.first().id == holds.front(); });
        }
        answerAct(std::move(then));
    }
    void extend(const std::vector<HoldId>& holds, std::optional<Instant> until,
                Then<bool> then) override
    {
        extensions.emplace_back(holds, until);
        answerAct(std::move(then));
    }
    void offerPlaces(WaitingId waiting, std::optional<Instant> until,
                     Then<std::vector<StoredHold>> then) override
    {
        offered.emplace_back(waiting, until);
        StoredHold reserved = hold(50, hold_kind::kReservation, {30, 31});
        reserved.code = "AB22225E";
        later<std::vector<StoredHold>>(std::move(then),
                                       actFault ? Result<std::vector<StoredHold>>{*actFault}
                                                : std::vector{reserved});
    }
    void endWaiting(WaitingId waiting, Then<bool> then) override
    {
        ended.push_back(waiting);
        answerAct(std::move(then));
    }
    void writeWillCall(PerformanceId performance, Then<std::string> then) override
    {
        written.push_back(performance);
        later<std::string>(std::move(then), std::string{"/tmp/will-call.pdf"});
    }

    void answer()
    {
        for (auto& one : std::exchange(m_waiting, {})) {
            one();
        }
        QApplication::processEvents();
    }

    ui::HeldSnapshot snapshot;
    bool waits = false;
    std::optional<Error> readFault;
    std::optional<Error> actFault;
    std::vector<std::optional<PerformanceId>> reads;
    std::vector<std::pair<std::vector<HoldId>, HeldPart>> letGoes;
    std::vector<std::pair<std::vector<HoldId>, std::optional<Instant>>> extensions;
    std::vector<std::pair<WaitingId, std::optional<Instant>>> offered;
    std::vector<WaitingId> ended;
    std::vector<PerformanceId> written;

private:
    void answerAct(Then<bool> then)
    {
        later<bool>(std::move(then), actFault ? Result<bool>{*actFault} : Result<bool>{true});
    }
    template <typename T>
    void later(Then<T> then, Result<T> answer)
    {
        auto give = [then = std::move(then), answer = std::move(answer)] { then(answer); };
        if (waits) {
            m_waiting.push_back(std::move(give));
        } else {
            QTimer::singleShot(0, qApp, std::move(give));
        }
    }

    std::unique_ptr<FakeSellPort> m_house; ///< whose evenings they are
    std::deque<std::function<void()>> m_waiting;
};

} // namespace foyer::test
