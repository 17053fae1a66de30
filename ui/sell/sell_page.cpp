// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/sell/sell_page.h"

#include "ui/common/empty_state.h"
#include "ui/common/error_text.h"
#include "ui/common/formatting.h"
#include "ui/common/parts.h"
#include "ui/common/theme.h"
#include "ui/sell/awaited_panel.h"
#include "ui/sell/awaited_presenter.h"
#include "ui/sell/cart_panel.h"
#include "ui/sell/customer_dialog.h"
#include "ui/sell/gift_card_dialog.h"
#include "ui/sell/offer_panel.h"
#include "ui/sell/payment_panel.h"
#include "ui/sell/performance_delegate.h"
#include "ui/sell/prices_dialog.h"
#include "ui/sell/tickets_dialog.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QPointer>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace foyer::ui {
namespace {

constexpr int kListWidth = 264;
constexpr int kCartWidth = 304;

} // namespace

SellPage::SellPage(SellPort& port, const Clock& clock, QWidget* parent)
    : QWidget{parent}, m_port{port}, m_clock{clock}, m_presenter{port}
{
    setObjectName(QStringLiteral("workspace"));
    setFocusPolicy(Qt::StrongFocus);
    auto* column = new QVBoxLayout{this};
    column->setContentsMargins(kBetween, kBetween, kBetween, kBetween);
    column->setSpacing(kInside);
    m_banner = makeLabel({}, "banner", this);
    m_banner->setWordWrap(true);
    m_banner->hide();
    column->addWidget(m_banner);
    auto* row = new QHBoxLayout;
    row->setSpacing(kBetween);
    row->addWidget(buildList());
    m_middle = new QStackedWidget{this};
    m_offer = new OfferPanel{m_presenter, this};
    m_payment = new PaymentPanel{m_presenter, port, this};
    m_awaited = new AwaitedPresenter{port, this};
    m_awaitedPanel = new AwaitedPanel{*m_awaited, this};
    m_empty = buildEmpty();
    m_failed = buildFailed();
    m_loading = new Skeleton{this};
    m_middle->addWidget(m_offer);
    m_middle->addWidget(m_payment);
    m_awaitedAt = m_middle->addWidget(makeScroll(m_awaitedPanel, this));
    m_middle->addWidget(m_empty);
    m_middle->addWidget(m_failed);
    m_middle->addWidget(m_loading);
    row->addWidget(m_middle, 1);
    m_cart = new CartPanel{m_presenter, this};
    m_cart->setFixedWidth(kCartWidth);
    row->addWidget(m_cart);
    column->addLayout(row, 1);
    m_tickets = new TicketsDialog{port, this};
    m_toast = new Toast{this};

    connect(&m_presenter, &SellPresenter::performancesChanged, this, &SellPage::showPerformances);
    connect(&m_presenter, &SellPresenter::performanceChanged, this, &SellPage::showPerformances);
    connect(&m_presenter, &SellPresenter::stageChanged, this, &SellPage::showStage);
    connect(&m_presenter, &SellPresenter::failed, this, &SellPage::showFault);
    connect(&m_presenter, &SellPresenter::sold, this, &SellPage::showSold);
    connect(&m_presenter, &SellPresenter::cartChanged, this, [this] {
        if (m_presenter.canUndoRemoval()) {
            m_toast->say(m_presenter.removedStaysHeld()
                             ? tr("Out of the cart. It stays held as it was.")
                             : tr("Removed from the cart"),
                         tr("Undo"));
        }
    });
    connect(m_toast, &Toast::undone, &m_presenter, &SellPresenter::undoRemoval);
    connect(&m_presenter, &SellPresenter::paymentStarted, m_payment, &PaymentPanel::begin);
    connect(&m_presenter, &SellPresenter::typeChanged, this, &SellPage::leaveSearch);
    connect(&m_presenter, &SellPresenter::cartChanged, this, &SellPage::leaveSearch);
    connect(m_cart, &CartPanel::chooseCustomer, this, &SellPage::chooseCustomer);
    connect(m_cart, &CartPanel::choosePrices, this, &SellPage::choosePrices);
    connect(m_cart, &CartPanel::showTickets, this, [this] {
        if (m_tickets->hasOrder()) {
            m_tickets->open();
        }
    });
    connectKeeping();
    connectAwaited();
    m_presenter.reload();
}

