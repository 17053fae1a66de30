// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/plans/plans_page.h"

#include "ui/common/empty_state.h"
#include "ui/common/error_text.h"
#include "ui/common/formatting.h"
#include "ui/common/icons.h"
#include "ui/common/parts.h"
#include "ui/common/theme.h"
#include "ui/plans/plan_editor.h"
#include "ui/plans/plan_picture.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QListWidget>
#include <QPointer>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace foyer::ui {
namespace {

constexpr QSize kPictureSize{144, 96};

} // namespace

PlansPage::PlansPage(PlansPort& port, QWidget* parent)
    : QWidget{parent}, m_port{port}, m_states{new QStackedWidget{this}}
{
    setAcceptDrops(true);
    auto* column = new QVBoxLayout{this};
    column->setContentsMargins(kBetween, kBetween, kBetween, kBetween);
    column->addWidget(m_states);
    m_states->addWidget(buildList());
    m_editor = new PlanEditor{port, this};
    m_states->addWidget(m_editor);
    connect(m_editor, &PlanEditor::left, this, &PlansPage::toList);
    setFocusProxy(m_list);
}

QString PlansPage::keys()
{
    return tr(
        "Insert\tDraw a new plan\nEnter\tOpen the chosen plan\nF2\tRename the chosen plan\n"
        "V R T A S G X O B\tTools: select, row, table, standing area, shape, stage, text, "
        "outline, picture\n"
        "Enter\tDraw with the tool in the middle\nTab\tTo the next row or object\n"
        "Ctrl+← Ctrl+→\tTo the next seat, or corner of an outline\n"
        "← → ↑ ↓\tMove by the grid, with Shift by one\n"
        "N\tA seat or a corner more behind the chosen one\nI\tAn aisle behind the chosen seat\n"
        "W\tSelect whole rows\nCtrl+A\tSelect everything\nCtrl+C Ctrl+X Ctrl+V\tCopy, cut, "
        "paste\nCtrl+D\tDuplicate\nCtrl+M\tMirror\nDelete\tDelete\nCtrl+Z\tUndo\n"
        "Ctrl+Shift+Z\tRedo\n+ − 0\tZoom in, out, to all\nCtrl+S\tSave\nEsc\tStep back");
}

QWidget* PlansPage::buildList()
{
    auto* page = new QWidget{this};
    auto* column = new QVBoxLayout{page};
    column->setContentsMargins(kInside, kInside, kInside, kInside);
    column->setSpacing(kBetween);
    column->addWidget(buildResume(page));
    column->addWidget(buildNaming());
    m_said = makeLabel({}, "muted", page);
    m_said->setWordWrap(true);
    m_said->hide();
    column->addWidget(m_said);
    column->addWidget(buildPlans(page), 1);
    column->addLayout(buildActs(page));
    // Last, although it stands on top: the list has the page's focus, and Tab goes on from there.
    column->insertLayout(0, buildTop(page));
    return page;
}

QHBoxLayout* PlansPage::buildTop(QWidget* page)
{
    auto* top = new QHBoxLayout;
    top->addWidget(makeLabel(tr("Seating plans"), "title", page), 1);
    auto* import = makeButton(tr("Import a file"), "", page);
    setButtonIcon(import, QStringLiteral("folder-open"));
    auto* draw = makeButton(tr("Draw a plan"), "primary", page, QStringLiteral("Ins"));
    top->addWidget(import);
    top->addWidget(draw);
    connect(draw, &QPushButton::clicked, this, &PlansPage::startDrawing);
    connect(import, &QPushButton::clicked, this, &PlansPage::chooseImport);
    return top;
}

QWidget* PlansPage::buildResume(QWidget* page)
{
    m_resume = makePanel(page, "banner");
    auto* resume = new QHBoxLayout{m_resume};
    m_resumeWords = makeLabel({}, "", m_resume);
    m_resumeWords->setWordWrap(true);
    resume->addWidget(m_resumeWords, 1);
    auto* goOn = makeButton(tr("Go on drawing"), "primary", m_resume);
    auto* drop = makeButton(tr("Throw it away"), "", m_resume);
    resume->addWidget(goOn);
    resume->addWidget(drop);
    m_resume->hide();
    connect(goOn, &QPushButton::clicked, this, [this] {
        m_resume->hide();
        toEditor();
        m_editor->resume(*m_draft);
    });
    connect(drop, &QPushButton::clicked, this, [this] {
        m_resume->hide();
        m_port.forgetDraft();
        m_list->setFocus();
    });
    return m_resume;
}

QWidget* PlansPage::buildPlans(QWidget* page)
{
    m_lists = new QStackedWidget{page};
    m_list = new QListWidget{m_lists};
    m_list->setObjectName(QStringLiteral("plans"));
    m_list->setAccessibleName(tr("Seating plans"));
    m_list->setIconSize(kPictureSize);
    m_list->setSpacing(4);
    m_lists->addWidget(m_list);
    m_empty = new EmptyState{QStringLiteral("armchair"), tr("No seating plan yet"),
                             tr("A seating plan says where every seat of a room is. Draw one, or "
                                "drop a pretix or seats.io file here."),
                             m_lists};
    connect(m_empty->addAction(tr("Draw a plan"), QStringLiteral("plus")), &QPushButton::clicked,
            this, &PlansPage::startDrawing);
    connect(m_empty->addAction(tr("Import a file"), QStringLiteral("folder-open")),
            &QPushButton::clicked, this, &PlansPage::chooseImport);
    m_lists->addWidget(m_empty);
    connect(m_list, &QListWidget::itemActivated, this, &PlansPage::openChosen);
    return m_lists;
}

