// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/common/field.h"
#include "ui/settings/gates_port.h"

#include <QDialog>

#include <optional>

class QCheckBox;
class QLineEdit;
class QListWidget;

namespace foyer::ui {

/// Says whom a gate lets in, and when. Stays open, with all that was typed, when it is refused.
class GateDialog final : public QDialog {
    Q_OBJECT

public:
    /// `shown` has what the rules may name; `gate` is the one to change, or nothing for a new one.
    GateDialog(GatesPort& port, const GatesShown& shown, const std::optional<Gate>& gate,
               QWidget* parent);

Q_SIGNALS:
    void saved();

private:
    void fill();
    /// Minutes from a field; nothing where it is empty. False, and said at the field, where it is
    /// no number.
    bool readMinutes(const QLineEdit& field, const FieldFault& fault,
                     std::optional<std::int64_t>& minutes) const;
    void save();
    void showRefusal(const Error& error);

    GatesPort& m_port;
    Gate m_gate;
    QLineEdit* m_name;
    QListWidget* m_types;
    QListWidget* m_categories;
    QLineEdit* m_opens;
    QLineEdit* m_closes;
    QCheckBox* m_reentry;
    FieldFault m_nameFault;
    FieldFault m_opensFault;
    FieldFault m_closesFault;
};

} // namespace foyer::ui
