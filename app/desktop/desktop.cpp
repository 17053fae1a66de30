// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/desktop/desktop.h"

#include "app/desktop/diagnostics_port.h"
#include "app/desktop/find_dialog.h"
#include "app/desktop/hardware.h"
#include "app/desktop/kit_keeper.h"
#include "app/desktop/payment_line.h"
#include "app/desktop/server_sync.h"
#include "app/desktop/training_launcher.h"
#include "core/services/counter.h"
#include "core/services/holds.h"
#include "core/services/key_vault.h"
#include "core/services/testing_house.h"
#include "ui/common/main_window.h"
#include "ui/door/door_page.h"
#include "ui/events/events_page.h"
#include "ui/held/held_page.h"
#include "ui/incidents/incidents_page.h"
#include "ui/money/bank_panel.h"
#include "ui/customers/customers_page.h"
#include "ui/money/money_page.h"
#include "ui/reports/reports_page.h"
#include "ui/notices/notice_settings_page.h"
#include "ui/notices/notices_presenter.h"
#include "ui/orders/orders_page.h"
#include "ui/prices/prices_page.h"
#include "ui/sell/sell_page.h"
#include "ui/settings/diagnostics_page.h"
#include "ui/settings/gates_page.h"
#include "ui/settings/kit_page.h"
#include "ui/settings/branding_page.h"
#include "ui/settings/mails_page.h"
#include "ui/settings/printers_page.h"
#include "ui/settings/server_page.h"
#include "ui/settings/settings_page.h"
#include "ui/settings/status_popup.h"
#include "ui/settings/training_page.h"
#include "ui/till/till_page.h"

#include <QApplication>
#include <QPointer>
#include <QProcess>
#include <QScreen>

#include <algorithm>
#include <filesystem>

