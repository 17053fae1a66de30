// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/incidents/incidents_page.h"

#include "ui/common/empty_state.h"
#include "ui/common/formatting.h"
#include "ui/common/icons.h"
#include "ui/common/parts.h"
#include "ui/common/payment_text.h"
#include "ui/common/theme.h"
#include "ui/incidents/incident_ask.h"
#include "ui/incidents/incident_panel.h"
#include "ui/incidents/incident_text.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QListWidget>
#include <QStackedWidget>
#include <QUrl>
#include <QUrlQuery>
#include <QVBoxLayout>

#include <algorithm>

namespace foyer::ui {
namespace {

constexpr int kListWidth = 360;

QUrl letterTo(const CustomerContact& contact, const QString& subject, const QString& letter)
{
    QUrl url;
    url.setScheme(QStringLiteral("mailto"));
    url.setPath(text(contact.email));
    QUrlQuery query;
    query.addQueryItem(QStringLiteral("subject"),
                       QString::fromLatin1(QUrl::toPercentEncoding(subject)));
    query.addQueryItem(QStringLiteral("body"),
                       QString::fromLatin1(QUrl::toPercentEncoding(letter)));
    url.setQuery(query);
    return url;
}

} // namespace

IncidentsPage::IncidentsPage(IncidentsPort& port, QWidget* parent)
    : QWidget{parent}, m_presenter{port}
{
    auto* row = new QHBoxLayout{this};
    row->setContentsMargins(kAround, kAround, kAround, kAround);
    row->setSpacing(kBetween);
    row->addWidget(buildList());
    row->addWidget(buildDetail(), 1);
    setFocusProxy(m_list);
    using Presenter = IncidentsPresenter;
    connect(&m_presenter, &Presenter::rowsChanged, this, &IncidentsPage::showRows);
    connect(&m_presenter, &Presenter::currentChanged, this, &IncidentsPage::showCurrent);
    connect(&m_presenter, &Presenter::stateChanged, this, &IncidentsPage::showCurrent);
    connect(&m_presenter, &Presenter::told, this,
            [this](const QString& sentence) { tell(sentence, "good"); });
    connect(&m_presenter, &Presenter::refused, this,
            [this](const QString& sentence) { tell(sentence, "fault"); });
    connect(&m_presenter, &Presenter::seatsSuggested, this, &IncidentsPage::askReseat);
    connect(&m_presenter, &Presenter::refundPlanned, this, &IncidentsPage::askRefund);
    connect(&m_presenter, &Presenter::contactFound, this, &IncidentsPage::askLetter);
    connect(m_panel, &IncidentPanel::acceptAsked, this, &IncidentsPage::askAccept);
    connect(m_panel, &IncidentPanel::keepAsked, this, &IncidentsPage::askKeep);
    connect(m_panel, &IncidentPanel::reseatAsked, &m_presenter, &Presenter::suggestSeats);
    connect(m_panel, &IncidentPanel::refundAsked, &m_presenter, &Presenter::planRefund);
    connect(m_panel, &IncidentPanel::writeAsked, &m_presenter, &Presenter::findContact);
    connect(m_panel, &IncidentPanel::orderAsked, this,
            [this](const IncidentSide& side) { Q_EMIT orderAsked(text(side.code)); });
    connect(&m_panel->question(), &IncidentAsk::closed, this, [this] {
        if (isVisible()) {
            m_list->setFocus();
        }
    });
    showRows();
    showCurrent();
}

QWidget* IncidentsPage::buildList()
{
    auto* left = new QWidget{this};
    left->setFixedWidth(kListWidth);
    auto* column = new QVBoxLayout{left};
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(kInside);
    column->addWidget(makeLabel(tr("Incidents"), "title", left));
    auto* row = new QHBoxLayout;
    row->setSpacing(kInside);
    m_open = makeButton(tr("Open"), "", left, QStringLiteral("F2"));
    m_settled = makeButton(tr("Dealt with"), "", left, QStringLiteral("F3"));
    for (QPushButton* button : {m_open, m_settled}) {
        button->setCheckable(true);
        button->setAutoExclusive(true);
        row->addWidget(button);
    }
    column->addLayout(row);
    m_list = new QListWidget{left};
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setTextElideMode(Qt::ElideRight);
    column->addWidget(m_list, 1);
    connect(m_open, &QPushButton::clicked, this,
            [this] { m_presenter.openTab(IncidentsPresenter::Tab::Open); });
    connect(m_settled, &QPushButton::clicked, this,
            [this] { m_presenter.openTab(IncidentsPresenter::Tab::Settled); });
    connect(m_list, &QListWidget::currentRowChanged, &m_presenter, &IncidentsPresenter::choose);
    return left;
}

QWidget* IncidentsPage::buildDetail()
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
    m_panel = new IncidentPanel{right};
    m_states->addWidget(makeScroll(m_panel, right));
    m_none = new EmptyState{QStringLiteral("circle-check"), tr("Every counter agrees"),
                            tr("When counters that could not hear each other sold the same seat, "
                               "let in the same ticket or changed the same thing, it stands here "
                               "with both sides, until somebody decides."),
                            right};
    m_noneSettled = new EmptyState{QStringLiteral("circle-check"), tr("Nothing was decided yet"),
                                   tr("What was decided about an incident stays here: who, when "
                                      "and why."),
                                   right};
    m_failed = new EmptyState{QStringLiteral("triangle-alert"),
                              tr("The incidents could not be read"),
                              {},
                              right};
    m_failed->addHint(tr("Everything is kept as it was: nothing was changed."));
    auto* again = m_failed->addAction(tr("Try again"), QStringLiteral("refresh-cw"));
    connect(again, &QPushButton::clicked, &m_presenter, &IncidentsPresenter::refresh);
    m_loading = new Skeleton{right};
    for (QWidget* state : {static_cast<QWidget*>(m_none), static_cast<QWidget*>(m_noneSettled),
                           static_cast<QWidget*>(m_failed), m_loading}) {
        m_states->addWidget(state);
    }
    return right;
}

