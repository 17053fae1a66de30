// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/prices/prices_port.h"

#include <QWidget>

#include <optional>

class QLabel;
class QListWidget;
class QVBoxLayout;

namespace foyer::ui {

/// What makes tickets cheaper in this house: promo codes, bundles and group rates.
class PricesPage final : public QWidget {
    Q_OBJECT

public:
    explicit PricesPage(PricesPort& port, QWidget* parent = nullptr);

    /// Asks for all of it again.
    void refresh();
    static QString keys();

protected:
    void showEvent(QShowEvent* event) override;

private:
    QWidget* buildCodes();
    QWidget* buildBundles();
    QVBoxLayout* panelColumn(QWidget* panel, const QString& title);
    void showState(const PricesState& state);
    void editCode(const std::optional<PromoCode>& code);
    void editBundle(const std::optional<Bundle>& bundle);
    void changeCode();
    void changeBundle();
    QString eventName(EventId id) const;
    QString codeText(const UsedCode& row) const;
    QString bundleText(const Bundle& bundle) const;

    PricesPort& m_port;
    PricesState m_state;
    QLabel* m_fault;
    QListWidget* m_codes = nullptr;
    QLabel* m_noCodes = nullptr;
    QListWidget* m_bundles = nullptr;
    QLabel* m_noBundles = nullptr;
};

} // namespace foyer::ui
