// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/cli/answer.h"
#include "core/base/result.h"
#include "core/domain/sales/order.h"

#include <string>

namespace foyer {
class Counter;
} // namespace foyer

namespace foyer::cli {

/// Makes the folder for documents if it is missing. Storage error folder_not_writable; to be asked
/// before a sale, because nobody wants to hear it after.
Result<void> checkDocumentFolder(const std::string& folder);

/// An order in both forms, with the signed codes of its tickets. Where `pdf` is not empty, tickets
/// and receipt are written into that folder and named under "files"; if that fails the answer
/// complains and shows the order all the same, because it is sold.
Result<Answer> answerWithOrder(Counter& counter, const Order& order, const std::string& pdf);

} // namespace foyer::cli
