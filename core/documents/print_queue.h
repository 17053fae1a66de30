// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"

#include <chrono>
#include <functional>
#include <string>
#include <vector>

namespace foyer {

/// A print queue of the system.
struct PrintQueue {
    std::string name;        ///< what print() takes
    std::string description; ///< as its owner named it; may be empty
    std::string location;    ///< may be empty
    bool isDefault = false;
    bool isAccepting = true; ///< takes new jobs
    bool isStopped = false;  ///< takes them, but prints nothing until somebody starts it
};

struct PrintOptions {
    std::string title;
    int copies = 1;
    std::string media; ///< PWG name, "iso_a4_210x297mm"; empty: what is loaded by default
};

struct PrintJob {
    std::string queue;
    int id = 0;
};

/// How far a job is.
struct PrintStatus {
    enum class State {
        Waiting,
        Printing,
        NeedsAttention, ///< will go on as soon as somebody has seen to the printer; see message
        Done,
        Failed,
    };
    State state = State::Waiting;
    /// Stable: media_missing, media_jam, cover_open, supply_empty, printer_unreachable,
    /// printer_stopped, job_held, media_unsupported, job_cancelled, job_failed. Empty while all is
    /// well.
    std::string code;
    std::string message; ///< a sentence that says what to do; empty while all is well
    friend bool operator==(const PrintStatus&, const PrintStatus&) = default;
};

/// The system's print service (CUPS). Every call is a short conversation over a connection of its
/// own and may wait for it up to seconds: call it off the window's thread. Nothing is kept, so one
/// object may serve several threads.
///
/// Jobs are handed over as finished PDF files, and then watched: a printer may still refuse what
/// its queue took. Errors, all of kind Storage but the first: print_file_unreadable (bad input),
/// no_print_service (none answers), unknown_queue, queue_rejects_jobs, print_refused, unknown_job,
/// print_answer (not understood).
class PrintService {
public:
    /// `server` as CUPS_SERVER is written, "host:port" or a socket; empty: the system's own.
    explicit PrintService(std::string server = {});

    /// All queues by name; empty where none is set up.
    Result<std::vector<PrintQueue>> queues() const;

    /// Hands a PDF to a queue. When it returns, the queue holds its own copy of the file.
    Result<PrintJob> print(const std::string& pdf, const std::string& queue,
                           const PrintOptions& options) const;

    Result<PrintStatus> status(const PrintJob& job) const;

    /// Follows a job until it is done, `patience` is over, or `onChange` (told of every new status)
    /// answers false; gives the last status. A job that fails is an Error with the status's code
    /// and message.
    Result<PrintStatus> watch(const PrintJob& job, std::chrono::milliseconds patience,
                              const std::function<bool(const PrintStatus&)>& onChange = {}) const;

    /// Takes a job back that is not yet done.
    Result<void> cancel(const PrintJob& job) const;

private:
    std::string m_server;
};

} // namespace foyer
