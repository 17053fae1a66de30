// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/prices/code_dialog.h"

#include "ui/common/error_text.h"
#include "ui/common/formatting.h"
#include "ui/common/parts.h"
#include "ui/common/theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDateTimeEdit>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QListWidget>
#include <QLocale>
#include <QPointer>
#include <QPushButton>
#include <QSpinBox>
#include <QTimeZone>
#include <QVBoxLayout>

#include <algorithm>

namespace foyer::ui {
namespace {

constexpr int kWidth = 560;
constexpr int kTypesHeight = 88;
constexpr int kUsesMax = 1'000'000;

QTimeZone zoneOf(const PricesState& state)
{
    return QTimeZone{QByteArray::fromStdString(state.timeZone)};
}

/// What the hands of the house's clock show.
Instant momentOf(const QDateTimeEdit* field, const PricesState& state)
{
    return Instant{QDateTime{field->date(), field->time(), zoneOf(state)}.toMSecsSinceEpoch()};
}

} // namespace

CodeDialog::CodeDialog(PricesPort& port, const PricesState& state,
                       const std::optional<PromoCode>& code, QWidget* parent)
    : QDialog{parent}, m_port{port}, m_state{state}, m_before{code.value_or(PromoCode{})},
      m_code{new QLineEdit{this}}, m_event{new QComboBox{this}}, m_types{new QListWidget{this}},
      m_uses{new QSpinBox{this}}, m_usesHere{new QSpinBox{this}},
      m_hasFrom{new QCheckBox{tr("Valid from"), this}}, m_from{new QDateTimeEdit{this}},
      m_hasUntil{new QCheckBox{tr("Valid until"), this}}, m_until{new QDateTimeEdit{this}},
      m_off{new QCheckBox{tr("Not valid any more"), this}}
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(code ? tr("Change a promo code") : tr("Add a promo code"));
    setMinimumWidth(kWidth);
    auto* column = new QVBoxLayout{this};
    column->setContentsMargins(kAround, kAround, kAround, kAround);
    column->setSpacing(kInside);
    auto* form = new QFormLayout;
    form->setSpacing(kInside);
    m_codeFault = addField(*form, tr("Code"), m_code, this);
    m_cut = std::make_unique<CutEditor>(*form, this);
    addField(*form, tr("For"), m_event, this);
    m_event->addItem(tr("All events"));
    for (const PricedEvent& event : m_state.events) {
        m_event->addItem(isolated(text(event.name)));
    }
    addField(*form, tr("Only these ticket types; none: all"), m_types, this);
    m_types->setFixedHeight(kTypesHeight);
    for (QSpinBox* uses : {m_uses, m_usesHere}) {
        uses->setRange(0, kUsesMax);
        uses->setSpecialValueText(tr("as often as wanted"));
    }
    m_usesFault = addField(*form, tr("Tickets in all"), m_uses, this);
    addField(*form, tr("Tickets at each counter"), m_usesHere, this);
    buildWhen(*form);
    column->addLayout(form);
    auto* buttons = new QHBoxLayout;
    auto* leave = makeButton(tr("Cancel"), "", this);
    m_save = makeButton(tr("Save"), "primary", this);
    m_save->setDefault(true);
    buttons->addWidget(leave);
    buttons->addStretch();
    buttons->addWidget(m_save);
    column->addLayout(buttons);
    connect(m_event, &QComboBox::currentIndexChanged, this, &CodeDialog::showTypes);
    connect(leave, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_save, &QPushButton::clicked, this, &CodeDialog::save);
    m_code->setReadOnly(code.has_value()); // another text is another code
    m_off->setVisible(code.has_value());
    fill(m_before);
    QWidget* before = m_cut->tabAfter(m_code);
    for (QWidget* next :
         std::initializer_list<QWidget*>{m_event, m_types, m_uses, m_usesHere, m_hasFrom, m_from,
                                         m_hasUntil, m_until, m_off, leave, m_save}) {
        setTabOrder(before, next);
        before = next;
    }
    m_code->setFocus();
}

