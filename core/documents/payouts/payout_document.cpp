// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/documents/payouts/payout_document.h"

#include "core/documents/drawing/table_sheets.h"
#include "core/documents/payouts/csv_text.h"
#include "core/documents/tickets/local_text.h"

#include <QCoreApplication>

#include <map>
#include <utility>

namespace foyer {
namespace {

/// Holds the words of these pages for translators.
struct PayoutWords {
    Q_DECLARE_TR_FUNCTIONS(PayoutWords)
};

std::string words(const char* text)
{
    return PayoutWords::tr(text).toStdString();
}

/// "Stripe" of "stripe".
QString nameOf(const std::string& provider)
{
    QString name = QString::fromStdString(provider);
    if (!name.isEmpty()) {
        name[0] = name[0].toUpper();
    }
    return provider == "paypal" ? QStringLiteral("PayPal") : name;
}

/// What each provider's account has of the period: fees, and what disputes took.
std::map<std::string, std::pair<std::int64_t, std::int64_t>> byProvider(const PayoutMade& made)
{
    std::map<std::string, std::pair<std::int64_t, std::int64_t>> providers;
    for (const PayoutFees& each : made.feeDays) {
        providers[each.provider].first += each.fees;
        providers[each.provider].second += each.disputed;
    }
    return providers;
}

class Pages {
public:
    Pages(const PayoutStatement& statement, const std::string& locale)
        : m_statement{statement}, m_text{locale}
    {}

    TableSheets table()
    {
        const PayoutMade& made = m_statement.made;
        TableSheets sheets;
        sheets.title =
            PayoutWords::tr("%1 · Payout %2")
                .arg(QString::fromStdString(m_statement.house), QString::fromStdString(made.number))
                .toStdString();
        sheets.subtitle = period();
        sheets.stamp = stamp();
        sheets.columns = {{words(QT_TRANSLATE_NOOP("PayoutWords", "Performance")), 5, Align::Start,
                           true},
                          {words(QT_TRANSLATE_NOOP("PayoutWords", "Sold")), 1, Align::End},
                          {words(QT_TRANSLATE_NOOP("PayoutWords", "Taken back")), 1.4, Align::End},
                          {words(QT_TRANSLATE_NOOP("PayoutWords", "Prices")), 2, Align::End},
                          {words(QT_TRANSLATE_NOOP("PayoutWords", "Commission")), 2, Align::End,
                           true}};
        sheets.rightToLeft = m_text.isRightToLeft();
        addPerformances(sheets);
        addSums(sheets);
        return sheets;
    }

private:
    std::string money(std::int64_t minor) const
    {
        return m_text.money(Money{minor, m_statement.made.currency});
    }

    QString moment(Instant at) const
    {
        return QString::fromStdString(m_text.date(at, m_statement.timeZone) + ", " +
                                      m_text.time(at, m_statement.timeZone));
    }

    std::string period() const
    {
        const PayoutMade& made = m_statement.made;
        return made.from.ms > 0
            ? PayoutWords::tr("From %1 to %2")
                  .arg(moment(made.from), moment(made.until))
                  .toStdString()
            : PayoutWords::tr("From the beginning to %1").arg(moment(made.until)).toStdString();
    }

    std::string stamp() const
    {
        const PayoutMade& made = m_statement.made;
        const QString at = moment(m_statement.madeAt);
        QString text = m_statement.madeBy.empty()
            ? PayoutWords::tr("Made %1, by the schedule or the server").arg(at)
            : PayoutWords::tr("Made %1 by %2").arg(at, QString::fromStdString(m_statement.madeBy));
        if (made.openCases > 0) {
            text += QStringLiteral(" · ") +
                PayoutWords::tr("%n case(s) of the reconciliation were open: %1", nullptr,
                                static_cast<int>(made.openCases))
                    .arg(QString::fromStdString(made.note));
        }
        return text.toStdString();
    }

