// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/events/limit_picture.h"

#include "ui/common/formatting.h"
#include "ui/common/theme.h"

#include <QHeaderView>

#include <algorithm>

namespace foyer::ui {
namespace {

constexpr int kPictureRow = 44;

} // namespace

LimitPicture::LimitPicture(QWidget* parent) : QTableWidget{parent}
{
    setAccessibleName(tr("What limits what"));
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setTabKeyNavigation(false);
    setCornerButtonEnabled(false);
    horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    verticalHeader()->setDefaultSectionSize(kPictureRow);
}

void LimitPicture::present(const EventView& view, const std::vector<CellLimits>& limits)
{
    setRowCount(static_cast<int>(view.types.size()));
    setColumnCount(static_cast<int>(view.categories.size()));
    for (int row = 0; row < rowCount(); ++row) {
        const TicketType& type = view.types[static_cast<std::size_t>(row)];
        setVerticalHeaderItem(row, new QTableWidgetItem{isolated(text(type.name))});
        for (int column = 0; column < columnCount(); ++column) {
            const PriceCategory& category = view.categories[static_cast<std::size_t>(column)];
            setHorizontalHeaderItem(column, new QTableWidgetItem{isolated(text(category.name))});
            const auto cell = std::ranges::find_if(limits, [&](const CellLimits& each) {
                return each.type == type.id && each.category == category.id;
            });
            auto* shown = new QTableWidgetItem{QStringLiteral("–")};
            if (cell != limits.end() && !cell->limits.empty()) {
                const CellLimits::Limit& binding = cell->limits.front();
                shown->setText(tr("%L1 left · %2")
                                   .arg(binding.left)
                                   .arg(binding.name.empty() ? tr("its places")
                                                             : isolated(text(binding.name))));
                shown->setForeground(binding.left == 0 ? currentPalette().bad
                                                       : currentPalette().text);
            }
            shown->setToolTip(shown->text());
            setItem(row, column, shown);
        }
    }
    setFixedHeight(kPictureRow * (rowCount() + 1) + kInside);
}

} // namespace foyer::ui
