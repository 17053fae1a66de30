// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/prices/bundle_dialog.h"

#include "ui/common/error_text.h"
#include "ui/common/formatting.h"
#include "ui/common/parts.h"
#include "ui/common/theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QListWidget>
#include <QPointer>
#include <QPushButton>
#include <QSpinBox>
#include <QTableWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace foyer::ui {
namespace {

constexpr int kWidth = 560;
constexpr int kPartsHeight = 112;
constexpr int kCategoriesHeight = 72;
constexpr int kTicketsMax = 1'000;

} // namespace

BundleDialog::BundleDialog(PricesPort& port, const PricesState& state,
                           const std::optional<Bundle>& bundle, QWidget* parent)
    : QDialog{parent}, m_port{port}, m_state{state}, m_before{bundle.value_or(Bundle{})},
      m_name{new QLineEdit{this}}, m_event{new QComboBox{this}}, m_kind{new QComboBox{this}},
      m_parts{new QTableWidget{0, 2, this}}, m_price{new QLineEdit{this}},
      m_categories{new QListWidget{this}}, m_off{new QCheckBox{tr("Not offered any more"), this}}
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(bundle ? tr("Change a bundle") : tr("Add a bundle"));
    setMinimumWidth(kWidth);
    auto* column = new QVBoxLayout{this};
    column->setContentsMargins(kAround, kAround, kAround, kAround);
    column->setSpacing(kInside);
    auto* form = new QFormLayout;
    form->setSpacing(kInside);
    m_nameFault = addField(*form, tr("Name"), m_name, this);
    m_eventFault = addField(*form, tr("Event"), m_event, this);
    for (const PricedEvent& event : m_state.events) {
        m_event->addItem(isolated(text(event.name)));
    }
    m_kind->addItem(tr("Together at one price"), static_cast<int>(Bundle::Kind::Together));
    m_kind->addItem(tr("Group rate, from so many on"), static_cast<int>(Bundle::Kind::FromCount));
    addField(*form, tr("Kind"), m_kind, this);
    m_parts->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_parts->horizontalHeader()->hide();
    m_parts->verticalHeader()->hide();
    m_parts->verticalHeader()->setDefaultSectionSize(kTarget);
    m_parts->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_parts->setSelectionMode(QAbstractItemView::NoSelection);
    m_parts->setFocusPolicy(Qt::NoFocus); // its counts have it
    m_parts->setTabKeyNavigation(false);
    m_parts->setShowGrid(false);
    m_partsFault = addField(*form, tr("Tickets"), m_parts, this);
    m_parts->setFixedHeight(kPartsHeight);
    m_priceFault = addField(*form, tr("Price of all together"), m_price, this);
    m_cut = std::make_unique<CutEditor>(*form, this);
    addField(*form, tr("Only in these categories; none: all"), m_categories, this);
    m_categories->setFixedHeight(kCategoriesHeight);
    m_off->setMinimumHeight(kTarget);
    form->addRow(QString{}, m_off);
    column->addLayout(form);
    auto* buttons = new QHBoxLayout;
    m_leave = makeButton(tr("Cancel"), "", this);
    m_save = makeButton(tr("Save"), "primary", this);
    m_save->setDefault(true);
    buttons->addWidget(m_leave);
    buttons->addStretch();
    buttons->addWidget(m_save);
    column->addLayout(buttons);
    connect(m_event, &QComboBox::currentIndexChanged, this, &BundleDialog::showOfEvent);
    connect(m_kind, &QComboBox::currentIndexChanged, this, &BundleDialog::showKind);
    connect(m_leave, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_save, &QPushButton::clicked, this, &BundleDialog::save);
    m_name->setReadOnly(bundle.has_value()); // another name is another bundle
    m_event->setEnabled(!bundle.has_value());
    m_off->setVisible(bundle.has_value());
    fill(m_before);
    m_name->setFocus();
}

const PricedEvent* BundleDialog::event() const
{
    const int row = m_event->currentIndex();
    return row >= 0 ? &m_state.events.at(static_cast<std::size_t>(row)) : nullptr;
}

bool BundleDialog::isGroup() const
{
    return m_kind->currentData().toInt() == static_cast<int>(Bundle::Kind::FromCount);
}

