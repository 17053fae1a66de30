// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/events/event_step.h"

#include <QList>
#include <QUrl>

#include <optional>

class QComboBox;
class QLabel;
class QPushButton;

namespace foyer::ui {

class GalleryPanel;
class IntakeTelling;
class PictureIntake;
class PictureThumbs;

/// What an event shows: a poster, and a gallery in its order, each with what it shows in words for
/// those who do not see it. Files are dropped on the panels or chosen; both work without a network.
class PicturesStep final : public EventStep {
    Q_OBJECT

public:
    PicturesStep(EventsPresenter& presenter, EventAsk& ask, QWidget* parent);
    void flush() override;

protected:
    void present(const EventView& view, bool isOther) override;
    void showEvent(QShowEvent* event) override;

private:
    QWidget* buildPoster();
    QWidget* buildPosterWords(QWidget* panel);
    QString language() const;
    void choose(bool isPoster);
    void give(const QList<QUrl>& files, bool isPoster);
    void showPoster(const EventView& view, bool isOther);
    void showPictures();
    void tell();

    PictureIntake* m_intake;
    PictureThumbs* m_thumbs;
    QComboBox* m_language;
    QLabel* m_poster = nullptr;
    QPushButton* m_choose = nullptr;
    QPushButton* m_takeDown = nullptr;
    IntakeTelling* m_telling = nullptr;
    SavedField* m_words = nullptr;
    GalleryPanel* m_gallery = nullptr;
    std::optional<PictureHash> m_shown;
};

} // namespace foyer::ui
