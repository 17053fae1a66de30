// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/picture/confinement.h"

#include <array>
#include <cerrno>
#include <ctime>

#include <seccomp.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

namespace foyer::picture {
namespace {

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr bool kIsSanitized = true;
#elif defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)
constexpr bool kIsSanitized = true;
#else
constexpr bool kIsSanitized = false;
#endif
#else
constexpr bool kIsSanitized = false;
#endif

// 40 megapixels as a progressive JPEG take 240 MB of coefficients; as a PNG with alpha 160 MB.
constexpr rlim_t kMemoryMax = rlim_t{640} * 1024 * 1024;
constexpr rlim_t kProcessorSecondsMax = 20;

bool limit(__rlimit_resource_t what, rlim_t value)
{
    const rlimit both{value, value};
    return ::setrlimit(what, &both) == 0;
}

/// What a program does that reads, computes and writes. Opening files fails, as libraries that look
/// for the time zone or the processor go on without; everything else ends the process.
bool permitFewCalls()
{
    constexpr std::array kPermitted{
        SCMP_SYS(read),       SCMP_SYS(write),  SCMP_SYS(brk),           SCMP_SYS(mmap),
        SCMP_SYS(munmap),     SCMP_SYS(mremap), SCMP_SYS(madvise),       SCMP_SYS(futex),
        SCMP_SYS(exit_group), SCMP_SYS(exit),   SCMP_SYS(clock_gettime), SCMP_SYS(rt_sigreturn),
        SCMP_SYS(newfstatat), SCMP_SYS(fstat),  SCMP_SYS(getrandom)};
    constexpr std::array kFailing{SCMP_SYS(openat), SCMP_SYS(open), SCMP_SYS(sched_getaffinity),
                                  SCMP_SYS(ioctl), SCMP_SYS(lseek)};
    // It has one thread. And this action needs no system call of its own to be set up, which a
    // service manager may have taken away.
    scmp_filter_ctx filter = ::seccomp_init(SCMP_ACT_KILL_THREAD);
    if (filter == nullptr) {
        return false;
    }
    bool isSet = true;
    for (const int call : kPermitted) {
        isSet = isSet && ::seccomp_rule_add(filter, SCMP_ACT_ALLOW, call, 0) == 0;
    }
    for (const int call : kFailing) {
        isSet = isSet && ::seccomp_rule_add(filter, SCMP_ACT_ERRNO(EACCES), call, 0) == 0;
    }
    isSet = isSet && ::seccomp_load(filter) == 0;
    ::seccomp_release(filter);
    return isSet;
}

} // namespace

bool confine()
{
    constexpr unsigned kFirstOther = 3;
    ::tzset(); // while files can be opened: the colour library asks for the date
    const bool isLimited = ::close_range(kFirstOther, ~0U, 0) == 0 &&
        ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 &&
        ::prctl(PR_SET_DUMPABLE, 0, 0, 0, 0) == 0 && limit(RLIMIT_CORE, 0) &&
        limit(RLIMIT_FSIZE, 0) && limit(RLIMIT_CPU, kProcessorSecondsMax);
    return isLimited &&
        (kIsSanitized ||
         (limit(RLIMIT_NOFILE, kFirstOther) && limit(RLIMIT_AS, kMemoryMax) && permitFewCalls()));
}

} // namespace foyer::picture
