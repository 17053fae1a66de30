// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QImage>
#include <QWidget>

namespace foyer::ui {

/// A picture in its own shape, as large as it is, or as wide as there is room.
class ScaledPicture final : public QWidget {
    Q_OBJECT

public:
    /// `name`: what it is, for screen readers.
    explicit ScaledPicture(const QString& name, QWidget* parent = nullptr);
    void setPicture(const QImage& picture);
    const QImage& picture() const { return m_picture; }
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QImage m_picture;
};

} // namespace foyer::ui
