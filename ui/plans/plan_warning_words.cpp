// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/plans/plan_warning_words.h"

#include "ui/common/formatting.h"

#include <QCoreApplication>

namespace foyer::ui {
namespace {

const char* warningSentence(DrawingWarning::Kind kind)
{
    using Kind = DrawingWarning::Kind;
    switch (kind) {
    case Kind::SeatsOverlap:
        return QT_TRANSLATE_NOOP("PlanWarning", "Seats lie on one another");
    case Kind::SameLabel:
        return QT_TRANSLATE_NOOP("PlanWarning", "Seats have the same label");
    case Kind::CategoryWithoutColour:
        return QT_TRANSLATE_NOOP("PlanWarning", "Categories have no colour of their own");
    case Kind::CategoriesAlike:
        return QT_TRANSLATE_NOOP("PlanWarning",
                                 "Categories have colours that can hardly be told apart");
    case Kind::CategoryUnused:
        return QT_TRANSLATE_NOOP("PlanWarning", "Categories have no seat");
    case Kind::RowWithoutLabel:
        return QT_TRANSLATE_NOOP("PlanWarning", "Rows have no name");
    case Kind::SeatWithoutNumber:
        return QT_TRANSLATE_NOOP("PlanWarning", "Seats have no number");
    case Kind::SeatOutsideSection:
        return QT_TRANSLATE_NOOP("PlanWarning", "Seats lie outside of their section");
    case Kind::AccessibleAlone:
        return QT_TRANSLATE_NOOP("PlanWarning", "Wheelchair places have no companion's seat");
    case Kind::AreaWithoutOutline:
        return QT_TRANSLATE_NOOP("PlanWarning", "Standing areas have no outline");
    case Kind::Empty:
        break;
    }
    return QT_TRANSLATE_NOOP("PlanWarning", "There is nothing to sell yet");
}

} // namespace

QString warningWords(const DrawingWarning& warning)
{
    const QString sentence =
        QCoreApplication::translate("PlanWarning", warningSentence(warning.kind));
    if (warning.what.empty()) {
        return sentence;
    }
    return QCoreApplication::translate("PlanWarning", "%1: %2, the first one is %3")
        .arg(sentence)
        .arg(warning.count)
        .arg(isolated(text(warning.what)));
}

} // namespace foyer::ui
