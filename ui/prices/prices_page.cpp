// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/prices/prices_page.h"

#include "ui/common/error_text.h"
#include "ui/common/formatting.h"
#include "ui/common/parts.h"
#include "ui/common/theme.h"
#include "ui/prices/bundle_dialog.h"
#include "ui/prices/code_dialog.h"
#include "ui/prices/cut_editor.h"

#include <QHBoxLayout>
#include <QListWidget>
#include <QPointer>
#include <QVBoxLayout>

#include <algorithm>

namespace foyer::ui {
namespace {

/// What changes a row can be pressed while one is chosen.
void enableWithRow(QPushButton* button, QListWidget* list)
{
    button->setEnabled(false);
    QObject::connect(list, &QListWidget::currentRowChanged, button,
                     [button](int row) { button->setEnabled(row >= 0); });
}

} // namespace

PricesPage::PricesPage(PricesPort& port, QWidget* parent)
    : QWidget{parent}, m_port{port}, m_fault{makeLabel({}, "fault", this)}
{
    auto* column = new QVBoxLayout{this};
    column->setContentsMargins(kAround, kAround, kAround, kAround);
    column->setSpacing(kBetween);
    column->addWidget(makeLabel(tr("Prices"), "title", this));
    m_fault->setWordWrap(true);
    m_fault->hide();
    column->addWidget(m_fault);
    auto* row = new QHBoxLayout;
    row->setSpacing(kBetween);
    row->addWidget(buildCodes(), 1);
    row->addWidget(buildBundles(), 1);
    column->addLayout(row, 1);
    setFocusProxy(m_codes);
}

QString PricesPage::keys()
{
    return tr("Insert\tAdd a promo code\nF2\tChange the chosen code\nF6\tAdd a bundle or a group "
              "rate\nF7\tChange the chosen bundle");
}

QVBoxLayout* PricesPage::panelColumn(QWidget* panel, const QString& title)
{
    auto* column = new QVBoxLayout{panel};
    column->setContentsMargins(kBetween, kBetween, kBetween, kBetween);
    column->setSpacing(kInside);
    column->addWidget(makeLabel(title, "section", panel));
    return column;
}

QWidget* PricesPage::buildCodes()
{
    auto* panel = makePanel(this);
    auto* column = panelColumn(panel, tr("Promo codes"));
    m_codes = new QListWidget{panel};
    m_codes->setAccessibleName(tr("Promo codes"));
    m_noCodes =
        makeLabel(tr("Customers who know a code pay less. There is none yet."), "muted", panel);
    m_noCodes->setWordWrap(true);
    column->addWidget(m_noCodes);
    column->addWidget(m_codes, 1);
    auto* buttons = new QHBoxLayout;
    auto* change = makeButton(tr("Change"), "", panel, QStringLiteral("F2"));
    auto* add = makeButton(tr("Add a code"), "primary", panel, QStringLiteral("Ins"));
    buttons->addWidget(change);
    buttons->addStretch();
    buttons->addWidget(add);
    column->addLayout(buttons);
    connect(add, &QPushButton::clicked, this, [this] { editCode(std::nullopt); });
    connect(change, &QPushButton::clicked, this, &PricesPage::changeCode);
    enableWithRow(change, m_codes);
    connect(m_codes, &QListWidget::itemActivated, this, &PricesPage::changeCode);
    return panel;
}

QWidget* PricesPage::buildBundles()
{
    auto* panel = makePanel(this);
    auto* column = panelColumn(panel, tr("Bundles and group rates"));
    m_bundles = new QListWidget{panel};
    m_bundles->setAccessibleName(tr("Bundles and group rates"));
    m_noBundles = makeLabel(tr("A family ticket or a group rate is found by itself, where it costs "
                               "less. There is none yet."),
                            "muted", panel);
    m_noBundles->setWordWrap(true);
    column->addWidget(m_noBundles);
    column->addWidget(m_bundles, 1);
    auto* buttons = new QHBoxLayout;
    auto* change = makeButton(tr("Change"), "", panel, QStringLiteral("F7"));
    auto* add = makeButton(tr("Add a bundle"), "", panel, QStringLiteral("F6"));
    buttons->addWidget(change);
    buttons->addStretch();
    buttons->addWidget(add);
    column->addLayout(buttons);
    connect(add, &QPushButton::clicked, this, [this] { editBundle(std::nullopt); });
    connect(change, &QPushButton::clicked, this, &PricesPage::changeBundle);
    enableWithRow(change, m_bundles);
    connect(m_bundles, &QListWidget::itemActivated, this, &PricesPage::changeBundle);
    return panel;
}

void PricesPage::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    refresh();
}