QWidget* SellPage::buildList()
{
    auto* panel = makePanel(this);
    panel->setFixedWidth(kListWidth);
    auto* column = new QVBoxLayout{panel};
    column->setContentsMargins(0, kBetween, 0, kInside);
    m_search = new QLineEdit{panel};
    m_search->setPlaceholderText(tr("Event or venue"));
    m_search->setAccessibleName(tr("Search performances"));
    m_search->setMinimumHeight(kTarget);
    m_search->setClearButtonEnabled(true);
    auto* margin = new QHBoxLayout;
    margin->setContentsMargins(kBetween, 0, kBetween, 0);
    margin->addWidget(m_search);
    column->addLayout(margin);
    m_listHint = makeLabel({}, "muted", panel);
    m_listHint->setWordWrap(true);
    m_listHint->setContentsMargins(kBetween, kInside, kBetween, 0);
    m_listHint->hide();
    column->addWidget(m_listHint);
    m_list = new QListView{panel};
    m_list->setAccessibleName(tr("Performances"));
    m_list->setModel(&m_model);
    m_list->setItemDelegate(new PerformanceDelegate{m_list});
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setMouseTracking(true);
    m_list->installEventFilter(this);
    column->addWidget(m_list, 1);
    auto* giftCard = makeButton(tr("Sell a gift card"), "", panel, QStringLiteral("Shift+F7"));
    auto* below = new QHBoxLayout;
    below->setContentsMargins(kBetween, 0, kBetween, 0);
    below->addWidget(giftCard);
    column->addLayout(below);
    connect(giftCard, &QPushButton::clicked, this, &SellPage::sellGiftCard);
    connect(m_search, &QLineEdit::textChanged, &m_presenter, &SellPresenter::searchFor);
    connect(m_search, &QLineEdit::returnPressed, this, [this] { m_list->setFocus(); });
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex& index) {
                const PerformanceSummary* chosen = m_model.at(index.row());
                const auto& current = m_presenter.current();
                if (chosen != nullptr &&
                    (!current || current->offer->performance.id != chosen->id)) {
                    m_presenter.openPerformance(chosen->id);
                }
            });
    connect(m_list, &QListView::clicked, this, [this] { setFocus(); });
    return panel;
}

EmptyState* SellPage::buildEmpty()
{
    auto* panel = new EmptyState{
        QStringLiteral("calendar-days"), tr("Nothing to sell yet"),
        tr("Bring in a seating plan and a season, or look around with one that is made up."), this};
    auto* load =
        panel->addAction(tr("Load the demonstration season"), QStringLiteral("calendar-days"));
    connect(load, &QPushButton::clicked, this, [this, load] {
        load->setEnabled(false);
        m_port.loadDemonstration([this, self = QPointer{this}, load](const Result<bool>& loaded) {
            if (!self) {
                return;
            }
            load->setEnabled(true);
            if (!loaded) {
                showFault(errorText(loaded.error()), {});
            }
            m_presenter.reload();
        });
    });
    panel->addHint(tr("foyer-cli plan import FILE and foyer-cli season import FILE bring in "
                      "your own."));
    return panel;
}

EmptyState* SellPage::buildFailed()
{
    auto* panel = new EmptyState{QStringLiteral("triangle-alert"),
                                 tr("The performances could not be read"),
                                 {},
                                 this};
    panel->addHint(tr("What was sold is safe: nothing was changed."));
    auto* again = panel->addAction(tr("Try again"), QStringLiteral("refresh-cw"));
    connect(again, &QPushButton::clicked, &m_presenter, &SellPresenter::reload);
    return panel;
}

bool SellPage::eventFilter(QObject* watched, QEvent* event)
{
    // A list would look for a typed letter among its rows; here letters and digits mean tickets.
    if (watched == m_list && event->type() == QEvent::KeyPress) {
        auto* key = static_cast<QKeyEvent*>(event);
        const bool typed = !key->text().isEmpty() && key->text()[0].isLetterOrNumber();
        if (typed || key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) {
            keyPressEvent(key);
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void SellPage::applyPalette()
{
    m_offer->applyPalette();
    m_list->viewport()->update();
}

void SellPage::showPerformances()
{
    if (m_presenter.isLoading()) {
        showStage();
        return;
    }
    const QSignalBlocker quiet{m_list->selectionModel()};
    m_model.setPerformances(m_presenter.performances(), m_clock.now());
    const bool none = m_presenter.performances().empty();
    m_listHint->setText(none && !m_search->text().isEmpty()
                            ? tr("No performance of that name is to come.")
                            : QString{});
    m_listHint->setVisible(!m_listHint->text().isEmpty());
    if (m_presenter.current()) {
        const int row = m_model.rowOf(m_presenter.current()->offer->performance.id);
        m_list->setCurrentIndex(m_model.index(row, 0));
    }
    showStage();
}

void SellPage::showStage()
{
    const bool isAwaiting = m_awaited->isWatching();
    const bool choosing = m_presenter.stage() == SellPresenter::Stage::Choosing && !isAwaiting;
    m_list->setEnabled(choosing);
    m_search->setEnabled(choosing);
    m_cart->setEnabled(choosing);
    if (isAwaiting) {
        m_middle->setCurrentIndex(m_awaitedAt);
    } else if (!choosing) {
        m_middle->setCurrentWidget(m_payment);
    } else if (!m_presenter.current()) {
        m_failed->setWords(m_presenter.listFault());
        m_middle->setCurrentWidget(m_presenter.isLoading()                  ? m_loading
                                       : !m_presenter.listFault().isEmpty() ? m_failed
                                                                            : m_empty);
    } else if (m_middle->currentWidget() != m_offer) {
        m_middle->setCurrentWidget(m_offer);
        setFocus();
    }
}

void SellPage::showFault(const QString& sentence, const QString& where)
{
    if (m_presenter.stage() == SellPresenter::Stage::Paying && !sentence.isEmpty()) {
        m_payment->showFault(sentence, where);
        return;
    }
    m_banner->setText(sentence);
    m_banner->setVisible(!sentence.isEmpty());
}

/// Who chooses on is done searching: digits and letters mean tickets again.
void SellPage::leaveSearch()
{
    if (m_search->hasFocus()) {
        setFocus();
    }
}

void SellPage::showSold(const Order& order)
{
    setFocus();
    m_tickets->prepare(order);
}

void SellPage::chooseCustomer()
{
    auto* dialog = new CustomerDialog{m_port, this};
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &CustomerDialog::known, &m_presenter, &SellPresenter::setCustomer);
    connect(dialog, &CustomerDialog::recorded, &m_presenter, &SellPresenter::setNewCustomer);
    connect(dialog, &CustomerDialog::withoutCustomer, &m_presenter, &SellPresenter::clearCustomer);
    dialog->open();
}

void SellPage::choosePrices()
{
    auto* dialog = new PricesDialog{m_presenter, this};
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::finished, this, [this] { setFocus(); }); // Enter goes on to pay
    dialog->open();
}

void SellPage::sellGiftCard()
{
    auto* dialog = new GiftCardDialog{m_port, this};
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &GiftCardDialog::sold, this, [this](const GiftCardsSold& sold) {
        showOrder(sold.order); // the card is printed at once, or it is not worth much
    });
    dialog->open();
}

