// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/people/people_port.h"

#include <QWidget>

#include <map>
#include <string>
#include <vector>

class QComboBox;
class QFormLayout;

namespace foyer::ui {

/// What somebody may do in single events: a line for each event with the role there, and a choice
/// of one more event below.
class EventRolesField final : public QWidget {
    Q_OBJECT

public:
    EventRolesField(const PeopleList& known, const std::map<EventId, RoleId>& roles,
                    QWidget* parent);

    /// Those that differ from what was shown first, by the roles' names; empty: no role there.
    std::map<EventId, std::string> changes() const;

private:
    void addLine(EventId event, const QString& role);
    void fillChoice();

    const PeopleList& m_known;
    std::map<EventId, QString> m_before;
    std::map<EventId, QComboBox*> m_lines;
    QFormLayout* m_form;
    QComboBox* m_more;
};

} // namespace foyer::ui
