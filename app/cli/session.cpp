// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/session.h"

#include "app/cli/terminal.h"
#include "core/services/access_control.h"
#include "core/services/counter.h"
#include "core/services/guarded.h"
#include "core/services/training.h"
#include "core/services/key_vault.h"
#include "sync/client/device_session.h"
#include "sync/client/joining.h"

#include <QStandardPaths>
#include <QString>

#include <filesystem>
#include <system_error>

namespace foyer::cli {
namespace {

std::string defaultFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation).toStdString() +
        "/foyer";
}

} // namespace

Session::Session(const std::string& folder) : m_folder{folder.empty() ? defaultFolder() : folder} {}

Session::~Session() = default;

std::string Session::protection() const
{
    return m_vault ? m_vault->protection() : std::string{};
}

bool Session::hasDatabase() const
{
    std::error_code error;
    return std::filesystem::exists(std::filesystem::path{m_folder} / "foyer.db", error);
}

Result<void> Session::openVault()
{
    if (!m_vault) {
        auto vault = isTraining(m_folder) ? openTrainingVault(m_folder, m_random)
                                          : sync::openVault(m_folder, m_random, askPassphrase);
        if (!vault) {
            return std::move(vault).error();
        }
        m_vault = *std::move(vault);
    }
    return {};
}

Result<void> Session::found(const Founding& founding)
{
    if (auto opened = openVault(); !opened) {
        return opened;
    }
    return Counter::found(m_folder, founding, *m_vault, m_clock, m_random);
}

Result<void> Session::joinAsNew(const std::string& invitation)
{
    if (auto opened = openVault(); !opened) {
        return opened;
    }
    return sync::joinAsNew(m_folder, invitation, *m_vault, m_clock, m_random);
}

void Session::actAs(std::string user, std::string approvedBy)
{
    m_user = std::move(user);
    m_approvedBy = std::move(approvedBy);
}

Result<void> Session::signIn(Counter& counter)
{
    if (m_user.empty() || counter.access().isOpenHouse()) {
        return {};
    }
    return guarded([&]() -> Result<void> {
        auto secret = askSecret("FOYER_SECRET", "Password or PIN of " + m_user);
        if (!secret) {
            return secret.error();
        }
        if (auto signedIn = counter.access().signIn(m_user, textOf(*secret)); !signedIn) {
            return std::move(signedIn).error();
        }
        m_secret = *std::move(secret);
        if (m_approvedBy.empty()) {
            return {};
        }
        const auto approval =
            askSecret("FOYER_APPROVAL_SECRET", "Password or PIN of " + m_approvedBy);
        return approval ? counter.access().approve(m_approvedBy, textOf(*approval))
                        : Result<void>{approval.error()};
    });
}

Result<void> Session::signInAt(sync::DeviceSession& server)
{
    if (!hasUser()) {
        return refused("not_signed_in",
                       "The server does this for people only. Say who you are with --user; where "
                       "there are no users yet, add an administrator first: foyer-cli user add.");
    }
    auto signedIn = server.signIn(m_user, textOf(m_secret));
    if (!signedIn && signedIn.error().code == "wrong_secret") {
        return refused("unknown_at_server",
                       "The server does not know this password or PIN of " + m_user +
                           ". Let an administrator whom it knows run foyer-cli server sync at the "
                           "counter where it was set.");
    }
    return signedIn;
}

Result<Counter*> Session::open()
{
    if (m_counter) {
        return m_counter.get();
    }
    if (!hasDatabase()) {
        // Nobody should have to type a passphrase to hear that there is nothing to open.
        MemoryVault none;
        auto refusal = Counter::open(m_folder, none, m_clock, m_random);
        return refusal ? Result<Counter*>{storageError("not_founded", "There is no counter yet.")}
                       : std::move(refusal).error();
    }
    if (auto opened = openVault(); !opened) {
        return std::move(opened).error();
    }
    auto counter = Counter::open(m_folder, *m_vault, m_clock, m_random);
    if (!counter) {
        return std::move(counter).error();
    }
    if (auto signedIn = signIn(**counter); !signedIn) {
        return std::move(signedIn).error();
    }
    m_counter = *std::move(counter);
    return m_counter.get();
}

} // namespace foyer::cli
