// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

namespace foyer::ui {

class SellPresenter;

/// Beside cash and card: what providers take, where the house has any.
class ProviderButtons final : public QWidget {
    Q_OBJECT

public:
    ProviderButtons(SellPresenter& presenter, QWidget* parent);
};

} // namespace foyer::ui
