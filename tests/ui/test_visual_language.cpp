// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/ui/fake_sell_port.h"
#include "ui/common/formatting.h"
#include "ui/common/icons.h"
#include "ui/common/main_window.h"
#include "ui/common/parts.h"
#include "ui/common/theme.h"
#include "ui/sell/customer_dialog.h"
#include "ui/sell/sell_page.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QLineEdit>
#include <QListView>
#include <QPlainTextEdit>
#include <QTest>

#include <cmath>

using namespace foyer;
using namespace foyer::test;

namespace {

/// WCAG 2.2, relative luminance and contrast ratio.
double luminance(const QColor& colour)
{
    const auto linear = [](double c) {
        return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) +
        0.0722 * linear(colour.blueF());
}

double contrast(const QColor& one, const QColor& other)
{
    const double a = luminance(one);
    const double b = luminance(other);
    return (std::max(a, b) + 0.05) / (std::min(a, b) + 0.05);
}

void settle()
{
    for (int i = 0; i < 10; ++i) {
        QApplication::processEvents();
    }
}

struct BoxOffice {
    explicit BoxOffice(void (*prepare)(FakeSellPort&) = nullptr)
    {
        if (prepare != nullptr) {
            prepare(port);
        }
        page = new ui::SellPage{port, clock};
        window.addWorkspace(QStringLiteral("Sell"), QStringLiteral("ticket"), page);
        window.show();
        settle();
    }
    std::vector<QWidget*> controls() const
    {
        std::vector<QWidget*> all;
        for (QWidget* widget : window.findChildren<QWidget*>()) {
            const bool control = qobject_cast<QAbstractButton*>(widget) != nullptr ||
                qobject_cast<QLineEdit*>(widget) != nullptr ||
                qobject_cast<QComboBox*>(widget) != nullptr ||
                qobject_cast<QListView*>(widget) != nullptr ||
                qobject_cast<QPlainTextEdit*>(widget) != nullptr;
            const bool qtsOwn = qobject_cast<QLineEdit*>(widget->parent()) != nullptr;
            if (control && !qtsOwn && widget->isVisible()) {
                all.push_back(widget);
            }
        }
        return all;
    }

    FixedClock clock;
    FakeSellPort port;
    ui::MainWindow window;
    ui::SellPage* page = nullptr;
};

/// A control that says something, for a failed test.
QByteArray nameOf(const QWidget* widget)
{
    return (widget->metaObject()->className() + QStringLiteral(" “") + widget->accessibleName() +
            QStringLiteral("”"))
        .toUtf8();
}

} // namespace

class TestVisualLanguage : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyTextCanBeReadOnItsGround();
    void aPlaceholderCanBeRead();
    void everyControlHasANameAndIsAFingerHigh();
    void noButtonIsTooNarrowForItsWords();
    void aLongTitleEndsInDotsAndSaysTheRestInItsTooltip();
    void aNameFromRightToLeftTurnsNothingRound();
    void aSoldOutPerformanceDoesNotAskForTickets();
    void openingAnotherPerformanceRepeatsNoFee();
    void aFaultOfACustomerStandsBelowItsField();
};

void TestVisualLanguage::everyTextCanBeReadOnItsGround()
{
    for (const ui::Palette& p : {ui::Palette::light(), ui::Palette::dark()}) {
        const QColor grounds[] = {p.background, p.surface, p.tint(), p.badTint()};
        for (const QColor& ground : grounds) {
            QVERIFY(contrast(p.text, ground) >= 4.5);
            QVERIFY(contrast(p.muted, ground) >= 4.5);
        }
        for (const QColor& ground : {p.background, p.surface}) {
            for (const QColor& words : {p.primary, p.good, p.warning, p.bad}) {
                QVERIFY2(contrast(words, ground) >= 4.5, qPrintable(words.name()));
            }
        }
        QVERIFY(contrast(p.onPrimary, p.primary) >= 4.5);
        QVERIFY(contrast(p.background, p.text) >= 4.5); // a toast
        QVERIFY(contrast(p.primary, p.tint()) >= 3.0);  // the ring of focus round what is chosen
    }
}

void TestVisualLanguage::aPlaceholderCanBeRead()
{
    BoxOffice office;
    for (const ui::Palette& palette : {ui::Palette::light(), ui::Palette::dark()}) {
        office.window.showIn(palette);
        settle();
        for (const QLineEdit* field : office.page->findChildren<QLineEdit*>()) {
            const QColor hint = field->palette().color(QPalette::PlaceholderText);
            QVERIFY(hint.alpha() == 255);
            QVERIFY(contrast(hint, palette.surface) >= 4.5);
            QCOMPARE(field->palette().color(QPalette::Text), palette.text);
        }
    }
}

