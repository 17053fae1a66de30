// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/sell/waiting_dialog.h"

#include "ui/common/error_text.h"
#include "ui/common/formatting.h"
#include "ui/common/parts.h"
#include "ui/common/theme.h"

#include <QComboBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QPointer>
#include <QSpinBox>
#include <QVBoxLayout>

namespace foyer::ui {
namespace {

constexpr int kPlacesMax = 1000;
constexpr int kPlacesUsual = 2;

} // namespace

WaitingDialog::WaitingDialog(SellPresenter& presenter, QWidget* parent)
    : QDialog{parent}, m_presenter{presenter}, m_name{new QLineEdit{this}},
      m_phone{new QLineEdit{this}}, m_email{new QLineEdit{this}}, m_count{new QSpinBox{this}},
      m_category{new QComboBox{this}}, m_join{makeButton(tr("Put on the list"), "primary", this)}
{
    setWindowTitle(tr("Waiting list"));
    setMinimumWidth(520);
    const Offer& offer = *presenter.current()->offer;
    auto* column = new QVBoxLayout{this};
    column->setContentsMargins(kAround, kAround, kAround, kAround);
    column->setSpacing(kInside);
    column->addWidget(makeLabel(tr("Waiting list"), "title", this));
    auto* what =
        makeLabel(isolated(text(offer.event.name)) + QStringLiteral(" · ") +
                      dayAndTimeText(offer.performance.startsAt, offer.performance.timeZone),
                  "muted", this);
    what->setWordWrap(true);
    column->addWidget(what);
    auto* form = new QFormLayout;
    form->setSpacing(kInside);
    for (const auto& [field, name] :
         {std::pair{m_name, tr("Name")}, {m_phone, tr("Telephone")}, {m_email, tr("Email")}}) {
        m_faults.push_back(addField(*form, name, field, this));
        connect(field, &QLineEdit::textEdited, this, &WaitingDialog::clearFaults);
    }
    m_count->setRange(1, kPlacesMax);
    m_count->setValue(kPlacesUsual);
    m_count->setButtonSymbols(QAbstractSpinBox::NoButtons);
    addField(*form, tr("Places"), m_count, this);
    m_category->addItem(tr("Any"));
    m_categories.emplace_back();
    for (const PriceCategory& category : offer.categories) {
        m_category->addItem(text(category.name));
        m_categories.push_back(category.id);
    }
    addField(*form, tr("Category"), m_category, this);
    column->addLayout(form);
    auto* hint = makeLabel(tr("First come, first served. When places come free, Held says who is "
                              "next and reserves for them with one press."),
                           "small", this);
    hint->setWordWrap(true);
    column->addWidget(hint);
    auto* buttons = new QHBoxLayout;
    auto* back = makeButton(tr("Back"), "", this);
    m_join->setObjectName(QStringLiteral("use"));
    m_join->setDefault(true);
    buttons->addWidget(back);
    buttons->addStretch();
    buttons->addWidget(m_join);
    column->addLayout(buttons);
    connect(back, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_join, &QPushButton::clicked, this, &WaitingDialog::accept);
    if (const auto& customer = presenter.customer()) {
        m_name->setText(text(customer->details.name));
        m_phone->setText(text(customer->details.phone));
        m_email->setText(text(customer->details.email));
    }
    m_name->setFocus();
}

void WaitingDialog::clearFaults()
{
    for (const FieldFault& fault : m_faults) {
        fault.clear();
    }
}

void WaitingDialog::showFault(const Error& error)
{
    clearFaults();
    m_faults[error.where == "phone" ? 1U : error.where == "email" ? 2U : 0U].say(errorText(error));
}

void WaitingDialog::accept()
{
    clearFaults();
    const CustomerDetails details{.name = m_name->text().trimmed().toStdString(),
                                  .email = m_email->text().trimmed().toStdString(),
                                  .phone = m_phone->text().trimmed().toStdString(),
                                  .note = {}};
    if (details.name.empty()) {
        showFault(badInput("customer_needed", tr("Say who waits.").toStdString(), "name"));
        return;
    }
    if (details.phone.empty() && details.email.empty()) {
        showFault(badInput(
            "customer_needed",
            tr("Say how to reach them: a telephone number or an email address.").toStdString(),
            "phone"));
        return;
    }
    m_join->setEnabled(false);
    m_presenter.joinWaitingList(
        details, m_count->value(),
        m_categories[static_cast<std::size_t>(std::max(m_category->currentIndex(), 0))],
        [this, self = QPointer{this}](const Result<WaitingId>& joined) {
            if (!self) {
                return;
            }
            m_join->setEnabled(true);
            if (joined) {
                QDialog::accept();
            } else {
                showFault(joined.error());
            }
        });
}

} // namespace foyer::ui
