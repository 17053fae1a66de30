// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/domain/sales/iban.h"
#include "sync/server/payments/statements/csv_cells.h"
#include "sync/server/payments/statements/statement.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <utility>

namespace foyer::server {
namespace {

/// What a column says.
enum class Column : std::uint8_t {
    Booked,
    Value,
    Amount,
    Credit, ///< a column for what came …
    Debit,  ///< … and one for what went, without a sign
    Side,   ///< "S" or "H" beside an amount without a sign
    Currency,
    Text,
    Name,
    Iban,
    EndToEnd,
    Reference,
    BankReference,
    State,
    Account, ///< ours
};

/// The heads of columns, as banks' sites write them, folded (see folded()). Of two columns with the
/// same meaning the one counts that stands further up here.
constexpr auto kHeads = std::to_array<std::pair<std::string_view, Column>>({
    {"auftragskonto", Column::Account},
    {"ibanauftragskonto", Column::Account},
    {"accountiban", Column::Account},
    {"buchungstag", Column::Booked},
    {"buchungsdatum", Column::Booked},
    {"buchung", Column::Booked},
    {"bookingdate", Column::Booked},
    {"datum", Column::Booked},
    {"date", Column::Booked},
    {"completeddate", Column::Booked},
    {"valutadatum", Column::Value},
    {"wertstellungstag", Column::Value},
    {"wertstellungsdatum", Column::Value},
    {"wertstellung", Column::Value},
    {"valuta", Column::Value},
    {"valuedate", Column::Value},
    {"betrag", Column::Amount},
    {"betrageur", Column::Amount},
    {"betragineur", Column::Amount},
    {"umsatz", Column::Amount},
    {"umsatzineur", Column::Amount},
    {"amount", Column::Amount},
    {"amounteur", Column::Amount},
    {"haben", Column::Credit},
    {"habeneur", Column::Credit},
    {"gutschrift", Column::Credit},
    {"credit", Column::Credit},
    {"paidin", Column::Credit},
    {"soll", Column::Debit},
    {"solleur", Column::Debit},
    {"lastschrift", Column::Debit},
    {"debit", Column::Debit},
    {"paidout", Column::Debit},
    {"sollhaben", Column::Side},
    {"sollhabenkennzeichen", Column::Side},
    {"sh", Column::Side},
    {"waehrung", Column::Currency},
    {"currency", Column::Currency},
    {"verwendungszweck", Column::Text},
    {"remittanceinformation", Column::Text},
    {"paymentreference", Column::Text},
    {"purpose", Column::Text},
    {"description", Column::Text},
    {"buchungstext", Column::Text},
    {"beguenstigterzahlungspflichtiger", Column::Name},
    {"namezahlungsbeteiligter", Column::Name},
    {"auftraggeberempfaenger", Column::Name},
    {"auftraggeberbeguenstigter", Column::Name},
    {"zahlungspflichtiger", Column::Name},
    {"partnername", Column::Name},
    {"payee", Column::Name},
    {"name", Column::Name},
    {"kontonummeriban", Column::Iban},
    {"ibanzahlungsbeteiligter", Column::Iban},
    {"partneriban", Column::Iban},
    {"iban", Column::Iban},
    {"kontonummer", Column::Iban},
    {"accountnumber", Column::Iban},
    {"kundenreferenzendtoend", Column::EndToEnd},
    {"endtoendreferenz", Column::EndToEnd},
    {"endtoendid", Column::EndToEnd},
    {"kundenreferenz", Column::EndToEnd},
    {"glaeubigerreferenz", Column::Reference},
    {"creditorreference", Column::Reference},
    {"bankreferenz", Column::BankReference},
    {"bankreference", Column::BankReference},
    {"transactionid", Column::BankReference},
    {"info", Column::State},
    {"status", Column::State},
    {"state", Column::State},
});

/// "Begünstigter/Zahlungspflichtiger" is "beguenstigterzahlungspflichtiger"; "Betrag (€)" and
/// "Betrag (EUR)" are "betrageur". German forms that address everybody ("Zahlungsempfänger*in")
/// lose that.
std::string folded(std::string_view text)
{
    constexpr auto kOthers =
        std::to_array<std::pair<std::string_view, std::string_view>>({{"\xC3\xA4", "ae"},
                                                                      {"\xC3\xB6", "oe"},
                                                                      {"\xC3\xBC", "ue"},
                                                                      {"\xC3\x84", "ae"},
                                                                      {"\xC3\x96", "oe"},
                                                                      {"\xC3\x9C", "ue"},
                                                                      {"\xC3\x9F", "ss"},
                                                                      {"\xE2\x82\xAC", "eur"},
                                                                      {"*r", "r"},
                                                                      {"*in", ""}});
    std::string out;
    while (!text.empty()) {
        const auto other = std::ranges::find_if(kOthers, [&](const auto& each) {
            return text.starts_with(each.first);
        });
        if (other != kOthers.end()) {
            out += other->second;
            text.remove_prefix(other->first.size());
            continue;
        }
        const char c = text.front();
        text.remove_prefix(1);
        if (c >= 'A' && c <= 'Z') {
            out += static_cast<char>(c - 'A' + 'a');
        } else if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
            out += c;
        }
    }
    return out;
}

using Columns = std::map<Column, std::size_t>;

Columns columnsIn(const CsvRow& row)
{
    std::map<Column, std::size_t> rank;
    Columns columns;
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
        const auto* const head = std::ranges::find(kHeads, folded(row.cells[i]),
                                                   [](const auto& each) { return each.first; });
        if (head == kHeads.end()) {
            continue;
        }
        const auto at = static_cast<std::size_t>(head - kHeads.begin());
        if (!rank.contains(head->second) || at < rank[head->second]) {
            rank[head->second] = at;
            columns[head->second] = i;
        }
    }
    return columns;
}

