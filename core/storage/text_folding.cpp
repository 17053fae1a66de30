// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/text_folding.h"

#include <QString>

#include <algorithm>

namespace foyer {

std::string foldedForSearch(std::string_view text)
{
    const bool plain = std::ranges::all_of(text, [](char c) { return c >= ' ' && c < 0x7f; });
    if (plain) { // most names: no need to go through Unicode tables
        std::string folded{text};
        std::ranges::transform(folded, folded.begin(), [](char c) {
            return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
        });
        return folded;
    }
    const QString decomposed = QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()))
                                   .normalized(QString::NormalizationForm_KD);
    QString kept;
    kept.reserve(decomposed.size());
    for (const QChar c : decomposed) {
        if (!c.isMark() && c != u'\n' && c != u'\0') {
            kept.append(c);
        }
    }
    return kept.toCaseFolded().toStdString();
}

} // namespace foyer
