// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/common/field.h"

#include "ui/common/parts.h"
#include "ui/common/theme.h"

#include <QComboBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QStyle>
#include <QVBoxLayout>

namespace foyer::ui {
namespace {

void mark(QWidget* field, bool faulty)
{
    field->setProperty("faulty", faulty);
    field->style()->unpolish(field);
    field->style()->polish(field);
}

} // namespace

void FieldFault::tell(const QString& words) const
{
    sentence->setText(words);
    sentence->show();
    // A wrapped label asks for one line; its window would not grow and the lines would overlap.
    sentence->setMinimumHeight(sentence->heightForWidth(field->width()));
    field->setAccessibleDescription(words);
    mark(field, true);
}

void FieldFault::say(const QString& words) const
{
    tell(words);
    field->setFocus();
}

void FieldFault::clear() const
{
    sentence->hide();
    field->setAccessibleDescription({});
    mark(field, false);
}

FieldFault addField(QFormLayout& form, const QString& name, QWidget* field, QWidget* parent)
{
    auto* label = makeLabel(name, "", parent);
    label->setMinimumHeight(kTarget);
    label->setBuddy(field);
    form.setLabelAlignment(Qt::AlignLeft | Qt::AlignTop); // beside the field, not the fault
    field->setAccessibleName(name);
    field->setMinimumHeight(kTarget);
    if (const auto* choice = qobject_cast<QComboBox*>(field); choice && choice->lineEdit()) {
        choice->lineEdit()->setAccessibleName(name); // it is what has the focus
    }
    auto* sentence = makeLabel({}, "fault", parent);
    sentence->setWordWrap(true);
    sentence->hide();
    auto* column = new QVBoxLayout;
    column->setSpacing(kInside / 2);
    column->addWidget(field);
    column->addWidget(sentence);
    form.addRow(label, column);
    return {field, sentence};
}

} // namespace foyer::ui
