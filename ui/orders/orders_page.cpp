// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/orders/orders_page.h"

#include "core/domain/sales/order_code.h"
#include "ui/common/empty_state.h"
#include "ui/common/error_text.h"
#include "ui/common/formatting.h"
#include "ui/common/parts.h"
#include "ui/common/theme.h"
#include "ui/orders/act_panel.h"
#include "ui/orders/order_text.h"

#include <QDesktopServices>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QPointer>
#include <QStackedWidget>
#include <QTimer>
#include <QUrl>
#include <QVBoxLayout>

namespace foyer::ui {
namespace {

constexpr int kListWidth = 400;
constexpr int kTypingMs = 150; // one search for a word, not one for each of its letters
enum Right { Nothing, Shown, Acting };

QString rowText(const FoundOrder& order)
{
    QStringList first{text(displayOrderCode(order.code)), moneyText(order.total)};
    if (!order.customerName.empty()) {
        first << isolated(text(order.customerName));
    }
    QString summary =
        order.valid == 0 ? OrdersPage::tr("Void or returned") : isolated(text(order.summary));
    if (order.isAwaited) {
        summary = OrdersPage::tr("Not paid yet") + QStringLiteral(" · ") + summary;
    }
    return first.join(QStringLiteral(" · ")) + QLatin1Char{'\n'} + summary;
}

} // namespace

OrdersPage::OrdersPage(OrdersPort& port, QWidget* parent)
    : QWidget{parent}, m_port{port}, m_search{new QLineEdit{this}}, m_list{new QListWidget{this}},
      m_hint{makeLabel({}, "muted", this)}, m_told{makeLabel({}, "total", this)},
      m_right{new QStackedWidget{this}}, m_order{new OrderPanel{this}}, m_act{new ActPanel{port,
                                                                                           this}},
      m_empty{new EmptyState{QStringLiteral("search"), tr("Choose an order"),
                             tr("Scan a ticket, or type what the customer has: a code, a name, an "
                                "email, a phone number, a seat or the amount."),
                             this}},
      m_patience{new QTimer{this}}
{
    auto* row = new QHBoxLayout{this};
    row->setContentsMargins(kAround, kAround, kAround, kAround);
    row->setSpacing(kBetween);
    auto* left = new QVBoxLayout;
    left->setSpacing(kInside);
    left->addWidget(makeLabel(tr("Orders"), "title", this));
    m_search->setAccessibleName(tr("Code, name, email, phone, seat or amount"));
    m_search->setPlaceholderText(m_search->accessibleName());
    m_search->setMinimumHeight(kTarget);
    m_search->setClearButtonEnabled(true);
    left->addWidget(m_search);
    m_hint->setWordWrap(true);
    left->addWidget(m_hint);
    m_list->setAccessibleName(tr("Orders found"));
    m_list->setWordWrap(true);
    m_list->setFixedWidth(kListWidth);
    m_search->setFixedWidth(kListWidth);
    m_hint->setFixedWidth(kListWidth);
    left->addWidget(m_list, 1);
    row->addLayout(left);
    auto* right = new QVBoxLayout;
    right->setSpacing(kInside);
    m_told->setWordWrap(true);
    m_told->hide();
    right->addWidget(m_told);
    m_right->addWidget(m_empty);
    m_right->addWidget(m_order);
    m_right->addWidget(makeScroll(m_act, this));
    right->addWidget(m_right, 1);
    row->addLayout(right, 1);
    setFocusProxy(m_search);
    m_patience->setSingleShot(true);
    m_patience->setInterval(kTypingMs);
    connect(m_patience, &QTimer::timeout, this, &OrdersPage::search);
    connect(m_search, &QLineEdit::textChanged, m_patience, qOverload<>(&QTimer::start));
    connect(m_search, &QLineEdit::returnPressed, this,
            [this] { find(m_search->text().trimmed(), Then::OpenFirst); });
    const auto openCurrent = [this] {
        const auto at = static_cast<std::size_t>(std::max(m_list->currentRow(), 0));
        if (at < m_found.size()) {
            open(m_found[at].id, {});
        }
    };
    connect(m_list, &QListWidget::itemActivated, this, openCurrent);
    connect(m_list, &QListWidget::itemClicked, this, openCurrent);
    connect(m_order, &OrderPanel::asked, this, &OrdersPage::act);
    connect(m_order, &OrderPanel::paymentAsked, this,
            [this] { Q_EMIT paymentAsked(m_order->view().order.id); });
    connect(m_act, &ActPanel::left, this, &OrdersPage::closeAct);
    connect(m_act, &ActPanel::done, this, [this](const OrderView& view, const QString& sentence) {
        m_order->show(view, {});
        closeAct();
        tell(sentence, "total");
        search();
    });
}

QString OrdersPage::keys()
{
    return tr("Enter\tOpen the first order found\nF4\tRefund the tickets that are ticked, or all\n"
              "F5\tExchange or move\nF6\tPrint again\nF7\tNew codes for lost tickets\n"
              "F8\tVoid the whole order\nF9\tAnother name\nF10\tWho picks up\nEsc\tBack");
}

void OrdersPage::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    search();
}

void OrdersPage::keyPressEvent(QKeyEvent* event)
{
    if (m_reprintAsked && (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)) {
        confirmReprint();
        return;
    }
    if (event->key() == Qt::Key_Escape) {
        closeAct();
        m_told->hide();
        m_search->setFocus();
        m_search->selectAll();
        return;
    }
    QWidget::keyPressEvent(event);
}

