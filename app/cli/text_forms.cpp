// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/text_forms.h"

#include "app/cli/json_forms.h"
#include "core/domain/sales/order_code.h"

#include <QDateTime>
#include <QLocale>
#include <QString>
#include <QTimeZone>

#include <algorithm>

namespace foyer::cli {
namespace {

constexpr std::size_t kShortIdSize = 8;

/// Characters rather than bytes, as nearly as a terminal without a font can tell.
std::size_t widthOf(const std::string& text)
{
    return static_cast<std::size_t>(std::ranges::count_if(text, [](char byte) {
        return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U;
    }));
}

QTimeZone zoneNamed(const std::string& name)
{
    return QTimeZone{QByteArray::fromStdString(name)};
}

} // namespace

std::string columns(const std::vector<std::vector<std::string>>& lines)
{
    std::vector<std::size_t> widths;
    for (const auto& cells : lines) {
        widths.resize(std::max(widths.size(), cells.size()), 0);
        for (std::size_t i = 0; i < cells.size(); ++i) {
            widths[i] = std::max(widths[i], widthOf(cells[i]));
        }
    }
    std::string text;
    for (const auto& cells : lines) {
        for (std::size_t i = 0; i < cells.size(); ++i) {
            text += cells[i];
            if (i + 1 < cells.size()) {
                text.append(widths[i] - widthOf(cells[i]) + 2, ' ');
            }
        }
        text.erase(text.find_last_not_of(' ') + 1);
        text += '\n';
    }
    return text;
}

std::string localTime(Instant instant, const std::string& timeZone)
{
    const QTimeZone zone = zoneNamed(timeZone);
    const QDateTime moment =
        QDateTime::fromMSecsSinceEpoch(instant.ms, zone.isValid() ? zone : QTimeZone::utc());
    // Of all languages the one that the rest of the output is in.
    const QString text = QLocale::c().toString(moment, QStringLiteral("ddd yyyy-MM-dd HH:mm"));
    return text.toStdString() + (zone.isValid() ? "" : " UTC");
}

bool isTimeZone(const std::string& name)
{
    return zoneNamed(name).isValid();
}

std::string shortId(const std::string& id)
{
    return id.size() > kShortIdSize ? id.substr(id.size() - kShortIdSize) : id;
}

std::string moneyText(Money amount)
{
    return toPlainText(amount) + " " + std::string{amount.currency().code()};
}

std::string quoteText(const std::vector<QuoteLine>& lines, Money total)
{
    std::vector<std::vector<std::string>> cells;
    for (const QuoteLine& line : lines) {
        const bool isGiftCard = line.kind == QuoteLine::Kind::GiftCard;
        cells.push_back(
            {(isGiftCard ? "  Gift card …" : "  ") + line.text, toPlainText(line.amount.gross),
             line.taxName.empty() ? ""
                                  : "incl. " + toPlainText(line.amount.tax) + " " + line.taxName,
             line.reduction.kind == Reduction::Kind::None ? ""
                                                          : "-" +
                     toPlainText(Money{line.reduction.minor, line.amount.gross.currency()}) + " " +
                     std::string{reductionName(line.reduction.kind)} + " " + line.reduction.text});
    }
    cells.push_back({"  Total", moneyText(total)});
    return columns(cells);
}

std::string orderText(const Order& order, const std::map<TicketId, std::string>& codes,
                      const std::optional<Customer>& customer)
{
    std::string text = "Order " + displayOrderCode(order.code);
    text += order.voided ? " (taken back)\n" : "\n";
    if (customer) {
        text += "Customer " + customer->details.name + " " + customer->details.email + "\n";
    }
    text += quoteText(order.lines, order.total);
    for (const SettledTender& payment : order.payments) {
        const bool isAwaited = order.awaitedMinor > 0 && isByProvider(payment.tender.method);
        text += (isAwaited ? "  Awaited " : "  Paid ") + moneyText(payment.tender.tendered) + " " +
            std::string{paymentMethodName(payment.tender.method)};
        const bool isCard = payment.tender.method == PaymentMethod::CardTerminal;
        text += payment.tender.reference.empty()
            ? ""
            : (isCard ? ", receipt " : " ") + payment.tender.reference;
        text += payment.left ? ", " + moneyText(*payment.left) + " left" : "";
        text += '\n';
    }
    if (!order.change.isZero()) {
        text += "  Change " + moneyText(order.change) + "\n";
    }
    std::vector<std::vector<std::string>> cells;
    for (const Ticket& ticket : order.tickets) {
        const auto code = codes.find(ticket.id);
        cells.push_back({"  " + ticket.typeName, ticket.categoryName, ticket.seatLabel,
                         stateName(ticket.state), code != codes.end() ? code->second : ""});
    }
    return text + "Tickets\n" + columns(cells);
}

} // namespace foyer::cli
