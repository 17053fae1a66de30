// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/sell/seat_map/pixel_blend.h"
#include "ui/sell/seat_map/seat_map_colours.h"

#include <QFont>
#include <QFontMetricsF>
#include <QHash>
#include <QSizeF>
#include <QString>

#include <vector>

namespace foyer::ui {

/// A name, and perhaps a lesser line below it, on a plate with round corners: what sections are
/// labelled with. Each is painted once and then copied, as a hundred of them may be in view.
class NamePlates {
public:
    /// Font, colours and device pixel ratio of all plates; forgets the painted ones on a change.
    void prepare(const QFont& font, const SeatMapColours& colours, double ratio);

    /// In widget pixels.
    QSizeF sizeOf(const QString& name, const QString& lesser);
    /// Its hot spot is its middle.
    PixelSprite sprite(const QString& name, const QString& lesser);

private:
    struct Plate {
        int width = 0; // device pixels
        int height = 0;
        std::vector<std::uint32_t> bits;
    };

    const Plate& plate(const QString& name, const QString& lesser);
    Plate painted(const QString& name, const QString& lesser) const;

    QFont m_name;
    QFont m_lesser;
    QFont m_given;
    SeatMapColours m_colours;
    double m_ratio = 0;
    QHash<QString, Plate> m_plates;
};

} // namespace foyer::ui