void OrdersPage::startOver()
{
    const QSignalBlocker quiet{m_search};
    m_patience->stop();
    ++m_asked; // what was asked for by the clerk before is not for the next one
    ++m_opened;
    m_search->clear();
    m_list->clear();
    m_found.clear();
    m_told->hide();
    m_reprintAsked = false;
    m_right->setCurrentIndex(Nothing);
}

void OrdersPage::takeScan(const QString& code)
{
    const QSignalBlocker quiet{m_search};
    m_search->clear();
    m_told->hide();
    closeAct();
    m_right->setCurrentIndex(Nothing); // no key may reach the order of the scan before
    find(code.trimmed(), Then::OpenScanned);
}

void OrdersPage::search()
{
    find(m_search->text().trimmed(), Then::List);
}

void OrdersPage::find(const QString& words, Then then)
{
    m_patience->stop();
    const int asked = ++m_asked;
    m_port.find(words.toStdString(),
                [self = QPointer{this}, asked, then](const Result<std::vector<FoundOrder>>& found) {
                    if (self && asked == self->m_asked) {
                        self->showFound(found, then);
                    }
                });
}

void OrdersPage::showFound(const Result<std::vector<FoundOrder>>& found, Then then)
{
    m_list->clear();
    m_found.clear();
    if (!found) {
        m_hint->setText(errorText(found.error()));
        return;
    }
    m_found = *found;
    for (const FoundOrder& order : m_found) {
        m_list->addItem(rowText(order));
    }
    const bool isLatest = m_search->text().trimmed().isEmpty() && then != Then::OpenScanned;
    if (m_found.empty()) {
        m_hint->setText(isLatest ? tr("Nothing was sold yet.")
                                 : tr("No order was found. Check what was typed, or try a part of "
                                      "the name."));
    } else {
        m_hint->setText(isLatest                  ? tr("The latest orders")
                            : m_found.size() == 1 ? tr("One order was found")
                                                  : tr("%1 orders were found").arg(m_found.size()));
    }
    if (then == Then::OpenFirst && !m_found.empty()) {
        m_list->setFocus();
        m_list->setCurrentRow(0);
        open(m_found.front().id, {});
    }
    if (then == Then::OpenScanned && m_found.size() == 1) {
        const auto& scanned = m_found.front().scanned;
        open(m_found.front().id,
             scanned ? std::vector<TicketId>{*scanned} : std::vector<TicketId>{});
    }
}

void OrdersPage::open(OrderId order, const std::vector<TicketId>& chosen)
{
    closeAct();
    m_told->hide();
    m_right->setCurrentIndex(Nothing);
    const int opened = ++m_opened;
    m_port.open(order, [self = QPointer{this}, chosen, opened](const Result<OrderView>& view) {
        if (!self || opened != self->m_opened) {
            return;
        }
        if (!view) {
            self->tell(errorText(view.error()), "fault");
            return;
        }
        self->m_order->show(*view, chosen);
        self->m_right->setCurrentIndex(Shown);
    });
}

void OrdersPage::refresh()
{
    // Only what waits for something from elsewhere, and not while somebody chooses in it.
    if (!isVisible() || m_right->currentIndex() != Shown || m_order->view().provided.empty()) {
        return;
    }
    const int opened = ++m_opened;
    m_port.open(m_order->view().order.id,
                [self = QPointer{this}, opened](const Result<OrderView>& view) {
                    if (self && opened == self->m_opened && view) {
                        self->m_order->show(*view, self->m_order->chosen());
                    }
                });
}

void OrdersPage::act(OrderAct act)
{
    m_told->hide();
    m_reprintAsked = false;
    if (act == OrderAct::Reprint) {
        reprint();
        return;
    }
    m_act->begin(act, m_order->view(), m_order->chosen());
    m_right->setCurrentIndex(Acting);
}

void OrdersPage::reprint()
{
    const auto chosen = m_order->chosen();
    tell(chosen.empty()
             ? tr("Print all valid tickets of this order again? Enter prints, Esc does "
                  "not. The codes stay the same.")
             : tr("Print what is ticked again? Enter prints, Esc does not. The codes stay the "
                  "same."),
         "total");
    m_reprintAsked = true;
    m_right->setFocusPolicy(Qt::StrongFocus);
    m_right->setAccessibleName(m_told->text());
    m_right->setFocus();
}

void OrdersPage::confirmReprint()
{
    m_reprintAsked = false;
    m_port.reprint(m_order->view().order.id, m_order->chosen(),
                   [self = QPointer{this}](const Result<Reprinted>& done) {
                       if (!self) {
                           return;
                       }
                       if (!done) {
                           self->tell(errorText(done.error()), "fault");
                           return;
                       }
                       if (!done->printer.empty()) {
                           self->tell(tr("Printing on %1").arg(text(done->printer)), "total");
                           Q_EMIT self->spooled();
                       } else {
                           self->tell(tr("No printer is set up for tickets. They were written to "
                                         "%1")
                                          .arg(text(done->file)),
                                      "total");
                           QDesktopServices::openUrl(QUrl::fromLocalFile(text(done->file)));
                       }
                       self->m_search->setFocus();
                   });
}

void OrdersPage::closeAct()
{
    m_reprintAsked = false;
    if (m_right->currentIndex() == Acting) {
        m_right->setCurrentIndex(Shown);
        m_search->setFocus();
    }
}

void OrdersPage::tell(const QString& sentence, const char* role)
{
    setRole(m_told, role);
    m_told->setText(sentence);
    m_told->setVisible(!sentence.isEmpty());
}

} // namespace foyer::ui
