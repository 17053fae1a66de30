// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/door/door_sign.h"

#include "ui/common/theme.h"

#include <QAccessible>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>

namespace foyer::ui {
namespace {

const QColor kGreen{"#12663C"};
const QColor kAmber{"#FFB300"};
const QColor kRed{"#A61B14"};
// On black, where the bright ones above would be too dark to read.
const QColor kGlowGreen{"#5CC48D"};
const QColor kGlowRed{"#FF8A80"};
const QColor kNight{"#000000"};
const QColor kNightText{"#B8C0CA"};
const QColor kInk{"#1B2430"};

/// A tick, an exclamation mark or a cross in a unit square.
QPainterPath shapeOf(DoorAnswer::Colour colour)
{
    QPainterPath path;
    switch (colour) {
    case DoorAnswer::Colour::Green:
        path.moveTo(0.18, 0.55);
        path.lineTo(0.42, 0.78);
        path.lineTo(0.84, 0.26);
        break;
    case DoorAnswer::Colour::Amber:
        path.moveTo(0.5, 0.15);
        path.lineTo(0.5, 0.6);
        path.moveTo(0.5, 0.83);
        path.lineTo(0.5, 0.84);
        break;
    case DoorAnswer::Colour::Red:
        path.moveTo(0.22, 0.22);
        path.lineTo(0.78, 0.78);
        path.moveTo(0.78, 0.22);
        path.lineTo(0.22, 0.78);
        break;
    }
    return path;
}

/// The largest size in pixels, up to `most`, in which words fit into a box.
QFont fitting(const QFont& base, const QString& words, const QRectF& box, int most, int weight)
{
    constexpr int kLeast = 14;
    QFont font{base};
    font.setWeight(static_cast<QFont::Weight>(weight));
    for (int size = most; size > kLeast; size -= 2) {
        font.setPixelSize(size);
        const QRectF needed =
            QFontMetricsF{font}.boundingRect(box, Qt::AlignCenter | Qt::TextWordWrap, words);
        if (needed.width() <= box.width() && needed.height() <= box.height()) {
            return font;
        }
    }
    font.setPixelSize(kLeast);
    return font;
}

} // namespace

DoorSign::DoorSign(QWidget* parent) : QWidget{parent}
{
    setMinimumSize(320, 240);
    setObjectName(QStringLiteral("doorSign"));
    showIdle({});
}

DoorSign::Colours DoorSign::coloursOf(const std::optional<DoorAnswer::Colour>& colour, bool dim)
{
    if (!colour) {
        const Palette& palette = currentPalette();
        return dim ? Colours{kNight, kNightText, kNightText}
                   : Colours{palette.surface, palette.muted, palette.muted};
    }
    switch (*colour) {
    case DoorAnswer::Colour::Green:
        return dim ? Colours{kNight, kGlowGreen, kNightText}
                   : Colours{kGreen, Qt::white, Qt::white};
    case DoorAnswer::Colour::Amber:
        return dim ? Colours{kNight, kAmber, kNightText} : Colours{kAmber, kInk, kInk};
    case DoorAnswer::Colour::Red:
        break;
    }
    return dim ? Colours{kNight, kGlowRed, kNightText} : Colours{kRed, Qt::white, Qt::white};
}

void DoorSign::say()
{
    const QString words =
        QStringList{m_word, m_sentence, m_detail}.join(QLatin1Char{' '}).trimmed();
    setAccessibleName(words);
    QAccessibleEvent changed{this, QAccessible::NameChanged};
    QAccessible::updateAccessibility(&changed);
    if (m_colour) {
        QAccessibleEvent alert{this, QAccessible::Alert}; // spoken at once, wherever the focus is
        QAccessible::updateAccessibility(&alert);
    }
    update();
}

void DoorSign::showIdle(const QString& words)
{
    m_colour.reset();
    m_word = words;
    m_sentence.clear();
    m_detail.clear();
    say();
}

void DoorSign::showAnswer(DoorAnswer::Colour colour, const QString& word, const QString& sentence,
                          const QString& detail)
{
    m_colour = colour;
    m_word = word;
    m_sentence = sentence;
    m_detail = detail;
    say();
}

void DoorSign::setDim(bool dim)
{
    m_dim = dim;
    update();
}

void DoorSign::paintEvent(QPaintEvent*)
{
    QPainter painter{this};
    painter.setRenderHint(QPainter::Antialiasing);
    const Colours colours = coloursOf(m_colour, m_dim);
    painter.fillRect(rect(), colours.ground);
    const QRectF whole = QRectF{rect()}.adjusted(kAround, kAround, -kAround, -kAround);
    if (!m_colour) {
        painter.setPen(colours.word);
        painter.setFont(fitting(font(), m_word, whole, 48, QFont::DemiBold));
        painter.drawText(whole, Qt::AlignCenter | Qt::TextWordWrap, m_word);
        return;
    }
    if (m_dim) {
        constexpr qreal kFrame = 12;
        painter.setPen(QPen{colours.word, kFrame});
        painter.drawRect(QRectF{rect()}.adjusted(kFrame / 2, kFrame / 2, -kFrame / 2, -kFrame / 2));
    }
    // From the top: the shape, the word, what to say, when and where.
    const qreal side = std::min(whole.width(), whole.height() * 0.42);
    const QRectF picture{whole.center().x() - side / 2, whole.top(), side, side};
    painter.save();
    painter.translate(picture.topLeft());
    painter.scale(side, side);
    painter.setPen(QPen{colours.word, 0.11, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin});
    painter.drawPath(shapeOf(*m_colour));
    painter.restore();
    const qreal rest = whole.bottom() - picture.bottom();
    const QRectF word{whole.left(), picture.bottom(), whole.width(), rest * 0.42};
    const QRectF sentence{whole.left(), word.bottom(), whole.width(), rest * 0.33};
    const QRectF detail{whole.left(), sentence.bottom(), whole.width(), rest * 0.25};
    constexpr int kWordMost = 160;
    constexpr int kSentenceMost = 56;
    constexpr int kDetailMost = 44;
    painter.setPen(colours.word);
    painter.setFont(fitting(font(), m_word, word, kWordMost, QFont::Bold));
    painter.drawText(word, Qt::AlignCenter | Qt::TextWordWrap, m_word);
    painter.setPen(colours.text);
    painter.setFont(fitting(font(), m_sentence, sentence, kSentenceMost, QFont::Medium));
    painter.drawText(sentence, Qt::AlignCenter | Qt::TextWordWrap, m_sentence);
    painter.setFont(fitting(font(), m_detail, detail, kDetailMost, QFont::DemiBold));
    painter.drawText(detail, Qt::AlignCenter | Qt::TextWordWrap, m_detail);
}

} // namespace foyer::ui