namespace foyer::desktop {
namespace {

constexpr int kFrame = 48; // what a window manager puts around a window, generously

bool hasRoomFor(const QWidget& window)
{
    const QSize room = window.screen()->availableSize();
    return window.width() + kFrame <= room.width() && window.height() + kFrame <= room.height();
}

} // namespace

Desktop::Desktop(DesktopOptions options)
    : m_options{std::move(options)}, m_houses{m_options.houses},
      m_store{std::make_unique<StoreThread>()}, m_port{std::make_unique<CounterPort>(*m_store,
                                                                                     m_clock,
                                                                                     m_random)},
      m_people{*m_store}, m_till{*m_store, m_clock, m_random}, m_prices{*m_store},
      m_plans{*m_store}, m_doorPort{*m_store}, m_eventsPort{*m_store}, m_moneyBackPort{*m_store},
      m_gatesPort{*m_store}, m_mailsPort{*m_store}, m_brandingPort{*m_store},
      m_moneyPort{*m_store, atServer()}, m_customersPort{*m_store}, m_bankPort{atServer()},
      m_reportsPort{*m_store}, m_importPort{*m_store}, m_exportPort{*m_store},
      m_ordersPort{*m_store}, m_heldPort{*m_store}, m_incidentsPort{*m_store},
      m_stockPort{*m_store}, m_noticesPort{*m_store}, m_window{std::make_unique<ui::MainWindow>()}
{}

Desktop::~Desktop()
{
    m_diagnosticsPort.reset();
    m_port->setPaymentLine(nullptr);
    m_paymentLine.reset();
    m_sync.reset();     // its threads wait for the store
    m_hardware.reset(); // it prints by the store
    m_kit.reset();
    m_window.reset(); // no question is asked any more when the store goes
    m_store.reset();
}

void Desktop::start()
{
    const bool isUnattended = !m_options.showSaleIn.empty() || !m_options.shotsIn.empty();
    if (isUnattended || hasRoomFor(*m_window)) {
        m_window->show();
    } else {
        m_window->showMaximized(); // its lower rows would be beyond the edge
    }
    std::error_code ignored;
    const bool isNew =
        !std::filesystem::exists(std::filesystem::path{m_options.folder} / "foyer.db", ignored);
    if (!isNew) {
        openCounter(std::nullopt);
    } else if (m_options.demo) {
        openCounter(Founding{.organizer = "Playhouse Demo",
                             .currency = "EUR",
                             .timeZone = "Europe/Berlin",
                             .address = "Am Markt 1\n10117 Berlin",
                             .taxNumber = "DE 123456789"});
    } else {
        askForNewHouse();
    }
}

void Desktop::showWhatIsNotReal()
{
    if (m_options.training) {
        m_window->setBanner(tr("Training: nothing here is real. Tickets are specimens, and no sale "
                               "is in any report."));
        return;
    }
    m_store->ask<bool>(
        [](Counter& counter) {
            return Result<bool>{isForTesting(counter.database(), counter.organizer())};
        },
        [this](const Result<bool>& testing) {
            if (testing && *testing) {
                m_window->setBanner(tr("This house is for testing: providers take no real money, "
                                       "and tickets are specimens."));
            }
        });
}

void Desktop::showWorkspace()
{
    showWhatIsNotReal();
    m_sell = new ui::SellPage{*m_port, m_clock};
    addWorkspace(tr("Sell"), "ticket", m_sell, ui::SellPage::keys(), Permission::Sell,
                 Scope::Events);
    m_tillPage = new ui::TillPage{m_till};
    addWorkspace(tr("Till"), "banknote", m_tillPage, ui::TillPage::keys(), Permission::RunShift,
                 Scope::Events);
    addDoor();
    m_ordersPage = new ui::OrdersPage{m_ordersPort};
    addWorkspace(tr("Orders"), "receipt", m_ordersPage, ui::OrdersPage::keys(),
                 Permission::ReadOrders, Scope::Events);
    addCustomers();
    addHeld();
    addIncidents();
    m_hardware = std::make_unique<Hardware>(*m_store, *m_port, *m_window, *m_sell);
    m_hardware->sendScansTo(*m_ordersPage);
    m_till.setSpooled([this] { m_hardware->worker().kick(); });
    m_till.setDrawerUsed([this] { m_hardware->openDrawers(); });
    addEvents();
    addWorkspace(tr("Prices"), "percent", new ui::PricesPage{m_prices}, ui::PricesPage::keys(),
                 Permission::EditCatalogue);
    addPlans();
    addMoney();
    addReports();
    addInAndOut();
    addSettings();
    addPeople();
    addHouses();
    letGoOfWhatIsDue();
    connect(m_window.get(), &ui::MainWindow::paletteChanged, m_sell, &ui::SellPage::applyPalette);
    connect(m_window.get(), &ui::MainWindow::findAsked, this, &Desktop::find);
    m_sell->setFocus();
    m_store->ask<std::string>(
        [](Counter& counter) -> Result<std::string> {
            if (counter.entriesMissing() > 0) {
                return std::to_string(counter.entriesMissing());
            }
            return std::string{};
        },
        [this](const Result<std::string>& missing) {
            const bool behind = missing && !missing->empty();
            m_window->setStatus(
                behind ? tr("! %1 entries missing").arg(QString::fromStdString(*missing))
                       : tr("● Stand-alone · everything is on this computer"),
                behind ? tr("This database is older than what was sold here. Put the newer file "
                            "back, or run foyer-cli recover.")
                       : tr("This counter sells on its own, without a server. Back up its folder: "
                            "%1")
                             .arg(QString::fromStdString(m_options.folder)));
            Q_EMIT ready();
        });
    m_store->ask<std::string>([](Counter& counter)
                                  -> Result<std::string> { return counter.name(); },
                              [this](const Result<std::string>& name) {
                                  m_window->setCounterName(QString::fromStdString(*name));
                              });
}

void Desktop::addDoor()
{
    m_doorPage = new ui::DoorPage{m_doorPort};
    addWorkspace(tr("Door"), "scan-line", m_doorPage, ui::DoorPage::keys(), Permission::Admit,
                 Scope::Events);
    connect(m_doorPage, &ui::DoorPage::fullScreenAsked, m_window.get(),
            &ui::MainWindow::setFrameless);
    connect(m_doorPage, &ui::DoorPage::darkAsked, m_window.get(), [this](bool dark) {
        if (!m_window) {
            return; // it closes while the door is dark
        }
        if (dark) {
            m_wasDark = m_window->isDark();
        }
        if (!m_wasDark) {
            m_window->showIn(dark ? ui::Palette::dark() : ui::Palette::light());
        }
    });
}

void Desktop::addWorkspace(const QString& name, const char* icon, QWidget* page,
                           const QString& keys, Permission permission, Scope scope)
{
    m_window->addWorkspace(name, QLatin1String{icon}, page, keys);
    m_workspaces.push_back({page, permission, scope});
}

void Desktop::addSettings()
{
    m_settings = new ui::SettingsPage;
    addSection(tr("Printers"), m_hardware->page(), Permission::ReadOrders);
    auto* kitPage = new ui::KitPage;
    addSection(tr("Papers"), kitPage, Permission::ReadCustomers);
    m_kit = std::make_unique<KitKeeper>(*m_store, *kitPage, m_options.folder);
    addSection(tr("Gates"), new ui::GatesPage{m_gatesPort}, Permission::EditCatalogue);
    addSection(tr("Branding"), new ui::BrandingPage{m_brandingPort}, Permission::EditCatalogue);
    addSection(tr("Mails"), new ui::MailsPage{m_mailsPort}, Permission::EditCatalogue);
    if (!m_options.training) {
        addServer();
        auto* trainingPage = new ui::TrainingPage;
        addSection(tr("Training"), trainingPage, Permission::Sell);
        m_training =
            std::make_unique<TrainingLauncher>(*m_store, *trainingPage, m_options.folder, m_random);
        connect(m_training.get(), &TrainingLauncher::launched, this,
                [](const QString& program, const QStringList& arguments) {
                    QProcess::startDetached(program, arguments);
                });
    }
    addNotices();
    // Shown to whoever may see a section of it; see showPeople().
    m_window->addWorkspace(tr("Settings"), QStringLiteral("settings"), m_settings,
                           ui::SettingsPage::keys());
    m_hardware->setBadgeOn(*m_settings);
}

void Desktop::addServer()
{
    auto* page = new ui::ServerPage{m_stockPort};
    m_serverPage = page;
    addSection(tr("Server"), page, Permission::RunCounter);
    m_sync = std::make_unique<ServerSync>(*m_store, *page, m_random, m_options.folder);
    connect(m_sync.get(), &ServerSync::stateChanged, this, [this](const ui::ServerState& state) {
        if (!state.url.empty()) {
            m_window->setStatus(ui::serverWords(state), ui::serverMeaning(state));
            m_paymentLine->open(state.url);
        }
    });
    connectMoney();
    m_paymentLine = std::make_unique<PaymentLine>(*m_store, m_random);
    m_port->setPaymentLine(m_paymentLine.get());
    connect(m_paymentLine.get(), &PaymentLine::offersKept, m_sell, &ui::SellPage::refreshProviders);
    connect(m_sync.get(), &ServerSync::heard, m_sell, &ui::SellPage::refreshProviders);
    connect(m_sync.get(), &ServerSync::heard, m_ordersPage, &ui::OrdersPage::refresh);
    connect(m_ordersPage, &ui::OrdersPage::paymentAsked, this, [this](OrderId order) {
        m_window->showWorkspace(m_sell);
        m_sell->watchPayment(order);
    });
    connect(m_sync.get(), &ServerSync::heard, m_sell, &ui::SellPage::refresh);
    connect(m_sync.get(), &ServerSync::heard, m_eventsPage, &ui::EventsPage::heard);
    connect(m_sync.get(), &ServerSync::heard, m_incidentsPage, &ui::IncidentsPage::refresh);
    connect(&m_sell->presenter(), &ui::SellPresenter::performanceChanged, m_sync.get(),
            [this] { m_sync->setShown(m_sell->presenter().current()->offer->performance.id); });
    m_sync->begin();
    addDiagnostics();
}

/// The page, and the way to it from the status pill.
void Desktop::addDiagnostics()
{
    m_diagnosticsPort = std::make_unique<CounterDiagnosticsPort>(*m_store, *m_sync);
    auto* page = new ui::DiagnosticsPage{*m_diagnosticsPort};
    addSection(tr("Diagnostics"), page, Permission::RunCounter);
    auto* popup = new ui::StatusPopup{m_window.get()};
    connect(m_sync.get(), &ServerSync::stateChanged, popup, &ui::StatusPopup::showState);
    connect(m_window.get(), &ui::MainWindow::statusAsked, popup, [this, popup, page] {
        popup->openBelow(m_window->statusPill(), m_settings->isSectionShown(page));
    });
    connect(popup, &ui::StatusPopup::diagnosticsAsked, this, [this, page] {
        m_window->showWorkspace(m_settings);
        m_settings->showSection(page);
    });
}

void Desktop::addSection(const QString& name, QWidget* page, Permission permission)
{
    m_settings->addSection(name, page);
    m_sections.emplace_back(page, permission);
}

void Desktop::find()
{
    auto* dialog = new FindDialog{*m_port, m_window.get()};
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &FindDialog::performanceChosen, m_sell,
            [this](PerformanceId id) { m_sell->presenter().openPerformance(id); });
    connect(dialog, &FindDialog::customerChosen, m_sell,
            [this](const Customer& customer) { m_sell->presenter().setCustomer(customer); });
    connect(dialog, &FindDialog::orderChosen, m_sell,
            [this](const Order& order) { m_sell->showOrder(order); });
    dialog->open();
}

} // namespace foyer::desktop
