// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/common/error_text.h"
#include "ui/common/formatting.h"
#include "ui/common/parts.h"
#include "ui/plans/plan_editor.h"
#include "ui/plans/plan_scan.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QPointer>
#include <QPushButton>
#include <QTimer>

#include <utility>

namespace foyer::ui {

void PlanEditor::clearDesk()
{
    ++m_sitting;
    m_id.reset();
    m_base = {};
    m_leaves = false;
    m_rest->stop();
    m_name->setModified(false); // what is typed there was for the one before
    m_question->hide();
    m_scan->forget();
}

void PlanEditor::startNew(const QString& name)
{
    clearDesk();
    m_desk.startNew(name, m_port.newIdPrefix());
    m_canvas->zoomToFit();
    say(tr("Draw a row: press R, then drag, or press Enter to draw one in the middle."));
}

void PlanEditor::startWith(const SeatingPlan& plan)
{
    clearDesk();
    m_desk.open(plan, m_port.newIdPrefix());
    m_desk.noteResumed();
    m_canvas->zoomToFit();
    say(tr("Read from the file. Look it over, then save it."));
    m_port.keepDraft(draftNow());
}

void PlanEditor::open(const OpenedPlan& opened)
{
    clearDesk();
    m_id = opened.id;
    m_base = opened.stamp;
    m_desk.open(opened.plan, m_port.newIdPrefix());
    m_canvas->zoomToFit();
    say(opened.taken.empty()
            ? tr("Nobody has a ticket for a seat of this plan in a performance to come.")
            : tr("%n seat(s) have a ticket or are held: these keep their names and stay.", nullptr,
                 static_cast<int>(opened.taken.size())));
}

void PlanEditor::resume(const EditorDraft& draft)
{
    clearDesk();
    m_id = draft.id;
    m_base = draft.base;
    m_desk.open(draft.plan, m_port.newIdPrefix());
    m_desk.noteResumed();
    m_canvas->zoomToFit();
    say(tr("This is how far the drawing had come. It is not saved yet."));
}

void PlanEditor::save()
{
    if (m_isSaving) {
        return;
    }
    takeName();
    if (m_desk.drawing().name.empty()) {
        m_leaves = false;
        say(tr("Give the plan a name."), "fault");
        m_name->setFocus();
        return;
    }
    m_isSaving = true;
    m_save->setEnabled(false);
    const PlanSketch saved = m_desk.drawing();
    m_port.save({m_id, m_base, planOf(saved)},
                [self = QPointer{this}, saved,
                 sitting = m_sitting](const Result<OpenedPlan>& stored) {
                    if (!self) {
                        return;
                    }
                    self->m_isSaving = false;
                    if (sitting != self->m_sitting) {
                        self->showState(); // another plan is drawn by now, and can be saved again
                    } else if (stored) {
                        self->noteStored(*stored, saved);
                    } else {
                        self->m_leaves = false;
                        self->showState();
                        self->say(errorText(stored.error()), "fault");
                    }
                });
}

void PlanEditor::noteStored(const OpenedPlan& stored, const PlanSketch& saved)
{
    m_id = stored.id;
    m_base = stored.stamp;
    m_desk.noteSaved(saved);
    say(tr("Saved. %n performance(s) to come show it.", nullptr,
           static_cast<int>(stored.performances)),
        "good");
    const bool leaves = std::exchange(m_leaves, false);
    if (m_desk.isChanged()) {
        return; // it was drawn on meanwhile
    }
    m_rest->stop();
    m_port.forgetDraft();
    if (leaves) {
        goBack();
    }
}

void PlanEditor::leave()
{
    takeName();
    if (!m_desk.isChanged()) {
        goBack();
        return;
    }
    m_question->show();
    m_saveAndLeave->setFocus();
}

void PlanEditor::putAside()
{
    takeName();
    keepDraft();
    clearDesk();
    m_desk.startNew({}, m_port.newIdPrefix());
}

void PlanEditor::goBack()
{
    clearDesk();
    m_desk.startNew({}, m_port.newIdPrefix());
    Q_EMIT left();
}

bool PlanEditor::shortcut(const QKeyEvent& event)
{
    const bool shift = event.modifiers().testFlag(Qt::ShiftModifier);
    if (!event.modifiers().testFlag(Qt::ControlModifier)) {
        return false;
    }
    switch (event.key()) {
    case Qt::Key_Z:
        shift ? m_desk.redo() : m_desk.undo();
        return true;
    case Qt::Key_Y:
        m_desk.redo();
        return true;
    case Qt::Key_S:
        save();
        return true;
    case Qt::Key_A:
        m_desk.selectAll();
        return true;
    case Qt::Key_C:
        m_desk.copy();
        return true;
    case Qt::Key_X:
        m_desk.copy();
        m_desk.remove();
        return true;
    case Qt::Key_V:
        m_desk.paste();
        return true;
    case Qt::Key_D:
        m_desk.duplicate();
        return true;
    case Qt::Key_M:
        m_desk.mirror(shift ? PlanAxis::Vertical : PlanAxis::Horizontal);
        return true;
    default:
        return false;
    }
}

void PlanEditor::keyPressEvent(QKeyEvent* event)
{
    if (shortcut(*event)) {
        return;
    }
    if (event->key() == Qt::Key_Escape) {
        leave();
        return;
    }
    QWidget::keyPressEvent(event);
}

} // namespace foyer::ui
