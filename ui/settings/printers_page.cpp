// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/settings/printers_page.h"

#include "ui/common/empty_state.h"
#include "ui/common/error_text.h"
#include "ui/common/formatting.h"
#include "ui/common/parts.h"
#include "ui/common/theme.h"
#include "ui/settings/printer_dialog.h"
#include "ui/settings/spool_text.h"

#include <QHBoxLayout>
#include <QListWidget>
#include <QPointer>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace foyer::ui {
namespace {

constexpr int kPrintersWidth = 400;
constexpr int kRowHeight = 60; // what it is, and below it how it stands

QPushButton* addTo(QHBoxLayout* row, QPushButton* button)
{
    row->addWidget(button);
    return button;
}

} // namespace

PrintersPage::PrintersPage(PrintingPort& port, QWidget* parent)
    : QWidget{parent}, m_port{port}, m_states{new QStackedWidget{this}}, m_fault{makeLabel({},
                                                                                           "fault",
                                                                                           this)}
{
    auto* column = new QVBoxLayout{this};
    column->setContentsMargins(kAround, kAround, kAround, kAround);
    column->setSpacing(kBetween);
    auto* head = new QHBoxLayout;
    auto* words = makeLabel(tr("What cannot be printed at once waits here, and no ticket is lost."),
                            "muted", this);
    words->setWordWrap(true);
    head->addWidget(words, 1);
    column->addLayout(head);
    m_fault->setWordWrap(true);
    m_fault->hide();
    column->addWidget(m_fault);
    m_states->addWidget(buildEmpty());
    m_states->addWidget(buildLists());
    column->addWidget(m_states, 1);
    // Made last: Tab passes over what lies between a page and what has its focus.
    auto* display = addTo(head, makeButton(tr("Customer display"), "", this));
    connect(display, &QPushButton::clicked, this, &PrintersPage::customerDisplayAsked);
}

QWidget* PrintersPage::buildEmpty()
{
    auto* page = new EmptyState{
        QStringLiteral("printer"), tr("No printer is set up on this computer"),
        tr("Add the receipt printer and the ticket printer of this counter. What a printer cannot "
           "take at once waits for it here."),
        this};
    const auto* add = page->addAction(tr("Add a printer"), QStringLiteral("plus"));
    connect(add, &QPushButton::clicked, this, [this] { edit(std::nullopt); });
    return page;
}

QWidget* PrintersPage::buildLists()
{
    auto* page = new QWidget{this};
    auto* row = new QHBoxLayout{page};
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(kBetween);
    row->addWidget(buildPrinters());
    row->addWidget(buildQueue(), 1);
    page->setFocusProxy(m_printers);
    return page;
}

QWidget* PrintersPage::buildPrinters()
{
    auto* panel = makePanel(this);
    panel->setFixedWidth(kPrintersWidth);
    auto* column = new QVBoxLayout{panel};
    column->setContentsMargins(kBetween, kBetween, kBetween, kBetween);
    column->setSpacing(kInside);
    column->addWidget(makeLabel(tr("Printers of this computer"), "section", panel));
    m_printers = new QListWidget{panel};
    m_printers->setAccessibleName(tr("Printers of this computer"));
    column->addWidget(m_printers, 1);
    auto* upper = new QHBoxLayout;
    auto* test = addTo(upper, makeButton(tr("Test page"), "", panel, QStringLiteral("F6")));
    auto* remove = addTo(upper, makeButton(tr("Remove"), "", panel));
    column->addLayout(upper);
    auto* lower = new QHBoxLayout;
    auto* change = addTo(lower, makeButton(tr("Change"), "", panel, QStringLiteral("F2")));
    auto* add = addTo(lower, makeButton(tr("Add"), "primary", panel, QStringLiteral("Ins")));
    column->addLayout(lower);
    connect(add, &QPushButton::clicked, this, [this] { edit(std::nullopt); });
    const auto changeChosen = [this] {
        if (const Printer* printer = chosen()) {
            edit(*printer);
        }
    };
    connect(change, &QPushButton::clicked, this, changeChosen);
    connect(m_printers, &QListWidget::itemActivated, this, changeChosen);
    connect(test, &QPushButton::clicked, this, [this] {
        if (const Printer* printer = chosen()) {
            m_port.test(printer->name, [self = QPointer{this}](const Result<bool>& done) {
                if (self) {
                    self->say(done);
                }
            });
        }
    });
    connect(remove, &QPushButton::clicked, this, [this] {
        if (const Printer* printer = chosen()) {
            m_port.remove(printer->name, [self = QPointer{this}](const Result<bool>& done) {
                if (self) {
                    self->say(done);
                }
            });
        }
    });
    return panel;
}

