// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Walks every workspace of the real program, over a demonstration's data folder, in the language of
// FOYER_TEST_LANGUAGE and the scale of QT_SCALE_FACTOR: whatever workspace is added is walked too.

#include "app/desktop/desktop.h"
#include "app/desktop/languages.h"
#include "ui/common/main_window.h"
#include "ui/common/parts.h"
#include "ui/common/theme.h"
#include "ui/door/door_page.h"
#include "ui/held/held_page.h"
#include "ui/sell/sell_page.h"
#include "ui/settings/settings_page.h"

#include <QAbstractButton>
#include <QAbstractScrollArea>
#include <QAbstractSpinBox>
#include <QApplication>
#include <QComboBox>
#include <QImage>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

#include <cmath>
#include <map>

using namespace foyer;

namespace {

constexpr QSize kSmallScreen{1280, 720}; // 2560 × 1440 at 200 %
constexpr int kPatienceMs = 60'000;
constexpr double kContrastMin = 4.5;
constexpr int kPixelsOfText = 4; // of the colour that a letter has where it is not smoothed

/// WCAG 2.2, relative luminance and contrast ratio.
double luminance(QRgb colour)
{
    const auto linear = [](int value) {
        const double c = value / 255.0;
        return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(qRed(colour)) + 0.7152 * linear(qGreen(colour)) +
        0.0722 * linear(qBlue(colour));
}

double contrast(QRgb one, QRgb other)
{
    const double a = luminance(one);
    const double b = luminance(other);
    return (std::max(a, b) + 0.05) / (std::min(a, b) + 0.05);
}

/// The best that anything drawn in a picture stands out from its ground.
double bestContrast(const QImage& picture)
{
    std::map<QRgb, int> colours;
    for (int y = 0; y < picture.height(); ++y) {
        for (int x = 0; x < picture.width(); ++x) {
            ++colours[picture.pixel(x, y)];
        }
    }
    const auto ground =
        std::ranges::max_element(colours, {}, [](const auto& c) { return c.second; });
    double best = 1;
    for (const auto& [colour, count] : colours) {
        if (count >= kPixelsOfText) {
            best = std::max(best, contrast(colour, ground->first));
        }
    }
    return best;
}

bool isInScrollArea(const QWidget* widget)
{
    for (const QWidget* above = widget->parentWidget(); above != nullptr;
         above = above->parentWidget()) {
        if (qobject_cast<const QAbstractScrollArea*>(above) != nullptr) {
            return true;
        }
    }
    return false;
}

QString wordsOf(const QWidget* widget)
{
    if (const auto* label = qobject_cast<const QLabel*>(widget)) {
        return label->text();
    }
    if (const auto* button = qobject_cast<const QAbstractButton*>(widget)) {
        return button->text();
    }
    if (const auto* field = qobject_cast<const QLineEdit*>(widget)) {
        return field->text().isEmpty() ? field->placeholderText() : field->text();
    }
    return {};
}

QString nameOf(const QWidget* widget)
{
    return QStringLiteral("%1 “%2” (%3), %4×%5")
        .arg(QLatin1String{widget->metaObject()->className()}, wordsOf(widget),
             widget->accessibleName())
        .arg(widget->width())
        .arg(widget->height());
}

/// What is wrong with how a widget's words fit; empty: nothing.
QString clippedBy(const QWidget* widget)
{
    const QRect whole{widget->mapTo(widget->window(), QPoint{}), widget->size()};
    if (!isInScrollArea(widget) && !widget->window()->rect().contains(whole)) {
        return QStringLiteral("reaches out of the window");
    }
    if (qobject_cast<const ui::ElidedLabel*>(widget) != nullptr) {
        return {}; // says the rest in its tooltip
    }
    if (const auto* label = qobject_cast<const QLabel*>(widget)) {
        if (label->wordWrap()) {
            return label->heightForWidth(label->width()) > label->height()
                ? QStringLiteral("is too low for its lines")
                : QString{};
        }
        return !label->text().isEmpty() && label->sizeHint().width() > label->width()
            ? QStringLiteral("is too narrow for its words")
            : QString{};
    }
    const int words = widget->fontMetrics().horizontalAdvance(wordsOf(widget));
    if (qobject_cast<const QAbstractButton*>(widget) != nullptr) {
        return words > widget->width() ? QStringLiteral("is too narrow for its words") : QString{};
    }
    const auto* field = qobject_cast<const QLineEdit*>(widget);
    return field != nullptr && field->text().isEmpty() && words > widget->width()
        ? QStringLiteral("is too narrow for its hint")
        : QString{};
}

} // namespace

class EveryWorkspaceTest : public QObject {
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    std::unique_ptr<desktop::Desktop> m_desktop;

