// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/plans/plan_scan.h"

#include "core/domain/seating/plan_background.h"
#include "ui/common/error_text.h"

#include <QByteArray>
#include <QPointer>
#include <QTimer>

#include <utility>

namespace foyer::ui {
namespace {

constexpr int kLookAgainMs = 5'000;
constexpr float kSeatsAcross = 40; // as wide as these an empty room is thought to be

} // namespace

PlanScan::PlanScan(PlansPort& port, PlanDesk& desk, QObject* parent)
    : QObject{parent}, m_port{port}, m_desk{desk}, m_again{new QTimer{this}}
{
    m_again->setObjectName(QStringLiteral("lookAgain"));
    m_again->setSingleShot(true);
    m_again->setInterval(kLookAgainMs);
    connect(m_again, &QTimer::timeout, this, &PlanScan::fetch);
    connect(&m_desk, &PlanDesk::changed, this, &PlanScan::follow);
}

void PlanScan::forget()
{
    ++m_run;
    m_isReading = false;
    m_trouble.clear();
}

void PlanScan::choose(const QString& path)
{
    if (m_isReading) {
        return;
    }
    m_isReading = true;
    m_trouble.clear();
    Q_EMIT changed();
    m_port.addPicture(path.toStdString(),
                      [self = QPointer{this}, run = m_run](const Result<PlanPicture>& picture) {
                          if (!self || run != self->m_run) {
                              return;
                          }
                          self->m_isReading = false;
                          if (picture) {
                              self->lay(*picture);
                          } else {
                              self->m_trouble = errorText(picture.error());
                          }
                          Q_EMIT self->changed();
                      });
}

void PlanScan::lay(const PlanPicture& picture)
{
    const PlanSketch& drawing = m_desk.drawing();
    const bool isRoomEmpty = drawing.seatCount() == 0 && drawing.areas.empty();
    const PlanPoint room =
        isRoomEmpty ? PlanPoint{kSeatsAcross * m_desk.manner().spacing, 0} : planOf(drawing).size;
    PlanBackground background = backgroundUnder(room, picture.sha256, picture.pixels);
    if (drawing.background) {
        background = scaledTo(background, drawing.background->size.x);
        background.at = drawing.background->at;
        background.opacity = drawing.background->opacity;
    }
    m_desk.setBackground(background, tr("Laid a picture under the plan"));
}

void PlanScan::takeAway()
{
    m_trouble.clear();
    m_desk.takePictureAway();
    Q_EMIT changed();
}

// After an undo it may be another one, or none.
void PlanScan::follow()
{
    const auto& background = m_desk.drawing().background;
    const std::string hash = background ? background->sha256 : std::string{};
    if (hash == m_hash) {
        return;
    }
    m_hash = hash;
    m_image = {};
    m_trouble.clear();
    m_again->stop();
    Q_EMIT changed();
    fetch();
}

void PlanScan::fetch()
{
    if (m_hash.empty()) {
        return;
    }
    m_port.picture(m_hash,
                   [self = QPointer{this}, hash = m_hash](const Result<std::string>& bytes) {
                       if (self && hash == self->m_hash) {
                           self->takeBytes(bytes);
                       }
                   });
}

void PlanScan::takeBytes(const Result<std::string>& bytes)
{
    if (bytes) {
        m_image = QImage::fromData(QByteArray::fromStdString(*bytes));
    }
    const QString before = m_trouble;
    if (!m_image.isNull()) {
        m_trouble.clear();
    } else {
        m_trouble = bytes
            ? tr("The file of the picture is damaged, so it is not drawn.")
            : tr("The picture is not drawn: its file is not at this counter. It comes "
                 "by itself where a server has it; otherwise choose it again.");
        m_again->start();
    }
    if (!m_image.isNull() || m_trouble != before) { // said once, not at every look
        Q_EMIT changed();
    }
}

} // namespace foyer::ui
