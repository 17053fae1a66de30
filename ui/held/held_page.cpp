// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/held/held_page.h"

#include "ui/common/empty_state.h"
#include "ui/common/formatting.h"
#include "ui/common/icons.h"
#include "ui/common/parts.h"
#include "ui/common/theme.h"
#include "ui/held/held_ask.h"
#include "ui/held/held_panel.h"

#include <QButtonGroup>
#include <QComboBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace foyer::ui {
namespace {

constexpr int kListWidth = 440;

} // namespace

HeldPage::HeldPage(HeldPort& port, QWidget* parent) : QWidget{parent}, m_presenter{port}
{
    auto* row = new QHBoxLayout{this};
    row->setContentsMargins(kAround, kAround, kAround, kAround);
    row->setSpacing(kBetween);
    row->addWidget(buildLists());
    row->addWidget(buildDetail(), 1);
    setFocusProxy(m_search);
    connect(&m_presenter, &HeldPresenter::performancesChanged, this, &HeldPage::showPerformances);
    connect(&m_presenter, &HeldPresenter::rowsChanged, this, &HeldPage::showRows);
    connect(&m_presenter, &HeldPresenter::currentChanged, this, &HeldPage::showCurrent);
    connect(&m_presenter, &HeldPresenter::stateChanged, this, [this] {
        showTabs();
        showCurrent();
    });
    connect(&m_presenter, &HeldPresenter::told, this,
            [this](const QString& sentence) { tell(sentence, "good"); });
    connect(&m_presenter, &HeldPresenter::refused, this,
            [this](const QString& sentence) { tell(sentence, "fault"); });
    connect(m_panel, &HeldPanel::sellAsked, this, [this] { m_presenter.sellNow(m_panel->part()); });
    connect(m_panel, &HeldPanel::letGoAsked, &m_presenter, &HeldPresenter::letGo);
    connect(m_panel, &HeldPanel::extendAsked, &m_presenter, &HeldPresenter::extend);
    connect(m_panel, &HeldPanel::offerAsked, &m_presenter, &HeldPresenter::offerPlaces);
    connect(m_panel, &HeldPanel::endAsked, &m_presenter, &HeldPresenter::endWaiting);
    connect(&m_panel->question(), &HeldAsk::closed, this, [this] {
        if (isVisible()) {
            m_list->setFocus();
        }
    });
    showTabs();
    showCurrent();
}

QWidget* HeldPage::buildLists()
{
    auto* left = new QWidget{this};
    left->setFixedWidth(kListWidth);
    auto* column = new QVBoxLayout{left};
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(kInside);
    column->addWidget(makeLabel(tr("Held"), "title", left));
    m_search = new QLineEdit{left};
    m_search->setAccessibleName(tr("Name, code, telephone or place"));
    m_search->setPlaceholderText(m_search->accessibleName());
    m_search->setMinimumHeight(kTarget);
    m_search->setClearButtonEnabled(true);
    column->addWidget(m_search);
    m_performance = new QComboBox{left};
    m_performance->setAccessibleName(tr("Performance"));
    m_performance->setMinimumHeight(kTarget);
    m_performance->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_performance->addItem(tr("All performances"));
    column->addWidget(m_performance);
    auto* grid = new QGridLayout;
    grid->setSpacing(kInside);
    auto* group = new QButtonGroup{this};
    addTab(HeldTab::WillCall, tr("Will-call"), QStringLiteral("F2"));
    addTab(HeldTab::Holds, tr("Holds"), QStringLiteral("F3"));
    addTab(HeldTab::Parked, tr("Parked"), QStringLiteral("F4"));
    addTab(HeldTab::Waiting, tr("Waiting list"), QStringLiteral("F5"));
    int at = 0;
    for (const HeldTab tab : kHeldTabs) {
        group->addButton(m_tabs.at(tab));
        grid->addWidget(m_tabs.at(tab), at / 2, at % 2);
        ++at;
    }
    column->addLayout(grid);
    m_list = new QListWidget{left};
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setTextElideMode(Qt::ElideRight);
    column->addWidget(m_list, 1);
    m_hint = makeLabel({}, "small", left);
    m_hint->setWordWrap(true);
    column->addWidget(m_hint);
    m_print = makeButton(tr("Will-call list on paper"), "", left, QStringLiteral("F7"));
    setButtonIcon(m_print, QStringLiteral("printer"));
    column->addWidget(m_print);
    connect(m_performance, &QComboBox::activated, this, [this](int index) {
        const auto& list = m_presenter.performances();
        const auto chosen = static_cast<std::size_t>(index);
        m_presenter.choosePerformance(
            index > 0 && chosen <= list.size() ? std::optional{list[chosen - 1].id} : std::nullopt);
    });
    connect(m_search, &QLineEdit::textChanged, &m_presenter, &HeldPresenter::searchFor);
    connect(m_search, &QLineEdit::returnPressed, this, [this] { m_list->setFocus(); });
    connect(m_list, &QListWidget::currentRowChanged, &m_presenter, &HeldPresenter::choose);
    connect(m_print, &QPushButton::clicked, &m_presenter, &HeldPresenter::writeWillCall);
    return left;
}

