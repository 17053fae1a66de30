// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/door/door_port.h"

#include <QWidget>

namespace foyer::ui {

/// The sign that a gate shows: a colour, a shape and a word, to be read from two metres, and below
/// them what to say. Colour is never alone: every outcome has a shape and a word of its own.
class DoorSign final : public QWidget {
    Q_OBJECT

public:
    explicit DoorSign(QWidget* parent = nullptr);

    /// Nothing was scanned yet, or long ago.
    void showIdle(const QString& words);
    void showAnswer(DoorAnswer::Colour colour, const QString& word, const QString& sentence,
                    const QString& detail);
    /// For dark rooms: the sign glows on black instead of lighting up the room.
    void setDim(bool dim);

    /// The colours of a sign, for whoever checks that they can be read.
    struct Colours {
        QColor ground;
        QColor word;
        QColor text;
    };
    static Colours coloursOf(const std::optional<DoorAnswer::Colour>& colour, bool dim);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void say();

    std::optional<DoorAnswer::Colour> m_colour;
    QString m_word;
    QString m_sentence;
    QString m_detail;
    bool m_dim = false;
};

} // namespace foyer::ui
