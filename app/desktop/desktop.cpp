// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/desktop/desktop.h"

#include "app/desktop/find_dialog.h"
#include "app/desktop/first_start.h"
#include "app/desktop/hardware.h"
#include "app/desktop/kit_keeper.h"
#include "app/desktop/passphrase_dialog.h"
#include "core/services/access_control.h"
#include "core/services/data_folder.h"
#include "core/services/guarded.h"
#include "core/services/key_vault.h"
#include "core/services/training.h"
#include "sync/client/vault_choice.h"
#include "ui/common/error_text.h"
#include "ui/common/main_window.h"
#include "ui/common/parts.h"
#include "ui/common/theme.h"
#include "ui/door/door_page.h"
#include "ui/held/held_page.h"
#include "ui/orders/orders_page.h"
#include "ui/people/approval_dialog.h"
#include "ui/people/own_secret_dialog.h"
#include "ui/people/people_page.h"
#include "ui/people/person_dialog.h"
#include "ui/people/sign_in_page.h"
#include "ui/prices/prices_page.h"
#include "ui/sell/sell_page.h"
#include "ui/settings/kit_page.h"
#include "ui/settings/printers_page.h"
#include "ui/till/till_page.h"

#include <QApplication>
#include <QLabel>
#include <QPointer>
#include <QVBoxLayout>

#include <algorithm>
#include <filesystem>
#include <future>

namespace foyer::desktop {
namespace {

/// Asks for the passphrase in the window's thread while the store thread waits for it.
Result<SecretBytes> askPassphrase(QWidget* window, sync::PassphraseFor purpose)
{
    const QByteArray given = qgetenv("FOYER_PASSPHRASE");
    if (!given.isEmpty()) {
        return SecretBytes{bytesOf(given.toStdString())};
    }
    std::promise<QString> answer;
    auto future = answer.get_future();
    QMetaObject::invokeMethod(window, [&answer, window, purpose] {
        auto* dialog = new PassphraseDialog{purpose, window};
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        QObject::connect(dialog, &QDialog::accepted, dialog,
                         [&answer, dialog] { answer.set_value(dialog->passphrase()); });
        QObject::connect(dialog, &QDialog::rejected, dialog, [&answer] { answer.set_value({}); });
        dialog->open();
    });
    const std::string typed = future.get().toStdString();
    if (typed.empty()) {
        return refused("no_passphrase",
                       "Without its passphrase the counter stays closed. Start "
                       "Foyer again when you have it.");
    }
    return SecretBytes{bytesOf(typed)};
}

/// The first administrator comes to be and goes on as such.
Result<void> beginAs(Counter& counter, const NewUser& administrator)
{
    return guarded([&]() -> Result<void> {
        if (auto added = addUser(counter, administrator); !added) {
            return std::move(added).error();
        }
        const std::string& secret =
            administrator.pin.empty() ? administrator.password : administrator.pin;
        auto signedIn = counter.access().signIn(administrator.name, secret);
        return signedIn ? Result<void>{} : std::move(signedIn).error();
    });
}

} // namespace

Desktop::Desktop(DesktopOptions options)
    : m_options{std::move(options)}, m_store{std::make_unique<StoreThread>()},
      m_port{std::make_unique<CounterPort>(*m_store, m_clock, m_random)}, m_people{*m_store},
      m_till{*m_store, m_clock, m_random}, m_prices{*m_store}, m_doorPort{*m_store},
      m_ordersPort{*m_store},
      m_heldPort{*m_store}, m_window{std::make_unique<ui::MainWindow>()}
{}

Desktop::~Desktop()
{
    m_hardware.reset(); // it prints by the store
    m_kit.reset();
    m_window.reset(); // no question is asked any more when the store goes
    m_store.reset();
}

void Desktop::start()
{
    m_window->show();
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
        auto* dialog = new FirstStart{m_window.get()};
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        connect(dialog, &QDialog::accepted, this,
                [this, dialog] { openCounter(dialog->founding(), dialog->administrator()); });
        connect(dialog, &QDialog::rejected, qApp, &QApplication::quit);
        dialog->open();
    }
}

