// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/clock.h"

#include <QWidget>

#include <optional>
#include <string>
#include <vector>

class QComboBox;
class QDateTimeEdit;

namespace foyer::ui {

/// Until when places are kept: a choice of what is usual, or any other time, in the time zone of
/// the performance.
class ReleaseField final : public QWidget {
    Q_OBJECT

public:
    explicit ReleaseField(QWidget* parent);

    /// Offers times from now on; those before the start where there is one, and `startsAt` is to
    /// come. The first one that is later than now is chosen, or the time given.
    void offer(Instant now, std::optional<Instant> startsAt, const std::string& zone,
               std::optional<Instant> chosen = std::nullopt);
    /// Nothing: until somebody lets go.
    std::optional<Instant> until() const;
    /// What is chosen, in words.
    QString words() const;
    QComboBox* choice() { return m_choice; }

Q_SIGNALS:
    void changed();

private:
    struct Usual {
        QString words;
        std::optional<Instant> at;
    };
    void showOther();

    QComboBox* m_choice;
    QDateTimeEdit* m_other;
    std::vector<Usual> m_usual; ///< in the order of the choice; after them comes any other time
    std::string m_zone = "UTC";
};

} // namespace foyer::ui
