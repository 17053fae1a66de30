// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string>

namespace foyer::ui {

/// What an error about payments, invoices, gift cards and the bank says in general; see
/// generalSentence().
const char* paymentSentence(const std::string& code);

} // namespace foyer::ui
