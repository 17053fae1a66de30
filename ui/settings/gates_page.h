// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/settings/gates_port.h"

#include <QWidget>

#include <optional>

class QLabel;
class QListWidget;
class QStackedWidget;

namespace foyer::ui {

class Toast;

/// Whom the gates let in, and when.
class GatesPage final : public QWidget {
    Q_OBJECT

public:
    explicit GatesPage(GatesPort& port, QWidget* parent = nullptr);

    /// The rules of a gate in a line.
    static QString rulesText(const Gate& gate);

protected:
    void showEvent(QShowEvent* event) override;

private:
    QWidget* buildEmpty();
    QWidget* buildList();
    void refresh();
    void showGates(const GatesShown& shown);
    const Gate* chosen() const;
    void edit(const std::optional<Gate>& gate);
    void removeChosen();
    void save(const Gate& gate, const QString& words, const QString& undo);

    GatesPort& m_port;
    GatesShown m_shown;
    Gate m_removed; ///< the last one, for Undo
    QStackedWidget* m_states;
    QListWidget* m_list = nullptr;
    QLabel* m_fault;
    Toast* m_toast = nullptr;
};

} // namespace foyer::ui