void TestVisualLanguage::everyControlHasANameAndIsAFingerHigh()
{
    BoxOffice office;
    office.page->presenter().addTickets(2);
    settle();
    const auto check = [&office] {
        for (const QWidget* control : office.controls()) {
            QVERIFY2(!control->accessibleName().isEmpty(), nameOf(control).constData());
            QVERIFY2(control->height() >= 40, nameOf(control).constData());
        }
    };
    check();
    office.page->presenter().startPayment();
    settle();
    check();
    office.page->presenter().cancelPayment();
    office.page->chooseCustomer();
    settle();
    check();
}

void TestVisualLanguage::noButtonIsTooNarrowForItsWords()
{
    BoxOffice office;
    office.page->presenter().addTickets(2);
    settle();
    for (const QWidget* control : office.controls()) {
        if (const auto* button = qobject_cast<const QAbstractButton*>(control)) {
            const int words = button->fontMetrics().horizontalAdvance(button->text());
            QVERIFY2(button->width() >= words, nameOf(button).constData());
        }
    }
}

void TestVisualLanguage::aLongTitleEndsInDotsAndSaysTheRestInItsTooltip()
{
    ui::ElidedLabel label{"title", nullptr};
    const QString whole = QStringLiteral("The persecution and assassination of Jean-Paul Marat");
    label.resize(120, 30);
    label.setWhole(whole);
    QVERIFY(label.text().endsWith(QChar{0x2026}));
    QCOMPARE(label.toolTip(), whole);
    label.resize(2000, 30);
    label.show();
    QCOMPARE(label.text(), whole);
    QVERIFY(label.toolTip().isEmpty());
}

void TestVisualLanguage::aNameFromRightToLeftTurnsNothingRound()
{
    const QString hebrew = QStringLiteral("\u05EA\u05DC\u05DE\u05D9\u05D3");
    QVERIFY((hebrew + QStringLiteral(" 21.00")).isRightToLeft());
    QVERIFY(!(ui::isolated(hebrew) + QStringLiteral(" 21.00")).isRightToLeft());
    QCOMPARE(ui::isolated(QStringLiteral("Adult")), QStringLiteral("Adult"));
}

void TestVisualLanguage::aSoldOutPerformanceDoesNotAskForTickets()
{
    BoxOffice office{[](FakeSellPort& port) { port.left = 0; }};
    bool soldOut = false;
    for (const QLabel* label : office.page->findChildren<QLabel*>()) {
        soldOut = soldOut || label->text() == QStringLiteral("Sold out");
        QVERIFY(!(label->isVisible() && label->text().startsWith(QStringLiteral("Press 2"))));
    }
    QVERIFY(soldOut);
}

void TestVisualLanguage::openingAnotherPerformanceRepeatsNoFee()
{
    BoxOffice office;
    office.page->presenter().addTickets(2);
    settle();
    office.page->presenter().openPerformance(office.port.standing->performance.id);
    settle();
    int fees = 0;
    for (const QLabel* label : office.page->findChildren<QLabel*>()) {
        fees += label->isVisible() && label->text() == QStringLiteral("Booking fee") ? 1 : 0;
    }
    QCOMPARE(fees, 1);
}

void TestVisualLanguage::aFaultOfACustomerStandsBelowItsField()
{
    BoxOffice office;
    office.page->chooseCustomer();
    settle();
    auto* dialog = office.page->findChild<ui::CustomerDialog*>();
    auto* email = dialog->findChild<QLineEdit*>(QStringLiteral("email"));
    email->setText(QStringLiteral("ada"));
    dialog->findChild<QAbstractButton*>(QStringLiteral("use"))->click();
    settle();
    QCOMPARE(dialog->focusWidget(), email);
    const QLabel* fault = nullptr;
    for (const QLabel* label : dialog->findChildren<QLabel*>()) {
        if (label->property("role").toString() == QStringLiteral("fault") && label->isVisible()) {
            QVERIFY(fault == nullptr);
            fault = label;
        }
    }
    QVERIFY(fault != nullptr);
    QCOMPARE(fault->text(), email->accessibleDescription());
    const int gap =
        fault->mapTo(dialog, QPoint{}).y() - email->mapTo(dialog, QPoint{0, email->height()}).y();
    QVERIFY(gap >= 0 && gap <= ui::kInside);
    QVERIFY(fault->height() >= fault->heightForWidth(fault->width()));
    email->clear();
    QTest::keyClicks(email, QStringLiteral("a"));
    QVERIFY(!fault->isVisible());
}

int main(int argc, char** argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application{argc, argv};
    ui::applyTheme(application, ui::Palette::light());
    TestVisualLanguage test;
    return QTest::qExec(&test, argc, argv);
}
#include "test_visual_language.moc"
