// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/money/money_text.h"

#include "core/domain/sales/order_code.h"
#include "ui/common/formatting.h"
#include "ui/common/payment_reasons.h"

#include <QCoreApplication>

namespace foyer::ui {
namespace {

/// Holds the words for translators.
struct Words {
    Q_DECLARE_TR_FUNCTIONS(foyer::ui::MoneyPage)
};

} // namespace

QString providerText(const std::string& provider)
{
    if (provider == "paypal") {
        return QStringLiteral("PayPal");
    }
    QString name = text(provider);
    if (!name.isEmpty()) {
        name[0] = name[0].toUpper();
    }
    return isolated(name);
}

QString caseTitle(const MoneyCase& open)
{
    if (open.kind == "missing_here") {
        return Words::tr("Money that the books do not know");
    }
    if (open.kind == "missing_there") {
        return Words::tr("Money that the account does not have");
    }
    if (open.kind == "amount_diff") {
        return Words::tr("Another amount");
    }
    if (open.kind == "currency_diff") {
        return Words::tr("Another currency");
    }
    if (open.kind == "refund_diff") {
        return Words::tr("Refunds do not add up");
    }
    if (open.kind == "fee_unexpected") {
        return Words::tr("An unusual fee");
    }
    if (open.kind == "payout_diff") {
        return Words::tr("A transfer does not add up");
    }
    return text(open.kind);
}

QString caseSentence(const MoneyCase& open)
{
    const QString provider = providerText(open.provider);
    if (open.kind == "missing_here") {
        return Words::tr("%1 has taken or given back money for which there is no entry here. Look "
                         "for it in its dashboard.")
            .arg(provider);
    }
    if (open.kind == "missing_there") {
        return Words::tr("The order counts as paid, and %1 shows no such payment after more than a "
                         "day. Ask %1 before you give anything back.")
            .arg(provider);
    }
    if (open.kind == "amount_diff") {
        return Words::tr("%1 has taken another amount than the order has.").arg(provider);
    }
    if (open.kind == "currency_diff") {
        return Words::tr("%1 has taken another currency than the order has.").arg(provider);
    }
    if (open.kind == "refund_diff") {
        return Words::tr("What %1 gave back is not what was to be given back.").arg(provider);
    }
    if (open.kind == "fee_unexpected") {
        return Words::tr("%1 kept more than a tenth of the payment.").arg(provider);
    }
    if (open.kind == "payout_diff") {
        return Words::tr("What %1 sent to the bank is not the sum of its lines.").arg(provider);
    }
    return {};
}

QString troubleTitle(const MoneyTrouble& trouble)
{
    if (trouble.what == "held") {
        return Words::tr("A payment is held");
    }
    if (trouble.what == "refund_failed") {
        return Words::tr("A refund failed");
    }
    return trouble.what == "dispute_lost" ? Words::tr("A dispute was lost")
                                          : Words::tr("A customer disputes a payment");
}

QString troubleSentence(const MoneyTrouble& trouble)
{
    const QString provider = providerText(trouble.provider);
    const QString reason = trouble.reason.empty()
        ? QString{}
        : QStringLiteral(" (%1)").arg(declineText(trouble.reason));
    if (trouble.what == "held") {
        return Words::tr("What %1 says does not fit what was asked for, so nothing goes on until "
                         "somebody has looked.")
                   .arg(provider) +
            reason;
    }
    if (trouble.what == "refund_failed") {
        return Words::tr("%1 could not give the money back. Try again, or give it back another "
                         "way.")
                   .arg(provider) +
            reason;
    }
    return Words::tr("Answer it in the dashboard of %1; until it is decided the money may go.")
               .arg(provider) +
        reason;
}

QString accountText(const MoneyAccount& account, const std::string& timeZone)
{
    if (!account.comparedAt) {
        return account.problem.empty()
            ? Words::tr("not compared yet; that begins with the first payment")
            : Words::tr("could not be read yet (%1)").arg(text(account.problem));
    }
    const QString at = dayAndTimeText(*account.comparedAt, timeZone);
    return account.problem.empty()
        ? Words::tr("compared %1").arg(at)
        : Words::tr("compared %1; it cannot be read since (%2)").arg(at, text(account.problem));
}

std::vector<std::pair<QString, Money>> payoutSums(const PayoutMade& made)
{
    const auto money = [&](std::int64_t minor) { return Money{minor, made.currency}; };
    std::vector<std::pair<QString, Money>> sums;
    if (made.carriedIn != 0) {
        sums.emplace_back(Words::tr("Carried over from the payout before"), money(made.carriedIn));
    }
    sums.emplace_back(Words::tr("Taken by payment providers"), money(made.taken));
    sums.emplace_back(Words::tr("Given back by them"), money(-made.refunded));
    if (made.disputed != 0) {
        sums.emplace_back(Words::tr("Disputes"), money(-made.disputed));
    }
    sums.emplace_back(Words::tr("Fees of the providers"), money(-made.fees));
    sums.emplace_back(Words::tr("Commission of the platform"), money(-made.commission));
    sums.emplace_back(Words::tr("Paid out"), money(made.paid));
    if (made.carriedOut != 0) {
        sums.emplace_back(Words::tr("Carried over to the next payout"), money(made.carriedOut));
    }
    return sums;
}

} // namespace foyer::ui