QWidget* HeldPage::buildDetail()
{
    auto* right = new QWidget{this};
    auto* column = new QVBoxLayout{right};
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(kInside);
    m_told = makeLabel({}, "good", right);
    m_told->setWordWrap(true);
    m_told->hide();
    column->addWidget(m_told);
    m_states = new QStackedWidget{right};
    column->addWidget(m_states, 1);
    m_panel = new HeldPanel{right};
    m_states->addWidget(makeScroll(m_panel, right));
    addEmpty(HeldTab::WillCall, QStringLiteral("ticket"), tr("Nobody comes for tickets"),
             tr("Reserve a cart with F3 in Sell, or sell it in somebody's name: it stands here "
                "until it is fetched."));
    addEmpty(HeldTab::Holds, QStringLiteral("lock"), tr("Nothing is held"),
             tr("Put places into the cart in Sell and press F4: for the house, the press, a "
                "sponsor or technical needs."));
    addEmpty(HeldTab::Parked, QStringLiteral("undo-2"), tr("No cart is parked"),
             tr("When a customer needs a moment, F7 in Sell puts the cart aside and keeps its "
                "places."));
    addEmpty(HeldTab::Waiting, QStringLiteral("users"), tr("Nobody waits"),
             tr("When a performance is sold out, F2 in Sell takes down who would come. This list "
                "says who is next."));
    m_notFound = new EmptyState{QStringLiteral("search"), tr("Nothing was found"),
                                tr("Try a part of the name, or another list."), right};
    m_states->addWidget(m_notFound);
    m_failed = new EmptyState{QStringLiteral("triangle-alert"),
                              tr("What is held could not be read"),
                              {},
                              right};
    m_failed->addHint(tr("Everything is kept as it was: nothing was changed."));
    auto* again = m_failed->addAction(tr("Try again"), QStringLiteral("refresh-cw"));
    connect(again, &QPushButton::clicked, &m_presenter, &HeldPresenter::refresh);
    m_states->addWidget(m_failed);
    m_loading = new Skeleton{right};
    m_states->addWidget(m_loading);
    return right;
}

void HeldPage::addTab(HeldTab tab, const QString& words, const QString& key)
{
    auto* button = makeButton(words, "", this, key);
    button->setCheckable(true);
    button->setProperty("words", words);
    button->setProperty("key", key);
    m_tabs[tab] = button;
    connect(button, &QPushButton::clicked, this, [this, tab] {
        m_presenter.openTab(tab);
        m_list->setFocus();
    });
}

void HeldPage::addEmpty(HeldTab tab, const QString& iconName, const QString& title,
                        const QString& words)
{
    auto* state = new EmptyState{iconName, title, words, this};
    auto* go = state->addAction(tr("Go to Sell"), QStringLiteral("ticket"));
    connect(go, &QPushButton::clicked, this, &HeldPage::sellPageAsked);
    m_empty[tab] = state;
    m_states->addWidget(state);
}

QString HeldPage::keys()
{
    return tr("F2\tWho comes for tickets\nF3\tHolds\nF4\tParked carts\nF5\tThe waiting list\n"
              "Enter, F9\tSell what is chosen, or open its order\nF6\tKeep longer\n"
              "F7\tThe will-call list on paper\nF8\tLet go, cancel, or take off the list\n"
              "F10\tReserve for the one who waits\nSpace\tTick a seat that is meant\nEsc\tBack");
}

void HeldPage::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    m_presenter.refresh();
}

