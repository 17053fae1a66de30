// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tests/ui/fake_customers_port.h"
#include "tests/ui/looking.h"
#include "ui/customers/customers_page.h"

#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QString>
#include <QTabWidget>
#include <QTest>

#include <algorithm>
#include <cstddef>
#include <string>

namespace foyer::test {

/// Somebody who looks after customers, before the page.
struct Desk {
    FakeCustomersPort port;
    ui::CustomersPage page{port};

    explicit Desk(bool isFull = true)
    {
        if (isFull) {
            port.fill();
        }
        page.resize(1240, 760);
        page.show();
        settle();
    }
    bool says(const QString& words) { return test::says(page, words); }
    void press(const QString& words)
    {
        QPushButton* button = buttonOf(page, words);
        if (button == nullptr) {
            qFatal("no button %s", qPrintable(words));
        }
        button->click();
        settle();
    }
    template <typename Widget>
    Widget& named(const QString& name)
    {
        const auto all = page.findChildren<Widget*>();
        const auto found = std::ranges::find_if(all, [&](const Widget* each) {
            return each->accessibleName() == name;
        });
        if (found == all.end()) {
            qFatal("nothing is called %s", qPrintable(name));
        }
        return **found;
    }
    QListWidget& list() { return named<QListWidget>(QStringLiteral("Customers, by name")); }
    void choose(int row)
    {
        list().setCurrentRow(row);
        settle();
    }
    void type(const QString& field, const QString& words)
    {
        auto& edit = named<QLineEdit>(field);
        edit.setFocus();
        edit.selectAll();
        QTest::keyClicks(&edit, words);
        QTest::keyClick(&edit, Qt::Key_Return);
        settle();
    }
    void openTab(int tab)
    {
        page.findChild<QTabWidget*>()->setCurrentIndex(tab);
        settle();
    }
    /// Types into a field and leaves it; nothing that is asked for is answered yet.
    void typeAndGoOn(const QString& field, const QString& words)
    {
        auto& edit = named<QLineEdit>(field);
        edit.setFocus();
        edit.selectAll();
        QTest::keyClicks(&edit, words);
        QTest::keyClick(&edit, Qt::Key_Tab);
    }
    bool called(const std::string& call) const
    {
        return std::ranges::find(port.calls, call) != port.calls.end();
    }
    std::ptrdiff_t countOf(const std::string& call) const
    {
        return std::ranges::count_if(port.calls, [&](const std::string& each) {
            return each.starts_with(call);
        });
    }
};

} // namespace foyer::test
