// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/text_folding.h"

#include <QString>

#include <algorithm>

namespace foyer {
namespace {

/// Letters that Unicode does not take apart, but that people without them on their keyboard type
/// so.
QLatin1StringView plainFormOf(QChar letter)
{
    switch (letter.unicode()) {
    case u'ß':
        return QLatin1StringView{"ss"};
    case u'ł':
        return QLatin1StringView{"l"};
    case u'ø':
        return QLatin1StringView{"o"};
    case u'đ':
    case u'ð':
        return QLatin1StringView{"d"};
    case u'þ':
        return QLatin1StringView{"th"};
    case u'æ':
        return QLatin1StringView{"ae"};
    case u'œ':
        return QLatin1StringView{"oe"};
    case u'ı':
        return QLatin1StringView{"i"};
    default:
        return {};
    }
}

} // namespace

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
    QString plainest;
    for (const QChar c : kept.toCaseFolded()) {
        const QLatin1StringView plainForm = plainFormOf(c);
        if (plainForm.isEmpty()) {
            plainest.append(c);
        } else {
            plainest.append(plainForm);
        }
    }
    return plainest.toStdString();
}

} // namespace foyer
