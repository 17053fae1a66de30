// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QFrame>
#include <QPixmap>

class QLabel;

namespace foyer::ui {

/// How a ticket of the event will look, as whatever prints it draws it.
class TicketPreview final : public QFrame {
    Q_OBJECT

public:
    explicit TicketPreview(QWidget* parent);
    void show(const QByteArray& png, const QString& words);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void fit();
    QLabel* m_picture;
    QPixmap m_drawn;
};

} // namespace foyer::ui
