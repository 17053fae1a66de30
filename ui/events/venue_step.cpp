// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/events/venue_step.h"

#include "ui/common/error_text.h"
#include "ui/common/formatting.h"
#include "ui/common/icons.h"
#include "ui/common/parts.h"
#include "ui/common/theme.h"

#include <QComboBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPointer>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace foyer::ui {
namespace {

constexpr int kAddressHeight = 84;

} // namespace

VenueStep::VenueStep(EventsPresenter& presenter, EventAsk& ask, QWidget* parent)
    : EventStep{presenter, ask, tr("Where is it?"),
                tr("What you change of a venue is so for all its events."), parent}
{
    QFormLayout* form = addForm();
    m_venue = new QComboBox{this};
    m_venue->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    addField(*form, tr("Takes place at"), m_venue, this);
    m_newVenue = new QLineEdit{this};
    m_newVenue->setPlaceholderText(tr("Its name, then Enter"));
    m_newFault = addField(*form, tr("Another venue"), m_newVenue, this);
    const auto venueEdit = [this](VenueChange change) -> EventEdit {
        const EventView* view = this->view();
        return ChangeVenue{view != nullptr ? view->venue.id : VenueId{}, std::move(change)};
    };
    m_name = addLine(*form, tr("Name of the venue"), [venueEdit](const QString& words) {
        return venueEdit({.name = words.trimmed().toStdString()});
    });
    auto* address = new QPlainTextEdit{this};
    address->setFixedHeight(kAddressHeight);
    m_address = new SavedField{address, addField(*form, tr("Address"), address, this),
                               saves([venueEdit](const QString& words) {
                                   return venueEdit({.address = words.trimmed().toStdString()});
                               })};
    m_zone = addLine(*form, tr("Time zone"), [venueEdit](const QString& words) {
        return venueEdit({.timeZone = words.trimmed().toStdString()});
    });
    buildPlan();
    column().addStretch();
    setFocusProxy(m_venue);
    connect(m_newVenue, &QLineEdit::returnPressed, this, &VenueStep::addVenue);
    connect(&presenter, &EventsPresenter::houseChanged, this, &VenueStep::presentHouse);
    connect(m_venue, &QComboBox::activated, this, [this](int index) {
        const auto id = Uuid::fromText(m_venue->itemData(index).toString().toStdString());
        if (id) {
            this->presenter().edit(EventChange{.venue = VenueId{*id}});
        }
    });
}

void VenueStep::buildPlan()
{
    auto* panel = makePanel(this);
    auto* inside = new QVBoxLayout{panel};
    inside->setContentsMargins(kBetween, kBetween, kBetween, kBetween);
    inside->setSpacing(kInside);
    inside->addWidget(makeLabel(tr("Seating plan"), "section", panel));
    m_planWords = makeLabel({}, "muted", panel);
    m_planWords->setWordWrap(true);
    inside->addWidget(m_planWords);
    auto* row = new QHBoxLayout;
    m_plan = new QComboBox{panel};
    m_plan->setAccessibleName(tr("Seating plan"));
    m_plan->setMinimumHeight(kTarget);
    m_plan->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_use = makeButton(tr("Use it on all dates"), "", panel);
    row->addWidget(m_plan, 1);
    row->addWidget(m_use);
    inside->addLayout(row);
    auto* sentence = makeLabel({}, "fault", panel);
    sentence->setWordWrap(true);
    sentence->hide();
    inside->addWidget(sentence);
    m_planFault = {m_plan, sentence};
    column().addSpacing(kInside);
    column().addWidget(panel);
    connect(m_use, &QPushButton::clicked, this, &VenueStep::usePlan);
}

void VenueStep::flush()
{
    m_name->flush();
    m_address->flush();
    m_zone->flush();
}

void VenueStep::presentHouse()
{
    const EventView* view = this->view();
    if (view == nullptr) {
        return;
    }
    const bool isTheirs = presenter().house().isTheirs;
    for (QWidget* field : {static_cast<QWidget*>(m_newVenue), m_name->fault().field,
                           m_address->fault().field, m_zone->fault().field}) {
        field->setEnabled(isTheirs);
        field->setToolTip(isTheirs ? QString{} : tr("Whoever runs the house changes this."));
    }
    m_venue->clear();
    for (const Venue& venue : presenter().house().venues) {
        m_venue->addItem(isolated(text(venue.name)), text(venue.id.text()));
    }
    m_venue->setCurrentIndex(m_venue->findData(text(view->event.venue.text())));
    const QVariant chosen = m_plan->currentData();
    m_plan->clear();
    m_plan->addItem(tr("No plan: places are counted"), QString{});
    for (const EventPlan& plan : presenter().house().plans) {
        m_plan->addItem(tr("%1 · %L2 seats, %L3 standing")
                            .arg(isolated(text(plan.name)))
                            .arg(plan.seats)
                            .arg(plan.standing),
                        text(plan.id.text()));
    }
    m_plan->setCurrentIndex(std::max(chosen.isValid()          ? m_plan->findData(chosen)
                                         : m_plan->count() > 1 ? 1
                                                               : 0,
                                     0));
}

void VenueStep::present(const EventView& view, bool isOther)
{
    presentHouse();
    if (isOther) {
        m_newVenue->clear();
        m_newFault.clear();
        m_planFault.clear();
    }
    m_name->present(text(view.venue.name), isOther);
    m_address->present(text(view.venue.address), isOther);
    m_zone->present(text(view.venue.timeZone), isOther);
    QStringList plans;
    for (const EventDateView& date : view.dates) {
        const QString plan =
            date.plan.empty() ? tr("places are counted") : isolated(text(date.plan));
        if (!plans.contains(plan)) {
            plans << plan;
        }
    }
    m_planWords->setText(
        presenter().house().plans.empty()
            ? tr("There is no seating plan yet. Import one, or sell places by their number.")
            : plans.isEmpty() ? tr("The plan is chosen with each date.")
                              : tr("Its dates have: %1").arg(plans.join(QStringLiteral(", "))));
    m_use->setEnabled(!view.dates.empty());
}

void VenueStep::addVenue()
{
    presenter().edit(NewVenue{m_newVenue->text().trimmed().toStdString()},
                     [this, self = QPointer{this}](const std::optional<Error>& refusal) {
                         if (!self) {
                             return;
                         }
                         if (refusal) {
                             m_newFault.say(errorText(*refusal));
                             return;
                         }
                         m_newFault.clear();
                         m_newVenue->clear();
                     });
}

void VenueStep::usePlan()
{
    const EventView* view = this->view();
    if (view == nullptr) {
        return;
    }
    const auto id = Uuid::fromText(m_plan->currentData().toString().toStdString());
    const auto plan = id ? std::optional{PlanId{*id}} : std::nullopt;
    std::vector<PerformanceId> dates;
    for (const EventDateView& date : view->dates) {
        if (date.performance.plan != plan &&
            date.performance.state != Performance::State::Cancelled) {
            dates.push_back(date.performance.id);
        }
    }
    m_planFault.clear();
    ask().askIfSold({},
                    {.sentence = tr("Change the seating plan? A date keeps its plan where seats of "
                                    "it are sold."),
                     .verb = tr("Change the plan")},
                    [this, dates, plan] {
                        for (const PerformanceId date : dates) {
                            presenter().edit(ChangePlan{date, plan},
                                             [this, self = QPointer{this}](
                                                 const std::optional<Error>& refusal) {
                                                 if (self && refusal) {
                                                     m_planFault.tell(errorText(*refusal));
                                                 }
                                             });
                        }
                    });
}

} // namespace foyer::ui
