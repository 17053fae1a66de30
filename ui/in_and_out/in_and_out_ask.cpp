// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/in_and_out/in_and_out_ask.h"

#include <QPushButton>

#include <utility>

namespace foyer::ui {

void InAndOutAsk::ask(const QString& sentence, const QString& verbWords, std::function<void()> act)
{
    m_act = std::move(act);
    setWords(verb(), verbWords);
    open(sentence, verb());
}

void InAndOutAsk::confirm()
{
    const auto act = m_act;
    close();
    if (act) {
        act();
    }
}

} // namespace foyer::ui
