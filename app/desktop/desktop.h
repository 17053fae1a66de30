// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/desktop/bank_port.h"
#include "app/desktop/branding_port.h"
#include "app/desktop/counter_port.h"
#include "app/desktop/customers_port.h"
#include "app/desktop/door_port.h"
#include "app/desktop/events_port.h"
#include "app/desktop/export_port.h"
#include "app/desktop/gates_port.h"
#include "app/desktop/held_port.h"
#include "app/desktop/incidents_port.h"
#include "app/desktop/mails_port.h"
#include "app/desktop/money_back_port.h"
#include "app/desktop/money_port.h"
#include "app/desktop/notices_port.h"
#include "app/desktop/order_import_port.h"
#include "app/desktop/orders_port.h"
#include "app/desktop/people_port.h"
#include "app/desktop/plans_port.h"
#include "app/desktop/prices_port.h"
#include "app/desktop/reports_port.h"
#include "app/desktop/stock_port.h"
#include "app/desktop/store_thread.h"
#include "app/desktop/till_port.h"
#include "core/base/clock.h"
#include "core/base/random.h"
#include "core/services/house_list.h"
#include "core/services/users.h"

#include <QObject>

#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

class QVBoxLayout;

namespace foyer {
class KeyVault;
} // namespace foyer

namespace foyer::ui {
class BankPanel;
class DoorPage;
class EventsPage;
class HeldPage;
class InAndOutPage;
class IncidentsPage;
class MainWindow;
class CustomersPage;
class MoneyPage;
class NoticeSettingsPage;
class NoticesPresenter;
class OrdersPage;
class PlansPage;
class ReportsPage;
class SellPage;
class ServerPage;
class SettingsPage;
class SignInPage;
class StatusPopup;
class TillPage;
} // namespace foyer::ui

namespace foyer::desktop {

class CounterDiagnosticsPort;
class Hardware;
class PaymentLine;
class KitKeeper;
class ServerSync;
class TrainingLauncher;

/// What the command line asked for.
struct DesktopOptions {
    std::string folder; ///< the data folder
    bool demo =
        false; ///< on a first start: found the demonstration's organizer and load its season
    std::string showSaleIn;  ///< make a sale through the window, leave files here, and end
    std::string shotsIn;     ///< draw every screen into this folder, and end
    bool training = false;   ///< the house where nothing is real; made if there is none
    std::string houses = {}; ///< where the list of this computer's houses is; empty: this one alone
};

/// The object graph of the program: store thread, port, window.
class Desktop final : public QObject {
    Q_OBJECT

public:
    explicit Desktop(DesktopOptions options);
    ~Desktop() override;

    /// Opens the counter and shows the window; what goes wrong is said in a window, too.
    void start();
    ui::MainWindow& window() { return *m_window; }
    ui::SellPage* sellPage() { return m_sell; }
    const DesktopOptions& options() const { return m_options; }
    CounterPort& port() { return *m_port; }

Q_SIGNALS:
    /// The counter is open and the workspace shows.
    void ready();
    void failed(const QString& sentence);
    /// Another data folder is to be opened instead of this one. Houses share nothing, so another
    /// process does that, and this one ends.
    void houseAsked(const QString& folder);

private:
    /// `founding` and `administrator`: of a counter that is to be made first; `invitation`: of one
    /// that is made by joining a server.
    void openCounter(const std::optional<Founding>& founding,
                     const std::optional<NewUser>& administrator = std::nullopt,
                     const std::string& invitation = {});
    void askForNewHouse();
    void addHouses();
    /// Where the counter cannot be opened: to the other houses.
    void addWaysOut(QVBoxLayout& column, QWidget* page);
    /// Runs on the store thread.
    Result<std::unique_ptr<Counter>> openTraining();
    void showWorkspace();
    void showWhatIsNotReal();
    void showFailure(const Error& error);
    void find();
    /// What a workspace is for: the house, or single events, too, for people who work for those
    /// only.
    enum class Scope : std::uint8_t { House, Events };
    /// Adds a workspace that only those see who may use it.
    void addWorkspace(const QString& name, const char* icon, QWidget* page, const QString& keys,
                      Permission permission, Scope scope = Scope::House);
    void addPeople();
    /// What is held, and its ways to the sale and to the orders.
    void addHeld();
    /// The conflict desk, with its badge.
    void addIncidents();
    /// Where events are made.
    void addEvents();
    /// Where rooms are drawn.
    void addPlans();
    /// Accounts and payouts; and their way to the server, once there is one.
    void addMoney();
    AtServer atServer();
    void connectMoney();
    void addCustomers();
    /// Where guests are let in.
    void addDoor();
    void addReports();
    void addInAndOut();
    void showInAndOutOf(const ui::PeopleState& state);
    /// What is set up once: printers, papers, gates.
    void addSettings();
    void addServer();
    void addDiagnostics();
    void addSection(const QString& name, QWidget* page, Permission permission);
    /// The bell, its list and their settings. After the workspaces that they lead to.
    void addNotices();
    void connectNotices();
    void lookForNotices();
    void showOwnSilence();
    void showNoticesOf(const ui::PeopleState& state);
    /// Ends holds and reservations when their time has come, now and every minute.
    void letGoOfWhatIsDue();
    /// Shows what the one who is signed in may see, or asks for somebody to sign in.
    void showPeople(const ui::PeopleState& state);

