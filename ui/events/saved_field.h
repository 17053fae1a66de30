// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/error.h"
#include "ui/common/field.h"

#include <QObject>
#include <QString>

#include <functional>
#include <optional>

class QLineEdit;
class QPlainTextEdit;

namespace foyer::ui {

/// A field that is saved when it is left, or by Enter. What is refused stays in it, with the
/// sentence below; what comes from elsewhere is shown, unless somebody is typing.
class SavedField final : public QObject {
    Q_OBJECT

public:
    using Done = std::function<void(const std::optional<Error>&)>;
    using Save = std::function<void(const QString& words, Done done)>;

    SavedField(QLineEdit* line, const FieldFault& fault, Save save);
    SavedField(QPlainTextEdit* area, const FieldFault& fault, Save save);

    /// The value as it is kept. `isOther`: of another event, so that what was typed is not for it.
    void present(const QString& kept, bool isOther);
    QString words() const;
    /// Saves what was typed and not saved yet.
    void flush();
    const FieldFault& fault() const { return m_fault; }

Q_SIGNALS:
    void typed();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void setWords(const QString& words);

    QLineEdit* m_line = nullptr;
    QPlainTextEdit* m_area = nullptr;
    FieldFault m_fault;
    Save m_save;
    QString m_kept;
    QString m_tried; ///< what was refused last, or is on its way
    bool m_isTried = false;
};

} // namespace foyer::ui
