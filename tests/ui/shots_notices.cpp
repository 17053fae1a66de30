// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Draws the bell's list and its settings into a folder: shots_notices DIR [LANGUAGE]. Run with
// QT_SCALE_FACTOR=2 for dense screens.

#include "tests/ui/fake_notices_port.h"
#include "tests/ui/shots_start.h"
#include "ui/common/main_window.h"
#include "ui/common/theme.h"
#include "ui/notices/notice_settings_page.h"
#include "ui/notices/notices_popup.h"
#include "ui/settings/settings_page.h"

#include <QPainter>
#include <QTranslator>

using namespace foyer;
using namespace foyer::test;

namespace {

class FixedClock final : public Clock {
public:
    Instant now() const override { return Instant{FakeNoticesPort::kNow}; }
};

/// The window with the popup before it, which is a window of its own.
void shootBoth(ui::MainWindow& window, QWidget& popup, const QString& folder, const QString& name)
{
    settle();
    QPixmap picture = window.grab();
    QPainter painter{&picture};
    painter.drawPixmap(window.mapFromGlobal(popup.pos()), popup.grab());
    painter.end();
    picture.save(folder + QLatin1Char{'/'} + name + QStringLiteral(".png"));
}

} // namespace

int main(int argc, char** argv)
{
    QApplication application{argc, argv};
    QTranslator translator;
    const QString folder = startShots(application, translator);
    const bool isDense = qEnvironmentVariable("QT_SCALE_FACTOR") == QStringLiteral("2");
    FixedClock clock;
    FakeNoticesPort port;
    ui::NoticesPresenter presenter{port, clock};
    ui::MainWindow window;
    window.resize(isDense ? QSize{960, 540} : QSize{1280, 720});
    auto* settings = new ui::SettingsPage;
    auto* page = new ui::NoticeSettingsPage{port};
    settings->addSection(QCoreApplication::translate("foyer::desktop::Desktop", "Notifications"),
                         page);
    window.addWorkspace(QCoreApplication::translate("foyer::desktop::Desktop", "Settings"),
                        QStringLiteral("settings"), settings);
    auto* popup = new ui::NoticesPopup{presenter, &window};
    QObject::connect(&presenter, &ui::NoticesPresenter::changed, &window,
                     [&] { window.setNoticeCount(presenter.count()); });
    window.setStatus(QStringLiteral("● Online"), {});
    window.setOperator(QStringLiteral("Ada"), QStringLiteral("Administrator"));
    window.show();
    for (const bool isDark : {false, true}) {
        const QString kind = isDark ? QStringLiteral("-dark") : QStringLiteral("-light");
        window.showIn(isDark ? ui::Palette::dark() : ui::Palette::light());
        port.shown = {};
        presenter.setContact({});
        presenter.refresh();
        popup->openBelow(window.bell(), true);
        shootBoth(window, *popup, folder, QStringLiteral("notices-empty") + kind);
        port.fill();
        presenter.refresh();
        shootBoth(window, *popup, folder, QStringLiteral("notices") + kind);
        popup->close();
    }
    shoot(window, folder, QStringLiteral("notice-settings"));
    return 0;
}
