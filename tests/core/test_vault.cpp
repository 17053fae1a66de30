// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/crypto/sha256.h"
#include "core/services/counter_keys.h"
#include "core/services/sealed_file_vault.h"
#include "tests/support/failing_files.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <functional>
#include <memory>
#include <new>
#include <optional>
#include <string>

#include <malloc.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

namespace {

/// While it is not empty, memory that is given back is searched for it.
foyer::ByteView soughtInHeap;
int foundInHeap = 0;

void giveBack(void* memory)
{
    if (memory && !soughtInHeap.empty()) {
        const auto* begin = static_cast<const std::uint8_t*>(memory);
        const auto* end = begin + ::malloc_usable_size(memory);
        if (std::search(begin, end, soughtInHeap.begin(), soughtInHeap.end()) != end) {
            ++foundInHeap;
        }
    }
    std::free(memory);
}

} // namespace

void* operator new(std::size_t size)
{
    if (void* memory = std::malloc(size > 0 ? size : 1)) {
        return memory;
    }
    throw std::bad_alloc{};
}

void* operator new(std::size_t size, const std::nothrow_t&) noexcept
{
    return std::malloc(size > 0 ? size : 1);
}

void operator delete(void* memory) noexcept
{
    giveBack(memory);
}

void operator delete(void* memory, std::size_t) noexcept
{
    giveBack(memory);
}

void operator delete(void* memory, const std::nothrow_t&) noexcept
{
    giveBack(memory);
}

using namespace foyer;
using namespace foyer::test;

namespace {

constexpr std::string_view kPassphrase = "four unrelated words";
constexpr std::size_t kChecksumSize = 32;

/// A folder with a key file in it.
struct Place {
    QTemporaryDir folder;
    std::string path = folder.filePath("foyer.keys").toStdString();
    SystemRandom random;

    std::unique_ptr<SealedFileVault> open()
    {
        auto vault = SealedFileVault::open(path, kPassphrase, random);
        if (!vault) {
            qWarning("%s", vault.error().message.c_str());
            return nullptr;
        }
        return *std::move(vault);
    }

    std::string codeOfOpening(std::string_view passphrase = kPassphrase)
    {
        const auto vault = SealedFileVault::open(path, passphrase, random);
        return vault ? "opened" : vault.error().code;
    }

