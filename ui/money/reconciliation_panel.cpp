// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/money/reconciliation_panel.h"

#include "ui/common/empty_state.h"
#include "ui/common/error_text.h"
#include "ui/common/formatting.h"
#include "ui/common/icons.h"
#include "ui/common/parts.h"
#include "ui/common/theme.h"
#include "ui/money/money_card.h"
#include "ui/money/money_text.h"
#include "ui/money/note_ask.h"

#include <QHBoxLayout>
#include <QListWidget>
#include <QPointer>
#include <QSignalBlocker>
#include <QStackedWidget>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>

namespace foyer::ui {
namespace {

constexpr int kListWidth = 360;
constexpr int kLookEveryMs = 2'000;
constexpr int kLooksMax = 15; ///< then it is still being compared, and shows when it is done

QString listText(const QString& title, const std::string& provider, Money amount)
{
    return title + QLatin1Char{'\n'} + providerText(provider) + QStringLiteral(" · ") +
        moneyText(amount);
}

} // namespace

ReconciliationPanel::ReconciliationPanel(MoneyPort& port, QWidget* parent)
    : QWidget{parent}, m_port{port}, m_looking{new QTimer{this}}
{
    auto* column = new QVBoxLayout{this};
    column->setContentsMargins(0, kBetween, 0, 0);
    column->setSpacing(kBetween);
    column->addWidget(buildHead());
    m_told = makeLabel({}, "fault", this);
    m_told->setTextFormat(Qt::PlainText);
    m_told->setWordWrap(true);
    m_told->hide();
    column->addWidget(m_told);
    column->addWidget(buildBody(), 1);
    m_toast = new Toast{this};
    m_looking->setInterval(kLookEveryMs);
    connect(m_looking, &QTimer::timeout, this, &ReconciliationPanel::refresh);
}

QWidget* ReconciliationPanel::buildHead()
{
    auto* panel = makePanel(this);
    auto* row = new QHBoxLayout{panel};
    row->setContentsMargins(kBetween, kBetween, kBetween, kBetween);
    row->setSpacing(kBetween);
    m_accounts = new QVBoxLayout;
    m_accounts->setSpacing(kInside);
    row->addLayout(m_accounts, 1);
    m_compare = makeButton(tr("Compare now"), "", panel, QStringLiteral("F5"));
    setButtonIcon(m_compare, QStringLiteral("refresh-cw"));
    row->addWidget(m_compare, 0, Qt::AlignTop);
    connect(m_compare, &QPushButton::clicked, this, &ReconciliationPanel::compareNow);
    return panel;
}

QWidget* ReconciliationPanel::buildBody()
{
    m_states = new QStackedWidget{this};
    auto* work = new QWidget{m_states};
    auto* row = new QHBoxLayout{work};
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(kBetween);
    m_list = new QListWidget{work};
    m_list->setAccessibleName(tr("What somebody has to look at"));
    m_list->setFixedWidth(kListWidth);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setTextElideMode(Qt::ElideRight);
    row->addWidget(m_list);
    row->addWidget(makeScroll(buildDetail(), work), 1);
    connect(m_list, &QListWidget::currentRowChanged, this, &ReconciliationPanel::showRow);
    m_none = new EmptyState{
        QStringLiteral("circle-check"), tr("The books and the accounts fit"),
        tr("Each day the server compares what the books say with what the payment providers have. "
           "Whatever differs stands here, until it fits or somebody says why it is all right."),
        m_states};
    m_failed = new EmptyState{QStringLiteral("triangle-alert"),
                              tr("What the server knows cannot be shown now"),
                              {},
                              m_states};
    m_failed->addHint(tr("Payouts that are known here can be looked at all the same."));
    auto* again = m_failed->addAction(tr("Try again"), QStringLiteral("refresh-cw"));
    connect(again, &QPushButton::clicked, this, &ReconciliationPanel::refresh);
    m_loading = new Skeleton{m_states};
    for (QWidget* state :
         {work, static_cast<QWidget*>(m_none), static_cast<QWidget*>(m_failed), m_loading}) {
        m_states->addWidget(state);
    }
    m_states->setCurrentWidget(m_loading);
    return m_states;
}

QWidget* ReconciliationPanel::buildDetail()
{
    auto* holder = new QWidget{this};
    auto* outer = new QVBoxLayout{holder};
    outer->setContentsMargins(0, 0, 0, 0);
    outer->setSpacing(kBetween);
    m_card = new MoneyCard{holder};
    outer->addWidget(m_card);
    m_ask = new NoteAsk{holder};
    outer->addWidget(m_ask);
    outer->addStretch();
    connect(m_card, &MoneyCard::actAsked, this, &ReconciliationPanel::act);
    connect(m_card, &MoneyCard::orderAsked, this, &ReconciliationPanel::orderAsked);
    connect(m_ask, &AskPanel::closed, this, [this] {
        if (isVisible()) {
            m_list->setFocus();
        }
    });
    return holder;
}

bool ReconciliationPanel::isCase(int row) const
{
    return row >= 0 && static_cast<std::size_t>(row) < m_money.cases.size();
}

void ReconciliationPanel::refresh()
{
    if (m_ask->isOpen()) {
        return; // what somebody is deciding about is not taken from under their hands
    }
    m_port.atServer([self = QPointer{this}](const Result<MoneyAtServer>& money) {
        if (!self) {
            return;
        }
        if (money) {
            self->show(*money);
        } else {
            self->showFault(money.error());
        }
    });
}

void ReconciliationPanel::startOver()
{
    m_ask->close();
    m_told->hide();
    m_looking->stop();
    m_isComparing = false;
    m_money = {};
    showAccounts();
    m_list->clear();
    m_states->setCurrentWidget(m_loading);
}

void ReconciliationPanel::compareNow()
{
    if (m_isComparing) {
        return;
    }
    m_told->hide();
    m_isComparing = true;
    m_looks = 0;
    showAccounts();
    m_port.compareNow([self = QPointer{this}](const Result<bool>& asked) {
        if (!self) {
            return;
        }
        if (asked) {
            self->m_looking->start();
            return;
        }
        self->m_isComparing = false;
        self->showAccounts();
        self->m_told->setText(errorText(asked.error()));
        self->m_told->show();
    });
}

void ReconciliationPanel::show(const MoneyAtServer& money)
{
    const auto before = m_money.accounts;
    m_money = money;
    if (m_isComparing && m_looking->isActive()) {
        ++m_looks;
        const auto isNew = [&](const MoneyAccount& account) {
            for (const MoneyAccount& each : before) {
                if (each.provider == account.provider) {
                    return each.comparedAt != account.comparedAt || each.problem != account.problem;
                }
            }
            return account.comparedAt.has_value();
        };
        const bool isAny = std::ranges::any_of(money.accounts, isNew);
        if (isAny || money.accounts.empty() || m_looks >= kLooksMax) {
            m_looking->stop();
            m_isComparing = false;
        }
    }
    showAccounts();
    const int current = m_list->currentRow();
    {
        const QSignalBlocker quiet{m_list};
        m_list->clear();
        for (const MoneyCase& open : money.cases) {
            m_list->addItem(listText(caseTitle(open), open.provider, open.there));
        }
        for (const MoneyTrouble& trouble : money.troubles) {
            m_list->addItem(listText(troubleTitle(trouble), trouble.provider, trouble.amount));
        }
        for (int row = 0; row < m_list->count(); ++row) {
            m_list->item(row)->setToolTip(m_list->item(row)->text());
        }
        m_list->setCurrentRow(std::clamp(current, 0, std::max(0, m_list->count() - 1)));
    }
    showRow(m_list->currentRow());
    m_states->setCurrentIndex(m_list->count() > 0 ? 0 : 1);
    Q_EMIT counted(m_list->count());
}

void ReconciliationPanel::showFault(const Error& error)
{
    m_looking->stop();
    m_isComparing = false;
    showAccounts();
    const QString words = error.code == "offline"
        ? tr("The server cannot be reached. The counter sells on; accounts are looked at when the "
             "network is back.")
        : error.code == "not_joined"
        ? tr("This counter has no server. Payments by providers, and what is compared with their "
             "accounts, need one: Settings, Server.")
        : error.code == "not_signed_in" || error.code == "session_over"
        ? tr("The server does not know who is at this counter. Sign out and in again with your "
             "password while the network is there.")
        : errorText(error);
    m_failed->setWords(words);
    m_states->setCurrentWidget(m_failed);
    Q_EMIT counted(0);
}

void ReconciliationPanel::showAccounts()
{
    while (QLayoutItem* item = m_accounts->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    const auto add = [&](const QString& words, const char* role) {
        auto* label = makeLabel(words, role, this);
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
        m_accounts->addWidget(label);
    };
    if (m_isComparing) {
        add(tr("The accounts are being compared …"), "");
    }
    for (const MoneyAccount& account : m_money.accounts) {
        add(tr("%1: %2", "provider and how its account stands")
                .arg(providerText(account.provider), accountText(account, m_money.timeZone)),
            account.problem.empty() ? "" : "fault");
    }
    if (m_money.accounts.empty() && !m_isComparing) {
        add(tr("The server reads no provider's account yet."), "muted");
    }
    m_compare->setEnabled(!m_isComparing && !m_money.accounts.empty());
}

void ReconciliationPanel::showRow(int row)
{
    m_ask->close();
    if (row < 0) {
        return;
    }
    const auto at = static_cast<std::size_t>(row);
    if (isCase(row)) {
        m_card->show(m_money.cases[at], m_money.mayEnd);
    } else if (at - m_money.cases.size() < m_money.troubles.size()) {
        m_card->show(m_money.troubles[at - m_money.cases.size()], m_money.mayEnd);
    }
}

void ReconciliationPanel::act()
{
    const int row = m_list->currentRow();
    if (!m_money.mayEnd || row < 0) {
        return;
    }
    if (isCase(row)) {
        const MoneyCase open = m_money.cases[static_cast<std::size_t>(row)];
        m_ask->ask({.sentence = tr("Nothing is changed in the books. The case ends, with your name "
                                   "and what you say; should something else not fit, it opens "
                                   "again."),
                    .verb = tr("End the case"),
                    .act = [this, open](const std::string& note) {
                        m_port.endCase(open, note,
                                       [self = QPointer{this}](const Result<bool>& result) {
                                           if (self) {
                                               self->done(result, tr("The case has ended."));
                                           }
                                       });
                    }});
        return;
    }
    const std::size_t at = static_cast<std::size_t>(row) - m_money.cases.size();
    const std::string payment = m_money.troubles[at].payment;
    m_ask->ask({.sentence = tr("The server looks at this payment once more and goes on with it; a "
                               "refund that failed is tried again. Look at the provider's "
                               "dashboard first."),
                .verb = tr("Go on"),
                .asksNote = false,
                .act = [this, payment](const std::string&) {
                    m_port.goOn(payment, [self = QPointer{this}](const Result<bool>& result) {
                        if (self) {
                            self->done(result, tr("The payment goes on."));
                        }
                    });
                }});
}

void ReconciliationPanel::done(const Result<bool>& result, const QString& words)
{
    m_told->setVisible(!result);
    if (result) {
        m_toast->say(words, {});
    } else {
        m_told->setText(errorText(result.error()));
    }
    refresh();
}

} // namespace foyer::ui