void HeldPage::refresh()
{
    isVisible() ? m_presenter.refresh() : m_presenter.countNext();
}

void HeldPage::showHold(HoldId hold)
{
    const QSignalBlocker quiet{m_search};
    m_search->clear();
    m_told->hide();
    m_presenter.showHold(hold);
    m_list->setFocus();
}

void HeldPage::startOver()
{
    const QSignalBlocker quiet{m_search};
    m_search->clear();
    m_told->hide();
    m_presenter.searchFor({});
    m_presenter.startOver();
    if (isVisible()) {
        m_presenter.refresh();
    }
}

void HeldPage::keyPressEvent(QKeyEvent* event)
{
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (isEnter && m_panel->question().isOpen()) {
        m_panel->question().confirm();
    } else if (isEnter && m_list->hasFocus()) {
        m_panel->actFirst();
    } else if (event->key() == Qt::Key_Down && m_search->hasFocus()) {
        m_list->setFocus();
    } else if (event->key() == Qt::Key_Escape) {
        m_told->hide();
        if (m_panel->question().isOpen()) {
            m_panel->question().close();
        } else {
            m_search->setFocus();
            m_search->selectAll();
        }
    } else {
        QWidget::keyPressEvent(event);
    }
}

void HeldPage::showPerformances()
{
    const QSignalBlocker quiet{m_performance};
    m_performance->clear();
    m_performance->addItem(tr("All performances"));
    int chosen = 0;
    for (const PerformanceSummary& performance : m_presenter.performances()) {
        m_performance->addItem(text(performance.event) + QStringLiteral(" · ") +
                               dayAndTimeText(performance.startsAt, performance.timeZone));
        if (m_presenter.performance() == performance.id) {
            chosen = m_performance->count() - 1;
        }
    }
    m_performance->setCurrentIndex(chosen);
}

void HeldPage::showRows()
{
    const QSignalBlocker quiet{m_list};
    m_list->clear();
    for (const HeldRow& row : m_presenter.rows()) {
        auto* item = new QListWidgetItem{row.title + QLatin1Char{'\n'} + row.detail, m_list};
        item->setToolTip(item->text()); // the end of it may have no room
    }
    m_list->setCurrentRow(m_presenter.currentIndex());
    showTabs();
}

void HeldPage::showTabs()
{
    for (const auto& [tab, button] : m_tabs) {
        const QString words = button->property("words").toString();
        const auto count = m_presenter.model().count(tab);
        const QString key = button->property("key").toString();
        button->setText(QStringLiteral("%1  %2  %3").arg(words).arg(count).arg(key));
        button->setAccessibleName(QStringLiteral("%1, %2").arg(words).arg(count));
        button->setChecked(tab == m_presenter.tab());
    }
    m_list->setAccessibleName(m_tabs.at(m_presenter.tab())->property("words").toString());
    const bool isWillCall = m_presenter.tab() == HeldTab::WillCall;
    m_hint->setText(!isWillCall || m_presenter.performance()
                        ? QString{}
                        : tr("Sold orders are listed for today and tomorrow; choose a performance "
                             "for another day."));
    m_hint->setVisible(!m_hint->text().isEmpty());
    m_print->setVisible(isWillCall);
    m_print->setEnabled(m_presenter.willCallPerformance().has_value());
}

void HeldPage::showCurrent()
{
    const HeldRow* row = m_presenter.current();
    const bool isSearched = !m_search->text().trimmed().isEmpty();
    m_list->setCurrentRow(m_presenter.currentIndex());
    if (m_presenter.state() == HeldPresenter::State::Failed) {
        m_failed->setWords(m_presenter.fault());
        m_states->setCurrentWidget(m_failed);
    } else if (m_presenter.state() == HeldPresenter::State::Loading) {
        m_states->setCurrentWidget(m_loading);
    } else if (row != nullptr) {
        m_panel->show(*row, m_presenter.model().snapshot());
        m_states->setCurrentIndex(0);
    } else {
        m_states->setCurrentWidget(isSearched ? m_notFound : m_empty.at(m_presenter.tab()));
    }
    m_print->setEnabled(m_presenter.willCallPerformance().has_value());
}

void HeldPage::tell(const QString& sentence, const char* role)
{
    setRole(m_told, role);
    m_told->setText(sentence);
    m_told->setVisible(!sentence.isEmpty());
}

} // namespace foyer::ui
