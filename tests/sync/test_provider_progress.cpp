// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What a server says of providers and their payments, as a counter reads it: also what a newer
// server says, and what nobody should say.

#include "sync/client/provider_progress.h"

#include <QTest>

#include <algorithm>
#include <string>

using namespace foyer;
using namespace foyer::sync;

namespace {

/// JSON with quotes that are easier to read here.
std::string json(std::string text)
{
    std::ranges::replace(text, '\'', '"');
    return text;
}

} // namespace

class ProviderProgressTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theStateAndThePageAreRead()
    {
        const auto read = readProviderProgress(
            json("{'state':'awaiting_customer','page_url':'https://box.example.org/p/abc','more':1,"
                 "'mark':'07af'}"));
        QVERIFY(read.has_value());
        QVERIFY(
            (*read ==
             ProviderProgress{"awaiting_customer", "https://box.example.org/p/abc", {}, "07af"}));
        const auto bare = readProviderProgress(json("{'state':'created','page_url':null}"));
        QVERIFY(bare && bare->pageUrl.empty());
    }

    void methodsAreReadWithTheirReaders()
    {
        const auto read = readPaymentMethods(
            json("[{'provider':'stripe','ways':['link','reader'],'readers':["
                 "{'id':'tmr_2','name':'Foyer'},{'id':'tmr_1','name':'Desk'},'tmr_3']},"
                 "{'provider':'paypal','ways':['link'],'readers':[]}]"));
        QVERIFY(read.has_value());
        const std::vector<PaymentOffer> expected{
            {"paypal", true, {}},
            {"stripe", true, {{"tmr_1", "Desk"}, {"tmr_2", "Foyer"}, {"tmr_3", "tmr_3"}}}};
        QVERIFY(*read == expected);
    }

    void whatIsNotUnderstoodIsLeftOut()
    {
        const auto read = readPaymentMethods(
            json("[1,{'ways':['link']},{'provider':'x','ways':['telepathy']},{'provider':7},"
                 "{'provider':'y','ways':['reader']},"
                 "{'provider':'z','ways':['link',3],'readers':[{}]}]"));
        QVERIFY(read.has_value());
        QCOMPARE(read->size(), std::size_t{1}); // one without a reader takes nothing
        QCOMPARE(QString::fromStdString(read->front().provider), QStringLiteral("z"));
    }

    void whatIsNoAnswerIsRefused()
    {
        for (const char* text : {"", "{", "[]", "7", "\"x\""}) {
            QVERIFY2(!readProviderProgress(text), text);
        }
        for (const char* text : {"", "[", "{}", "7"}) {
            QVERIFY2(!readPaymentMethods(text), text);
        }
    }
};

QTEST_GUILESS_MAIN(ProviderProgressTest)
#include "test_provider_progress.moc"
