// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/common/formatting.h"
#include "ui/plans/plan_desk.h"

#include <algorithm>
#include <cmath>

namespace foyer::ui {
namespace {

constexpr float kPasteShift = 24;

/// "R 7" is followed by "R 8", "F" by "G": the name of the next row.
std::string rowNameAfter(const PlanSketch& drawing, ObjectKey section)
{
    std::int64_t rows = 0;
    for (const auto& row : drawing.rows) {
        rows += row->section == section && !row->ring ? 1 : 0;
    }
    return lettersFor(rows + 1);
}

std::string tableNameAfter(const PlanSketch& drawing)
{
    std::int64_t tables = 0;
    for (const auto& row : drawing.rows) {
        tables += row->seats.front().has(SeatTrait::Table) ? 1 : 0;
    }
    return "T" + std::to_string(tables + 1);
}

} // namespace

void PlanDesk::move(PlanPoint by)
{
    if (by != PlanPoint{} && !m_selection.isEmpty()) {
        apply(moved(drawing(), m_selection, by), tr("Moved %1").arg(selectionText()));
    }
}

void PlanDesk::addRow(PlanPoint from, PlanPoint to)
{
    const float length = std::hypot(to.x - from.x, to.y - from.y);
    const float spacing = std::max(m_manner.spacing, 1.0F);
    const auto count = static_cast<std::size_t>(std::lround(length / spacing)) + 1;
    const float whole = spacing * static_cast<float>(count - 1);
    if (length > 0) {
        to = {from.x + (to.x - from.x) * whole / length, from.y + (to.y - from.y) * whole / length};
    }
    add(withRow(drawing(), m_drawing->keys(),
                {.section = sectionForNew(),
                 .label = rowNameAfter(drawing(), sectionForNew()),
                 .category = m_manner.category,
                 .from = from,
                 .to = to,
                 .count = count,
                 .numbering = {}}),
        tr("Added a row of %n seat(s)", nullptr, static_cast<int>(count)));
}

void PlanDesk::addTable(PlanPoint at)
{
    const float around = m_manner.spacing * static_cast<float>(m_manner.chairs) / 3.0F;
    add(withTable(drawing(), m_drawing->keys(),
                  {.section = sectionForNew(),
                   .label = tableNameAfter(drawing()),
                   .category = m_manner.category,
                   .middle = at,
                   .chairs = m_manner.chairs,
                   .round = m_manner.roundTables,
                   .width = std::max(around, m_manner.spacing * 2)}),
        tr("Added a table"));
}

void PlanDesk::addArea(const PlanBox& box)
{
    const std::string label = tr("Standing %1").arg(drawing().areas.size() + 1).toStdString();
    add(withArea(
            drawing(), m_drawing->keys(),
            {.id = {},
             .label = label,
             .category = m_manner.category,
             .capacity = 100,
             .outline = {box.low, {box.high.x, box.low.y}, box.high, {box.low.x, box.high.y}}}),
        tr("Added a standing area"));
}

void PlanDesk::addShape(const PlanBox& box, const QString& words)
{
    add(withShape(drawing(), m_drawing->keys(),
                  {PlanShape::Kind::Polygon,
                   words.toStdString(),
                   {box.low, {box.high.x, box.low.y}, box.high, {box.low.x, box.high.y}}}),
        tr("Added a shape"));
}

void PlanDesk::addText(PlanPoint at, const QString& words)
{
    add(withShape(drawing(), m_drawing->keys(), {PlanShape::Kind::Text, words.toStdString(), {at}}),
        tr("Added a text"));
}

void PlanDesk::addSection(const QString& name)
{
    auto next = withSection(drawing(), m_drawing->keys(), {.label = name.toStdString()});
    if (next && apply(std::move(next->drawing), tr("Added the section %1").arg(isolated(name)))) {
        m_manner.section = drawing().sections.size() - 1;
    }
}

void PlanDesk::addSeatBehind()
{
    std::optional<ObjectKey> last;
    for (const auto& row : drawing().rows) {
        for (const DrawnSeat& seat : row->seats) {
            last = m_selection.has(seat.key) ? std::optional{seat.key} : last;
        }
    }
    if (last) {
        add(withSeatBehind(drawing(), m_drawing->keys(), *last), tr("Added a seat"));
    }
}

void PlanDesk::remove()
{
    const auto outlined = m_corner ? outlinedAlone(drawing(), m_selection) : std::nullopt;
    if (outlined) {
        apply(withoutCorner(drawing(), *outlined, *m_corner), tr("Took a corner away"));
        return;
    }
    const QString what = selectionText();
    apply(without(drawing(), m_selection), tr("Deleted %1").arg(what));
}

void PlanDesk::copy()
{
    m_clipboard = copyOf(drawing(), m_selection);
    m_pastes = 0;
    Q_EMIT said(tr("Copied %1").arg(selectionText()));
}

void PlanDesk::paste()
{
    if (!m_clipboard.isEmpty()) {
        const float by = kPasteShift * static_cast<float>(++m_pastes);
        add(withCopy(drawing(), m_drawing->keys(), m_clipboard, {by, by}), tr("Pasted"));
    }
}

void PlanDesk::duplicate()
{
    const DrawingPiece piece = copyOf(drawing(), m_selection);
    if (!piece.isEmpty()) {
        add(withCopy(drawing(), m_drawing->keys(), piece, {kPasteShift, kPasteShift}),
            tr("Duplicated"));
    }
}

void PlanDesk::mirror(PlanAxis axis)
{
    apply(mirrored(drawing(), m_selection, axis), tr("Mirrored %1").arg(selectionText()));
}

void PlanDesk::rotate(float degrees)
{
    apply(rotated(drawing(), m_selection, degrees), tr("Turned %1").arg(selectionText()));
}

void PlanDesk::align(Alignment to)
{
    apply(aligned(drawing(), m_selection, to), tr("Aligned %1").arg(selectionText()));
}

void PlanDesk::distribute(PlanAxis along)
{
    apply(distributed(drawing(), m_selection, along), tr("Distributed %1").arg(selectionText()));
}

void PlanDesk::bend(float bow)
{
    apply(bent(drawing(), m_selection, bow), tr("Bent %1").arg(selectionText()));
}

void PlanDesk::space(float spacing)
{
    apply(spaced(drawing(), m_selection, spacing), tr("Spaced %1").arg(selectionText()));
}

void PlanDesk::openAisle()
{
    for (const auto& row : drawing().rows) {
        for (const DrawnSeat& seat : row->seats) {
            if (!m_selection.has(seat.key)) {
                continue;
            }
            if (auto next = withAisleBehind(drawing(), seat.key)) {
                apply(*std::move(next), tr("Opened an aisle"));
            } else {
                Q_EMIT said(tr("There can be no aisle here: choose the seat before it, in a row of "
                               "four seats or more."));
            }
            return;
        }
    }
}

void PlanDesk::renumber(const SeatNumbering& rule)
{
    apply(renumbered(drawing(), m_selection, rule), tr("Numbered %1").arg(selectionText()));
}

void PlanDesk::nameRows(const RowNaming& rule)
{
    apply(rowsNamed(drawing(), m_selection, rule), tr("Named the rows"));
}

void PlanDesk::setLabel(const QString& label)
{
    apply(labelled(drawing(), m_selection, label.trimmed().toStdString()),
          tr("Named %1").arg(isolated(label)));
}

void PlanDesk::setNumber(const QString& number)
{
    for (const auto& row : drawing().rows) {
        for (const DrawnSeat& seat : row->seats) {
            if (m_selection.has(seat.key)) {
                apply(numbered(drawing(), seat.key, number.trimmed().toStdString()),
                      tr("Numbered %1").arg(isolated(number)));
                return;
            }
        }
    }
}

void PlanDesk::setCapacity(std::uint32_t capacity)
{
    PlanSketch next = drawing();
    for (auto& area : next.areas) {
        if (m_selection.has(area->key) && area->area.capacity != capacity) {
            DrawnArea changed = *area;
            changed.area.capacity = capacity;
            area = std::make_shared<const DrawnArea>(std::move(changed));
        }
    }
    apply(std::move(next), tr("Changed the capacity"));
}

void PlanDesk::setCategory(std::uint32_t category)
{
    m_manner.category = category;
    apply(withCategory(drawing(), m_selection, category), tr("Changed the category"));
}

void PlanDesk::setTrait(SeatTrait trait, bool has)
{
    apply(withTrait(drawing(), m_selection, trait, has), tr("Changed %1").arg(selectionText()));
}

void PlanDesk::setSection(ObjectKey section)
{
    const auto& sections = drawing().sections;
    const auto found =
        std::ranges::find(sections, section, [](const auto& each) { return each->key; });
    if (found != sections.end()) {
        m_manner.section = static_cast<std::size_t>(found - sections.begin());
        apply(inSection(drawing(), m_selection, section), tr("Changed the section"));
    }
}

void PlanDesk::setCategoryNamed(std::optional<std::uint32_t> known, const QString& name,
                                const QString& colour)
{
    auto next =
        withCategoryNamed(drawing(), known, {name.trimmed().toStdString(), colour.toStdString()});
    if (!next) {
        Q_EMIT said(text(next.error().message));
        return;
    }
    apply(*std::move(next), tr("Changed the category %1").arg(isolated(name)));
}

void PlanDesk::setName(const QString& name)
{
    PlanSketch next = drawing();
    next.name = name.trimmed().toStdString();
    apply(std::move(next), tr("Named the plan %1").arg(isolated(name)));
}

void PlanDesk::undo()
{
    if (canUndo()) {
        const QString what = undoText();
        m_drawing->undo();
        dropMissing();
        Q_EMIT changed();
        Q_EMIT selectionChanged();
        Q_EMIT said(tr("Undone: %1").arg(what));
    }
}

void PlanDesk::redo()
{
    if (canRedo()) {
        const QString what = redoText();
        m_drawing->redo();
        dropMissing();
        Q_EMIT changed();
        Q_EMIT selectionChanged();
        Q_EMIT said(tr("Done again: %1").arg(what));
    }
}

QString PlanDesk::undoText() const
{
    return text(m_drawing->undoWhat());
}

QString PlanDesk::redoText() const
{
    return text(m_drawing->redoWhat());
}

} // namespace foyer::ui
