// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/events/event_step.h"

#include "ui/common/parts.h"
#include "ui/common/theme.h"

#include <QFormLayout>
#include <QLineEdit>
#include <QVBoxLayout>

#include <utility>

namespace foyer::ui {

EventStep::EventStep(EventsPresenter& presenter, EventAsk& ask, const QString& title,
                     const QString& words, QWidget* parent)
    : QWidget{parent}, m_presenter{presenter}, m_ask{ask}, m_column{new QVBoxLayout{this}}
{
    m_column->setContentsMargins(0, 0, kBetween, kBetween);
    m_column->setSpacing(kInside);
    m_column->addWidget(makeLabel(title, "section", this));
    auto* hint = makeLabel(words, "muted", this);
    hint->setWordWrap(true);
    m_column->addWidget(hint);
    m_column->addSpacing(kInside);
    setAccessibleName(title);
}

void EventStep::show(const EventView& view)
{
    const bool isOther = m_shown != view.event.id;
    m_shown = view.event.id;
    present(view, isOther);
}

QFormLayout* EventStep::addForm()
{
    auto* form = new QFormLayout;
    form->setContentsMargins(0, 0, 0, 0);
    form->setHorizontalSpacing(kBetween);
    form->setVerticalSpacing(kInside);
    form->setRowWrapPolicy(QFormLayout::DontWrapRows);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    m_column->addLayout(form);
    return form;
}

SavedField::Save EventStep::saves(std::function<EventEdit(const QString&)> change)
{
    return [this, change = std::move(change)](const QString& words, SavedField::Done done) {
        m_presenter.edit(change(words), std::move(done));
    };
}

SavedField* EventStep::addLine(QFormLayout& form, const QString& name,
                               std::function<EventEdit(const QString&)> change)
{
    auto* line = new QLineEdit{this};
    return new SavedField{line, addField(form, name, line, this), saves(std::move(change))};
}

} // namespace foyer::ui
