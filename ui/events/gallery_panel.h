// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/events/events_presenter.h"
#include "ui/events/picture_drop.h"
#include "ui/events/saved_field.h"

#include <optional>

class QListWidget;
class QPushButton;

namespace foyer::ui {

class IntakeTelling;
class PictureIntake;
class PictureThumbs;

/// The gallery of an event in its order, each picture with what it shows in words.
class GalleryPanel final : public PictureDrop {
    Q_OBJECT

public:
    GalleryPanel(EventsPresenter& presenter, PictureThumbs& thumbs, QWidget* parent);
    /// `language`: of the words that are shown and typed. `isOther`: another event or language.
    void present(const EventView& view, const QString& language, bool isOther);
    void flush();
    void showPictures();
    IntakeTelling& telling() { return *m_telling; }

Q_SIGNALS:
    void addAsked();

private:
    QWidget* buildButtons();
    void showChosen(bool isOther);
    const PictureReference* chosen() const;
    /// The one that the field is of.
    const PictureReference* described() const;
    void move(int by);
    void takeOut();

    EventsPresenter& m_presenter;
    PictureThumbs& m_thumbs;
    QString m_language;
    QListWidget* m_list = nullptr;
    QPushButton* m_earlier = nullptr;
    QPushButton* m_later = nullptr;
    QPushButton* m_takeOut = nullptr;
    IntakeTelling* m_telling = nullptr;
    SavedField* m_words = nullptr;
    std::optional<PictureHash> m_shown;
};

} // namespace foyer::ui
