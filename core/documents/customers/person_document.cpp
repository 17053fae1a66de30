// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/documents/customers/person_document.h"

#include "core/documents/drawing/table_sheets.h"
#include "core/documents/payouts/csv_text.h"
#include "core/documents/tickets/local_text.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QTimeZone>

#include <algorithm>
#include <nlohmann/json.hpp>

namespace foyer {
namespace {

using PersonForm = nlohmann::ordered_json;

/// Holds the words of these pages for translators.
struct PersonWords {
    Q_DECLARE_TR_FUNCTIONS(PersonWords)
};

PersonForm formOf(const PersonCard& card)
{
    return {{"id", card.id.text()},
            {"name", card.details.name},
            {"email", card.details.email},
            {"phone", card.details.phone},
            {"address", card.address},
            {"note", card.details.note},
            {"language", card.details.language},
            {"tags", card.tags}};
}

PersonForm formOf(const StandingOrder& order)
{
    PersonForm tickets = PersonForm::array();
    for (const StandingLine& line : order.lines) {
        const Money worth{line.worth(), order.currency};
        tickets.push_back({{"id", line.sold.ticket.text()},
                           {"type", line.sold.typeName},
                           {"place", line.sold.seatLabel},
                           {"price", toPlainText(worth)},
                           {"valid", line.state != TicketState::Voided},
                           {"admitted", line.state == TicketState::Admitted}});
    }
    PersonForm payments = PersonForm::array();
    for (const StandingPayment& payment : order.payments) {
        payments.push_back(
            {{"method", paymentMethodName(payment.method)},
             {"amount", toPlainText(Money{payment.amount, order.currency})},
             {"given_back", toPlainText(Money{payment.returnedAmount, order.currency})}});
    }
    return {{"code", order.code},
            {"placed_at", toRfc3339(order.placedAt)},
            {"currency", order.currency.code()},
            {"worth", toPlainText(Money{order.worth(), order.currency})},
            {"voided", order.voided},
            {"tickets", tickets},
            {"payments", payments}};
}

PersonForm formOf(const PersonEvent& event)
{
    PersonForm form{{"at", toRfc3339(event.at)}, {"kind", event.kind},
                    {"by", event.byName},        {"about", event.about},
                    {"detail", event.detail},    {"performance", event.performance}};
    if (event.amount) {
        form["amount"] = toPlainText(*event.amount);
        form["currency"] = event.amount->currency().code();
    }
    return form;
}

template <typename Range>
PersonForm formsOf(const Range& range)
{
    PersonForm forms = PersonForm::array();
    for (const auto& each : range) {
        forms.push_back(formOf(each));
    }
    return forms;
}

QString eventText(const std::string& kind)
{
    static const std::vector<std::pair<std::string, const char*>> kTexts{
        {"customer.recorded", QT_TRANSLATE_NOOP("PersonWords", "Taken down")},
        {"customer.changed", QT_TRANSLATE_NOOP("PersonWords", "Details changed")},
        {"customer.merged", QT_TRANSLATE_NOOP("PersonWords", "Merged with another record")},
        {"customer.unmerged", QT_TRANSLATE_NOOP("PersonWords", "Taken apart again")},
        {"consent.given", QT_TRANSLATE_NOOP("PersonWords", "Agreed")},
        {"consent.withdrawn", QT_TRANSLATE_NOOP("PersonWords", "Withdrew agreement")},
        {"note", QT_TRANSLATE_NOOP("PersonWords", "Note")},
        {"waiting", QT_TRANSLATE_NOOP("PersonWords", "On the waiting list")},
        {"reserved", QT_TRANSLATE_NOOP("PersonWords", "Places reserved")},
        {"order.placed", QT_TRANSLATE_NOOP("PersonWords", "Order")},
        {"payment", QT_TRANSLATE_NOOP("PersonWords", "Payment")},
        {"payment.returned", QT_TRANSLATE_NOOP("PersonWords", "Money given back")},
        {"order.voided", QT_TRANSLATE_NOOP("PersonWords", "Order taken back")},
        {"tickets.returned", QT_TRANSLATE_NOOP("PersonWords", "Tickets taken back")},
        {"document.printed", QT_TRANSLATE_NOOP("PersonWords", "Printed")},
        {"mail.ended", QT_TRANSLATE_NOOP("PersonWords", "Mail")},
        {"scan", QT_TRANSLATE_NOOP("PersonWords", "At the door")},
    };
    const auto found = std::ranges::find(kTexts, kind, &std::pair<std::string, const char*>::first);
    return found != kTexts.end() ? PersonWords::tr(found->second) : QString::fromStdString(kind);
}

std::string personMoment(Instant at, const std::string& timeZone)
{
    const QTimeZone zone{QByteArray::fromStdString(timeZone)};
    const QDateTime moment =
        QDateTime::fromMSecsSinceEpoch(at.ms, zone.isValid() ? zone : QTimeZone::utc());
    return moment.toString(QStringLiteral("yyyy-MM-dd HH:mm")).toStdString();
}

std::string oneLine(std::string text)
{
    std::ranges::replace(text, '\n', ' ');
    return text;
}

/// A text in rows of a cell's width.
void addPersonText(TableSheets& sheets, const std::string& what, const QString& text)
{
    constexpr int kPiece = 70;
    QString rest = text;
    std::string head = what;
    do {
        int cut = static_cast<int>(rest.size());
        if (rest.size() > kPiece) {
            const auto blank = rest.lastIndexOf(QLatin1Char{' '}, kPiece);
            cut = blank > 0 ? static_cast<int>(blank) : kPiece;
        }
        sheets.rows.push_back({head, rest.left(cut).toStdString()});
        rest = rest.mid(cut).trimmed();
        head.clear();
    } while (!rest.isEmpty());
}

TableSheets detailSheets(const PersonFile& file)
{
    TableSheets sheets;
    sheets.columns = {{PersonWords::tr("What").toStdString(), 1.2, Align::Start, true},
                      {PersonWords::tr("What is known").toStdString(), 3, Align::Start}};
    const auto add = [&](const QString& what, const std::string& text) {
        if (!text.empty()) {
            addPersonText(sheets, what.toStdString(), QString::fromStdString(oneLine(text)));
        }
    };
    for (const PersonCard& card : file.people) {
        add(PersonWords::tr("Name"), card.details.name);
        add(PersonWords::tr("E-mail"), card.details.email);
        add(PersonWords::tr("Telephone"), card.details.phone);
        add(PersonWords::tr("Address"), card.address);
        add(PersonWords::tr("Note"), card.details.note);
        add(PersonWords::tr("Language"), card.details.language);
        std::string tags;
        for (const std::string& tag : card.tags) {
            tags += (tags.empty() ? "" : ", ") + tag;
        }
        add(PersonWords::tr("Tags"), tags);
    }
    for (const ConsentWord& word : file.consents) {
        const QString said = word.given ? PersonWords::tr("agreed") : PersonWords::tr("withdrew");
        const QString purpose = word.purpose == ConsentPurpose::Newsletter
            ? PersonWords::tr("Newsletter")
            : PersonWords::tr("Bulletins");
        add(purpose,
            personMoment(word.at, file.timeZone).append(" · ").append(said.toStdString()) +
                (word.how.empty() ? "" : " · " + word.how) +
                (word.wording.empty() ? "" : " · " + word.wording));
    }
    for (const PersonNote& note : file.notes) {
        add(PersonWords::tr("Note"), personMoment(note.at, file.timeZone) + " · " + note.text);
    }
    return sheets;
}

TableSheets eventSheets(const PersonFile& file, const LocalText& local)
{
    TableSheets sheets;
    sheets.columns = {{PersonWords::tr("When").toStdString(), 1.3, Align::Start},
                      {PersonWords::tr("What happened").toStdString(), 2, Align::Start, true},
                      {PersonWords::tr("With what").toStdString(), 3, Align::Start},
                      {PersonWords::tr("Amount").toStdString(), 1.2, Align::End}};
    for (const PersonEvent& event : file.events) {
        std::string about = event.about;
        for (const std::string& more : {event.detail, event.performance}) {
            about += (about.empty() || more.empty() ? "" : " · ") + more;
        }
        sheets.rows.push_back({personMoment(event.at, file.timeZone),
                               eventText(event.kind).toStdString(), oneLine(about).substr(0, 200),
                               event.amount ? local.money(*event.amount) : std::string{}});
    }
    sheets.emptyWords = PersonWords::tr("Nothing happened with them.").toStdString();
    return sheets;
}

} // namespace

std::string personJson(const PersonFile& file)
{
    PersonForm consents = PersonForm::array();
    for (const ConsentWord& word : file.consents) {
        consents.push_back({{"purpose", consentPurposeName(word.purpose)},
                            {"given", word.given},
                            {"at", toRfc3339(word.at)},
                            {"how", word.how},
                            {"wording", word.wording}});
    }
    PersonForm notes = PersonForm::array();
    for (const PersonNote& note : file.notes) {
        notes.push_back({{"at", toRfc3339(note.at)}, {"by", note.byName}, {"text", note.text}});
    }
    const PersonForm whole{{"house", file.house},
                           {"as_of", toRfc3339(file.at)},
                           {"person", formOf(file.card)},
                           {"records", formsOf(file.people)},
                           {"consents", consents},
                           {"notes", notes},
                           {"orders", formsOf(file.orders)},
                           {"history", formsOf(file.events)}};
    return whole.dump(2, ' ', false, PersonForm::error_handler_t::replace) + "\n";
}

std::vector<Drawing> personPages(const PersonFile& file, const std::string& locale)
{
    const LocalText local{locale};
    std::vector<Drawing> pages;
    for (TableSheets sheets : {detailSheets(file), eventSheets(file, local)}) {
        sheets.title = PersonWords::tr("%1 · What is known of you")
                           .arg(QString::fromStdString(file.house))
                           .toStdString();
        sheets.subtitle = PersonWords::tr("%1, as of %2")
                              .arg(QString::fromStdString(file.card.details.name),
                                   QString::fromStdString(local.date(file.at, file.timeZone)))
                              .toStdString();
        sheets.rightToLeft = local.isRightToLeft();
        const auto more = tableSheets(sheets);
        pages.insert(pages.end(), more.begin(), more.end());
    }
    return pages;
}

std::string customersCsv(const std::vector<PersonCard>& cards)
{
    std::vector<std::vector<std::string>> rows{{"id", "name", "email", "phone", "address", "note",
                                                "language", "tags", "newsletter", "bulletins"}};
    const auto said = [](const std::optional<bool>& consent) {
        return std::string{!consent ? "" : *consent ? "yes" : "no"};
    };
    for (const PersonCard& card : cards) {
        std::string tags;
        for (const std::string& tag : card.tags) {
            tags += (tags.empty() ? "" : ", ") + tag;
        }
        rows.push_back({card.id.text(), card.details.name, card.details.email, card.details.phone,
                        card.address, card.details.note, card.details.language, tags,
                        said(card.consentTo(ConsentPurpose::Newsletter)),
                        said(card.consentTo(ConsentPurpose::Bulletins))});
    }
    return csvText(rows);
}

} // namespace foyer
