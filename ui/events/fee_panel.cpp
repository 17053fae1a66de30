// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/events/fee_panel.h"

#include "ui/common/error_text.h"
#include "ui/common/formatting.h"
#include "ui/common/icons.h"
#include "ui/common/parts.h"
#include "ui/common/theme.h"
#include "ui/events/event_words.h"

#include <QComboBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QListWidget>
#include <QPointer>
#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace foyer::ui {
namespace {

constexpr int kFeeRow = 45;
constexpr int kFeeRowsSeen = 4;

QString digitsOf(std::int64_t minor, Currency currency)
{
    return minor != 0 ? text(toPlainText(Money{minor, currency})) : QString{};
}

TaxId taxIn(const QComboBox& choice)
{
    const auto id = Uuid::fromText(choice.currentData().toString().toStdString());
    return id ? TaxId{*id} : TaxId{};
}

void offerTaxes(QComboBox& choice, const std::vector<Tax>& taxes, TaxId chosen)
{
    const QSignalBlocker quiet{&choice};
    choice.clear();
    choice.addItem(FeePanel::tr("No tax"), QString{});
    for (const Tax& tax : taxes) {
        choice.addItem(taxText(tax), text(tax.id.text()));
    }
    choice.setCurrentIndex(std::max(0, chosen.isNil() ? 0 : choice.findData(text(chosen.text()))));
}

/// "€2.00 + 5 %": what a fee comes to.
QString worthText(const Fee& fee, Currency currency)
{
    QStringList parts;
    if (fee.amount != 0 || fee.milliPercent == 0) {
        parts << moneyText(Money{fee.amount, currency});
    }
    if (fee.milliPercent != 0) {
        parts << FeePanel::tr("%1 % of the tickets").arg(shareText(fee.milliPercent));
    }
    return parts.join(QStringLiteral(" + "));
}

/// Nothing typed is nothing charged.
Result<std::int64_t> minorIn(const QString& words, Currency currency)
{
    if (words.trimmed().isEmpty()) {
        return std::int64_t{0};
    }
    const auto amount = parseMoney(words.trimmed().toStdString(), currency);
    return amount ? Result<std::int64_t>{amount->minor()} : amount.error();
}

std::int64_t shareOrNone(const QString& words)
{
    return words.trimmed().isEmpty() ? 0 : shareIn(words);
}

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
    m_chosen = buildChosen();
    column->addWidget(m_chosen);
    column->addWidget(buildNew());
    auto* sentence = makeLabel({}, "fault", this);
    sentence->setWordWrap(true);
    sentence->hide();
    column->addWidget(sentence);
    m_fault = {m_amount, sentence};
    connect(m_list, &QListWidget::currentRowChanged, this, [this] { showChosen(false); });
}

QComboBox* FeePanel::makePer(QWidget* parent)
{
    auto* per = new QComboBox{parent};
    per->setAccessibleName(tr("Charged"));
    per->addItems({tr("Per order"), tr("Per ticket")});
    per->setMinimumHeight(kTarget);
    return per;
}

QWidget* FeePanel::buildChosen()
{
    auto* chosen = new QWidget{this};
    auto* form = new QFormLayout{chosen};
    form->setContentsMargins(0, 0, 0, 0);
    form->setHorizontalSpacing(kBetween);
    const auto line = [&](const QString& name, auto save) {
        auto* field = new QLineEdit{chosen};
        return new SavedField{field, addField(*form, name, field, chosen), std::move(save)};
    };
    m_chosenName = line(tr("Name of the fee"), [this](const QString& words, SavedField::Done done) {
        change({.name = words.trimmed().toStdString()}, std::move(done));
    });
    m_chosenAmount =
        line(tr("Fixed amount"), [this](const QString& words, const SavedField::Done& done) {
            const EventView* view = m_presenter.view();
            if (view == nullptr) {
                return;
            }
            if (const auto minor = minorIn(words, view->currency)) {
                change({.amount = *minor}, done);
            } else {
                done(minor.error());
            }
        });
    m_chosenShare =
        line(tr("Percent of the tickets"), [this](const QString& words, SavedField::Done done) {
            change({.milliPercent = shareOrNone(words)}, std::move(done));
        });
    m_chosenPer = makePer(chosen);
    addField(*form, tr("Charged"), m_chosenPer, chosen);
    m_chosenTax = new QComboBox{chosen};
    m_chosenTax->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    addField(*form, tr("Tax of the fee"), m_chosenTax, chosen);
    m_toggle = makeButton(tr("Do not charge it any more"), "", chosen);
    form->addRow(QString{}, m_toggle);
    connect(m_chosenPer, &QComboBox::activated, this, [this](int index) {
        change({.per = index == 0 ? Fee::Per::Order : Fee::Per::Ticket});
    });
    connect(m_chosenTax, &QComboBox::activated, this,
            [this] { change({.tax = taxIn(*m_chosenTax)}); });
    connect(m_toggle, &QPushButton::clicked, this, [this] {
        if (const Fee* fee = current()) {
            change({.isOff = !fee->isOff});
        }
    });
    return chosen;
}

