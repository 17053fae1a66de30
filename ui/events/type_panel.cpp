// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/events/type_panel.h"

#include "ui/common/error_text.h"
#include "ui/common/flow_layout.h"
#include "ui/common/formatting.h"
#include "ui/common/parts.h"
#include "ui/common/theme.h"
#include "ui/events/event_words.h"

#include <QComboBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QLocale>
#include <QPointer>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace foyer::ui {
namespace {

constexpr const char* kAnotherTax = "new";

std::int64_t countIn(const QString& words)
{
    if (words.trimmed().isEmpty()) {
        return 0;
    }
    bool isNumber = false;
    const qint64 count = words.trimmed().toLongLong(&isNumber);
    return isNumber ? count : -1;
}

} // namespace

TypePanel::TypePanel(EventsPresenter& presenter, EventAsk& ask, QWidget* parent)
    : QFrame{parent}, m_presenter{presenter}, m_ask{ask}
{
    setProperty("role", "panel");
    auto* column = new QVBoxLayout{this};
    column->setContentsMargins(kBetween, kBetween, kBetween, kBetween);
    column->setSpacing(kInside);
    column->addWidget(makeLabel(tr("Of the chosen cell"), "section", this));
    buildType();
    buildActs();
}

void TypePanel::buildType()
{
    auto* form = new QFormLayout;
    form->setHorizontalSpacing(kBetween);
    static_cast<QVBoxLayout*>(layout())->addLayout(form);
    const auto line = [&](const QString& name, auto change) {
        auto* field = new QLineEdit{this};
        const FieldFault fault = addField(*form, name, field, this);
        return new SavedField{field, fault,
                              [this, change](const QString& words, SavedField::Done done) {
                                  if (const auto edit = change(words)) {
                                      m_presenter.edit(*edit, std::move(done));
                                  }
                              }};
    };
    m_name = line(tr("Ticket type"), [this](const QString& words) -> std::optional<EventEdit> {
        return m_typeId
            ? std::optional<EventEdit>{ChangeType{*m_typeId,
                                                  {.name = words.trimmed().toStdString()}}}
            : std::nullopt;
    });
    m_tax = new QComboBox{this};
    m_tax->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    addField(*form, tr("Tax"), m_tax, this);
    m_newTax = new QWidget{this};
    auto* row = new QHBoxLayout{m_newTax};
    row->setContentsMargins(0, 0, 0, 0);
    m_taxName = new QLineEdit{m_newTax};
    m_taxName->setAccessibleName(tr("Name of the tax"));
    m_taxName->setPlaceholderText(m_taxName->accessibleName());
    m_taxRate = new QLineEdit{m_newTax};
    m_taxRate->setAccessibleName(tr("Percent"));
    m_taxRate->setPlaceholderText(m_taxRate->accessibleName());
    auto* add = makeButton(tr("Add tax"), "", m_newTax);
    for (QLineEdit* field : {m_taxName, m_taxRate}) {
        field->setMinimumHeight(kTarget);
        row->addWidget(field, 1);
    }
    row->addWidget(add);
    auto* sentence = makeLabel({}, "fault", this);
    sentence->setWordWrap(true);
    sentence->hide();
    m_taxFault = {m_taxRate, sentence};
    form->addRow(m_newTax);
    form->addRow(sentence);
    m_newTax->hide();
    m_orderMax =
        line(tr("At most in one order"), [this](const QString& words) -> std::optional<EventEdit> {
            return m_typeId
                ? std::optional<EventEdit>{ChangeType{*m_typeId, {.orderMax = countIn(words)}}}
                : std::nullopt;
        });
    m_categoryName = line(tr("Category"), [this](const QString& words) -> std::optional<EventEdit> {
        return m_categoryId
            ? std::optional<EventEdit>{ChangeCategory{*m_categoryId,
                                                      {.name = words.trimmed().toStdString()}}}
            : std::nullopt;
    });
    connect(m_taxRate, &QLineEdit::returnPressed, this, &TypePanel::addTax);
    connect(add, &QPushButton::clicked, this, &TypePanel::addTax);
    connect(m_tax, &QComboBox::activated, this, [this](int index) {
        const QString chosen = m_tax->itemData(index).toString();
        m_newTax->setVisible(chosen == QLatin1String{kAnotherTax});
        if (chosen == QLatin1String{kAnotherTax}) {
            m_taxName->setFocus();
        } else if (m_typeId) {
            const auto id = Uuid::fromText(chosen.toStdString());
            m_presenter.edit(ChangeType{*m_typeId, {.tax = id ? TaxId{*id} : TaxId{}}});
        }
    });
}

void TypePanel::buildActs()
{
    auto* flow = new FlowLayout{kInside};
    m_withdraw = makeButton(tr("Withdraw the type…"), "", this);
    m_takeOff = makeButton(tr("Take the category off sale…"), "", this);
    flow->addWidget(m_withdraw);
    flow->addWidget(m_takeOff);
    static_cast<QVBoxLayout*>(layout())->addLayout(flow);
    connect(m_withdraw, &QPushButton::clicked, this, &TypePanel::withdraw);
    connect(m_takeOff, &QPushButton::clicked, this, &TypePanel::takeOff);
}