    ui::MainWindow& window() { return m_desktop->window(); }
    void settle()
    {
        QTest::qWait(150); // a page asks the store for what it shows
    }
    /// Does something on every page, and collects what it complains of.
    void onEveryPage(const std::function<QStringList(QWidget*)>& look)
    {
        QStringList complaints;
        const auto lookAt = [&](QWidget* page, const QString& name) {
            window().resize(kSmallScreen);
            settle();
            for (const QString& complaint : look(page)) {
                complaints << name + QStringLiteral(": ") + complaint;
            }
        };
        for (QWidget* page : window().workspaces()) {
            window().showWorkspace(page);
            auto* settings = qobject_cast<ui::SettingsPage*>(page);
            if (settings == nullptr) {
                lookAt(page, page->accessibleName());
                if (qobject_cast<ui::DoorPage*>(page) != nullptr) {
                    // The post was chosen: the gate, where the evening is spent.
                    page->setFocus();
                    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
                    lookAt(page, page->accessibleName() + QStringLiteral(", at the gate"));
                    QTest::keyClick(page, Qt::Key_Escape);
                }
                continue;
            }
            QVERIFY(settings->sections().size() >= 4);
            for (QWidget* section : settings->sections()) {
                settings->showSection(section);
                lookAt(page, section->accessibleName());
            }
        }
        QVERIFY2(complaints.isEmpty(), qPrintable(complaints.join(u'\n')));
    }
    /// A reservation, so that the held workspace has more to show than that it is empty.
    void keepSomething()
    {
        ui::SellPresenter& sell = m_desktop->sellPage()->presenter();
        QTRY_VERIFY_WITH_TIMEOUT(sell.current().has_value(), kPatienceMs);
        sell.addTickets(2);
        QTRY_VERIFY_WITH_TIMEOUT(sell.quoted().has_value(), kPatienceMs);
        sell.reserve(
            CustomerDetails{"Prinzessin Wilhelmine von Schleswig-Holstein", {}, "030 1", {}},
            std::nullopt, [](const auto&) {});
        QTRY_VERIFY_WITH_TIMEOUT(sell.cart().items.empty(), kPatienceMs);
        QVERIFY(window().findChild<ui::HeldPage*>() != nullptr);
    }
    std::vector<QWidget*> shown()
    {
        std::vector<QWidget*> all;
        for (QWidget* widget : window().findChildren<QWidget*>()) {
            if (widget->isVisibleTo(&window()) && !widget->visibleRegion().isEmpty()) {
                all.push_back(widget);
            }
        }
        return all;
    }

private Q_SLOTS:
    void initTestCase()
    {
        qputenv("FOYER_PASSPHRASE", "correct horse battery");
        m_desktop = std::make_unique<desktop::Desktop>(
            desktop::DesktopOptions{.folder = m_folder.path().toStdString(), .demo = true});
        QSignalSpy ready{m_desktop.get(), &desktop::Desktop::ready};
        m_desktop->start();
        QVERIFY(ready.wait(kPatienceMs));
        QVERIFY(window().workspaces().size() >= 4);
        keepSomething();
        qInfo("%s at %.0f %%, %zu workspaces", qPrintable(QLocale{}.name()),
              100 * qApp->devicePixelRatio(), window().workspaces().size());
    }

    void theLanguageIsTheOneThatWasAskedFor()
    {
        const bool german = qEnvironmentVariable("FOYER_TEST_LANGUAGE") == QStringLiteral("de");
        QCOMPARE(window().workspaces().front()->accessibleName(),
                 german ? QStringLiteral("Verkaufen") : QStringLiteral("Sell"));
    }

