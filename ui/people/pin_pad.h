// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

class QLineEdit;

namespace foyer::ui {

/// A field for a password or PIN with keys to touch below it. Typing works as in any field; the
/// sixth touched digit enters the PIN by itself, for a PIN has six.
class PinPad final : public QWidget {
    Q_OBJECT

public:
    explicit PinPad(QWidget* parent = nullptr);

    QString secret() const;
    void clear();
    /// What the field is for, as screen readers say it.
    void setFieldName(const QString& name);

Q_SIGNALS:
    void entered();

private:
    void press(const QString& key);

    QLineEdit* m_field;
    bool m_touchedOnly = true; ///< nothing of what is in the field was typed
    bool m_touching = false;
};

} // namespace foyer::ui