/// A day and an amount are what makes a head.
bool isHead(const Columns& columns)
{
    return (columns.contains(Column::Booked) || columns.contains(Column::Value)) &&
        (columns.contains(Column::Amount) ||
         (columns.contains(Column::Credit) && columns.contains(Column::Debit)));
}

/// One row, by what its columns say.
class RowView {
public:
    RowView(const CsvRow& row, const Columns& columns) : m_row{row}, m_columns{columns} {}

    std::string at(Column column) const
    {
        const auto found = m_columns.find(column);
        if (found == m_columns.end() || found->second >= m_row.cells.size()) {
            return {};
        }
        const std::string& cell = m_row.cells[found->second];
        const std::size_t first = cell.find_first_not_of(" \t\r\n");
        return first == std::string::npos
            ? std::string{}
            : cell.substr(first, cell.find_last_not_of(" \t\r\n") - first + 1);
    }
    Error error(Column column, const std::string& what) const
    {
        const auto found = m_columns.find(column);
        return badStatement(m_row.line, found != m_columns.end() ? found->second + 1 : 1, what);
    }

private:
    const CsvRow& m_row;
    const Columns& m_columns;
};

Result<Currency> currencyOf(const RowView& row)
{
    const std::string code = row.at(Column::Currency);
    const auto currency = Currency::fromCode(code.empty() || code == "\xE2\x82\xAC" ? "EUR" : code);
    return currency ? Result<Currency>{*currency}
                    : row.error(Column::Currency, "this currency is not known.");
}

/// Without what some sites write behind an amount.
std::string bare(std::string text)
{
    for (const std::string_view sign : {"\xE2\x82\xAC", "EUR", "\xC2\xA0"}) {
        for (std::size_t i = text.find(sign); i != std::string::npos; i = text.find(sign)) {
            text.erase(i, sign.size());
        }
    }
    return text;
}

/// The amount of one of two columns that have no sign.
Result<Money> ofSides(const RowView& row, Currency currency)
{
    const std::string in = bare(row.at(Column::Credit));
    const std::string out = bare(row.at(Column::Debit));
    const auto came = in.empty() ? Money{0, currency} : readStatementAmount(in, currency);
    const auto went = out.empty() ? Money{0, currency} : readStatementAmount(out, currency);
    if (!came || !went || (in.empty() && out.empty())) {
        return row.error(!came ? Column::Credit : Column::Debit, "this amount cannot be read.");
    }
    return *came - (went->isNegative() ? -*went : *went);
}

