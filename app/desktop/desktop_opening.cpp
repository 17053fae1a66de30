// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

// How the counter is opened: keys, first start, training, and what is said when it fails.

#include "app/desktop/desktop.h"
#include "app/desktop/passphrase_dialog.h"

#include "core/services/access_control.h"
#include "core/services/counter.h"
#include "core/services/guarded.h"
#include "core/services/key_vault.h"
#include "core/services/training.h"
#include "sync/client/joining.h"
#include "sync/client/vault_choice.h"
#include "ui/common/error_text.h"
#include "ui/common/main_window.h"
#include "ui/common/parts.h"
#include "ui/common/theme.h"

#include <QLabel>
#include <QVBoxLayout>

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

void Desktop::openCounter(const std::optional<Founding>& founding,
                          const std::optional<NewUser>& administrator,
                          const std::string& invitation)
{
    const auto open = [this, founding, administrator,
                       invitation]() -> Result<std::unique_ptr<Counter>> {
        std::error_code ignored;
        std::filesystem::create_directories(m_options.folder, ignored);
        if (m_options.training && isTraining(trainingFolder(m_options.folder))) {
            return openTraining(); // which needs no keys of the real house
        }
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
        if (!invitation.empty()) {
            if (auto joined =
                    sync::joinAsNew(m_options.folder, invitation, *m_vault, m_clock, m_random);
                !joined) {
                return std::move(joined).error();
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
    addWaysOut(*column, page);
    column->addStretch();
    m_window->addWorkspace(tr("Help"), QStringLiteral("search"), page);
    m_window->setStatus(tr("! Not open"), ui::errorText(error));
    Q_EMIT failed(ui::errorText(error));
}

} // namespace foyer::desktop
