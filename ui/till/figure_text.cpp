// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/till/figure_text.h"

#include "ui/common/formatting.h"
#include "ui/common/payment_text.h"

#include <QCoreApplication>

namespace foyer::ui {
namespace {

QString groupText(FigureGroup group)
{
    const auto say = [](const char* words) {
        return QCoreApplication::translate("TillFigure", words);
    };
    switch (group) {
    case FigureGroup::Turnover:
        return say(QT_TRANSLATE_NOOP("TillFigure", "Sold"));
    case FigureGroup::Method:
        return say(QT_TRANSLATE_NOOP("TillFigure", "Paid by"));
    case FigureGroup::Tax:
        return say(QT_TRANSLATE_NOOP("TillFigure", "Tax"));
    case FigureGroup::TicketType:
        return say(QT_TRANSLATE_NOOP("TillFigure", "Ticket type"));
    case FigureGroup::Event:
        return say(QT_TRANSLATE_NOOP("TillFigure", "Event"));
    case FigureGroup::Fee:
        return say(QT_TRANSLATE_NOOP("TillFigure", "Fee"));
    case FigureGroup::Clerk:
        return say(QT_TRANSLATE_NOOP("TillFigure", "Sold by"));
    case FigureGroup::Drawer:
        return say(QT_TRANSLATE_NOOP("TillFigure", "Cash into the drawer"));
    case FigureGroup::Rounding:
        return say(QT_TRANSLATE_NOOP("TillFigure", "Rounded to coins"));
    case FigureGroup::PayIn:
        return say(QT_TRANSLATE_NOOP("TillFigure", "Paid in"));
    case FigureGroup::PayOut:
        return say(QT_TRANSLATE_NOOP("TillFigure", "Paid out"));
    case FigureGroup::GiftCard:
        return say(QT_TRANSLATE_NOOP("TillFigure", "Gift cards sold"));
    case FigureGroup::Discount:
        return say(QT_TRANSLATE_NOOP("TillFigure", "Taken off list prices"));
    case FigureGroup::NoSale:
        break;
    }
    return say(QT_TRANSLATE_NOOP("TillFigure", "Drawer opened without a sale"));
}

} // namespace

QString figureText(const FigureKey& figure)
{
    const QString group = groupText(figure.group);
    if (figure.group == FigureGroup::Method && !figure.name.empty()) {
        const auto method = paymentMethodNamed(figure.name);
        return group + QStringLiteral(" · ") + (method ? methodText(*method) : text(figure.name));
    }
    return figure.name.empty() ? group : group + QStringLiteral(" · ") + text(figure.name);
}

QStringList figureCells(const TillFigure& figure, Currency currency)
{
    const bool hasTax =
        figure.key.group == FigureGroup::Tax || figure.key.group == FigureGroup::Turnover;
    return {figureText(figure.key), QString::number(figure.count),
            moneyText(Money{figure.amount, currency}),
            hasTax ? moneyText(Money{figure.tax, currency}) : QString{}};
}

QStringList figureColumns()
{
    return {QCoreApplication::translate("TillFigure", "Figure"),
            QCoreApplication::translate("TillFigure", "Count"),
            QCoreApplication::translate("TillFigure", "Amount"),
            QCoreApplication::translate("TillFigure", "Tax in it")};
}

} // namespace foyer::ui