QHBoxLayout* PlansPage::buildActs(QWidget* page)
{
    auto* acts = new QHBoxLayout;
    const auto act = [&](const QString& words, const QString& key, auto method) {
        auto* button = makeButton(words, "", page, key);
        connect(button, &QPushButton::clicked, this, method);
        acts->addWidget(button);
        m_ofChosen.push_back(button);
    };
    act(tr("Open"), {}, &PlansPage::openChosen);
    act(tr("Rename"), QStringLiteral("F2"), [this] { askName(false); });
    act(tr("Duplicate"), {}, [this] { askName(true); });
    act(tr("Export"), {}, &PlansPage::chooseExport);
    act(tr("Archive"), {}, &PlansPage::archiveChosen);
    acts->addStretch();
    return acts;
}

QWidget* PlansPage::buildNaming()
{
    m_naming = makePanel(this);
    auto* row = new QHBoxLayout{m_naming};
    m_newName = new QLineEdit{m_naming};
    m_newName->setAccessibleName(tr("New name"));
    m_newName->setMaxLength(120);
    row->addWidget(m_newName, 1);
    auto* take = makeButton(tr("Take this name"), "primary", m_naming);
    auto* keep = makeButton(tr("Leave it"), "quiet", m_naming);
    row->addWidget(take);
    row->addWidget(keep);
    connect(take, &QPushButton::clicked, this, &PlansPage::takeName);
    connect(m_newName, &QLineEdit::returnPressed, this, &PlansPage::takeName);
    connect(keep, &QPushButton::clicked, this, [this] {
        m_naming->hide();
        m_list->setFocus();
    });
    m_naming->hide();
    return m_naming;
}

void PlansPage::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    refresh();
    lookForDraft();
}

bool PlansPage::isDrawing() const
{
    return m_states->currentWidget() == m_editor;
}

void PlansPage::refresh()
{
    m_port.plans([self = QPointer{this}, sitting = m_sitting](Result<std::vector<PlanRow>> plans) {
        if (!self || sitting != self->m_sitting) {
            return;
        }
        if (plans) {
            self->showPlans(*std::move(plans));
        } else {
            self->say(errorText(plans.error()), "fault");
        }
    });
}

void PlansPage::startOver()
{
    ++m_sitting;
    m_editor->putAside();
    m_states->setCurrentIndex(0);
    setFocusProxy(m_list);
    m_draft.reset();
    m_resume->hide();
    m_naming->hide();
    say({}, "muted");
    m_plans.clear();
    m_list->clear();
    m_lookedForDraft = false;
    if (isVisible()) {
        refresh();
        lookForDraft();
    }
}

void PlansPage::showPlans(std::vector<PlanRow> plans)
{
    const int row = std::max(0, m_list->currentRow());
    m_plans = std::move(plans);
    std::erase_if(m_plans, [](const PlanRow& plan) { return plan.archived; });
    m_list->clear();
    for (const PlanRow& plan : m_plans) {
        const auto standing = static_cast<qlonglong>(plan.plan->standingCount());
        QStringList counts{tr("%n seat(s)", nullptr, static_cast<int>(plan.plan->seatCount()))};
        if (standing > 0) {
            counts << tr("%L1 standing").arg(standing);
        }
        const QImage picture =
            planPicture(*plan.plan, kPictureSize, devicePixelRatioF(), currentPalette());
        auto* item = new QListWidgetItem{QIcon{QPixmap::fromImage(picture)},
                                         text(plan.name) + QLatin1Char{'\n'} +
                                             counts.join(QStringLiteral(" · ")),
                                         m_list};
        item->setSizeHint({0, kPictureSize.height() + kInside});
    }
    m_list->setCurrentRow(std::min(row, m_list->count() - 1));
    m_lists->setCurrentIndex(m_plans.empty() ? 1 : 0);
    for (QPushButton* button : m_ofChosen) {
        button->setEnabled(!m_plans.empty());
        button->setVisible(!m_plans.empty());
    }
}

// Once for whoever is here, at the first look: what was drawn last and not saved, when the program
// ended or somebody else took over.
void PlansPage::lookForDraft()
{
    if (std::exchange(m_lookedForDraft, true)) {
        return;
    }
    m_port.draft([self = QPointer{this},
                  sitting = m_sitting](const Result<std::optional<EditorDraft>>& draft) {
        if (!self || sitting != self->m_sitting || !draft || !*draft || self->isDrawing()) {
            return;
        }
        self->m_draft = *draft;
        const QString name = text((*draft)->plan.name);
        self->m_resumeWords->setText(
            name.isEmpty() ? self->tr("A plan was being drawn and is not saved.")
                           : self->tr("%1 was being drawn and is not saved.").arg(isolated(name)));
        self->m_resume->show();
    });
}

void PlansPage::applyPalette()
{
    m_editor->applyPalette();
    refresh();
}

void PlansPage::say(const QString& words, const char* role)
{
    setRole(m_said, role);
    m_said->setText(words);
    m_said->setVisible(!words.isEmpty());
}

} // namespace foyer::ui
