// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/documents/drawing/fitted_text.h"

#include "core/documents/drawing/document_font.h"

#include <QFont>
#include <QFontMetricsF>
#include <QString>
#include <QStringList>
#include <QTextLayout>
#include <QTextOption>

#include <algorithm>
#include <cmath>

namespace foyer {
namespace {

constexpr double kAscentMax = 1.1; // of the font's size
constexpr double kDescentMax = 0.45;

struct Broken {
    QStringList lines;
    double width = 0;
    double ascent = 0;
    double descent = 0;
    double leading = 0;
    bool complete = true; ///< nothing is missing, and no line is wider than asked

    double lineHeight() const { return ascent + descent + leading; }
};

class LineBreaker {
public:
    LineBreaker(const QString& text, const QFont& font, double width)
        : m_text{text}, m_font{font}, m_width{width}
    {}

    Broken broken(QTextOption::WrapMode mode, int linesMax) const
    {
        QTextOption option;
        option.setWrapMode(mode);
        option.setTextDirection(m_text.isRightToLeft() ? Qt::RightToLeft : Qt::LeftToRight);
        QTextLayout layout{m_text, m_font};
        layout.setTextOption(option);
        Broken result;
        layout.beginLayout();
        for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
            line.setLineWidth(m_width);
            if (result.lines.size() == linesMax) {
                result.complete = false;
                break;
            }
            take(line, result);
        }
        layout.endLayout();
        result.leading = std::max(0.0, m_font.pixelSize() * 1.2 - result.ascent - result.descent);
        return result;
    }

    /// The text in as many lines, the last of them cut where needed.
    Broken cut(int linesMax) const
    {
        Broken result = broken(QTextOption::WrapAtWordBoundaryOrAnywhere, linesMax);
        if (result.complete || result.lines.isEmpty()) {
            return result;
        }
        qsizetype before = 0;
        for (qsizetype i = 0; i + 1 < result.lines.size(); ++i) {
            before = m_text.indexOf(result.lines[i], before) + result.lines[i].size();
        }
        const QString rest = m_text.mid(before).trimmed();
        const QFontMetricsF metrics{m_font};
        // A hair less than the width, because fonts of other scripts are measured apart from each
        // other.
        result.lines.last() = metrics.elidedText(rest, Qt::ElideRight, m_width * 0.985);
        result.width = std::max(result.width, metrics.horizontalAdvance(result.lines.last()));
        result.width = std::min(result.width, m_width);
        return result;
    }

private:
    void take(const QTextLine& line, Broken& result) const
    {
        // Trailing spaces are not seen; a separator ends the line and is no part of it.
        QString words = m_text.mid(line.textStart(), line.textLength());
        words.remove(QChar::LineSeparator);
        result.lines.append(words.trimmed());
        result.width = std::max(result.width, line.naturalTextWidth());
        // Some fonts of other scripts claim twice the height that their letters take.
        result.ascent =
            std::max(result.ascent, std::min(line.ascent(), m_font.pixelSize() * kAscentMax));
        result.descent =
            std::max(result.descent, std::min(line.descent(), m_font.pixelSize() * kDescentMax));
        result.complete = result.complete && line.naturalTextWidth() <= m_width + 1;
    }

    QString m_text;
    QFont m_font;
    double m_width;
};

bool isIn(const Broken& broken, const TextBrief& brief)
{
    const double height = broken.lineHeight() * static_cast<double>(broken.lines.size());
    return broken.complete && height <= brief.room.height * kUnitsPerMm + 1;
}

DrawnText drawn(const TextBrief& brief, const TextStyle& style, const QString& text, Broken broken)
{
    DrawnText result;
    result.part = brief.part;
    result.style = style;
    result.rightToLeft = text.isRightToLeft();
    result.lineHeight = broken.lineHeight() / kUnitsPerMm;
    result.ascent = (broken.ascent + broken.leading / 2) / kUnitsPerMm;
    for (const QString& line : broken.lines) {
        result.lines.push_back(line.toStdString());
    }
    const double width = std::min(broken.width / kUnitsPerMm, brief.room.width);
    const double height = result.lineHeight * static_cast<double>(result.lines.size());
    const double x = style.align == Align::Start ? brief.room.x : brief.room.right() - width;
    result.box = {x, brief.room.y, width, height};
    return result;
}

} // namespace

DrawnText fitText(const TextBrief& brief)
{
    QString text = QString::fromStdString(brief.text).trimmed();
    text.replace(QLatin1Char{'\n'}, QChar::LineSeparator);
    const double width = brief.room.width * kUnitsPerMm;
    const double smallest = brief.smallest > 0 ? brief.smallest : brief.style.points;

    TextStyle style = brief.style;
    for (;; style.points = std::max(style.points - 0.5, smallest)) {
        const LineBreaker breaker{text, documentFont(style, text.isRightToLeft()), width};
        Broken whole = breaker.broken(QTextOption::WordWrap, brief.linesMax);
        if (isIn(whole, brief)) {
            return drawn(brief, style, text, std::move(whole));
        }
        if (style.points <= smallest) {
            const double roomForLines = brief.room.height * kUnitsPerMm / whole.lineHeight();
            const int lines = std::clamp(static_cast<int>(roomForLines + 0.01), 1, brief.linesMax);
            Broken cut = breaker.cut(lines);
            const bool isCut = !cut.complete;
            DrawnText result = drawn(brief, style, text, std::move(cut));
            result.cut = isCut;
            return result;
        }
    }
}

} // namespace foyer
