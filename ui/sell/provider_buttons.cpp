// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/sell/provider_buttons.h"

#include "ui/common/icons.h"
#include "ui/common/parts.h"
#include "ui/common/payment_text.h"
#include "ui/common/theme.h"
#include "ui/sell/sell_presenter.h"

#include <QHBoxLayout>

namespace foyer::ui {

ProviderButtons::ProviderButtons(SellPresenter& presenter, QWidget* parent) : QWidget{parent}
{
    auto* row = new QHBoxLayout{this};
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(kInside);
    const auto add = [&](PaymentMethod method, const QString& words, const char* sign) {
        auto* button = makeButton(words, "", this);
        button->setAccessibleName(methodText(method));
        setButtonIcon(button, QLatin1String{sign});
        row->addWidget(button, 1);
        connect(button, &QPushButton::clicked, &presenter,
                [&presenter, method] { presenter.startPayment(method); });
        return button;
    };
    // The keys are of the page: here their names would take the room of the words.
    add(PaymentMethod::Online, methodText(PaymentMethod::Online), "smartphone")
        ->setToolTip(tr("On the customer's phone (Shift+F9)"));
    add(PaymentMethod::Reader, tr("Reader"), "credit-card")
        ->setToolTip(tr("At a card reader (Shift+F10)"));
    hide(); // until it is known that the house has some
}

} // namespace foyer::ui
