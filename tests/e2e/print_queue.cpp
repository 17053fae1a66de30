// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/printing/print_run.h"
#include "core/documents/print_queue.h"
#include "core/documents/printing/slip_document.h"
#include "core/documents/tickets/ticket_document.h"
#include "tests/support/pdf_pages.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <chrono>
#include <csignal>

using namespace foyer;
using namespace foyer::test;
using namespace std::chrono_literals;

namespace {

constexpr auto kPatience = 30s;
const std::string kCode = "6BFOXN*TS3DH0YOJ%2A8K$4Z 17PQR/CVWM.-9EGLUI:5+";

} // namespace

/// Runs inside print_queue.sh, which starts a CUPS server and an IPP printer of its own.
class PrintQueueTest : public QObject {
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    QDir m_printer;
    std::string m_pdf;
    std::string m_server;

    /// What the printer does with the jobs that come.
    void tellPrinter(const char* state)
    {
        QFile file{m_printer.filePath(QStringLiteral("printer"))};
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(state);
    }

    QString printed() const { return m_printer.filePath(QStringLiteral("spool/printed.pdf")); }

    /// Watches until the job is in a state.
    Result<PrintStatus> watchUntil(const PrintJob& job, PrintStatus::State state,
                                   const std::string& code = {}) const
    {
        return PrintService{m_server}.watch(job, kPatience, [&](const PrintStatus& now) {
            return now.state != state || now.code != code;
        });
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_server = qgetenv("FOYER_TEST_PRINT_SERVER").toStdString();
        m_printer.setPath(qEnvironmentVariable("FOYER_TEST_PRINTER"));
        QVERIFY2(!m_server.empty(), "Run this test through tests/e2e/print_queue.sh.");
        TicketPage page;
        page.event = "Hamlet";
        page.dateLine = "Saturday, 28 November 2026";
        page.timeLine = "19:30";
        page.place = "Standing";
        page.orderCode = "AB-CDEFG-H";
        page.codeText = kCode;
        m_pdf = m_folder.filePath(QStringLiteral("ticket.pdf")).toStdString();
        QVERIFY(writeTicketsPdf(m_pdf, {page}).has_value());
    }

    void init()
    {
        tellPrinter("ready");
        QFile::remove(printed());
    }

    void theQueuesOfTheSystemAreListedWithTheDefaultAndTheClosedOne()
    {
        const auto queues = PrintService{m_server}.queues();
        QVERIFY2(queues.has_value(), queues ? "" : queues.error().message.c_str());
        QCOMPARE(queues->size(), std::size_t{2});
        const PrintQueue& closed = queues->front();
        QCOMPARE(closed.name, std::string{"CLOSED"});
        QVERIFY(!closed.isAccepting && !closed.isDefault);
        const PrintQueue& open = queues->back();
        QCOMPARE(open.name, std::string{"TICKET"});
        QCOMPARE(open.description, std::string{"Ticket printer"});
        QCOMPARE(open.location, std::string{"Counter 1"});
        QVERIFY(open.isAccepting && open.isDefault && !open.isStopped);
    }

    void aTicketReachesThePrinterWithItsCode()
    {
        const PrintService service{m_server};
        const auto job = service.print(m_pdf, "TICKET", {.title = "Tickets AB-CDEFG-H"});
        QVERIFY2(job.has_value(), job ? "" : job.error().message.c_str());
        std::vector<PrintStatus::State> seen;
        const auto end = service.watch(*job, kPatience, [&seen](const PrintStatus& status) {
            seen.push_back(status.state);
            return true;
        });
        QVERIFY2(end.has_value(), end ? "" : end.error().message.c_str());
        QCOMPARE(end->state, PrintStatus::State::Done);
        QVERIFY(!seen.empty());
        const std::vector<QImage> pages = rasterized(printed(), 150);
        QCOMPARE(pages.size(), std::size_t{1});
        QCOMPARE(codesIn(pages[0]), std::vector<std::string>{kCode});
    }

    void jobsGivenOneAfterTheOtherAreAllPrinted()
    {
        const PrintService service{m_server};
        const auto first = service.print(m_pdf, "TICKET", {});
        const auto second = service.print(m_pdf, "TICKET", {.copies = 2});
        QVERIFY(first && second);
        QVERIFY(first->id != second->id);
        QCOMPARE(service.watch(*second, kPatience)->state, PrintStatus::State::Done);
        QCOMPARE(service.watch(*first, kPatience)->state, PrintStatus::State::Done);
    }

    void missingPaperIsSaidAndPrintingGoesOnWhenItIsLoaded()
    {
        tellPrinter("no-paper");
        const PrintService service{m_server};
        const auto job = service.print(m_pdf, "TICKET", {});
        QVERIFY(job.has_value());
        const auto waiting = watchUntil(*job, PrintStatus::State::NeedsAttention, "media_missing");
        QVERIFY2(waiting.has_value(), waiting ? "" : waiting.error().message.c_str());
        QCOMPARE(waiting->state, PrintStatus::State::NeedsAttention);
        QCOMPARE(waiting->code, std::string{"media_missing"});
        QVERIFY(!waiting->message.empty());
        QVERIFY(!QFile::exists(printed()));
        tellPrinter("ready");
        const auto end = service.watch(*job, kPatience);
        QVERIFY2(end.has_value(), end ? "" : end.error().message.c_str());
        QCOMPARE(end->state, PrintStatus::State::Done);
        QVERIFY(QFile::exists(printed()));
    }

