// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tests/support/room_plans.h"
#include "ui/sell/seat_map/seat_map_view.h"

#include <QApplication>
#include <QSignalSpy>
#include <QTest>

#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace foyer::test {

/// A theatre where every seat is free, on a window of its own, the keyboard in it.
struct Playhouse {
    explicit Playhouse(SeatingPlan room = theatrePlan())
        : plan(std::make_shared<const SeatingPlan>(std::move(room)))
    {
        view.resize(1000, 700);
        view.setPlan(plan);
        view.setStates(std::vector<SeatState>(plan->seats.size(), SeatState::Free));
        view.setCategoryPrices({QStringLiteral("42.00"), QStringLiteral("30.00")});
        view.show();
        view.activateWindow();
        view.setFocus(Qt::OtherFocusReason);
        QApplication::processEvents();
    }

    void click(QPointF at) { QTest::mouseClick(&view, Qt::LeftButton, {}, at.toPoint()); }
    void key(Qt::Key key) { QTest::keyClick(&view, key); }
    bool shows(SeatNumber seat) const
    {
        return QRectF(view.rect()).contains(view.positionOf(seat));
    }

    /// The seat so named, in the plan's own words.
    SeatNumber seat(const char* section, const char* row, const char* number) const
    {
        for (SeatNumber i = 0; i < plan->seats.size(); ++i) {
            const Row& its = plan->rows[plan->seats[i].row];
            if (plan->sections[its.section].label == section && its.label == row &&
                plan->seats[i].number == number) {
                return i;
            }
        }
        qFatal("no seat %s %s %s", section, row, number);
    }

    std::shared_ptr<const SeatingPlan> plan;
    ui::SeatMapView view;
};

/// The seat of the last signal.
inline SeatNumber seatOf(const QSignalSpy& spy)
{
    return spy.last().first().value<SeatNumber>();
}

} // namespace foyer::test
