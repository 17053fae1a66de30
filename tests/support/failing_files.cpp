// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/failing_files.h"

#include <algorithm>
#include <cerrno>
#include <string_view>

#include <sys/types.h>
#include <unistd.h>

namespace foyer::test {
namespace {

constexpr int kDeath = 9;

/// Whether the call is to fail; does not return where the process is to die.
bool fails(std::string_view call)
{
    FileFaults& faults = fileFaults();
    if (!faults.call.empty() && faults.call != call) {
        return false;
    }
    if (++faults.seen != faults.at) {
        return false;
    }
    if (faults.dies) {
        ::_exit(kDeath);
    }
    errno = faults.error;
    return true;
}

} // namespace

FileFaults& fileFaults()
{
    static FileFaults faults;
    return faults;
}

} // namespace foyer::test

using foyer::test::fails;
using foyer::test::fileFaults;

extern "C" {

int __real_open(const char* path, int flags, mode_t mode);
int __real_fchmod(int file, mode_t mode);
ssize_t __real_read(int file, void* bytes, std::size_t size);
ssize_t __real_write(int file, const void* bytes, std::size_t size);
int __real_fsync(int file);
int __real_close(int file);
int __real_rename(const char* from, const char* to);
int __real_unlink(const char* path);

int __wrap_open(const char* path, int flags, mode_t mode)
{
    return fails("open") ? -1 : __real_open(path, flags, mode);
}

int __wrap_fchmod(int file, mode_t mode)
{
    return fails("fchmod") ? -1 : __real_fchmod(file, mode);
}

ssize_t __wrap_read(int file, void* bytes, std::size_t size)
{
    return fails("read") ? -1 : __real_read(file, bytes, size);
}

ssize_t __wrap_write(int file, const void* bytes, std::size_t size)
{
    const auto& faults = fileFaults();
    const bool concerned = faults.call.empty() || faults.call == "write";
    if (concerned && faults.dies && faults.seen + 1 == faults.at) {
        (void)!__real_write(file, bytes, size / 2);
    }
    if (fails("write")) {
        return -1;
    }
    return __real_write(file, bytes,
                        faults.writeAtMost > 0 ? std::min(size, faults.writeAtMost) : size);
}

int __wrap_fsync(int file)
{
    return fails("fsync") ? -1 : __real_fsync(file);
}

int __wrap_close(int file)
{
    const int closed = __real_close(file);
    return fails("close") ? -1 : closed;
}

int __wrap_rename(const char* from, const char* to)
{
    return fails("rename") ? -1 : __real_rename(from, to);
}

int __wrap_unlink(const char* path)
{
    return fails("unlink") ? -1 : __real_unlink(path);
}

} // extern "C"
