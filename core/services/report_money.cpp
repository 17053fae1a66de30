// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/services/guarded.h"
#include "core/services/report_reading.h"
#include "core/services/reports.h"

#include <map>
#include <tuple>

namespace foyer {
namespace {

/// Taxes of one currency, by rate and name.
class TaxSums {
public:
    void add(const ReportLine& line)
    {
        const ReportFigures& figures = line.figures;
        const auto currency = currencyOf(line);
        const bool isFee = line.subject.kind == ReportKind::Fee;
        if (!currency || (!isFee && line.subject.kind != ReportKind::Ticket)) {
            return;
        }
        const auto [found, isNew] =
            m_rows.try_emplace({line.subject.currency, -line.subject.taxRate, line.subject.tax},
                               TaxRow{line.subject.tax, {}, line.subject.taxRate, *currency});
        TaxRow& row = found->second;
        (isFee ? row.feeNet : row.ticketNet) += figures.net;
        (isFee ? row.feeTax : row.ticketTax) += figures.tax;
        row.backNet += figures.backNet;
        row.backTax += figures.backTax;
    }

    std::vector<TaxRow> rows(ReportReading& reading) const
    {
        std::vector<TaxRow> rows;
        for (const auto& [place, sums] : m_rows) {
            TaxRow& row = rows.emplace_back(sums);
            row.name = reading.nameOf("tax", row.tax.uuid);
        }
        return rows;
    }

private:
    std::map<std::tuple<std::string, std::int64_t, TaxId>, TaxRow> m_rows;
};

class Settling {
public:
    explicit Settling(ReportReading& reading) : m_reading{reading} {}

    void add(const ReportLine& line)
    {
        const auto currency = currencyOf(line);
        if (!currency) {
            return;
        }
        const Performance* performance = m_reading.performance(line.subject.performance);
        const EventId event = performance != nullptr ? performance->event : EventId{};
        const auto [found, isNew] =
            m_events.try_emplace({event, line.subject.currency}, Sums{{}, *currency, {}, 0, {}});
        Sums& sums = found->second;
        sums.figures.add(line.subject.kind, line.figures);
        sums.taxes.add(line);
        if (line.subject.kind == ReportKind::Payment) {
            sums.payments[{line.subject.paidBy, line.subject.provider}] += line.figures.net;
        } else if (line.subject.kind == ReportKind::GiftCard) {
            sums.giftCards += line.figures.net;
        }
    }

    std::vector<EventSettlement> events()
    {
        std::multimap<std::tuple<bool, std::string, std::string>, EventSettlement> sorted;
        for (const auto& [place, sums] : m_events) {
            const EventId event = place.first;
            EventSettlement settled{event.isNil() ? std::nullopt : std::optional{event},
                                    m_reading.nameOf("event", event.uuid),
                                    sums.currency,
                                    sums.figures,
                                    sums.giftCards,
                                    sums.taxes.rows(m_reading),
                                    {}};
            for (const auto& [way, amount] : sums.payments) {
                if (amount != 0) {
                    settled.payments.push_back({way.first, way.second, amount});
                }
            }
            sorted.emplace(std::tuple{event.isNil(), settled.name, place.second},
                           std::move(settled));
        }
        std::vector<EventSettlement> events;
        for (auto& [place, settled] : sorted) {
            events.push_back(std::move(settled));
        }
        return events;
    }

private:
    struct Sums {
        TaxSums taxes;
        Currency currency;
        SalesFigures figures;
        std::int64_t giftCards = 0;
        std::map<std::pair<std::string, std::string>, std::int64_t> payments;
    };
    ReportReading& m_reading;
    std::map<std::pair<EventId, std::string>, Sums> m_events;
};

} // namespace

Result<SettlementReport> settlementReport(Counter& counter, const ReportScope& scope)
{
    return guarded([&]() -> Result<SettlementReport> {
        auto reading = ReportReading::begin(counter, eventsOf(counter, scope));
        if (!reading) {
            return reading.error();
        }
        const auto filter = reading->filterOf(scope);
        if (!filter) {
            return filter.error();
        }
        Settling settling{*reading};
        reading->lines(*filter, [&](const ReportLine& line) { settling.add(line); });
        return SettlementReport{reading->head(scope), settling.events()};
    });
}

Result<TaxReport> taxReport(Counter& counter, const ReportScope& scope)
{
    return guarded([&]() -> Result<TaxReport> {
        auto reading = ReportReading::begin(counter, eventsOf(counter, scope));
        if (!reading) {
            return reading.error();
        }
        const auto filter = reading->filterOf(scope);
        if (!filter) {
            return filter.error();
        }
        TaxSums sums;
        reading->lines(*filter, [&](const ReportLine& line) { sums.add(line); });
        return TaxReport{reading->head(scope), sums.rows(*reading)};
    });
}

} // namespace foyer
