// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/plans/plan_desk.h"

#include "ui/common/formatting.h"

#include <algorithm>

namespace foyer::ui {

PlanDesk::PlanDesk(QObject* parent) : QObject{parent}
{
    startNew(QString{}, "new");
}

void PlanDesk::startNew(const QString& name, const std::string& idPrefix)
{
    m_drawing = std::make_unique<PlanDrawing>(idPrefix);
    PlanSketch drawing = m_drawing->now();
    drawing.name = name.toStdString();
    drawing.categories = {{tr("Standard").toStdString(), "#0072B2"}};
    m_drawing->apply(std::move(drawing), {});
    // Nothing to go back to before the empty room.
    *m_drawing = PlanDrawing{planOf(m_drawing->now()), idPrefix};
    m_isResumed = false;
    m_saved = m_drawing->now();
    m_selection = {};
    m_current.reset();
    m_corner.reset();
    m_manner = {};
    Q_EMIT changed();
    Q_EMIT selectionChanged();
}

void PlanDesk::open(const SeatingPlan& plan, const std::string& idPrefix)
{
    m_drawing = std::make_unique<PlanDrawing>(plan, idPrefix);
    m_isResumed = false;
    m_saved = m_drawing->now();
    m_selection = {};
    m_current.reset();
    m_corner.reset();
    m_manner = {};
    Q_EMIT changed();
    Q_EMIT selectionChanged();
}

void PlanDesk::noteResumed()
{
    m_isResumed = true;
    Q_EMIT changed();
}

void PlanDesk::noteSaved(const PlanSketch& saved)
{
    m_isResumed = false;
    m_saved = saved;
    Q_EMIT changed();
}

ObjectKey PlanDesk::sectionForNew() const
{
    const auto& sections = drawing().sections;
    return sections[std::min(m_manner.section, sections.size() - 1)]->key;
}

void PlanDesk::select(const KeySet& keys)
{
    m_selection = keys;
    m_corner.reset();
    Q_EMIT selectionChanged();
}

void PlanDesk::toggle(ObjectKey key)
{
    if (m_selection.has(key)) {
        m_selection.remove(key);
    } else {
        m_selection.add(key);
    }
    m_current = key;
    m_corner.reset();
    Q_EMIT selectionChanged();
}

void PlanDesk::selectAll()
{
    select(allObjects(drawing()));
}

void PlanDesk::selectRows()
{
    select(wholeRows(drawing(), m_selection));
}

void PlanDesk::selectSections()
{
    select(wholeSections(drawing(), m_selection));
}

void PlanDesk::selectCategory()
{
    KeySet all;
    for (const auto& row : drawing().rows) {
        for (const DrawnSeat& seat : row->seats) {
            if (m_selection.has(seat.key)) {
                select(seatsOfCategory(drawing(), seat.category));
                return;
            }
        }
    }
}

bool PlanDesk::step(bool forwards)
{
    std::vector<ObjectKey> firsts;
    std::optional<std::size_t> at;
    const auto offer = [&](ObjectKey key, bool isCurrent) {
        at = isCurrent ? std::optional{firsts.size()} : at;
        firsts.push_back(key);
    };
    for (const auto& row : drawing().rows) {
        offer(row->seats.front().key, m_current && KeySet{*m_current}.hasSeatOf(*row));
    }
    for (const auto& area : drawing().areas) {
        offer(area->key, m_current == area->key);
    }
    for (const auto& shape : drawing().shapes) {
        offer(shape->key, m_current == shape->key);
    }
    for (const auto& section : drawing().sections) {
        if (!section->section.outline.empty()) {
            offer(section->key, m_current == section->key);
        }
    }
    const bool isLast = at && (forwards ? *at + 1 == firsts.size() : *at == 0);
    if (firsts.empty() || isLast) {
        m_current.reset();
        select({});
        return false;
    }
    m_current =
        at ? firsts[forwards ? *at + 1 : *at - 1] : (forwards ? firsts.front() : firsts.back());
    select(wholeRows(drawing(), KeySet{*m_current}));
    Q_EMIT said(selectionText());
    return true;
}

void PlanDesk::stepSeat(bool forwards)
{
    m_current = nextObject(drawing(), m_current, forwards);
    select(m_current ? KeySet{*m_current} : KeySet{});
    Q_EMIT said(selectionText());
}

QString PlanDesk::sectionName(const Section& section)
{
    return section.label.empty() ? tr("the section without a name") : isolated(text(section.label));
}

QString PlanDesk::selectionText() const
{
    int seats = 0;
    int rows = 0;
    const DrawnRow* one = nullptr;
    const DrawnSeat* first = nullptr;
    for (const auto& row : drawing().rows) {
        if (!m_selection.hasSeatOf(*row)) {
            continue;
        }
        ++rows;
        one = row.get();
        for (const DrawnSeat& seat : row->seats) {
            if (m_selection.has(seat.key)) {
                ++seats;
                first = first == nullptr ? &seat : first;
            }
        }
    }
    if (seats == 1) {
        return tr("Row %1, seat %2").arg(isolated(text(one->label)), isolated(text(first->number)));
    }
    if (rows == 1) {
        return tr("%n seat(s) of row %1", nullptr, seats).arg(isolated(text(one->label)));
    }
    if (seats > 0) {
        return tr("%n seat(s)", nullptr, seats);
    }
    for (const auto& area : drawing().areas) {
        if (m_selection.has(area->key)) {
            return tr("Standing area %1").arg(isolated(text(area->area.label)));
        }
    }
    for (const auto& shape : drawing().shapes) {
        if (m_selection.has(shape->key)) {
            return shape->shape.text.empty() ? tr("Shape") : isolated(text(shape->shape.text));
        }
    }
    for (const auto& section : drawing().sections) {
        if (m_selection.has(section->key) && !section->section.outline.empty()) {
            return tr("Outline of %1").arg(sectionName(section->section));
        }
    }
    return tr("Nothing is selected");
}

bool PlanDesk::apply(PlanSketch next, const QString& what)
{
    if (!m_drawing->apply(std::move(next), what.toStdString())) {
        return false;
    }
    dropMissing();
    Q_EMIT changed();
    Q_EMIT selectionChanged();
    Q_EMIT said(what);
    return true;
}

void PlanDesk::add(Result<DrawingWith> next, const QString& what)
{
    if (!next) {
        Q_EMIT said(text(next.error().message));
        return;
    }
    m_selection = next->added;
    m_corner.reset();
    apply(std::move(next->drawing), what);
}

// After an undo, what was selected may not be there any more.
void PlanDesk::dropMissing()
{
    KeySet there;
    const auto keep = [&](ObjectKey key) {
        if (m_selection.has(key)) {
            there.add(key);
        }
    };
    for (const auto& row : drawing().rows) {
        for (const DrawnSeat& seat : row->seats) {
            keep(seat.key);
        }
    }
    for (const auto& area : drawing().areas) {
        keep(area->key);
    }
    for (const auto& shape : drawing().shapes) {
        keep(shape->key);
    }
    for (const auto& section : drawing().sections) {
        keep(section->key);
    }
    m_selection = std::move(there);
    const auto outlined = outlinedAlone(drawing(), m_selection);
    if (!outlined || (m_corner && *m_corner >= outlineOf(drawing(), *outlined)->size())) {
        m_corner.reset();
    }
}

} // namespace foyer::ui
