// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

class QLabel;
class QProgressBar;

namespace foyer::ui {

class PictureIntake;

/// What is told of files that are being taken, in the place that they were given to: which one is
/// being prepared, and why others were not taken.
class IntakeTelling final : public QWidget {
    Q_OBJECT

public:
    explicit IntakeTelling(QWidget* parent);
    /// `name`: of the file that is being prepared here; empty where none is.
    void tell(const QString& name, int waiting, const QStringList& faults);

private:
    QProgressBar* m_bar;
    QLabel* m_progress;
    QLabel* m_faults;
};

} // namespace foyer::ui
