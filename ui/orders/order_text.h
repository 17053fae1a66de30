// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/orders/orders_port.h"

#include <QString>

namespace foyer::ui {

/// "Valid", "Used at the door", "Void".
QString ticketStateText(TicketState state);
/// What an act will do, in lines: each ticket, then the money.
QString planText(const AfterSalePlan& plan);
/// The one sentence about money: what to hand out, or to take.
QString moneySentence(const AfterSalePlan& plan);
/// A line of the history.
QString changeText(const OrderChange& change, Currency currency, const std::string& timeZone);
/// What an order is in one word: "Valid", "Void", "Returned", "Used".
QString orderStateText(const OrderView& view);

} // namespace foyer::ui