void PricesPage::refresh()
{
    m_port.state([self = QPointer{this}](const Result<PricesState>& state) {
        if (!self) {
            return;
        }
        self->m_fault->setVisible(!state);
        if (state) {
            self->showState(*state);
        } else {
            self->m_fault->setText(errorText(state.error()));
        }
    });
}

QString PricesPage::eventName(EventId id) const
{
    const auto event = std::ranges::find(m_state.events, id, &PricedEvent::id);
    return event != m_state.events.end() ? isolated(text(event->name)) : QString{};
}

QString PricesPage::codeText(const UsedCode& row) const
{
    const PromoCode& code = row.code;
    QStringList first{text(code.code), cutText(code.cut, code.currency.value_or(m_state.currency))};
    if (code.isOff) {
        first << tr("not valid any more");
    }
    QStringList second{code.event.isNil() ? tr("All events") : eventName(code.event)};
    second << (code.uses > 0 ? tr("%1 of %2 tickets").arg(row.used).arg(code.uses)
                             : tr("%n ticket(s)", nullptr, static_cast<int>(row.used)));
    if (code.until) {
        second << tr("until %1").arg(dayAndTimeText(*code.until, m_state.timeZone));
    }
    second.removeAll(QString{});
    return first.join(QStringLiteral(" · ")) + QLatin1Char{'\n'} +
        second.join(QStringLiteral(" · "));
}

QString PricesPage::bundleText(const Bundle& bundle) const
{
    const auto event = std::ranges::find(m_state.events, bundle.event, &PricedEvent::id);
    const Currency currency = event != m_state.events.end() ? event->currency : m_state.currency;
    QStringList parts;
    for (const auto& [type, count] : bundle.parts) {
        QString name;
        if (event != m_state.events.end()) {
            const auto known =
                std::ranges::find(event->types, type, &std::pair<TicketTypeId, std::string>::first);
            name = known != event->types.end() ? isolated(text(known->second)) : QString{};
        }
        parts << (bundle.kind == Bundle::Kind::FromCount ? tr("from %1 × %2").arg(count).arg(name)
                                                         : tr("%1 × %2").arg(count).arg(name));
    }
    QStringList first{isolated(text(bundle.name)),
                      bundle.kind == Bundle::Kind::FromCount
                          ? cutText(bundle.cut, currency)
                          : moneyText(Money{bundle.price, currency})};
    if (bundle.isOff) {
        first << tr("not offered any more");
    }
    QStringList second{eventName(bundle.event), parts.join(QStringLiteral(", "))};
    second.removeAll(QString{});
    return first.join(QStringLiteral(" · ")) + QLatin1Char{'\n'} +
        second.join(QStringLiteral(" · "));
}

void PricesPage::showState(const PricesState& state)
{
    const int code = std::max(0, m_codes->currentRow());
    const int bundle = std::max(0, m_bundles->currentRow());
    m_state = state;
    m_codes->clear();
    for (const UsedCode& row : m_state.codes) {
        m_codes->addItem(codeText(row));
    }
    m_bundles->clear();
    for (const Bundle& row : m_state.bundles) {
        m_bundles->addItem(bundleText(row));
    }
    m_codes->setCurrentRow(std::min(code, m_codes->count() - 1));
    m_bundles->setCurrentRow(std::min(bundle, m_bundles->count() - 1));
    m_noCodes->setVisible(m_state.codes.empty());
    m_noBundles->setVisible(m_state.bundles.empty());
}

void PricesPage::changeCode()
{
    const auto row = static_cast<std::size_t>(std::max(0, m_codes->currentRow()));
    if (row < m_state.codes.size()) {
        editCode(m_state.codes[row].code);
    }
}

void PricesPage::changeBundle()
{
    const auto row = static_cast<std::size_t>(std::max(0, m_bundles->currentRow()));
    if (row < m_state.bundles.size()) {
        editBundle(m_state.bundles[row]);
    }
}

void PricesPage::editCode(const std::optional<PromoCode>& code)
{
    auto* dialog = new CodeDialog{m_port, m_state, code, this};
    connect(dialog, &CodeDialog::saved, this, &PricesPage::showState);
    dialog->open();
}

void PricesPage::editBundle(const std::optional<Bundle>& bundle)
{
    auto* dialog = new BundleDialog{m_port, m_state, bundle, this};
    connect(dialog, &BundleDialog::saved, this, &PricesPage::showState);
    dialog->open();
}

} // namespace foyer::ui
