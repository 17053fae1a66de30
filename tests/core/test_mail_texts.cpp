// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/documents/mail/calendar_file.h"
#include "core/documents/mail/mail_writing.h"
#include "core/documents/mail/notice_mail.h"
#include "core/domain/incidents/incident.h"
#include "core/domain/sales/order_code.h"
#include "tests/support/counter_fixture.h"

#include <QProcess>
#include <QTest>

#include <algorithm>
#include <memory>
#include <set>

using namespace foyer;
using namespace foyer::test;

class MailTextsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyNoticeIsASentenceInEveryLanguage()
    {
        std::vector<Notice> all;
        const Instant evening{1'796'495'400'000};
        const auto add = [&](NoticeKind kind, const std::string& name, const std::string& detail) {
            all.push_back(
                {.kind = kind,
                 .facts = {name, detail, name == "Hamlet" ? evening : Instant{}, "Europe/Berlin", 7,
                           90, Money{8'600, *Currency::fromCode("EUR")}}});
        };
        add(NoticeKind::SoldOut, "Hamlet", "A tragedy");
        add(NoticeKind::LowStock, "Hamlet", "A tragedy");
        for (const char* trouble :
             {payment_trouble::kFailed, payment_trouble::kHeld, payment_trouble::kRefundFailed}) {
            add(NoticeKind::PaymentFailed, orderCode("A7", 42), trouble);
        }
        for (std::size_t kind = 0; kind < kIncidentKinds; ++kind) {
            add(NoticeKind::Incident, kind % 2 == 0 ? "Hamlet" : "",
                std::string{incidentKindName(static_cast<IncidentKind>(kind))});
        }
        add(NoticeKind::SyncSilent, "Counter 2", "");
        for (const std::string& language : mailLanguages()) {
            std::set<std::string> sentences;
            for (const Notice& notice : all) {
                const MailTexts mail = noticeMail({&notice, 1}, "Playhouse & Co", "Ada", language);
                const std::size_t from = mail.text.find("\n- ") + 3;
                const std::string sentence =
                    mail.text.substr(from, mail.text.find('\n', from) - from);
                QVERIFY2(sentence.size() > 20 && sentence.find("  ") == std::string::npos &&
                             sentence.find(": .") == std::string::npos,
                         sentence.c_str());
                QVERIFY2(sentences.insert(sentence).second, sentence.c_str());
                QVERIFY(mail.text.find("{{") == std::string::npos);
                QVERIFY(mail.html.find("Playhouse & Co") == std::string::npos);
                QVERIFY(mail.subject.starts_with("Playhouse & Co: "));
                QVERIFY(mail.subject.size() > std::string{"Playhouse & Co: "}.size());
            }
            const MailTexts mail = noticeMail(all, "Playhouse", "Ada", language);
            QVERIFY(mail.subject.find(std::to_string(all.size())) != std::string::npos);
            for (const std::string& sentence : sentences) {
                QVERIFY2(mail.text.find("- " + sentence + '\n') != std::string::npos,
                         sentence.c_str());
            }
        }
        // Who reads neither gets English, with their own country's dates where it is English.
        QVERIFY(noticeMail(all, "Playhouse", "", "fr").text.starts_with("Hello,"));
    }

    void aMailBeginsWithTheLogoAndABarInTheHousesColour()
    {
        const MailTexts forms = builtInMail(MailKind::Confirmation, "de");
        const MailWords words = sampleMailWords("Kater & Co", "de");
        const std::string plain = writtenMail(forms, words, "de").html;
        QVERIFY(plain.find("background") == std::string::npos); // nothing chosen: as ever
        MailHead head{"Kater & Co", {{colourFrom("#ffdd00"), {}}, nullptr}, {}};
        const std::string barred = writtenMail(forms, words, "de", head).html;
        // Yellow: black can be read on it, white cannot.
        QVERIFY(barred.find("background:#ffdd00;color:#000000") != std::string::npos);
        QVERIFY(barred.find("Kater &amp; Co</div>") != std::string::npos);
        QVERIFY(barred.find("<img") == std::string::npos);
        head.style.logo = std::make_shared<const HouseLogo>(
            HouseLogo{{640, 160}, PictureFormat::Png, Bytes{1, 2, 3}, {{"de", "Ein \"Kater\""}}});
        head.logoAddress = "cid:logo@foyer.test";
        const std::string both = writtenMail(forms, words, "de-AT", head).html;
        QVERIFY(both.find("<img src=\"cid:logo@foyer.test\"") != std::string::npos);
        QVERIFY(both.find("alt=\"Ein &quot;Kater&quot;\"") != std::string::npos);
        QVERIFY(both.find("width=\"192\" height=\"48\"") != std::string::npos);
        QVERIFY(both.find("http") == both.find("https://box.example.org")); // nothing is fetched
        QCOMPARE(logoInPage(*head.style.logo), std::string{"data:image/png;base64,AQID"});
    }

    void whatIsFilledInIsNeverTakenForMarkup()
    {
        const MailWords words{.texts = {{"customer", "<b>Kim</b> & \"Ann\""}}, .lists = {}};
        QCOMPARE(filledIn("Dear {{customer}}", words, MailMarkup::Html),
                 std::string{"Dear &lt;b&gt;Kim&lt;/b&gt; &amp; &quot;Ann&quot;"});
        QCOMPARE(filledIn("Dear {{customer}}", words, MailMarkup::Plain),
                 std::string{"Dear <b>Kim</b> & \"Ann\""});
        // Nor for a template: what a customer calls themselves is not looked at again.
        const MailWords sly{.texts = {{"customer", "{{organizer}}"}, {"organizer", "Foyer"}},
                            .lists = {}};
        QCOMPARE(filledIn("{{customer}}", sly, MailMarkup::Plain), std::string{"{{organizer}}"});
    }

    void sectionsComeWithWhatIsThere()
    {
        MailWords words{.texts = {{"customer", ""}, {"organizer", "Foyer"}}, .lists = {}};
        words.lists["paragraphs"] = {{.texts = {{"paragraph", "a"}}, .lists = {}},
                                     {.texts = {{"paragraph", "b"}}, .lists = {}}};
        QCOMPARE(filledIn("{{#customer}}x{{/customer}}{{^customer}}nobody{{/customer}}"
                          "{{#paragraphs}}[{{paragraph}} {{organizer}}]{{/paragraphs}}",
                          words, MailMarkup::Plain),
                 std::string{"nobody[a Foyer][b Foyer]"});
    }

    void whatCannotBeSentIsSaidWhileItIsWritten_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("where");
        const auto row = [](const char* name, const char* text, const char* code,
                            const char* where) { QTest::newRow(name) << text << code << where; };
        row("fine", "{{#performances}}{{event}} {{organizer}}{{/performances}}", "done", "");
        row("a remark", "{{! {{ }}fine", "done", "");
        row("as it is", "a\nb {{{customer}}}", "bad_template", "text:2");
        row("as it is, otherwise", "{{& customer}}", "bad_template", "text:1");
        row("another file", "{{> header}}", "bad_template", "text:1");
        row("other brackets", "{{=<% %>=}}<%& customer %>", "bad_template", "text:1");
        row("unknown", "{{custmer}}", "unknown_name", "text:1");
        row("elsewhere", "{{event}}", "unknown_name", "text:1");
        row("a list as a text", "{{performances}}", "bad_template", "text:1");
        row("not ended", "{{#customer}}", "bad_template", "text");
        row("wrongly ended", "{{#customer}}{{/organizer}}", "bad_template", "text:1");
        row("half", "x {{customer", "bad_template", "text:1");
        row("empty", "{{}}", "bad_template", "text:1");
    }
    void whatCannotBeSentIsSaidWhileItIsWritten()
    {
        QFETCH(const QString, text);
        QFETCH(const QString, code);
        QFETCH(const QString, where);
        const auto checked = checkMailTemplate(text.toStdString(), "text");
        QCOMPARE(codeOf(checked), code.toStdString());
        QVERIFY(checked || checked.error().where == where.toStdString());
    }

    void bytesThatAreNoTextAreRefused()
    {
        QCOMPARE(codeOf(checkMailTemplate("\xff", "text")), std::string{"bad_template"});
        QCOMPARE(codeOf(checkMailTemplate(std::string(70'000, 'x'), "text")),
                 std::string{"bad_template"});
    }

    void foyersOwnMailsAreRightInEachLanguage()
    {
        std::set<std::string> subjects;
        for (const std::string& language : mailLanguages()) {
            for (const MailKind kind : allMailKinds()) {
                const MailTexts forms = builtInMail(kind, language);
                for (const std::string* form : {&forms.subject, &forms.text, &forms.html}) {
                    QCOMPARE(codeOf(checkMailTemplate(*form, "x")), std::string{"done"});
                }
                const MailTexts mail =
                    writtenMail(forms, sampleMailWords("The Playhouse", language), language);
                QVERIFY(subjects.insert(mail.subject + language).second);
                QVERIFY(mail.subject.find('\n') == std::string::npos);
                QVERIFY(mail.text.find("{{") == std::string::npos);
                QVERIFY(mail.html.find("{{") == std::string::npos);
                QVERIFY(mail.html.find("<table") == std::string::npos);
                QVERIFY(mail.html.find("lang=\"" + language + '"') != std::string::npos);
                QVERIFY(mail.html.find("Kim <Example>") == std::string::npos);
                if (kind != MailKind::Bulletin) {
                    QVERIFY(mail.text.find("Kim <Example> & Co") != std::string::npos);
                    QVERIFY(mail.html.find("Kim &lt;Example&gt; &amp; Co") != std::string::npos);
                } else {
                    QVERIFY(mail.text.find("/v1/unsubscribe/") != std::string::npos);
                }
            }
        }
        QCOMPARE(mailLanguageFor("de-CH"), std::string{"de"});
        QCOMPARE(mailLanguageFor("fr"), std::string{"en"});
    }

    void anOwnTextWithoutAPageMakesThePage()
    {
        const MailTemplate own{MailKind::Refund, "fr", {}, "Bonjour {{customer}}\n\nVoici.\n", {}};
        const MailTexts mail = writtenMail(mailFormsOf(MailKind::Refund, "fr", &own),
                                           sampleMailWords("The Playhouse", "fr"), "fr");
        QVERIFY(mail.html.find("Bonjour Kim &lt;Example&gt;") != std::string::npos);
        QVERIFY(mail.html.find("Voici.") != std::string::npos);
        QVERIFY(mail.html.find("Money on a card") == std::string::npos);
    }

    /// Read back by python3-icalendar, which knows its own rules of folding and zones.
    void calendarsReadTheSameTimesInSummerAndWinter()
    {
        const Instant winter{1'796'153'400'000};
        const Instant summer{1'783'276'200'000};
        const std::string name = "Ätherische Oper; mit \\ Komma, und einem sehr langen Namen, der "
                                 "gefaltet werden muß – 日本語\nzweite Zeile";
        const std::string file = calendarFile(
            {{"a@foyer.test", 7, winter, "Europe/Berlin", name, "Hall, Street", "A1", false},
             {"b@foyer.test", 2'000'000'000, summer, "Europe/Berlin", "S", "L", "D", true},
             {"c@foyer.test", 0, summer, "America/St_Johns", "S", "L", "D", false},
             {"d@foyer.test", 0, summer, "Nowhere/Zone", "S", "L", "D", false}},
            winter);
        for (std::size_t at = 0, end = 0; at < file.size(); at = end + 2) {
            end = file.find("\r\n", at);
            QVERIFY(end != std::string::npos && end - at <= 75);
        }
        QProcess python;
        python.start(
            "/usr/bin/python3",
            {"-c",
             "import sys, icalendar\n"
             "for e in icalendar.Calendar.from_ical(sys.stdin.buffer.read()).walk('vevent'):"
             "\n  d = e['dtstart'].dt\n  print(e['uid'], e['sequence'], "
             "int(d.timestamp() * 1000), d.strftime('%z'), e['status'])\n"
             "  sys.stdout.flush(); sys.stderr.write(str(e['summary']) + '|')"});
        python.write(QByteArray::fromStdString(file));
        python.closeWriteChannel();
        QVERIFY(python.waitForFinished());
        QCOMPARE(python.readAllStandardOutput().toStdString(),
                 std::string{"a@foyer.test 7 1796153400000 +0100 CONFIRMED\n"
                             "b@foyer.test 2000000000 1783276200000 +0200 CANCELLED\n"
                             "c@foyer.test 0 1783276200000 -0230 CONFIRMED\n"
                             "d@foyer.test 0 1783276200000 +0000 CONFIRMED\n"});
        QCOMPARE(python.readAllStandardError().toStdString(), name + "|S|S|S|");
    }

    void languagesHaveAForm()
    {
        for (const char* name : {"de", "en-GB", "pt-BR", "zh-Hant-TW", "fil"}) {
            QVERIFY2(isLanguage(name), name);
        }
        for (const char* name :
             {"", "d", "DE", "de-", "de_AT", "de--x", "deutsch", "zh-Hant-TW-x"}) {
            QVERIFY2(!isLanguage(name), name);
        }
        QVERIFY(mailTemplateId(MailKind::Refund, "de") != mailTemplateId(MailKind::Refund, "en"));
        QVERIFY(mailTemplateId(MailKind::Refund, "de") != mailTemplateId(MailKind::Receipt, "de"));
    }
};

QTEST_MAIN(MailTextsTest)
#include "test_mail_texts.moc"
