// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/events/event_list.h"

#include "ui/common/empty_state.h"
#include "ui/common/formatting.h"
#include "ui/common/icons.h"
#include "ui/common/parts.h"
#include "ui/common/theme.h"
#include "ui/events/event_card_delegate.h"
#include "ui/events/event_words.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace foyer::ui {
namespace {

enum ListShown { kCardsShown, kEmptyShown, kNothingShown, kFailedShown, kLoadingShown };

/// What the filter offers, before "Archived".
constexpr EventState kFilterStates[] = {EventState::Draft, EventState::Published,
                                        EventState::Postponed, EventState::Cancelled,
                                        EventState::Archived};

} // namespace

EventList::EventList(EventsPresenter& presenter, QWidget* parent)
    : QWidget{parent}, m_presenter{presenter}
{
    auto* column = new QVBoxLayout{this};
    column->setContentsMargins(kAround, kAround, kAround, kAround);
    column->setSpacing(kBetween);
    column->addWidget(buildHead());
    m_told = makeLabel({}, "banner", this);
    m_told->setWordWrap(true);
    m_told->hide();
    column->addWidget(m_told);
    m_states = new QStackedWidget{this};
    column->addWidget(m_states, 1);
    m_cards = new QListWidget{m_states};
    m_cards->setProperty("role", "plain");
    m_cards->setStyleSheet(QStringLiteral("QListWidget { background: transparent; }"));
    m_cards->setAccessibleName(tr("Events"));
    m_cards->setViewMode(QListView::IconMode);
    m_cards->setResizeMode(QListView::Adjust);
    m_cards->setMovement(QListView::Static);
    m_cards->setUniformItemSizes(true);
    m_cards->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_cards->setItemDelegate(new EventCardDelegate{m_cards});
    m_states->addWidget(m_cards);
    m_empty = new EmptyState{QStringLiteral("theater"), tr("No event yet"),
                             tr("An event is made step by step: what it is, where, when, and what "
                                "it costs. You may stop at any step; everything is kept."),
                             m_states};
    auto* first = m_empty->addAction(tr("Make the first event"), QStringLiteral("plus"));
    m_states->addWidget(m_empty);
    m_nothing = new EmptyState{QStringLiteral("search"), tr("No event fits"),
                               tr("Try a part of the name, or show all states."), m_states};
    m_states->addWidget(m_nothing);
    m_failed = new EmptyState{QStringLiteral("triangle-alert"),
                              tr("The events could not be read"),
                              {},
                              m_states};
    m_failed->addHint(tr("Everything is kept as it was: nothing was changed."));
    auto* again = m_failed->addAction(tr("Try again"), QStringLiteral("refresh-cw"));
    m_states->addWidget(m_failed);
    m_states->addWidget(new Skeleton{m_states});
    m_states->setCurrentIndex(kLoadingShown);
    column->addWidget(buildActs());
    setFocusProxy(m_search);
    connect(first, &QPushButton::clicked, this, &EventList::newAsked);
    connect(again, &QPushButton::clicked, &m_presenter, &EventsPresenter::refreshList);
    connect(&m_presenter, &EventsPresenter::listChanged, this, &EventList::showCards);
    connect(&m_presenter, &EventsPresenter::houseChanged, this, &EventList::showActs);
    connect(&m_presenter, &EventsPresenter::sharesChanged, this, &EventList::showShares);
    connect(m_cards, &QListWidget::currentRowChanged, this, &EventList::showActs);
    connect(m_cards, &QListWidget::itemDoubleClicked, m_open, &QPushButton::click);
    showActs();
}

QWidget* EventList::buildHead()
{
    auto* head = new QWidget{this};
    auto* row = new QHBoxLayout{head};
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(kInside);
    row->addWidget(makeLabel(tr("Events"), "title", head));
    row->addSpacing(kBetween);
    m_search = new QLineEdit{head};
    m_search->setAccessibleName(tr("Search by name"));
    m_search->setPlaceholderText(m_search->accessibleName());
    m_search->setMinimumHeight(kTarget);
    m_search->setClearButtonEnabled(true);
    row->addWidget(m_search, 1);
    m_filter = new QComboBox{head};
    m_filter->setAccessibleName(tr("State"));
    m_filter->setMinimumHeight(kTarget);
    m_filter->addItem(tr("All but archived"));
    for (const EventState state : kFilterStates) {
        m_filter->addItem(eventStateText(state, false));
    }
    row->addWidget(m_filter);
    m_make = makeButton(tr("New event"), "primary", head, QStringLiteral("F2"));
    setButtonIcon(m_make, QStringLiteral("plus"));
    row->addWidget(m_make);
    connect(m_make, &QPushButton::clicked, this, &EventList::newAsked);
    connect(m_search, &QLineEdit::textChanged, &m_presenter, &EventsPresenter::searchFor);
    connect(m_search, &QLineEdit::returnPressed, this, [this] { m_cards->setFocus(); });
    connect(m_filter, &QComboBox::currentIndexChanged, this, [this](int index) {
        m_presenter.filterBy(index > 0 ? std::optional{kFilterStates[index - 1]} : std::nullopt);
    });
    return head;
}

