// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/events/quotas_step.h"

#include "ui/common/error_text.h"
#include "ui/common/flow_layout.h"
#include "ui/common/formatting.h"
#include "ui/common/icons.h"
#include "ui/common/parts.h"
#include "ui/common/theme.h"
#include "ui/events/event_words.h"
#include "ui/events/limit_chart.h"
#include "ui/events/limit_delegate.h"
#include "ui/events/limit_picture.h"
#include "ui/events/limit_rows.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QListWidget>
#include <QPointer>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace foyer::ui {
namespace {

constexpr int kLimitRowsSeen = 6;

/// What is no number is refused by the counter.
std::int64_t placesIn(const QString& words)
{
    bool isNumber = false;
    const qint64 count = words.trimmed().toLongLong(&isNumber);
    return isNumber ? count : -1;
}

} // namespace

QuotasStep::QuotasStep(EventsPresenter& presenter, EventAsk& ask, QWidget* parent)
    : EventStep{presenter, ask, tr("How many tickets are there?"),
                tr("Seats limit themselves. A limit is needed where fewer may be sold: so many of "
                   "a type, or in a category."),
                parent}
{
    m_dates = new QComboBox{this};
    m_dates->setAccessibleName(tr("Limits of which date"));
    m_dates->setMinimumHeight(kTarget);
    m_dates->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    column().addWidget(m_dates);
    m_list = new QListWidget{this};
    m_list->setAccessibleName(tr("Limits"));
    m_list->setItemDelegate(new LimitDelegate{m_list});
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    column().addWidget(m_list);
    column().addWidget(buildLimit());
    column().addWidget(buildPicture());
    column().addWidget(buildNew());
    column().addStretch();
    setFocusProxy(m_list);
    connect(m_dates, &QComboBox::activated, this, [this] {
        m_limits.clear();
        showList();
        askLimits();
    });
    connect(m_list, &QListWidget::currentRowChanged, this, &QuotasStep::showCurrent);
    connect(m_chart, &LimitChart::chosen, this, [this](int row) { m_list->setCurrentRow(row); });
}

QWidget* QuotasStep::buildLimit()
{
    auto* row = new QWidget{this};
    auto* form = new QFormLayout{row};
    form->setContentsMargins(0, 0, 0, 0);
    form->setHorizontalSpacing(kBetween);
    auto* field = new QLineEdit{row};
    m_capacity =
        new SavedField{field, addField(*form, tr("Places of the chosen limit"), field, row),
                       [this](const QString& words, SavedField::Done done) {
                           setCapacity(words, std::move(done));
                       }};
    m_toggle = makeButton(tr("Lift the limit"), "", row);
    form->addRow(QString{}, m_toggle);
    connect(m_toggle, &QPushButton::clicked, this, &QuotasStep::toggle);
    return row;
}

QWidget* QuotasStep::buildPicture()
{
    auto* panel = makePanel(this);
    auto* inside = new QVBoxLayout{panel};
    inside->setContentsMargins(kBetween, kBetween, kBetween, kBetween);
    inside->setSpacing(kInside);
    inside->addWidget(makeLabel(tr("What limits what"), "section", panel));
    auto* legend = makeLabel(
        tr("A dot: this limit counts for the type or category. A bar is filled as far as sold."),
        "muted", panel);
    legend->setWordWrap(true);
    inside->addWidget(legend);
    m_chart = new LimitChart{panel};
    inside->addWidget(m_chart);
    inside->addSpacing(kInside);
    m_pictureWords = makeLabel({}, "muted", panel);
    m_pictureWords->setWordWrap(true);
    inside->addWidget(m_pictureWords);
    m_picture = new LimitPicture{panel};
    inside->addWidget(m_picture);
    return panel;
}

