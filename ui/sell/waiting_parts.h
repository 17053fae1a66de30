// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

#include <vector>

namespace foyer::ui {

/// A QR code as a customer's phone reads it: dark on white in every palette, with its quiet zone.
/// Nothing but a frame where there is none yet.
class QrView final : public QWidget {
    Q_OBJECT

public:
    explicit QrView(QWidget* parent);
    /// Row by row; true is dark. `size` 0: none.
    void setCode(int size, const std::vector<bool>& modules);
    bool hasCode() const { return m_size > 0; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    int m_size = 0;
    std::vector<bool> m_modules;
};

/// How much of a time is left, as a ring that empties, with what it says inside. It stands still
/// between two seconds: a screen that everybody looks at has to be calm.
class TimeRing final : public QWidget {
    Q_OBJECT

public:
    explicit TimeRing(QWidget* parent);
    /// `left`: 1 at the beginning, 0 at the end. Empty words: no ring.
    void setTime(double left, const QString& words);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    double m_left = 1;
    QString m_words;
};

} // namespace foyer::ui