    void aJobOfTheSpoolGoesThroughTheQueueAndIsConfirmed()
    {
        tellPrinter("no-paper");
        const Printer printer{"Office", PrinterLanguage::Pdf, "queue:TICKET", PrinterPaper::A4, 7};
        app::ReadyJob ready{{}, printer, {{{1}, {testPage(printer)}}}, {}};
        ready.job.title = "Test page";
        std::vector<SpoolState> states;
        std::vector<std::string> troubles;
        const app::RunListener listener{[&](const std::vector<int>& pages, SpoolState state,
                                            const std::optional<Error>&) {
                                            states.push_back(state);
                                            return pages == std::vector<int>{1};
                                        },
                                        [&](const PrinterTrouble* trouble) {
                                            if (trouble != nullptr) {
                                                troubles.push_back(trouble->code);
                                                tellPrinter("ready");
                                            }
                                            return true;
                                        }};
        const auto fault = app::printJob(ready, listener, {}, m_server);
        QVERIFY2(!fault, fault ? fault->message.c_str() : "");
        QCOMPARE(states, (std::vector<SpoolState>{SpoolState::Sending, SpoolState::Confirmed}));
        QVERIFY(std::find(troubles.begin(), troubles.end(), "media_missing") != troubles.end());
        QCOMPARE(codesIn(rasterized(printed(), 150).at(0)), std::vector<std::string>{"SPECIMEN"});
    }

    void aJobThatWasTakenBackIsToldAsCancelled()
    {
        tellPrinter("no-paper");
        const PrintService service{m_server};
        const auto job = service.print(m_pdf, "TICKET", {});
        QVERIFY(job.has_value());
        QVERIFY(watchUntil(*job, PrintStatus::State::NeedsAttention, "media_missing").has_value());
        QVERIFY(service.cancel(*job).has_value());
        tellPrinter("ready");
        const auto end = service.watch(*job, kPatience);
        QVERIFY(!end.has_value());
        QCOMPARE(end.error().code, std::string{"job_cancelled"});
        QCOMPARE(end.error().kind, ErrorKind::Storage);
        QVERIFY(!service.cancel(*job).has_value());
    }

    void aPrinterThatGivesUpIsToldAsAFailure()
    {
        tellPrinter("broken");
        const PrintService service{m_server};
        // On a busy machine CUPS has called such a job completed after its second attempt; what it
        // says is all that there is to know, so another job is given to it then.
        constexpr int kJobs = 3;
        Result<PrintStatus> end = PrintStatus{};
        for (int i = 0; i < kJobs && end.has_value(); ++i) {
            const auto job = service.print(m_pdf, "TICKET", {});
            QVERIFY(job.has_value());
            end = service.watch(*job, kPatience);
        }
        QVERIFY(!end.has_value());
        QVERIFY2(end.error().code == "job_failed" || end.error().code == "job_cancelled",
                 end.error().code.c_str());
    }

    void paperThatThePrinterDoesNotKnowIsToldAlthoughTheQueueTookTheJob()
    {
        const PrintService service{m_server};
        const auto job = service.print(m_pdf, "TICKET", {.media = "iso_a6_105x148mm"});
        QVERIFY(job.has_value());
        const auto end = service.watch(*job, kPatience);
        QVERIFY(!end.has_value());
        QCOMPARE(end.error().code, std::string{"media_unsupported"});
        QCOMPARE(end.error().where, std::string{"TICKET"});
    }

    void whatCannotBePrintedIsRefusedWithItsReason()
    {
        const PrintService service{m_server};
        QCOMPARE(service.print(m_pdf, "NOWHERE", {}).error().code, std::string{"unknown_queue"});
        QCOMPARE(service.print(m_pdf, "../admin/", {}).error().code, std::string{"unknown_queue"});
        QCOMPARE(service.print(m_pdf, "", {}).error().code, std::string{"unknown_queue"});
        QCOMPARE(service.print(m_pdf, "CLOSED", {}).error().code,
                 std::string{"queue_rejects_jobs"});
        QCOMPARE(service.print(m_pdf + ".gone", "TICKET", {}).error().code,
                 std::string{"print_file_unreadable"});
        QCOMPARE(service.status({"TICKET", 999'999}).error().code, std::string{"unknown_job"});
    }

    void withoutAPrintServiceEveryCallSaysSo()
    {
        const PrintService service{"127.0.0.1:1"};
        QCOMPARE(service.queues().error().code, std::string{"no_print_service"});
        QCOMPARE(service.print(m_pdf, "TICKET", {}).error().code, std::string{"no_print_service"});
        QCOMPARE(service.status({"TICKET", 1}).error().code, std::string{"no_print_service"});
        QCOMPARE(service.cancel({"TICKET", 1}).error().code, std::string{"no_print_service"});
    }

    // The last one, for it switches the printer off.
    void aPrinterThatIsSwitchedOffIsToldAsUnreachable()
    {
        const int pid = qEnvironmentVariableIntValue("FOYER_TEST_PRINTER_PID");
        QVERIFY(pid > 1);
        QVERIFY(::kill(pid, SIGKILL) == 0);
        const PrintService service{m_server};
        const auto job = service.print(m_pdf, "TICKET", {});
        QVERIFY(job.has_value());
        const auto status =
            watchUntil(*job, PrintStatus::State::NeedsAttention, "printer_unreachable");
        QVERIFY(status.has_value());
        QCOMPARE(status->state, PrintStatus::State::NeedsAttention);
        QCOMPARE(status->code, std::string{"printer_unreachable"});
        QVERIFY(service.cancel(*job).has_value());
    }
};

QTEST_MAIN(PrintQueueTest)
#include "print_queue.moc"
