// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/common/ask_panel.h"

#include <QString>

#include <functional>

namespace foyer::ui {

/// A question with a yes and a no, in the place where it is asked.
class InAndOutAsk final : public AskPanel {
    Q_OBJECT

public:
    explicit InAndOutAsk(QWidget* parent) : AskPanel{parent} {}

    void ask(const QString& sentence, const QString& verbWords, std::function<void()> act);
    void confirm() override;

private:
    void forget() override { m_act = {}; }

    std::function<void()> m_act;
};

} // namespace foyer::ui