QString IncidentsPage::keys()
{
    return tr("F2\tWhat is open\nF3\tWhat was dealt with\nF8\tAccept it as it is\n"
              "Enter\tDo what is asked\nEsc\tBack");
}

void IncidentsPage::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    refresh();
}

void IncidentsPage::refresh()
{
    // What somebody is deciding about is not taken from under their hands.
    const bool isAsking = m_panel->question().isOpen();
    isVisible() && !isAsking ? m_presenter.refresh() : m_presenter.countOpen();
}

void IncidentsPage::startOver()
{
    m_told->hide();
    m_panel->question().close();
    m_presenter.startOver();
    refresh();
}

void IncidentsPage::keyPressEvent(QKeyEvent* event)
{
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (isEnter && m_panel->question().isOpen()) {
        m_panel->question().confirm();
    } else if (event->key() == Qt::Key_Escape) {
        m_told->hide();
        m_panel->question().close();
    } else {
        QWidget::keyPressEvent(event);
    }
}

void IncidentsPage::askAccept()
{
    m_panel->question().ask(
        {.sentence = tr("Nothing is changed, and it is not open any more at any counter. What "
                        "comes on top of it later opens it again."),
         .verb = tr("Accept"),
         .act = [this](const IncidentAnswer& answer) { m_presenter.accept(answer.reason); }});
}

void IncidentsPage::askKeep(const IncidentSide& side)
{
    m_panel->question().ask({.sentence = tr("“%1” will stand at every counter; the other value "
                                            "stays in the history.")
                                             .arg(isolated(text(side.text))),
                             .verb = tr("Keep this value"),
                             .asksReason = false,
                             .act = [this, side](const IncidentAnswer& answer) {
                                 m_presenter.keep(side, answer.reason);
                             }});
}

void IncidentsPage::askReseat(const IncidentSide& side, const std::vector<SeatSuggestion>& seats)
{
    if (seats.empty()) {
        tell(tr("There is no free seat of the same category here. Refund the ticket, or exchange "
                "it in Orders for another category."),
             "fault");
        return;
    }
    m_panel->question().ask(
        {.sentence = tr("The ticket for %1 gets another seat at the price that was paid. The old "
                        "ticket is void; print the new one in Orders.")
                         .arg(text(side.place)),
         .verb = tr("Give it this seat"),
         .seats = seats,
         .act = [this, side](const IncidentAnswer& answer) {
             m_presenter.reseat(side, answer.seat, answer.reason);
         }});
}

