// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/ui/fake_branding_port.h"
#include "tests/ui/looking.h"
#include "ui/common/picture_well.h"
#include "ui/settings/branding_page.h"

#include <QBuffer>
#include <QDragEnterEvent>
#include <QDropEvent>
#include <QLineEdit>
#include <QMimeData>
#include <QTest>
#include <QTextBrowser>
#include <QUrl>

using namespace foyer;
using namespace foyer::test;

namespace {

Bytes redPicture()
{
    QImage image{40, 10, QImage::Format_RGB32};
    image.fill(Qt::red);
    QByteArray png;
    QBuffer buffer{&png};
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return {png.begin(), png.end()};
}

/// The page over a house in memory.
struct Shown {
    FakeBrandingPort port;
    ui::BrandingPage page{port};

    Shown()
    {
        port.picture = redPicture();
        page.show();
        settle();
    }
    QLineEdit* field(const QString& name)
    {
        for (auto* each : page.findChildren<QLineEdit*>()) {
            if (each->accessibleName() == name) {
                return each;
            }
        }
        return nullptr;
    }
    ui::PictureWell* well() { return page.findChild<ui::PictureWell*>(); }
    /// Types, and goes to the next field.
    void type(const QString& name, const QString& words)
    {
        field(name)->setText(words);
        Q_EMIT field(name)->editingFinished();
        settle();
    }
};

const QString kMain = QStringLiteral("Main colour");
const QString kText = QStringLiteral("Text on it");

} // namespace

class BrandingPageTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aColourIsSeenWhileItIsTypedAndSavedWhenItIsLeft()
    {
        Shown shown;
        shown.field(kMain)->setText(QStringLiteral("#800020"));
        auto* mail = shown.page.findChild<QTextBrowser*>();
        QTRY_COMPARE(mail->toPlainText(), QStringLiteral("#800020"));
        QVERIFY(!shown.port.shown.colours.main);
        Q_EMIT shown.field(kMain)->editingFinished();
        QCOMPARE(shown.port.shown.colours.main, colourFrom("#800020"));
        shown.type(kMain, {});
        QVERIFY(!shown.port.shown.colours.main); // Foyer's own again
    }

    void whatNobodyCouldReadIsRefusedWithASentenceAndStaysTyped()
    {
        Shown shown;
        shown.type(kMain, QStringLiteral("#ffdd00"));
        QVERIFY(says(shown.page, QStringLiteral("Contrast 15"))); // black on yellow
        shown.type(kText, QStringLiteral("#ffffff"));
        QVERIFY(says(shown.page, QStringLiteral("cannot be read on the main colour")));
        QVERIFY(says(shown.page, QStringLiteral("Contrast 1.3")));
        QVERIFY(!shown.port.shown.colours.text);
        QCOMPARE(shown.field(kText)->text(), QStringLiteral("#ffffff"));
        shown.type(kText, QStringLiteral("#003366"));
        QVERIFY(!says(shown.page, QStringLiteral("cannot be read on the main colour")));
        QCOMPARE(shown.port.shown.colours.text, colourFrom("#003366"));
    }

    void whatIsNoColourSaysHowToWriteOne()
    {
        Shown shown;
        shown.type(kMain, QStringLiteral("yellow"));
        QVERIFY(says(shown.page, QStringLiteral("Write a colour as in #1f5fbf")));
        QVERIFY(!shown.port.shown.colours.main);
        const auto looks = shown.port.looked.size();
        QTest::qWait(500);
        QCOMPARE(shown.port.looked.size(), looks);
    }

    void aPictureThatIsDroppedBecomesTheLogo()
    {
        Shown shown;
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(QStringLiteral("/tmp/tower.png"))});
        QDragEnterEvent enter{QPoint{5, 5}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier};
        QApplication::sendEvent(shown.well(), &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent drop{QPointF{5, 5}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier};
        QApplication::sendEvent(shown.well(), &drop);
        settle();
        QCOMPARE(shown.port.files, std::vector<std::string>{"/tmp/tower.png"});
        QVERIFY(shown.well()->hasPicture());
        shown.type(QStringLiteral("What the logo shows"), QStringLiteral("A red tower"));
        QCOMPARE(shown.port.shown.logoText, std::string{"A red tower"});
        buttonOf(shown.page, QStringLiteral("Remove the logo"))->click();
        settle();
        QVERIFY(!shown.well()->hasPicture());
        QVERIFY(buttonOf(shown.page, QStringLiteral("Remove the logo")) == nullptr);
    }

    void aPictureThatIsRefusedSaysWhyAndTheOldOneStays()
    {
        Shown shown;
        Q_EMIT shown.well()->fileChosen(QStringLiteral("/tmp/tower.png"));
        settle();
        shown.port.logoRefused = badInput("picture_test", "This picture moves.");
        Q_EMIT shown.well()->fileChosen(QStringLiteral("/tmp/film.gif"));
        settle();
        QVERIFY(says(shown.page, QStringLiteral("This picture moves.")));
        QVERIFY(shown.well()->hasPicture());
        QVERIFY(shown.well()->isEnabled()); // another may be tried
    }
};

QTEST_MAIN(BrandingPageTest)
#include "test_branding_page.moc"