QWidget* PrintersPage::buildQueue()
{
    auto* panel = makePanel(this);
    auto* column = new QVBoxLayout{panel};
    column->setContentsMargins(kBetween, kBetween, kBetween, kBetween);
    column->setSpacing(kInside);
    column->addWidget(makeLabel(tr("What waits and what was printed"), "section", panel));
    m_queue = new QListWidget{panel};
    m_queue->setAccessibleName(tr("What waits and what was printed"));
    column->addWidget(m_queue, 1);
    m_detail = makeLabel({}, "", panel);
    m_detail->setWordWrap(true);
    column->addWidget(m_detail);
    auto* buttons = new QHBoxLayout;
    m_cancel = addTo(buttons, makeButton(tr("Take back"), "", panel));
    buttons->addStretch();
    m_missing = addTo(buttons, makeButton(tr("It did not come out"), "", panel));
    m_cameOut = addTo(buttons, makeButton(tr("It came out"), "", panel));
    m_retry = addTo(buttons, makeButton(tr("Print what is missing"), "primary", panel));
    column->addLayout(buttons);
    connect(m_queue, &QListWidget::currentRowChanged, this, &PrintersPage::showJob);
    connect(m_cancel, &QPushButton::clicked, this, [this] { act(SpoolAct::Cancel); });
    connect(m_missing, &QPushButton::clicked, this, [this] { act(SpoolAct::Missing); });
    connect(m_cameOut, &QPushButton::clicked, this, [this] { act(SpoolAct::CameOut); });
    connect(m_retry, &QPushButton::clicked, this, [this] { act(SpoolAct::Retry); });
    showJob();
    return panel;
}

void PrintersPage::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    refresh();
}

void PrintersPage::refresh()
{
    m_port.printers([self = QPointer{this}](const Result<std::vector<Printer>>& printers) {
        if (self && printers) {
            self->showPrinters(*printers);
        } else if (self) {
            self->say(printers.error());
        }
    });
    m_port.jobs([self = QPointer{this}](const Result<std::vector<SpoolJob>>& jobs) {
        if (self && jobs) {
            self->showJobs(*jobs);
        }
    });
}

void PrintersPage::showPrinters(const std::vector<Printer>& printers)
{
    const int row = std::max(0, m_printers->currentRow());
    m_found = printers;
    m_printers->clear();
    for (const Printer& printer : printers) {
        auto* item = new QListWidgetItem{isolated(text(printer.name)) + QLatin1Char{'\n'} +
                                             purposeText(printer),
                                         m_printers};
        item->setSizeHint({0, kRowHeight});
        item->setToolTip(text(printer.output));
    }
    m_printers->setCurrentRow(std::min(row, m_printers->count() - 1));
    showState(*this, *m_states, printers.empty() ? 0 : 1);
}

void PrintersPage::showJobs(const std::vector<SpoolJob>& jobs)
{
    const int row = std::max(0, m_queue->currentRow());
    const PrintJobId before = static_cast<std::size_t>(row) < m_jobs.size()
        ? m_jobs[static_cast<std::size_t>(row)].id
        : PrintJobId{};
    m_jobs = jobs;
    const QSignalBlocker blocker{m_queue};
    m_queue->clear();
    int waits = 0;
    int needs = 0;
    for (const SpoolJob& job : jobs) {
        auto* item = new QListWidgetItem{text(job.title) + QLatin1Char{'\n'} +
                                             tr("%1 · %2").arg(spoolStateText(job.state),
                                                               isolated(text(job.printer))),
                                         m_queue};
        item->setSizeHint({0, kRowHeight});
        waits += job.pagesLeft() > 0 || job.state == SpoolState::Failed ? 1 : 0;
        needs += job.state == SpoolState::Unclear || !job.faultCode.empty() ? 1 : 0;
    }
    const auto same = std::ranges::find(m_jobs, before, &SpoolJob::id);
    m_queue->setCurrentRow(same == m_jobs.end() ? 0 : static_cast<int>(same - m_jobs.begin()));
    showJob();
    Q_EMIT waiting(waits, needs);
}

void PrintersPage::showJob()
{
    const auto row = static_cast<std::size_t>(std::max(0, m_queue->currentRow()));
    const SpoolJob* job = row < m_jobs.size() ? &m_jobs[row] : nullptr;
    const SpoolState state = job != nullptr ? job->state : SpoolState::Confirmed;
    m_detail->setText(job != nullptr ? spoolDetailText(*job) : QString{});
    const bool isUnclear = state == SpoolState::Unclear;
    m_cameOut->setVisible(isUnclear);
    m_missing->setVisible(isUnclear);
    m_retry->setVisible(state == SpoolState::Queued || state == SpoolState::Failed);
    m_cancel->setVisible(state == SpoolState::Queued || state == SpoolState::Failed ||
                         state == SpoolState::Sending || (isUnclear && job->pagesLeft() > 1));
}

const Printer* PrintersPage::chosen() const
{
    const auto row = static_cast<std::size_t>(std::max(0, m_printers->currentRow()));
    return row < m_found.size() ? &m_found[row] : nullptr;
}

void PrintersPage::edit(const std::optional<Printer>& printer)
{
    auto* dialog = new PrinterDialog{m_port, printer, this};
    connect(dialog, &PrinterDialog::saved, this, &PrintersPage::refresh);
    dialog->open();
}

void PrintersPage::act(SpoolAct act)
{
    const auto row = static_cast<std::size_t>(std::max(0, m_queue->currentRow()));
    if (row < m_jobs.size()) {
        m_port.act(m_jobs[row].id, act, [self = QPointer{this}](const Result<bool>& done) {
            if (self) {
                self->say(done);
            }
        });
    }
}

void PrintersPage::say(const Result<bool>& done)
{
    m_fault->setVisible(!done.has_value());
    if (!done) {
        m_fault->setText(errorText(done.error()));
    }
    if (done) {
        refresh();
    }
}

} // namespace foyer::ui
