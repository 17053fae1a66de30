// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/common/badge.h"

#include "ui/common/parts.h"
#include "ui/common/theme.h"

#include <QAbstractButton>
#include <QLabel>
#include <QVBoxLayout>

namespace foyer::ui {

QLabel* addBadge(QAbstractButton& button)
{
    // With its role from the start: a frame learns its width when it is first polished.
    auto* badge = makeLabel({}, "badge", &button);
    badge->setAttribute(Qt::WA_TransparentForMouseEvents);
    badge->setFocusPolicy(Qt::NoFocus);
    badge->hide();
    auto* corner = new QVBoxLayout{&button};
    corner->setContentsMargins(0, kBetween / 4, kBetween / 4, 0);
    corner->addWidget(badge, 0, Qt::AlignTop | Qt::AlignRight);
    return badge;
}

void showBadge(QLabel& badge, int count, bool urgent)
{
    constexpr int kMost = 99; // there is little room
    const QString number = count > kMost ? QStringLiteral("99+") : QString::number(count);
    setRole(&badge, urgent ? "badge-urgent" : "badge");
    badge.setText(urgent ? QStringLiteral("! ") + number : number);
    badge.setVisible(count > 0);
}

} // namespace foyer::ui
