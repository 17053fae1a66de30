// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tests/ui/fake_events_port.h"
#include "tests/ui/fake_money_back_port.h"
#include "tests/ui/looking.h"
#include "ui/events/event_flow.h"
#include "ui/events/events_page.h"
#include "ui/events/picture_drop.h"

#include <QApplication>
#include <QList>
#include <QPushButton>
#include <QString>
#include <QTest>
#include <QUrl>

#include <algorithm>

namespace foyer::test {

/// Somebody who makes events, before the page.
struct Office {
    explicit Office(bool filled = true)
    {
        if (filled) {
            port.fill();
        }
        page.resize(1400, 900);
        page.show();
        page.activateWindow();
        page.setFocus();
        settle();
    }
    void key(Qt::Key key, Qt::KeyboardModifiers with = {})
    {
        QWidget* at = QApplication::focusWidget();
        QTest::keyClick(at != nullptr ? at : &page, key, with);
        settle();
    }
    void type(const QString& words)
    {
        for (const QChar letter : words) { // the first one may open a field of its own
            QTest::keyClick(QApplication::focusWidget(), letter.toLatin1());
        }
        settle();
    }
    /// What can be typed into or chosen from and is called so.
    template <typename T>
    T& field(const QString& name)
    {
        for (T* each : page.findChildren<T*>()) {
            if (each->isVisible() && each->accessibleName() == name) {
                return *each;
            }
        }
        qFatal("no field %s", qPrintable(name));
    }
    void press(const QString& words)
    {
        QPushButton* button = buttonOf(page, words);
        if (button == nullptr) {
            qFatal("no button %s", qPrintable(words));
        }
        button->click();
        settle();
    }
    /// Opens the first event by keyboard alone.
    void openFirst(ui::EventStage stage)
    {
        key(Qt::Key_Down);
        key(Qt::Key_Return);
        page.flow().openStage(stage);
        settle();
    }
    /// Drops files on the panel of the poster (0) or of the gallery (1).
    void drop(int panel, const QList<QUrl>& files)
    {
        QList<ui::PictureDrop*> panels;
        for (auto* each : page.findChildren<ui::PictureDrop*>()) {
            if (each->isVisible()) {
                panels << each;
            }
        }
        std::ranges::sort(panels, {}, [](const QWidget* each) { return each->y(); });
        dropFiles(*panels[panel], files);
    }
    bool says(const QString& words) { return test::says(page, words); }

    FakeEventsPort port;
    FakeMoneyBackPort money;
    ui::EventsPage page{port, money};
};

} // namespace foyer::test
