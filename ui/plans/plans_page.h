// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/plans/plans_port.h"

#include <QWidget>

class QHBoxLayout;
class QLabel;
class QLineEdit;
class QListWidget;
class QPushButton;
class QStackedWidget;

namespace foyer::ui {

class EmptyState;
class PlanEditor;

/// The rooms of this house: a list with little pictures, and the editor.
class PlansPage final : public QWidget {
    Q_OBJECT

public:
    explicit PlansPage(PlansPort& port, QWidget* parent = nullptr);

    /// Asks for the list again.
    void refresh();
    /// Another one is at the counter: what is being drawn becomes a draft, and the list is shown.
    void startOver();
    void applyPalette();
    static QString keys();

    /// Reads a plan's file and shows it in the editor, to be saved.
    void importFile(const QString& path);
    /// Writes the chosen plan.
    void exportTo(const QString& path, const QString& format);
    PlanEditor& editor() { return *m_editor; }
    bool isDrawing() const;

protected:
    void showEvent(QShowEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    QWidget* buildList();
    QHBoxLayout* buildTop(QWidget* page);
    QWidget* buildResume(QWidget* page);
    QWidget* buildPlans(QWidget* page);
    QHBoxLayout* buildActs(QWidget* page);
    QWidget* buildNaming();
    void showPlans(std::vector<PlanRow> plans);
    void lookForDraft();
    const PlanRow* chosen() const;
    void openChosen();
    void startDrawing();
    void askName(bool copies);
    void takeName();
    void archiveChosen();
    void chooseImport();
    void chooseExport();
    void toEditor();
    void toList();
    void say(const QString& words, const char* role);

    PlansPort& m_port;
    std::vector<PlanRow> m_plans;
    std::optional<EditorDraft> m_draft;
    QStackedWidget* m_states;
    QStackedWidget* m_lists = nullptr;
    QListWidget* m_list = nullptr;
    EmptyState* m_empty = nullptr;
    QLabel* m_said = nullptr;
    QWidget* m_resume = nullptr;
    QLabel* m_resumeWords = nullptr;
    QWidget* m_naming = nullptr;
    QLineEdit* m_newName = nullptr;
    bool m_copies = false; ///< what the name is for
    std::vector<QPushButton*> m_ofChosen;
    PlanEditor* m_editor = nullptr;
    bool m_lookedForDraft = false;
    int m_sitting = 0; ///< so that an answer for the one before is not shown
};

} // namespace foyer::ui