    void addPerformances(TableSheets& sheets) const
    {
        std::int64_t sold = 0;
        std::int64_t returned = 0;
        std::int64_t gross = 0;
        for (const PayoutStatement::Line& line : m_statement.lines) {
            std::string name = line.event.empty()
                ? words(QT_TRANSLATE_NOOP("PayoutWords", "Not known here"))
                : line.event;
            if (line.startsAt.ms > 0) {
                name += " · " + m_text.date(line.startsAt, line.timeZone) + ", " +
                    m_text.time(line.startsAt, line.timeZone);
            }
            sheets.rows.push_back({name, std::to_string(line.figures.sold),
                                   std::to_string(line.figures.returned), money(line.figures.gross),
                                   money(line.figures.commission)});
            sold += line.figures.sold;
            returned += line.figures.returned;
            gross += line.figures.gross;
        }
        sheets.rows.push_back({words(QT_TRANSLATE_NOOP("PayoutWords", "All performances")),
                               std::to_string(sold), std::to_string(returned), money(gross),
                               money(m_statement.made.commission)});
    }

    void addSums(TableSheets& sheets) const
    {
        const PayoutMade& made = m_statement.made;
        const auto sum = [&](const std::string& name, std::int64_t minor) {
            sheets.rows.push_back({name, "", "", "", money(minor)});
        };
        sum(words(QT_TRANSLATE_NOOP("PayoutWords", "Carried over from the payout before")),
            made.carriedIn);
        sum(words(QT_TRANSLATE_NOOP("PayoutWords", "Taken by payment providers")), made.taken);
        sum(words(QT_TRANSLATE_NOOP("PayoutWords", "Given back by them")), -made.refunded);
        const auto providers = byProvider(made);
        for (const auto& [provider, cost] : providers) {
            const QString name = nameOf(provider);
            sum(PayoutWords::tr("Fees of %1").arg(name).toStdString(), -cost.first);
            if (cost.second != 0) {
                sum(PayoutWords::tr("Disputes at %1").arg(name).toStdString(), -cost.second);
            }
        }
        sum(words(QT_TRANSLATE_NOOP("PayoutWords", "Commission")), -made.commission);
        sum(words(QT_TRANSLATE_NOOP("PayoutWords", "Paid out")), made.paid);
        if (made.carriedOut != 0) {
            sum(words(QT_TRANSLATE_NOOP("PayoutWords", "Carried over to the next payout")),
                made.carriedOut);
        }
    }

    const PayoutStatement& m_statement;
    LocalText m_text;
};

} // namespace

std::vector<Drawing> payoutPages(const PayoutStatement& statement, const std::string& locale)
{
    return tableSheets(Pages{statement, locale}.table());
}

std::string payoutCsv(const PayoutStatement& statement)
{
    const PayoutMade& made = statement.made;
    const auto text = [&](std::int64_t minor) { return toPlainText(Money{minor, made.currency}); };
    const std::string currency{made.currency.code()};
    std::vector<std::vector<std::string>> rows{{"payout", "from", "until", "kind", "name",
                                                "starts_at", "sold", "taken_back", "gross",
                                                "commission", "amount", "currency"}};
    const std::string from = made.from.ms > 0 ? toRfc3339(made.from) : std::string{};
    const std::string until = toRfc3339(made.until);
    for (const PayoutStatement::Line& line : statement.lines) {
        const PayoutPerformance& figures = line.figures;
        rows.push_back({made.number, from, until, "performance",
                        line.event.empty() ? figures.performance.text() : line.event,
                        line.startsAt.ms > 0 ? toRfc3339(line.startsAt) : std::string{},
                        std::to_string(figures.sold), std::to_string(figures.returned),
                        text(figures.gross), text(figures.commission), "", currency});
    }
    const auto sum = [&](const char* kind, const std::string& name, std::int64_t minor) {
        rows.push_back(
            {made.number, from, until, kind, name, "", "", "", "", "", text(minor), currency});
    };
    for (const auto& [provider, cost] : byProvider(made)) {
        sum("provider", provider + " fees", -cost.first);
        sum("provider", provider + " disputes", -cost.second);
    }
    sum("sum", "carried_in", made.carriedIn);
    sum("sum", "taken", made.taken);
    sum("sum", "refunded", -made.refunded);
    sum("sum", "disputed", -made.disputed);
    sum("sum", "fees", -made.fees);
    sum("sum", "commission", -made.commission);
    sum("sum", "paid", made.paid);
    sum("sum", "carried_out", made.carriedOut);
    return csvText(rows);
}

} // namespace foyer