QWidget* QuotasStep::buildNew()
{
    auto* panel = makePanel(this);
    auto* inside = new QVBoxLayout{panel};
    inside->setContentsMargins(kBetween, kBetween, kBetween, kBetween);
    inside->setSpacing(kInside);
    inside->addWidget(makeLabel(tr("A new limit"), "section", panel));
    auto* row = new QHBoxLayout;
    m_name = new QLineEdit{panel};
    m_name->setAccessibleName(tr("Name of the limit"));
    m_name->setPlaceholderText(m_name->accessibleName());
    m_newCapacity = new QLineEdit{panel};
    m_newCapacity->setAccessibleName(tr("Places"));
    m_newCapacity->setPlaceholderText(m_newCapacity->accessibleName());
    auto* add = makeButton(tr("Add limit"), "", panel);
    setButtonIcon(add, QStringLiteral("plus"));
    for (QLineEdit* field : {m_name, m_newCapacity}) {
        field->setMinimumHeight(kTarget);
        row->addWidget(field, field == m_name ? 2 : 1);
    }
    row->addWidget(add);
    inside->addLayout(row);
    auto* sentence = makeLabel({}, "fault", panel);
    sentence->setWordWrap(true);
    sentence->hide();
    inside->addWidget(sentence);
    m_newFault = {m_newCapacity, sentence};
    m_members = new QWidget{panel};
    m_members->setLayout(new FlowLayout{kBetween});
    inside->addWidget(m_members);
    connect(add, &QPushButton::clicked, this, &QuotasStep::add);
    connect(m_newCapacity, &QLineEdit::returnPressed, this, &QuotasStep::add);
    return panel;
}

void QuotasStep::showEvent(QShowEvent* event)
{
    EventStep::showEvent(event);
    askLimits();
}

void QuotasStep::present(const EventView& view, bool isOther)
{
    const QVariant before = isOther ? QVariant{} : m_dates->currentData();
    m_dates->clear();
    for (const EventDateView& each : view.dates) {
        m_dates->addItem(dateName(each.performance), text(each.performance.id.text()));
    }
    m_dates->setCurrentIndex(std::max(0, m_dates->findData(before)));
    m_dates->setEnabled(m_dates->count() > 0);
    if (isOther) {
        m_limits.clear();
        m_name->clear();
        m_newCapacity->clear();
        m_newFault.clear();
    }
    offerMembers(view);
    showList();
    if (isVisible()) {
        askLimits();
    }
}

void QuotasStep::offerMembers(const EventView& view)
{
    const auto offer = [this](auto& boxes, const auto& members, const QString& words) {
        const auto same = boxes.size() == members.size() &&
            std::ranges::equal(
                              boxes, members, {}, [](const auto& box) { return box.first; },
                              [](const auto& member) { return member.id; });
        if (same) {
            return;
        }
        for (const auto& [id, box] : boxes) {
            delete box;
        }
        boxes.clear();
        for (const auto& member : members) {
            auto* box = new QCheckBox{words.arg(isolated(text(member.name))), m_members};
            m_members->layout()->addWidget(box);
            box->show();
            boxes.emplace_back(member.id, box);
        }
    };
    offer(m_types, view.types, tr("for %1"));
    offer(m_categories, view.categories, tr("in %1"));
}

const EventDateView* QuotasStep::date() const
{
    const EventView* view = this->view();
    const auto id = Uuid::fromText(m_dates->currentData().toString().toStdString());
    return view != nullptr && id ? view->date(PerformanceId{*id}) : nullptr;
}

const Quota* QuotasStep::current() const
{
    const EventDateView* at = date();
    const auto row = static_cast<std::size_t>(m_list->currentRow());
    return at != nullptr && row < at->quotas.size() ? &at->quotas[row] : nullptr;
}

void QuotasStep::askLimits()
{
    const EventDateView* at = date();
    if (at == nullptr) {
        showPicture();
        return;
    }
    const int asked = ++m_asked;
    presenter().port().limits(at->performance.id,
                              [this, self = QPointer{this},
                               asked](const Result<std::vector<CellLimits>>& limits) {
                                  if (self && asked == m_asked && limits) {
                                      m_limits = *limits;
                                      showList();
                                      showPicture();
                                  }
                              });
}

