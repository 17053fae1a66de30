// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tests/ui/fake_sell_port.h"
#include "tests/ui/looking.h"
#include "ui/common/main_window.h"
#include "ui/sell/sell_page.h"

#include <QApplication>
#include <QTest>

#include <algorithm>

namespace foyer::test {

/// The program's window over a counter in memory, the keyboard where a clerk finds it at start.
struct BoxOffice {
    explicit BoxOffice(void (*prepare)(FakeSellPort&) = nullptr)
    {
        if (prepare != nullptr) {
            prepare(port);
        }
        page = new ui::SellPage{port, clock};
        window.addWorkspace(QStringLiteral("Sell"), QStringLiteral("ticket"), page);
        window.show();
        window.activateWindow();
        page->setFocus();
        settle();
    }
    static void settle() { test::settle(); }
    void key(Qt::Key key, const QString& text = {})
    {
        QWidget* at = QApplication::focusWidget();
        QVERIFY(at != nullptr);
        text.isEmpty() ? QTest::keyClick(at, key) : QTest::keyClicks(at, text);
        settle();
    }
    template <typename T = QWidget>
    T* named(const QString& accessibleName) const
    {
        for (T* widget : window.findChildren<T*>()) {
            if (widget->accessibleName() == accessibleName) {
                return widget;
            }
        }
        qFatal("nothing is named %s", qPrintable(accessibleName));
    }
    bool says(const QString& words) const { return test::says(window, words); }

    FixedClock clock;
    FakeSellPort port;
    ui::MainWindow window;
    ui::SellPage* page;
};

} // namespace foyer::test
