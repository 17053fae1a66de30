// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/domain/reports/reported_order.h"

#include "core/base/money.h"

#include <algorithm>
#include <set>

namespace foyer {

ReportFigures& ReportFigures::operator+=(const ReportFigures& other)
{
    sold += other.sold;
    takenBack += other.takenBack;
    complimentary += other.complimentary;
    net += other.net;
    tax += other.tax;
    backNet += other.backNet;
    backTax += other.backTax;
    discount += other.discount;
    return *this;
}

ReportFigures ReportFigures::operator-() const
{
    return {-sold, -takenBack, -complimentary, -net, -tax, -backNet, -backTax, -discount};
}

namespace {

using FigureMap = std::map<ReportSubject, ReportFigures>;
using WorthMap = std::map<PerformanceId, std::int64_t>;

/// An order as it is known at a moment.
class OrderAt {
public:
    OrderAt(const ReportedOrder& order, std::int64_t at) : m_order{order}, m_at{at}
    {
        m_base.currency = order.currency;
        m_base.replica = order.replica;
        m_base.seller = order.seller;
        m_voids = std::ranges::count_if(order.voids,
                                        [at](std::int64_t voidedAt) { return voidedAt <= at; });
    }

    FigureMap figures()
    {
        if (m_order.placedAt > m_at) {
            return {}; // nobody knows what it was
        }
        nameWays();
        collectPayments();
        addLines();
        addFees();
        addGiftCards();
        spreadPayments();
        std::erase_if(m_figures, [](const auto& each) { return each.second == ReportFigures{}; });
        return std::move(m_figures);
    }

private:
    using Way = std::pair<std::string, std::string>; ///< method and provider

    const ReportedOrder::Payment* knownPayment(PaymentId id) const
    {
        const auto found = std::ranges::find(m_order.payments, id, &ReportedOrder::Payment::id);
        return found != m_order.payments.end() && found->at <= m_at ? &*found : nullptr;
    }

    /// What of each way of paying stands: a sale that was taken back as a whole gave back all that
    /// was paid until then.
    void collectPayments()
    {
        for (const auto& payment : m_order.payments) {
            if (payment.at > m_at) {
                continue;
            }
            const auto backs = std::ranges::count_if(m_order.voids, [&](std::int64_t voidedAt) {
                return voidedAt <= m_at && voidedAt >= payment.at;
            });
            const std::int64_t left = payment.amount * (1 - backs);
            m_paid[{payment.method, payment.provider}] += left;
            if (const auto* before = knownPayment(payment.instead)) {
                m_paid[{before->method, before->provider}] -= left;
            }
        }
        for (const auto& back : m_order.paymentsBack) {
            if (back.at <= m_at) {
                const auto* of = knownPayment(back.of);
                m_paid[{back.method, of != nullptr ? of->provider : std::string{}}] -= back.amount;
            }
        }
    }

    std::int64_t placedTotal() const
    {
        std::int64_t total = 0;
        for (const auto& line : m_order.lines) {
            total += line.isAdded ? 0 : line.net + line.taxAmount;
        }
        for (const auto& fee : m_order.fees) {
            total += fee.net + fee.taxAmount;
        }
        for (const auto& card : m_order.giftCards) {
            total += card.at <= m_at ? card.worth : 0;
        }
        return total;
    }

    /// How the sale was paid. What came later for what was added changes nothing of that; what came
    /// in the place of a payment that was awaited does.
    void nameWays()
    {
        std::int64_t left = placedTotal();
        std::map<Way, std::int64_t> taken;
        for (const auto& payment : m_order.payments) {
            const Way way{payment.method, payment.provider};
            if (payment.at > m_at) {
                continue;
            }
            if (!payment.instead.isNil()) {
                const auto* before = knownPayment(payment.instead);
                const auto place = before != nullptr
                    ? taken.find(Way{before->method, before->provider})
                    : taken.end();
                if (place != taken.end()) {
                    place->second -= payment.amount;
                    taken[way] += payment.amount;
                }
            } else if (left > 0) {
                left -= payment.amount;
                taken[way] += payment.amount;
            }
        }
        std::set<std::string> methods;
        std::set<std::string> providers;
        for (const auto& [way, amount] : taken) {
            if (amount != 0) {
                methods.insert(way.first);
                providers.insert(way.second);
            }
        }
        m_base.paidBy = joined(methods);
        m_base.provider = joined(providers);
    }

    static std::string joined(const std::set<std::string>& names)
    {
        std::string text;
        for (const std::string& name : names) {
            text += (text.empty() || name.empty() ? "" : "+") + name;
        }
        return text;
    }

    ReportSubject subjectOf(const ReportedOrder::Line& line) const
    {
        ReportSubject subject = m_base;
        subject.performance = line.performance;
        subject.type = line.type;
        subject.category = line.category;
        subject.price = line.net + line.taxAmount;
        subject.tax = line.tax;
        subject.taxRate = line.taxRate;
        return subject;
    }

    void add(const ReportSubject& subject, const ReportFigures& figures)
    {
        m_figures[subject] += figures;
        m_soldWorth[subject.performance] += figures.gross();
        m_worth[subject.performance] += figures.gross() - figures.refunded();
    }