void QuotasStep::showList()
{
    const int before = std::max(0, m_list->currentRow());
    const QSignalBlocker quiet{m_list};
    m_list->clear();
    std::vector<LimitRow> rows;
    const EventDateView* at = date();
    if (const EventView* view = this->view(); view != nullptr && at != nullptr) {
        rows = limitRows(*view, *at, m_limits);
    }
    for (const LimitRow& row : rows) {
        auto* item = new QListWidgetItem{row.name, m_list};
        item->setData(LimitDelegate::CoverRole, row.covers);
        item->setData(LimitDelegate::OfRole, qint64{row.of});
        item->setData(LimitDelegate::LeftRole, row.left ? QVariant{qint64{*row.left}} : QVariant{});
        item->setData(Qt::AccessibleTextRole, limitSentence(row));
    }
    m_list->setCurrentRow(std::min(before, m_list->count() - 1));
    m_list->setVisible(m_list->count() > 0);
    if (const EventView* view = this->view()) {
        m_chart->present(*view, std::move(rows), m_list->currentRow());
    }
    m_chart->setVisible(m_list->count() > 0);
    m_list->setFixedHeight(kInside +
                           LimitDelegate::kHeight * std::clamp(m_list->count(), 1, kLimitRowsSeen));
    showCurrent();
}

void QuotasStep::showCurrent()
{
    m_chart->choose(m_list->currentRow());
    const Quota* quota = current();
    m_capacity->fault().field->setEnabled(quota != nullptr);
    const bool isWhole = quota != nullptr && quota->types.empty() && quota->categories.empty();
    m_toggle->setVisible(quota != nullptr && !isWhole);
    const auto id = quota != nullptr ? std::optional{quota->id} : std::nullopt;
    m_capacity->present(quota != nullptr ? QString::number(quota->capacity) : QString{},
                        id != m_shown);
    m_shown = id;
    if (quota != nullptr) {
        m_toggle->setText(quota->isOff ? tr("Set the limit again") : tr("Lift the limit"));
        m_toggle->setAccessibleName(m_toggle->text());
    }
}

void QuotasStep::showPicture()
{
    const EventView* view = this->view();
    const bool any = view != nullptr && !m_limits.empty();
    m_picture->setVisible(any);
    m_pictureWords->setText(
        any ? tr("Of each type in each category, how many are left, and the limit that binds.")
            : tr("Dates and prices come first: then this shows what is left of each."));
    if (any) {
        m_picture->present(*view, m_limits);
    }
}

void QuotasStep::setCapacity(const QString& words, SavedField::Done done)
{
    const Quota* quota = current();
    const EventDateView* at = date();
    if (quota == nullptr || at == nullptr) {
        return;
    }
    const ChangeQuota change{quota->id, {.capacity = placesIn(words)}};
    const auto save = [this, change, done] { presenter().edit(change, done); };
    if (*change.change.capacity < 0 || *change.change.capacity >= quota->capacity) {
        save();
        return;
    }
    ask().askIfSold({.date = at->performance.id,
                     .quota = quota->id,
                     .capacity = *change.change.capacity},
                    {.sentence = tr("Cut %1 to %L2 places?")
                                     .arg(isolated(text(quota->name)))
                                     .arg(*change.change.capacity),
                     .verb = tr("Cut it")},
                    save, [this] {
                        m_shown.reset(); // the field shows what is kept
                        showCurrent();
                    });
}

void QuotasStep::toggle()
{
    if (const Quota* quota = current()) {
        presenter().edit(ChangeQuota{quota->id, {.isOff = !quota->isOff}});
    }
}

void QuotasStep::add()
{
    const EventDateView* at = date();
    if (at == nullptr) {
        return;
    }
    QuotaChange quota{.name = m_name->text().trimmed().toStdString(),
                      .capacity = placesIn(m_newCapacity->text())};
    std::set<TicketTypeId> types;
    for (const auto& [id, box] : m_types) {
        if (box->isChecked()) {
            types.insert(id);
        }
    }
    std::set<CategoryId> categories;
    for (const auto& [id, box] : m_categories) {
        if (box->isChecked()) {
            categories.insert(id);
        }
    }
    quota.types = std::move(types);
    quota.categories = std::move(categories);
    presenter().edit(NewQuota{at->performance.id, quota},
                     [this, self = QPointer{this}](const std::optional<Error>& refusal) {
                         if (!self) {
                             return;
                         }
                         if (refusal) {
                             m_newFault.say(errorText(*refusal));
                             return;
                         }
                         m_newFault.clear();
                         m_name->clear();
                         m_newCapacity->clear();
                     });
}

} // namespace foyer::ui