void BundleDialog::fill(const Bundle& bundle)
{
    m_name->setText(text(bundle.name));
    const auto of = std::ranges::find(m_state.events, bundle.event, &PricedEvent::id);
    if (of != m_state.events.end()) {
        m_event->setCurrentIndex(static_cast<int>(of - m_state.events.begin()));
    }
    m_kind->setCurrentIndex(m_kind->findData(static_cast<int>(bundle.kind)));
    showOfEvent();
    showKind();
    if (const PricedEvent* event = this->event(); event != nullptr && !bundle.name.empty()) {
        m_price->setText(text(toPlainText(Money{bundle.price, event->currency})));
        m_cut->fill(bundle.cut, event->currency);
    }
    m_off->setChecked(bundle.isOff);
}

void BundleDialog::showOfEvent()
{
    m_parts->setRowCount(0);
    m_categories->clear();
    m_counts.clear();
    const PricedEvent* of = event();
    if (of == nullptr) {
        return;
    }
    for (const auto& [id, name] : of->types) {
        const int row = m_parts->rowCount();
        m_parts->insertRow(row);
        m_parts->setItem(row, 0, new QTableWidgetItem{isolated(text(name))});
        auto* count = new QSpinBox{m_parts};
        count->setRange(0, kTicketsMax);
        count->setAccessibleName(tr("How many %1").arg(text(name)));
        count->setMinimumHeight(kTarget);
        const auto part = m_before.parts.find(id);
        count->setValue(part != m_before.parts.end() ? static_cast<int>(part->second) : 0);
        m_parts->setCellWidget(row, 1, count);
        m_counts.push_back(count);
    }
    for (const auto& [id, name] : of->categories) {
        auto* item = new QListWidgetItem{isolated(text(name)), m_categories};
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
        item->setCheckState(m_before.categories.contains(id) ? Qt::Checked : Qt::Unchecked);
    }
    orderTabs();
}

void BundleDialog::orderTabs()
{
    QWidget* before = m_name;
    const auto then = [&before](QWidget* next) {
        setTabOrder(before, next);
        before = next;
    };
    then(m_event);
    then(m_kind);
    for (QSpinBox* count : m_counts) {
        then(count);
    }
    then(m_price);
    before = m_cut->tabAfter(before);
    for (QWidget* next : std::initializer_list<QWidget*>{m_categories, m_off, m_leave, m_save}) {
        then(next);
    }
}

void BundleDialog::showKind()
{
    m_price->setEnabled(!isGroup());
    m_cut->setEnabled(isGroup());
    m_priceFault.clear();
    m_partsFault.clear();
}

void BundleDialog::save()
{
    for (const FieldFault& fault : {m_nameFault, m_eventFault, m_partsFault, m_priceFault}) {
        fault.clear();
    }
    const PricedEvent* of = event();
    if (of == nullptr) {
        m_eventFault.say(tr("There is no event yet. Import a season first."));
        return;
    }
    Bundle bundle{.id = m_before.id,
                  .event = of->id,
                  .name = m_name->text().trimmed().toStdString(),
                  .kind = isGroup() ? Bundle::Kind::FromCount : Bundle::Kind::Together};
    for (std::size_t row = 0; row < m_counts.size(); ++row) {
        if (m_counts[row]->value() > 0) {
            bundle.parts[of->types.at(row).first] = m_counts[row]->value();
        }
    }
    for (int row = 0; row < m_categories->count(); ++row) {
        if (m_categories->item(row)->checkState() == Qt::Checked) {
            bundle.categories.insert(of->categories.at(static_cast<std::size_t>(row)).first);
        }
    }
    bundle.isOff = m_off->isChecked();
    if (isGroup()) {
        const auto cut = m_cut->read(of->currency);
        if (!cut) {
            return;
        }
        bundle.cut = *cut;
    } else {
        const auto price = parseMoney(m_price->text().trimmed().toStdString(), of->currency);
        if (!price) {
            m_priceFault.say(errorText(price.error()));
            return;
        }
        bundle.price = price->minor();
    }
    m_save->setEnabled(false); // until it is known what came of it
    m_port.setBundle(bundle, [self = QPointer{this}](const Result<PricesState>& state) {
        if (self) {
            self->finish(state);
        }
    });
}

void BundleDialog::finish(const Result<PricesState>& state)
{
    m_save->setEnabled(true);
    if (state) {
        Q_EMIT saved(*state);
        accept();
        return;
    }
    const std::string& where = state.error().where;
    if (where == "parts" && !m_counts.empty()) {
        m_partsFault.say(errorText(state.error()));
        m_counts.front()->setFocus();
        return;
    }
    const FieldFault& fault = where == "cut" ? m_cut->fault()
        : where == "price"                   ? m_priceFault
                                             : m_nameFault;
    fault.say(errorText(state.error()));
}

} // namespace foyer::ui
