// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/ui/fake_mails_port.h"
#include "tests/ui/looking.h"
#include "ui/settings/mails_page.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTest>
#include <QTextBrowser>

#include <algorithm>

using namespace foyer;
using namespace foyer::test;

namespace {

template <typename Control>
Control* named(const QWidget& in, const QString& name)
{
    for (auto* control : in.findChildren<Control*>()) {
        if (control->accessibleName() == name) {
            return control;
        }
    }
    return nullptr;
}

/// The page over a house in memory.
struct Shown {
    FakeMailsPort port;
    ui::MailsPage page{port};

    Shown() { page.show(); }
    QTextBrowser* look() { return named<QTextBrowser>(page, QStringLiteral("How the mail looks")); }
    QLineEdit* subject() { return named<QLineEdit>(page, QStringLiteral("Subject")); }
    void choose(MailKind kind)
    {
        const auto kinds = allMailKinds();
        named<QListWidget>(page, QStringLiteral("Mails to customers"))
            ->setCurrentRow(static_cast<int>(std::ranges::find(kinds, kind) - kinds.begin()));
    }
};

} // namespace

class MailsPageTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatIsTypedIsSeenAtOnceAndSavedWhenSomebodySaysSo()
    {
        Shown shown;
        QCOMPARE(shown.look()->toPlainText(), QStringLiteral("page of en"));
        QCOMPARE(shown.subject()->text(), QStringLiteral("Foyer's en"));
        shown.subject()->setText(QStringLiteral("Ahoy"));
        QTRY_VERIFY(says(shown.page, QStringLiteral("read Ahoy")));
        QVERIFY(shown.port.shown.own.empty());
        buttonOf(shown.page, QStringLiteral("Save"))->click();
        QCOMPARE(shown.port.shown.own.size(), std::size_t{1});
        QCOMPARE(shown.port.shown.own[0].subject, std::optional<std::string>{"Ahoy"});
        QVERIFY(!shown.port.shown.own[0].text); // what was not changed stays Foyer's
        buttonOf(shown.page, QStringLiteral("As Foyer writes it"))->click();
        QVERIFY(shown.port.shown.own.empty());
        QCOMPARE(shown.subject()->text(), QStringLiteral("Foyer's en"));
    }

    void eachLanguageIsATextOfItsOwn()
    {
        Shown shown;
        auto* language = named<QComboBox>(shown.page, QStringLiteral("Language of the mail"));
        language->setCurrentIndex(language->findData(QStringLiteral("de")));
        QCOMPARE(shown.look()->toPlainText(), QStringLiteral("page of de"));
    }

    void aMistakeIsShownAndNotSaved()
    {
        Shown shown;
        shown.subject()->setText(QStringLiteral("{{custmer}}"));
        QTRY_VERIFY(says(shown.page, QStringLiteral("Line 1")));
        QVERIFY(!buttonOf(shown.page, QStringLiteral("Save"))->isEnabled());
        shown.subject()->setText(QStringLiteral("Fine"));
        QTRY_VERIFY(buttonOf(shown.page, QStringLiteral("Save"))->isEnabled());
    }

    void whatIsSentByItselfIsSwitchedHere()
    {
        Shown shown;
        auto* sends = shown.page.findChild<QCheckBox*>();
        QVERIFY(sends->isChecked()); // confirmations, unless somebody says no
        sends->click();
        QVERIFY(!shown.port.shown.settings.isSent(MailKind::Confirmation));
        shown.choose(MailKind::Receipt);
        QVERIFY(!sends->isVisible()); // somebody asks for it
        shown.choose(MailKind::Reminder);
        QVERIFY(!sends->isChecked());
        QVERIFY(!shown.port.shown.settings.isSent(MailKind::Confirmation));
    }

    void anAddressThatIsNoneIsToldAtItsField()
    {
        Shown shown;
        shown.port.settingsRefused =
            badInput("bad_email", "This is not an email address.", "email");
        auto* field = named<QLineEdit>(shown.page, QStringLiteral("Answers go to"));
        field->setText(QStringLiteral("nobody"));
        QTest::keyClick(field, Qt::Key_Return);
        QVERIFY(field->property("faulty").toBool());
        QVERIFY(!field->accessibleDescription().isEmpty());
    }
};

QTEST_MAIN(MailsPageTest)
#include "test_mails_page.moc"
