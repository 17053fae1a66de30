// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/door/door_port.h"

#include <QByteArray>
#include <QString>
#include <QTemporaryDir>

namespace foyer::ui {

/// A sound for each colour, told apart without looking: one high tone, two middle ones, three low
/// ones. Played by whatever the desktop plays sounds with, so that Foyer needs no sound library of
/// its own; where there is none, the system's beep.
class DoorSound final {
public:
    DoorSound();
    void play(DoorAnswer::Colour colour);
    void setOn(bool on) { m_isOn = on; }
    bool isOn() const { return m_isOn; }

    /// The sound of a colour as a WAV file (RIFF, PCM, 16 bits, mono).
    static QByteArray wave(DoorAnswer::Colour colour);

private:
    QTemporaryDir m_folder;
    QString m_player; ///< empty: none was found
    bool m_isOn = true;
};

} // namespace foyer::ui
