// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/failing_vfs.h"

#include <sqlite3.h>

#include <algorithm>
#include <cstddef>
#include <fstream>
#include <new>
#include <random>

namespace foyer::test::failing_disk {
namespace {

struct Plan {
    int left = 0; // operations until the fault; 0: none is planned
    Fault fault = Fault::Full;
    bool broken = false;
    bool happened = false;
};
Plan plan;
sqlite3_vfs* realVfs = nullptr;

using Content = std::vector<std::uint8_t>;

struct Remembered {
    Content synced;
    Content now;
};
struct PowerPlan {
    bool remembers = false;
    int left = 0;
    std::uint64_t seed = 0;
    std::map<std::string, Remembered> files;
    Disk disk;
};
PowerPlan power;

Content afterPowerCut(const Remembered& file, std::mt19937_64& random)
{
    constexpr std::size_t kSector = 512;
    const bool grown = random() % 2 == 0;
    Content content = grown ? file.now : file.synced;
    for (std::size_t at = 0; at < content.size(); at += kSector) {
        const Content& from = random() % 2 == 0 ? file.now : file.synced;
        const std::size_t end = std::min({at + kSector, content.size(), from.size()});
        for (std::size_t i = at; i < end; ++i) {
            content[i] = from[i];
        }
    }
    return content;
}

void beforeOperation()
{
    if (power.left == 0 || --power.left > 0) {
        return;
    }
    std::mt19937_64 random{power.seed};
    for (const auto& [path, file] : power.files) {
        power.disk[path] = afterPowerCut(file, random);
    }
}

Content contentOf(const std::string& path)
{
    std::ifstream file{path, std::ios::binary | std::ios::ate};
    if (!file) {
        return {};
    }
    Content content(static_cast<std::size_t>(file.tellg()));
    file.seekg(0);
    file.read(reinterpret_cast<char*>(content.data()),
              static_cast<std::streamsize>(content.size()));
    return content;
}

bool isLasting(Fault fault)
{
    return fault == Fault::Full || fault == Fault::Error;
}

/// Whether the operation that is about to happen has to fail.
bool mustFail(bool isSync)
{
    if ((plan.fault == Fault::SyncOnce) != isSync) {
        return false;
    }
    if (plan.broken) {
        return true;
    }
    if (plan.left == 0 || --plan.left > 0) {
        return false;
    }
    plan.happened = true;
    plan.broken = isLasting(plan.fault);
    return true;
}

int writeFault()
{
    return plan.fault == Fault::Full || plan.fault == Fault::FullOnce ? SQLITE_FULL
                                                                      : SQLITE_IOERR_WRITE;
}

/// Our file, directly followed by the real one.
struct File {
    sqlite3_file base;
    bool watched;
    const char* path; // SQLite keeps it as long as the file is open
    Remembered* remembered()
    {
        const auto known = watched ? power.files.find(path) : power.files.end();
        return known != power.files.end() ? &known->second : nullptr;
    }
    sqlite3_file* real() { return reinterpret_cast<sqlite3_file*>(this + 1); }
    const sqlite3_io_methods& does() { return *real()->pMethods; }
};

File& mine(sqlite3_file* file)
{
    return *reinterpret_cast<File*>(file);
}

int closeFile(sqlite3_file* f)
{
    return mine(f).does().xClose(mine(f).real());
}
int readFile(sqlite3_file* f, void* into, int amount, sqlite3_int64 offset)
{
    return mine(f).does().xRead(mine(f).real(), into, amount, offset);
}
int writeFile(sqlite3_file* f, const void* from, int amount, sqlite3_int64 offset)
{
    if (Remembered* file = mine(f).remembered()) {
        beforeOperation();
        const auto at = static_cast<std::size_t>(offset);
        const auto* bytes = static_cast<const std::uint8_t*>(from);
        file->now.resize(std::max(file->now.size(), at + static_cast<std::size_t>(amount)));
        std::copy_n(bytes, amount, file->now.begin() + offset);
    }
    if (mine(f).watched && mustFail(false)) {
        (void)mine(f).does().xWrite(mine(f).real(), from, amount / 2, offset);
        return writeFault();
    }
    return mine(f).does().xWrite(mine(f).real(), from, amount, offset);
}
int truncateFile(sqlite3_file* f, sqlite3_int64 size)
{
    if (Remembered* file = mine(f).remembered()) {
        beforeOperation();
        file->now.resize(static_cast<std::size_t>(size));
    }
    return mine(f).watched && mustFail(false) ? SQLITE_IOERR_TRUNCATE
                                              : mine(f).does().xTruncate(mine(f).real(), size);
}
int syncFile(sqlite3_file* f, int flags)
{
    if (Remembered* file = mine(f).remembered()) {
        beforeOperation();
        file->synced = file->now;
    }
    return mine(f).watched && mustFail(true) ? SQLITE_IOERR_FSYNC
                                             : mine(f).does().xSync(mine(f).real(), flags);
}
int fileSize(sqlite3_file* f, sqlite3_int64* size)
{
    return mine(f).does().xFileSize(mine(f).real(), size);
}
int lockFile(sqlite3_file* f, int lock)
{
    return mine(f).does().xLock(mine(f).real(), lock);
}
int unlockFile(sqlite3_file* f, int lock)
{
    return mine(f).does().xUnlock(mine(f).real(), lock);
}
int checkReservedLock(sqlite3_file* f, int* held)
{
    return mine(f).does().xCheckReservedLock(mine(f).real(), held);
}
int fileControl(sqlite3_file* f, int what, void* argument)
{
    return mine(f).does().xFileControl(mine(f).real(), what, argument);
}
int sectorSize(sqlite3_file* f)
{
    return mine(f).does().xSectorSize(mine(f).real());
}
int characteristics(sqlite3_file* f)
{
    return mine(f).does().xDeviceCharacteristics(mine(f).real());
}
int shmMap(sqlite3_file* f, int page, int size, int extend, void volatile** at)
{
    return mine(f).does().xShmMap(mine(f).real(), page, size, extend, at);
}
int shmLock(sqlite3_file* f, int offset, int count, int flags)
{
    return mine(f).does().xShmLock(mine(f).real(), offset, count, flags);
}
void shmBarrier(sqlite3_file* f)
{
    mine(f).does().xShmBarrier(mine(f).real());
}
int shmUnmap(sqlite3_file* f, int remove)
{
    return mine(f).does().xShmUnmap(mine(f).real(), remove);
}

// Version 2: with shared memory for the WAL, without memory-mapped reads, which could not fail.
const sqlite3_io_methods kMethods{
    2,        closeFile,  readFile,          writeFile,   truncateFile, syncFile,        fileSize,
    lockFile, unlockFile, checkReservedLock, fileControl, sectorSize,   characteristics, shmMap,
    shmLock,  shmBarrier, shmUnmap,          nullptr,     nullptr};

int openFile(sqlite3_vfs*, const char* name, sqlite3_file* file, int flags, int* outFlags)
{
    auto* opened = new (file) File{};
    opened->watched = (flags & (SQLITE_OPEN_MAIN_DB | SQLITE_OPEN_WAL)) != 0;
    opened->path = name;
    if (opened->watched && power.remembers) {
        const Content content = contentOf(name);
        power.files.insert_or_assign(name, Remembered{content, content});
    }
    const int code = realVfs->xOpen(realVfs, name, opened->real(), flags, outFlags);
    opened->base.pMethods = opened->real()->pMethods != nullptr ? &kMethods : nullptr;
    return code;
}
int deleteFile(sqlite3_vfs*, const char* name, int sync)
{
    return realVfs->xDelete(realVfs, name, sync);
}
int access(sqlite3_vfs*, const char* name, int flags, int* answer)
{
    return realVfs->xAccess(realVfs, name, flags, answer);
}
int fullPathname(sqlite3_vfs*, const char* name, int size, char* into)
{
    return realVfs->xFullPathname(realVfs, name, size, into);
}

} // namespace

void install()
{
    static sqlite3_vfs vfs;
    realVfs = sqlite3_vfs_find(nullptr);
    vfs = *realVfs;
    vfs.pNext = nullptr;
    vfs.zName = "failing";
    vfs.szOsFile = static_cast<int>(sizeof(File)) + realVfs->szOsFile;
    vfs.xOpen = openFile;
    vfs.xDelete = deleteFile;
    vfs.xAccess = access;
    vfs.xFullPathname = fullPathname;
    sqlite3_vfs_register(&vfs, 1);
}

void failAt(int nth, Fault fault)
{
    plan = {nth, fault, false, false};
}

void rememberWhatIsSynced()
{
    power = {};
    power.remembers = true;
}

void cutPowerAt(int nth, std::uint64_t seed)
{
    power.left = nth;
    power.seed = seed;
}

Disk diskAfterPowerCut()
{
    Disk disk = std::move(power.disk);
    power = {};
    return disk;
}

bool repair()
{
    const bool happened = plan.happened;
    plan = {};
    return happened;
}

} // namespace foyer::test::failing_disk
