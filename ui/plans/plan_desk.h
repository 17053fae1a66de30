// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/seating/plan_editing/drawing_warnings.h"
#include "core/domain/seating/plan_editing/edit_objects.h"
#include "core/domain/seating/plan_editing/edit_outlines.h"
#include "core/domain/seating/plan_editing/edit_positions.h"
#include "core/domain/seating/plan_editing/plan_drawing.h"

#include <QObject>
#include <QString>

#include <memory>
#include <optional>

namespace foyer::ui {

/// What the next thing that is drawn is like.
struct DrawingManner {
    std::uint32_t category = 0;
    std::size_t section = 0; ///< the how-manieth
    float spacing = 24;      ///< between the seats of a row
    float grid = 12;         ///< 0: none
    std::size_t chairs = 8;  ///< at a table
    bool roundTables = true;
};

/// The plan on the desk: the drawing, what is selected of it, and every command of the editor, each
/// of which is one step that can be undone. Knows no widgets.
class PlanDesk final : public QObject {
    Q_OBJECT

public:
    explicit PlanDesk(QObject* parent = nullptr);

    /// An empty room with one section and one category.
    void startNew(const QString& name, const std::string& idPrefix);
    void open(const SeatingPlan& plan, const std::string& idPrefix);
    /// This is what is stored: what was drawn when it was saved.
    void noteSaved(const PlanSketch& saved);
    /// Nothing of what is drawn now is stored.
    void noteResumed();
    bool isChanged() const { return m_isResumed || !(m_drawing->now() == m_saved); }

    const PlanSketch& drawing() const { return m_drawing->now(); }
    const KeySet& selection() const { return m_selection; }
    /// The one that Tab went to last.
    std::optional<ObjectKey> current() const { return m_current; }
    DrawingManner& manner() { return m_manner; }
    const DrawingManner& manner() const { return m_manner; }
    ObjectKey sectionForNew() const;
    /// The section that is selected, or that of the first selected row, or that for new rows.
    ObjectKey sectionInHand() const;
    /// The corner that is chosen of the one outline that is selected; nothing: the whole outline.
    std::optional<std::size_t> corner() const { return m_corner; }

    void select(const KeySet& keys);
    void toggle(ObjectKey key);
    void selectAll();
    void selectRows();
    void selectSections();
    void selectCategory();
    /// To the next row, area or shape as a whole; false where there is none any more, and nothing
    /// is selected then.
    bool step(bool forwards);
    /// To the next seat.
    void stepSeat(bool forwards);
    void chooseCorner(std::optional<std::size_t> corner);
    /// To the next corner; false where no outline is selected alone.
    bool stepCorner(bool forwards);
    /// In words: "12 seats of row F", "Stage".
    QString selectionText() const;

    void move(PlanPoint by);
    void addRow(PlanPoint from, PlanPoint to);
    void addTable(PlanPoint at);
    void addArea(const PlanBox& box);
    void addShape(const PlanBox& box, const QString& words);
    void addText(PlanPoint at, const QString& words);
    void addSection(const QString& name);
    void addSeatBehind();
    void remove();
    void copy();
    void paste();
    void duplicate();
    void mirror(PlanAxis axis);
    void rotate(float degrees);
    void align(Alignment to);
    void distribute(PlanAxis along);
    void bend(float bow);
    void space(float spacing);
    void openAisle();
    void renumber(const SeatNumbering& rule);
    void nameRows(const RowNaming& rule);
    void setLabel(const QString& label);
    void setNumber(const QString& number);
    void setCapacity(std::uint32_t capacity);
    void setCategory(std::uint32_t category);
    void setTrait(SeatTrait trait, bool has);
    void setSection(ObjectKey section);
    void moveCorner(PlanPoint by);
    void addCorner();
    /// Of the section in hand. None: it has no outline any more.
    void setOutline(const std::vector<PlanPoint>& corners);
    /// Around the seats of the section in hand; false where it has none.
    bool drawOutlineAround();
    void setBackground(const std::optional<PlanBackground>& background, const QString& what);
    void takePictureAway();
    void colourCategory(std::uint32_t category, const QString& colour);
    void setCategoryNamed(std::optional<std::uint32_t> known, const QString& name,
                          const QString& colour);
    void setName(const QString& name);
    void undo();
    void redo();
    bool canUndo() const { return m_drawing->canUndo(); }
    bool canRedo() const { return m_drawing->canRedo(); }
    QString undoText() const;
    QString redoText() const;

Q_SIGNALS:
    void changed();
    void selectionChanged();
    /// What a screen reader and the line below should say.
    void said(const QString& words);

private:
    static QString sectionName(const Section& section);
    bool apply(PlanSketch next, const QString& what);
    void add(Result<DrawingWith> next, const QString& what);
    void dropMissing();

    std::unique_ptr<PlanDrawing> m_drawing;
    PlanSketch m_saved;
    KeySet m_selection;
    std::optional<ObjectKey> m_current;
    std::optional<std::size_t> m_corner;
    DrawingPiece m_clipboard;
    int m_pastes = 0;
    DrawingManner m_manner;
    bool m_isResumed = false;
};

} // namespace foyer::ui
