// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

class QFormLayout;
class QLabel;
class QString;
class QWidget;

namespace foyer::ui {

/// Fields of forms, and the sentence under the field that is wrong: never above the buttons, where
/// nobody sees which field is meant.
struct FieldFault {
    QWidget* field = nullptr;
    QLabel* sentence = nullptr;

    /// Shows the sentence, marks the field, tells it to screen readers and puts the keyboard there.
    void say(const QString& words) const;
    /// The same, and leaves the keyboard where it is: of a field that was left already.
    void tell(const QString& words) const;
    void clear() const;
};

/// A row of a form: its name, the field at least a finger high, and room for a fault below it.
FieldFault addField(QFormLayout& form, const QString& name, QWidget* field, QWidget* parent);

} // namespace foyer::ui
