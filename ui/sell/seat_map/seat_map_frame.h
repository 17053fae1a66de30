// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/sell/seat_map/name_plates.h"
#include "ui/sell/seat_map/pixel_blend.h"
#include "ui/sell/seat_map/seat_index.h"
#include "ui/sell/seat_map/seat_sprites.h"
#include "ui/sell/seat_map/text_sprites.h"

#include <QFont>
#include <QImage>

#include <functional>
#include <utility>
#include <vector>

class QPainter;

namespace foyer::ui {

class SeatMapCamera;
class SeatMapScene;

/// Renders the map into a picture: the floor and the words with QPainter, the seats and their
/// numbers by copying small pictures made before, since a painter call per seat is too slow for
/// 60,000 of them.
class SeatMapFrame {
public:
    /// Another plan, other looks' colours or another font: what was prepared is of no use.
    void forget(const SeatMapScene& scene, const QFont& font);

    /// Painted between the floor and the seats: what an editor shows and no customer sees.
    using Underlay = std::function<void(QPainter& painter, const SeatMapCamera& camera)>;
    void setUnderlay(Underlay paint) { m_underlay = std::move(paint); }

    const QImage& image() const { return m_image; }
    /// One whole frame of the camera's viewport at its device pixel ratio. Valid until the next.
    const QImage& render(const SeatMapScene& scene, const SeatMapCamera& camera);

private:
    void resize(const SeatMapCamera& camera);
    void drawSeats(const SeatMapScene& scene, const SeatMapCamera& camera);
    void drawChosenLarger(const SeatMapScene& scene, const SeatMapCamera& camera);
    void drawNumbers(const SeatMapScene& scene, const SeatMapCamera& camera);
    void drawNames(const SeatMapScene& scene, const SeatMapCamera& camera);
    void drawRowEnds(const SeatMapScene& scene, const SeatMapCamera& camera);
    PixelTarget target();

    Underlay m_underlay;
    QImage m_image;
    SeatSprites m_sprites;
    TextSprites m_texts;
    NamePlates m_plates;
    QFont m_font;
    std::size_t m_looks = 0; // how many the sprites were made for
    std::vector<SeatIndex::Run> m_runs;
};

} // namespace foyer::ui
