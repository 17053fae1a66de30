// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/server/payments/providers/make_provider.h"
#include "sync/server/payments/providers/provider_currencies.h"

#include <QTest>

#include <map>
#include <string>

using namespace foyer;
using namespace foyer::server;

namespace {

ProviderSettings settingsOf(const char* name, const char* secret, bool isTest = true)
{
    ProviderSettings settings;
    settings.name = name;
    settings.baseUrl = settings.name.starts_with("paypal")
        ? (isTest ? "https://api-m.sandbox.paypal.com" : "https://api-m.paypal.com")
        : settings.name.starts_with("stripe") ? "https://api.stripe.com"
                                              : "https://api.mollie.com";
    settings.secret = secret;
    settings.clientId = "client";
    settings.isTest = isTest;
    return settings;
}

/// "ok", or the code of the Error, whose sentence names the provider and says what to do.
std::string codeOf(const ProviderSettings& settings)
{
    const auto made = makeProvider(settings);
    if (made) {
        return "ok";
    }
    const auto& error = made.error();
    const bool isSaid = error.message.find(settings.name) != std::string::npos &&
        error.message.find(settings.secret.empty() ? "?" : settings.secret) == std::string::npos;
    return isSaid ? error.code : "unsaid: " + error.message;
}

const ProviderCurrencies& tableOf(const std::string& name)
{
    return name == "stripe" ? stripeCurrencies()
        : name == "paypal"  ? paypalCurrencies()
                            : mollieCurrencies();
}

Money moneyOf(std::int64_t minor, const char* code)
{
    return {minor, *Currency::fromCode(code)};
}

} // namespace

