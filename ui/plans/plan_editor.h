// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/plans/plan_canvas.h"
#include "ui/plans/plan_desk.h"
#include "ui/plans/plans_port.h"

#include <QWidget>

class QButtonGroup;
class QHBoxLayout;
class QLabel;
class QLineEdit;
class QListWidget;
class QPushButton;
class QTimer;

namespace foyer::ui {

class PlanProperties;
class PlanScan;

/// One plan being drawn: tools at the left, the canvas, properties at the right, what to look at
/// again below. What is not saved is kept as a draft.
class PlanEditor final : public QWidget {
    Q_OBJECT

public:
    explicit PlanEditor(PlansPort& port, QWidget* parent = nullptr);
    ~PlanEditor() override;

    void startNew(const QString& name);
    /// A plan that is not stored yet, such as a file that was read.
    void startWith(const SeatingPlan& plan);
    void open(const OpenedPlan& opened);
    void resume(const EditorDraft& draft);
    void save();
    /// Keeps what is not saved as a draft and clears the desk: another one is at the counter.
    void putAside();
    /// Goes back to the list; asks first where something is not saved.
    void leave();
    void applyPalette();
    /// Reads a picture's file and lays it under the plan.
    void drawOver(const QString& path);

    PlanDesk& desk() { return m_desk; }
    PlanCanvas& canvas() { return *m_canvas; }
    QLabel& line() { return *m_said; }
    const QWidget& question() const { return *m_question; }

Q_SIGNALS:
    void left();

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    QWidget* buildTop();
    QWidget* buildTools();
    QWidget* buildBottom();
    QWidget* buildQuestion();
    QPushButton* addTool(QButtonGroup& group, PlanTool tool, const QString& words,
                         const QString& iconName);
    void showState();
    void showWarnings();
    /// What was typed into its field, and not left yet.
    void takeName();
    void keepDraft();
    void goBack();
    /// Another plan comes on the desk, or none.
    void clearDesk();
    void noteStored(const OpenedPlan& stored, const PlanSketch& saved);
    void say(const QString& words, const char* role = "muted");
    EditorDraft draftNow() const;
    bool shortcut(const QKeyEvent& event);

    PlansPort& m_port;
    PlanDesk m_desk;
    PlanScan* m_scan;
    std::optional<PlanId> m_id;
    FieldStamp m_base;
    QLineEdit* m_name = nullptr;
    QPushButton* m_undo = nullptr;
    QPushButton* m_redo = nullptr;
    QPushButton* m_save = nullptr;
    QButtonGroup* m_tools = nullptr;
    PlanCanvas* m_canvas = nullptr;
    PlanProperties* m_properties = nullptr;
    QLabel* m_count = nullptr;
    QLabel* m_said = nullptr;
    QString m_trouble; ///< with the picture, as it was said last
    QListWidget* m_warnings = nullptr;
    std::vector<DrawingWarning> m_shown;
    QWidget* m_question = nullptr;
    QPushButton* m_saveAndLeave = nullptr;
    QTimer* m_rest;
    QTimer* m_lookOver;
    int m_sitting = 0; ///< so that the answer for a plan that was left is not taken for this one
    bool m_isSaving = false;
    bool m_leaves = false; ///< once it is saved
};

} // namespace foyer::ui