Result<Money> amountOf(const RowView& row, const Columns& columns, Currency currency)
{
    if (!columns.contains(Column::Amount)) {
        return ofSides(row, currency);
    }
    const auto amount = readStatementAmount(bare(row.at(Column::Amount)), currency);
    if (!amount) {
        return row.error(Column::Amount, "this amount cannot be read.");
    }
    const std::string side = folded(row.at(Column::Side));
    const bool isOut = side == "s" || side == "soll" || side == "d" || side == "debit";
    return isOut && !amount->isNegative() ? -*amount : *amount;
}

/// "Umsatz vorgemerkt", "Vorgemerkt", "pending": it may never be booked.
bool isNoted(const RowView& row)
{
    const std::string state = folded(row.at(Column::State));
    return state.find("vorgemerkt") != std::string::npos ||
        state.find("pending") != std::string::npos || state.find("declined") != std::string::npos ||
        state.find("reverted") != std::string::npos;
}

Result<StatementLine> lineOf(const RowView& row, const Columns& columns)
{
    const Column day = columns.contains(Column::Value) && !row.at(Column::Value).empty()
        ? Column::Value
        : Column::Booked;
    const auto at = readStatementDay(row.at(day));
    if (!at) {
        return row.error(day, "this is no day that can be read (30.11.2026 or 2026-11-30).");
    }
    const auto currency = currencyOf(row);
    if (!currency) {
        return currency.error();
    }
    const auto amount = amountOf(row, columns, *currency);
    if (!amount) {
        return amount.error();
    }
    return StatementLine{.at = *at,
                         .amount = *amount,
                         .bankReference = row.at(Column::BankReference),
                         .endToEnd = row.at(Column::EndToEnd),
                         .reference = row.at(Column::Reference),
                         .text = row.at(Column::Text),
                         .name = row.at(Column::Name),
                         .iban = row.at(Column::Iban)};
}

/// Ours, from what stands above the columns.
std::string accountAbove(const std::vector<CsvRow>& rows, std::size_t head)
{
    for (std::size_t i = 0; i < head; ++i) {
        for (const std::string& cell : rows[i].cells) {
            if (auto iban = readIban(cell)) {
                return *std::move(iban);
            }
        }
    }
    return {};
}

/// A row with a sum below the lines has neither a day nor anything else.
bool isLine(const RowView& row)
{
    return !row.at(Column::Booked).empty() || !row.at(Column::Value).empty();
}

} // namespace

Result<std::vector<Statement>> readStatementCsv(std::string_view text)
{
    constexpr std::size_t kHeadWithin = 30;
    const auto rows = readCsvRows(text, separatorOf(text));
    if (!rows) {
        return rows.error();
    }
    Columns columns;
    std::size_t head = 0;
    while (head < rows->size() && head < kHeadWithin && !isHead(columns)) {
        columns = columnsIn((*rows)[head++]);
    }
    if (!isHead(columns)) {
        return badStatement(1, 1,
                            "no line names the columns: a day (\"Buchungstag\") and an amount "
                            "(\"Betrag\") are needed.");
    }
    Statement statement{.account = accountAbove(*rows, head - 1),
                        .form = "csv",
                        .lines = {},
                        .opening = {},
                        .closing = {}};
    for (std::size_t i = head; i < rows->size(); ++i) {
        const RowView row{(*rows)[i], columns};
        if (!isLine(row) || isNoted(row)) {
            continue;
        }
        auto line = lineOf(row, columns);
        if (!line) {
            return std::move(line).error();
        }
        if (const auto own = readIban(row.at(Column::Account))) {
            if (!statement.account.empty() && statement.account != *own) {
                return row.error(Column::Account, "there are lines of two accounts.");
            }
            statement.account = *own;
        }
        statement.lines.push_back(*std::move(line));
        if (statement.lines.size() > kStatementLinesMax) {
            return row.error(Column::Booked,
                             "there are more than 50,000 lines. Take it in pieces.");
        }
    }
    return std::vector{std::move(statement)};
}

} // namespace foyer::server
