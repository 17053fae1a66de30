// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/plans/plan_properties.h"

#include "ui/common/field.h"
#include "ui/common/flow_layout.h"
#include "ui/common/formatting.h"
#include "ui/common/parts.h"
#include "ui/common/theme.h"
#include "ui/plans/plan_category_colours.h"
#include "ui/plans/plan_picture_fields.h"
#include "ui/sell/seat_map/seat_map_colours.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QVBoxLayout>

#include <functional>

namespace foyer::ui {
namespace {

constexpr SeatTrait kShownTraits[] = {SeatTrait::Accessible, SeatTrait::Companion,
                                      SeatTrait::RestrictedView};

template <typename Field>
Field* named(Field* field, const QString& name)
{
    field->setAccessibleName(name);
    return field;
}

QDoubleSpinBox* lengthField(const QString& name, double least, double most, double value,
                            QWidget* parent)
{
    auto* field = named(new QDoubleSpinBox{parent}, name);
    field->setRange(least, most);
    field->setDecimals(1);
    field->setValue(value);
    return field;
}

/// "13, 113" as numbers; what is none is left out.
std::set<std::int64_t> numbersIn(const QString& words)
{
    std::set<std::int64_t> numbers;
    for (const QString& word : words.split(QLatin1Char{','}, Qt::SkipEmptyParts)) {
        bool isNumber = false;
        const qlonglong number = word.trimmed().toLongLong(&isNumber);
        if (isNumber) {
            numbers.insert(number);
        }
    }
    return numbers;
}

} // namespace

PlanProperties::PlanProperties(PlanDesk& desk, PlanScan& scan, QWidget* parent)
    : QWidget{parent}, m_desk{desk}
{
    auto* column = new QVBoxLayout{this};
    column->setContentsMargins(kBetween, kBetween, kBetween, kBetween);
    column->setSpacing(kInside);
    buildSelected(*column);
    buildTraits(*column);
    buildOutline(*column);
    m_picture = new PlanPictureFields{m_desk, scan, this};
    column->addWidget(m_picture);
    buildNumbering(*column);
    buildRows(*column);
    buildArranging(*column);
    buildDrawing(*column);
    column->addStretch();
    connect(&m_desk, &PlanDesk::changed, this, &PlanProperties::showLists);
    connect(&m_desk, &PlanDesk::selectionChanged, this, &PlanProperties::showSelected);
    showLists();
}

QFormLayout* PlanProperties::section(QVBoxLayout& column, const QString& title)
{
    column.addWidget(makeLabel(title, "section", this));
    auto* form = new QFormLayout;
    form->setRowWrapPolicy(QFormLayout::WrapLongRows);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    column.addLayout(form);
    return form;
}

void PlanProperties::buildSelected(QVBoxLayout& column)
{
    m_what = makeLabel({}, "muted", this);
    m_what->setWordWrap(true);
    QFormLayout* form = section(column, tr("Selected"));
    column.insertWidget(1, m_what);
    m_label = new QLineEdit{this};
    addField(*form, tr("Name or row"), m_label, this);
    m_number = new QLineEdit{this};
    addField(*form, tr("Seat number"), m_number, this);
    m_capacity = new QSpinBox{this};
    m_capacity->setRange(1, 1'000'000);
    addField(*form, tr("People standing"), m_capacity, this);
    m_category = new QComboBox{this};
    addField(*form, tr("Category"), m_category, this);
    m_newCategory = new QLineEdit{this};
    addField(*form, tr("New category"), m_newCategory, this);
    m_colours = new PlanCategoryColours{m_desk, this};
    form->addRow(m_colours);
    m_section = new QComboBox{this};
    addField(*form, tr("Section"), m_section, this);
    m_newSection = new QLineEdit{this};
    addField(*form, tr("New section"), m_newSection, this);
    connect(m_label, &QLineEdit::editingFinished, this, [this] {
        if (m_label->isModified()) {
            m_label->setModified(false);
            m_desk.setLabel(m_label->text());
        }
    });
    connect(m_number, &QLineEdit::editingFinished, this, [this] {
        if (m_number->isModified()) {
            m_number->setModified(false);
            m_desk.setNumber(m_number->text());
        }
    });
    connect(m_capacity, &QSpinBox::editingFinished, this,
            [this] { m_desk.setCapacity(static_cast<std::uint32_t>(m_capacity->value())); });
    connect(m_category, &QComboBox::activated, this,
            [this](int index) { m_desk.setCategory(static_cast<std::uint32_t>(index)); });
    connect(m_section, &QComboBox::activated, this, [this](int index) {
        m_desk.setSection(m_desk.drawing().sections[static_cast<std::size_t>(index)]->key);
    });
    connect(m_newCategory, &QLineEdit::returnPressed, this, &PlanProperties::addCategory);
    connect(m_newSection, &QLineEdit::returnPressed, this, &PlanProperties::addSection);
}

void PlanProperties::buildOutline(QVBoxLayout& column)
{
    column.addWidget(makeLabel(tr("Outline of the section"), "section", this));
    auto* buttons = new FlowLayout{kInside};
    auto* around = makeButton(tr("Around its seats"), "", this);
    m_noOutline = makeButton(tr("No outline"), "", this);
    buttons->addWidget(around);
    buttons->addWidget(m_noOutline);
    column.addLayout(buttons);
    connect(around, &QPushButton::clicked, &m_desk, &PlanDesk::drawOutlineAround);
    connect(m_noOutline, &QPushButton::clicked, this, [this] { m_desk.setOutline({}); });
}

void PlanProperties::applyPalette()
{
    m_colours->applyPalette();
    showLists();
}

void PlanProperties::buildTraits(QVBoxLayout& column)
{
    const QString names[] = {tr("Wheelchair place"), tr("Companion's seat"), tr("Restricted view")};
    for (int i = 0; i < 3; ++i) {
        m_traits[i] = new QCheckBox{names[i], this};
        m_traits[i]->setMinimumHeight(kTarget);
        column.addWidget(m_traits[i]);
        connect(m_traits[i], &QCheckBox::clicked, this,
                [this, i](bool on) { m_desk.setTrait(kShownTraits[i], on); });
    }
}

void PlanProperties::buildNumbering(QVBoxLayout& column)
{
    QFormLayout* form = section(column, tr("Number the seats"));
    m_pattern = new QComboBox{this};
    m_pattern->addItems(
        {tr("1 2 3 4"), tr("Odd or even: 1 3 5"), tr("From the middle: 3 1 2 4"), tr("A B C D")});
    addField(*form, tr("How"), m_pattern, this);
    m_start = new QSpinBox{this};
    m_start->setRange(0, 99'999);
    m_start->setValue(1);
    addField(*form, tr("From"), m_start, this);
    m_skipped = new QLineEdit{this};
    m_skipped->setPlaceholderText(tr("13, 113"));
    addField(*form, tr("Leave out"), m_skipped, this);
    m_rightToLeft = new QCheckBox{tr("The last seat is the first"), this};
    m_rightToLeft->setMinimumHeight(kTarget);
    column.addWidget(m_rightToLeft);
    auto* number = makeButton(tr("Number them"), "", this);
    column.addWidget(number);
    connect(number, &QPushButton::clicked, this, [this] {
        SeatNumbering rule;
        rule.pattern = m_pattern->currentIndex() == 2 ? SeatNumbering::Pattern::FromMiddle
                                                      : SeatNumbering::Pattern::Counting;
        rule.step = m_pattern->currentIndex() == 1 ? 2 : 1;
        rule.letters = m_pattern->currentIndex() == 3;
        rule.start = m_start->value();
        rule.rightToLeft = m_rightToLeft->isChecked();
        rule.skipped = numbersIn(m_skipped->text());
        m_desk.renumber(rule);
    });
}

void PlanProperties::buildRows(QVBoxLayout& column)
{
    QFormLayout* form = section(column, tr("Name the rows"));
    m_rowKind = new QComboBox{this};
    m_rowKind->addItems({tr("A B C"), tr("A B C without I and O"), tr("1 2 3"), tr("I II III")});
    addField(*form, tr("Rows"), m_rowKind, this);
    m_rowStart = new QSpinBox{this};
    m_rowStart->setRange(1, 9'999);
    addField(*form, tr("Begin with place"), m_rowStart, this);
    m_rowsBackwards = new QCheckBox{tr("The last row is the first"), this};
    m_rowsBackwards->setMinimumHeight(kTarget);
    column.addWidget(m_rowsBackwards);
    auto* name = makeButton(tr("Name them"), "", this);
    column.addWidget(name);
    connect(name, &QPushButton::clicked, this, [this] {
        m_desk.nameRows({.kind = static_cast<RowNaming::Kind>(m_rowKind->currentIndex()),
                         .start = m_rowStart->value(),
                         .backwards = m_rowsBackwards->isChecked(),
                         .skipped = {}});
    });
}

void PlanProperties::buildArranging(QVBoxLayout& column)
{
    QFormLayout* form = section(column, tr("Arrange"));
    m_bow = lengthField(tr("Bend the row by"), -1000, 1000, 0, this);
    addField(*form, tr("Bend the row by"), m_bow, this);
    m_spacing = lengthField(tr("Distance of seats"), 1, 1000, 24, this);
    addField(*form, tr("Distance of seats"), m_spacing, this);
    connect(m_spacing, &QDoubleSpinBox::valueChanged, this, [this](double spacing) {
        m_desk.manner().spacing = static_cast<float>(spacing); // of rows to be drawn, too
    });
    auto* buttons = new FlowLayout{kInside};
    const auto add = [&](const QString& words, const std::function<void()>& act) {
        auto* button = makeButton(words, "quiet", this);
        connect(button, &QPushButton::clicked, this, act);
        buttons->addWidget(button);
    };
    add(tr("Bend"), [this] { m_desk.bend(static_cast<float>(m_bow->value())); });
    add(tr("Space"), [this] { m_desk.space(static_cast<float>(m_spacing->value())); });
    add(tr("Left"), [this] { m_desk.align(Alignment::Left); });
    add(tr("Centre"), [this] { m_desk.align(Alignment::CentreAcross); });
    add(tr("Right"), [this] { m_desk.align(Alignment::Right); });
    add(tr("Top"), [this] { m_desk.align(Alignment::Top); });
    add(tr("Middle"), [this] { m_desk.align(Alignment::CentreDown); });
    add(tr("Bottom"), [this] { m_desk.align(Alignment::Bottom); });
    add(tr("Spread across"), [this] { m_desk.distribute(PlanAxis::Horizontal); });
    add(tr("Spread down"), [this] { m_desk.distribute(PlanAxis::Vertical); });
    add(tr("Mirror across"), [this] { m_desk.mirror(PlanAxis::Horizontal); });
    add(tr("Mirror down"), [this] { m_desk.mirror(PlanAxis::Vertical); });
    add(tr("Turn 15°"), [this] { m_desk.rotate(15); });
    add(tr("Turn back 15°"), [this] { m_desk.rotate(-15); });
    add(tr("Aisle behind"), [this] { m_desk.openAisle(); });
    add(tr("Seat behind"), [this] { m_desk.addSeatBehind(); });
    add(tr("Whole rows"), [this] { m_desk.selectRows(); });
    add(tr("Whole sections"), [this] { m_desk.selectSections(); });
    add(tr("Same category"), [this] { m_desk.selectCategory(); });
    column.addLayout(buttons);
}

void PlanProperties::buildDrawing(QVBoxLayout& column)
{
    QFormLayout* form = section(column, tr("Drawing"));
    m_chairs = new QSpinBox{this};
    m_chairs->setRange(1, 60);
    m_chairs->setValue(static_cast<int>(m_desk.manner().chairs));
    addField(*form, tr("Chairs at a new table"), m_chairs, this);
    auto* round = new QCheckBox{tr("New tables are round"), this};
    round->setMinimumHeight(kTarget);
    round->setChecked(m_desk.manner().roundTables);
    column.addWidget(round);
    connect(round, &QCheckBox::toggled, this,
            [this](bool isRound) { m_desk.manner().roundTables = isRound; });
    m_grid = lengthField(tr("Grid"), 0, 500, m_desk.manner().grid, this);
    m_grid->setSpecialValueText(tr("none"));
    addField(*form, tr("Grid"), m_grid, this);
    connect(m_chairs, &QSpinBox::valueChanged, this,
            [this](int chairs) { m_desk.manner().chairs = static_cast<std::size_t>(chairs); });
    connect(m_grid, &QDoubleSpinBox::valueChanged, this, [this](double grid) {
        m_desk.manner().grid = static_cast<float>(grid);
        Q_EMIT m_desk.selectionChanged(); // the canvas draws the grid
    });
}

void PlanProperties::editLabel()
{
    m_label->setFocus(Qt::OtherFocusReason);
    m_label->selectAll();
}

void PlanProperties::addCategory()
{
    const QString name = m_newCategory->text().trimmed();
    if (name.isEmpty()) {
        return;
    }
    const std::size_t place = m_desk.drawing().categories.size();
    m_desk.setCategoryNamed(std::nullopt, name, categoryColour(place).name());
    if (m_desk.drawing().categories.size() > place) {
        m_newCategory->clear();
        m_desk.setCategory(static_cast<std::uint32_t>(place));
    }
}

void PlanProperties::addSection()
{
    const QString name = m_newSection->text().trimmed();
    if (!name.isEmpty()) {
        m_newSection->clear();
        m_desk.addSection(name);
        m_desk.setSection(m_desk.drawing().sections.back()->key);
    }
}

void PlanProperties::showLists()
{
    const QSignalBlocker noCategory{m_category};
    const QSignalBlocker noSection{m_section};
    m_category->clear();
    for (const PlanCategory& category : m_desk.drawing().categories) {
        const auto place = static_cast<std::uint32_t>(m_category->count());
        m_category->addItem(PlanCategoryColours::markOf(text(category.colour), place),
                            text(category.name));
    }
    m_section->clear();
    for (const auto& section : m_desk.drawing().sections) {
        const QString name = text(section->section.label);
        m_section->addItem(name.isEmpty() ? tr("(without a name)") : name);
    }
    showSelected();
}

void PlanProperties::showSelected()
{
    const KeySet& selected = m_desk.selection();
    m_what->setText(m_desk.selectionText());
    const DrawnRow* row = nullptr;
    const DrawnSeat* seat = nullptr;
    for (const auto& each : m_desk.drawing().rows) {
        for (const DrawnSeat& candidate : each->seats) {
            if (seat == nullptr && selected.has(candidate.key)) {
                row = each.get();
                seat = &candidate;
            }
        }
    }
    const StandingArea* area = nullptr;
    for (const auto& each : m_desk.drawing().areas) {
        area = selected.has(each->key) ? &each->area : area;
    }
    const PlanShape* shape = nullptr;
    for (const auto& each : m_desk.drawing().shapes) {
        shape = selected.has(each->key) ? &each->shape : shape;
    }
    const Section* outlined = nullptr;
    for (const auto& each : m_desk.drawing().sections) {
        outlined = selected.has(each->key) ? &each->section : outlined;
    }
    m_label->setText(row != nullptr            ? text(row->label)
                         : area != nullptr     ? text(area->label)
                         : shape != nullptr    ? text(shape->text)
                         : outlined != nullptr ? text(outlined->label)
                                               : QString{});
    m_label->setEnabled(row != nullptr || area != nullptr || shape != nullptr ||
                        outlined != nullptr);
    m_number->setText(seat != nullptr ? text(seat->number) : QString{});
    m_number->setEnabled(seat != nullptr && selected.size() == 1);
    m_capacity->setEnabled(area != nullptr);
    m_capacity->setValue(area != nullptr ? static_cast<int>(area->capacity) : 1);
    const std::uint32_t category = seat != nullptr ? seat->category
        : area != nullptr                          ? area->category
                                                   : m_desk.manner().category;
    m_category->setCurrentIndex(static_cast<int>(category));
    m_colours->show(category);
    const auto& sections = m_desk.drawing().sections;
    for (std::size_t i = 0; i < sections.size(); ++i) {
        if (sections[i]->key == m_desk.sectionInHand()) {
            m_section->setCurrentIndex(static_cast<int>(i));
            m_noOutline->setEnabled(!sections[i]->section.outline.empty());
        }
    }
    for (int i = 0; i < 3; ++i) {
        m_traits[i]->setEnabled(seat != nullptr);
        m_traits[i]->setChecked(seat != nullptr && seat->has(kShownTraits[i]));
    }
}

} // namespace foyer::ui
