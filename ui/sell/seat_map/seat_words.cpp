// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/sell/seat_map/seat_words.h"

#include "ui/sell/seat_map/seat_map_scene.h"

#include <QCoreApplication>
#include <QStringList>

namespace foyer::ui {
namespace {

struct SeatTr {
    Q_DECLARE_TR_FUNCTIONS(SeatMap)
};

QString stateInWords(const SeatMapScene& scene, SeatNumber seat)
{
    if (scene.isTold()) {
        return scene.toldOf(seat).words;
    }
    if (scene.isChosen(seat)) {
        return SeatTr::tr("chosen");
    }
    switch (scene.stateOf(seat)) {
    case SeatState::Free:
        return SeatTr::tr("free");
    case SeatState::Sold:
        return SeatTr::tr("sold");
    case SeatState::Held:
        return scene.keptFor(seat) != nullptr
            ? SeatTr::tr("held: %1").arg(scene.keptFor(seat)->words)
            : SeatTr::tr("held");
    case SeatState::NotHere:
        return SeatTr::tr("not for sale here");
    case SeatState::NoPrice:
        break;
    }
    return SeatTr::tr("no price");
}

QString categoryInWords(const SeatMapScene& scene, std::uint32_t category)
{
    const QString name = QString::fromStdString(scene.plan().categories[category].name);
    const QString price = scene.priceOf(category);
    return price.isEmpty() ? name : SeatTr::tr("%1 %2", "category and price").arg(name, price);
}

} // namespace

QString seatInWords(const SeatMapScene& scene, SeatNumber number)
{
    const Seat& seat = scene.plan().seats[number];
    const Row& row = scene.plan().rows[seat.row];
    const bool table = row.ring || seat.has(SeatTrait::Table);
    const QString rowLabel = QString::fromStdString(row.label);
    QStringList words;
    words << QString::fromStdString(scene.plan().sections[row.section].label)
          << (table ? SeatTr::tr("table %1") : SeatTr::tr("row %1")).arg(rowLabel)
          << SeatTr::tr("seat %1").arg(QString::fromStdString(seat.number))
          << categoryInWords(scene, seat.category) << stateInWords(scene, number);
    if (seat.has(SeatTrait::Accessible)) {
        words << SeatTr::tr("wheelchair accessible");
    }
    if (seat.has(SeatTrait::Companion)) {
        words << SeatTr::tr("companion seat");
    }
    if (seat.has(SeatTrait::RestrictedView)) {
        words << SeatTr::tr("restricted view");
    }
    words.removeAll(QString());
    return words.join(SeatTr::tr(", ", "between parts of a seat's description"));
}

QString areaInWords(const SeatMapScene& scene, std::size_t number)
{
    const StandingArea& area = scene.plan().areas[number];
    QStringList words;
    words << QString::fromStdString(area.label) << SeatTr::tr("standing")
          << categoryInWords(scene, area.category)
          << (scene.isTold() ? scene.told()->areas[number]
                             : SeatTr::tr("%n places left", nullptr,
                                          static_cast<int>(scene.placesLeft(number))));
    words.removeAll(QString());
    return words.join(SeatTr::tr(", ", "between parts of a seat's description"));
}

} // namespace foyer::ui
