// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/documents/tickets/promoter_words.h"

#include <QCoreApplication>

namespace foyer {
namespace {

/// Holds the words for translators.
struct PromoterWords {
    Q_DECLARE_TR_FUNCTIONS(PromoterWords)
};

} // namespace

std::string promoterLine(const Promoter& promoter)
{
    if (promoter.name.empty()) {
        return {};
    }
    QString who = QString::fromStdString(promoter.name);
    if (!promoter.address.empty()) {
        who += QStringLiteral(", ") + QString::fromStdString(promoter.address);
    }
    who.replace(QLatin1Char{'\n'}, QStringLiteral(", "));
    if (promoter.taxNumber.empty()) {
        return PromoterWords::tr("Organizer: %1").arg(who).toStdString();
    }
    return PromoterWords::tr("In the name and on the account of %1, tax number %2")
        .arg(who, QString::fromStdString(promoter.taxNumber))
        .toStdString();
}

} // namespace foyer
