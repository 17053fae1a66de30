// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/events/date_maker.h"

#include "ui/common/error_text.h"
#include "ui/common/flow_layout.h"
#include "ui/common/formatting.h"
#include "ui/common/icons.h"
#include "ui/common/parts.h"
#include "ui/common/theme.h"
#include "ui/events/event_words.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDateEdit>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QLocale>
#include <QPointer>
#include <QSpinBox>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>

namespace foyer::ui {
namespace {

constexpr int kLookAfterMs = 150;
constexpr int kShownDates = 6;
constexpr int kMinutesMax = 24 * 60;
constexpr int kCapacityMax = 1'000'000;
constexpr const char* kRuleDays[] = {"MO", "TU", "WE", "TH", "FR", "SA", "SU"};

enum Repeat { kOnce, kDaily, kWeekly, kFortnightly, kMonthly };
enum SeriesEnd { kAfterTimes, kUntilDay };

QSpinBox* makeSpin(const QString& name, const QString& none, int max, QWidget* parent)
{
    auto* spin = new QSpinBox{parent};
    spin->setRange(0, max);
    spin->setAccessibleName(name);
    spin->setSpecialValueText(none);
    spin->setButtonSymbols(QAbstractSpinBox::NoButtons);
    spin->setMinimumHeight(kTarget);
    return spin;
}

/// A field below its name, in a cell of the form's grid.
QWidget* namedCell(const QString& name, QWidget* field, QWidget* parent)
{
    auto* cell = new QWidget{parent};
    auto* column = new QVBoxLayout{cell};
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(kInside / 2);
    auto* label = makeLabel(name, "small", cell);
    label->setBuddy(field);
    field->setAccessibleName(name);
    field->setMinimumHeight(kTarget);
    column->addWidget(label);
    column->addWidget(field);
    return cell;
}

} // namespace

DateMaker::DateMaker(EventsPresenter& presenter, QWidget* parent)
    : QFrame{parent}, m_presenter{presenter}, m_patience{new QTimer{this}}
{
    setProperty("role", "panel");
    auto* column = new QVBoxLayout{this};
    column->setContentsMargins(kBetween, kBetween, kBetween, kBetween);
    column->setSpacing(kInside);
    column->addWidget(makeLabel(tr("New dates"), "section", this));
    auto* first = new QWidget{this};
    buildStart(first);
    column->addWidget(first);
    m_series = buildRepeat();
    column->addWidget(m_series);
    m_preview = makeLabel({}, "muted", this);
    m_preview->setObjectName(QStringLiteral("preview"));
    m_preview->setWordWrap(true);
    column->addWidget(m_preview);
    auto* fault = makeLabel({}, "fault", this);
    fault->setWordWrap(true);
    fault->hide();
    column->addWidget(fault);
    m_fault = {m_start, fault};
    m_make = makeButton(tr("Add this date"), "primary", this);
    setButtonIcon(m_make, QStringLiteral("calendar-plus"));
    column->addWidget(m_make, 0, Qt::AlignLeft);
    setFocusProxy(m_start);
    m_patience->setSingleShot(true);
    m_patience->setInterval(kLookAfterMs);
    connect(m_patience, &QTimer::timeout, this, &DateMaker::askPlan);
    connect(m_make, &QPushButton::clicked, this, &DateMaker::make);
    connect(&m_presenter, &EventsPresenter::houseChanged, this, &DateMaker::presentHouse);
    showRepeat();
}

void DateMaker::buildStart(QWidget* parent)
{
    auto* grid = new QGridLayout{parent};
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(kInside);
    m_start = new QDateTimeEdit{parent};
    m_start->setTimeSpec(Qt::UTC); // shows the clocks at the venue
    m_start->setCalendarPopup(true);
    m_start->setDisplayFormat(
        QLocale{}.dateFormat(QLocale::ShortFormat) + QStringLiteral("  ") +
        QLocale{}.timeFormat(QLocale::ShortFormat).remove(QStringLiteral(":ss")));
    m_doors = makeSpin({}, tr("Not said"), kMinutesMax, parent);
    m_lasts = makeSpin({}, tr("Not said"), kMinutesMax, parent);
    m_plan = new QComboBox{parent};
    m_plan->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_capacity = makeSpin({}, tr("Not said"), kCapacityMax, parent);
    m_repeat = new QComboBox{parent};
    m_repeat->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_repeat->addItems({tr("Just once"), tr("Every day"), tr("Every week"), tr("Every two weeks"),
                        tr("Every month")});
    grid->addWidget(namedCell(tr("Starts"), m_start, parent), 0, 0);
    grid->addWidget(namedCell(tr("Doors open, minutes before"), m_doors, parent), 0, 1);
    grid->addWidget(namedCell(tr("Lasts, minutes"), m_lasts, parent), 0, 2);
    grid->addWidget(namedCell(tr("Seating plan"), m_plan, parent), 1, 0);
    m_capacityRow = namedCell(tr("Places"), m_capacity, parent);
    grid->addWidget(m_capacityRow, 1, 1);
    grid->addWidget(namedCell(tr("Repeated"), m_repeat, parent), 1, 2);
    for (int at = 0; at < 3; ++at) {
        grid->setColumnStretch(at, 1);
    }
    connect(m_start, &QDateTimeEdit::dateTimeChanged, this, &DateMaker::look);
    connect(m_repeat, &QComboBox::currentIndexChanged, this, &DateMaker::showRepeat);
    connect(m_plan, &QComboBox::currentIndexChanged, this, &DateMaker::showRepeat);
}

QWidget* DateMaker::buildRepeat()
{
    auto* series = new QWidget{this};
    auto* column = new QVBoxLayout{series};
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(kInside);
    m_dayRow = buildDays();
    column->addWidget(m_dayRow);
    auto* grid = new QGridLayout;
    grid->setSpacing(kInside);
    m_end = new QComboBox{series};
    m_end->addItems({tr("After so many dates"), tr("On a day")});
    m_times = makeSpin({}, {}, 1'000, series);
    m_times->setMinimum(1);
    m_times->setValue(10);
    m_until = new QDateEdit{series};
    m_until->setCalendarPopup(true);
    m_without = new QLineEdit{series};
    m_without->setPlaceholderText(QLocale{}.toString(QDate{2026, 12, 24}, QLocale::ShortFormat) +
                                  QStringLiteral("; …"));
    auto* times = namedCell(tr("How many"), m_times, series);
    auto* until = namedCell(tr("The last day"), m_until, series);
    grid->addWidget(namedCell(tr("Ends"), m_end, series), 0, 0);
    grid->addWidget(times, 0, 1);
    grid->addWidget(until, 0, 1);
    grid->addWidget(namedCell(tr("Not on these days"), m_without, series), 0, 2);
    for (int at = 0; at < 3; ++at) {
        grid->setColumnStretch(at, 1);
    }
    column->addLayout(grid);
    until->hide();
    connect(m_end, &QComboBox::currentIndexChanged, this, [this, times, until](int index) {
        times->setVisible(index == kAfterTimes);
        until->setVisible(index == kUntilDay);
        look();
    });
    connect(m_times, &QSpinBox::valueChanged, this, &DateMaker::look);
    connect(m_until, &QDateEdit::dateChanged, this, &DateMaker::look);
    connect(m_without, &QLineEdit::textChanged, this, &DateMaker::look);
    return series;
}

QWidget* DateMaker::buildDays()
{
    auto* days = new QWidget{this};
    auto* flow = new FlowLayout{kBetween};
    days->setLayout(flow);
    for (int day = 1; day <= 7; ++day) {
        auto* box = new QCheckBox{QLocale{}.standaloneDayName(day, QLocale::ShortFormat), days};
        box->setAccessibleName(QLocale{}.standaloneDayName(day, QLocale::LongFormat));
        flow->addWidget(box);
        m_days.push_back(box);
        connect(box, &QCheckBox::toggled, this, &DateMaker::look);
    }
    return days;
}

void DateMaker::present(const EventView& view, bool isOther)
{
    if (isOther) {
        const QSignalBlocker quiet{m_start};
        constexpr int kWeek = 7;
        const QDate day = shownClock(m_presenter.house().now, view.venue.timeZone).date();
        m_start->setDateTime(
            {std::max(day, QDate{2000, 1, 1}).addDays(kWeek), QTime{19, 30}, Qt::UTC});
        m_until->setDate(m_start->date().addMonths(1));
        m_repeat->setCurrentIndex(kOnce);
        m_doors->setValue(30);
        m_lasts->setValue(0);
        m_capacity->setValue(0);
        m_without->clear();
        m_fault.clear();
    }
    presentHouse();
    look();
}

void DateMaker::presentHouse()
{
    const QVariant before = m_plan->currentData();
    const QSignalBlocker quiet{m_plan};
    m_plan->clear();
    m_plan->addItem(tr("No plan: places are counted"), QString{});
    for (const EventPlan& plan : m_presenter.house().plans) {
        m_plan->addItem(isolated(text(plan.name)), text(plan.id.text()));
    }
    const int kept = m_plan->findData(before);
    const bool wasChosen = before.isValid() && !before.toString().isEmpty();
    // A house with a plan mostly sells seats.
    m_plan->setCurrentIndex(wasChosen && kept >= 0 ? kept : m_plan->count() > 1 ? 1 : 0);
    showRepeat();
}

void DateMaker::showRepeat()
{
    const int repeat = m_repeat->currentIndex();
    m_series->setVisible(repeat != kOnce);
    m_dayRow->setVisible(repeat == kWeekly || repeat == kFortnightly);
    m_capacityRow->setEnabled(m_plan->currentIndex() <= 0);
    m_capacity->setSpecialValueText(m_plan->currentIndex() > 0 ? tr("As the plan has")
                                                               : tr("Not said"));
    look();
}

void DateMaker::look()
{
    m_fault.clear();
    m_patience->start();
}

std::string DateMaker::rule() const
{
    std::string said;
    switch (m_repeat->currentIndex()) {
    case kDaily:
        said = "FREQ=DAILY";
        break;
    case kWeekly:
    case kFortnightly: {
        said = m_repeat->currentIndex() == kWeekly ? "FREQ=WEEKLY" : "FREQ=WEEKLY;INTERVAL=2";
        std::string days;
        for (std::size_t day = 0; day < m_days.size(); ++day) {
            if (m_days[day]->isChecked()) {
                days += (days.empty() ? "" : ",") + std::string{kRuleDays[day]};
            }
        }
        said += days.empty() ? "" : ";BYDAY=" + days;
        break;
    }
    case kMonthly:
        said = "FREQ=MONTHLY";
        break;
    default:
        return {};
    }
    return m_end->currentIndex() == kAfterTimes
        ? said + ";COUNT=" + std::to_string(m_times->value())
        : said + ";UNTIL=" + m_until->date().toString(QStringLiteral("yyyyMMdd")).toStdString() +
            "T235959";
}

std::vector<std::string> DateMaker::except() const
{
    std::vector<std::string> days;
    for (const QString& word : m_without->text().split(u';', Qt::SkipEmptyParts)) {
        const QString typed = word.trimmed();
        QDate day = QLocale{}.toDate(typed, QLocale::ShortFormat);
        if (!day.isValid()) {
            day = QDate::fromString(typed, Qt::ISODate);
        }
        if (day.isValid() && day.year() < 2000) {
            day = day.addYears(100); // short forms of some locales have two digits
        }
        days.push_back(day.isValid() ? day.toString(Qt::ISODate).toStdString()
                                     : typed.toStdString());
    }
    return days;
}

NewDates DateMaker::wanted() const
{
    const auto minutes = [](const QSpinBox* spin) {
        return spin->value() > 0 ? std::optional<std::int64_t>{spin->value()} : std::nullopt;
    };
    NewDates dates{.start = clockWords(m_start->dateTime()),
                   .rule = rule(),
                   .except = {},
                   .doorsBeforeMinutes = minutes(m_doors),
                   .lastsMinutes = minutes(m_lasts),
                   .plan = std::nullopt,
                   .capacity = 0};
    if (!dates.rule.empty()) {
        dates.except = except();
    }
    if (const auto id = Uuid::fromText(m_plan->currentData().toString().toStdString())) {
        dates.plan = PlanId{*id};
    } else {
        dates.capacity = m_capacity->value();
    }
    return dates;
}

void DateMaker::askPlan()
{
    const EventView* view = m_presenter.view();
    if (view == nullptr || !isVisible()) {
        return;
    }
    const int asked = ++m_asked;
    m_presenter.port().planDates(view->event.id, wanted(),
                                 [this, self = QPointer{this},
                                  asked](const Result<std::vector<PlannedDate>>& plan) {
                                     if (self && asked == m_asked) {
                                         showPlan(plan);
                                     }
                                 });
}

void DateMaker::showPlan(const Result<std::vector<PlannedDate>>& plan)
{
    if (!plan) {
        m_preview->setText(errorText(plan.error()));
        m_make->setText(tr("Add this date"));
        return;
    }
    QStringList shown;
    int known = 0;
    int made = 0;
    for (const PlannedDate& date : *plan) {
        if (date.isKnown) {
            ++known;
            continue;
        }
        ++made;
        if (made <= kShownDates) {
            shown << dayAndTimeText(date.startsAt, date.timeZone);
        }
    }
    QStringList lines;
    if (made > 1 && !shown.isEmpty()) {
        lines << (made > kShownDates
                      ? tr("%n date(s): %1 …", nullptr, made).arg(shown.join(QStringLiteral(" · ")))
                      : tr("%n date(s): %1", nullptr, made).arg(shown.join(QStringLiteral(" · "))));
    } else if (made == 1) {
        lines << shown.front();
    }
    if (known > 0) {
        lines << tr("%n date(s) are there already.", nullptr, known);
    }
    if (std::ranges::any_of(*plan, &PlannedDate::isSkipped)) {
        lines << tr("On one day the clocks go forward over this time: it starts later there.");
    }
    m_preview->setText(lines.join(u'\n'));
    m_make->setText(made <= 1 ? tr("Add this date") : tr("Add %n date(s)", nullptr, made));
    m_make->setAccessibleName(m_make->text());
}

void DateMaker::make()
{
    m_make->setEnabled(false); // once is enough
    m_presenter.edit(wanted(), [this, self = QPointer{this}](const std::optional<Error>& refusal) {
        if (!self) {
            return;
        }
        m_make->setEnabled(true);
        if (refusal) {
            m_fault.tell(errorText(*refusal));
            return;
        }
        m_fault.clear();
        if (m_repeat->currentIndex() == kOnce) {
            m_start->setDateTime(m_start->dateTime().addDays(1)); // mostly
        }
    });
}

} // namespace foyer::ui
