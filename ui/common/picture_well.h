// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QImage>
#include <QPushButton>
#include <QString>

namespace foyer::ui {

/// Where a picture is dropped, or chosen with a click or a key; shows the one that is there on
/// white, as paper does.
class PictureWell final : public QPushButton {
    Q_OBJECT

public:
    /// `name`: what it is, for screen readers. `asks`: what to do while it is empty.
    PictureWell(const QString& name, const QString& asks, QWidget* parent);

    /// A null one: none.
    void setPicture(const QImage& picture);
    bool hasPicture() const { return !m_picture.isNull(); }
    QSize sizeHint() const override;

Q_SIGNALS:
    /// A file was dropped or chosen.
    void fileChosen(const QString& path);

protected:
    void paintEvent(QPaintEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    void choose();

    QString m_asks;
    QImage m_picture;
};

} // namespace foyer::ui
