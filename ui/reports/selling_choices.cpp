// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/reports/selling_choices.h"

#include <QComboBox>
#include <QCoreApplication>

#include <utility>

namespace foyer::ui {
namespace {

using Kind = ReportQuestion::Kind;

constexpr int kByKind = 100; ///< added to a kind; less is a grouping

/// Holds the words for translators.
struct SellingWords {
    Q_DECLARE_TR_FUNCTIONS(SellingWords)
};

} // namespace

void addSellingChoices(QComboBox& by)
{
    for (const auto& [words, number] : std::initializer_list<std::pair<QString, int>>{
             {SellingWords::tr("Event"), static_cast<int>(SalesGrouping::Event)},
             {SellingWords::tr("Performance"), static_cast<int>(SalesGrouping::Performance)},
             {SellingWords::tr("Day"), static_cast<int>(SalesGrouping::Day)},
             {SellingWords::tr("Ticket type"), static_cast<int>(SalesGrouping::TicketType)},
             {SellingWords::tr("Price category"), static_cast<int>(SalesGrouping::Category)},
             {SellingWords::tr("Price"), static_cast<int>(SalesGrouping::Price)},
             {SellingWords::tr("Counter"), static_cast<int>(SalesGrouping::Channel)},
             {SellingWords::tr("Way of paying"), static_cast<int>(SalesGrouping::Payment)},
             {SellingWords::tr("Payment provider"), static_cast<int>(SalesGrouping::Provider)},
             {SellingWords::tr("Clerk"), static_cast<int>(SalesGrouping::Clerk)},
             {SellingWords::tr("Booking curve"), kByKind + static_cast<int>(Kind::Curve)},
             {SellingWords::tr("Occupancy"), kByKind + static_cast<int>(Kind::Occupancy)}}) {
        by.addItem(words, number);
    }
}

ReportQuestion sellingChoice(const QComboBox& by)
{
    ReportQuestion asked;
    const int number = by.currentData().toInt();
    asked.kind = number >= kByKind ? static_cast<Kind>(number - kByKind) : Kind::Sales;
    asked.grouping = number >= kByKind ? SalesGrouping::Event : static_cast<SalesGrouping>(number);
    return asked;
}

} // namespace foyer::ui
