// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/events/intake_telling.h"

#include "ui/common/formatting.h"
#include "ui/common/parts.h"
#include "ui/common/theme.h"

#include <QAccessible>
#include <QProgressBar>
#include <QVBoxLayout>

namespace foyer::ui {

IntakeTelling::IntakeTelling(QWidget* parent)
    : QWidget{parent}, m_bar{new QProgressBar{this}},
      m_progress{makeLabel({}, "muted", this)}, m_faults{makeLabel({}, "fault", this)}
{
    auto* column = new QVBoxLayout{this};
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(kInside);
    m_progress->setWordWrap(true);
    column->addWidget(m_progress);
    m_bar->setRange(0, 0); // nobody knows how long a picture takes
    m_bar->setTextVisible(false);
    m_bar->setAccessibleName(tr("A picture is being prepared"));
    column->addWidget(m_bar);
    m_faults->setWordWrap(true);
    column->addWidget(m_faults);
    tell({}, 0, {});
}

void IntakeTelling::tell(const QString& name, int waiting, const QStringList& faults)
{
    m_progress->setText(
        waiting > 0 ? tr("%1 is being prepared, %n wait(s).", nullptr, waiting).arg(isolated(name))
                    : tr("%1 is being prepared.").arg(isolated(name)));
    m_progress->setVisible(!name.isEmpty());
    m_bar->setVisible(!name.isEmpty());
    const QString sentences = faults.join(QStringLiteral("\n"));
    const bool isNew = !sentences.isEmpty() && sentences != m_faults->text();
    m_faults->setText(sentences);
    m_faults->setVisible(!sentences.isEmpty());
    setVisible(!name.isEmpty() || !sentences.isEmpty());
    if (isNew) {
        QAccessibleEvent event{m_faults, QAccessible::Alert};
        QAccessible::updateAccessibility(&event);
    }
}

} // namespace foyer::ui