void Desktop::openCounter(const std::optional<Founding>& founding,
                          const std::optional<NewUser>& administrator)
{
    const auto open = [this, founding, administrator]() -> Result<std::unique_ptr<Counter>> {
        std::error_code ignored;
        std::filesystem::create_directories(m_options.folder, ignored);
        auto vault = sync::openVault(m_options.folder, m_random, [this](auto purpose) {
            return askPassphrase(m_window.get(), purpose);
        });
        if (!vault) {
            return std::move(vault).error();
        }
        m_vault = *std::move(vault);
        if (m_options.training) {
            return openTraining();
        }
        if (founding) {
            if (auto founded =
                    Counter::found(m_options.folder, *founding, *m_vault, m_clock, m_random);
                !founded) {
                return std::move(founded).error();
            }
        }
        auto counter = Counter::open(m_options.folder, *m_vault, m_clock, m_random);
        if (counter && administrator) {
            if (auto signedIn = beginAs(**counter, *administrator); !signedIn) {
                return std::move(signedIn).error();
            }
        }
        return counter;
    };
    m_window->setStatus(tr("Opening…"), tr("Waiting for the keychain and reading the database."));
    m_store->open(open, [this, isNew = founding.has_value()](const Result<void>& opened) {
        if (!opened) {
            showFailure(opened.error());
            return;
        }
        if (isNew && m_options.demo) {
            m_port->loadDemonstration([this](const Result<bool>& loaded) {
                loaded ? showWorkspace() : showFailure(loaded.error());
            });
        } else {
            showWorkspace();
        }
    });
}

Result<std::unique_ptr<Counter>> Desktop::openTraining()
{
    const std::string folder = trainingFolder(m_options.folder);
    if (!isTraining(folder)) {
        const auto real = Counter::open(m_options.folder, *m_vault, m_clock, m_random);
        if (!real) {
            return real.error();
        }
        if (auto begun = beginTraining(**real, m_random); !begun) {
            return std::move(begun).error();
        }
    }
    auto vault = openTrainingVault(folder, m_random);
    if (!vault) {
        return std::move(vault).error();
    }
    m_vault = *std::move(vault);
    return Counter::open(folder, *m_vault, m_clock, m_random);
}

