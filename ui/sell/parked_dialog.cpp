// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/sell/parked_dialog.h"

#include "core/domain/sales/order_code.h"
#include "ui/common/error_text.h"
#include "ui/common/formatting.h"
#include "ui/common/held_text.h"
#include "ui/common/icons.h"
#include "ui/common/parts.h"
#include "ui/common/theme.h"

#include <QKeyEvent>
#include <QListWidget>
#include <QPointer>
#include <QVBoxLayout>

namespace foyer::ui {
namespace {

std::vector<HoldId> idsOf(const HeldBack& held)
{
    std::vector<HoldId> ids;
    for (const StoredHold& hold : held.holds) {
        ids.push_back(hold.id);
    }
    return ids;
}

QString rowText(const ParkedCarts& parked, const HeldBack& cart)
{
    const StoredHold& first = cart.first();
    const std::string zone = zoneOf(parked.offers, first.performance);
    QStringList above{heldTitle(cart)};
    if (cart.price) {
        above << moneyText(*cart.price);
    }
    above << ParkedDialog::tr("parked %1").arg(timeText(first.placedAt, zone));
    return above.join(QStringLiteral(" · ")) + QLatin1Char{'\n'} +
        placesInWords(parked.offers, cart) + QStringLiteral(" · ") +
        eveningText(parked.offers, first.performance);
}

} // namespace

ParkedDialog::ParkedDialog(SellPort& port, QWidget* parent)
    : QDialog{parent}, m_port{port}, m_list{new QListWidget{this}},
      m_hint{makeLabel({}, "muted", this)}, m_back{makeButton(tr("Back"), "", this)},
      m_resume{makeButton(tr("Bring back"), "primary", this)}, m_letGo{makeButton(tr("Let go"), "",
                                                                                  this)}
{
    setWindowTitle(tr("Parked carts"));
    setMinimumSize(560, 400);
    auto* column = new QVBoxLayout{this};
    column->setContentsMargins(kAround, kAround, kAround, kAround);
    column->setSpacing(kInside);
    column->addWidget(makeLabel(tr("Parked carts"), "title", this));
    m_hint->setWordWrap(true);
    column->addWidget(m_hint);
    m_list->setAccessibleName(tr("Parked carts"));
    m_list->setWordWrap(true);
    column->addWidget(m_list, 1);
    auto* buttons = new QHBoxLayout;
    setButtonIcon(m_letGo, QStringLiteral("trash-2"));
    m_resume->setDefault(true);
    m_resume->setMinimumWidth(160);
    buttons->addWidget(m_back);
    buttons->addWidget(m_letGo);
    buttons->addStretch();
    buttons->addWidget(m_resume);
    column->addLayout(buttons);
    connect(m_back, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_resume, &QPushButton::clicked, this, &ParkedDialog::accept);
    connect(m_letGo, &QPushButton::clicked, this, &ParkedDialog::letOneGo);
    connect(m_list, &QListWidget::itemDoubleClicked, this, &ParkedDialog::accept);
    connect(m_list, &QListWidget::currentRowChanged, this, [this] {
        m_isSure = false;
        m_letGo->setText(tr("Let go"));
        m_letGo->setAccessibleName(m_letGo->text());
    });
    m_list->setFocus();
    reload();
}

void ParkedDialog::reload()
{
    m_hint->setText(tr("Loading…"));
    m_resume->setEnabled(false);
    m_letGo->setEnabled(false);
    m_port.parkedCarts([self = QPointer{this}](const Result<ParkedCarts>& parked) {
        if (self) {
            self->show(parked);
        }
    });
}

void ParkedDialog::show(const Result<ParkedCarts>& parked)
{
    m_list->clear();
    m_parked = parked ? *parked : ParkedCarts{};
    for (const HeldBack& cart : m_parked.carts) {
        m_list->addItem(rowText(m_parked, cart));
    }
    const bool any = !m_parked.carts.empty();
    m_resume->setEnabled(any);
    m_letGo->setEnabled(any);
    m_list->setCurrentRow(any ? 0 : -1);
    if (!parked) {
        m_hint->setText(errorText(parked.error()));
    } else {
        m_hint->setText(any ? tr("Enter brings the chosen one back into the cart. Its places are "
                                 "kept until then.")
                            : tr("No cart is parked. When a customer needs a moment, F7 puts the "
                                 "cart aside and keeps its places."));
    }
}

const HeldBack* ParkedDialog::current() const
{
    const int row = m_list->currentRow();
    return row >= 0 && row < static_cast<int>(m_parked.carts.size())
        ? &m_parked.carts[static_cast<std::size_t>(row)]
        : nullptr;
}

void ParkedDialog::accept()
{
    if (const HeldBack* cart = current()) {
        Q_EMIT chosen(idsOf(*cart));
        QDialog::accept();
    }
}

void ParkedDialog::letOneGo()
{
    const HeldBack* cart = current();
    if (cart == nullptr) {
        return;
    }
    if (!m_isSure) { // what it does is said on the button that does it
        m_isSure = true;
        m_letGo->setText(tr("Free its %n places", nullptr, static_cast<int>(cart->places())));
        m_letGo->setAccessibleName(m_letGo->text());
        return;
    }
    m_port.letGo(idsOf(*cart), [self = QPointer{this}](const Result<bool>& done) {
        if (!self) {
            return;
        }
        if (!done) {
            self->m_hint->setText(errorText(done.error()));
            return;
        }
        Q_EMIT self->letGo();
        self->reload();
    });
}

void ParkedDialog::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Delete) {
        letOneGo();
        return;
    }
    QDialog::keyPressEvent(event);
}

} // namespace foyer::ui