void IncidentsPage::askRefund(const IncidentRefund& request, const AfterSalePlan& plan)
{
    QStringList ways;
    for (const RefundPart& part : plan.parts) {
        ways << tr("%1: %2", "payment method and amount")
                    .arg(methodText(part.method),
                         moneyText(Money{part.handed(), plan.back.currency()}));
    }
    const bool isToCard = std::ranges::any_of(plan.parts, [](const RefundPart& part) {
        return part.method == PaymentMethod::CardTerminal;
    });
    const auto voided = std::ranges::count_if(plan.tickets, [](const TicketChange& change) {
        return change.after.empty();
    });
    m_panel->question().ask(
        {.sentence = tr("%n ticket(s) will be void.", nullptr, static_cast<int>(voided)) +
             QLatin1Char{'\n'} + ways.join(QStringLiteral(" · ")),
         .verb = tr("Refund %1").arg(moneyText(plan.back)),
         .asksReference = isToCard,
         .act = [this, request, told = plan.difference()](const IncidentAnswer& answer) {
             IncidentRefund refund = request;
             refund.reason = answer.reason;
             refund.cardReference = answer.cardReference;
             refund.told = told;
             m_presenter.refund(refund);
         }});
}

void IncidentsPage::askLetter(const IncidentSide& side, const CustomerContact& contact)
{
    const Incident* incident = m_presenter.current();
    if (incident == nullptr) {
        return;
    }
    QStringList reach{text(contact.name), text(contact.email), text(contact.phone)};
    reach.removeAll(QString{});
    IncidentAsk::Question question{.sentence = tr("Foyer sends nothing by itself. To: %1")
                                                   .arg(reach.join(QStringLiteral(" · "))),
                                   .verb = tr("Copy the text, and note that it was written"),
                                   .asksReason = false,
                                   .letter = letterText(*incident, contact),
                                   .act = [this, side](const IncidentAnswer& answer) {
                                       QGuiApplication::clipboard()->setText(answer.letter);
                                       m_presenter.noteMailed(side.order);
                                   }};
    if (!contact.email.empty()) {
        question.second = tr("Open in the mail program");
        question.secondAct = [this, contact,
                              subject = letterSubject(*incident)](const IncidentAnswer& answer) {
            Q_EMIT mailAsked(letterTo(contact, subject, answer.letter));
        };
    }
    m_panel->question().ask(std::move(question));
}

void IncidentsPage::showRows()
{
    using Tab = IncidentsPresenter::Tab;
    const QSignalBlocker quiet{m_list};
    m_list->clear();
    for (const Incident& incident : m_presenter.rows()) {
        auto* item = new QListWidgetItem{incidentTitle(incident.kind) + QLatin1Char{'\n'} +
                                             incidentSubject(incident),
                                         m_list};
        item->setToolTip(item->text()); // the end of it may have no room
    }
    m_list->setCurrentRow(m_presenter.currentIndex());
    const bool isOpen = m_presenter.tab() == Tab::Open;
    m_list->setAccessibleName(isOpen ? tr("Open incidents") : tr("Incidents dealt with"));
    m_open->setText(QStringLiteral("%1  %2  F2").arg(tr("Open")).arg(m_presenter.count(Tab::Open)));
    m_open->setAccessibleName(
        QStringLiteral("%1, %2").arg(tr("Open")).arg(m_presenter.count(Tab::Open)));
    m_open->setChecked(isOpen);
    m_settled->setChecked(!isOpen);
}

void IncidentsPage::showCurrent()
{
    const Incident* incident = m_presenter.current();
    m_list->setCurrentRow(m_presenter.currentIndex());
    if (m_presenter.state() == IncidentsPresenter::State::Failed) {
        m_failed->setWords(m_presenter.fault());
        m_states->setCurrentWidget(m_failed);
    } else if (m_presenter.state() == IncidentsPresenter::State::Loading) {
        m_states->setCurrentWidget(m_loading);
    } else if (incident != nullptr) {
        m_panel->show(*incident);
        m_states->setCurrentIndex(0);
    } else {
        const bool isOpen = m_presenter.tab() == IncidentsPresenter::Tab::Open;
        m_states->setCurrentWidget(isOpen ? m_none : m_noneSettled);
    }
}

void IncidentsPage::tell(const QString& sentence, const char* role)
{
    setRole(m_told, role);
    m_told->setText(sentence);
    m_told->setVisible(!sentence.isEmpty());
}

} // namespace foyer::ui