void CodeDialog::buildWhen(QFormLayout& form)
{
    for (const auto& [box, when] : {std::pair{m_hasFrom, m_from}, {m_hasUntil, m_until}}) {
        box->setMinimumHeight(kTarget);
        when->setMinimumHeight(kTarget);
        when->setTimeSpec(Qt::UTC); // of the hands of the house's clock
        when->setCalendarPopup(true);
        when->setDisplayFormat(QLocale{}.dateTimeFormat(QLocale::ShortFormat));
        when->setAccessibleName(box->text());
        when->setEnabled(false);
        connect(box, &QCheckBox::toggled, when, &QWidget::setEnabled);
    }
    form.addRow(m_hasFrom, m_from);
    m_untilFault = {m_until, makeLabel({}, "fault", this)};
    m_untilFault.sentence->setWordWrap(true);
    m_untilFault.sentence->hide();
    auto* until = new QVBoxLayout;
    until->addWidget(m_until);
    until->addWidget(m_untilFault.sentence);
    form.addRow(m_hasUntil, until);
    m_off->setMinimumHeight(kTarget);
    form.addRow(QString{}, m_off);
}

const PricedEvent* CodeDialog::event() const
{
    const int row = m_event->currentIndex() - 1; // the first is all of them
    return row >= 0 ? &m_state.events.at(static_cast<std::size_t>(row)) : nullptr;
}

Currency CodeDialog::currency() const
{
    return event() != nullptr ? event()->currency : m_before.currency.value_or(m_state.currency);
}

void CodeDialog::fill(const PromoCode& code)
{
    m_code->setText(text(code.code));
    const auto of = std::ranges::find(m_state.events, code.event, &PricedEvent::id);
    if (of != m_state.events.end()) {
        m_event->setCurrentIndex(static_cast<int>(of - m_state.events.begin()) + 1);
    }
    showTypes();
    if (!code.code.empty()) {
        m_cut->fill(code.cut, currency());
    }
    m_uses->setValue(static_cast<int>(std::min<std::int64_t>(code.uses, kUsesMax)));
    m_usesHere->setValue(static_cast<int>(std::min<std::int64_t>(code.usesPerCounter, kUsesMax)));
    const auto show = [&](QCheckBox* box, QDateTimeEdit* field, const std::optional<Instant>& at) {
        box->setChecked(at.has_value());
        const QDateTime today{QDate::currentDate(), QTime{0, 0}, zoneOf(m_state)};
        const QDateTime shown =
            at ? QDateTime::fromMSecsSinceEpoch(at->ms, zoneOf(m_state)) : today;
        field->setDateTime(QDateTime{shown.date(), shown.time(), Qt::UTC});
    };
    show(m_hasFrom, m_from, code.from);
    show(m_hasUntil, m_until, code.until);
    m_off->setChecked(code.isOff);
}

void CodeDialog::showTypes()
{
    m_types->clear();
    if (const PricedEvent* of = event()) {
        for (const auto& [id, name] : of->types) {
            auto* item = new QListWidgetItem{isolated(text(name)), m_types};
            item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
            item->setCheckState(m_before.types.contains(id) ? Qt::Checked : Qt::Unchecked);
        }
    }
    m_types->setEnabled(m_types->count() > 0); // types belong to an event
}

void CodeDialog::save()
{
    for (const FieldFault& fault : {m_codeFault, m_usesFault, m_untilFault}) {
        fault.clear();
    }
    const auto cut = m_cut->read(currency());
    if (!cut) {
        return;
    }
    PromoCode code{.id = m_before.id, .code = m_code->text().trimmed().toStdString(), .cut = *cut};
    if (cut->kind != PriceCut::Kind::Percent) {
        code.currency = currency();
    }
    code.uses = m_uses->value();
    code.usesPerCounter = m_usesHere->value();
    if (m_hasFrom->isChecked()) {
        code.from = momentOf(m_from, m_state);
    }
    if (m_hasUntil->isChecked()) {
        code.until = momentOf(m_until, m_state);
    }
    if (const PricedEvent* of = event()) {
        code.event = of->id;
        for (int row = 0; row < m_types->count(); ++row) {
            if (m_types->item(row)->checkState() == Qt::Checked) {
                code.types.insert(of->types.at(static_cast<std::size_t>(row)).first);
            }
        }
    }
    code.isOff = m_off->isChecked();
    m_save->setEnabled(false); // until it is known what came of it
    m_port.setCode(code, [self = QPointer{this}](const Result<PricesState>& state) {
        if (self) {
            self->finish(state);
        }
    });
}

void CodeDialog::finish(const Result<PricesState>& state)
{
    m_save->setEnabled(true);
    if (state) {
        Q_EMIT saved(*state);
        accept();
        return;
    }
    const std::string& where = state.error().where;
    const FieldFault& fault = where == "uses" ? m_usesFault
        : where == "until"                    ? m_untilFault
        : where == "cut"                      ? m_cut->fault()
                                              : m_codeFault;
    fault.say(errorText(state.error()));
}

} // namespace foyer::ui