QWidget* EventList::buildActs()
{
    auto* acts = new QWidget{this};
    auto* row = new QHBoxLayout{acts};
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(kInside);
    m_open = makeButton(tr("Open"), "", acts);
    setButtonIcon(m_open, QStringLiteral("pencil"));
    m_clone = makeButton(tr("Make one like it"), "", acts, QStringLiteral("F6"));
    setButtonIcon(m_clone, QStringLiteral("copy"));
    m_archive = makeButton(tr("Archive"), "", acts, QStringLiteral("F8"));
    setButtonIcon(m_archive, QStringLiteral("archive"));
    for (QPushButton* button : {m_open, m_clone, m_archive}) {
        row->addWidget(button);
    }
    row->addStretch();
    connect(m_open, &QPushButton::clicked, this, [this] {
        if (const EventCard* card = current()) {
            Q_EMIT openAsked(card->id);
        }
    });
    connect(m_clone, &QPushButton::clicked, this, [this] {
        if (const EventCard* card = current()) {
            Q_EMIT cloneAsked(*card);
        }
    });
    connect(m_archive, &QPushButton::clicked, this, [this] {
        if (const EventCard* card = current()) {
            m_told->hide();
            m_presenter.archive(card->id);
        }
    });
    return acts;
}

void EventList::keyPressEvent(QKeyEvent* event)
{
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (isEnter && m_cards->hasFocus()) {
        m_open->click();
    } else if (event->key() == Qt::Key_Down && m_search->hasFocus()) {
        m_cards->setFocus();
    } else if (event->key() == Qt::Key_Escape) {
        m_told->hide();
        m_search->setFocus();
        m_search->selectAll();
    } else {
        QWidget::keyPressEvent(event);
    }
}

void EventList::tell(const QString& sentence)
{
    m_told->setText(sentence);
    m_told->setVisible(!sentence.isEmpty());
}

void EventList::startOver()
{
    const QSignalBlocker quietSearch{m_search};
    const QSignalBlocker quietFilter{m_filter};
    m_search->clear();
    m_filter->setCurrentIndex(0);
    m_told->hide();
}

const EventCard* EventList::current() const
{
    const auto row = static_cast<std::size_t>(m_cards->currentRow());
    return m_states->currentIndex() == kCardsShown && row < m_presenter.cards().size()
        ? &m_presenter.cards()[row]
        : nullptr;
}

void EventList::showCards()
{
    const auto& cards = m_presenter.cards();
    const auto wasAt = std::ranges::find(cards, m_chosen, &EventCard::id);
    const QSignalBlocker quiet{m_cards};
    m_cards->clear();
    for (const EventCard& card : cards) {
        auto* item = new QListWidgetItem{m_cards};
        item->setData(EventCardDelegate::NameRole, isolated(text(card.name)));
        item->setData(EventCardDelegate::LineRole,
                      isolated(text(card.subtitle.empty() ? card.venue : card.subtitle)));
        item->setData(EventCardDelegate::StateRole, static_cast<int>(card.state));
    }
    showShares();
    int shown = kCardsShown;
    if (m_presenter.listState() == EventsPresenter::ListState::Failed) {
        m_failed->setWords(m_presenter.fault());
        shown = kFailedShown;
    } else if (m_presenter.listState() == EventsPresenter::ListState::Loading) {
        shown = kLoadingShown;
    } else if (cards.empty()) {
        shown = m_presenter.isNarrowed() ? kNothingShown : kEmptyShown;
    }
    m_states->setCurrentIndex(shown);
    if (!cards.empty()) {
        m_cards->setCurrentRow(wasAt != cards.end() ? static_cast<int>(wasAt - cards.begin()) : 0);
    }
    // The first step has the keyboard where there is nothing else to do.
    const QWidget* focus = window()->focusWidget(); // or would be, once the window is active
    setFocusProxy(shown == kEmptyShown ? static_cast<QWidget*>(m_empty) : m_search);
    if (shown == kEmptyShown && isVisible() && focus != nullptr && isAncestorOf(focus)) {
        m_empty->setFocus();
    }
    showActs();
}

void EventList::showShares()
{
    for (int row = 0; row < m_cards->count(); ++row) {
        const EventCard& card = m_presenter.cards()[static_cast<std::size_t>(row)];
        const EventShare* share = m_presenter.share(card.id);
        QListWidgetItem* item = m_cards->item(row);
        const auto next = share != nullptr ? share->next : card.firstStart;
        const QString date = next ? dayAndTimeText(*next, card.timeZone)
            : card.dates > 0      ? tr("No date to come")
                                  : tr("No date yet");
        const QString state = eventStateText(card.state, share != nullptr && share->isSoldOut);
        item->setData(EventCardDelegate::DateRole,
                      card.dates > 1
                          ? tr("%1 · %n date(s)", nullptr, static_cast<int>(card.dates)).arg(date)
                          : date);
        item->setData(EventCardDelegate::StateTextRole, state);
        item->setData(EventCardDelegate::KnownRole, share != nullptr);
        if (share != nullptr) {
            item->setData(EventCardDelegate::SoldRole, qint64{share->sold});
            item->setData(EventCardDelegate::CapacityRole, qint64{share->capacity});
        }
        item->setData(Qt::AccessibleTextRole,
                      QStringLiteral("%1, %2, %3").arg(text(card.name), state, date));
    }
}

void EventList::showActs()
{
    const EventCard* card = current();
    if (card != nullptr) {
        m_chosen = card->id;
    }
    m_open->setEnabled(card != nullptr);
    const bool isTheirs = m_presenter.house().isTheirs;
    m_make->setVisible(isTheirs);
    m_clone->setVisible(isTheirs);
    m_clone->setEnabled(card != nullptr);
    m_archive->setEnabled(card != nullptr && card->state != EventState::Archived);
}

} // namespace foyer::ui
