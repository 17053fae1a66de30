// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/sell/customer_display.h"

#include "ui/common/formatting.h"
#include "ui/common/parts.h"
#include "ui/common/payment_text.h"
#include "ui/common/theme.h"
#include "ui/sell/awaited_presenter.h"
#include "ui/sell/sell_presenter.h"
#include "ui/sell/waiting_parts.h"

#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QScreen>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>

namespace foyer::ui {
namespace {

constexpr int kLeaveMs = 20'000;
constexpr std::size_t kLinesMax = 8; // more cannot be read from where a customer stands
constexpr int kTitlePoints = 34;
constexpr int kLinePoints = 22;
constexpr int kTotalPoints = 44;

void enlarge(QLabel* label, int points, bool bold)
{
    QFont font = label->font();
    font.setPointSize(points);
    font.setBold(bold);
    label->setFont(font);
    // The theme's sizes are for somebody at arm's length.
    label->setStyleSheet(
        QStringLiteral("font-size: %1pt; font-weight: %2;").arg(points).arg(bold ? 700 : 400));
}

} // namespace

CustomerDisplay::CustomerDisplay(SellPresenter& presenter, QWidget* parent)
    : QWidget{parent, Qt::Window | Qt::WindowDoesNotAcceptFocus},
      m_presenter{presenter}, m_welcome{tr("Welcome")}, m_title{makeLabel({}, "title", this)},
      m_about{makeLabel({}, "muted", this)}, m_totalWords{makeLabel({}, "", this)},
      m_total{makeLabel({}, "", this)}, m_leave{new QTimer{this}}
{
    setWindowTitle(tr("Customer display"));
    setAccessibleName(tr("Customer display"));
    setAttribute(Qt::WA_ShowWithoutActivating);
    setFocusPolicy(Qt::NoFocus);
    enlarge(m_title, kTitlePoints, true);
    m_title->setWordWrap(true);
    enlarge(m_totalWords, kLinePoints, false);
    enlarge(m_total, kTotalPoints, true);
    auto* column = new QVBoxLayout{this};
    column->setContentsMargins(2 * kAround, 2 * kAround, 2 * kAround, 2 * kAround);
    column->setSpacing(kBetween);
    column->addWidget(m_title);
    enlarge(m_about, kLinePoints, false);
    m_about->setWordWrap(true);
    column->addWidget(m_about);
    m_lines = new QVBoxLayout;
    m_lines->setSpacing(kInside);
    column->addLayout(m_lines);
    m_code = new QrView{this};
    m_code->hide();
    column->addWidget(m_code, 1);
    column->addStretch();
    auto* total = new QHBoxLayout;
    total->addWidget(m_totalWords, 1);
    total->addWidget(m_total);
    column->addLayout(total);
    m_leave->setSingleShot(true);
    m_leave->setInterval(kLeaveMs);
    connect(m_leave, &QTimer::timeout, this, &CustomerDisplay::showWelcome);
    connect(&presenter, &SellPresenter::quoteChanged, this, &CustomerDisplay::showCart);
    connect(&presenter, &SellPresenter::cartChanged, this, &CustomerDisplay::showCart);
    connect(&presenter, &SellPresenter::sold, this, &CustomerDisplay::showSold);
    showWelcome();
}

void CustomerDisplay::setWelcome(const QString& words)
{
    m_welcome = words;
    if (!m_presenter.quoted()) {
        showWelcome();
    }
}

void CustomerDisplay::showBeside(const QWidget& counter)
{
    const QScreen* own = counter.screen();
    const QList<QScreen*> screens = QGuiApplication::screens();
    const auto other = std::find_if(screens.begin(), screens.end(),
                                    [own](const QScreen* screen) { return screen != own; });
    if (other == screens.end()) {
        resize(800, 600);
        show();
        return;
    }
    setGeometry((*other)->geometry());
    showFullScreen();
}

void CustomerDisplay::showCart()
{
    const auto& quote = m_presenter.quoted();
    if (!quote || quote->lines.empty()) {
        // After a sale the change stays to be read; a cart that was emptied does not.
        if (!m_leave->isActive() && m_presenter.cart().items.empty()) {
            showWelcome();
        }
        return;
    }
    m_leave->stop();
    clearLines();
    m_title->setText(tr("Your tickets"));
    m_about->setText(eveningText(*quote));
    m_about->setVisible(!m_about->text().isEmpty());
    struct Counted {
        std::int64_t count = 0;
        const QuoteLine* line = nullptr;
    };
    std::vector<Counted> counted;
    for (const QuoteLine& line : quote->lines) {
        const auto same =
            std::find_if(counted.begin(), counted.end(), [&line](const Counted& each) {
                return each.line->text == line.text && each.line->amount == line.amount;
            });
        if (same != counted.end()) {
            ++same->count;
        } else {
            counted.push_back({1, &line});
        }
    }
    for (std::size_t i = 0; i < std::min(counted.size(), kLinesMax); ++i) {
        const Counted& each = counted[i];
        addLine(tr("%1 × %2").arg(each.count).arg(isolated(text(each.line->text))),
                moneyText(each.line->amount.gross * each.count));
    }
    if (counted.size() > kLinesMax) {
        addLine(tr("and more"), {});
    }
    setTotal(tr("Total"), moneyText(quote->total));
}

QString CustomerDisplay::eveningText(const Quote& quote) const
{
    const auto& open = m_presenter.current();
    const bool isOne =
        open && std::all_of(quote.lines.begin(), quote.lines.end(), [&open](const QuoteLine& line) {
            return line.performance == open->offer->performance.id;
        });
    if (!isOne) {
        return {};
    }
    const Performance& performance = open->offer->performance;
    return isolated(text(open->offer->event.name)) + QStringLiteral(" · ") +
        dayAndTimeText(performance.startsAt, performance.timeZone);
}

void CustomerDisplay::showSold(const Order& order)
{
    clearLines();
    m_title->setText(tr("Thank you"));
    addLine(tr("Total"), moneyText(order.total));
    for (const SettledTender& payment : order.payments) {
        addLine(methodText(payment.tender.method), moneyText(payment.tender.tendered));
    }
    if (order.change.isZero()) {
        setTotal({}, {});
    } else {
        setTotal(tr("Your change"), moneyText(order.change));
    }
    m_leave->start();
}

void CustomerDisplay::follow(AwaitedPresenter& awaited)
{
    connect(&awaited, &AwaitedPresenter::changed, this, [this, &awaited] { showAwaited(awaited); });
}

void CustomerDisplay::showAwaited(const AwaitedPresenter& awaited)
{
    const bool wasShown = m_isAwaiting;
    const auto& seen = awaited.payment();
    const bool isShown =
        awaited.isWatching() && seen && awaited.phase() == AwaitedPresenter::Phase::Waiting;
    m_isAwaiting = isShown;
    if (!isShown) {
        if (wasShown) {
            showWelcome();
        }
        return;
    }
    m_leave->stop();
    clearLines();
    const bool isLink = seen->watched.payment.way == PaymentWay::Link;
    m_title->setText(isLink ? tr("Please pay with your phone")
                            : tr("Please hold your card to the reader"));
    m_code->setCode(seen->qrSize, seen->qrModules);
    m_code->setVisible(isLink && m_code->hasCode());
    setTotal(tr("To pay"), moneyText(awaited.open()));
}

void CustomerDisplay::showWelcome()
{
    clearLines();
    m_title->setText(m_welcome);
    setTotal({}, {});
}

void CustomerDisplay::clearLines()
{
    m_about->hide();
    m_code->hide();
    while (QLayoutItem* item = m_lines->takeAt(0)) {
        if (QWidget* widget = item->widget()) {
            widget->deleteLater();
            widget->hide();
        }
        delete item;
    }
}

void CustomerDisplay::addLine(const QString& words, const QString& amount)
{
    auto* line = new QWidget{this};
    auto* row = new QHBoxLayout{line};
    row->setContentsMargins(0, 0, 0, 0);
    auto* left = makeLabel(words, "", line);
    auto* right = makeLabel(amount, "", line);
    enlarge(left, kLinePoints, false);
    enlarge(right, kLinePoints, true);
    left->setWordWrap(true);
    row->addWidget(left, 1);
    row->addWidget(right);
    m_lines->addWidget(line);
}

void CustomerDisplay::setTotal(const QString& words, const QString& amount)
{
    m_totalWords->setText(words);
    m_total->setText(amount);
}

} // namespace foyer::ui
