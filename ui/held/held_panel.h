// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/held/held_model.h"

#include <QFrame>

#include <map>
#include <vector>

class QLabel;
class QListWidget;
class QPushButton;
class QSpinBox;
class QVBoxLayout;

namespace foyer::ui {

class FlowLayout;
class HeldAsk;

/// One of those that something is kept for: what, until when, and what can be done about it.
class HeldPanel final : public QFrame {
    Q_OBJECT

public:
    explicit HeldPanel(QWidget* parent);

    /// The same once more, unchanged, leaves what is ticked and asked as it is.
    void show(const HeldRow& row, const HeldSnapshot& snapshot);
    /// The places that are ticked or counted; all of them where none is.
    HeldPart part() const;
    /// The act that Enter means: to sell, to bring back, to open, to reserve.
    void actFirst();
    HeldAsk& question() { return *m_ask; }

Q_SIGNALS:
    void sellAsked();
    void letGoAsked(const foyer::HeldPart& part);
    void extendAsked(std::optional<foyer::Instant> until);
    void offerAsked(std::optional<foyer::Instant> until);
    void endAsked();

private:
    void showBack(const HeldBack& held, const Offers& offers);
    void showOrder(const WillCall& order);
    void showWaiting(const HeldRow& row, const Offers& offers);
    void addPlaces(const HeldBack& held, const Offers& offers);
    void fitPlaces();
    void clearPlaces();
    void showActs();
    void askLetGo();
    void askExtend();
    void askOffer();
    void offerTimes(PerformanceId performance);
    std::size_t partCount() const;

    QLabel* m_title;
    QLabel* m_about;
    QLabel* m_placesName;
    QListWidget* m_places;
    QVBoxLayout* m_counts; ///< a line for each category of places without a number
    std::map<CategoryId, QSpinBox*> m_standing;
    HeldAsk* m_ask;
    QWidget* m_acts;
    QPushButton* m_sell;
    QPushButton* m_extend;
    QPushButton* m_letGo;
    QPushButton* m_offer;
    QPushButton* m_end;
    HeldRow m_row;
    QString m_shown; ///< what is shown, to tell whether it has changed
    HeldSnapshot const* m_snapshot = nullptr;
};

} // namespace foyer::ui
