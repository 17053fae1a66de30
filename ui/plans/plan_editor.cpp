// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/plans/plan_editor.h"

#include "ui/common/error_text.h"
#include "ui/common/formatting.h"
#include "ui/common/icons.h"
#include "ui/common/parts.h"
#include "ui/common/theme.h"
#include "ui/plans/plan_picture_fields.h"
#include "ui/plans/plan_properties.h"
#include "ui/plans/plan_scan.h"
#include "ui/plans/plan_warning_words.h"

#include <QAccessible>
#include <QButtonGroup>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QPointer>
#include <QTimer>
#include <QVBoxLayout>

namespace foyer::ui {
namespace {

constexpr int kPropertiesWidth = 300;
constexpr int kWarningsHeight = 72;
constexpr int kRestMs = 1'500;   // after the last change, before the draft is kept
constexpr int kLookOverMs = 300; // the same, before a large plan is looked over for warnings
constexpr std::size_t kWarnedAtOnce = 5'000; // seats

} // namespace

PlanEditor::PlanEditor(PlansPort& port, QWidget* parent)
    : QWidget{parent}, m_port{port}, m_scan{new PlanScan{port, m_desk, this}},
      m_rest{new QTimer{this}}, m_lookOver{new QTimer{this}}
{
    auto* column = new QVBoxLayout{this};
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(kInside);
    column->addWidget(buildTop());
    column->addWidget(buildQuestion());
    auto* middle = new QHBoxLayout;
    middle->setSpacing(kInside);
    middle->addWidget(buildTools());
    m_canvas = new PlanCanvas{m_desk, this};
    middle->addWidget(m_canvas, 1);
    m_properties = new PlanProperties{m_desk, *m_scan, this};
    QWidget* scroll = makeScroll(m_properties, this);
    scroll->setFixedWidth(kPropertiesWidth);
    middle->addWidget(scroll);
    column->addLayout(middle, 1);
    column->addWidget(buildBottom());
    setFocusProxy(m_canvas);
    m_rest->setSingleShot(true);
    m_rest->setInterval(kRestMs);
    connect(m_rest, &QTimer::timeout, this, &PlanEditor::keepDraft);
    m_lookOver->setSingleShot(true);
    m_lookOver->setInterval(kLookOverMs);
    connect(m_lookOver, &QTimer::timeout, this, &PlanEditor::showWarnings);
    connect(&m_desk, &PlanDesk::changed, this, &PlanEditor::showState);
    connect(&m_desk, &PlanDesk::said, this, [this](const QString& words) { say(words); });
    connect(m_canvas, &PlanCanvas::toolChanged, this,
            [this](PlanTool tool) { m_tools->button(static_cast<int>(tool))->setChecked(true); });
    connect(m_canvas, &PlanCanvas::textAsked, this, [this](PlanPoint at) {
        m_desk.addText(at, tr("Text"));
        m_properties->editLabel();
    });
    connect(m_canvas, &PlanCanvas::pictureAsked, this,
            [this] { m_properties->picture().choose(); });
    connect(m_scan, &PlanScan::changed, this, [this] {
        m_canvas->setPicture(m_scan->image());
        if (!m_scan->trouble().isEmpty()) {
            say(m_scan->trouble(), "fault");
        } else if (m_said->text() == m_trouble) {
            say({}); // it is over
        }
        m_trouble = m_scan->trouble();
    });
    applyPalette();
    showState();
}

PlanEditor::~PlanEditor()
{
    takeName();
    keepDraft();
}

QWidget* PlanEditor::buildTop()
{
    auto* top = new QWidget{this};
    auto* row = new QHBoxLayout{top};
    row->setContentsMargins(0, 0, 0, 0);
    auto* back = makeButton(tr("Plans"), "quiet", top);
    setButtonIcon(back, QStringLiteral("arrow-left"));
    m_name = new QLineEdit{top};
    m_name->setAccessibleName(tr("Name of the plan"));
    m_name->setPlaceholderText(tr("Name of the plan"));
    m_name->setMaxLength(120);
    m_undo = makeButton(tr("Undo"), "quiet", top);
    setButtonIcon(m_undo, QStringLiteral("undo-2"));
    m_redo = makeButton(tr("Redo"), "quiet", top);
    setButtonIcon(m_redo, QStringLiteral("redo-2"));
    m_save = makeButton(tr("Save"), "primary", top);
    row->addWidget(back);
    row->addWidget(m_name, 1);
    row->addWidget(m_undo);
    row->addWidget(m_redo);
    row->addWidget(m_save);
    connect(back, &QPushButton::clicked, this, &PlanEditor::leave);
    connect(m_name, &QLineEdit::editingFinished, this, &PlanEditor::takeName);
    connect(m_undo, &QPushButton::clicked, &m_desk, &PlanDesk::undo);
    connect(m_redo, &QPushButton::clicked, &m_desk, &PlanDesk::redo);
    connect(m_save, &QPushButton::clicked, this, &PlanEditor::save);
    return top;
}

QPushButton* PlanEditor::addTool(QButtonGroup& group, PlanTool tool, const QString& words,
                                 const QString& iconName)
{
    auto* button = makeButton(words, "quiet", this);
    button->setCheckable(true);
    setButtonIcon(button, iconName);
    group.addButton(button, static_cast<int>(tool));
    return button;
}

QWidget* PlanEditor::buildTools()
{
    auto* panel = makePanel(this);
    auto* column = new QVBoxLayout{panel};
    column->setContentsMargins(kInside, kInside, kInside, kInside);
    column->setSpacing(2);
    m_tools = new QButtonGroup{this};
    column->addWidget(
        addTool(*m_tools, PlanTool::Select, tr("Select  V"), QStringLiteral("mouse-pointer-2")));
    column->addWidget(addTool(*m_tools, PlanTool::Row, tr("Row  R"), QStringLiteral("rows-3")));
    column->addWidget(
        addTool(*m_tools, PlanTool::Table, tr("Table  T"), QStringLiteral("circle-dashed")));
    column->addWidget(
        addTool(*m_tools, PlanTool::Area, tr("Standing area  A"), QStringLiteral("square-dashed")));
    column->addWidget(addTool(*m_tools, PlanTool::Shape, tr("Shape  S"), QStringLiteral("square")));
    column->addWidget(
        addTool(*m_tools, PlanTool::Stage, tr("Stage  G"), QStringLiteral("theater")));
    column->addWidget(addTool(*m_tools, PlanTool::Text, tr("Text  X"), QStringLiteral("type")));
    column->addWidget(
        addTool(*m_tools, PlanTool::Outline, tr("Outline  O"), QStringLiteral("pentagon")));
    column->addWidget(
        addTool(*m_tools, PlanTool::Picture, tr("Picture  B"), QStringLiteral("image")));
    column->addStretch();
    m_tools->button(static_cast<int>(PlanTool::Select))->setChecked(true);
    connect(m_tools, &QButtonGroup::idClicked, this, [this](int tool) {
        m_canvas->setTool(static_cast<PlanTool>(tool));
        m_canvas->setFocus();
    });
    return panel;
}

QWidget* PlanEditor::buildQuestion()
{
    auto* panel = makePanel(this, "banner");
    auto* row = new QHBoxLayout{panel};
    auto* words = makeLabel(tr("This drawing is not saved."), "", panel);
    words->setWordWrap(true);
    row->addWidget(words, 1);
    m_saveAndLeave = makeButton(tr("Save and go back"), "primary", panel);
    auto* drop = makeButton(tr("Throw it away"), "", panel);
    auto* stay = makeButton(tr("Go on drawing"), "quiet", panel);
    row->addWidget(m_saveAndLeave);
    row->addWidget(drop);
    row->addWidget(stay);
    connect(m_saveAndLeave, &QPushButton::clicked, this, [this] {
        m_leaves = true;
        save();
    });
    connect(drop, &QPushButton::clicked, this, [this] {
        m_port.forgetDraft();
        goBack();
    });
    connect(stay, &QPushButton::clicked, this, [this] {
        m_question->hide();
        m_canvas->setFocus();
    });
    panel->hide();
    m_question = panel;
    return panel;
}

QWidget* PlanEditor::buildBottom()
{
    auto* bottom = new QWidget{this};
    auto* row = new QHBoxLayout{bottom};
    row->setContentsMargins(0, 0, 0, 0);
    auto* left = new QVBoxLayout;
    m_count = makeLabel({}, "section", bottom);
    m_said = makeLabel({}, "muted", bottom);
    m_said->setWordWrap(true);
    left->addWidget(m_count);
    left->addWidget(m_said);
    left->addStretch();
    row->addLayout(left, 1);
    m_warnings = new QListWidget{bottom};
    m_warnings->setAccessibleName(tr("What to look at again"));
    m_warnings->setFixedHeight(kWarningsHeight);
    row->addWidget(m_warnings, 2);
    connect(m_warnings, &QListWidget::itemActivated, this, [this] {
        const auto at = static_cast<std::size_t>(m_warnings->currentRow());
        if (at < m_shown.size() && m_shown[at].where) {
            m_desk.select(KeySet{*m_shown[at].where});
            m_canvas->setFocus();
        }
    });
    return bottom;
}

void PlanEditor::applyPalette()
{
    m_canvas->setColours(currentPalette().isDark ? SeatMapColours::dark()
                                                 : SeatMapColours::light());
    m_properties->applyPalette();
}

void PlanEditor::drawOver(const QString& path)
{
    m_scan->choose(path);
}

void PlanEditor::say(const QString& words, const char* role)
{
    setRole(m_said, role);
    m_said->setText(words);
    QAccessibleEvent event{m_said, QAccessible::NameChanged};
    QAccessible::updateAccessibility(&event);
}

void PlanEditor::showState()
{
    const PlanSketch& drawing = m_desk.drawing();
    if (!m_name->isModified()) {
        m_name->setText(text(drawing.name));
    }
    std::uint64_t standing = 0;
    for (const auto& area : drawing.areas) {
        standing += area->area.capacity;
    }
    QStringList counts{tr("%n seat(s)", nullptr, static_cast<int>(drawing.seatCount()))};
    if (standing > 0) {
        counts << tr("%L1 standing").arg(standing);
    }
    m_count->setText(counts.join(QStringLiteral(" · ")));
    m_undo->setEnabled(m_desk.canUndo());
    m_undo->setToolTip(m_desk.canUndo() ? m_desk.undoText() : QString{});
    m_redo->setEnabled(m_desk.canRedo());
    m_redo->setToolTip(m_desk.canRedo() ? m_desk.redoText() : QString{});
    m_save->setEnabled(!m_isSaving && (m_desk.isChanged() || !m_id));
    if (m_desk.isChanged()) {
        m_rest->start();
    }
    if (drawing.seatCount() > kWarnedAtOnce) {
        m_lookOver->start();
    } else {
        showWarnings();
    }
}

void PlanEditor::showWarnings()
{
    m_shown = warningsOf(m_desk.drawing());
    m_warnings->clear();
    for (const DrawingWarning& warning : m_shown) {
        m_warnings->addItem(warningWords(warning));
    }
    if (m_shown.empty()) {
        m_warnings->addItem(tr("Nothing to look at again."));
    }
}

EditorDraft PlanEditor::draftNow() const
{
    return {m_id, m_base, planOf(m_desk.drawing())};
}

void PlanEditor::takeName()
{
    if (m_name->isModified()) {
        m_name->setModified(false);
        m_desk.setName(m_name->text());
    }
}

void PlanEditor::keepDraft()
{
    if (m_desk.isChanged()) {
        m_port.keepDraft(draftNow());
    }
}

} // namespace foyer::ui