const TicketType* TypePanel::type() const
{
    const EventView* view = m_presenter.view();
    if (view == nullptr || !m_typeId) {
        return nullptr;
    }
    const auto found = std::ranges::find(view->types, *m_typeId, &TicketType::id);
    return found != view->types.end() ? &*found : nullptr;
}

const PriceCategory* TypePanel::category() const
{
    const EventView* view = m_presenter.view();
    if (view == nullptr || !m_categoryId) {
        return nullptr;
    }
    const auto found = std::ranges::find(view->categories, *m_categoryId, &PriceCategory::id);
    return found != view->categories.end() ? &*found : nullptr;
}

TaxId TypePanel::usualTax() const
{
    const EventView* view = m_presenter.view();
    if (view != nullptr && !view->types.empty()) {
        return view->types.front().tax;
    }
    const auto& taxes = m_presenter.house().taxes;
    return taxes.size() == 1 ? taxes.front().id : TaxId{};
}

void TypePanel::choose(std::optional<TicketTypeId> type, std::optional<CategoryId> category)
{
    m_typeId = type;
    m_categoryId = category;
    showCell();
}

void TypePanel::presentHouse()
{
    const QSignalBlocker quiet{m_tax};
    m_tax->clear();
    m_tax->addItem(tr("No tax"), QString{});
    for (const Tax& tax : m_presenter.house().taxes) {
        m_tax->addItem(taxText(tax), text(tax.id.text()));
    }
    if (m_presenter.house().isTheirs) {
        m_tax->addItem(tr("Another tax…"), QLatin1String{kAnotherTax});
    }
    const TicketType* one = type();
    const int at = one != nullptr && !one->tax.isNil() ? m_tax->findData(text(one->tax.text())) : 0;
    // Where another tax is being typed, it goes on.
    m_tax->setCurrentIndex(m_newTax->isHidden() ? std::max(0, at) : m_tax->count() - 1);
}

void TypePanel::closeNewTax()
{
    m_newTax->hide();
    m_taxName->clear();
    m_taxRate->clear();
    m_taxFault.clear();
}

void TypePanel::showCell()
{
    const TicketType* one = type();
    const PriceCategory* where = category();
    if (m_shownType != m_typeId) {
        closeNewTax();
    }
    presentHouse();
    for (QWidget* widget : {m_name->fault().field, m_orderMax->fault().field,
                            static_cast<QWidget*>(m_tax), static_cast<QWidget*>(m_withdraw)}) {
        widget->setEnabled(one != nullptr);
    }
    m_categoryName->fault().field->setEnabled(where != nullptr);
    m_takeOff->setEnabled(where != nullptr);
    m_name->present(one != nullptr ? text(one->name) : QString{}, m_shownType != m_typeId);
    m_orderMax->present(one != nullptr && one->orderMax > 0 ? QString::number(one->orderMax)
                                                            : QString{},
                        m_shownType != m_typeId);
    m_categoryName->present(where != nullptr ? text(where->name) : QString{},
                            m_shownCategory != m_categoryId);
    m_shownType = m_typeId;
    m_shownCategory = m_categoryId;
    m_withdraw->setText(one != nullptr && one->isOff ? tr("Sell the type again")
                                                     : tr("Withdraw the type…"));
    m_withdraw->setAccessibleName(m_withdraw->text());
    m_takeOff->setText(where != nullptr && where->isOff ? tr("Sell the category again")
                                                        : tr("Take the category off sale…"));
    m_takeOff->setAccessibleName(m_takeOff->text());
}

void TypePanel::withdraw()
{
    const TicketType* one = type();
    if (one == nullptr) {
        return;
    }
    const ChangeType change{one->id, {.isOff = !one->isOff}};
    if (one->isOff) {
        m_presenter.edit(change);
        return;
    }
    m_ask.askIfSold({.type = one->id},
                    {.sentence = tr("Withdraw %1? Tickets that are sold stay valid.")
                                     .arg(isolated(text(one->name))),
                     .verb = tr("Withdraw it")},
                    [this, change] { m_presenter.edit(change); });
}

void TypePanel::takeOff()
{
    const PriceCategory* where = category();
    if (where == nullptr) {
        return;
    }
    const ChangeCategory change{where->id, {.isOff = !where->isOff}};
    if (where->isOff) {
        m_presenter.edit(change);
        return;
    }
    m_ask.askIfSold({.category = where->id},
                    {.sentence = tr("Take %1 off sale? Tickets that are sold stay valid.")
                                     .arg(isolated(text(where->name))),
                     .verb = tr("Take it off sale")},
                    [this, change] { m_presenter.edit(change); });
}

void TypePanel::addTax()
{
    const NewTax tax{.tax = {.name = m_taxName->text().trimmed().toStdString(),
                             .rateMilliPercent = shareIn(m_taxRate->text())},
                     .type = m_typeId};
    m_presenter.edit(tax, [this, self = QPointer{this}](const std::optional<Error>& refusal) {
        if (!self) {
            return;
        }
        if (refusal) {
            m_taxFault.say(errorText(*refusal));
            return;
        }
        closeNewTax();
        presentHouse();
    });
}

} // namespace foyer::ui
