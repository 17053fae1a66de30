// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/desktop/desktop.h"
#include "app/desktop/scene.h"
#include "app/desktop/shown_sale.h"
#include "ui/common/main_window.h"
#include "ui/common/theme.h"
#include "ui/held/held_page.h"
#include "ui/notices/notices_popup.h"
#include "ui/sell/seat_map/seat_map_view.h"
#include "ui/sell/sell_page.h"
#include "ui/sell/tickets_dialog.h"
#include "ui/settings/settings_page.h"

#include <QApplication>
#include <QDialog>
#include <QDir>
#include <QLineEdit>
#include <QPushButton>

#include <memory>
#include <utility>

namespace foyer::desktop {
namespace {

/// One of each: a reservation, a hold of the press, a parked cart, somebody who waits.
void keepSomething(ui::SellPresenter& presenter)
{
    const auto seats = [&presenter](std::size_t from, std::size_t count) {
        const auto& states = presenter.current()->seats;
        for (std::size_t seat = from; seat < states.size() && count > 0; ++seat) {
            if (states[seat] == SeatState::Free) {
                presenter.toggleSeat(static_cast<SeatNumber>(seat));
                --count;
            }
        }
    };
    // Later than now at any time of the day.
    const Instant until{presenter.current()->offer->performance.startsAt.ms + 7'200'000};
    seats(60, 2);
    presenter.reserve(CustomerDetails{"Zoë Öztürk", {}, "030 1234", {}}, until,
                      [&presenter, seats, until](const auto&) {
                          seats(90, 4);
                          presenter.hold(hold_kind::kPress, "Evening Post", until,
                                         [&presenter, seats](const auto&) {
                                             seats(120, 3);
                                             presenter.park();
                                         });
                      });
    presenter.joinWaitingList({"Grace Hopper", {}, "030 99", {}}, 2, {}, [](const auto&) {});
    presenter.joinWaitingList({"Kim Öz", "kim@example.org", {}, {}}, 900, {}, [](const auto&) {});
}

void typeSearch(const QWidget& page, const QString& words)
{
    for (QLineEdit* field : page.findChildren<QLineEdit*>()) {
        if (field->accessibleName() == ui::SellPage::tr("Search performances")) {
            field->setText(words);
        }
    }
}

void pressHeldSeat(ui::SellPage& page)
{
    for (const HeldBack& held : page.presenter().current()->held) {
        if (held.first().kind == hold_kind::kPress) {
            page.findChild<ui::SeatMapView*>()->pressSeat(*held.first().places.front().seat);
        }
    }
}

/// Draws the dialog that is open over a page, and closes it.
std::function<void()> shootDialog(ui::SellPage& page, const QString& folder, const QString& name)
{
    return [&page, folder, name] {
        for (QDialog* dialog : page.findChildren<QDialog*>()) {
            if (dialog->isVisible()) {
                shoot(*dialog, folder, name);
                dialog->reject();
            }
        }
    };
}

/// "gates" of foyer::ui::GatesPage: the same in every language.
QString shotName(const QWidget& page)
{
    const QString type = QString::fromLatin1(page.metaObject()->className());
    return type.section(QStringLiteral("::"), -1).remove(QStringLiteral("Page")).toLower();
}

/// The window, and how it is brought into each of its states.
class Shots {
public:
    Shots(Desktop& desktop, QString folder)
        : m_desktop{desktop}, m_page{*desktop.sellPage()}, m_folder{std::move(folder)}
    {}

    /// The whole window, light and dark, in two sizes.
    std::function<void()> all(const QString& state)
    {
        return [this, state] {
            for (const bool dark : {false, true}) {
                m_desktop.window().showIn(dark ? ui::Palette::dark() : ui::Palette::light());
                for (const QSize size : {QSize{1280, 800}, QSize{1920, 1080}}) {
                    m_desktop.window().resize(size);
                    QApplication::processEvents();
                    shoot(m_desktop.window(), m_folder,
                          QStringLiteral("%1-%2-%3x%4")
                              .arg(state, dark ? QStringLiteral("dark") : QStringLiteral("light"))
                              .arg(size.width())
                              .arg(size.height()));
                }
            }
        };
    }
    /// A workspace by the name of its class.
    std::function<void()> open(const char* page)
    {
        return [this, page] {
            for (QWidget* workspace : m_desktop.window().workspaces()) {
                if (workspace->inherits(page)) {
                    m_desktop.window().showWorkspace(workspace);
                }
            }
        };
    }
    std::function<void()> openNth(std::size_t n)
    {
        return [this, n] {
            m_page.presenter().openPerformance(m_page.presenter().performances()[n].id);
        };
    }
    std::function<void()> openHeld(ui::HeldTab tab)
    {
        return [this, tab] { held().presenter().openTab(tab); };
    }
    std::function<void()> key(int key, const QString& text = {})
    {
        return [this, key, text] { press(m_desktop.window(), key, text); };
    }

    Steps ofSelling();
    Steps ofKeeping();
    Steps ofHeld();
    Steps ofTheRest();
    Steps ofSettings();

private:
    /// What is below the bell, which is a window of its own.
    void shootNotices()
    {
        auto& popup = *m_desktop.window().findChild<ui::NoticesPopup*>();
        shoot(popup, m_folder, QStringLiteral("notices-empty"));
        popup.close();
    }
    ui::HeldPage& held() { return *m_desktop.window().findChild<ui::HeldPage*>(); }

