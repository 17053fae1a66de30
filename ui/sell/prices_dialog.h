// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/domain/pricing/quote.h"
#include "core/domain/sales/cart.h"
#include "ui/common/field.h"

#include <QDialog>

#include <optional>

class QComboBox;
class QLineEdit;
class QPushButton;

namespace foyer::ui {

class SellPresenter;

/// What a cart costs otherwise than by the list: a promo code, a discount or complimentary tickets
/// with the reason, a donation on top. Closes when the counter has priced the cart so; until then
/// everything typed stays.
class PricesDialog final : public QDialog {
    Q_OBJECT

public:
    explicit PricesDialog(SellPresenter& presenter, QWidget* parent = nullptr);

private:
    void fill();
    void showKind();
    void apply();
    void priced(const Result<Quote>& quote);
    Currency currency() const;
    /// What the fields say of the price by hand; none where tickets cost what is listed. False
    /// where something is missing, which is said.
    bool readByHand(std::optional<HandReduction>& byHand) const;
    bool readDonation(std::int64_t& minor) const;

    SellPresenter& m_presenter;
    QLineEdit* m_code;
    QComboBox* m_kind;
    QComboBox* m_which;
    QLineEdit* m_value;
    QLineEdit* m_reason;
    QLineEdit* m_donation;
    QPushButton* m_use;
    FieldFault m_codeFault;
    FieldFault m_valueFault;
    FieldFault m_reasonFault;
    FieldFault m_donationFault;
};

} // namespace foyer::ui
