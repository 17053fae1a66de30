// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/events/fee_panel.h"

#include "ui/common/error_text.h"
#include "ui/common/formatting.h"
#include "ui/common/icons.h"
#include "ui/common/parts.h"
#include "ui/common/theme.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QListWidget>
#include <QPointer>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace foyer::ui {
namespace {

constexpr int kFeeRow = 45;
constexpr int kFeeRowsSeen = 4;

} // namespace

FeePanel::FeePanel(EventsPresenter& presenter, QWidget* parent)
    : QFrame{parent}, m_presenter{presenter}
{
    setProperty("role", "panel");
    auto* column = new QVBoxLayout{this};
    column->setContentsMargins(kBetween, kBetween, kBetween, kBetween);
    column->setSpacing(kInside);
    column->addWidget(makeLabel(tr("Fees"), "section", this));
    m_list = new QListWidget{this};
    m_list->setAccessibleName(tr("Fees"));
    column->addWidget(m_list);
    m_toggle = makeButton(tr("Do not charge it any more"), "", this);
    column->addWidget(m_toggle, 0, Qt::AlignLeft);
    auto* row = new QHBoxLayout;
    row->setSpacing(kInside);
    m_name = new QLineEdit{this};
    m_name->setAccessibleName(tr("A new fee"));
    m_name->setPlaceholderText(tr("Booking fee"));
    m_amount = new QLineEdit{this};
    m_amount->setAccessibleName(tr("Amount"));
    m_amount->setPlaceholderText(m_amount->accessibleName());
    m_per = new QComboBox{this};
    m_per->setAccessibleName(tr("Charged"));
    m_per->addItems({tr("Per order"), tr("Per ticket")});
    for (QLineEdit* field : {m_name, m_amount}) {
        field->setMinimumHeight(kTarget);
        row->addWidget(field, field == m_name ? 2 : 1);
    }
    m_per->setMinimumHeight(kTarget);
    row->addWidget(m_per);
    auto* add = makeButton(tr("Add fee"), "", this);
    setButtonIcon(add, QStringLiteral("plus"));
    row->addWidget(add);
    column->addLayout(row);
    auto* sentence = makeLabel({}, "fault", this);
    sentence->setWordWrap(true);
    sentence->hide();
    column->addWidget(sentence);
    m_fault = {m_amount, sentence};
    connect(add, &QPushButton::clicked, this, &FeePanel::add);
    connect(m_amount, &QLineEdit::returnPressed, this, &FeePanel::add);
    connect(m_toggle, &QPushButton::clicked, this, &FeePanel::toggle);
    connect(m_list, &QListWidget::currentRowChanged, this, [this] {
        const Fee* fee = current();
        m_toggle->setText(fee != nullptr && fee->isOff ? tr("Charge it again")
                                                       : tr("Do not charge it any more"));
        m_toggle->setAccessibleName(m_toggle->text());
    });
}

const Fee* FeePanel::current() const
{
    const EventView* view = m_presenter.view();
    const auto row = static_cast<std::size_t>(m_list->currentRow());
    return view != nullptr && row < view->fees.size() ? &view->fees[row] : nullptr;
}

void FeePanel::present(const EventView& view, bool isOther)
{
    if (isOther) {
        m_name->clear();
        m_amount->clear();
        m_fault.clear();
    }
    const int before = m_list->currentRow();
    m_list->clear();
    for (const Fee& fee : view.fees) {
        const QString amount = moneyText(Money{fee.amount, view.currency});
        const QString words =
            fee.per == Fee::Per::Order ? tr("%1 · %2 per order") : tr("%1 · %2 per ticket");
        QString line = words.arg(isolated(text(fee.name)), amount);
        if (fee.isOff) {
            line = tr("%1 · not charged").arg(line);
        }
        new QListWidgetItem{line, m_list};
    }
    m_list->setCurrentRow(std::clamp(before, 0, std::max(0, m_list->count() - 1)));
    m_list->setVisible(m_list->count() > 0);
    m_toggle->setVisible(m_list->count() > 0);
    m_list->setFixedHeight(kInside + kFeeRow * std::clamp(m_list->count(), 1, kFeeRowsSeen));
}

void FeePanel::toggle()
{
    if (const Fee* fee = current()) {
        m_presenter.edit(ChangeFee{fee->id, {.isOff = !fee->isOff}});
    }
}

void FeePanel::add()
{
    const EventView* view = m_presenter.view();
    if (view == nullptr) {
        return;
    }
    const auto amount = parseMoney(m_amount->text().trimmed().toStdString(), view->currency);
    if (!amount) {
        m_fault.say(errorText(amount.error()));
        return;
    }
    const NewFee fee{{.name = m_name->text().trimmed().toStdString(),
                      .per = m_per->currentIndex() == 0 ? Fee::Per::Order : Fee::Per::Ticket,
                      .amount = amount->minor()}};
    m_presenter.edit(fee, [this, self = QPointer{this}](const std::optional<Error>& refusal) {
        if (!self) {
            return;
        }
        if (refusal) {
            m_fault.say(errorText(*refusal));
            return;
        }
        m_fault.clear();
        m_name->clear();
        m_amount->clear();
        m_name->setFocus();
    });
}

} // namespace foyer::ui
