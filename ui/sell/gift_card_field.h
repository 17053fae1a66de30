// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/sell/sell_presenter.h"

#include <QWidget>

#include <optional>

class QLabel;
class QLineEdit;

namespace foyer::ui {

/// Takes the code of a gift card, typed or scanned, and says what the card is worth. It pays what
/// is due, or as much of it as it is worth.
class GiftCardField final : public QWidget {
    Q_OBJECT

public:
    explicit GiftCardField(SellPresenter& presenter, QWidget* parent = nullptr);

    void clear();
    /// Where the focus goes.
    QLineEdit* field() const { return m_code; }
    /// What it can pay; nothing while no card is known.
    std::optional<Money> balance() const;
    /// The payment of so much of what is due; nothing where it pays nothing.
    std::optional<Tender> tenderFor(Money due) const;
    /// Says how much of `due` it takes.
    void showTaken(Money due);
    void showFault(const QString& sentence);
    /// True where there is no code, or it is of a card that was found; else says what is missing.
    bool isReady();

Q_SIGNALS:
    /// A card is known, or no more.
    void changed();

private:
    void lookUp();
    void forget();

    SellPresenter& m_presenter;
    QLineEdit* m_code;
    QLabel* m_state;
    std::optional<GiftCard> m_card;
    int m_asked = 0; ///< only the answer to the last question counts
    bool m_asking = false;
};

} // namespace foyer::ui
