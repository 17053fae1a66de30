// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/common/error_sentences.h"
#include "ui/common/error_text.h"

#include <QCoreApplication>
#include <QTest>
#include <QTranslator>

using namespace foyer;

class ErrorTextTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void coresOwnSentenceIsSaidWhereTheWindowIsEnglish()
    {
        const Error error = refused("already_void", "Order QH-22223-Y is void already.");
        QCOMPARE(ui::errorText(error), QStringLiteral("Order QH-22223-Y is void already."));
    }

    void aGermanWindowSaysItInGerman()
    {
        Q_INIT_RESOURCE(foyer_translations);
        QTranslator german;
        QVERIFY(german.load(QStringLiteral(":/i18n/foyer_de.qm")));
        QCoreApplication::installTranslator(&german);
        // What clerks run into in a day.
        for (const char* code : {"no_shift",           "not_permitted",      "over_limit",
                                 "own_approval",       "wrong_secret",       "locked",
                                 "reason_missing",     "reference_missing",  "already_void",
                                 "already_used",       "already_changed",    "ticket_void",
                                 "sold_out",           "seat_held",          "bad_count",
                                 "drawer_in_use",      "gift_card_used",     "gift_card_ended",
                                 "bad_invoice_amount", "invoice_paid",       "bad_email",
                                 "bad_phone",          "bad_part",           "plan_changed",
                                 "name_taken",         "database_behind",    "weak_pin",
                                 "code_missing",       "bad_window",         "bad_parts",
                                 "customer_needed",    "one_approval",       "already_settled",
                                 "no_customer",        "unknown_incident",   "server_behind",
                                 "journal_fork",       "chain_broken",       "head_forged",
                                 "wrong_writer",       "customer_erased",    "customer_key_missing",
                                 "not_signed_in",      "mass_return_ended",  "performance_on_sale",
                                 "mass_return_open",   "unknown_performance"}) {
            const Error error = refused(code, "What core says.");
            QVERIFY2(ui::errorText(error) != QStringLiteral("What core says."), code);
        }
        QVERIFY(ui::errorText(refused("no_shift", "x")).contains(QStringLiteral("Schicht")));
        Error sum = refused("underpaid", "x");
        sum.facts = {"5.00"};
        QVERIFY(ui::errorText(sum).contains(QStringLiteral("5.00"))); // with its facts as before
        const Error rare = refused("json_too_deep", "What core says.");
        QCOMPARE(ui::errorText(rare), QStringLiteral("What core says."));
    }
};

QTEST_GUILESS_MAIN(ErrorTextTest)
#include "test_error_text.moc"
