// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/incidents/incident_panel.h"

#include "ui/common/flow_layout.h"
#include "ui/common/formatting.h"
#include "ui/common/icons.h"
#include "ui/common/parts.h"
#include "ui/common/theme.h"
#include "ui/incidents/incident_ask.h"
#include "ui/incidents/incident_text.h"

#include <QGridLayout>
#include <QVBoxLayout>

namespace foyer::ui {
namespace {

constexpr int kColumns = 2;

/// What can be done depends on the kind: a seat can be another one, a value can be kept.
bool canReseat(const Incident& incident, const IncidentSide& side)
{
    const bool isSeat = incident.kind == IncidentKind::SeatSoldTwice;
    return incident.isOpen && isSeat && side.isInReach && side.stands && !side.ticket.isNil();
}

bool canRefund(const Incident& incident, const IncidentSide& side)
{
    const bool isSale = incident.kind == IncidentKind::SeatSoldTwice ||
        incident.kind == IncidentKind::LateSale || incident.kind == IncidentKind::QuotaOversold;
    return incident.isOpen && isSale && side.isInReach && side.stands && !side.order.isNil();
}

} // namespace

IncidentPanel::IncidentPanel(QWidget* parent)
    : QFrame{parent}, m_title{makeLabel({}, "title", this)}, m_subject{makeLabel({}, "section",
                                                                                 this)},
      m_money{makeLabel({}, "amount", this)}, m_meaning{makeLabel({}, "muted", this)},
      m_doneTitle{makeLabel(tr("What was done"), "section", this)}, m_done{makeLabel({}, "", this)},
      m_ask{new IncidentAsk{this}}
{
    setProperty("role", "panel");
    auto* column = new QVBoxLayout{this};
    column->setContentsMargins(kAround, kAround, kAround, kAround);
    column->setSpacing(kInside);
    for (QLabel* label : {m_title, m_subject, m_money, m_meaning}) {
        label->setWordWrap(true);
        column->addWidget(label);
    }
    m_money->setAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_sides = new QGridLayout;
    m_sides->setSpacing(kBetween);
    m_sides->setContentsMargins(0, kInside, 0, kInside);
    column->addLayout(m_sides);
    column->addWidget(m_ask);
    m_accept = makeButton(tr("Accept it as it is…"), "", this, QStringLiteral("F8"));
    setButtonIcon(m_accept, QStringLiteral("circle-check"));
    column->addWidget(m_accept, 0, Qt::AlignLeft);
    column->addSpacing(kInside);
    m_done->setWordWrap(true);
    column->addWidget(m_doneTitle);
    column->addWidget(m_done);
    column->addStretch();
    connect(m_accept, &QPushButton::clicked, this, &IncidentPanel::acceptAsked);
    // One thing at a time: while something is asked, nothing else is offered.
    connect(m_ask, &IncidentAsk::opened, this, [this] {
        m_accept->setEnabled(false);
        m_cards->setEnabled(false);
    });
    connect(m_ask, &IncidentAsk::closed, this, [this] {
        m_accept->setEnabled(true);
        m_cards->setEnabled(true);
    });
}

void IncidentPanel::show(const Incident& incident)
{
    m_ask->close();
    m_title->setText(incidentTitle(incident.kind));
    m_subject->setText(incidentSubject(incident));
    m_subject->setVisible(!m_subject->text().isEmpty());
    m_money->setText(incidentMoney(incident));
    m_money->setVisible(!m_money->text().isEmpty());
    m_meaning->setText(incidentMeaning(incident));
    m_meaning->setVisible(incident.isOpen);
    m_accept->setVisible(incident.isOpen);
    showSides(incident);
    QStringList done;
    for (const IncidentDone& act : incident.done) {
        done << doneWords(incident, act);
    }
    m_done->setText(done.join(QLatin1Char{'\n'}));
    m_done->setVisible(!done.isEmpty());
    m_doneTitle->setVisible(!done.isEmpty());
    QFrame::show();
}

void IncidentPanel::showSides(const Incident& incident)
{
    if (m_cards != nullptr) {
        m_sides->removeWidget(m_cards);
        m_cards->hide();
        m_cards->deleteLater();
    }
    m_cards = new QWidget{this};
    m_cards->setAccessibleName(tr("The sides"));
    auto* grid = new QGridLayout{m_cards};
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(kBetween);
    int number = 0;
    for (const IncidentSide& side : incident.sides) {
        grid->addWidget(makeSide(incident, side, number), number / kColumns, number % kColumns);
        ++number;
    }
    for (int column = 0; column < kColumns; ++column) {
        grid->setColumnStretch(column, 1);
    }
    m_sides->addWidget(m_cards, 0, 0);
}

QWidget* IncidentPanel::makeSide(const Incident& incident, const IncidentSide& side, int number)
{
    auto* card = makePanel(m_cards);
    auto* column = new QVBoxLayout{card};
    column->setContentsMargins(kBetween, kBetween, kBetween, kBetween);
    column->setSpacing(kInside);
    auto* title = makeLabel(sideTitle(side), "section", card);
    title->setWordWrap(true);
    column->addWidget(title);
    auto* words = makeLabel(sideWords(incident, side), "", card);
    words->setWordWrap(true);
    column->addWidget(words);
    if (side.money) {
        auto* money = makeLabel(moneyText(*side.money), "amount", card);
        money->setAlignment(Qt::AlignLeft | Qt::AlignVCenter);
        column->addWidget(money);
    }
    column->addStretch();
    addActs(incident, side, number, card);
    return card;
}

void IncidentPanel::addActs(const Incident& incident, const IncidentSide& side, int number,
                            QWidget* card)
{
    auto* row = new FlowLayout{kInside};
    const auto add = [&](const QString& words, const char* role, auto signal) {
        auto* button = makeButton(words, role, card);
        // Two cards have the same button; who listens hears whose it is.
        button->setAccessibleName(tr("%1 (side %2)").arg(words).arg(number + 1));
        connect(button, &QPushButton::clicked, this, [this, side, signal] {
            Q_EMIT(this->*signal)(side);
        });
        row->addWidget(button);
    };
    if (incident.kind == IncidentKind::EditedTwice && incident.isOpen) {
        add(side.stands ? tr("Keep this…") : tr("Take this instead…"), side.stands ? "primary" : "",
            &IncidentPanel::keepAsked);
    }
    if (canReseat(incident, side)) {
        add(tr("Another seat…"), "primary", &IncidentPanel::reseatAsked);
    }
    if (canRefund(incident, side)) {
        add(tr("Refund…"), "", &IncidentPanel::refundAsked);
    }
    if (incident.kind == IncidentKind::ActAfterRevocation && !side.code.empty()) {
        add(tr("Open the order"), "", &IncidentPanel::orderAsked);
    }
    if (incident.isThere && side.hasCustomer) {
        add(tr("Write to the customer…"), "", &IncidentPanel::writeAsked);
    }
    if (row->count() == 0) {
        delete row;
        const bool isElsewhere = incident.isOpen && !side.isInReach && !side.order.isNil() &&
            (incident.kind == IncidentKind::SeatSoldTwice ||
             incident.kind == IncidentKind::LateSale);
        if (isElsewhere) {
            auto* hint = makeLabel(
                side.isWrittenOff
                    ? tr("The counter that sold it is written off. Connect to the server to change "
                         "its money and its seat here.")
                    : tr("Connect to the server to change its money and its seat here, or change "
                         "them at the counter that sold it."),
                "small", card);
            hint->setWordWrap(true);
            card->layout()->addWidget(hint);
        }
        return;
    }
    static_cast<QVBoxLayout*>(card->layout())->addLayout(row);
}

} // namespace foyer::ui
