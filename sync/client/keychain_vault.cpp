// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/client/keychain_vault.h"

#include "core/base/hex.h"
#include "core/crypto/sha256.h"

#include <QByteArray>
#include <QEventLoop>
#include <QString>
#include <QTimer>

#include <qt6keychain/keychain.h>

#include <chrono>
#include <filesystem>
#include <span>
#include <system_error>

namespace foyer::sync {
namespace {

const QString kService = QStringLiteral("foyer");
constexpr std::size_t kPathHashBytes = 16;
constexpr std::size_t kProbeBytes = 16;
// Time for a person to type the password of a locked keychain.
constexpr std::chrono::minutes kPatience{2};

struct KeychainAnswer {
    QKeychain::Error error = QKeychain::OtherError;
    QString words;
    SecretBytes data;
    bool came = false; ///< false where nobody answered in time
};

/// Wipes the bytes where they lie, for all who share them: data() would wipe a copy of its own and
/// leave the job's behind. What the keychain's own library makes of them is out of reach.
void wipeShared(const QByteArray& bytes)
{
    volatile char* at = const_cast<char*>(bytes.constData());
    for (qsizetype i = 0; i < bytes.size(); ++i) {
        at[i] = 0;
    }
}

/// Starts a job and waits for its answer. A job that never answers is left to itself: it deletes
/// itself when it ends.
template <typename Job>
KeychainAnswer finished(Job* job)
{
    KeychainAnswer answer;
    answer.words = QStringLiteral("it did not answer within two minutes");
    QEventLoop loop;
    QTimer::singleShot(kPatience, &loop, &QEventLoop::quit);
    QObject::connect(job, &QKeychain::Job::finished, &loop, [&](QKeychain::Job* done) {
        answer.error = done->error();
        answer.words = done->errorString();
        if constexpr (std::is_same_v<Job, QKeychain::ReadPasswordJob>) {
            const QByteArray data = static_cast<QKeychain::ReadPasswordJob*>(done)->binaryData();
            answer.data = SecretBytes{
                bytesOf(std::string_view{data.constData(), static_cast<std::size_t>(data.size())})};
            wipeShared(data);
        }
        answer.came = true;
        loop.quit();
    });
    // Jobs may answer from within start(); a loop that was told to quit before it runs would wait.
    QTimer::singleShot(0, job, [job] { job->start(); });
    loop.exec();
    return answer;
}

Error unavailable(const KeychainAnswer& answer)
{
    const bool locked =
        answer.error == QKeychain::AccessDenied || answer.error == QKeychain::AccessDeniedByUser;
    Error error = storageError(
        locked ? "vault_locked" : "vault_unavailable",
        "This computer's keychain cannot be used (" + answer.words.toStdString() +
            "). Sign in to the desktop whose keychain holds the keys, unlock it, and try again.",
        "keychain");
    error.facts = {answer.words.toStdString()};
    return error;
}

KeychainAnswer read(const std::string& entry)
{
    auto* job = new QKeychain::ReadPasswordJob{kService}; // deletes itself
    job->setKey(QString::fromStdString(entry));
    return finished(job);
}

KeychainAnswer write(const std::string& entry, ByteView secret)
{
    auto* job = new QKeychain::WritePasswordJob{kService}; // deletes itself
    job->setKey(QString::fromStdString(entry));
    const QByteArray data{reinterpret_cast<const char*>(secret.data()),
                          static_cast<qsizetype>(secret.size())};
    job->setBinaryData(data);
    KeychainAnswer answer = finished(job);
    if (answer.came) { // a job that is still under way would store what was wiped
        wipeShared(data);
    }
    return answer;
}

KeychainAnswer erase(const std::string& entry)
{
    auto* job = new QKeychain::DeletePasswordJob{kService}; // deletes itself
    job->setKey(QString::fromStdString(entry));
    return finished(job);
}

} // namespace

KeychainVault::KeychainVault(const std::string& folder)
{
    // A folder that is reached by a link is the same folder.
    std::error_code error;
    auto path = std::filesystem::weakly_canonical(folder, error);
    if (error) {
        path = std::filesystem::absolute(folder, error);
    }
    const auto hash = sha256(bytesOf(path.string()));
    m_prefix = "foyer:" + toHex(std::span{hash}.first<kPathHashBytes>());
}

std::string KeychainVault::entryName(const std::string& name) const
{
    return m_prefix + ":" + name;
}

Result<void> KeychainVault::probe(Random& random)
{
    const std::string entry = entryName("probe");
    const SecretBytes sample = SecretBytes::random(kProbeBytes, random);
    if (const auto written = write(entry, sample.view()); written.error != QKeychain::NoError) {
        return unavailable(written);
    }
    KeychainAnswer kept = read(entry);
    if (kept.error != QKeychain::NoError) {
        return unavailable(kept);
    }
    if (!constantTimeEqual(kept.data.view(), sample.view())) {
        kept.words = QStringLiteral("it gave back something else than it was given");
        return unavailable(kept);
    }
    if (const auto erased = erase(entry); erased.error != QKeychain::NoError) {
        return unavailable(erased);
    }
    return {};
}

Result<std::optional<SecretBytes>> KeychainVault::load(const std::string& name)
{
    KeychainAnswer answer = read(entryName(name));
    if (answer.error == QKeychain::EntryNotFound) {
        return std::optional<SecretBytes>{};
    }
    if (answer.error != QKeychain::NoError) {
        return unavailable(answer);
    }
    return std::optional{std::move(answer.data)};
}

Result<void> KeychainVault::store(const std::string& name, const SecretBytes& secret)
{
    const auto answer = write(entryName(name), secret.view());
    return answer.error == QKeychain::NoError ? Result<void>{} : unavailable(answer);
}

Result<void> KeychainVault::remove(const std::string& name)
{
    const auto answer = erase(entryName(name));
    const bool gone =
        answer.error == QKeychain::NoError || answer.error == QKeychain::EntryNotFound;
    return gone ? Result<void>{} : unavailable(answer);
}

} // namespace foyer::sync
