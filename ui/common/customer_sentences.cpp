// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/common/customer_sentences.h"

#include <QCoreApplication>

#include <algorithm>
#include <string_view>
#include <utility>

namespace foyer::ui {
namespace {

constexpr std::pair<std::string_view, const char*> kCustomerSentences[] = {
    {"bad_address",
     QT_TRANSLATE_NOOP("foyer::ui", "An address has at most 500 characters. Shorten it.")},
    {"bad_consent",
     QT_TRANSLATE_NOOP("foyer::ui",
                       "Whether somebody agreed is said by yes or no; how, and to what, in at most "
                       "1000 characters.")},
    {"bad_tag",
     QT_TRANSLATE_NOOP("foyer::ui",
                       "A tag is a short word of at most 40 characters, without commas.")},
    {"bad_text", QT_TRANSLATE_NOOP("foyer::ui", "This row holds bytes that are no text.")},
    {"details_missing",
     QT_TRANSLATE_NOOP("foyer::ui", "Say at least a name, an e-mail or a telephone.")},
    {"file_unreadable",
     QT_TRANSLATE_NOOP("foyer::ui", "The file cannot be read. Look whether it is still there.")},
    {"import_undone", QT_TRANSLATE_NOOP("foyer::ui", "This import was taken back already.")},
    {"mapping_missing",
     QT_TRANSLATE_NOOP("foyer::ui", "Say which column is the name, the e-mail or the telephone.")},
    {"not_merged", QT_TRANSLATE_NOOP("foyer::ui", "This customer is not merged into another.")},
    {"row_too_long",
     QT_TRANSLATE_NOOP("foyer::ui", "This row is too long, or a quote in it is never closed.")},
    {"same_customer",
     QT_TRANSLATE_NOOP("foyer::ui", "These are one customer already. Choose another one.")},
    {"table_empty", QT_TRANSLATE_NOOP("foyer::ui", "The file has no row that names its columns.")},
    {"too_many_rows",
     QT_TRANSLATE_NOOP("foyer::ui",
                       "The table has more rows than can be read at once. Divide it; what was read "
                       "so far is kept.")},
    {"unknown_import",
     QT_TRANSLATE_NOOP("foyer::ui", "There was no such import. List the imports first.")},
};

} // namespace

const char* customerSentence(const std::string& code)
{
    const auto* found = std::ranges::find(kCustomerSentences, code,
                                          &std::pair<std::string_view, const char*>::first);
    return found != std::end(kCustomerSentences) ? found->second : nullptr;
}

} // namespace foyer::ui
