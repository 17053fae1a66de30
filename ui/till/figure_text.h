// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/money.h"
#include "core/domain/till/till_figures.h"

#include <QString>
#include <QStringList>

namespace foyer::ui {

/// What a figure is of, for people: "Sold", "Tax · VAT 7 %".
QString figureText(const FigureKey& figure);

/// A row of a table of figures: what, how many, amount, and the tax in it where it has one.
QStringList figureCells(const TillFigure& figure, Currency currency);
/// The names of these columns.
QStringList figureColumns();

} // namespace foyer::ui
