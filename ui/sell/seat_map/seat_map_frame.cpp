// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/sell/seat_map/seat_map_frame.h"

#include "ui/sell/seat_map/seat_map_camera.h"
#include "ui/sell/seat_map/seat_map_floor.h"
#include "ui/sell/seat_map/seat_map_names.h"
#include "ui/sell/seat_map/seat_map_scene.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace foyer::ui {
namespace {

constexpr double kLeastChosen = 11; // a chosen seat is found again from however far
constexpr double kLabelledRow = 9;

bool hasSign(const SeatLook& look)
{
    constexpr std::uint8_t kSigned = static_cast<std::uint8_t>(SeatTrait::Accessible) |
        static_cast<std::uint8_t>(SeatTrait::Companion);
    return (look.traits & kSigned) != 0;
}

// Plan units to device pixels.
struct Mapping {
    explicit Mapping(const SeatMapCamera& camera)
        : scale(camera.scale() * camera.ratio()), x(camera.offset().x() * camera.ratio()),
          y(camera.offset().y() * camera.ratio())
    {}

    double scale;
    double x;
    double y;
};

} // namespace

void SeatMapFrame::forget(const SeatMapScene& scene, const QFont& font)
{
    m_sprites.clear();
    m_font = font;
    QFont numbers = font;
    numbers.setWeight(QFont::Medium);
    m_texts.setFont(numbers);
    m_texts.setTexts(scene.hasPlan() ? scene.geometry().texts : std::vector<QString>());
}

const QImage& SeatMapFrame::render(const SeatMapScene& scene, const SeatMapCamera& camera)
{
    resize(camera);
    m_image.fill(scene.colours().background);
    if (!scene.hasPlan()) {
        return m_image;
    }
    if (m_looks != scene.looks().size()) {
        m_sprites.clear();
        m_looks = scene.looks().size();
    }
    {
        QPainter painter(&m_image);
        paintFloor(painter, scene, camera);
        if (m_underlay) {
            m_underlay(painter, camera);
        }
    }
    const double reach = scene.geometry().index.diameter();
    scene.geometry().index.runsIn(camera.window().adjusted(-reach, -reach, reach, reach), m_runs);
    drawSeats(scene, camera);
    if (camera.seatPixels() >= kNumberedSeat) {
        drawNumbers(scene, camera);
    }
    if (camera.seatPixels() >= kLabelledRow) {
        drawRowEnds(scene, camera);
    }
    {
        QPainter painter(&m_image);
        paintWords(painter, scene, camera, m_font);
    }
    drawNames(scene, camera);
    drawChosenLarger(scene, camera);
    return m_image;
}

void SeatMapFrame::resize(const SeatMapCamera& camera)
{
    const QSize size(static_cast<int>(std::ceil(camera.viewport().width() * camera.ratio())),
                     static_cast<int>(std::ceil(camera.viewport().height() * camera.ratio())));
    if (m_image.size() != size) {
        m_image = QImage(size, QImage::Format_RGB32);
    }
    m_image.setDevicePixelRatio(camera.ratio());
}

PixelTarget SeatMapFrame::target()
{
    return {reinterpret_cast<std::uint32_t*>(m_image.bits()),
            static_cast<int>(m_image.bytesPerLine() / 4), m_image.width(), m_image.height()};
}

void SeatMapFrame::drawSeats(const SeatMapScene& scene, const SeatMapCamera& camera)
{
    const SeatIndex& index = scene.geometry().index;
    SeatSpriteSheet& sheet =
        m_sprites.sheetFor(camera.seatPixels() * camera.ratio(), scene.looks().size());
    const Mapping map(camera);
    const int shift = sheet.shift();
    const int steps = 1 << shift;
    // Whole pixels and fractions at once: fixed point, made positive so that it rounds one way.
    constexpr int kLift = 1 << 12;
    const float scale = static_cast<float>(map.scale * steps);
    const float left = static_cast<float>((map.x + kLift) * steps + 0.5);
    const float top = static_cast<float>((map.y + kLift) * steps + 0.5);
    const PixelTarget pixels = target();
    const auto signOf = [&scene](std::size_t look) { return scene.signOf(look); };
    for (const SeatIndex::Run run : m_runs) {
        for (std::uint32_t slot = run.from; slot < run.to; ++slot) {
            const int x = static_cast<int>(index.xs()[slot] * scale + left);
            const int y = static_cast<int>(index.ys()[slot] * scale + top);
            const auto fraction =
                static_cast<unsigned>(((y & (steps - 1)) << shift) | (x & (steps - 1)));
            const PixelSprite sprite =
                sheet.sprite(scene.lookOfSlot()[slot], fraction, signOf, scene.colours());
            blendSprite(pixels, sprite, (x >> shift) - kLift, (y >> shift) - kLift);
        }
    }
}

