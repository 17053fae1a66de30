// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/common/key_burst.h"
#include "ui/common/scanner_keys.h"

#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QVBoxLayout>

using namespace foyer::ui;

/// A window with a field and a button that has a letter for its key, and a clock of its own.
class ScannerKeysTest : public QObject {
    Q_OBJECT

private:
    QWidget m_window;
    QLineEdit* m_field = nullptr;
    QPushButton* m_button = nullptr;
    ScannerKeys* m_scanner = nullptr;
    std::int64_t m_now = 1000;

    void type(const QString& keys, int gap)
    {
        for (const QChar key : keys) {
            m_now += gap;
            QTest::keyClick(QApplication::focusWidget(), key.toLatin1());
        }
    }
    void enter(int gap)
    {
        m_now += gap;
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    }

private Q_SLOTS:
    void initTestCase()
    {
        auto* column = new QVBoxLayout{&m_window};
        m_field = new QLineEdit;
        m_button = new QPushButton{QStringLiteral("Add")};
        m_button->setShortcut(QKeySequence{Qt::Key_Plus});
        column->addWidget(m_field);
        column->addWidget(m_button);
        m_scanner = new ScannerKeys{this};
        m_scanner->setClock([this] { return m_now; });
        m_window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&m_window));
        m_window.activateWindow();
        m_field->setFocus();
        QTRY_VERIFY(m_field->hasFocus());
    }
    void init()
    {
        m_now += 10'000;
        m_field->clear();
        m_field->setFocus();
    }

    void aBurstThatEndsWithEnterIsACodeAndLeavesTheFieldAlone()
    {
        QSignalSpy scans{m_scanner, &ScannerKeys::scanned};
        QSignalSpy returns{m_field, &QLineEdit::returnPressed};
        type(QStringLiteral("AB-CDEFG-H"), 8);
        enter(8);
        QCOMPARE(scans.size(), 1);
        QCOMPARE(scans.at(0).at(0).toString(), QStringLiteral("AB-CDEFG-H"));
        QCOMPARE(m_field->text(), QString{});
        QCOMPARE(returns.size(), 0);
    }

    void aScannerThatEndsWithTabIsHeardTooAndTheFocusStays()
    {
        QSignalSpy scans{m_scanner, &ScannerKeys::scanned};
        type(QStringLiteral("AB-CDEFG-H"), 8);
        m_now += 8;
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        QCOMPARE(scans.size(), 1);
        QVERIFY(m_field->hasFocus());
        type(QStringLiteral("abcdef"), 200);
        m_now += 200;
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab); // a person goes on to the next
        QCOMPARE(scans.size(), 1);
        QCOMPARE(m_field->text(), QStringLiteral("abcdef"));
        QVERIFY(!m_field->hasFocus());
    }

    void aFieldThatAsksForACodeGetsItWithoutTheEnter()
    {
        QSignalSpy scans{m_scanner, &ScannerKeys::scanned};
        QSignalSpy returns{m_field, &QLineEdit::returnPressed};
        m_field->setProperty(kTakesScans, true);
        m_field->setText(QStringLiteral("half of ano"));
        type(QStringLiteral("ABCDEFGH"), 8);
        enter(8);
        m_field->setProperty(kTakesScans, false);
        QCOMPARE(m_field->text(), QStringLiteral("ABCDEFGH"));
        QCOMPARE(scans.size(), 0);
        QCOMPARE(returns.size(), 0);
    }

    void typingArrivesInItsOrderWithItsEnter()
    {
        QSignalSpy scans{m_scanner, &ScannerKeys::scanned};
        QSignalSpy returns{m_field, &QLineEdit::returnPressed};
        type(QStringLiteral("lovelace"), 120);
        enter(150);
        QCOMPARE(m_field->text(), QStringLiteral("lovelace"));
        QCOMPARE(returns.size(), 1);
        QCOMPARE(scans.size(), 0);
    }

    void aFastShortWordAndEnterIsTyping()
    {
        QSignalSpy scans{m_scanner, &ScannerKeys::scanned};
        type(QStringLiteral("bach"), 20);
        enter(20);
        QCOMPARE(m_field->text(), QStringLiteral("bach"));
        QCOMPARE(scans.size(), 0);
    }

    void aBurstWithoutEnterIsGivenToTheField()
    {
        QSignalSpy scans{m_scanner, &ScannerKeys::scanned};
        type(QStringLiteral("AB-CDEFG-H"), 5);
        QTRY_COMPARE(m_field->text(), QStringLiteral("AB-CDEFG-H"));
        QCOMPARE(scans.size(), 0);
    }

    void whatWasTypedBeforeAScanStaysTyped()
    {
        QSignalSpy scans{m_scanner, &ScannerKeys::scanned};
        type(QStringLiteral("x"), 200);
        type(QStringLiteral("Y"), 200);
        type(QStringLiteral("BCDEFGH"), 6);
        enter(6);
        // The Y began the burst: no one can tell it from the scanner's first letter.
        QCOMPARE(m_field->text(), QStringLiteral("x"));
        QCOMPARE(scans.at(0).at(0).toString(), QStringLiteral("YBCDEFGH"));
    }

    void aKeyThatPressesAButtonStillDoes()
    {
        m_button->setFocus();
        QSignalSpy clicks{m_button, &QPushButton::clicked};
        type(QStringLiteral("+"), 300);
        QTRY_COMPARE(clicks.size(), 1);
    }

    void aSpacePressesTheButtonItIsOnHoweverShortlyItIsPressed()
    {
        m_button->setFocus();
        QSignalSpy clicks{m_button, &QPushButton::clicked};
        type(QStringLiteral(" "), 300);
        QTRY_COMPARE(clicks.size(), 1);
        QVERIFY(!m_button->isDown());
    }

    void aCodeThatBeginsWithASpacePressesNoButton()
    {
        m_button->setFocus();
        QSignalSpy clicks{m_button, &QPushButton::clicked};
        QSignalSpy scans{m_scanner, &ScannerKeys::scanned};
        type(QStringLiteral(" BCDEFGH"), 6);
        enter(6);
        QCOMPARE(scans.size(), 1);
        QTest::qWait(2 * static_cast<int>(KeyBurst::kGapMax));
        QCOMPARE(clicks.size(), 0);
    }

    void otherKeysPassAtOnceAndBehindWhatIsHeld()
    {
        type(QStringLiteral("ab"), 200);
        QTest::keyClick(m_field, Qt::Key_Left);
        QCOMPARE(m_field->text(), QStringLiteral("ab"));
        QCOMPARE(m_field->cursorPosition(), 1);
        QTest::keyClick(m_field, Qt::Key_Backspace);
        QCOMPARE(m_field->text(), QStringLiteral("b"));
    }

    void switchedOffEverythingIsTyping()
    {
        m_scanner->setEnabled(false);
        QSignalSpy scans{m_scanner, &ScannerKeys::scanned};
        type(QStringLiteral("ABCDEFGH"), 1);
        enter(1);
        QCOMPARE(m_field->text(), QStringLiteral("ABCDEFGH"));
        QCOMPARE(scans.size(), 0);
        m_scanner->setEnabled(true);
    }
};

QTEST_MAIN(ScannerKeysTest)
#include "test_scanner_keys.moc"