QWidget* FeePanel::buildNew()
{
    auto* made = new QWidget{this};
    auto* column = new QVBoxLayout{made};
    column->setContentsMargins(0, kInside, 0, 0);
    column->setSpacing(kInside);
    auto* first = new QHBoxLayout;
    first->setSpacing(kInside);
    const auto field = [&](const QString& name, const QString& hint, int stretch) {
        auto* line = new QLineEdit{made};
        line->setAccessibleName(name);
        line->setPlaceholderText(hint);
        line->setMinimumHeight(kTarget);
        first->addWidget(line, stretch);
        connect(line, &QLineEdit::returnPressed, this, &FeePanel::add);
        return line;
    };
    m_name = field(tr("A new fee"), tr("Booking fee"), 2);
    m_amount = field(tr("Amount"), tr("Amount"), 1);
    m_share = field(tr("Percent of what the tickets cost"), tr("Percent"), 1);
    column->addLayout(first);
    auto* second = new QHBoxLayout;
    second->setSpacing(kInside);
    m_per = makePer(made);
    second->addWidget(m_per);
    m_tax = new QComboBox{made};
    m_tax->setAccessibleName(tr("Tax of the new fee"));
    m_tax->setMinimumHeight(kTarget);
    m_tax->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    second->addWidget(m_tax, 1);
    auto* add = makeButton(tr("Add fee"), "", made);
    setButtonIcon(add, QStringLiteral("plus"));
    second->addWidget(add);
    column->addLayout(second);
    connect(add, &QPushButton::clicked, this, &FeePanel::add);
    connect(m_tax, &QComboBox::activated, this, [this] { m_isTaxChosen = true; });
    return made;
}

const Fee* FeePanel::current() const
{
    const EventView* view = m_presenter.view();
    const auto row = static_cast<std::size_t>(m_list->currentRow());
    return view != nullptr && row < view->fees.size() ? &view->fees[row] : nullptr;
}

void FeePanel::flush()
{
    for (SavedField* field : {m_chosenName, m_chosenAmount, m_chosenShare}) {
        field->flush();
    }
}

void FeePanel::present(const EventView& view, bool isOther)
{
    if (isOther) {
        for (QLineEdit* field : {m_name, m_amount, m_share}) {
            field->clear();
        }
        m_fault.clear();
        m_isTaxChosen = false;
    }
    const TaxId usual = view.types.empty() ? TaxId{} : view.types.front().tax;
    offerTaxes(*m_tax, m_presenter.house().taxes, m_isTaxChosen ? taxIn(*m_tax) : usual);
    const int before = m_list->currentRow();
    {
        const QSignalBlocker quiet{m_list};
        m_list->clear();
        for (const Fee& fee : view.fees) {
            const QString words =
                fee.per == Fee::Per::Order ? tr("%1 · %2 per order") : tr("%1 · %2 per ticket");
            QString line = words.arg(isolated(text(fee.name)), worthText(fee, view.currency));
            const auto tax = std::ranges::find(view.taxes, fee.tax, &Tax::id);
            if (tax != view.taxes.end()) {
                line = tr("%1 · %2").arg(line, taxText(*tax));
            }
            if (fee.isOff) {
                line = tr("%1 · not charged").arg(line);
            }
            new QListWidgetItem{line, m_list};
        }
        m_list->setCurrentRow(std::clamp(before, 0, std::max(0, m_list->count() - 1)));
    }
    m_list->setVisible(m_list->count() > 0);
    m_list->setFixedHeight(kInside + kFeeRow * std::clamp(m_list->count(), 1, kFeeRowsSeen));
    showChosen(isOther);
}

void FeePanel::showChosen(bool isOther)
{
    const EventView* view = m_presenter.view();
    const Fee* fee = current();
    m_chosen->setVisible(fee != nullptr);
    if (view == nullptr || fee == nullptr) {
        m_shown.reset();
        return;
    }
    const bool isAnother = isOther || m_shown != fee->id;
    m_shown = fee->id;
    m_chosenName->present(text(fee->name), isAnother);
    m_chosenAmount->present(digitsOf(fee->amount, view->currency), isAnother);
    m_chosenShare->present(fee->milliPercent != 0 ? shareText(fee->milliPercent) : QString{},
                           isAnother);
    m_chosenPer->setCurrentIndex(fee->per == Fee::Per::Order ? 0 : 1);
    offerTaxes(*m_chosenTax, m_presenter.house().taxes, fee->tax);
    m_toggle->setText(fee->isOff ? tr("Charge it again") : tr("Do not charge it any more"));
    m_toggle->setAccessibleName(m_toggle->text());
}

void FeePanel::change(FeeChange change, SavedField::Done done)
{
    if (m_shown) {
        m_presenter.edit(ChangeFee{*m_shown, std::move(change)}, std::move(done));
    }
}

void FeePanel::add()
{
    const EventView* view = m_presenter.view();
    if (view == nullptr) {
        return;
    }
    const bool isNothing =
        m_amount->text().trimmed().isEmpty() && m_share->text().trimmed().isEmpty();
    const auto amount = minorIn(m_amount->text(), view->currency);
    if (!amount || isNothing) {
        m_fault.say(isNothing ? tr("Say an amount, a share in percent, or both.")
                              : errorText(amount.error()));
        return;
    }
    const NewFee fee{{.name = m_name->text().trimmed().toStdString(),
                      .per = m_per->currentIndex() == 0 ? Fee::Per::Order : Fee::Per::Ticket,
                      .amount = *amount,
                      .milliPercent = shareOrNone(m_share->text()),
                      .tax = taxIn(*m_tax)}};
    m_presenter.edit(fee, [this, self = QPointer{this}](const std::optional<Error>& refusal) {
        if (!self) {
            return;
        }
        if (refusal) {
            m_fault.say(errorText(*refusal));
            return;
        }
        m_fault.clear();
        for (QLineEdit* field : {m_name, m_amount, m_share}) {
            field->clear();
        }
        m_isTaxChosen = false;
        m_name->setFocus();
    });
}

} // namespace foyer::ui