    Desktop& m_desktop;
    ui::SellPage& m_page;
    QString m_folder;
};

Steps Shots::ofSelling()
{
    return {all(QStringLiteral("sell-start")),
            key(Qt::Key_2, QStringLiteral("2")),
            all(QStringLiteral("sell-cart")),
            key(Qt::Key_Return),
            all(QStringLiteral("sell-payment")),
            key(Qt::Key_Return),
            [] {},
            [] {},
            all(QStringLiteral("sell-sold")),
            [this] { m_page.tickets().open(); },
            [this] { shoot(m_page.tickets(), m_folder, QStringLiteral("tickets-light")); },
            [this] { m_page.tickets().close(); },
            openNth(1),
            all(QStringLiteral("sell-club")),
            [this] { m_page.presenter().searchFor(QStringLiteral("garden")); },
            openNth(0),
            [] {},
            all(QStringLiteral("sell-general-admission")),
            [this] { typeSearch(m_page, QStringLiteral("zzz")); },
            all(QStringLiteral("sell-nothing-found")),
            [this] { typeSearch(m_page, {}); }};
}

Steps Shots::ofKeeping()
{
    return {open("foyer::ui::HeldPage"),
            all(QStringLiteral("held-empty")),
            open("foyer::ui::SellPage"),
            openNth(0),
            [this] { keepSomething(m_page.presenter()); },
            [] {},
            all(QStringLiteral("sell-held")),
            [this] { m_page.parkOrResume(); },
            [] {},
            shootDialog(m_page, m_folder, QStringLiteral("parked")),
            [this] { m_page.joinWaitingList(); },
            shootDialog(m_page, m_folder, QStringLiteral("waiting")),
            [this] { m_page.presenter().addTickets(2); },
            all(QStringLiteral("sell-cart-kept")),
            [this] { m_page.reserveCart(); },
            shootDialog(m_page, m_folder, QStringLiteral("reserve")),
            [this] { m_page.holdCart(); },
            shootDialog(m_page, m_folder, QStringLiteral("hold")),
            [this] { m_page.presenter().clearCart(); },
            [this] { pressHeldSeat(m_page); },
            all(QStringLiteral("sell-held-seat"))};
}

Steps Shots::ofHeld()
{
    return {open("foyer::ui::HeldPage"),
            [] {},
            all(QStringLiteral("held-will-call")),
            openHeld(ui::HeldTab::Holds),
            all(QStringLiteral("held-holds")),
            [this] {
                for (auto* button : held().findChildren<QPushButton*>()) {
                    if (button->isVisible() && button->text().endsWith(QStringLiteral("F6"))) {
                        button->click();
                    }
                }
            },
            all(QStringLiteral("held-longer")),
            openHeld(ui::HeldTab::Parked),
            all(QStringLiteral("held-parked")),
            openHeld(ui::HeldTab::Waiting),
            all(QStringLiteral("held-waiting"))};
}

Steps Shots::ofTheRest()
{
    return {open("foyer::ui::TillPage"),
            [] {},
            all(QStringLiteral("till-closed")),
            open("foyer::ui::OrdersPage"),
            [] {},
            all(QStringLiteral("orders")),
            open("foyer::ui::DoorPage"),
            [] {},
            all(QStringLiteral("door")),
            open("foyer::ui::IncidentsPage"),
            [] {},
            all(QStringLiteral("incidents-empty")),
            [this] { Q_EMIT m_desktop.window().noticesAsked(); },
            [] {},
            [this] { shootNotices(); },
            open("foyer::ui::MoneyPage"),
            [] {},
            all(QStringLiteral("money-alone")),
            open("foyer::ui::ReportsPage"),
            [] {},
            all(QStringLiteral("reports")),
            open("foyer::ui::EventsPage"),
            [] {},
            all(QStringLiteral("events")),
            open("foyer::ui::PricesPage"),
            [] {},
            all(QStringLiteral("prices")),
            open("foyer::ui::PlansPage"),
            [] {},
            all(QStringLiteral("plans")),
            open("foyer::ui::PeoplePage"),
            all(QStringLiteral("people-empty"))};
}

Steps Shots::ofSettings()
{
    auto& settings = *m_desktop.window().findChild<ui::SettingsPage*>();
    Steps steps{open("foyer::ui::SettingsPage")};
    for (QWidget* section : settings.sections()) {
        steps.emplace_back([&settings, section] { settings.showSection(section); });
        steps.emplace_back([] {});
        steps.push_back(all(shotName(*section)));
    }
    return steps;
}

} // namespace

void takeShots(Desktop& desktop, const QString& folder)
{
    QDir{}.mkpath(folder);
    auto shots = std::make_shared<Shots>(desktop, folder);
    desktop.sellPage()->setFocus();
    Steps steps;
    for (Steps part : {shots->ofSelling(), shots->ofKeeping(), shots->ofHeld(), shots->ofTheRest(),
                       shots->ofSettings()}) {
        steps.insert(steps.end(), part.begin(), part.end());
    }
    steps.emplace_back([] { QApplication::quit(); });
    steps.push_back([shots] {}); // they live as long as their steps
    play(&desktop, std::move(steps));
}

} // namespace foyer::desktop