    void addLines()
    {
        for (const auto& line : m_order.lines) {
            if (line.soldAt > m_at) {
                continue;
            }
            ReportFigures figures{.sold = 1,
                                  .takenBack = line.voidedAt && *line.voidedAt <= m_at ? 1 : 0,
                                  .complimentary = line.isComplimentary ? 1 : 0,
                                  .net = line.net,
                                  .tax = line.taxAmount,
                                  .discount = line.discount};
            const std::int64_t backs = line.isAdded ? 0 : m_voids;
            figures.backNet = backs * line.net;
            figures.backTax = backs * line.taxAmount;
            for (const auto& back : m_order.returns) {
                if (back.at <= m_at && !back.feeLine && back.ticket == line.ticket) {
                    figures.backNet += back.net;
                    figures.backTax += back.taxAmount;
                }
            }
            add(subjectOf(line), figures);
        }
    }

    void addFees()
    {
        for (const auto& fee : m_order.fees) {
            ReportSubject subject = m_base;
            subject.kind = ReportKind::Fee;
            subject.performance = fee.performance;
            subject.type = fee.fee;
            subject.price = fee.net + fee.taxAmount;
            subject.tax = fee.tax;
            subject.taxRate = fee.taxRate;
            ReportFigures figures{.sold = 1,
                                  .net = fee.net,
                                  .tax = fee.taxAmount,
                                  .backNet = m_voids * fee.net,
                                  .backTax = m_voids * fee.taxAmount};
            for (const auto& back : m_order.returns) {
                if (back.at <= m_at && back.feeLine == fee.line) {
                    figures.backNet += back.net;
                    figures.backTax += back.taxAmount;
                }
            }
            add(subject, figures);
        }
    }

    void addGiftCards()
    {
        for (const auto& card : m_order.giftCards) {
            if (card.at <= m_at) {
                ReportSubject subject = m_base;
                subject.kind = ReportKind::GiftCard;
                add(subject, {.sold = 1, .takenBack = m_voids, .net = card.worth * (1 - m_voids)});
            }
        }
    }

    /// Each way of paying paid for each performance by its share of what stands; the last one pays
    /// what is left, so both ways of adding up come to the same.
    void spreadPayments()
    {
        WorthMap needs = m_worth;
        for (const auto& [way, paid] : m_paid) {
            const bool isSound =
                std::ranges::none_of(needs, [](const auto& need) { return need.second < 0; });
            std::int64_t all = 0;
            for (const auto& [performance, need] : needs) {
                all += need;
            }
            const WorthMap& weights = isSound && all > 0 ? needs : m_soldWorth;
            for (const auto& [performance, share] : shares(paid, weights)) {
                ReportSubject subject;
                subject.kind = ReportKind::Payment;
                subject.performance = performance;
                subject.currency = m_base.currency;
                subject.replica = m_base.replica;
                subject.seller = m_base.seller;
                subject.paidBy = way.first;
                subject.provider = way.second;
                m_figures[subject].net += share;
                needs[performance] -= share;
            }
        }
    }

    static WorthMap shares(std::int64_t amount, const WorthMap& weights)
    {
        std::int64_t all = 0;
        for (const auto& [performance, weight] : weights) {
            all += weight;
        }
        if (all <= 0) {
            return {{weights.empty() ? PerformanceId{} : weights.begin()->first, amount}};
        }
        WorthMap shares;
        std::int64_t upTo = 0;
        std::int64_t given = 0;
        for (const auto& [performance, weight] : weights) {
            upTo += weight;
            const std::int64_t until = mulDivRounded(amount, upTo, all);
            shares[performance] = until - given;
            given = until;
        }
        return shares;
    }

    const ReportedOrder& m_order;
    std::int64_t m_at;
    std::int64_t m_voids = 0;
    ReportSubject m_base;               ///< what all lines of the order share
    std::map<Way, std::int64_t> m_paid; ///< that stands
    FigureMap m_figures;
    WorthMap m_worth; ///< what stands
    WorthMap m_soldWorth;
};

/// The moments at which something was done.
std::set<std::int64_t> momentsOf(const ReportedOrder& order)
{
    std::set<std::int64_t> moments{order.placedAt};
    moments.insert(order.voids.begin(), order.voids.end());
    for (const auto& line : order.lines) {
        moments.insert(line.soldAt);
        if (line.voidedAt) {
            moments.insert(*line.voidedAt);
        }
    }
    const auto add = [&](const auto& facts) {
        for (const auto& fact : facts) {
            moments.insert(fact.at);
        }
    };
    add(order.returns);
    add(order.payments);
    add(order.paymentsBack);
    add(order.giftCards);
    return moments;
}

} // namespace

std::map<ReportSubject, ReportFigures> figuresAt(const ReportedOrder& order, std::int64_t at)
{
    return OrderAt{order, at}.figures();
}

std::vector<FigureChange> changesOf(const ReportedOrder& order)
{
    std::vector<FigureChange> changes;
    FigureMap before;
    for (const std::int64_t at : momentsOf(order)) {
        FigureMap after = figuresAt(order, at);
        FigureMap change = after;
        for (const auto& [subject, figures] : before) {
            change[subject] += -figures;
        }
        for (const auto& [subject, figures] : change) {
            if (figures != ReportFigures{}) {
                changes.push_back({{at}, subject, figures});
            }
        }
        before = std::move(after);
    }
    return changes;
}

} // namespace foyer
