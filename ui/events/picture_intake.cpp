// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/events/picture_intake.h"

#include "ui/common/error_text.h"
#include "ui/common/formatting.h"

#include <QFileInfo>
#include <QPointer>

namespace foyer::ui {

PictureIntake::PictureIntake(EventsPresenter& presenter, QObject* parent)
    : QObject{parent}, m_presenter{presenter}
{}

void PictureIntake::add(EventId event, const QList<QUrl>& files, bool isPoster)
{
    QStringList& faults = isPoster ? m_posterFaults : m_faults;
    faults.clear();
    if (isPoster && files.size() > 1) {
        faults << tr("An event has one poster. Choose one file, or add them to the gallery.");
        Q_EMIT changed();
        return;
    }
    for (const QUrl& file : files) {
        if (file.isLocalFile()) {
            m_waiting.push_back({event, file.toLocalFile(), isPoster});
        } else {
            note({event, file.toString(), isPoster},
                 tr("This is on the web. Save it on this computer first, then choose the file."));
        }
    }
    Q_EMIT changed();
    takeNext();
}

QString PictureIntake::underWay(EventId event, bool isPoster) const
{
    const bool isThis = m_current && m_current->event == event && m_current->isPoster == isPoster;
    return isThis ? QFileInfo{m_current->path}.fileName() : QString{};
}

void PictureIntake::show(EventId event)
{
    m_shown = event;
    m_faults.clear();
    m_posterFaults.clear();
}

void PictureIntake::note(const Waiting& file, const QString& sentence)
{
    if (file.event == m_shown) { // the presenter tells of others
        (file.isPoster ? m_posterFaults : m_faults)
            << tr("%1: %2").arg(isolated(QFileInfo{file.path}.fileName()), sentence);
    }
}

void PictureIntake::takeNext()
{
    if (m_current || m_waiting.empty()) {
        return;
    }
    m_current = m_waiting.front();
    m_waiting.pop_front();
    Q_EMIT changed();
    m_presenter.addPicture(m_current->event, {m_current->path.toStdString(), m_current->isPoster},
                           [this, self = QPointer{this}](const std::optional<Error>& refusal) {
                               if (!self) {
                                   return;
                               }
                               if (refusal) {
                                   note(*m_current, errorText(*refusal));
                               }
                               m_current.reset();
                               Q_EMIT changed();
                               takeNext();
                           });
}

} // namespace foyer::ui