    void noWordsAreCutOff()
    {
        onEveryPage([this](QWidget*) {
            QStringList complaints;
            for (const QWidget* widget : shown()) {
                if (const QString how = clippedBy(widget); !how.isEmpty()) {
                    complaints << nameOf(widget) + u' ' + how;
                }
            }
            return complaints;
        });
    }

    void everyTextStandsOutFromItsGround()
    {
        for (const ui::Palette& palette : {ui::Palette::light(), ui::Palette::dark()}) {
            window().showIn(palette);
            onEveryPage([this](QWidget*) {
                QStringList complaints;
                const QImage picture = window().grab().toImage();
                const double scale = picture.devicePixelRatio();
                for (const QWidget* widget : shown()) {
                    if (wordsOf(widget).trimmed().isEmpty() || !widget->isEnabled()) {
                        continue;
                    }
                    const QRect seen = widget->visibleRegion().boundingRect();
                    if (isInScrollArea(widget) && seen.size() != widget->size()) {
                        continue; // its words may be out of sight: it is seen on another page
                    }
                    const QRectF place{widget->mapTo(&window(), seen.topLeft()), seen.size()};
                    const double best = bestContrast(picture.copy(
                        QRectF{place.topLeft() * scale, place.size() * scale}.toRect()));
                    if (best < kContrastMin) {
                        complaints
                            << nameOf(widget) + QStringLiteral(" has a contrast of %1").arg(best);
                    }
                }
                return complaints;
            });
        }
    }

    void everythingThatTakesTheFocusHasANameAndIsReachedByTab()
    {
        onEveryPage([this](QWidget* page) {
            page->setFocus();
            std::set<QWidget*> reached;
            QWidget* focus = QApplication::focusWidget();
            QStringList way;
            while (focus != nullptr && reached.insert(focus).second) {
                way << nameOf(focus);
                QTest::keyClick(focus, Qt::Key_Tab);
                focus = QApplication::focusWidget();
            }
            QStringList complaints;
            for (QWidget* widget : reached) {
                if (!widget->isVisible()) {
                    complaints << nameOf(widget) + QStringLiteral(" has the focus and is not seen");
                }
            }
            for (QWidget* widget : shown()) {
                const bool control = qobject_cast<QAbstractButton*>(widget) != nullptr ||
                    qobject_cast<QLineEdit*>(widget) != nullptr ||
                    qobject_cast<QComboBox*>(widget) != nullptr ||
                    qobject_cast<QAbstractSpinBox*>(widget) != nullptr;
                const bool part = qobject_cast<QLineEdit*>(widget->parentWidget()) != nullptr ||
                    qobject_cast<QComboBox*>(widget->parentWidget()) != nullptr ||
                    qobject_cast<QAbstractSpinBox*>(widget->parentWidget()) != nullptr;
                if (!control || part || (widget->focusPolicy() & Qt::TabFocus) == 0 ||
                    !widget->isEnabled()) {
                    continue;
                }
                if (widget->accessibleName().isEmpty() && wordsOf(widget).isEmpty()) {
                    complaints << nameOf(widget) + QStringLiteral(" has no name");
                }
                const auto* button = qobject_cast<QAbstractButton*>(widget);
                const bool oneOfAGroup =
                    button != nullptr && (button->autoExclusive() || button->group() != nullptr);
                if (!oneOfAGroup && !reached.contains(widget)) {
                    complaints << nameOf(widget) +
                            QStringLiteral(" is not reached by Tab, which goes ") +
                            way.join(QStringLiteral(", "));
                }
            }
            return complaints;
        });
    }
};

int main(int argc, char** argv)
{
    QApplication application{argc, argv};
    QApplication::setApplicationName(QStringLiteral("foyer"));
    const QLocale locale{qEnvironmentVariable("FOYER_TEST_LANGUAGE", QStringLiteral("en"))};
    QLocale::setDefault(locale);
    desktop::installLanguages(application, locale);
    ui::applyTheme(application, ui::Palette::light());
    EveryWorkspaceTest test;
    return QTest::qExec(&test, argc, argv);
}
#include "test_every_workspace.moc"
