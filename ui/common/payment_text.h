// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/sales/payment.h"

#include <QString>

namespace foyer::ui {

/// How something was paid, for people: "Cash", "Gift card".
QString methodText(PaymentMethod method);

} // namespace foyer::ui
