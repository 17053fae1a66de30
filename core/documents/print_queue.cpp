// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/documents/print_queue.h"

#include "core/documents/print_trouble.h"

#include <cups/cups.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <memory>
#include <optional>
#include <string_view>
#include <thread>
#include <utility>
#include <unistd.h>

namespace foyer {
namespace {

constexpr int kConnectMs = 5000;
constexpr std::chrono::milliseconds kPollEvery{200};

using Connection = std::unique_ptr<http_t, decltype(&httpClose)>;
using Message = std::unique_ptr<ipp_t, decltype(&ippDelete)>;

Error noService()
{
    return storageError(
        "no_print_service",
        "The system's print service does not answer. Start CUPS or install it, then print again; "
        "the documents are kept as PDF files meanwhile.");
}

Error unknownQueue(const std::string& queue)
{
    Error error = storageError("unknown_queue",
                               "There is no print queue \"" + queue +
                                   "\" on this system. Choose another printer in the settings.",
                               queue);
    error.facts = {queue};
    return error;
}

Connection connected(const std::string& server)
{
    // Without this, the library asks for passwords on the terminal and waits for ever.
    cupsSetPasswordCB2([](const char*, http_t*, const char*, const char*,
                          void*) -> const char* { return nullptr; },
                       nullptr);
    std::string host = server.empty() ? cupsServer() : server;
    int port = ippPort();
    const std::size_t colon = host.rfind(':');
    if (!server.empty() && host.front() != '/' && colon != std::string::npos) {
        port = std::atoi(host.c_str() + colon + 1);
        host.resize(colon);
    }
    return {httpConnect2(host.c_str(), port, nullptr, AF_UNSPEC, HTTP_ENCRYPTION_IF_REQUESTED, 1,
                         kConnectMs, nullptr),
            &httpClose};
}

std::string queueUri(const std::string& queue)
{
    std::array<char, HTTP_MAX_URI> uri{};
    httpAssembleURIf(HTTP_URI_CODING_ALL, uri.data(), static_cast<int>(uri.size()), "ipp", nullptr,
                     "localhost", 0, "/printers/%s", queue.c_str());
    return uri.data();
}

void addName(ipp_t* request, ipp_tag_t kind, const char* name, const std::string& value)
{
    ippAddString(request, IPP_TAG_OPERATION, kind, name, nullptr, value.c_str());
}

ipp_t* newJobRequest(ipp_op_t operation, int job)
{
    ipp_t* request = ippNewRequest(operation);
    addName(request, IPP_TAG_URI, "job-uri", "ipp://localhost/jobs/" + std::to_string(job));
    addName(request, IPP_TAG_NAME, "requesting-user-name", cupsUser());
    return request;
}

ipp_t* newPrintRequest(const std::string& queue, const PrintOptions& options)
{
    ipp_t* request = ippNewRequest(IPP_OP_PRINT_JOB);
    // What the printer says of the job is read by this program, so it is asked for in one language.
    ipp_attribute_t* language =
        ippFindAttribute(request, "attributes-natural-language", IPP_TAG_LANGUAGE);
    ippSetString(request, &language, 0, "en");
    addName(request, IPP_TAG_URI, "printer-uri", queueUri(queue));
    addName(request, IPP_TAG_NAME, "requesting-user-name", cupsUser());
    addName(request, IPP_TAG_NAME, "job-name", options.title.empty() ? "Foyer" : options.title);
    addName(request, IPP_TAG_MIMETYPE, "document-format", "application/pdf");
    if (options.copies > 1) {
        ippAddInteger(request, IPP_TAG_JOB, IPP_TAG_INTEGER, "copies", options.copies);
    }
    if (!options.media.empty()) {
        ippAddString(request, IPP_TAG_JOB, IPP_TAG_KEYWORD, "media", nullptr,
                     options.media.c_str());
    }
    return request;
}

/// Sends a request, which it takes over, and answers what came back; null where nothing did.
Message answer(const Connection& connection, ipp_t* request, const char* resource)
{
    return {cupsDoRequest(connection.get(), request, resource), &ippDelete};
}

std::string textOf(ipp_attribute_t* attribute)
{
    const char* text = attribute == nullptr ? nullptr : ippGetString(attribute, 0, nullptr);
    return text == nullptr ? std::string{} : std::string{text};
}

std::string textOf(const Message& message, const char* name)
{
    return textOf(ippFindAttribute(message.get(), name, IPP_TAG_ZERO));
}

int numberOf(const Message& message, const char* name)
{
    ipp_attribute_t* attribute = ippFindAttribute(message.get(), name, IPP_TAG_ENUM);
    return attribute == nullptr ? 0 : ippGetInteger(attribute, 0);
}

std::vector<std::string> listOf(const Message& message, const char* name)
{
    std::vector<std::string> texts;
    ipp_attribute_t* attribute = ippFindAttribute(message.get(), name, IPP_TAG_KEYWORD);
    for (int i = 0; attribute != nullptr && i < ippGetCount(attribute); ++i) {
        texts.emplace_back(ippGetString(attribute, i, nullptr));
    }
    return texts;
}

/// A job that has not ended: whether it needs somebody is said by its printer.
PrintStatus unfinished(ipp_jstate_t state, const Message& printer, const std::string& detail)
{
    if (state == IPP_JSTATE_HELD) {
        return {PrintStatus::State::NeedsAttention, "job_held",
                "The print job is held. Release it in the system's print settings."};
    }
    if (saysUnreachable(detail)) {
        return {
            PrintStatus::State::NeedsAttention, "printer_unreachable",
            "The printer does not answer. Switch it on and check its cable, and printing goes on."};
    }
    if (printer != nullptr) {
        if (auto trouble = printerTrouble(listOf(printer, "printer-state-reasons"))) {
            return *std::move(trouble);
        }
        if (numberOf(printer, "printer-state") == IPP_PSTATE_STOPPED) {
            return {PrintStatus::State::NeedsAttention, "printer_stopped",
                    withPrinterDetail(
                        "The print queue is stopped. Start it in the system's print settings.",
                        textOf(printer, "printer-state-message"))};
        }
    }
    return {state == IPP_JSTATE_PROCESSING ? PrintStatus::State::Printing
                                           : PrintStatus::State::Waiting,
            {},
            {}};
}

bool isFound(const Message& message)
{
    return message != nullptr &&
        ippGetStatusCode(message.get()) < IPP_STATUS_REDIRECTION_OTHER_SITE;
}

} // namespace

PrintService::PrintService(std::string server) : m_server{std::move(server)} {}

Result<std::vector<PrintQueue>> PrintService::queues() const
{
    const Connection connection = connected(m_server);
    if (!connection) {
        return noService();
    }
    const Message first = answer(connection, ippNewRequest(IPP_OP_CUPS_GET_DEFAULT), "/");
    const std::string defaultName = isFound(first) ? textOf(first, "printer-name") : std::string{};
    const Message all = answer(connection, ippNewRequest(IPP_OP_CUPS_GET_PRINTERS), "/");
    std::vector<PrintQueue> queues;
    if (all != nullptr && ippGetStatusCode(all.get()) == IPP_STATUS_ERROR_NOT_FOUND) {
        return queues;
    }
    if (!isFound(all)) {
        return storageError("print_answer",
                            std::string{"The print service gave no list of printers ("} +
                                cupsLastErrorString() + "). Restart it, then try again.");
    }
    // One group of attributes for each queue, with a nameless attribute between two of them.
    PrintQueue queue;
    const auto take = [&] {
        if (!queue.name.empty()) {
            queue.isDefault = queue.name == defaultName;
            queues.push_back(std::exchange(queue, {}));
        }
    };
    for (ipp_attribute_t* attribute = ippFirstAttribute(all.get()); attribute != nullptr;
         attribute = ippNextAttribute(all.get())) {
        const char* raw = ippGetName(attribute);
        const std::string_view name = raw == nullptr ? std::string_view{} : std::string_view{raw};
        if (ippGetGroupTag(attribute) != IPP_TAG_PRINTER || name.empty()) {
            take();
        } else if (name == "printer-name") {
            queue.name = textOf(attribute);
        } else if (name == "printer-info") {
            queue.description = textOf(attribute);
        } else if (name == "printer-location") {
            queue.location = textOf(attribute);
        } else if (name == "printer-is-accepting-jobs") {
            queue.isAccepting = ippGetBoolean(attribute, 0) != 0;
        } else if (name == "printer-state") {
            queue.isStopped = ippGetInteger(attribute, 0) == IPP_PSTATE_STOPPED;
        }
    }
    take();
    std::sort(queues.begin(), queues.end(),
              [](const PrintQueue& a, const PrintQueue& b) { return a.name < b.name; });
    return queues;
}

Result<PrintJob> PrintService::print(const std::string& pdf, const std::string& queue,
                                     const PrintOptions& options) const
{
    if (access(pdf.c_str(), R_OK) != 0) {
        return badInput(
            "print_file_unreadable",
            "The document to print is not there any more. Make it again, then print it.", pdf);
    }
    const Connection connection = connected(m_server);
    if (!connection) {
        return noService();
    }
    if (queue.empty() || queue.find_first_of("/?#% ") != std::string::npos) {
        return unknownQueue(queue);
    }
    // The library's own cupsPrintFile looks queues up on the default server, whatever connection it
    // is given.
    const Message done{cupsDoFileRequest(connection.get(), newPrintRequest(queue, options),
                                         ("/printers/" + queue).c_str(), pdf.c_str()),
                       &ippDelete};
    if (isFound(done)) {
        if (ipp_attribute_t* id = ippFindAttribute(done.get(), "job-id", IPP_TAG_INTEGER)) {
            return PrintJob{queue, ippGetInteger(id, 0)};
        }
    }
    const ipp_status_t status = cupsLastError();
    const std::string detail = cupsLastErrorString();
    if (status == IPP_STATUS_ERROR_NOT_FOUND) {
        return unknownQueue(queue);
    }
    if (status == IPP_STATUS_ERROR_NOT_ACCEPTING_JOBS) {
        Error error =
            storageError("queue_rejects_jobs",
                         "The print queue \"" + queue +
                             "\" takes no jobs at present. Let it accept jobs in the system's "
                             "print settings, or choose another printer.",
                         queue);
        error.facts = {queue};
        return error;
    }
    return storageError(
        "print_refused",
        "The print service refused the document (" + detail +
            "). Check the printer in the system's print settings, then print again.",
        queue);
}

Result<PrintStatus> PrintService::status(const PrintJob& job) const
{
    const Connection connection = connected(m_server);
    if (!connection) {
        return noService();
    }
    const Message found = answer(connection, newJobRequest(IPP_OP_GET_JOB_ATTRIBUTES, job.id), "/");
    if (!isFound(found)) {
        return storageError(
            "unknown_job",
            "The print service does not know this print job any more. See at the printer "
            "whether it was printed.",
            job.queue);
    }
    const auto state = static_cast<ipp_jstate_t>(numberOf(found, "job-state"));
    switch (state) {
    case IPP_JSTATE_COMPLETED:
        return PrintStatus{PrintStatus::State::Done, {}, {}};
    case IPP_JSTATE_CANCELED:
    case IPP_JSTATE_ABORTED:
        return printFailure(state == IPP_JSTATE_CANCELED,
                            textOf(found, "job-printer-state-message"));
    default:
        break;
    }
    ipp_t* request = ippNewRequest(IPP_OP_GET_PRINTER_ATTRIBUTES);
    addName(request, IPP_TAG_URI, "printer-uri", queueUri(job.queue));
    const Message printer = answer(connection, request, "/");
    return unfinished(state, printer, textOf(found, "job-printer-state-message"));
}

Result<PrintStatus>
PrintService::watch(const PrintJob& job, std::chrono::milliseconds patience,
                    const std::function<bool(const PrintStatus&)>& onChange) const
{
    const auto until = std::chrono::steady_clock::now() + patience;
    std::optional<PrintStatus> last;
    while (true) {
        const Result<PrintStatus> now = status(job);
        if (!now) {
            return now.error();
        }
        const bool isNew = last != *now;
        last = *now;
        if (now->state == PrintStatus::State::Failed) {
            return storageError(now->code, now->message, job.queue);
        }
        const bool isOver =
            now->state == PrintStatus::State::Done || std::chrono::steady_clock::now() >= until;
        if ((isNew && onChange && !onChange(*now)) || isOver) {
            return *now;
        }
        std::this_thread::sleep_for(kPollEvery);
    }
}

Result<void> PrintService::cancel(const PrintJob& job) const
{
    const Connection connection = connected(m_server);
    if (!connection) {
        return noService();
    }
    const Message done = answer(connection, newJobRequest(IPP_OP_CANCEL_JOB, job.id), "/jobs/");
    if (isFound(done)) {
        return {};
    }
    return storageError("print_refused",
                        std::string{"The print job cannot be taken back ("} +
                            cupsLastErrorString() + "). It may be printed already.",
                        job.queue);
}

} // namespace foyer