void SeatMapFrame::drawChosenLarger(const SeatMapScene& scene, const SeatMapCamera& camera)
{
    if (camera.seatPixels() >= kLeastChosen || scene.chosen().empty()) {
        return;
    }
    SeatSpriteSheet& sheet =
        m_sprites.sheetFor(kLeastChosen * camera.ratio(), scene.looks().size());
    const auto signOf = [&scene](std::size_t look) { return scene.signOf(look); };
    for (const SeatNumber seat : scene.chosen()) {
        if (!scene.plan().isSeat(seat)) {
            continue;
        }
        const std::size_t look = scene.lookOfSlot()[scene.geometry().index.slotOf(seat)];
        const QPointF at = camera.toView(scene.plan().seats[seat].at) * camera.ratio();
        blendSprite(target(), sheet.sprite(look, 0, signOf, scene.colours()),
                    static_cast<int>(std::lround(at.x())), static_cast<int>(std::lround(at.y())));
    }
}

void SeatMapFrame::drawNumbers(const SeatMapScene& scene, const SeatMapCamera& camera)
{
    const SeatIndex& index = scene.geometry().index;
    const double seat = camera.seatPixels() * camera.ratio();
    const bool roomy = camera.seatPixels() >= kRoomySeat;
    const int large =
        static_cast<int>(std::clamp(camera.seatPixels() * 0.44, 8.0, 16.0) * camera.ratio());
    std::vector<std::uint32_t> ink;
    for (const SeatLook& look : scene.looks()) {
        const QColor ground = groundOfNumber(look, scene.colourOf(look.category), scene.colours());
        const bool says = ground.isValid() && (roomy || !hasSign(look));
        ink.push_back(says ? readableOn(ground).rgba() : 0);
    }
    const Mapping map(camera);
    const PixelTarget pixels = target();
    for (const SeatIndex::Run run : m_runs) {
        for (std::uint32_t slot = run.from; slot < run.to; ++slot) {
            const std::uint16_t look = scene.lookOfSlot()[slot];
            if (ink[look] == 0) {
                continue;
            }
            const std::uint32_t text = scene.geometry().numberOf[slot];
            const bool below = hasSign(scene.looks()[look]);
            PixelSprite sprite = m_texts.sprite(text, below ? large * 3 / 4 : large);
            if (sprite.width > seat * 0.95) {
                sprite = m_texts.sprite(text, std::max(large * 3 / 4, 7));
            }
            if (sprite.width <= seat * 1.05) {
                const double y = index.ys()[slot] * map.scale + map.y + (below ? seat * 0.27 : 0.0);
                blendThrough(pixels, sprite,
                             static_cast<int>(std::lround(index.xs()[slot] * map.scale + map.x)),
                             static_cast<int>(std::lround(y)), ink[look]);
            }
        }
    }
}

void SeatMapFrame::drawNames(const SeatMapScene& scene, const SeatMapCamera& camera)
{
    m_plates.prepare(m_font, scene.colours(), camera.ratio());
    for (const PlacedName& placed : placeNames(scene, camera, m_plates)) {
        const QPointF at = placed.middle * camera.ratio();
        blendFaded(target(), m_plates.sprite(placed.name, placed.lesser),
                   static_cast<int>(std::lround(at.x())), static_cast<int>(std::lround(at.y())),
                   static_cast<std::uint32_t>(std::lround(placed.opacity * 255)));
    }
}

void SeatMapFrame::drawRowEnds(const SeatMapScene& scene, const SeatMapCamera& camera)
{
    const Mapping map(camera);
    const QRectF window = camera.window();
    const int size =
        static_cast<int>(std::clamp(camera.seatPixels() * 0.5, 9.0, 13.0) * camera.ratio());
    const PixelTarget pixels = target();
    const std::uint32_t ink = scene.colours().muted.rgba();
    for (const SeatMapGeometry::RowEnd& end : scene.geometry().rowEnds) {
        if (window.contains(end.at)) {
            const PixelSprite sprite = m_texts.sprite(end.text, size);
            const double longer = std::max(0, sprite.width - size * 3 / 2) * 0.5 * end.outward;
            blendThrough(pixels, sprite,
                         static_cast<int>(std::lround(end.at.x() * map.scale + map.x + longer)),
                         static_cast<int>(std::lround(end.at.y() * map.scale + map.y)), ink);
        }
    }
}

} // namespace foyer::ui
