// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/incidents/incident_text.h"

#include "core/domain/journal/entry.h"
#include "core/domain/sales/order_code.h"
#include "ui/common/formatting.h"

#include <QCoreApplication>
#include <QStringList>
#include <QTimeZone>

namespace foyer::ui {
namespace {

struct IncidentWords {
    Q_DECLARE_TR_FUNCTIONS(IncidentWords)
};

std::string zoneOf(const Incident& incident)
{
    return incident.timeZone.empty() ? QTimeZone::systemTimeZoneId().toStdString()
                                     : incident.timeZone;
}

QString joined(QStringList parts)
{
    parts.removeAll(QString{});
    return parts.join(QStringLiteral(" · "));
}

QString orderWords(const std::string& code)
{
    return code.empty() ? QString{}
                        : IncidentWords::tr("Order %1").arg(text(displayOrderCode(code)));
}

QString entityWords(const std::string& kind)
{
    if (kind == "event") {
        return IncidentWords::tr("Event");
    }
    if (kind == "performance") {
        return IncidentWords::tr("Performance");
    }
    if (kind == "gate") {
        return IncidentWords::tr("Gate");
    }
    if (kind == "drawer") {
        return IncidentWords::tr("Drawer");
    }
    if (kind == "promo_code") {
        return IncidentWords::tr("Promo code");
    }
    if (kind == "mail_template" || kind == "mail_settings") {
        return IncidentWords::tr("Mails");
    }
    if (kind == "bundle") {
        return IncidentWords::tr("Bundle");
    }
    if (kind == "organizer") {
        return IncidentWords::tr("Organizer");
    }
    if (kind == "user") {
        return IncidentWords::tr("Person");
    }
    if (kind == "role") {
        return IncidentWords::tr("Role");
    }
    if (kind == "quota") {
        return IncidentWords::tr("Quota");
    }
    if (kind == "ticket_type") {
        return IncidentWords::tr("Ticket type");
    }
    if (kind == "offline_stock") {
        return IncidentWords::tr("Kept for times without a network");
    }
    return IncidentWords::tr("Catalogue");
}

QString fieldWords(const std::string& field)
{
    if (field == "name") {
        return IncidentWords::tr("Name");
    }
    if (field == "subtitle") {
        return IncidentWords::tr("Subtitle");
    }
    if (field == "capacity") {
        return IncidentWords::tr("Capacity");
    }
    if (field == "starts_at") {
        return IncidentWords::tr("Start");
    }
    if (field == "currency") {
        return IncidentWords::tr("Currency");
    }
    if (field == "rights") {
        return IncidentWords::tr("Tickets of each quota");
    }
    if (field == "seats") {
        return IncidentWords::tr("Numbered seats of each performance");
    }
    if (field == "description") {
        return IncidentWords::tr("Description");
    }
    if (field == "state") {
        return IncidentWords::tr("State");
    }
    if (field == "cancelled") {
        return IncidentWords::tr("Cancelled or not");
    }
    if (field == "postponed") {
        return IncidentWords::tr("Postponed or not");
    }
    if (field == "doors_at") {
        return IncidentWords::tr("Doors");
    }
    if (field == "ends_at") {
        return IncidentWords::tr("End");
    }
    if (field == "age_limit") {
        return IncidentWords::tr("Age limit");
    }
    if (field.starts_with("promoter_")) {
        return IncidentWords::tr("Organizer of the event");
    }
    if (field == "colour" || field == "text_colour") {
        return IncidentWords::tr("Colours of the house");
    }
    if (field == "ticket_text") {
        return IncidentWords::tr("Text on the ticket");
    }
    if (field.starts_with("price:") || field.starts_with("step:")) {
        return IncidentWords::tr("Price");
    }
    if (field.starts_with("text:")) {
        return IncidentWords::tr("Text (%1)").arg(text(field.substr(5)));
    }
    return text(field);
}

/// What somebody did who was shut out.
QString actWords(const IncidentSide& side)
{
    if (side.act == kind::kOrderPlaced) {
        return IncidentWords::tr("Sold");
    }
    if (side.act == kind::kOrderVoided) {
        return IncidentWords::tr("Took the whole order back");
    }
    if (side.act == kind::kTicketsReturned) {
        return IncidentWords::tr("Took back, or made cheaper");
    }
    if (side.act == kind::kOrderExtended) {
        return IncidentWords::tr("Gave other tickets for it");
    }
    if (side.act == kind::kPaymentTaken) {
        return IncidentWords::tr("Took the money of an invoice");
    }
    if (side.act == kind::kCashMoved && side.money && !side.money->isZero()) {
        return side.money->isNegative() ? IncidentWords::tr("Took cash out of the drawer")
                                        : IncidentWords::tr("Put cash into the drawer");
    }
    if (side.act == kind::kCashMoved) {
        return IncidentWords::tr("Opened the drawer");
    }
    if (side.act == kind::kActApproved) {
        return IncidentWords::tr("Said yes to what a colleague did");
    }
    return IncidentWords::tr("Changed: %1").arg(entityWords(side.text));
}

/// The reason that was given; what else stands there is for programs.
QString actReason(const IncidentSide& side)
{
    const bool isReason = side.act == kind::kOrderVoided || side.act == kind::kTicketsReturned ||
        side.act == kind::kCashMoved;
    return isReason ? isolated(text(side.text)) : QString{};
}

} // namespace

QString incidentTitle(IncidentKind kind)
{
    switch (kind) {
    case IncidentKind::SeatSoldTwice:
        return IncidentWords::tr("Seat sold twice");
    case IncidentKind::QuotaOversold:
        return IncidentWords::tr("Sold beyond the capacity");
    case IncidentKind::LateSale:
        return IncidentWords::tr("Late sale of a lost counter");
    case IncidentKind::AdmittedTwice:
        return IncidentWords::tr("Ticket let in twice");
    case IncidentKind::SeatAdmittedTwice:
        return IncidentWords::tr("Two let in for one seat");
    case IncidentKind::RefundedTwice:
        return IncidentWords::tr("Money given back twice");
    case IncidentKind::EditedTwice:
        return IncidentWords::tr("Set on two sides");
    case IncidentKind::ActAfterRevocation:
        return IncidentWords::tr("Went on after being shut out");
    }
    return {};
}

QString incidentMeaning(const Incident& incident)
{
    switch (incident.kind) {
    case IncidentKind::SeatSoldTwice:
        return IncidentWords::tr(
            "More than one valid ticket stands on this seat. Give all but one another seat, "
            "or their money back.");
    case IncidentKind::QuotaOversold:
        return IncidentWords::tr(
            "%n ticket(s) more were sold than there are places. Take some back, or accept it if "
            "the house can hold them.",
            nullptr, static_cast<int>(incident.facts.size));
    case IncidentKind::LateSale:
        return IncidentWords::tr(
            "This order was sold at a counter that had been written off before anybody "
            "heard of it. Its tickets are valid. Decide whether they stay.");
    case IncidentKind::AdmittedTwice:
        return IncidentWords::tr(
            "Two gates that could not hear each other let in the same ticket. Somebody may "
            "have come in on a copy.");
    case IncidentKind::SeatAdmittedTwice:
        return IncidentWords::tr(
            "Two tickets of the same seat were let in by gates that could not hear each "
            "other. One of the two may be void.");
    case IncidentKind::RefundedTwice:
        return IncidentWords::tr(
            "More was given back of this order than it was worth. Ask the customer for it, "
            "or accept the loss.");
    case IncidentKind::EditedTwice:
        return IncidentWords::tr(
            "Two counters set this without knowing of each other. The later value stands "
            "until you choose.");
    case IncidentKind::ActAfterRevocation:
        return IncidentWords::tr(
            "This person had been shut out, and did %n thing(s) at a counter that had not heard of "
            "it yet. All of it is kept. Take back in Orders what must not stay, and accept the "
            "rest.",
            nullptr, static_cast<int>(incident.facts.facts.size()));
    }
    return {};
}

QString incidentSubject(const Incident& incident)
{
    QStringList parts;
    if (incident.kind == IncidentKind::EditedTwice) {
        parts << entityWords(incident.entityKind) << isolated(text(incident.subjectName))
              << fieldWords(incident.field);
    } else if (incident.kind == IncidentKind::LateSale ||
               incident.kind == IncidentKind::RefundedTwice) {
        parts << orderWords(incident.subjectName);
    } else {
        parts << isolated(text(incident.subjectName));
    }
    if (incident.startsAt) {
        parts << isolated(text(incident.event))
              << dayAndTimeText(*incident.startsAt, incident.timeZone);
    }
    return joined(parts);
}

QString incidentMoney(const Incident& incident)
{
    if (!incident.money || incident.money->isZero()) {
        return {};
    }
    return incident.kind == IncidentKind::RefundedTwice
        ? IncidentWords::tr("%1 too much").arg(moneyText(*incident.money))
        : IncidentWords::tr("%1 at stake").arg(moneyText(*incident.money));
}

QString sideTitle(const IncidentSide& side)
{
    const QString name =
        side.counter.empty() ? IncidentWords::tr("Another counter") : isolated(text(side.counter));
    if (side.isWrittenOff) {
        return IncidentWords::tr("%1, written off").arg(name);
    }
    return side.isHere ? IncidentWords::tr("%1, here").arg(name) : name;
}

QString sideWords(const Incident& incident, const IncidentSide& side)
{
    QStringList lines;
    lines << joined({orderWords(side.code), isolated(text(side.customer))});
    const bool isFact = !side.fact.isNil();
    switch (incident.kind) {
    case IncidentKind::QuotaOversold:
        lines << (isFact ? joined({text(side.place), text(side.type)})
                         : IncidentWords::tr("%1 sold, with %2 rights")
                               .arg(side.count)
                               .arg(side.granted));
        break;
    case IncidentKind::AdmittedTwice:
    case IncidentKind::SeatAdmittedTwice:
        lines << IncidentWords::tr("Let in at %1").arg(isolated(text(side.text)))
              << joined({text(side.place), text(side.type)});
        break;
    case IncidentKind::EditedTwice:
        lines << (side.text.empty() ? IncidentWords::tr("(taken away, or not to be shown)")
                                    : isolated(text(side.text)))
              << (side.stands ? IncidentWords::tr("This stands now") : QString{});
        break;
    case IncidentKind::LateSale:
        lines << (isFact ? text(side.place)
                         : IncidentWords::tr("Wrote the counter off: %1")
                               .arg(isolated(text(side.text))));
        break;
    case IncidentKind::RefundedTwice:
        lines << IncidentWords::tr("Gave back: %1").arg(isolated(text(side.text)));
        break;
    case IncidentKind::SeatSoldTwice:
        lines << joined({text(side.place), text(side.type)});
        break;
    case IncidentKind::ActAfterRevocation:
        lines << (isFact
                      ? joined({actWords(side), actReason(side)})
                      : IncidentWords::tr("Shut %1 out").arg(isolated(text(incident.subjectName))));
        break;
    }
    if (isFact && !side.stands && incident.kind != IncidentKind::EditedTwice) {
        lines << IncidentWords::tr("Void by now");
    }
    lines << joined({side.at.ms > 0 ? dayAndTimeText(side.at, zoneOf(incident)) : QString{},
                     isolated(text(side.actor))});
    lines.removeAll(QString{});
    return lines.join(QLatin1Char{'\n'});
}

QString doneWords(const Incident& incident, const IncidentDone& done)
{
    QString what;
    switch (done.act) {
    case IncidentAct::Accepted:
        what = IncidentWords::tr("Accepted");
        break;
    case IncidentAct::Reseated:
        what = IncidentWords::tr("Given another seat");
        break;
    case IncidentAct::Refunded:
        what = done.money ? IncidentWords::tr("%1 given back").arg(moneyText(*done.money))
                          : IncidentWords::tr("Taken back");
        break;
    case IncidentAct::Chosen:
        what = IncidentWords::tr("One value chosen");
        break;
    case IncidentAct::Mailed:
        what = IncidentWords::tr("The customer was written to");
        break;
    }
    return joined({what, orderWords(done.code), isolated(text(done.counter)),
                   isolated(text(done.actor)), dayAndTimeText(done.at, zoneOf(incident)),
                   isolated(text(done.reason))});
}

QString letterSubject(const Incident& incident)
{
    return incident.event.empty()
        ? IncidentWords::tr("About your order")
        : IncidentWords::tr("About your tickets for %1").arg(text(incident.event));
}

QString letterText(const Incident& incident, const CustomerContact& contact)
{
    const QString when =
        incident.startsAt ? dayAndTimeText(*incident.startsAt, incident.timeZone) : QString{};
    return IncidentWords::tr(
               "Dear %1,\n\nwe have made a mistake with your order %2 (%3). We are sorry. Please "
               "call us or answer this message, so that we can put it right before you come.\n\n"
               "Your box office")
        .arg(contact.name.empty() ? IncidentWords::tr("guest") : text(contact.name),
             text(displayOrderCode(contact.code)), joined({text(incident.event), when}));
}

} // namespace foyer::ui
