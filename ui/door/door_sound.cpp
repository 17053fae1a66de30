// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/door/door_sound.h"

#include <QApplication>
#include <QDataStream>
#include <QFile>
#include <QIODevice>
#include <QProcess>
#include <QStandardPaths>

#include <array>
#include <cmath>
#include <numbers>

namespace foyer::ui {
namespace {

constexpr int kRate = 22'050; // samples a second; enough for a tone of 1 kHz
constexpr double kLoudness = 0.6 * 32'767;

struct Melody {
    const char* name;
    double hertz;
    int tones;
    int toneMs;
};
// Longer and lower the less welcome.
constexpr std::array<Melody, 3> kMelodies{
    {{"green.wav", 1'320, 1, 120}, {"amber.wav", 740, 2, 140}, {"red.wav", 330, 3, 180}}};
constexpr int kPauseMs = 60;

const Melody& melodyOf(DoorAnswer::Colour colour)
{
    return kMelodies.at(static_cast<std::size_t>(colour));
}

} // namespace

QByteArray DoorSound::wave(DoorAnswer::Colour colour)
{
    const Melody& melody = melodyOf(colour);
    QByteArray samples;
    QDataStream out{&samples, QIODevice::WriteOnly};
    out.setByteOrder(QDataStream::LittleEndian);
    const int toneSamples = kRate * melody.toneMs / 1'000;
    const int pauseSamples = kRate * kPauseMs / 1'000;
    for (int tone = 0; tone < melody.tones; ++tone) {
        for (int i = 0; i < toneSamples; ++i) {
            // Without the ramps at both ends every tone would begin and end with a click.
            const double ramp = std::min({1.0, i / 200.0, (toneSamples - i) / 200.0});
            const double angle = 2 * std::numbers::pi * melody.hertz * i / kRate;
            out << static_cast<qint16>(std::lround(kLoudness * ramp * std::sin(angle)));
        }
        for (int i = 0; i < pauseSamples; ++i) {
            out << qint16{0};
        }
    }
    QByteArray file;
    QDataStream head{&file, QIODevice::WriteOnly};
    head.setByteOrder(QDataStream::LittleEndian);
    constexpr int kBytesPerSample = 2;
    constexpr int kHeadSize = 36;
    constexpr qint32 kFormatSize = 16;
    head.writeRawData("RIFF", 4);
    head << static_cast<qint32>(kHeadSize + samples.size());
    head.writeRawData("WAVEfmt ", 8);
    head << kFormatSize << qint16{1} << qint16{1} << qint32{kRate}
         << qint32{kRate * kBytesPerSample} << qint16{kBytesPerSample}
         << qint16{8 * kBytesPerSample};
    head.writeRawData("data", 4);
    head << static_cast<qint32>(samples.size());
    return file + samples;
}

DoorSound::DoorSound()
{
    for (const char* player : {"pw-play", "paplay", "aplay"}) {
        m_player = QStandardPaths::findExecutable(QString::fromLatin1(player));
        if (!m_player.isEmpty()) {
            break;
        }
    }
    for (const auto colour :
         {DoorAnswer::Colour::Green, DoorAnswer::Colour::Amber, DoorAnswer::Colour::Red}) {
        QFile file{m_folder.filePath(QString::fromLatin1(melodyOf(colour).name))};
        if (file.open(QIODevice::WriteOnly)) {
            file.write(wave(colour));
        }
    }
}

void DoorSound::play(DoorAnswer::Colour colour)
{
    if (!m_isOn) {
        return;
    }
    const QString file = m_folder.filePath(QString::fromLatin1(melodyOf(colour).name));
    if (m_player.isEmpty() || !QProcess::startDetached(m_player, {file})) {
        QApplication::beep();
    }
}

} // namespace foyer::ui
