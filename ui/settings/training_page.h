// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

class QLabel;
class QPushButton;

namespace foyer::ui {

/// The way into the training, where everything may be tried because nothing is real.
class TrainingPage final : public QWidget {
    Q_OBJECT

public:
    explicit TrainingPage(QWidget* parent = nullptr);

    /// Whether there is a training already that one can go on with.
    void showExisting(bool exists);
    /// `isFault`: it could not be opened; the sentence says what to do.
    void showStatus(const QString& sentence, bool isFault);
    void setBusy(bool busy);

Q_SIGNALS:
    /// `anew`: with the events as they are now and nothing sold.
    void openAsked(bool anew);

private:
    QPushButton* m_open = nullptr;
    QPushButton* m_anew = nullptr;
    QLabel* m_status;
};

} // namespace foyer::ui
