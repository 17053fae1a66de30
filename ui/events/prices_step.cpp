// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/events/prices_step.h"

#include "ui/common/error_text.h"
#include "ui/common/formatting.h"
#include "ui/common/icons.h"
#include "ui/common/parts.h"
#include "ui/common/theme.h"
#include "ui/events/event_words.h"
#include "ui/events/fee_panel.h"
#include "ui/events/type_panel.h"

#include <QComboBox>
#include <QDateTimeEdit>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPointer>
#include <QPushButton>
#include <QVBoxLayout>

#include <set>

namespace foyer::ui {
namespace {

constexpr qint64 kRegularPrices = 0;
constexpr qint64 kNewStep = -1;

/// Every instant until which a price of the event stands.
std::set<std::int64_t> stepEnds(const EventView& view, const std::optional<PerformanceId>& date)
{
    std::set<std::int64_t> ends;
    const auto add = [&](const std::vector<PriceStep>& steps) {
        for (const PriceStep& step : steps) {
            ends.insert(step.until.ms);
        }
    };
    const EventDateView* own = date ? view.date(*date) : nullptr;
    for (const TicketType& type : view.types) {
        if (own == nullptr) {
            add(type.steps);
        } else if (const auto found = own->performance.prices.find(type.id);
                   found != own->performance.prices.end()) {
            add(found->second.steps);
        }
    }
    return ends;
}

} // namespace

PricesStep::PricesStep(EventsPresenter& presenter, EventAsk& ask, QWidget* parent)
    : EventStep{presenter, ask, tr("What does it cost?"),
                tr("Type a price into each cell that is sold; an empty cell is not sold."), parent}
{
    column().addWidget(buildAdding());
    column().addWidget(buildScope());
    m_grid = new PriceGrid{this};
    column().addWidget(m_grid);
    m_fault = makeLabel({}, "fault", this);
    m_fault->setWordWrap(true);
    m_fault->hide();
    column().addWidget(m_fault);
    m_hint = makeLabel({}, "muted", this);
    m_hint->setWordWrap(true);
    column().addWidget(m_hint);
    m_type = new TypePanel{presenter, ask, this};
    column().addWidget(m_type);
    m_fees = new FeePanel{presenter, this};
    connect(&presenter, &EventsPresenter::houseChanged, m_fees, [this] {
        if (const EventView* view = this->view()) {
            m_fees->present(*view, false);
        }
    });
    column().addWidget(m_fees);
    column().addStretch();
    setFocusProxy(m_typeName);
    connect(m_grid, &PriceGrid::priceTyped, this, &PricesStep::setPrice);
    connect(m_grid, &PriceGrid::faultSaid, this, [this](const QString& sentence) {
        m_fault->setText(sentence);
        m_fault->setVisible(!sentence.isEmpty());
    });
    connect(m_grid, &QTableWidget::currentCellChanged, this,
            [this] { m_type->choose(m_grid->currentType(), m_grid->currentCategory()); });
    connect(&presenter, &EventsPresenter::houseChanged, m_type, &TypePanel::presentHouse);
}

QWidget* PricesStep::buildScope()
{
    auto* row = new QWidget{this};
    auto* line = new QHBoxLayout{row};
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(kInside);
    m_dates = new QComboBox{row};
    m_dates->setAccessibleName(tr("Prices of which dates"));
    m_steps = new QComboBox{row};
    m_steps->setAccessibleName(tr("Regular or early prices"));
    m_until = new QDateTimeEdit{row};
    m_until->setAccessibleName(tr("Early prices until"));
    m_until->setTimeSpec(Qt::UTC);
    m_until->setCalendarPopup(true);
    for (QComboBox* choice : {m_dates, m_steps}) {
        choice->setMinimumHeight(kTarget);
        choice->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        line->addWidget(choice, 1);
    }
    m_until->setMinimumHeight(kTarget);
    m_until->hide();
    line->addWidget(m_until, 1);
    connect(m_dates, &QComboBox::activated, this, [this] {
        m_steps->setCurrentIndex(0);
        if (const EventView* view = this->view()) {
            showScope(*view);
        }
        showGrid();
    });
    connect(m_steps, &QComboBox::activated, this, [this] { showGrid(); });
    connect(m_until, &QDateTimeEdit::dateTimeChanged, this, [this] { showGrid(); });
    return row;
}

QWidget* PricesStep::buildAdding()
{
    auto* row = new QWidget{this};
    auto* grid = new QGridLayout{row};
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(kInside);
    grid->setVerticalSpacing(kInside / 2);
    const auto add = [&](int column, const QString& name, const QString& hint, const QString& verb,
                         QLineEdit** field, FieldFault& fault) {
        *field = new QLineEdit{row};
        (*field)->setAccessibleName(name);
        (*field)->setPlaceholderText(hint);
        (*field)->setMinimumHeight(kTarget);
        auto* sentence = makeLabel({}, "fault", row);
        sentence->setWordWrap(true);
        sentence->hide();
        fault = {*field, sentence};
        auto* button = makeButton(verb, "", row);
        setButtonIcon(button, QStringLiteral("plus"));
        grid->addWidget(*field, 0, column);
        grid->addWidget(button, 0, column + 1);
        grid->addWidget(sentence, 1, column, 1, 2);
        grid->setColumnStretch(column, 1);
        return button;
    };
    auto* type = add(0, tr("A new ticket type"), tr("Adult, Student …"), tr("Add type"),
                     &m_typeName, m_typeFault);
    auto* category = add(2, tr("A new category of places"), tr("Stalls, Standing …"),
                         tr("Add category"), &m_categoryName, m_categoryFault);
    connect(type, &QPushButton::clicked, this, &PricesStep::addType);
    connect(m_typeName, &QLineEdit::returnPressed, this, &PricesStep::addType);
    connect(category, &QPushButton::clicked, this, &PricesStep::addCategory);
    connect(m_categoryName, &QLineEdit::returnPressed, this, &PricesStep::addCategory);
    return row;
}

void PricesStep::present(const EventView& view, bool isOther)
{
    if (isOther) {
        m_typeName->clear();
        m_categoryName->clear();
        m_typeFault.clear();
        m_categoryFault.clear();
        m_dates->clear();
        m_steps->clear();
        m_until->setDateTime(shownClock(presenter().house().now, view.zone()).addDays(14));
    }
    showScope(view);
    showGrid();
    m_type->choose(m_grid->currentType(), m_grid->currentCategory());
    m_fees->present(view, isOther);
}

void PricesStep::showScope(const EventView& view)
{
    const QVariant date = m_dates->currentData();
    const qint64 step = m_steps->count() > 0 ? m_steps->currentData().toLongLong() : kRegularPrices;
    const QSignalBlocker quietDates{m_dates};
    const QSignalBlocker quietSteps{m_steps};
    m_dates->clear();
    m_dates->addItem(tr("All dates"), QString{});
    for (const EventDateView& each : view.dates) {
        m_dates->addItem(tr("Only %1").arg(dateName(each.performance)),
                         text(each.performance.id.text()));
    }
    m_dates->setCurrentIndex(std::max(0, m_dates->findData(date)));
    m_steps->clear();
    m_steps->addItem(tr("Regular prices"), kRegularPrices);
    for (const std::int64_t end : stepEnds(view, scope().date)) {
        m_steps->addItem(tr("Early, until %1").arg(dayAndTimeText(Instant{end}, view.zone())),
                         qint64{end});
    }
    m_steps->addItem(tr("New early prices…"), kNewStep);
    const bool wasMade = step == kNewStep &&
        m_steps->findData(qint64{instantShown(m_until->dateTime(), view.zone()).ms}) >= 0;
    m_steps->setCurrentIndex(
        std::max(0,
                 m_steps->findData(
                     wasMade ? qint64{instantShown(m_until->dateTime(), view.zone()).ms} : step)));
}

PriceScope PricesStep::scope() const
{
    PriceScope scope;
    if (const auto id = Uuid::fromText(m_dates->currentData().toString().toStdString())) {
        scope.date = PerformanceId{*id};
    }
    const qint64 step = m_steps->currentData().toLongLong();
    const EventView* view = this->view();
    if (step > 0) {
        scope.until = Instant{step};
    } else if (step == kNewStep && view != nullptr) {
        scope.until = instantShown(m_until->dateTime(), view->zone());
    }
    return scope;
}

void PricesStep::showGrid()
{
    const EventView* view = this->view();
    if (view == nullptr) {
        return;
    }
    m_until->setVisible(m_steps->currentData().toLongLong() == kNewStep);
    m_grid->present(*view, scope());
    const bool isEmpty = view->types.empty() || view->categories.empty();
    m_grid->setVisible(!isEmpty);
    m_type->setVisible(!view->types.empty());
    m_hint->setText(!isEmpty ? QString{}
                        : view->types.empty()
                        ? tr("Who comes? Name the first ticket type, such as Adult.")
                        : tr("Where do they sit or stand? Categories come with a date that has a "
                             "seating plan, or are added here."));
    m_hint->setVisible(isEmpty);
}

void PricesStep::setPrice(TicketTypeId type, CategoryId category, std::optional<std::int64_t> minor)
{
    const PriceScope at = scope();
    const SetPrices change{{PriceCell{
        .type = type, .category = category, .date = at.date, .until = at.until, .minor = minor}}};
    ask().askIfSold(
        {.date = at.date, .type = type, .category = category},
        {.sentence = tr("Change this price? Tickets that are sold keep what they cost."),
         .verb = tr("Change the price")},
        [this, change, type, category] {
            presenter().edit(change,
                             [this, self = QPointer{this}, type,
                              category](const std::optional<Error>& refusal) {
                                 if (self && refusal) {
                                     m_grid->refuse(type, category, errorText(*refusal));
                                 }
                             });
        },
        [this, type, category] { m_grid->restore(type, category); });
}

void PricesStep::addType()
{
    const QString name = m_typeName->text().trimmed();
    m_typeName->clear(); // the next one may be typed at once
    m_typeFault.clear();
    presenter().edit(NewType{name.toStdString(), m_type->usualTax()},
                     [this, self = QPointer{this}, name](const std::optional<Error>& refusal) {
                         if (self && refusal) {
                             if (m_typeName->text().isEmpty()) {
                                 m_typeName->setText(name);
                             }
                             m_typeFault.say(errorText(*refusal));
                         }
                     });
}

void PricesStep::addCategory()
{
    const QString name = m_categoryName->text().trimmed();
    m_categoryName->clear(); // the next one may be typed at once
    m_categoryFault.clear();
    presenter().edit(NewCategory{name.toStdString()},
                     [this, self = QPointer{this}, name](const std::optional<Error>& refusal) {
                         if (self && refusal) {
                             if (m_categoryName->text().isEmpty()) {
                                 m_categoryName->setText(name);
                             }
                             m_categoryFault.say(errorText(*refusal));
                         }
                     });
}

} // namespace foyer::ui
