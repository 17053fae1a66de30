// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/events/money_back_strip.h"

#include "ui/common/formatting.h"
#include "ui/common/parts.h"
#include "ui/common/theme.h"
#include "ui/events/money_back_words.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace foyer::ui {
namespace {

constexpr std::size_t kUnfinishedShown = 3; // the events below need the room

QHBoxLayout* stripRow(QWidget* row)
{
    auto* line = new QHBoxLayout{row};
    line->setContentsMargins(kBetween, kInside / 2, kBetween, kInside / 2);
    line->setSpacing(kInside);
    return line;
}

QLabel* stripWords(QWidget* row)
{
    auto* words = makeLabel({}, "", row);
    words->setWordWrap(true);
    return words;
}

} // namespace

MoneyBackStrip::MoneyBackStrip(MoneyBackPresenter& presenter, QWidget* parent)
    : QWidget{parent}, m_presenter{presenter}
{
    auto* column = new QVBoxLayout{this};
    column->setContentsMargins(kAround, kBetween, kAround, 0);
    column->setSpacing(kInside);
    m_running = makePanel(this);
    auto* line = stripRow(m_running);
    m_words = stripWords(m_running);
    line->addWidget(m_words, 1);
    auto* show = makeButton(tr("Show"), "", m_running);
    line->addWidget(show);
    column->addWidget(m_running);
    m_others = new QWidget{this};
    auto* others = new QVBoxLayout{m_others};
    others->setContentsMargins(0, 0, 0, 0);
    others->setSpacing(kInside);
    column->addWidget(m_others);
    connect(show, &QPushButton::clicked, this, &MoneyBackStrip::showAsked);
    connect(&m_presenter, &MoneyBackPresenter::changed, this, &MoneyBackStrip::presentRunning);
    connect(&m_presenter, &MoneyBackPresenter::unfinishedChanged, this, &MoneyBackStrip::present);
    present();
}

QString MoneyBackStrip::unfinishedText(const MoneyBackUnfinished& each)
{
    return tr("%1: giving the money back was begun %2 and has not ended.")
        .arg(scopeText(each.scope), dayAndTimeText(each.begunAt, each.scope.timeZone));
}

void MoneyBackStrip::addUnfinished(const MoneyBackUnfinished& each)
{
    auto* row = makePanel(m_others);
    auto* line = stripRow(row);
    auto* words = stripWords(row);
    words->setText(unfinishedText(each));
    line->addWidget(words, 1);
    auto* go = makeButton(tr("Go on…"), "", row);
    go->setAccessibleDescription(words->text());
    line->addWidget(go);
    m_others->layout()->addWidget(row);
    connect(go, &QPushButton::clicked, this,
            [this, scope = each.scope] { Q_EMIT goOnAsked(scope); });
    row->show();
}

void MoneyBackStrip::present()
{
    const auto unfinished = m_presenter.unfinished();
    std::vector<QString> words;
    for (const MoneyBackUnfinished& each : unfinished) {
        words.push_back(unfinishedText(each));
    }
    if (words != m_shown) { // else whoever is on a button stays there
        m_shown = words;
        qDeleteAll(m_others->findChildren<QWidget*>(QString{}, Qt::FindDirectChildrenOnly));
        for (std::size_t at = 0; at < unfinished.size() && at < kUnfinishedShown; ++at) {
            addUnfinished(unfinished[at]);
        }
    }
    m_others->setVisible(!unfinished.empty());
    presentRunning();
}

void MoneyBackStrip::presentRunning()
{
    const bool isRunning = m_presenter.isRunning();
    if (isRunning) {
        m_words->setText(
            tr("%1: the money goes back. %2")
                .arg(scopeText(m_presenter.scope()), progressText(m_presenter.progress())));
    }
    m_running->setVisible(isRunning);
    setVisible(isRunning || !m_presenter.unfinished().empty());
}

} // namespace foyer::ui