    QStringList files() const
    {
        return QDir{folder.path()}.entryList(QDir::AllEntries | QDir::Hidden |
                                             QDir::NoDotAndDotDot);
    }
};

SecretBytes secretOf(std::string_view text)
{
    return SecretBytes{bytesOf(text)};
}

/// The secret of a name, or "-" where there is none.
std::string told(KeyVault& vault, const std::string& name)
{
    const auto secret = vault.load(name);
    if (!secret || !secret->has_value()) {
        return "-";
    }
    const ByteView view = (*secret)->view();
    return {view.begin(), view.end()};
}

QByteArray contentOf(const std::string& path)
{
    QFile file{QString::fromStdString(path)};
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray{};
}

void put(const std::string& path, const QByteArray& content)
{
    QFile file{QString::fromStdString(path)};
    QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
    QCOMPARE(file.write(content), content.size());
}

unsigned modeOf(const std::string& path)
{
    struct stat status {};
    return ::stat(path.c_str(), &status) == 0 ? status.st_mode & 07777U : 0U;
}

ByteView viewOf(const QByteArray& bytes)
{
    return bytesOf(std::string_view{bytes.constData(), static_cast<std::size_t>(bytes.size())});
}

/// The content with a checksum that fits it: changed by somebody who knows the format.
QByteArray checked(QByteArray content)
{
    content.chop(kChecksumSize);
    const Sha256 checksum = sha256(viewOf(content));
    content.append(reinterpret_cast<const char*>(checksum.data()), checksum.size());
    return content;
}

/// How a process of its own that does `act` ends.
int exitOf(const std::function<int()>& act)
{
    const pid_t child = ::fork();
    if (child == 0) {
        ::_exit(act());
    }
    int status = -1;
    ::waitpid(child, &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

} // namespace

class VaultTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void cleanup()
    {
        fileFaults() = {};
        soughtInHeap = {};
    }

    void whatIsStoredIsThereAfterOpeningAgain()
    {
        Place place;
        {
            auto vault = place.open();
            QCOMPARE(place.files(), QStringList{});
            QVERIFY(vault->store("a", secretOf("curtain")));
            QVERIFY(vault->store("longer", secretOf("stage")));
            QVERIFY(vault->store("b", secretOf("")));
            QVERIFY(vault->store("a", secretOf("foyer")));
            QVERIFY(vault->remove("longer"));
            QVERIFY(vault->remove("never there"));
        }
        auto vault = place.open();
        QCOMPARE(told(*vault, "a"), std::string{"foyer"});
        QCOMPARE(told(*vault, "b"), std::string{});
        QCOMPARE(told(*vault, "longer"), std::string{"-"});
        QCOMPARE(place.files(), QStringList{"foyer.keys"});
        QCOMPARE(modeOf(place.path), 0600U);
    }

    void aWrongPassphraseIsToldFromADamagedFile()
    {
        Place place;
        QVERIFY(place.open()->store("a", secretOf("curtain")));
        QCOMPARE(place.codeOfOpening("four unrelated word"), std::string{"wrong_passphrase"});
        QCOMPARE(place.codeOfOpening(""), std::string{"wrong_passphrase"});
        const QByteArray whole = contentOf(place.path);
        for (qsizetype at = 0; at < whole.size(); ++at) {
            for (const char change : {'\x01', '\x80', '\xff'}) {
                QByteArray changed = whole;
                changed[at] = static_cast<char>(changed[at] ^ change);
                put(place.path, changed);
                QCOMPARE(place.codeOfOpening(), std::string{"vault_damaged"});
                QCOMPARE(contentOf(place.path), changed);
            }
        }
        put(place.path, whole);
        QCOMPARE(told(*place.open(), "a"), std::string{"curtain"});
    }

    void aFileOfAnotherLengthIsDamaged()
    {
        Place place;
        QVERIFY(place.open()->store("a", secretOf("curtain")));
        const QByteArray whole = contentOf(place.path);
        for (qsizetype size = 0; size < whole.size(); ++size) {
            put(place.path, whole.first(size));
            QCOMPARE(place.codeOfOpening(), std::string{"vault_damaged"});
        }
        for (const QByteArray& more :
             {QByteArray(1, '\0'), QByteArray("\n"), whole, QByteArray(8 << 20, 'x')}) {
            put(place.path, whole + more);
            QCOMPARE(place.codeOfOpening(), std::string{"vault_damaged"});
        }
    }

    void aFileChangedByOneWhoKnowsItsFormatDoesNotOpen()
    {
        Place place;
        QVERIFY(place.open()->store("a", secretOf("curtain")));
        const QByteArray whole = contentOf(place.path);
        const auto last = whole.size() - static_cast<qsizetype>(kChecksumSize) - 1;
        for (const qsizetype at : {qsizetype{14}, qsizetype{30}, qsizetype{54}, last}) {
            QByteArray changed = whole;
            changed[at] = static_cast<char>(changed[at] ^ 1);
            put(place.path, checked(changed));
            QCOMPARE(place.codeOfOpening(), std::string{"wrong_passphrase"});
        }
    }

    void aFileOfALaterVersionAsksForALaterFoyer()
    {
        Place place;
        QVERIFY(place.open()->store("a", secretOf("curtain")));
        QByteArray later = contentOf(place.path);
        later[12] = '2';
        put(place.path, checked(later));
        QCOMPARE(place.codeOfOpening(), std::string{"vault_newer"});
    }

    void whatCannotBeReadIsNeitherDamagedNorNew()
    {
        Place place;
        QVERIFY(place.open()->store("a", secretOf("curtain")));
        for (const int error : {EACCES, EPERM, EIO, ENOTDIR, ELOOP}) {
            fileFaults() = {"open", 1, error, false, 0, 0};
            QCOMPARE(place.codeOfOpening(), std::string{"vault_unreadable"});
        }
        fileFaults() = {"read", 1, EIO, false, 0, 0};
        QCOMPARE(place.codeOfOpening(), std::string{"vault_unreadable"});
        fileFaults() = {};
        QCOMPARE(told(*place.open(), "a"), std::string{"curtain"});

        QVERIFY(QFile::remove(QString::fromStdString(place.path)));
        QVERIFY(QDir{}.mkdir(QString::fromStdString(place.path)));
        QCOMPARE(place.codeOfOpening(), std::string{"vault_unreadable"});
        QVERIFY(QDir{}.rmdir(QString::fromStdString(place.path)));
        QCOMPARE(::mkfifo(place.path.c_str(), 0600), 0);
        QCOMPARE(place.codeOfOpening(), std::string{"vault_unreadable"});
    }

    void aSentenceSaysWhichFileAndWhatToDo()
    {
        Place place;
        put(place.path, "rubbish");
        const auto damaged = SealedFileVault::open(place.path, kPassphrase, place.random);
        QCOMPARE(damaged.error().where, place.path);
        QVERIFY(damaged.error().message.find("backup") != std::string::npos);
        fileFaults() = {"open", 1, EACCES, false, 0, 0};
        const auto unreadable = SealedFileVault::open(place.path, kPassphrase, place.random);
        QCOMPARE(unreadable.error().where, place.path);
        QVERIFY(unreadable.error().message.find("Permission denied") != std::string::npos);
        QCOMPARE(unreadable.error().kind, ErrorKind::Storage);
    }

    void anInterruptedCallIsMadeAgain()
    {
        Place place;
        for (const char* call : {"open", "read", "write", "fsync", "close"}) {
            for (int at = 1; at <= 3; ++at) {
                fileFaults() = {call, at, EINTR, false, 7, 0};
                auto vault = place.open();
                QVERIFY2(vault, call);
                QVERIFY2(vault->store("a", secretOf("curtain")), call);
                QVERIFY2(fileFaults().seen > 0, call);
            }
        }
        fileFaults() = {};
        QCOMPARE(told(*place.open(), "a"), std::string{"curtain"});
    }

    void whereAStepFailsMemoryAndFileAreTheSame()
    {
        Place place;
        auto vault = place.open();
        QVERIFY(vault->store("a", secretOf("old")));
        QVERIFY(vault->store("b", secretOf("old")));
        const QByteArray before = contentOf(place.path);
        int steps = 0;
        for (bool hit = true; hit; ++steps) {
            put(place.path, before);
            vault = place.open();
            fileFaults() = {"", steps + 1, EIO, false, 0, 0};
            const bool stored = vault->store("a", secretOf("new")).has_value();
            hit = fileFaults().seen > steps;
            fileFaults() = {"", steps + 1, EIO, false, 0, 0};
            const bool removed = vault->remove("b").has_value();
            fileFaults() = {};
            const std::string a = told(*vault, "a");
            const std::string b = told(*vault, "b");
            QVERIFY(!stored || a == "new");
            QVERIFY(!removed || b == "-");
            auto onDisk = place.open();
            QVERIFY(onDisk);
            QCOMPARE(told(*onDisk, "a"), a);
            QCOMPARE(told(*onDisk, "b"), b);
            QCOMPARE(modeOf(place.path), 0600U);
            // The same again is what a person does, and it mends everything.
            QVERIFY(vault->store("a", secretOf("new")));
            QVERIFY(vault->remove("b"));
            QCOMPARE(place.files(), QStringList{"foyer.keys"});
        }
        QVERIFY(steps > 8);
    }

    void aFailedStepIsNotTakenForSuccess()
    {
        Place place;
        auto vault = place.open();
        for (const char* call : {"fchmod", "write", "fsync", "rename"}) {
            fileFaults() = {call, 1, ENOSPC, false, 0, 0};
            const auto stored = vault->store("a", secretOf("curtain"));
            QVERIFY2(!stored, call);
            QCOMPARE(stored.error().code, std::string{"vault_unavailable"});
            QCOMPARE(told(*vault, "a"), std::string{"-"});
            QCOMPARE(place.files(), QStringList{});
        }
        // The second is the folder's: the name may not outlive a power cut.
        fileFaults() = {"fsync", 2, EIO, false, 0, 0};
        const auto stored = vault->store("a", secretOf("curtain"));
        QVERIFY(!stored);
        QCOMPARE(stored.error().code, std::string{"vault_unavailable"});
        QCOMPARE(told(*vault, "a"), std::string{"curtain"});
        QCOMPARE(told(*place.open(), "a"), std::string{"curtain"});
    }

    void aCrashAtAnyStepLeavesTheOldSecretOrTheNewOne()
    {
        Place place;
        auto vault = place.open();
        QVERIFY(vault->store("a", secretOf("old")));
        const QByteArray before = contentOf(place.path);
        int died = 0;
        bool sawOld = false;
        bool sawNew = false;
        for (int step = 1;; ++step) {
            put(place.path, before);
            vault = place.open();
            const int ended = exitOf([&] {
                fileFaults() = {"", step, 0, true, 0, 0};
                return vault->store("a", secretOf("new")).has_value() ? 0 : 1;
            });
            auto after = place.open();
            QVERIFY(after);
            const std::string secret = told(*after, "a");
            QVERIFY2(secret == "old" || secret == "new", secret.c_str());
            sawOld |= secret == "old";
            sawNew |= secret == "new";
            QVERIFY(after->store("b", secretOf("then")));
            QCOMPARE(place.files(), QStringList{"foyer.keys"});
            QCOMPARE(modeOf(place.path), 0600U);
            if (ended == 0) {
                QCOMPARE(secret, std::string{"new"});
                break;
            }
            QCOMPARE(ended, 9);
            ++died;
        }
        QVERIFY(died > 8 && sawOld && sawNew);
    }

    void aLeftoverFileIsReplacedWhateverItIs()
    {
        const auto storesBeside = [](const std::function<void(const std::string&)>& leave) {
            Place place;
            auto vault = place.open();
            leave(place.path + ".new");
            QVERIFY(vault->store("a", secretOf("curtain")));
            QCOMPARE(modeOf(place.path), 0600U);
            QCOMPARE(told(*place.open(), "a"), std::string{"curtain"});
        };
        storesBeside([](const std::string& fresh) { put(fresh, QByteArray(4096, 'x')); });
        storesBeside([](const std::string& fresh) {
            put(fresh, QByteArray(4096, 'x'));
            QCOMPARE(::chmod(fresh.c_str(), 0666), 0);
        });
        storesBeside([](const std::string& fresh) {
            put(fresh, "x");
            QCOMPARE(::chmod(fresh.c_str(), 0), 0);
        });
        QTemporaryDir elsewhere;
        const std::string victim = elsewhere.filePath("victim").toStdString();
        put(victim, "precious");
        storesBeside([&](const std::string& fresh) {
            QCOMPARE(::symlink(victim.c_str(), fresh.c_str()), 0);
        });
        QCOMPARE(contentOf(victim), QByteArray("precious"));
    }

    void theFileIsForItsOwnerOnlyWhateverTheUmask()
    {
        for (const mode_t mask : {0000U, 0022U, 0777U}) {
            Place place;
            auto vault = place.open();
            const mode_t before = ::umask(mask);
            const auto stored = vault->store("a", secretOf("curtain"));
            ::umask(before);
            QVERIFY(stored);
            QCOMPARE(modeOf(place.path), 0600U);
            QCOMPARE(::chmod(place.path.c_str(), 0644), 0);
            QVERIFY(place.open());
            QCOMPARE(modeOf(place.path), 0600U);
        }
    }

    void aFileWithoutAFolderInItsNameIsInTheCurrentOne()
    {
        Place place;
        const QString before = QDir::currentPath();
        QVERIFY(QDir::setCurrent(place.folder.path()));
        place.path = "foyer.keys";
        const auto stored = place.open()->store("a", secretOf("curtain"));
        const auto secret = told(*place.open(), "a");
        QDir::setCurrent(before);
        QVERIFY(stored);
        QCOMPARE(secret, std::string{"curtain"});
    }

    void theKeysAreNowhereInTheFolder()
    {
        Place place;
        const CounterKeys keys = CounterKeys::generate(place.random);
        QVERIFY(storeKeys(*place.open(), keys));
        const auto back = loadKeys(*place.open());
        QVERIFY(back && back->has_value());
        QVERIFY(constantTimeEqual((*back)->ticket.view(), keys.ticket.view()));
        for (const QString& name : place.files()) {
            const QByteArray content = contentOf(place.folder.filePath(name).toStdString());
            for (const auto* key : {&keys.authority, &keys.device, &keys.ticket, &keys.data}) {
                // Eight bytes in a row are no accident.
                for (std::size_t at = 0; at + 8 <= key->size(); ++at) {
                    const ByteView part = key->view().subspan(at, 8);
                    QVERIFY(!content.contains(
                        QByteArrayView{reinterpret_cast<const char*>(part.data()), 8}));
                }
            }
            QVERIFY(!content.contains("counter-keys"));
            QVERIFY(!content.contains(kPassphrase.data()));
        }
    }

    void noKeyIsLeftInMemoryThatWasGivenBack()
    {
        Place place;
        auto keys = std::optional{CounterKeys::generate(place.random)};
        static Bytes ticket; // outlives the search for it
        ticket.assign(keys->ticket.view().begin(), keys->ticket.view().end());
        foundInHeap = 0;
        soughtInHeap = ticket;
        delete new Bytes(ticket);
        QCOMPARE(foundInHeap, 1); // the search finds what there is
        foundInHeap = 0;
        {
            auto vault = place.open();
            QVERIFY(vault->store("a", secretOf("curtain")));
            QVERIFY(storeKeys(*vault, *keys));
            QVERIFY(vault->store("b", secretOf("stage")));
            // Lies behind the keys in the file, and makes what holds them grow.
            QVERIFY(vault->store("comes after the keys", SecretBytes{Bytes(4096, 'x')}));
            fileFaults() = {"rename", 1, EIO, false, 0, 0};
            QVERIFY(!vault->remove("b"));
            fileFaults() = {};
            keys.reset();
        }
        QCOMPARE(foundInHeap, 0);
        {
            auto vault = place.open();
            keys = *loadKeys(*vault);
            QVERIFY(keys);
            keys.reset();
            QVERIFY(vault->remove("counter-keys"));
        }
        QCOMPARE(foundInHeap, 0);
    }

    void whatKeysTheVaultCannotHaveWrittenAreRefused()
    {
        MemoryVault vault;
        QVERIFY(!loadKeys(vault)->has_value());
        for (const std::string_view content : {"", "rubbish", "\xa0"}) {
            QVERIFY(vault.store("counter-keys", secretOf(content)));
            QCOMPARE(loadKeys(vault).error().code, std::string{"keys_damaged"});
        }
    }

    void twoProgramsLoseNothingOfEachOther()
    {
        Place place;
        QVERIFY(place.open()->store("first", secretOf("curtain")));
        constexpr int kStores = 20;
        int go[2];
        QCOMPARE(::pipe(go), 0);
        const auto begin = [&](const std::string& name) {
            const pid_t child = ::fork();
            if (child == 0) {
                ::close(go[1]);
                auto vault = place.open();
                char byte = 0;
                (void)!::read(go[0], &byte, 1); // until the pipe is closed: both have opened
                bool stored = vault != nullptr;
                for (int i = 0; stored && i < kStores; ++i) {
                    stored = vault->store(name + std::to_string(i), secretOf(name)).has_value();
                }
                ::_exit(stored ? 0 : 1);
            }
            return child;
        };
        const pid_t children[] = {begin("a"), begin("b")};
        ::usleep(1'500'000);
        ::close(go[0]);
        ::close(go[1]);
        for (const pid_t child : children) {
            int status = -1;
            ::waitpid(child, &status, 0);
            QVERIFY(WIFEXITED(status) && WEXITSTATUS(status) == 0);
        }
        auto vault = place.open();
        QVERIFY(vault);
        QCOMPARE(told(*vault, "first"), std::string{"curtain"});
        for (int i = 0; i < kStores; ++i) {
            QCOMPARE(told(*vault, "a" + std::to_string(i)), std::string{"a"});
            QCOMPARE(told(*vault, "b" + std::to_string(i)), std::string{"b"});
        }
    }

    void ofTwoNewVaultsTheSecondDoesNotWriteOverTheFirst()
    {
        Place place;
        auto first = place.open();
        auto second = place.open();
        QVERIFY(first->store("a", secretOf("curtain")));
        const auto stored = second->store("b", secretOf("stage"));
        QVERIFY(!stored);
        QCOMPARE(stored.error().code, std::string{"vault_changed"});
        QCOMPARE(told(*second, "b"), std::string{"-"});
        QCOMPARE(told(*place.open(), "a"), std::string{"curtain"});
    }

    void aFileDamagedMeanwhileIsNotWrittenOver()
    {
        Place place;
        auto vault = place.open();
        QVERIFY(vault->store("a", secretOf("curtain")));
        put(place.path, "rubbish");
        QCOMPARE(vault->store("b", secretOf("stage")).error().code, std::string{"vault_damaged"});
        QCOMPARE(contentOf(place.path), QByteArray("rubbish"));
        QVERIFY(QFile::remove(QString::fromStdString(place.path)));
        QVERIFY(vault->store("b", secretOf("stage")));
        QCOMPARE(told(*place.open(), "a"), std::string{"curtain"});
    }
};

QTEST_GUILESS_MAIN(VaultTest)
#include "test_vault.moc"
