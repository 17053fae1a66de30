// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/reports/report_scope_bar.h"

#include "ui/common/flow_layout.h"
#include "ui/common/formatting.h"
#include "ui/common/parts.h"
#include "ui/common/theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDateEdit>
#include <QDateTimeEdit>
#include <QLabel>
#include <QSignalBlocker>
#include <QTimeZone>

#include <array>
#include <set>
#include <utility>

namespace foyer::ui {
namespace {

constexpr int kAlways = 0;
constexpr int kToday = 1;
constexpr int kWeek = 2;
constexpr int kMonth = 3;
constexpr int kLastMonth = 4;
constexpr int kYear = 5;
constexpr int kChosen = 6;

constexpr int kComboWidth = 190;

QDate dateOf(std::int64_t day)
{
    return QDate{1970, 1, 1}.addDays(day);
}

std::int64_t dayOf(const QDate& date)
{
    return QDate{1970, 1, 1}.daysTo(date);
}

QTimeZone houseZone(const std::string& name)
{
    QTimeZone zone{QByteArray::fromStdString(name)};
    return zone.isValid() ? zone : QTimeZone::utc();
}

std::pair<std::optional<std::int64_t>, std::optional<std::int64_t>> daysOf(int period,
                                                                           std::int64_t today)
{
    const QDate date = dateOf(today);
    const QDate month{date.year(), date.month(), 1};
    constexpr int kWeekBefore = 6;
    switch (period) {
    case kToday:
        return {today, today};
    case kWeek:
        return {today - kWeekBefore, today};
    case kMonth:
        return {dayOf(month), today};
    case kLastMonth:
        return {dayOf(month.addMonths(-1)), dayOf(month) - 1};
    case kYear:
        return {dayOf(QDate{date.year(), 1, 1}), today};
    default:
        return {};
    }
}

/// A field with its name before it.
QLabel* addNamed(FlowLayout& flow, const QString& name, QWidget* field, QWidget* parent)
{
    auto* label = makeLabel(name, "muted", parent);
    label->setBuddy(field);
    label->setMinimumHeight(kTarget); // beside the middle of its field
    field->setAccessibleName(name);
    field->setMinimumHeight(kTarget);
    flow.addWidget(label);
    flow.addWidget(field);
    return label;
}

QComboBox* makeCombo(QWidget* parent)
{
    auto* combo = new QComboBox{parent};
    combo->setFixedWidth(kComboWidth);
    combo->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    return combo;
}

QString keyOf(const std::string& id)
{
    return text(id);
}

} // namespace

ReportScopeBar::ReportScopeBar(QWidget* parent)
    : QWidget{parent}, m_event{makeCombo(this)}, m_performance{makeCombo(this)}, m_beside{makeCombo(
                                                                                     this)},
      m_period{makeCombo(this)}, m_from{new QDateEdit{this}}, m_to{new QDateEdit{this}},
      m_isAsOf{new QCheckBox{tr("As of"), this}}, m_asOf{new QDateTimeEdit{this}}
{
    auto* flow = new FlowLayout{kInside};
    setLayout(flow);
    addNamed(*flow, tr("Event"), m_event, this);
    m_performanceName = addNamed(*flow, tr("Performance"), m_performance, this);
    m_besideName = addNamed(*flow, tr("Compared with"), m_beside, this);
    m_periodName = addNamed(*flow, tr("Period"), m_period, this);
    buildPeriod();
    m_from->setAccessibleName(tr("First day"));
    m_to->setAccessibleName(tr("Last day"));
    m_asOf->setAccessibleName(tr("As of"));
    m_isAsOf->setToolTip(tr("The figures as they were known here at that moment"));
    m_isAsOf->setMinimumHeight(kTarget);
    for (QDateTimeEdit* field : std::initializer_list<QDateTimeEdit*>{m_from, m_to, m_asOf}) {
        field->setCalendarPopup(field != m_asOf);
        field->setMinimumHeight(kTarget);
    }
    for (QWidget* field : std::initializer_list<QWidget*>{m_from, m_to, m_isAsOf, m_asOf}) {
        flow->addWidget(field);
    }
    m_asOf->setEnabled(false);
    m_asOf->setButtonSymbols(QAbstractSpinBox::NoButtons);
    const auto tell = [this] {
        if (!m_isFilling) {
            Q_EMIT changed();
        }
    };
    connect(m_event, &QComboBox::currentIndexChanged, this, [this, tell] {
        fillPerformances();
        tell();
    });
    connect(m_performance, &QComboBox::currentIndexChanged, this, tell);
    connect(m_beside, &QComboBox::currentIndexChanged, this, tell);
    connect(m_period, &QComboBox::currentIndexChanged, this, [this, tell] {
        showPeriod();
        tell();
    });
    connect(m_isAsOf, &QCheckBox::toggled, this, [this, tell](bool isOn) {
        m_asOf->setEnabled(isOn);
        tell();
    });
    for (QDateTimeEdit* field : std::initializer_list<QDateTimeEdit*>{m_from, m_to, m_asOf}) {
        connect(field, &QDateTimeEdit::dateTimeChanged, this, tell);
    }
    showPeriod();
}

void ReportScopeBar::buildPeriod()
{
    const QSignalBlocker quiet{m_period};
    for (const auto& [period, words] :
         std::initializer_list<std::pair<int, QString>>{{kAlways, tr("All the time")},
                                                        {kToday, tr("Today")},
                                                        {kWeek, tr("The last seven days")},
                                                        {kMonth, tr("This month")},
                                                        {kLastMonth, tr("The month before")},
                                                        {kYear, tr("This year")},
                                                        {kChosen, tr("From … to …")}}) {
        m_period->addItem(words, period);
    }
}

void ReportScopeBar::setChoices(const ReportChoices& choices)
{
    m_isFilling = true;
    const bool isFirst = m_choices.performances.empty() && m_choices.timeZone.empty();
    const QVariant event = m_event->currentData();
    m_choices = choices;
    m_event->clear();
    m_event->addItem(tr("All events"), QString{});
    std::set<EventId> known;
    for (const auto& each : choices.performances) {
        if (known.insert(each.event).second) {
            m_event->addItem(isolated(text(each.name)), keyOf(each.event.text()));
        }
    }
    m_event->setCurrentIndex(std::max(0, m_event->findData(event)));
    fillPerformances();
    fillBeside();
    if (isFirst) {
        m_from->setDate(dateOf(choices.today));
        m_to->setDate(dateOf(choices.today));
        const QDateTime now =
            QDateTime::fromMSecsSinceEpoch(choices.now.ms, houseZone(choices.timeZone));
        m_asOf->setDateTime(QDateTime{now.date(), now.time()});
    }
    m_isFilling = false;
}

void ReportScopeBar::fillPerformances()
{
    const bool wasFilling = std::exchange(m_isFilling, true);
    const QVariant before = m_performance->currentData();
    const QString event = m_event->currentData().toString();
    m_performance->clear();
    if (!m_isOfOne) {
        m_performance->addItem(tr("All performances"), QString{});
    }
    int next = -1;
    for (const auto& each : m_choices.performances) { // the latest first
        if (!event.isEmpty() && keyOf(each.event.text()) != event) {
            continue;
        }
        const QString when = dayAndTimeText(each.startsAt, each.timeZone);
        m_performance->addItem(event.isEmpty()
                                   ? when + QStringLiteral(" · ") + isolated(text(each.name))
                                   : when,
                               keyOf(each.id.text()));
        if (each.startsAt >= m_choices.now || next < 0) {
            next = m_performance->count() - 1;
        }
    }
    const int at = m_performance->findData(before);
    m_performance->setCurrentIndex(at >= 0 ? at : m_isOfOne ? next : 0);
    m_isFilling = wasFilling;
}

void ReportScopeBar::fillBeside()
{
    const bool wasFilling = std::exchange(m_isFilling, true);
    const QVariant before = m_beside->currentData();
    m_beside->clear();
    m_beside->addItem(tr("Earlier performances"), QString{});
    for (const auto& each : m_choices.performances) {
        m_beside->addItem(dayAndTimeText(each.startsAt, each.timeZone) + QStringLiteral(" · ") +
                              isolated(text(each.name)),
                          keyOf(each.id.text()));
    }
    m_beside->setCurrentIndex(std::max(0, m_beside->findData(before)));
    m_isFilling = wasFilling;
}

void ReportScopeBar::showPeriod()
{
    const bool isChosen = !m_isOfOne && m_period->currentData().toInt() == kChosen;
    m_from->setVisible(isChosen);
    m_to->setVisible(isChosen);
}

void ReportScopeBar::setKind(const ReportQuestion& question)
{
    const bool isOverview = question.kind == ReportQuestion::Kind::Dashboard;
    m_isOfOne = question.isOfOnePerformance();
    m_period->setVisible(!m_isOfOne);
    m_periodName->setVisible(!m_isOfOne);
    m_beside->setVisible(question.kind == ReportQuestion::Kind::Curve);
    m_besideName->setVisible(question.kind == ReportQuestion::Kind::Curve);
    setVisible(!isOverview);
    showPeriod();
    fillPerformances();
}

std::optional<ReportScope> ReportScopeBar::scope(const ReportQuestion& question) const
{
    ReportScope scope;
    if (question.kind == ReportQuestion::Kind::Dashboard) {
        return scope;
    }
    if (const auto id = Uuid::fromText(m_performance->currentData().toString().toStdString())) {
        scope.performances = {PerformanceId{*id}};
    } else if (question.isOfOnePerformance()) {
        return std::nullopt;
    }
    if (const auto id = Uuid::fromText(m_event->currentData().toString().toStdString())) {
        scope.event = EventId{*id};
    }
    if (!question.isOfOnePerformance()) {
        const int period = m_period->currentData().toInt();
        std::tie(scope.fromDay, scope.toDay) = period == kChosen
            ? std::pair{std::optional{dayOf(m_from->date())}, std::optional{dayOf(m_to->date())}}
            : daysOf(period, m_choices.today);
    }
    if (m_isAsOf->isChecked()) {
        const QDateTime at{m_asOf->date(), m_asOf->time(), houseZone(m_choices.timeZone)};
        scope.asOf = Instant{at.toMSecsSinceEpoch()};
    }
    return scope;
}

std::vector<PerformanceId> ReportScopeBar::beside(const ReportQuestion& question) const
{
    const auto id = Uuid::fromText(m_beside->currentData().toString().toStdString());
    return question.kind == ReportQuestion::Kind::Curve && id ? std::vector{PerformanceId{*id}}
                                                              : std::vector<PerformanceId>{};
}

} // namespace foyer::ui
