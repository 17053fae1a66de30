// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/documents/imports/order_table.h"

#include "core/documents/imports/order_rows.h"

#include <array>
#include <memory>
#include <unordered_map>

namespace foyer {
namespace {

constexpr std::size_t kRowsOfOrderMax =
    1'001; // more than any order may have, which is then refused

// Each header is taken by the first field that knows it: what is more exact comes first.
const std::array<TableField, 22> kOrderFields{{
    {"order",
     {"order", "orderid", "ordercode", "ordernumber", "orderno", "reservationid", "reservation",
      "booking", "bookingid", "bookingnumber", "bestellung", "bestellnummer", "bestellcode",
      "bestellid", "buchung", "buchungsnummer", "auftragsnummer", "vorgang", "vorgangsnummer"}},
    {"ordered",
     {"orderdate", "ordertime", "ordered", "orderedat", "creation", "created", "createdat",
      "purchasedate", "bestelldatum", "bestellzeit", "bestelltam", "kaufdatum", "gekauftam",
      "buchungsdatum"}},
    {"status",
     {"status", "orderstatus", "attendeestatus", "state", "paymentstatus", "bestellstatus",
      "zahlungsstatus"}},
    {"event",
     {"event", "eventname", "eventtitle", "show", "veranstaltung", "veranstaltungsname",
      "veranstaltungstitel", "stuck", "titel", "produktion"}},
    {"date",
     {"eventdate", "eventstartdate", "eventstarttime", "startdate", "starttime", "date", "time",
      "datum", "uhrzeit", "beginn", "begin", "start", "startzeit", "termin", "vorstellung",
      "veranstaltungsdatum", "performance", "performancedate"}},
    {"type",
     {"tickettype", "type", "product", "item", "ticket", "ticketname", "ticketart", "produkt",
      "artikel", "kartenart", "tarif", "ermassigung", "preisart"}},
    {"category",
     {"category", "pricecategory", "variation", "variant", "variante", "kategorie",
      "preiskategorie", "preisgruppe", "platzgruppe"}},
    {"seat",
     {"seat", "seatname", "seatlabel", "assignedseat", "platz", "sitz", "sitzplatz", "sitzname",
      "platznummer"}},
    {"attendee",
     {"attendeename", "attendee", "attendeefirstname", "attendeelastname", "guest", "guestname",
      "holder", "ticketholder", "teilnehmer", "teilnehmername", "besucher", "gast"}},
    {"attendee_email", {"attendeeemail", "guestemail", "teilnehmeremail", "besucheremail"}},
    {"name",
     {"name", "fullname", "buyer", "buyername", "buyerfirstname", "buyerlastname", "customer",
      "customername", "firstname", "lastname", "surname", "vorname", "nachname", "kunde",
      "kundenname", "kaufer", "invoiceaddressname", "rechnungsadressename"}},
    {"email",
     {"email", "emailaddress", "buyeremail", "mail", "emailadresse", "kundenemail",
      "bestelleremail"}},
    {"phone",
     {"phone", "phonenumber", "telephone", "cellphone", "telefon", "telefonnummer", "mobil",
      "handy"}},
    {"price",
     {"paidprice", "totalpaid", "price", "ticketprice", "gross", "amount", "total", "preis",
      "betrag", "summe", "brutto", "ticketpreis", "bezahlt"}},
    {"tax",
     {"taxvalue", "taxamount", "tax", "vat", "steuerwert", "steuerbetrag", "steuer", "mwst"}},
    {"tax_rate", {"taxrate", "vatrate", "steuersatz", "mwstsatz", "umsatzsteuersatz"}},
    {"currency", {"currency", "wahrung"}},
    {"code",
     {"ticketsecret", "ticketcode", "barcode", "barcodenumber", "secret", "code", "ticketid",
      "qrcode", "qr", "strichcode", "kartennummer", "ticketnummer"}},
    {"checked_in",
     {"checkedin", "checkin", "admitted", "scanned", "used", "eingecheckt", "eingelassen",
      "entwertet"}},
    {"quantity", {"quantity", "ticketquantity", "count", "anzahl", "menge"}},
    {"fee", {"fee", "fees", "bookingfee", "gebuhr", "gebuhren", "vorverkaufsgebuhr"}},
    {"language", {"orderlocale", "locale", "language", "sprache"}},
}};

/// What the headers of one system mean, where they would be taken for something else.
struct KnownColumn {
    OrderTableKind kind;
    std::string_view header; ///< folded
    std::string_view field;  ///< empty: of no use
};
constexpr auto kKnownColumns = std::to_array<KnownColumn>({
    // "Order #" is folded to "order"; "Attendee #" is no name.
    {OrderTableKind::Eventbrite, "attendee", ""},
    {OrderTableKind::Eventbrite, "attendeeid", ""},
    {OrderTableKind::Eventbrite, "firstname", "attendee"},
    {OrderTableKind::Eventbrite, "lastname", "attendee"},
    {OrderTableKind::Eventbrite, "email", "attendee_email"},
    {OrderTableKind::Eventbrite, "ticketprice", ""},
    {OrderTableKind::Eventbrite, "ordertype", ""},
    {OrderTableKind::Eventbrite, "barcode", "code"},
    {OrderTableKind::Alfio, "category", "type"},
    {OrderTableKind::Alfio, "originalprice", ""},
    {OrderTableKind::Alfio, "discount", ""},
    {OrderTableKind::Alfio, "id", ""},
    {OrderTableKind::Alfio, "fullname", "attendee"},
    {OrderTableKind::Alfio, "firstname", ""},
    {OrderTableKind::Alfio, "lastname", ""},
    {OrderTableKind::Alfio, "email", "attendee_email"},
    {OrderTableKind::Pretix, "eventslug", ""},
    {OrderTableKind::Pretix, "seatid", ""},
    {OrderTableKind::Pretix, "subevent", "event"},
    {OrderTableKind::Pretix, "secret", "code"},
});

std::optional<std::string_view> meaningIn(OrderTableKind kind, const std::string& header)
{
    for (const KnownColumn& each : kKnownColumns) {
        if (each.kind == kind && foldedHeader(header) == each.header) {
            return each.field;
        }
    }
    return std::nullopt;
}

ColumnMapping mappingFor(const std::vector<std::string>& headers, OrderTableKind kind)
{
    // What is known of the system stands; the rest is proposed.
    std::vector<std::string> others = headers;
    ColumnMapping known;
    for (std::size_t i = 0; i < headers.size(); ++i) {
        if (const auto field = meaningIn(kind, headers[i])) {
            others[i].clear();
            if (!field->empty()) {
                known.parts.push_back({std::string{*field}, i});
            }
        }
    }
    ColumnMapping mapping = proposeMapping(others, kOrderFields);
    std::erase_if(mapping.parts, [&](const ColumnMapping::Part& part) {
        return headers[part.column].empty() || others[part.column].empty();
    });
    mapping.parts.insert(mapping.parts.end(), known.parts.begin(), known.parts.end());
    return mapping;
}

/// One way through the rows of a table; `take` answers whether to go on.
Result<void> eachRow(const OrderTable& table, const std::function<bool(const TableRow&)>& take)
{
    const auto rows = rowsAfterHeaders(table.file.open, table.form);
    if (!rows) {
        return rows.error();
    }
    while (true) {
        const auto row = (*rows)();
        if (!row) {
            return row.error();
        }
        if (!*row || !take(**row)) {
            return {};
        }
    }
}

using RowCounts = std::unordered_map<std::size_t, std::uint32_t>;

/// Puts rows together that are of one order, and hands it on with its last row.
class OrderGathering {
public:
    OrderGathering(const OrderRows& rows, RowCounts left, const TakeImportedOrder& take)
        : m_rows{rows}, m_left{std::move(left)}, m_take{take}
    {}