class TestProviderSettings : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void keysForTestsAndForRealMoneyAreNotMixedUp()
    {
        QCOMPARE(codeOf(settingsOf("stripe", "sk_test_1")), std::string{"ok"});
        QCOMPARE(codeOf(settingsOf("stripe-hall", "rk_test_1")), std::string{"ok"});
        QCOMPARE(codeOf(settingsOf("stripe", "sk_live_1", false)), std::string{"ok"});
        QCOMPARE(codeOf(settingsOf("stripe", "rk_live_1", false)), std::string{"ok"});
        QCOMPARE(codeOf(settingsOf("stripe", "sk_live_1")), std::string{"payment_key_mode"});
        QCOMPARE(codeOf(settingsOf("stripe", "rk_live_1")), std::string{"payment_key_mode"});
        QCOMPARE(codeOf(settingsOf("stripe", "sk_test_1", false)), std::string{"payment_key_mode"});
        QCOMPARE(codeOf(settingsOf("stripe", "pk_test_1")), std::string{"payment_key"});
        QCOMPARE(codeOf(settingsOf("stripe", "whsec_1")), std::string{"payment_key"});
        QCOMPARE(codeOf(settingsOf("mollie", "test_1")), std::string{"ok"});
        QCOMPARE(codeOf(settingsOf("mollie", "live_1", false)), std::string{"ok"});
        QCOMPARE(codeOf(settingsOf("mollie", "live_1")), std::string{"payment_key_mode"});
        QCOMPARE(codeOf(settingsOf("mollie", "test_1", false)), std::string{"payment_key_mode"});
        QCOMPARE(codeOf(settingsOf("paypal", "EHs3cr3t")), std::string{"ok"});
        QCOMPARE(codeOf(settingsOf("paypal", "EHs3cr3t", false)), std::string{"ok"});
        auto live = settingsOf("paypal", "EHs3cr3t");
        live.baseUrl = "https://api-m.paypal.com";
        QCOMPARE(codeOf(live), std::string{"payment_key_mode"});
        auto sandbox = settingsOf("paypal", "EHs3cr3t", false);
        sandbox.baseUrl = "https://api-m.sandbox.paypal.com";
        QCOMPARE(codeOf(sandbox), std::string{"payment_key_mode"});
        auto nobody = settingsOf("paypal", "EHs3cr3t");
        nobody.clientId.clear();
        QCOMPARE(codeOf(nobody), std::string{"payment_key"});
    }

    void whatCannotWorkIsRefusedWithASentence()
    {
        QCOMPARE(codeOf(settingsOf("strype", "sk_test_1")), std::string{"payment_adapter"});
        QCOMPARE(codeOf(settingsOf("", "sk_test_1")), std::string{"payment_adapter"});
        QCOMPARE(codeOf(settingsOf("stripe", "")), std::string{"payment_key"});
        QCOMPARE(codeOf(settingsOf("stripe", "sk_test_1\n")), std::string{"payment_key"});
        for (const char* url : {"http://api.stripe.com", "https://api.stripe.com/v1",
                                "api.stripe.com", "http://localhost:1", "http://10.0.0.1"}) {
            auto settings = settingsOf("stripe", "sk_test_1");
            settings.baseUrl = url;
            QCOMPARE(codeOf(settings), std::string{"payment_url"});
        }
        for (const char* url : {"http://127.0.0.1:8080", "http://[::1]:8080/", ""}) {
            auto settings = settingsOf("stripe", "sk_test_1");
            settings.baseUrl = url;
            QCOMPARE(codeOf(settings), std::string{"ok"});
        }
        auto settings = settingsOf("stripe", "sk_test_1");
        settings.authorities = "/nowhere/at/all.pem";
        QCOMPARE(makeProvider(settings).error().code, std::string{"tls_files"});
    }

    void everyCurrencyOfEveryProviderComesBackAsItWent()
    {
        for (const char* name : {"stripe", "paypal", "mollie"}) {
            const auto& table = tableOf(name);
            QVERIFY(table.rows().size() > 20);
            for (const auto& row : table.rows()) {
                const std::string code{row.currency.code()};
                // All that are worth a test, in Foyer's minor units.
                for (std::int64_t minor = 0; minor < 300; ++minor) {
                    const Money amount{minor * 7, row.currency};
                    const auto units = table.unitsOf(amount);
                    const auto text = table.textOf(amount);
                    QCOMPARE(units.has_value(), text.has_value());
                    if (units) {
                        QCOMPARE(*units % row.step, std::int64_t{0});
                        QVERIFY(table.moneyOf(*units, code) == amount);
                        QVERIFY(table.moneyOf(*text, code) == amount);
                        QVERIFY(table.moneyOf("-" + *text, code) == -amount);
                    }
                    QVERIFY(units || !table.take(amount));
                }
            }
        }
    }

    void theCurrenciesThatAreNotLikeOthers()
    {
        const auto& stripe = stripeCurrencies();
        QCOMPARE(stripe.unitsOf(moneyOf(2'500, "EUR")), std::optional<std::int64_t>{2'500});
        QCOMPARE(stripe.unitsOf(moneyOf(500, "JPY")), std::optional<std::int64_t>{500});
        QCOMPARE(stripe.unitsOf(moneyOf(5, "ISK")), std::optional<std::int64_t>{500});
        QVERIFY(stripe.moneyOf(500, "isk") == moneyOf(5, "ISK"));
        QVERIFY(!stripe.moneyOf(550, "isk")); // no half króna is held
        QCOMPARE(stripe.unitsOf(moneyOf(1'045, "HUF")), std::optional<std::int64_t>{1'045});
        QCOMPARE(stripe.unitsOf(moneyOf(80'000, "TWD")), std::optional<std::int64_t>{80'000});
        QCOMPARE(stripe.unitsOf(moneyOf(5'120, "KWD")), std::optional<std::int64_t>{5'120});
        QVERIFY(!stripe.unitsOf(moneyOf(5'124, "KWD")));
        QCOMPARE(stripe.unitsOf(moneyOf(500, "MGA")), std::optional<std::int64_t>{5});
        QVERIFY(!stripe.unitsOf(moneyOf(550, "MGA")));
        QVERIFY(!stripe.take(moneyOf(1'000, "UGX")));
        QVERIFY(stripe.take(moneyOf(50, "EUR")) && !stripe.take(moneyOf(49, "EUR")));
        QVERIFY(stripe.unitsOf(moneyOf(1, "EUR")).has_value()); // a refund may be of a cent
        QVERIFY(stripe.take(moneyOf(99'999'999, "EUR")) &&
                !stripe.take(moneyOf(100'000'000, "EUR")));
        QVERIFY(!stripe.unitsOf(moneyOf(-1, "EUR")));

        const auto& paypal = paypalCurrencies();
        QCOMPARE(paypal.textOf(moneyOf(1'000, "EUR")), std::optional<std::string>{"10.00"});
        QCOMPARE(paypal.textOf(moneyOf(5, "EUR")), std::optional<std::string>{"0.05"});
        QCOMPARE(paypal.textOf(moneyOf(1'000, "JPY")), std::optional<std::string>{"1000"});
        QCOMPARE(paypal.textOf(moneyOf(1'000, "HUF")), std::optional<std::string>{"10"});
        QVERIFY(!paypal.textOf(moneyOf(1'050, "HUF")));
        QCOMPARE(paypal.textOf(moneyOf(30'000, "TWD")), std::optional<std::string>{"300"});
        QVERIFY(!paypal.take(moneyOf(1'000, "KWD")));

        const auto& mollie = mollieCurrencies();
        QCOMPARE(mollie.textOf(moneyOf(1'050, "HUF")), std::optional<std::string>{"10.50"});
        QCOMPARE(mollie.textOf(moneyOf(5, "ISK")), std::optional<std::string>{"5"});
        QCOMPARE(mollie.textOf(moneyOf(5, "JPY")), std::optional<std::string>{"5"});
        for (const auto* table : {&stripe, &paypal, &mollie}) {
            QVERIFY(!table->take(moneyOf(0, "EUR")));
        }
    }

    void whatIsNoAmountIsNone()
    {
        for (const char* text :
             {"", "-", ".", "10.", "1e3", "0x10", " 10", "10 ", "+10", "--1", "1.2.3", "10,00",
              "10.001", "99999999999999999999", "NaN", "1_000"}) {
            QVERIFY2(!paypalCurrencies().moneyOf(std::string_view{text}, "EUR"), text);
        }
        const std::map<const char*, std::int64_t> right{{"10.00", 1'000}, {"10", 1'000},
                                                        {"10.5", 1'050},  {".5", 50},
                                                        {"-0.59", -59},   {"10.000", 1'000},
                                                        {"0", 0},         {"-0", 0}};
        for (const auto& [text, minor] : right) {
            const auto money = paypalCurrencies().moneyOf(std::string_view{text}, "EUR");
            QVERIFY2(money == moneyOf(minor, "EUR"), text);
        }
        QVERIFY(!stripeCurrencies().moneyOf(std::int64_t{100}, "xxx"));
        QVERIFY(!stripeCurrencies().moneyOf(std::int64_t{100}, "eu"));
        QVERIFY(!stripeCurrencies().moneyOf(std::int64_t{100}, "eurx"));
        QVERIFY(!stripeCurrencies().moneyOf(INT64_MAX, "eur"));
        QVERIFY(!stripeCurrencies().moneyOf(INT64_MIN, "isk"));
    }
};

QTEST_GUILESS_MAIN(TestProviderSettings)
#include "test_provider_settings.moc"
