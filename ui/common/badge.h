// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

class QAbstractButton;
class QLabel;

namespace foyer::ui {

/// A number in the upper right corner of a button, which keeps its name and its icon. Hidden until
/// there is one.
QLabel* addBadge(QAbstractButton& button);
/// How much waits; 0 hides it. `urgent`: somebody is needed.
void showBadge(QLabel& badge, int count, bool urgent);

} // namespace foyer::ui