    DesktopOptions m_options;
    HouseList m_houses;
    std::vector<KnownHouse> m_known; ///< as the sign-in page lists them
    bool m_isOpenHouse = false;      ///< nobody has to sign in yet
    SystemClock m_clock;
    SystemRandom m_random;
    std::shared_ptr<KeyVault> m_vault; ///< used on the store thread once the counter is opening
    std::unique_ptr<StoreThread> m_store;
    std::unique_ptr<CounterPort> m_port;
    CounterPeoplePort m_people;
    CounterTillPort m_till;
    CounterPricesPort m_prices;
    CounterPlansPort m_plans;
    CounterDoorPort m_doorPort;
    CounterEventsPort m_eventsPort;
    CounterMoneyBackPort m_moneyBackPort;
    CounterGatesPort m_gatesPort;
    CounterMailsPort m_mailsPort;
    CounterBrandingPort m_brandingPort;
    CounterMoneyPort m_moneyPort;
    CounterCustomersPort m_customersPort;
    ServerBankPort m_bankPort;
    CounterReportsPort m_reportsPort;
    CounterOrderImportPort m_importPort;
    CounterExportPort m_exportPort;
    CounterOrdersPort m_ordersPort;
    CounterHeldPort m_heldPort;
    CounterIncidentsPort m_incidentsPort;
    CounterStockPort m_stockPort;
    CounterNoticesPort m_noticesPort;
    std::unique_ptr<ui::NoticesPresenter> m_notices; ///< before the window that shows it
    std::unique_ptr<ui::MainWindow> m_window;
    ui::SellPage* m_sell = nullptr;
    std::unique_ptr<Hardware> m_hardware; ///< once the counter is open
    std::unique_ptr<KitKeeper> m_kit;     ///< once the counter is open
    std::unique_ptr<ServerSync> m_sync;   ///< where this is the real house
    std::unique_ptr<PaymentLine> m_paymentLine;
    std::unique_ptr<CounterDiagnosticsPort> m_diagnosticsPort;
    std::unique_ptr<TrainingLauncher> m_training; ///< where this is the real house
    ui::SignInPage* m_signIn = nullptr;
    ui::TillPage* m_tillPage = nullptr;
    ui::DoorPage* m_doorPage = nullptr;
    ui::EventsPage* m_eventsPage = nullptr;
    ui::OrdersPage* m_ordersPage = nullptr;
    ui::HeldPage* m_heldPage = nullptr;
    ui::IncidentsPage* m_incidentsPage = nullptr;
    ui::MoneyPage* m_moneyPage = nullptr;
    ui::CustomersPage* m_customersPage = nullptr;
    ui::BankPanel* m_bankPanel = nullptr;
    ui::ReportsPage* m_reportsPage = nullptr;
    ui::PlansPage* m_plansPage = nullptr;
    ui::InAndOutPage* m_inAndOutPage = nullptr;
    int m_casesWaiting = 0;
    int m_transfersWaiting = 0;
    ui::SettingsPage* m_settings = nullptr;
    ui::NoticeSettingsPage* m_noticeSettings = nullptr;
    ui::ServerPage* m_serverPage = nullptr; ///< where this is the real house
    bool m_wasDark = false;                 ///< before the door asked for the dark
    std::optional<UserId> m_operator;       ///< whose things the screens show
    struct Workspace {
        QWidget* page;
        Permission permission;
        Scope scope;
    };
    static bool isFor(const Workspace& workspace, const ui::PeopleState& state);
    std::vector<Workspace> m_workspaces;
    std::vector<std::pair<QWidget*, Permission>> m_sections; ///< of the settings
    std::vector<std::string> m_colleagues;
};

} // namespace foyer::desktop
