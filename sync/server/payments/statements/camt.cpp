// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/server/payments/statements/statement.h"
#include "sync/server/payments/statements/xml_parts.h"

#include <algorithm>
#include <utility>

namespace foyer::server {
namespace {

constexpr std::string_view kFamily = "urn:iso:std:iso:20022:tech:xsd:camt.053.001.";

Error at(const XmlPart& part, const std::string& what)
{
    return badStatement(part.line, part.column, what);
}

std::string_view trimmed(std::string_view text)
{
    constexpr std::string_view kSpace = " \t\r\n";
    const std::size_t first = text.find_first_not_of(kSpace);
    return first == std::string_view::npos
        ? std::string_view{}
        : text.substr(first, text.find_last_not_of(kSpace) - first + 1);
}

std::string textIn(const XmlPart& part, std::string_view path)
{
    return std::string{trimmed(part.textAt(path))};
}

/// "NOTPROVIDED" and the like are what banks write where there is nothing.
std::string referenceIn(const XmlPart& part, std::string_view path)
{
    std::string text = textIn(part, path);
    return text == "NOTPROVIDED" || text == "NONREF" || text == "NONE" ? std::string{} : text;
}

/// An amount is digits with a point; its sign is in CdtDbtInd, of reversals as well.
Result<Money> amountIn(const XmlPart& amount, bool isDebit)
{
    const auto currency = Currency::fromCode(amount.currency);
    if (!currency) {
        return at(amount, "its currency is not known.");
    }
    const std::string_view text = trimmed(amount.text);
    const bool isNumber = !text.empty() && text.find_first_not_of("0123456789.") == text.npos;
    // Banks write more decimals than there are: 12.50000.
    const std::size_t point = text.find('.');
    const auto places = static_cast<std::size_t>(currency->exponent());
    std::string_view kept = text;
    if (point != text.npos && text.size() - point - 1 > places) {
        kept = text.substr(0, point + (places > 0 ? places + 1 : 0));
        if (text.substr(kept.size()).find_first_not_of(".0") != text.npos) {
            return at(amount, "its amount is finer than the currency.");
        }
    }
    const auto money =
        isNumber ? parseMoney(kept, *currency) : Result<Money>{badInput("bad_amount", "no amount")};
    if (!money || money->minor() > kStatementAmountMax) {
        return at(amount, "its amount cannot be read.");
    }
    return isDebit ? -*money : *money;
}

Result<bool> isDebit(const XmlPart& part)
{
    const std::string_view text = trimmed(part.textAt("CdtDbtInd"));
    if (text != "CRDT" && text != "DBIT") {
        return at(part, "it does not say whether money came or went.");
    }
    return text == "DBIT";
}

/// A remark in several pieces.
std::string remarkOf(const XmlPart& transaction)
{
    std::string text;
    if (const XmlPart* const remark = transaction.find("RmtInf")) {
        for (const XmlPart* const piece : remark->all("Ustrd")) {
            text += (text.empty() ? "" : " ") + std::string{trimmed(piece->text)};
        }
    }
    return text;
}

void describe(const XmlPart& transaction, StatementLine& line)
{
    line.endToEnd = referenceIn(transaction, "Refs/EndToEndId");
    if (auto own = referenceIn(transaction, "Refs/AcctSvcrRef"); !own.empty()) {
        line.bankReference = std::move(own);
    }
    line.text = remarkOf(transaction);
    if (const XmlPart* const remark = transaction.find("RmtInf")) {
        for (const XmlPart* const structured : remark->all("Strd")) {
            if (line.reference.empty()) {
                line.reference = textIn(*structured, "CdtrRefInf/Ref");
            }
        }
    }
    // The other side: who paid us, or whom we paid. Version 8 has one level more.
    const bool isIn = !line.amount.isNegative();
    const std::string side =
        std::string{"RltdPties/"} + (isIn != line.isReversal ? "Dbtr" : "Cdtr");
    line.name = textIn(transaction, side + "/Nm");
    if (line.name.empty()) {
        line.name = textIn(transaction, side + "/Pty/Nm");
    }
    line.iban = textIn(transaction, side + "Acct/Id/IBAN");
}

const XmlPart* amountOf(const XmlPart& transaction)
{
    const XmlPart* const own = transaction.find("Amt"); // of version 8
    return own != nullptr ? own : transaction.find("AmtDtls/TxAmt/Amt");
}

/// The lines of an entry that several transfers were booked with, where they add up to it.
std::optional<std::vector<StatementLine>> linesOfBatch(const XmlPart& entry,
                                                       const StatementLine& whole,
                                                       const std::vector<const XmlPart*>& each)
{
    std::vector<StatementLine> lines;
    Money sum{0, whole.amount.currency()};
    for (const XmlPart* const transaction : each) {
        const XmlPart* const amount = amountOf(*transaction);
        if (amount == nullptr) {
            return std::nullopt;
        }
        const auto debit =
            isDebit(transaction->find("CdtDbtInd") != nullptr ? *transaction : entry);
        const auto money = debit ? amountIn(*amount, *debit) : Result<Money>{debit.error()};
        if (!money || money->currency() != sum.currency()) {
            return std::nullopt;
        }
        StatementLine line = whole;
        line.amount = *money;
        describe(*transaction, line);
        sum = sum + *money;
        lines.push_back(std::move(line));
    }
    return sum == whole.amount ? std::optional{std::move(lines)} : std::nullopt;
}

bool isBooked(const XmlPart& entry)
{
    // Version 2 has a word, version 8 a word in <Cd>.
    const std::string_view plain = trimmed(entry.textAt("Sts"));
    const std::string_view coded = trimmed(entry.textAt("Sts/Cd"));
    return (coded.empty() ? plain : coded) == "BOOK";
}

std::optional<Instant> dayIn(const XmlPart& entry, const std::string& name)
{
    auto day = readStatementDay(entry.textAt(name + "/Dt"));
    return day ? day : readStatementDay(entry.textAt(name + "/DtTm"));
}

Result<std::vector<StatementLine>> linesOf(const XmlPart& entry)
{
    const XmlPart* const amount = entry.find("Amt");
    const auto debit = isDebit(entry);
    if (amount == nullptr || !debit) {
        return amount == nullptr ? at(entry, "an entry has no amount.") : debit.error();
    }
    const auto money = amountIn(*amount, *debit);
    if (!money) {
        return money.error();
    }
    auto day = dayIn(entry, "ValDt");
    day = day ? day : dayIn(entry, "BookgDt");
    if (!day) {
        return at(entry, "an entry has no day that can be read.");
    }
    StatementLine line{.at = *day,
                       .amount = *money,
                       .isReversal = trimmed(entry.textAt("RvslInd")) == "true" ||
                           trimmed(entry.textAt("RvslInd")) == "1",
                       .bankReference = referenceIn(entry, "AcctSvcrRef")};
    std::vector<const XmlPart*> transactions;
    for (const XmlPart* const details : entry.all("NtryDtls")) {
        const auto here = details->all("TxDtls");
        transactions.insert(transactions.end(), here.begin(), here.end());
    }
    if (transactions.size() > 1) {
        if (auto lines = linesOfBatch(entry, line, transactions)) {
            return *std::move(lines);
        }
    } else if (transactions.size() == 1) {
        describe(*transactions.front(), line);
    }
    if (line.text.empty()) {
        line.text = textIn(entry, "AddtlNtryInf");
    }
    return std::vector{std::move(line)};
}

Result<void> takeBalance(const XmlPart& balance, Statement& statement)
{
    const std::string_view kind = trimmed(balance.textAt("Tp/CdOrPrtry/Cd"));
    const bool isOpening = kind == "OPBD" || kind == "PRCD";
    if (!isOpening && kind != "CLBD") {
        return {}; // of what is noted, or in between
    }
    const XmlPart* const amount = balance.find("Amt");
    const auto debit = isDebit(balance);
    if (amount == nullptr || !debit) {
        return amount == nullptr ? at(balance, "a balance has no amount.") : debit.error();
    }
    const auto money = amountIn(*amount, *debit);
    if (!money) {
        return money.error();
    }
    (isOpening ? statement.opening : statement.closing) = *money;
    return {};
}

Result<void> take(const XmlPart& part, std::vector<Statement>& statements, std::size_t& count)
{
    if (statements.empty()) {
        return {}; // the message's own head
    }
    Statement& statement = statements.back();
    if (part.name == "Acct") {
        statement.account = textIn(part, "Id/IBAN");
        return {};
    }
    if (part.name == "Bal") {
        return takeBalance(part, statement);
    }
    if (part.name != "Ntry" || !isBooked(part)) {
        return {};
    }
    auto lines = linesOf(part);
    if (!lines) {
        return std::move(lines).error();
    }
    count += lines->size();
    if (count > kStatementLinesMax) {
        return at(part, "there are more than 50,000 lines. Take it in pieces.");
    }
    std::ranges::move(*lines, std::back_inserter(statement.lines));
    return {};
}

} // namespace

Result<std::vector<Statement>> readCamt(std::string_view text)
{
    constexpr std::size_t kStatementDepth = 3;
    std::vector<Statement> statements;
    std::size_t count = 0;
    const auto read =
        readXml(text,
                {.knows =
                     [](std::string_view uri) {
                         return uri.starts_with(kFamily) &&
                             (uri.substr(kFamily.size()) == "02" ||
                              uri.substr(kFamily.size()) == "08");
                     },
                 .take = [&](const XmlPart& part) { return take(part, statements, count); },
                 .begin =
                     [&](std::string_view name, std::size_t depth) {
                         if (depth == kStatementDepth && name == "Stmt") {
                             statements.push_back({.account = {},
                                                   .form = "camt",
                                                   .lines = {},
                                                   .opening = {},
                                                   .closing = {}});
                         }
                     }});
    if (!read) {
        return read.error();
    }
    if (statements.empty()) {
        return badStatement(1, 1, "there is no statement of an account in it.");
    }
    return statements;
}

} // namespace foyer::server
