// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/in_and_out/column_panel.h"

#include "ui/common/formatting.h"
#include "ui/common/parts.h"
#include "ui/common/theme.h"
#include "ui/in_and_out/import_text.h"

#include <QComboBox>
#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>

namespace foyer::ui {
namespace {

constexpr int kHeaderWidth = 180;
constexpr int kFieldWidth = 240;
constexpr std::size_t kSamples = 3;

QString samplesOf(const OrderFilesShown& table, std::size_t column)
{
    QStringList samples;
    for (const TableRow& row : table.first) {
        const QString cell =
            column < row.cells.size() ? text(row.cells[column]).simplified() : QString{};
        if (!cell.isEmpty() && samples.size() < static_cast<qsizetype>(kSamples)) {
            samples += isolated(cell);
        }
    }
    return samples.join(QStringLiteral(" · "));
}

} // namespace

ColumnPanel::ColumnPanel(QWidget* parent) : QWidget{parent}, m_more{makeButton({}, "quiet", this)}
{
    auto* column = new QVBoxLayout{this};
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(kInside);
    column->addWidget(m_more, 0, Qt::AlignLeft);
    connect(m_more, &QPushButton::clicked, this, &ColumnPanel::showRest);
}

void ColumnPanel::setTable(const OrderFilesShown& table)
{
    delete m_content;
    m_columns.clear();
    m_content = new QWidget{this};
    m_grid = new QGridLayout{m_content};
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setSpacing(kInside);
    m_grid->setColumnStretch(1, 1);
    m_grid->addWidget(makeLabel(tr("Column"), "muted", m_content), 0, 0);
    m_grid->addWidget(makeLabel(tr("In the first rows"), "muted", m_content), 0, 1);
    m_grid->addWidget(makeLabel(tr("Says"), "muted", m_content), 0, 2);
    for (std::size_t i = 0; i < table.headers.size(); ++i) {
        addColumn(table, i);
    }
    // Of a table of which nothing is known all columns are to be looked at.
    const bool isKnown =
        std::ranges::any_of(m_columns, [](const Column& each) { return !each.isRest; });
    int rest = 0;
    for (Column& each : m_columns) {
        each.isRest = each.isRest && isKnown;
        rest += each.isRest ? 1 : 0;
        for (QWidget* widget : {static_cast<QWidget*>(each.header), each.samples,
                                static_cast<QWidget*>(each.field)}) {
            widget->setVisible(!each.isRest);
        }
    }
    m_more->setText(tr("Show %n more column(s)", nullptr, rest));
    m_more->setAccessibleName(m_more->text());
    m_more->setVisible(rest > 0);
    static_cast<QVBoxLayout*>(layout())->insertWidget(0, m_content);
}

void ColumnPanel::addColumn(const OrderFilesShown& table, std::size_t column)
{
    const QString header = table.headers[column].empty() ? tr("Column %1").arg(column + 1)
                                                         : isolated(text(table.headers[column]));
    auto* name = makeLabel(header, "", m_content);
    name->setWordWrap(true);
    name->setMinimumWidth(kHeaderWidth);
    auto* samples = new ElidedLabel{"muted", m_content};
    samples->setWhole(samplesOf(table, column));
    auto* field = new QComboBox{m_content};
    field->setMinimumHeight(kTarget);
    field->setMinimumWidth(kFieldWidth);
    field->setAccessibleName(tr("What the column “%1” says").arg(header));
    field->setAccessibleDescription(samplesOf(table, column));
    field->addItem(tr("nothing that is needed"), QString{});
    for (const std::string& each : table.fields) {
        field->addItem(orderFieldText(each), text(each));
    }
    const auto part = std::ranges::find(table.proposed.parts, column, &ColumnMapping::Part::column);
    const bool isProposed = part != table.proposed.parts.end();
    if (isProposed) {
        field->setCurrentIndex(field->findData(text(part->field)));
    }
    field->setFocusPolicy(Qt::StrongFocus);
    field->installEventFilter(this);
    name->setBuddy(field);
    const int row = static_cast<int>(column) + 1;
    m_grid->addWidget(name, row, 0);
    m_grid->addWidget(samples, row, 1);
    m_grid->addWidget(field, row, 2);
    m_columns.push_back({name, samples, field, !isProposed});
    connect(field, &QComboBox::currentIndexChanged, this, &ColumnPanel::changed);
}

bool ColumnPanel::eventFilter(QObject* watched, QEvent* event)
{
    const auto* field = qobject_cast<const QWidget*>(watched);
    if (event->type() == QEvent::Wheel && field != nullptr && !field->hasFocus()) {
        event->ignore();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

void ColumnPanel::showRest()
{
    QComboBox* first = nullptr;
    for (Column& each : m_columns) {
        if (each.isRest) {
            first = first == nullptr ? each.field : first;
            each.isRest = false;
            each.header->show();
            each.samples->show();
            each.field->show();
        }
    }
    m_more->hide();
    if (first != nullptr) {
        first->setFocus();
    }
}

ColumnMapping ColumnPanel::mapping() const
{
    ColumnMapping mapping;
    for (std::size_t i = 0; i < m_columns.size(); ++i) {
        const QString field = m_columns[i].field->currentData().toString();
        if (!field.isEmpty()) {
            mapping.parts.push_back({field.toStdString(), i});
        }
    }
    return mapping;
}

} // namespace foyer::ui
