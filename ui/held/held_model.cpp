// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/held/held_model.h"

#include "core/domain/sales/order_code.h"
#include "ui/common/formatting.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>

namespace foyer::ui {
namespace {

/// Holds the words for translators.
struct HeldTr {
    Q_DECLARE_TR_FUNCTIONS(HeldModel)
};

/// Without case and accents: "Öztürk" is found as "ozturk".
QString folded(const QString& words)
{
    QString plain;
    for (const QChar letter : words.normalized(QString::NormalizationForm_KD)) {
        if (letter.category() != QChar::Mark_NonSpacing) {
            plain += letter;
        }
    }
    return plain.toCaseFolded();
}

QString joined(const QStringList& parts)
{
    QStringList some = parts;
    some.removeAll(QString{});
    return some.join(QStringLiteral(" · "));
}

} // namespace

PerformanceId HeldRow::performance() const
{
    return back != nullptr   ? back->first().performance
        : order != nullptr   ? order->performance
        : waiting != nullptr ? waiting->waiting.performance
                             : PerformanceId{};
}

QString HeldRow::key() const
{
    return back != nullptr   ? text(back->first().id.text())
        : order != nullptr   ? text(order->code + order->performance.text())
        : waiting != nullptr ? text(waiting->waiting.id.text())
                             : QString{};
}

void HeldModel::set(HeldSnapshot snapshot)
{
    m_snapshot = std::move(snapshot);
}

void HeldModel::searchFor(const QString& words)
{
    m_words = folded(words).split(QLatin1Char{' '}, Qt::SkipEmptyParts);
}

HeldTab HeldModel::tabOf(const std::string& kind)
{
    return kind == hold_kind::kReservation ? HeldTab::WillCall
        : kind == hold_kind::kParked       ? HeldTab::Parked
                                           : HeldTab::Holds;
}

HeldRow HeldModel::rowOf(const HeldBack& held) const
{
    HeldRow row;
    row.back = &held;
    const StoredHold& first = held.first();
    const std::string zone = zoneOf(m_snapshot.offers, first.performance);
    QStringList above{heldTitle(held)};
    if (first.kind != hold_kind::kReservation && above.front() != holdKindText(first.kind) &&
        first.kind != hold_kind::kParked) {
        above.prepend(holdKindText(first.kind));
    }
    if (held.price) {
        above << (first.kind == hold_kind::kReservation
                      ? HeldTr::tr("%1 to pay").arg(moneyText(*held.price))
                      : moneyText(*held.price));
    }
    if (first.kind == hold_kind::kParked) {
        above << HeldTr::tr("parked %1").arg(timeText(first.placedAt, zone));
    }
    row.title = joined(above);
    row.detail = joined({placesInWords(m_snapshot.offers, held),
                         eveningText(m_snapshot.offers, first.performance),
                         releaseText(first.releaseAt, zone)});
    return row;
}

HeldRow HeldModel::rowOf(const WillCall& order) const
{
    HeldRow row;
    row.order = &order;
    const auto count = static_cast<int>(order.places.size());
    row.title = joined(
        {isolated(text(order.name)),
         order.toPay ? HeldTr::tr("%1 to pay").arg(moneyText(*order.toPay)) : HeldTr::tr("paid"),
         order.inside > 0 ? HeldTr::tr("%1 of %2 inside").arg(order.inside).arg(count)
                          : QString{}});
    row.detail = joined({text(order.code), HeldTr::tr("%n tickets", nullptr, count),
                         eveningText(m_snapshot.offers, order.performance)});
    return row;
}

HeldRow HeldModel::rowOf(const WaitingPerson& person) const
{
    HeldRow row;
    row.waiting = &person;
    row.isNext = isNext(person);
    const PerformanceId performance = person.waiting.performance;
    const auto offer = m_snapshot.offers.find(performance);
    const PriceCategory* category = offer != m_snapshot.offers.end()
        ? offer->second->category(person.waiting.category)
        : nullptr;
    const QString name = person.name.empty() ? HeldTr::tr("Somebody") : isolated(text(person.name));
    row.title = joined({row.isNext ? QStringLiteral("▶ ") + name : name,
                        HeldTr::tr("%n places", nullptr, static_cast<int>(person.waiting.count)),
                        category != nullptr ? isolated(text(category->name)) : QString{}});
    row.detail = joined({row.isNext              ? HeldTr::tr("Next: places are free")
                             : person.placesFree ? HeldTr::tr("others are before")
                                                 : HeldTr::tr("waits"),
                         text(person.reach), eveningText(m_snapshot.offers, performance)});
    return row;
}

bool HeldModel::isNext(const WaitingPerson& person) const
{
    const auto first = std::ranges::find_if(m_snapshot.waiting, [&](const WaitingPerson& other) {
        return other.placesFree && other.waiting.performance == person.waiting.performance;
    });
    return first != m_snapshot.waiting.end() && first->waiting.id == person.waiting.id;
}

int HeldModel::nextCount() const
{
    return static_cast<int>(
        std::ranges::count_if(m_snapshot.waiting,
                              [this](const WaitingPerson& person) { return isNext(person); }));
}

bool HeldModel::matches(const HeldRow& row) const
{
    QString all = row.title + QLatin1Char{' '} + row.detail;
    if (row.back != nullptr) {
        all += QLatin1Char{' '} +
            text(row.back->reach + " " + row.back->first().code + " " +
                 displayOrderCode(row.back->first().code) + " " + row.back->first().label);
    }
    if (row.order != nullptr) {
        all += QLatin1Char{' '} + text(row.order->reach);
    }
    all = folded(all);
    return std::ranges::all_of(m_words, [&](const QString& word) { return all.contains(word); });
}

std::vector<HeldRow> HeldModel::rows(HeldTab tab) const
{
    std::vector<HeldRow> rows;
    const auto add = [&](HeldRow row) {
        if (matches(row)) {
            rows.push_back(std::move(row));
        }
    };
    for (const HeldBack& held : m_snapshot.back) {
        if (tabOf(held.first().kind) == tab) {
            add(rowOf(held));
        }
    }
    if (tab == HeldTab::WillCall) {
        for (const WillCall& order : m_snapshot.orders) {
            add(rowOf(order));
        }
        // People are looked for by name.
        std::ranges::stable_sort(rows, [](const HeldRow& a, const HeldRow& b) {
            return a.title.localeAwareCompare(b.title) < 0;
        });
    }
    if (tab == HeldTab::Waiting) {
        for (const WaitingPerson& person : m_snapshot.waiting) {
            add(rowOf(person));
        }
    }
    return rows;
}

std::size_t HeldModel::count(HeldTab tab) const
{
    if (tab == HeldTab::Waiting) {
        return m_snapshot.waiting.size();
    }
    const auto back = std::ranges::count_if(m_snapshot.back, [tab](const HeldBack& held) {
        return tabOf(held.first().kind) == tab;
    });
    return static_cast<std::size_t>(back) +
        (tab == HeldTab::WillCall ? m_snapshot.orders.size() : 0);
}

} // namespace foyer::ui
