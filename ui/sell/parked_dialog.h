// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/sell/sell_port.h"

#include <QDialog>

#include <vector>

class QLabel;
class QListWidget;
class QPushButton;

namespace foyer::ui {

/// The carts that were put aside, to bring one back or to let it go. Non-blocking: open() it and
/// wait for chosen().
class ParkedDialog final : public QDialog {
    Q_OBJECT

public:
    ParkedDialog(SellPort& port, QWidget* parent);

Q_SIGNALS:
    void chosen(const std::vector<foyer::HoldId>& holds);
    /// One of them was let go: its places are free.
    void letGo();

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void accept() override;
    void reload();
    void show(const Result<ParkedCarts>& parked);
    void letOneGo();
    const HeldBack* current() const;

    SellPort& m_port;
    QListWidget* m_list;
    QLabel* m_hint;
    QPushButton* m_back;
    QPushButton* m_resume;
    QPushButton* m_letGo;
    ParkedCarts m_parked;
    bool m_isSure = false; ///< letting it go was asked for once
};

} // namespace foyer::ui
