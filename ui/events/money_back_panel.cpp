// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/events/money_back_panel.h"

#include "ui/common/flow_layout.h"
#include "ui/common/formatting.h"
#include "ui/common/icons.h"
#include "ui/common/parts.h"
#include "ui/common/theme.h"
#include "ui/events/money_back_words.h"

#include <QApplication>
#include <QCheckBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QProgressBar>
#include <QVBoxLayout>

namespace foyer::ui {
namespace {

using Stage = MoneyBackPresenter::Stage;

constexpr int kRestHeight = 240;

} // namespace

MoneyBackPanel::MoneyBackPanel(MoneyBackPresenter& presenter, QWidget* parent)
    : QWidget{parent}, m_presenter{presenter}
{
    auto* column = new QVBoxLayout{this};
    column->setContentsMargins(kAround, kBetween, kAround, kBetween);
    column->setSpacing(kBetween);
    column->addWidget(buildHead());
    auto* inside = new QWidget{this};
    auto* rows = new QVBoxLayout{inside};
    rows->setContentsMargins(0, 0, kBetween, 0);
    rows->setSpacing(kInside);
    buildShares(*rows, inside);
    buildQuestion(*rows, inside);
    rows->addWidget(buildVerbs(inside));
    rows->addSpacing(kInside);
    buildRest(*rows, inside);
    rows->addStretch();
    column->addWidget(makeScroll(inside, this), 1);
    connect(&m_presenter, &MoneyBackPresenter::changed, this, &MoneyBackPanel::present);
    connect(&m_presenter, &MoneyBackPresenter::ended, this, &MoneyBackPanel::left);
    present();
}

QWidget* MoneyBackPanel::buildHead()
{
    auto* head = new QWidget{this};
    auto* row = new QHBoxLayout{head};
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(kInside);
    m_back = makeButton(tr("Back"), "quiet", head);
    setButtonIcon(m_back, QStringLiteral("arrow-left"));
    row->addWidget(m_back);
    m_title = new ElidedLabel{"title", head};
    row->addWidget(m_title, 1);
    connect(m_back, &QPushButton::clicked, this, [this] {
        m_presenter.leave();
        Q_EMIT left();
    });
    return head;
}

void MoneyBackPanel::buildShares(QVBoxLayout& column, QWidget* parent)
{
    const std::array<QString, 3> names{tr("Goes back by itself"),
                                       tr("Waits for the customer at the counter"),
                                       tr("Waits for a payment that is still open")};
    const std::array<QString, 3> hints{
        tr("Providers are told by the server; where one cannot, the bell says so. Gift cards and "
           "invoices follow at once."),
        tr("Cash, and cards at a terminal of the house. Their tickets stay as they are until they "
           "come."),
        tr("Go on once the money has come, or the payment has ended.")};
    constexpr std::array kCourses{ReturnCourse::ByItself, ReturnCourse::AtCounter,
                                  ReturnCourse::Awaited};
    for (std::size_t at = 0; at < m_shares.size(); ++at) {
        Share& share = m_shares[at];
        share.course = kCourses[at];
        share.panel = makePanel(parent);
        auto* rows = new QVBoxLayout{share.panel};
        rows->setContentsMargins(kBetween, kInside, kBetween, kInside);
        rows->setSpacing(kInside / 2);
        auto* line = new QHBoxLayout;
        auto* name = makeLabel(names[at], "section", share.panel);
        name->setWordWrap(true);
        line->addWidget(name, 1);
        share.amount = makeLabel({}, "amount", share.panel);
        line->addWidget(share.amount);
        rows->addLayout(line);
        share.count = makeLabel({}, "", share.panel);
        share.ways = makeLabel({}, "small", share.panel);
        for (QLabel* words :
             {share.count, share.ways, makeLabel(hints[at], "muted", share.panel)}) {
            words->setWordWrap(true);
            rows->addWidget(words);
        }
        column.addWidget(share.panel);
    }
    m_admitted = makeLabel({}, "muted", parent);
    m_admitted->setWordWrap(true);
    column.addWidget(m_admitted);
}

void MoneyBackPanel::buildQuestion(QVBoxLayout& column, QWidget* parent)
{
    m_fees = new QCheckBox{tr("Fees go back, too"), parent};
    m_fees->setMinimumHeight(kTarget);
    column.addWidget(m_fees);
    m_reasonName = makeLabel(tr("Why; kept with each order"), "", parent);
    column.addWidget(m_reasonName);
    m_reason = new QLineEdit{parent};
    m_reason->setMinimumHeight(kTarget);
    m_reason->setAccessibleName(m_reasonName->text());
    column.addWidget(m_reason);
    auto* fault = makeLabel({}, "fault", parent);
    fault->setWordWrap(true);
    fault->hide();
    column.addWidget(fault);
    m_reasonFault = {m_reason, fault};
    m_sentence = makeLabel({}, "section", parent);
    m_sentence->setWordWrap(true);
    column.addWidget(m_sentence);
    m_fault = makeLabel({}, "fault", parent);
    m_fault->setWordWrap(true);
    column.addWidget(m_fault);
    m_bar = new QProgressBar{parent};
    m_bar->setTextVisible(false);
    m_bar->setAccessibleName(tr("Orders done so far"));
    column.addWidget(m_bar);
    connect(m_fees, &QCheckBox::clicked, this,
            [this](bool isBack) { m_presenter.keepFees(!isBack); });
}

QWidget* MoneyBackPanel::buildVerbs(QWidget* parent)
{
    auto* verbs = new QWidget{parent};
    auto* flow = new FlowLayout{kInside};
    verbs->setLayout(flow);
    m_start = makeButton(tr("Give it back"), "primary", verbs, QStringLiteral("F9"));
    m_goOn = makeButton(tr("Go on"), "primary", verbs, QStringLiteral("F9"));
    m_pause = makeButton(tr("Pause"), "", verbs, QStringLiteral("F6"));
    m_again = makeButton(tr("Look again"), "", verbs);
    m_end = makeButton(tr("Do not go on with it"), "", verbs);
    setButtonIcon(m_start, QStringLiteral("banknote"));
    setButtonIcon(m_again, QStringLiteral("refresh-cw"));
    for (QPushButton* button : {m_start, m_goOn, m_pause, m_again, m_end}) {
        flow->addWidget(button);
    }
    connect(m_start, &QPushButton::clicked, this, &MoneyBackPanel::start);
    connect(m_goOn, &QPushButton::clicked, this,
            [this] { m_presenter.stage() == Stage::Asking ? start() : m_presenter.goOn(); });
    connect(m_pause, &QPushButton::clicked, &m_presenter, &MoneyBackPresenter::pause);
    connect(m_again, &QPushButton::clicked, this,
            [this] { m_presenter.open(MoneyBackScope{m_presenter.scope()}); });
    connect(m_end, &QPushButton::clicked, &m_presenter, &MoneyBackPresenter::end);
    return verbs;
}

void MoneyBackPanel::buildRest(QVBoxLayout& column, QWidget* parent)
{
    m_restName = makeLabel(tr("Who waits, and what to do"), "section", parent);
    column.addWidget(m_restName);
    m_rest = new QListWidget{parent};
    m_rest->setAccessibleName(m_restName->text());
    m_rest->setWordWrap(true);
    m_rest->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_rest->setMinimumHeight(kRestHeight);
    column.addWidget(m_rest);
    m_order = makeButton(tr("Open the order"), "", parent, QStringLiteral("F7"));
    setButtonIcon(m_order, QStringLiteral("receipt"));
    auto* row = new QHBoxLayout;
    row->addWidget(m_order);
    row->addStretch();
    column.addLayout(row);
    connect(m_rest, &QListWidget::currentRowChanged, this,
            [this](int at) { m_order->setEnabled(at >= 0); });
    connect(m_rest, &QListWidget::itemDoubleClicked, this, &MoneyBackPanel::openOrder);
    connect(m_order, &QPushButton::clicked, this, &MoneyBackPanel::openOrder);
}

void MoneyBackPanel::begin()
{
    m_reasonFault.clear();
    if (!m_presenter.isRunning()) {
        m_reason->setText(text(m_presenter.scope().reason));
    }
    present();
    placeFocus();
}

QString MoneyBackPanel::sentence() const
{
    switch (m_presenter.stage()) {
    case Stage::Looking:
        return m_presenter.seen().all > 0 ? tr("Looking whom it concerns: %L1 of %L2 orders")
                                                .arg(m_presenter.seen().looked)
                                                .arg(m_presenter.seen().all)
                                          : tr("Looking whom it concerns…");
    case Stage::Asking: {
        const auto& seen = m_presenter.seen();
        return seen.begunAt ? tr("This was begun %1 and has not ended. Go on with it?")
                                  .arg(dayAndTimeText(*seen.begunAt, m_presenter.scope().timeZone))
                            : questionText(seen);
    }
    case Stage::Running:
        return progressText(m_presenter.progress());
    case Stage::Paused:
        return tr("Paused: %1. What was given back stays so; go on at any time.")
            .arg(progressText(m_presenter.progress()));
    case Stage::Done:
        return resultText(m_presenter.progress());
    case Stage::Failed:
        return tr("It could not be read whom it concerns. Nothing was changed.");
    case Stage::Idle:
        break;
    }
    return {};
}

void MoneyBackPanel::present()
{
    m_title->setWhole(tr("Money back: %1").arg(scopeText(m_presenter.scope())));
    const Stage stage = m_presenter.stage();
    const bool isMoving = stage == Stage::Looking || stage == Stage::Running;
    const bool isGoing = stage == Stage::Running || stage == Stage::Paused;
    const auto& progress = m_presenter.progress();
    const auto& seen = m_presenter.seen();
    m_sentence->setText(sentence());
    m_fault->setText(m_presenter.fault());
    m_fault->setVisible(!m_presenter.fault().isEmpty());
    m_bar->setVisible(isMoving || isGoing);
    const bool isLooking = stage == Stage::Looking;
    m_bar->setRange(0, static_cast<int>(isLooking ? seen.all : progress.all));
    m_bar->setValue(static_cast<int>(isLooking ? seen.looked : progress.looked));
    const bool mayBegin = stage == Stage::Asking && !seen.begunAt &&
        seen.plan.share(ReturnCourse::ByItself).orders > 0;
    m_fees->setVisible(mayBegin);
    m_fees->setChecked(!m_presenter.scope().keepFees);
    m_reason->setVisible(mayBegin);
    m_reasonName->setVisible(mayBegin);
    presentShares();
    presentVerbs();
    const bool hadRest = !m_rest->isHidden();
    presentRest();
    const bool isRestNew = !hadRest && !m_rest->isHidden() && focusProxy() == m_back;
    if (stage != m_shown || isRestNew) { // the list comes a moment after the end
        m_shown = stage;
        placeFocus();
    }
}

void MoneyBackPanel::presentShares()
{
    const auto& seen = m_presenter.seen();
    const bool isKnown = m_presenter.stage() == Stage::Asking;
    for (const Share& share : m_shares) {
        const ReturnShare what = seen.plan.share(share.course);
        share.panel->setVisible(isKnown && what.orders > 0);
        share.count->setText(countText(what));
        share.amount->setText(sumText(what.money));
        share.ways->setText(waysText(what));
        share.ways->setVisible(!share.ways->text().isEmpty());
    }
    QStringList others;
    if (seen.plan.admitted > 0) {
        others << tr("%n ticket(s) were used at the doors; they stay as they are.", nullptr,
                     static_cast<int>(seen.plan.admitted));
    }
    if (seen.plan.customers > 0) {
        others << tr("%n order(s) name a customer.", nullptr,
                     static_cast<int>(seen.plan.customers));
    }
    m_admitted->setText(others.join(u' '));
    m_admitted->setVisible(isKnown && !others.isEmpty());
}

void MoneyBackPanel::presentVerbs()
{
    const Stage stage = m_presenter.stage();
    const auto& seen = m_presenter.seen();
    const bool isAsking = stage == Stage::Asking;
    const bool isLeft = stage == Stage::Done && m_presenter.progress().failed > 0;
    m_start->setVisible(isAsking && !seen.begunAt &&
                        seen.plan.share(ReturnCourse::ByItself).orders > 0);
    m_goOn->setVisible((isAsking && seen.begunAt) || stage == Stage::Paused || isLeft);
    m_pause->setVisible(stage == Stage::Running);
    m_again->setVisible(stage == Stage::Failed ||
                        (stage == Stage::Paused && !m_presenter.fault().isEmpty()));
    m_end->setVisible((isAsking && seen.begunAt) || stage == Stage::Paused || isLeft);
}

void MoneyBackPanel::presentRest()
{
    const Stage stage = m_presenter.stage();
    const bool isShown = !m_presenter.rest().empty() &&
        (stage == Stage::Asking || stage == Stage::Paused || stage == Stage::Done);
    for (QWidget* part : {static_cast<QWidget*>(m_restName), static_cast<QWidget*>(m_rest),
                          static_cast<QWidget*>(m_order)}) {
        part->setVisible(isShown);
    }
    std::vector<QString> lines;
    for (const MoneyBackOrder& order : m_presenter.rest()) {
        lines.push_back(orderText(order) + QLatin1Char{'\n'} + nextText(order));
    }
    if (lines == m_shownRest) {
        return; // what somebody has chosen stays chosen
    }
    m_shownRest = lines;
    m_rest->clear();
    for (const QString& line : lines) {
        m_rest->addItem(line);
    }
    m_rest->setCurrentRow(lines.empty() ? -1 : 0);
}

void MoneyBackPanel::placeFocus()
{
    QWidget* next = m_back;
    for (QWidget* each : {static_cast<QWidget*>(m_reason), static_cast<QWidget*>(m_start),
                          static_cast<QWidget*>(m_goOn), static_cast<QWidget*>(m_pause),
                          static_cast<QWidget*>(m_again), static_cast<QWidget*>(m_rest)}) {
        if (!each->isHidden()) {
            next = each;
            break;
        }
    }
    setFocusProxy(next);
    if (isVisible()) {
        next->setFocus();
    }
}

void MoneyBackPanel::start()
{
    if (!m_reason->isHidden() && m_reason->text().trimmed().isEmpty()) {
        m_reasonFault.say(tr("Say why: it is kept with each order, and customers will ask."));
        return;
    }
    m_reasonFault.clear();
    m_presenter.start(m_reason->text());
}

void MoneyBackPanel::openOrder()
{
    const auto at = static_cast<std::size_t>(m_rest->currentRow());
    if (at < m_presenter.rest().size()) {
        Q_EMIT orderAsked(text(m_presenter.rest()[at].code));
    }
}

void MoneyBackPanel::keyPressEvent(QKeyEvent* event)
{
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (event->key() == Qt::Key_Escape) {
        m_presenter.leave();
        Q_EMIT left();
    } else if (isEnter && m_rest->hasFocus()) {
        openOrder();
    } else if (isEnter && m_reason->hasFocus()) {
        start();
    } else if (auto* button = isEnter ? qobject_cast<QPushButton*>(focusWidget()) : nullptr) {
        button->click();
    } else {
        QWidget::keyPressEvent(event);
    }
}

} // namespace foyer::ui
