// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/sell/reserve_dialog.h"

#include "ui/common/error_text.h"
#include "ui/common/formatting.h"
#include "ui/common/parts.h"
#include "ui/common/release_field.h"
#include "ui/common/theme.h"

#include <QFormLayout>
#include <QLineEdit>
#include <QPointer>
#include <QVBoxLayout>

#include <algorithm>

namespace foyer::ui {

std::optional<Instant> firstStart(const SellPresenter& presenter)
{
    std::optional<Instant> first;
    for (const CartItem& item : presenter.cart().items) {
        if (const Offer* offer = presenter.offer(item.performance)) {
            const Instant start = offer->performance.startsAt;
            first = first ? std::min(*first, start) : start;
        }
    }
    return first;
}

std::string zoneOfCart(const SellPresenter& presenter)
{
    const auto& items = presenter.cart().items;
    const Offer* offer = items.empty() ? nullptr : presenter.offer(items.front().performance);
    return offer != nullptr ? offer->performance.timeZone : "UTC";
}

ReserveDialog::ReserveDialog(SellPresenter& presenter, const Clock& clock, QWidget* parent)
    : QDialog{parent}, m_presenter{presenter}, m_name{new QLineEdit{this}},
      m_phone{new QLineEdit{this}}, m_email{new QLineEdit{this}}, m_until{new ReleaseField{this}},
      m_fault{makeLabel({}, "fault", this)}, m_reserve{makeButton({}, "primary", this)}
{
    setWindowTitle(tr("Reserve"));
    setMinimumWidth(520);
    auto* column = new QVBoxLayout{this};
    column->setContentsMargins(kAround, kAround, kAround, kAround);
    column->setSpacing(kInside);
    const auto count = static_cast<int>(presenter.cart().items.size());
    column->addWidget(makeLabel(tr("Reserve %n places", nullptr, count), "title", this));
    auto* what = makeLabel(presenter.cartInWords(), "muted", this);
    what->setWordWrap(true);
    column->addWidget(what);
    auto* form = new QFormLayout;
    form->setSpacing(kInside);
    const auto& customer = presenter.customer();
    if (customer) {
        const CustomerDetails& details = customer->details;
        auto* who =
            makeLabel(text(details.name.empty() ? details.email : details.name), "section", this);
        who->setWordWrap(true);
        form->addRow(tr("For"), who);
        for (QLineEdit* field : {m_name, m_phone, m_email}) {
            field->hide();
        }
    } else {
        for (const auto& [field, name] :
             {std::pair{m_name, tr("Name")}, {m_phone, tr("Telephone")}, {m_email, tr("Email")}}) {
            m_faults.push_back(addField(*form, name, field, this));
            connect(field, &QLineEdit::textEdited, this, &ReserveDialog::clearFaults);
        }
    }
    m_until->offer(clock.now(), firstStart(presenter), zoneOfCart(presenter));
    addField(*form, tr("Kept until"), m_until, this);
    column->addLayout(form);
    auto* hint = makeLabel(tr("Nobody pays now. What is not picked up by then becomes free by "
                              "itself."),
                           "small", this);
    hint->setWordWrap(true);
    column->addWidget(hint);
    m_fault->setWordWrap(true);
    m_fault->hide();
    column->addWidget(m_fault);
    auto* buttons = new QHBoxLayout;
    auto* back = makeButton(tr("Back to the cart"), "", this);
    m_reserve->setText(tr("Reserve %n places", nullptr, count));
    m_reserve->setAccessibleName(m_reserve->text());
    m_reserve->setObjectName(QStringLiteral("use"));
    m_reserve->setDefault(true);
    buttons->addWidget(back);
    buttons->addStretch();
    buttons->addWidget(m_reserve);
    column->addLayout(buttons);
    connect(back, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_reserve, &QPushButton::clicked, this, &ReserveDialog::accept);
    customer ? m_until->setFocus() : m_name->setFocus();
}

void ReserveDialog::clearFaults()
{
    for (const FieldFault& fault : m_faults) {
        fault.clear();
    }
    m_fault->hide();
}

void ReserveDialog::showFault(const Error& error)
{
    clearFaults();
    const bool hasFields = !m_faults.empty();
    if (hasFields && (error.where == "customer" || error.where == "name")) {
        m_faults[0].say(errorText(error));
    } else if (hasFields && error.where == "phone") {
        m_faults[1].say(errorText(error));
    } else if (hasFields && error.where == "email") {
        m_faults[2].say(errorText(error));
    } else {
        m_fault->setText(errorText(error));
        m_fault->show();
    }
}

void ReserveDialog::accept()
{
    clearFaults();
    const CustomerDetails details{.name = m_name->text().trimmed().toStdString(),
                                  .email = m_email->text().trimmed().toStdString(),
                                  .phone = m_phone->text().trimmed().toStdString(),
                                  .note = {}};
    if (!m_presenter.customer() && details.name.empty()) {
        showFault(
            badInput("customer_needed",
                     tr("Say for whom the places are reserved: at least a name.").toStdString(),
                     "name"));
        return;
    }
    m_reserve->setEnabled(false); // once, however often Enter is pressed
    m_presenter.reserve(details, m_until->until(),
                        [this, self = QPointer{this}](const auto& reserved) {
                            if (!self) {
                                return;
                            }
                            m_reserve->setEnabled(true);
                            if (reserved) {
                                QDialog::accept();
                            } else {
                                showFault(reserved.error());
                            }
                        });
}

} // namespace foyer::ui
