// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/events/event_view.h"

#include <QTableWidget>

#include <vector>

namespace foyer::ui {

/// What limits what: of each type in each category, how many are left, and the limit that binds.
class LimitPicture final : public QTableWidget {
    Q_OBJECT

public:
    explicit LimitPicture(QWidget* parent);
    void present(const EventView& view, const std::vector<CellLimits>& limits);
};

} // namespace foyer::ui
