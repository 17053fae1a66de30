// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/in_and_out/import_text.h"

#include "ui/common/error_text.h"
#include "ui/common/formatting.h"

#include <QCoreApplication>
#include <QLocale>
#include <QRegularExpression>

#include <algorithm>
#include <array>
#include <utility>

namespace foyer::ui {
namespace {

/// The context of all words here.
struct ImportText {
    Q_DECLARE_TR_FUNCTIONS(foyer::ui::ImportText)
};

using Words = std::pair<std::string_view, const char*>;

constexpr std::array kFields{
    Words{"order", QT_TRANSLATE_NOOP("foyer::ui::ImportText", "Order number")},
    Words{"ordered", QT_TRANSLATE_NOOP("foyer::ui::ImportText", "Ordered on")},
    Words{"status", QT_TRANSLATE_NOOP("foyer::ui::ImportText", "Status")},
    Words{"event", QT_TRANSLATE_NOOP("foyer::ui::ImportText", "Event")},
    Words{"date", QT_TRANSLATE_NOOP("foyer::ui::ImportText", "Date of the event")},
    Words{"type", QT_TRANSLATE_NOOP("foyer::ui::ImportText", "Ticket type")},
    Words{"category", QT_TRANSLATE_NOOP("foyer::ui::ImportText", "Price category")},
    Words{"seat", QT_TRANSLATE_NOOP("foyer::ui::ImportText", "Seat")},
    Words{"attendee", QT_TRANSLATE_NOOP("foyer::ui::ImportText", "Attendee")},
    Words{"attendee_email", QT_TRANSLATE_NOOP("foyer::ui::ImportText", "Attendee’s e-mail")},
    Words{"name", QT_TRANSLATE_NOOP("foyer::ui::ImportText", "Customer")},
    Words{"email", QT_TRANSLATE_NOOP("foyer::ui::ImportText", "Customer’s e-mail")},
    Words{"phone", QT_TRANSLATE_NOOP("foyer::ui::ImportText", "Customer’s telephone")},
    Words{"price", QT_TRANSLATE_NOOP("foyer::ui::ImportText", "Price paid")},
    Words{"tax", QT_TRANSLATE_NOOP("foyer::ui::ImportText", "Tax in it")},
    Words{"tax_rate", QT_TRANSLATE_NOOP("foyer::ui::ImportText", "Tax rate")},
    Words{"currency", QT_TRANSLATE_NOOP("foyer::ui::ImportText", "Currency")},
    Words{"code", QT_TRANSLATE_NOOP("foyer::ui::ImportText", "Code of the ticket")},
    Words{"checked_in", QT_TRANSLATE_NOOP("foyer::ui::ImportText", "Let in")},
    Words{"quantity", QT_TRANSLATE_NOOP("foyer::ui::ImportText", "Number of tickets")},
    Words{"fee", QT_TRANSLATE_NOOP("foyer::ui::ImportText", "Fee")},
    Words{"language", QT_TRANSLATE_NOOP("foyer::ui::ImportText", "Language")},
};

constexpr std::array kFormats{
    Words{"pretix", QT_TRANSLATE_NOOP("foyer::ui::ImportText", "pretix, JSON")},
    Words{"pretix-csv", QT_TRANSLATE_NOOP("foyer::ui::ImportText", "pretix, CSV")},
    Words{"eventbrite", QT_TRANSLATE_NOOP("foyer::ui::ImportText", "Eventbrite, CSV")},
    Words{"alfio", QT_TRANSLATE_NOOP("foyer::ui::ImportText", "alf.io, CSV")},
    Words{"csv", QT_TRANSLATE_NOOP("foyer::ui::ImportText", "A table, CSV")},
};

/// With what they name, as %1; the same codes mean other things elsewhere.
constexpr std::array kRefusals{
    Words{"unknown_event",
          QT_TRANSLATE_NOOP("foyer::ui::ImportText", "There is no event “%1” here.")},
    Words{"unknown_type",
          QT_TRANSLATE_NOOP("foyer::ui::ImportText", "There is no ticket type “%1” here.")},
    Words{"unknown_category",
          QT_TRANSLATE_NOOP("foyer::ui::ImportText", "There is no price category “%1” here.")},
    Words{"unknown_seat",
          QT_TRANSLATE_NOOP("foyer::ui::ImportText", "There is no seat “%1” here.")},
    Words{"seat_taken", QT_TRANSLATE_NOOP("foyer::ui::ImportText", "Seat %1 is sold already.")},
    Words{"seat_held",
          QT_TRANSLATE_NOOP("foyer::ui::ImportText",
                            "Seat %1 is held. Release it from its hold, then import again.")},
    Words{"sold_out",
          QT_TRANSLATE_NOOP("foyer::ui::ImportText", "There are not enough places left in “%1”.")},
    Words{"rights_short",
          QT_TRANSLATE_NOOP("foyer::ui::ImportText",
                            "The server has no more of “%1” for this counter.")},
};

/// Where there is nothing to name.
constexpr std::array kPlainRefusals{
    Words{"unknown_event",
          QT_TRANSLATE_NOOP("foyer::ui::ImportText",
                            "Nothing says for which event this is. Choose a date above.")},
    Words{"unknown_date",
          QT_TRANSLATE_NOOP("foyer::ui::ImportText",
                            "Its event has no date at that time here. Add the date first.")},
    Words{"ambiguous_event",
          QT_TRANSLATE_NOOP("foyer::ui::ImportText",
                            "Its event has several dates that fit. A column has to say when it "
                            "begins.")},
    Words{"unknown_category",
          QT_TRANSLATE_NOOP("foyer::ui::ImportText",
                            "Nothing says in which price category or on which seat this is.")},
    Words{"unknown_seat",
          QT_TRANSLATE_NOOP("foyer::ui::ImportText",
                            "This category has numbered seats, and none is named.")},
    Words{"seat_taken",
          QT_TRANSLATE_NOOP("foyer::ui::ImportText", "A seat stands twice in this order.")},
    Words{"mixed_currency",
          QT_TRANSLATE_NOOP("foyer::ui::ImportText",
                            "It was paid in another currency than its event is sold in.")},
    Words{"bad_currency",
          QT_TRANSLATE_NOOP("foyer::ui::ImportText", "Its currency is not known here.")},
    Words{"bad_amount",
          QT_TRANSLATE_NOOP("foyer::ui::ImportText",
                            "An amount of it cannot be read, or is below nothing.")},
    Words{"bad_date", QT_TRANSLATE_NOOP("foyer::ui::ImportText", "A date of it cannot be read.")},
    Words{"bad_status",
          QT_TRANSLATE_NOOP("foyer::ui::ImportText", "Its status cannot be understood.")},
    Words{"order_too_large",
          QT_TRANSLATE_NOOP("foyer::ui::ImportText", "An order has at most 1000 tickets.")},
    Words{"mapping_missing",
          QT_TRANSLATE_NOOP("foyer::ui::ImportText",
                            "Say which column is the ticket type, the event or the code of the "
                            "ticket.")},
    Words{"one_table",
          QT_TRANSLATE_NOOP("foyer::ui::ImportText",
                            "Tables are read one at a time. Choose one file.")},
    Words{"file_empty",
          QT_TRANSLATE_NOOP("foyer::ui::ImportText",
                            "There is nothing in this file. Choose another one.")},
    Words{"workbook",
          QT_TRANSLATE_NOOP("foyer::ui::ImportText",
                            "This is a workbook. Save it as CSV in the program that made it, then "
                            "choose that file.")},
    Words{"not_a_table",
          QT_TRANSLATE_NOOP("foyer::ui::ImportText",
                            "This is neither JSON nor a table. Export the orders as JSON or CSV, "
                            "then choose that file.")},
    Words{"json_too_large",
          QT_TRANSLATE_NOOP("foyer::ui::ImportText",
                            "One part of this file is too large to be an order.")},
    Words{"json_too_deep",
          QT_TRANSLATE_NOOP("foyer::ui::ImportText",
                            "This file is nested too deep to be a list of "
                            "orders.")},
    Words{"venue_missing",
          QT_TRANSLATE_NOOP("foyer::ui::ImportText",
                            "Say at which venue of this house the new events are.")},
    Words{"too_many_events",
          QT_TRANSLATE_NOOP("foyer::ui::ImportText",
                            "The orders name more events and types than can be made at once.")},
    Words{"too_many_orders",
          QT_TRANSLATE_NOOP("foyer::ui::ImportText",
                            "There are more orders than can be read at once. Divide the files; "
                            "what was read so far is kept.")},
    Words{"unknown_import",
          QT_TRANSLATE_NOOP("foyer::ui::ImportText",
                            "The import that was to be gone on with came from another system. "
                            "Choose its file, or begin a new import.")},
    Words{"other_operator",
          QT_TRANSLATE_NOOP("foyer::ui::ImportText",
                            "Somebody else is at this counter now. Whoever began this has to go "
                            "on with it.")},
};

template <std::size_t N>
QString wordsFor(const std::array<Words, N>& all, std::string_view key)
{
    const auto found = std::ranges::find(all, key, &Words::first);
    return found != all.end() ? ImportText::tr(found->second) : QString{};
}

QString number(std::size_t count)
{
    return QLocale{}.toString(static_cast<qulonglong>(count));
}

} // namespace

QString orderFieldText(const std::string& field)
{
    return wordsFor(kFields, field);
}

QString orderFormatText(const std::string& format)
{
    return wordsFor(kFormats, format);
}

QString placeInFileText(const std::string& where)
{
    static const QRegularExpression kLine{QStringLiteral("^(.*), line (\\d+)$")};
    static const QRegularExpression kOrder{QStringLiteral("^(.*), order (.+)$")};
    if (const auto line = kLine.match(text(where)); line.hasMatch()) {
        return ImportText::tr("%1, line %2", "of a file").arg(line.captured(1), line.captured(2));
    }
    if (const auto order = kOrder.match(text(where)); order.hasMatch()) {
        return ImportText::tr("%1, order %2", "of a file")
            .arg(order.captured(1), order.captured(2));
    }
    return text(where);
}

QString refusalText(const Error& why)
{
    const QString named = why.facts.empty() ? QString{} : wordsFor(kRefusals, why.code);
    if (!named.isEmpty()) {
        return named.arg(isolated(text(why.facts.front())));
    }
    const QString plain = why.facts.empty() ? wordsFor(kPlainRefusals, why.code) : QString{};
    return plain.isEmpty() ? errorText(why) : plain;
}

QString importedOrderText(const ImportedOrder& order)
{
    if (order.fault) {
        return placeInFileText(order.where) + QLatin1Char{'\n'} + refusalText(*order.fault);
    }
    std::int64_t total = 0;
    QStringList tickets;
    for (const ImportedTicket& ticket : order.tickets) {
        total += ticket.gross;
        QStringList parts;
        for (const std::string& each : {ticket.event, ticket.type, ticket.category, ticket.seat}) {
            if (!each.empty()) {
                parts += isolated(text(each));
            }
        }
        tickets += parts.join(QStringLiteral(" "));
    }
    for (const ImportedFee& fee : order.fees) {
        total += fee.gross;
    }
    const auto currency = Currency::fromCode(order.currency);
    const std::string& who =
        order.customer.name.empty() ? order.customer.email : order.customer.name;
    QStringList head{isolated(text(order.externalId))};
    if (!who.empty()) {
        head += isolated(text(who));
    }
    head += ImportText::tr("%n ticket(s)", nullptr, static_cast<int>(order.tickets.size()));
    head += currency ? moneyText(Money{total, *currency}) : text(order.currency);
    if (order.state != ImportedOrder::State::Paid) {
        head += order.state == ImportedOrder::State::Pending ? ImportText::tr("not paid: left out")
                                                             : ImportText::tr("cancelled: left "
                                                                              "out");
    }
    return head.join(QStringLiteral(" · ")) + QLatin1Char{'\n'} +
        tickets.join(QStringLiteral(", "));
}

QString reportText(const OrderImportReport& report, bool isTry)
{
    QStringList said{ImportText::tr("%1 orders read: %2 new with %3 tickets, %4 here already, %5 "
                                    "pending or cancelled, %6 refused.")
                         .arg(number(report.orders), number(report.added), number(report.tickets),
                              number(report.known), number(report.leftOut),
                              number(report.refused))};
    for (const auto& [code, minor] : report.money) {
        if (const auto currency = Currency::fromCode(code); currency && minor != 0) {
            said += ImportText::tr("Paid there: %1.").arg(moneyText(Money{minor, *currency}));
        }
    }
    if (report.customers > 0) {
        said += ImportText::tr("%n new customer(s).", nullptr, static_cast<int>(report.customers));
    }
    if (!report.eventsMade.empty()) {
        QStringList names;
        for (const std::string& each : report.eventsMade) {
            names += isolated(text(each));
        }
        said += ImportText::tr("New events: %1.").arg(names.join(QStringLiteral(", ")));
    }
    said += isTry          ? ImportText::tr("Nothing was changed yet.")
        : report.isStopped ? ImportText::tr("It was stopped. What was brought stays; go on below, "
                                            "or take it back.")
                           : ImportText::tr("It is done.");
    return said.join(QLatin1Char{' '});
}

QString pastImportText(const OrderImport& import, const std::string& timeZone)
{
    QStringList said{dayAndTimeText(import.at, timeZone), isolated(text(import.title)),
                     ImportText::tr("%1 orders with %2 tickets")
                         .arg(number(static_cast<std::size_t>(import.orders)),
                              number(static_cast<std::size_t>(import.tickets)))};
    if (!import.by.empty()) {
        said += isolated(text(import.by));
    }
    if (import.isUndone) {
        said += import.kept > 0 ? ImportText::tr("taken back, %1 kept")
                                      .arg(number(static_cast<std::size_t>(import.kept)))
                                : ImportText::tr("taken back");
    } else if (!import.isEnded) {
        said += ImportText::tr("interrupted");
    }
    return said.join(QStringLiteral(" · "));
}

WhatIsMissing whatIsMissing(const ColumnMapping& mapping, bool hasPerformance)
{
    const auto has = [&mapping](std::initializer_list<const char*> fields) {
        return std::ranges::any_of(fields, [&](const char* field) { return mapping.has(field); });
    };
    WhatIsMissing missing;
    if (!has({"type", "event", "code"})) {
        missing.first = wordsFor(kPlainRefusals, "mapping_missing");
    } else if (!has({"event"}) && !hasPerformance) {
        missing.first = ImportText::tr("No column names the event. Choose one, or say below for "
                                       "which date all of it is.");
    }
    if (!has({"order"})) {
        missing.weaker += ImportText::tr("No order number: each row becomes an order of its own.");
    }
    if (!has({"price"})) {
        missing.weaker += ImportText::tr("No price: tickets come as if they had cost nothing.");
    }
    if (!has({"name", "email", "phone", "attendee"})) {
        missing.weaker += ImportText::tr("No name and no e-mail: orders come without a customer.");
    }
    if (!has({"code"})) {
        missing.weaker +=
            ImportText::tr("No code of the ticket: paper of the other system does not pass the "
                           "door.");
    }
    return missing;
}

} // namespace foyer::ui
