// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/documents/printing/dot_image.h"

#include "core/documents/drawing/document_font.h"
#include "core/documents/drawing/drawing_output.h"

#include <QImage>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace foyer {
namespace {

constexpr int kDark = 128; // of 255: what a dot is half covered by is black

/// Draws into dots what starts at a corner of the page.
class DotCanvas {
public:
    DotCanvas(const Box& part, double dotsPerMm) : m_part{part}, m_dots{dotsPerMm}
    {
        m_image.width = std::max(1, static_cast<int>(std::lround(part.width * dotsPerMm)));
        m_image.height = std::max(1, static_cast<int>(std::lround(part.height * dotsPerMm)));
        m_image.bytes.resize(static_cast<std::size_t>(m_image.rowBytes() * m_image.height));
    }

    void fill(const Box& box)
    {
        const int left = across(box.x);
        const int top = down(box.y);
        m_image.blacken(left, top, std::max(1, across(box.right()) - left),
                        std::max(1, down(box.bottom()) - top));
    }

    void rule(const DrawnRule& rule)
    {
        const double half = rule.width / 2;
        const double left = std::min(rule.fromX, rule.toX);
        const double top = std::min(rule.fromY, rule.toY);
        const double length =
            std::max(std::abs(rule.toX - rule.fromX), std::abs(rule.toY - rule.fromY));
        const bool lies = std::abs(rule.toX - rule.fromX) >= std::abs(rule.toY - rule.fromY);
        const double dash = rule.dashed ? 1.2 : length;
        for (double from = 0; from < length; from += 2 * dash) {
            const double piece = std::min(dash, length - from);
            fill(lies ? Box{left + from, top - half, piece, rule.width}
                      : Box{left - half, top + from, rule.width, piece});
        }
    }

    void code(const DrawnCode& code)
    {
        const int module = dotsPerModule(code, m_dots);
        const int size = code.code.size;
        const double slack = code.box.width - size * module / m_dots;
        const int left = across(code.box.x + slack / 2);
        const int top = down(code.box.y + slack / 2);
        for (int row = 0; row < size; ++row) {
            for (int column = 0; column < size; ++column) {
                if (code.code.isDark(column, row)) {
                    m_image.blacken(left + column * module, top + row * module, module, module);
                }
            }
        }
    }

    void texts(const Drawing& page)
    {
        if (page.texts.empty()) {
            return;
        }
        QImage grey{m_image.width, m_image.height, QImage::Format_Grayscale8};
        grey.fill(Qt::white);
        QPainter painter{&grey};
        painter.setRenderHint(QPainter::Antialiasing);
        toPart(painter);
        paintTexts(painter, page);
        painter.end();
        for (int y = 0; y < m_image.height; ++y) {
            const uchar* line = grey.constScanLine(y);
            for (int x = 0; x < m_image.width; ++x) {
                if (line[x] < kDark) {
                    m_image.blacken(x, y, 1, 1);
                }
            }
        }
    }

    /// Shades become dots that lie more or less densely.
    void pictures(const Drawing& page)
    {
        if (page.pictures.empty()) {
            return;
        }
        QImage shades{m_image.width, m_image.height, QImage::Format_RGB32};
        shades.fill(Qt::white);
        QPainter painter{&shades};
        painter.setRenderHint(QPainter::SmoothPixmapTransform);
        toPart(painter);
        paintPictures(painter, page);
        painter.end();
        const QImage dots =
            shades.convertToFormat(QImage::Format_Mono, Qt::MonoOnly | Qt::DiffuseDither);
        for (int y = 0; y < m_image.height; ++y) {
            for (int x = 0; x < m_image.width; ++x) {
                if (qGray(dots.pixel(x, y)) < kDark) {
                    m_image.blacken(x, y, 1, 1);
                }
            }
        }
    }

    DotImage taken() && { return std::move(m_image); }

private:
    void toPart(QPainter& painter) const
    {
        const double scale = m_dots / kUnitsPerMm;
        painter.scale(scale, scale);
        painter.translate(-m_part.x * kUnitsPerMm, -m_part.y * kUnitsPerMm);
    }
    int across(double x) const { return static_cast<int>(std::lround((x - m_part.x) * m_dots)); }
    int down(double y) const { return static_cast<int>(std::lround((y - m_part.y) * m_dots)); }

    Box m_part;
    double m_dots;
    DotImage m_image;
};

} // namespace

void DotImage::blacken(int x, int y, int across, int down)
{
    for (int row = std::max(0, y); row < std::min(height, y + down); ++row) {
        for (int column = std::max(0, x); column < std::min(width, x + across); ++column) {
            std::uint8_t& byte = bytes[static_cast<std::size_t>(row * rowBytes() + column / 8)];
            byte = static_cast<std::uint8_t>(byte | 0x80 >> column % 8);
        }
    }
}

DotImage dotImage(const Drawing& page, const Box& part, double dotsPerMm)
{
    DotCanvas canvas{part, dotsPerMm};
    for (const DrawnBlock& block : page.blocks) {
        canvas.fill(block.box);
    }
    for (const DrawnRule& rule : page.rules) {
        canvas.rule(rule);
    }
    canvas.pictures(page);
    canvas.texts(page);
    for (const DrawnCode& code : page.codes) {
        canvas.code(code);
    }
    return std::move(canvas).taken();
}

int dotsPerModule(const DrawnCode& code, double dotsPerMm)
{
    const double dots = code.box.width * dotsPerMm / std::max(1, code.code.size);
    return std::max(1, static_cast<int>(std::floor(dots + 0.01)));
}

} // namespace foyer