    bool take(const TableRow& row)
    {
        if (!row.fault.empty()) {
            return m_take(m_rows.unreadable(row));
        }
        const std::string key = m_rows.orderOf(row);
        if (key.empty()) {
            const std::size_t content = m_rows.contentOf(row);
            return m_take(m_rows.orderFrom({row}, m_rows.idOf(row, content, ++m_same[content])));
        }
        std::vector<TableRow>& waiting = m_waiting[key];
        if (waiting.size() < kRowsOfOrderMax) {
            waiting.push_back(row);
        }
        if (std::uint32_t& left = m_left[std::hash<std::string>{}(key)]; left > 1) {
            --left;
            return true;
        }
        ImportedOrder order = m_rows.orderFrom(waiting, key);
        m_waiting.erase(key);
        return m_take(std::move(order));
    }

    /// Two orders whose names have one hash wait for each other's rows.
    void rest()
    {
        for (const auto& [key, rows] : m_waiting) {
            if (!m_take(m_rows.orderFrom(rows, key))) {
                return;
            }
        }
    }

private:
    const OrderRows& m_rows;
    RowCounts m_left;
    const TakeImportedOrder& m_take;
    std::unordered_map<std::string, std::vector<TableRow>> m_waiting;
    std::unordered_map<std::size_t, std::size_t> m_same;
};

} // namespace

std::span<const TableField> orderTableFields()
{
    return kOrderFields;
}

std::string_view orderTableName(OrderTableKind kind)
{
    constexpr auto kNames =
        std::to_array<std::string_view>({"csv", "pretix-csv", "eventbrite", "alfio"});
    return kNames.at(static_cast<std::size_t>(kind));
}

Result<OrderTable> lookAtOrders(ImportFile file, OrderTableKind kind, std::size_t rowsShown)
{
    auto look = lookAtTable(file.open, file.name, rowsShown);
    if (!look) {
        return std::move(look).error();
    }
    ColumnMapping mapping = mappingFor(look->headers, kind);
    return OrderTable{std::move(file), look->form, std::move(look->headers), std::move(mapping),
                      std::move(look->first)};
}

Result<OrderSource> ordersIn(OrderTable table, OrderTableKind kind, const OrderReading& reading)
{
    if (!table.mapping.has("type") && !table.mapping.has("event") && !table.mapping.has("code")) {
        return badInput("mapping_missing",
                        "Say which column is the ticket type, the event or the code of the ticket.",
                        "mapping");
    }
    auto kept = std::make_shared<const OrderTable>(std::move(table));
    const auto rows = std::make_shared<const OrderRows>(kept->mapping, kept->file.name, reading);
    const auto counts = std::make_shared<std::optional<RowCounts>>();
    // pretix names its orders alike in JSON and in tables.
    const bool isPretix = kind == OrderTableKind::Pretix;
    OrderSource source{.name = isPretix ? "pretix" : std::string{orderTableName(kind)},
                       .title = kept->file.name,
                       .read = {}};
    source.read = [kept, rows, counts](const TakeImportedOrder& take) -> Result<void> {
        if (!*counts) {
            RowCounts found;
            const auto counted = eachRow(*kept, [&](const TableRow& row) {
                if (const std::string key = rows->orderOf(row); !key.empty()) {
                    ++found[std::hash<std::string>{}(key)];
                }
                return true;
            });
            if (!counted) {
                return counted;
            }
            *counts = std::move(found);
        }
        OrderGathering gathering{*rows, **counts, take};
        bool goesOn = true;
        const auto read = eachRow(*kept, [&](const TableRow& row) {
            goesOn = gathering.take(row);
            return goesOn;
        });
        if (read && goesOn) {
            gathering.rest();
        }
        return read;
    };
    return source;
}

} // namespace foyer
