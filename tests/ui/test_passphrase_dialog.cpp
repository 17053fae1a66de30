// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/desktop/passphrase_dialog.h"
#include "ui/common/theme.h"

#include <QApplication>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>

using namespace foyer;

namespace {

QLineEdit* field(QDialog& dialog, const char* name)
{
    for (QLineEdit* edit : dialog.findChildren<QLineEdit*>()) {
        if (edit->accessibleName() == QLatin1String{name} && edit->isVisible()) {
            return edit;
        }
    }
    return nullptr;
}

} // namespace

class PassphraseDialogTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { ui::applyTheme(*qApp, ui::Palette::light()); }

    void aNewOneIsTypedTwiceAndWhatIsWrongKeepsWhatWasTyped()
    {
        desktop::PassphraseDialog dialog{sync::PassphraseFor::NewFile};
        QSignalSpy accepted{&dialog, &QDialog::accepted};
        dialog.open();
        auto* first = field(dialog, "Passphrase");
        auto* again = field(dialog, "The same again");
        QVERIFY(first != nullptr && again != nullptr);
        QCOMPARE(first->echoMode(), QLineEdit::Password);
        first->setText(QStringLiteral("short"));
        QTest::keyClick(first, Qt::Key_Return);
        QVERIFY(first->accessibleDescription().contains(QLatin1Char{'8'}));
        first->setText(QStringLiteral("correct horse battery"));
        again->setText(QStringLiteral("correct horse batttery"));
        QTest::keyClick(again, Qt::Key_Return);
        QVERIFY(!again->accessibleDescription().isEmpty());
        QCOMPARE(first->text(), QStringLiteral("correct horse battery"));
        QCOMPARE(accepted.size(), 0);
        again->setText(first->text());
        QTest::keyClick(again, Qt::Key_Return);
        QCOMPARE(accepted.size(), 1);
        QCOMPARE(dialog.passphrase(), QStringLiteral("correct horse battery"));
    }

    void theOneOfAFileIsTypedOnce()
    {
        desktop::PassphraseDialog dialog{sync::PassphraseFor::ExistingFile};
        QSignalSpy accepted{&dialog, &QDialog::accepted};
        dialog.open();
        QVERIFY(field(dialog, "The same again") == nullptr);
        auto* first = field(dialog, "Passphrase");
        QTest::keyClick(first, Qt::Key_Return);
        QCOMPARE(accepted.size(), 0);
        first->setText(QStringLiteral("x"));
        QTest::keyClick(first, Qt::Key_Return);
        QCOMPARE(accepted.size(), 1);
    }
};

QTEST_MAIN(PassphraseDialogTest)
#include "test_passphrase_dialog.moc"
