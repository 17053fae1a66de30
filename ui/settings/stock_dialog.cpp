// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/settings/stock_dialog.h"

#include "ui/common/error_text.h"
#include "ui/common/formatting.h"
#include "ui/common/parts.h"
#include "ui/common/theme.h"

#include <QFormLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPointer>
#include <QPushButton>
#include <QVBoxLayout>

namespace foyer::ui {
namespace {

constexpr int kWidth = 480;

} // namespace

StockDialog::StockDialog(StockPort& port, StockShown stock, QWidget* parent)
    : QDialog{parent}, m_port{port}, m_stock{std::move(stock)},
      m_rights{new QLineEdit{QString::number(m_stock.keep.rights), this}},
      m_seats{new QLineEdit{QString::number(m_stock.keep.seats), this}}
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Kept for times without a network"));
    auto* column = new QVBoxLayout{this};
    column->setContentsMargins(kAround, kAround, kAround, kAround);
    column->setSpacing(kBetween);
    auto* title = makeLabel(isolated(text(m_stock.event)), "section", this);
    title->setWordWrap(true);
    column->addWidget(title);
    auto* words = makeLabel(tr("Each counter fetches so much while the server can be reached, and "
                               "sells from it when it cannot. What one counter keeps, the others "
                               "cannot sell: keep little of what is nearly sold out."),
                            "muted", this);
    words->setWordWrap(true);
    column->addWidget(words);
    auto* form = new QFormLayout;
    form->setRowWrapPolicy(QFormLayout::WrapAllRows);
    m_rightsFault = addField(*form, tr("Tickets of each quota"), m_rights, this);
    m_seatsFault = addField(*form, tr("Numbered seats of each performance"), m_seats, this);
    column->addLayout(form);
    auto* buttons = new QHBoxLayout;
    auto* cancel = makeButton(tr("Cancel"), "", this);
    m_save = makeButton(tr("Save"), "primary", this);
    m_save->setDefault(true);
    buttons->addStretch();
    buttons->addWidget(cancel);
    buttons->addWidget(m_save);
    column->addLayout(buttons);
    setMinimumWidth(kWidth);
    m_rights->selectAll();
    m_rights->setFocus();
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_save, &QPushButton::clicked, this, &StockDialog::save);
}

std::optional<std::int64_t> StockDialog::numberIn(QLineEdit* field, const FieldFault& fault)
{
    bool isNumber = false;
    const qlonglong number = field->text().trimmed().toLongLong(&isNumber);
    if (isNumber && number >= 0 && number <= OfflineStock::kMost) {
        fault.clear();
        return number;
    }
    fault.say(tr("Write a whole number, from 0 to %L1.").arg(OfflineStock::kMost));
    return std::nullopt;
}

void StockDialog::save()
{
    const auto seats = numberIn(m_seats, m_seatsFault);
    const auto rights = numberIn(m_rights, m_rightsFault);
    if (!seats || !rights) {
        return;
    }
    m_save->setEnabled(false);
    m_port.save({m_stock.keep.event, *rights, *seats},
                [self = QPointer{this}](const Result<bool>& saved) {
                    if (!self) {
                        return;
                    }
                    self->m_save->setEnabled(true);
                    if (!saved) {
                        const bool isOfSeats = saved.error().where == "seats";
                        (isOfSeats ? self->m_seatsFault : self->m_rightsFault)
                            .say(errorText(saved.error()));
                        return;
                    }
                    Q_EMIT self->saved();
                    self->accept();
                });
}

} // namespace foyer::ui