void SellPage::showOrder(const Order& order)
{
    m_tickets->prepare(order);
    m_tickets->open();
}

QString SellPage::keys()
{
    return tr("1–9\tso many of the best seats together\n"
              "A letter\tthe ticket type that begins with it\n"
              "Arrows, Space\tgo over the seats and choose\n"
              "Enter, F9\tpay in cash\n"
              "F10\tpay by card\n"
              "Shift+F9\tpay on the customer's phone\n"
              "Shift+F10\tpay at a card reader\n"
              "F5\tpromo code, discount, complimentary tickets, donation\n"
              "F6\tpay on invoice\n"
              "F7\tpark the cart; without one, bring a parked cart back; in the payment, a gift "
              "card\n"
              "F3\treserve the cart for somebody who pays later\n"
              "F4\thold the places for the house, the press or a sponsor\n"
              "F2\tput somebody on the waiting list\n"
              "Shift+F7\tsell a gift card\n"
              "F8\tthe tickets of the last sale\n"
              "Ctrl+Z\tput back what was removed from the cart\n"
              "Esc\tone step back; the cart stays\n"
              "Ctrl+K\tfind a performance, an order or a customer\n"
              "F1\tthese keys");
}

void SellPage::keyPressEvent(QKeyEvent* event)
{
    if (event->matches(QKeySequence::Undo)) {
        m_toast->hide();
        m_presenter.undoRemoval();
        return;
    }
    const QString typed = event->text();
    const bool plain = event->modifiers() == Qt::NoModifier ||
        event->modifiers() == Qt::KeypadModifier || event->modifiers() == Qt::ShiftModifier;
    const bool isShifted = event->modifiers().testFlag(Qt::ShiftModifier);
    if (m_presenter.stage() != SellPresenter::Stage::Choosing || m_awaited->isWatching() ||
        !plain) {
        QWidget::keyPressEvent(event);
        return;
    }
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        m_presenter.startPayment(PaymentMethod::Cash);
    } else if (event->key() == Qt::Key_F9) {
        m_presenter.startPayment(isShifted ? PaymentMethod::Online : PaymentMethod::Cash);
    } else if (event->key() == Qt::Key_F10) {
        m_presenter.startPayment(isShifted ? PaymentMethod::Reader : PaymentMethod::CardTerminal);
    } else if (event->key() == Qt::Key_F7 && event->modifiers() == Qt::NoModifier) {
        parkOrResume();
    } else if (event->key() == Qt::Key_F2) {
        joinWaitingList();
    } else if (event->key() == Qt::Key_F3) {
        reserveCart();
    } else if (event->key() == Qt::Key_F4) {
        holdCart();
    } else if (event->key() == Qt::Key_F6) {
        m_presenter.startPayment(PaymentMethod::Invoice);
    } else if (event->key() == Qt::Key_Escape) {
        m_presenter.cancelPayment();
        showFault({}, {});
        setFocus();
    } else if (event->key() >= Qt::Key_1 && event->key() <= Qt::Key_9) {
        m_presenter.addTickets(static_cast<std::size_t>(event->key() - Qt::Key_0));
    } else if (typed.size() != 1 || !typed[0].isLetter() ||
               !m_presenter.selectTypeByLetter(typed[0])) {
        QWidget::keyPressEvent(event);
    }
}

} // namespace foyer::ui