void Desktop::showWorkspace()
{
    if (m_options.training) {
        m_window->setBanner(tr("Training: nothing here is real. Tickets are specimens, and no sale "
                               "is in any report."));
    }
    m_sell = new ui::SellPage{*m_port, m_clock};
    addWorkspace(tr("Sell"), "ticket", m_sell, ui::SellPage::keys(), Permission::Sell);
    m_tillPage = new ui::TillPage{m_till};
    addWorkspace(tr("Till"), "banknote", m_tillPage, ui::TillPage::keys(), Permission::RunShift);
    m_doorPage = new ui::DoorPage{m_doorPort};
    addWorkspace(tr("Door"), "scan-line", m_doorPage, ui::DoorPage::keys(), Permission::Admit);
    connect(m_doorPage, &ui::DoorPage::fullScreenAsked, m_window.get(),
            &ui::MainWindow::setFrameless);
    m_ordersPage = new ui::OrdersPage{m_ordersPort};
    addWorkspace(tr("Orders"), "receipt", m_ordersPage, ui::OrdersPage::keys(),
                 Permission::ReadOrders);
    addHeld();
    m_hardware = std::make_unique<Hardware>(*m_store, *m_port, *m_window, *m_sell);
    m_hardware->sendScansTo(*m_ordersPage);
    m_till.setSpooled([this] { m_hardware->worker().kick(); });
    m_till.setDrawerUsed([this] { m_hardware->openDrawers(); });
    addWorkspace(tr("Printers"), "printer", m_hardware->page(), ui::PrintersPage::keys(),
                 Permission::ReadOrders);
    addWorkspace(tr("Prices"), "percent", new ui::PricesPage{m_prices}, ui::PricesPage::keys(),
                 Permission::EditCatalogue);
    auto* kitPage = new ui::KitPage;
    addWorkspace(tr("Papers"), "folder-open", kitPage, {}, Permission::ReadCustomers);
    m_kit = std::make_unique<KitKeeper>(*m_store, *kitPage, m_options.folder);
    addPeople();
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

void Desktop::addWorkspace(const QString& name, const char* icon, QWidget* page,
                           const QString& keys, Permission permission)
{
    m_window->addWorkspace(name, QLatin1String{icon}, page, keys);
    m_permissions.emplace_back(page, permission);
}

void Desktop::addPeople()
{
    auto* page = new ui::PeoplePage{m_people};
    addWorkspace(tr("People"), "users", page, ui::PeoplePage::keys(), Permission::EditUsers);
    m_signIn = new ui::SignInPage{m_people};
    m_window->setCover(m_signIn);
    const auto apply = [this](const ui::PeopleState& state) { showPeople(state); };
    const auto answer = [apply](const Result<ui::PeopleState>& state) {
        if (state) {
            apply(*state);
        }
    };
    connect(m_signIn, &ui::SignInPage::done, this, apply);
    connect(page, &ui::PeoplePage::peopleChanged, this, apply);
    connect(m_window.get(), &ui::MainWindow::lockAsked, this,
            [this, answer] { m_people.lock(answer); });
    connect(m_window.get(), &ui::MainWindow::signOutAsked, this,
            [this, answer] { m_people.signOut(answer); });
    connect(m_window.get(), &ui::MainWindow::secretChangeAsked, this, [this] {
        auto* dialog = new ui::OwnSecretDialog{m_people, m_window.get()};
        dialog->open();
    });
    m_store->setApprover([this](const ApprovalRequest& request) {
        auto* dialog = new ui::ApprovalDialog{request.refusal, m_colleagues, request.approve,
                                              request.giveUp, m_window.get()};
        dialog->open();
    });
    m_people.state(answer);
}

void Desktop::showPeople(const ui::PeopleState& state)
{
    m_colleagues = state.names;
    if (state.current) {
        std::erase(m_colleagues, state.current->name);
    }
    m_window->setOperator(state.current ? QString::fromStdString(state.current->name) : QString{},
                          state.current ? ui::roleText(state.current->role.name) : QString{});
    const bool covered = !state.isOpenHouse && (!state.current || state.isLocked);
    if (state.isOpenHouse || state.current) { // else nobody has said yet whose screens they are
        for (const auto& [page, permission] : m_permissions) {
            m_window->setWorkspaceShown(page, state.may(permission));
        }
    }
    m_window->setCovered(covered);
    const auto who = state.current ? std::optional{state.current->user} : std::nullopt;
    if (who != m_operator && !covered) {
        m_operator = who;
        m_tillPage->startOver();
        m_doorPage->startOver();
        m_ordersPage->startOver();
        m_heldPage->startOver();
        const auto first = std::ranges::find_if(m_permissions, [&](const auto& entry) {
            return state.may(entry.second);
        });
        if (first != m_permissions.end()) {
            m_window->showWorkspace(first->first); // everybody begins at their own first screen
        }
    }
    if (covered) {
        m_signIn->show(state);
    } else if (QWidget* page = m_window->currentWorkspace()) {
        page->setFocus();
    }
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

void Desktop::showFailure(const Error& error)
{
    auto* page = new QWidget;
    auto* column = new QVBoxLayout{page};
    column->setSpacing(ui::kBetween);
    column->addStretch();
    auto* title = ui::makeLabel(tr("This counter could not be opened"), "title", page);
    title->setAlignment(Qt::AlignCenter);
    column->addWidget(title);
    auto* words = ui::makeLabel(ui::errorText(error), "", page);
    words->setWordWrap(true);
    words->setAlignment(Qt::AlignCenter);
    column->addWidget(words);
    column->addStretch();
    m_window->addWorkspace(tr("Help"), QStringLiteral("search"), page);
    m_window->setStatus(tr("! Not open"), ui::errorText(error));
    Q_EMIT failed(ui::errorText(error));
}

} // namespace foyer::desktop
