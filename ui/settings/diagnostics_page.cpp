// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/settings/diagnostics_page.h"

#include "ui/common/error_text.h"
#include "ui/common/flow_layout.h"
#include "ui/common/formatting.h"
#include "ui/common/parts.h"
#include "ui/common/theme.h"
#include "ui/settings/stuck_words.h"

#include <QDate>
#include <QDir>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLocale>
#include <QPointer>
#include <QProgressBar>
#include <QStandardPaths>
#include <QTableWidget>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>

namespace foyer::ui {
namespace {

constexpr int kWidth = 760;
constexpr int kReadAgainMs = 2'000;
constexpr int kRowHeight = 36;
constexpr int kSteps = 1'000; // of the bar

QString sizeText(std::int64_t bytes)
{
    return QLocale{}.formattedDataSize(bytes, 1, QLocale::DataSizeTraditionalFormat);
}

QString versionsText(const DiagnosisShown& shown)
{
    QStringList all;
    for (const auto& [name, version] : shown.versions) {
        all << text(name) + QLatin1Char{' '} + text(version);
    }
    return all.join(QStringLiteral(" · "));
}

QString findingsText(const JournalChecked& checked)
{
    constexpr std::size_t kShown = 3;
    QStringList lines;
    for (std::size_t i = 0; i < std::min(kShown, checked.findings.size()); ++i) {
        lines << text(checked.findings[i]);
    }
    return lines.join(QLatin1Char{'\n'});
}

} // namespace

DiagnosticsPage::DiagnosticsPage(DiagnosticsPort& port, QWidget* parent)
    : QWidget{parent}, m_port{port}, m_again{new QTimer{this}}, m_journal{tr("not checked yet")}
{
    m_problem = buildProblem();
    auto* row = new QHBoxLayout{this};
    row->setContentsMargins(kAround, kAround, kAround, kAround);
    auto* card = new QWidget{this};
    card->setMaximumWidth(kWidth);
    row->addWidget(card, 1);
    row->addStretch();
    auto* column = new QVBoxLayout{card};
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(kBetween);
    column->addWidget(m_problem);
    column->addWidget(buildTable(), 1);
    m_work = buildWork();
    column->addWidget(m_work);
    m_said = makeLabel({}, "muted", this);
    m_said->setWordWrap(true);
    m_said->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_said->hide();
    column->addWidget(m_said);
    column->addWidget(buildButtons());
    setFocusProxy(m_table);
    m_again->setInterval(kReadAgainMs);
    connect(m_again, &QTimer::timeout, this, &DiagnosticsPage::refresh);
}

QFrame* DiagnosticsPage::buildProblem()
{
    auto* panel = makePanel(this);
    auto* column = new QVBoxLayout{panel};
    column->setContentsMargins(kBetween, kBetween, kBetween, kBetween);
    column->setSpacing(kInside);
    m_problemWhat = makeLabel({}, "fault", panel);
    m_problemNext = makeLabel({}, "", panel);
    for (QLabel* label : {m_problemWhat, m_problemNext}) {
        label->setWordWrap(true);
        column->addWidget(label);
    }
    panel->hide();
    return panel;
}

QWidget* DiagnosticsPage::buildTable()
{
    m_table = new QTableWidget{0, 2, this};
    m_table->setAccessibleName(tr("How this counter is"));
    m_table->horizontalHeader()->hide();
    m_table->horizontalHeader()->setSectionResizeMode(0, QHeaderView::ResizeToContents);
    m_table->horizontalHeader()->setSectionResizeMode(1, QHeaderView::Stretch);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(kRowHeight);
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->setTextElideMode(Qt::ElideMiddle);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setTabKeyNavigation(false);
    return m_table;
}

QWidget* DiagnosticsPage::buildWork()
{
    auto* work = new QWidget{this};
    auto* row = new QHBoxLayout{work};
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(kBetween);
    m_workWords = makeLabel({}, "", work);
    m_bar = new QProgressBar{work};
    m_bar->setRange(0, kSteps);
    m_bar->setTextVisible(false);
    auto* cancel = makeButton(tr("Cancel"), "", work);
    row->addWidget(m_workWords);
    row->addWidget(m_bar, 1);
    row->addWidget(cancel);
    work->hide();
    connect(cancel, &QPushButton::clicked, this, [this] { m_port.cancel(); });
    return work;
}

QWidget* DiagnosticsPage::buildButtons()
{
    auto* buttons = new QWidget{this};
    auto* row = new FlowLayout{kInside}; // in no language wider than the page
    buttons->setLayout(row);
    m_sync = makeButton(tr("Sync now"), "", buttons);
    m_check = makeButton(tr("Check the journal"), "", buttons);
    m_export = makeButton(tr("Export a support bundle…"), "", buttons);
    for (QPushButton* button : {m_sync, m_check, m_export}) {
        row->addWidget(button);
    }
    connect(m_sync, &QPushButton::clicked, this, [this] {
        m_port.syncNow();
        refresh();
    });
    connect(m_check, &QPushButton::clicked, this, &DiagnosticsPage::checkJournal);
    connect(m_export, &QPushButton::clicked, this, &DiagnosticsPage::chooseFile);
    return buttons;
}

void DiagnosticsPage::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    m_again->start();
    refresh();
}

void DiagnosticsPage::hideEvent(QHideEvent* event)
{
    QWidget::hideEvent(event);
    m_again->stop();
}

void DiagnosticsPage::refresh()
{
    m_port.read([self = QPointer{this}](const Result<DiagnosisShown>& shown) {
        if (!self) {
            return;
        }
        if (shown) {
            self->showDiagnosis(*shown);
        } else {
            self->setProblem(errorText(shown.error()), {}); // work that goes on says how it ends
        }
    });
}

void DiagnosticsPage::setRow(int row, const QString& name, const QString& value)
{
    if (m_table->rowCount() <= row) {
        m_table->setRowCount(row + 1);
        m_table->setItem(row, 0, new QTableWidgetItem);
        m_table->setItem(row, 1, new QTableWidgetItem);
    }
    m_table->item(row, 0)->setText(name);
    m_table->item(row, 1)->setText(value);
    m_table->item(row, 1)->setToolTip(value);
}

QString DiagnosticsPage::picturesText(const DiagnosisShown& shown)
{
    return shown.picturesToSend + shown.picturesToFetch == 0 ? tr("all are where they belong")
                                                             : tr("%L1 to send, %L2 files to fetch")
                                                                   .arg(shown.picturesToSend)
                                                                   .arg(shown.picturesToFetch);
}

void DiagnosticsPage::showDiagnosis(const DiagnosisShown& shown)
{
    const ServerState& server = shown.server;
    std::vector<std::pair<QString, QString>> rows;
    if (server.url.empty()) {
        rows = {{tr("Server"), tr("none: this counter stands alone")}};
    } else {
        const QString roundTrip =
            server.roundTripMs ? tr("%L1 ms").arg(*server.roundTripMs) : tr("not measured");
        rows = {{tr("Server"), text(server.url)},
                {tr("Its key"), text(shown.pin)},
                {tr("Device"), text(shown.device)},
                {tr("Connection"), serverWords(server)},
                {tr("Last contact"), contactText(server.contactAt)},
                {tr("Entries not sent"), QLocale{}.toString(qlonglong{server.unsent})},
                {tr("Position heard"), QLocale{}.toString(qlonglong{server.position})},
                {tr("Pictures"), picturesText(shown)},
                {tr("Round trip"), roundTrip},
                {tr("This computer's clock"),
                 server.roundTripMs ? clockText(server.clockAheadMs) : tr("not measured")}};
    }
    rows.insert(rows.end(),
                {{tr("Counter"), text(shown.counter)},
                 {tr("Entries of this counter"), QLocale{}.toString(qlonglong{shown.entries})},
                 {tr("Journal"),
                  shown.missing > 0
                      ? tr("%n entries are missing", nullptr, static_cast<int>(shown.missing))
                      : m_journal},
                 {tr("Database"),
                  sizeText(shown.databaseBytes) + QStringLiteral(" · ") + text(shown.database)},
                 {tr("Versions"), versionsText(shown)}});
    m_table->setRowCount(std::min(m_table->rowCount(), static_cast<int>(rows.size())));
    for (std::size_t i = 0; i < rows.size(); ++i) {
        setRow(static_cast<int>(i), rows[i].first, rows[i].second);
    }
    if (m_table->currentRow() < 0) {
        m_table->setCurrentCell(0, 0);
    }
    m_sync->setVisible(!server.url.empty());
    m_sync->setEnabled(!server.isBusy);
    showProblem(shown);
}

void DiagnosticsPage::showProblem(const DiagnosisShown& shown)
{
    const auto& problem = shown.server.problem;
    if (shown.stuck) {
        setProblem(stuckText(*shown.stuck), stuckAdvice(shown.stuck->code));
    } else if (problem) {
        setProblem(errorText(*problem),
                   tr("Nothing is lost: what is sold stays here until the server takes it. Sync "
                      "again when this is put right."));
    } else {
        setProblem({}, {});
    }
}

void DiagnosticsPage::setProblem(const QString& what, const QString& next)
{
    m_problemWhat->setText(what);
    m_problemNext->setText(next);
    for (QLabel* label : {m_problemWhat, m_problemNext}) {
        label->setAccessibleName(label->text());
        label->setVisible(!label->text().isEmpty());
    }
    m_problem->setVisible(!what.isEmpty());
}

void DiagnosticsPage::beginWork(const QString& words)
{
    m_said->hide();
    m_workWords->setText(words);
    m_bar->setAccessibleName(words);
    m_bar->setValue(0);
    m_work->show();
    m_check->setEnabled(false);
    m_export->setEnabled(false);
}

void DiagnosticsPage::endWork(const QString& words, bool isFault)
{
    m_work->hide();
    m_check->setEnabled(true);
    m_export->setEnabled(true);
    setRole(m_said, isFault ? "fault" : "muted");
    m_said->setText(words);
    m_said->setAccessibleName(words);
    m_said->setVisible(!words.isEmpty());
}

void DiagnosticsPage::checkJournal()
{
    beginWork(tr("Checking the journal"));
    const auto step = [self = QPointer{this}](double done) {
        if (self) {
            self->m_bar->setValue(static_cast<int>(done * kSteps));
        }
    };
    m_port.checkJournal(step, [self = QPointer{this}](const Result<JournalChecked>& checked) {
        if (!self) {
            return;
        }
        if (!checked) {
            self->endWork(errorText(checked.error()), true);
        } else if (checked->cancelled) {
            self->endWork(tr("The check was cancelled. Nothing was changed."), false);
        } else if (checked->findings.empty()) {
            self->m_journal =
                tr("all is well, checked at %1")
                    .arg(QLocale{}.toString(QTime::currentTime(), QLocale::ShortFormat));
            self->endWork(tr("All is well: %L1 entries and %L2 tables were checked.")
                              .arg(checked->entries)
                              .arg(checked->tables),
                          false);
        } else {
            const int faults = static_cast<int>(checked->findings.size());
            self->m_journal = tr("%n faults", nullptr, faults);
            self->endWork(tr("The check found %n faults. Make a copy of the whole data folder "
                             "before anything else.",
                             nullptr, faults) +
                              QLatin1Char{'\n'} + findingsText(*checked),
                          true);
        }
        self->refresh();
    });
}

void DiagnosticsPage::chooseFile()
{
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    const QString name =
        QStringLiteral("foyer-support-%1.tar").arg(QDate::currentDate().toString(Qt::ISODate));
    auto* dialog =
        new QFileDialog{this, tr("Export a support bundle"), QDir{folder}.filePath(name)};
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilter(tr("Archives (*.tar)"));
    dialog->setDefaultSuffix(QStringLiteral("tar"));
    connect(dialog, &QFileDialog::fileSelected, this, &DiagnosticsPage::exportBundle);
    dialog->open();
}

void DiagnosticsPage::exportBundle(const QString& file)
{
    beginWork(tr("Writing the bundle"));
    const auto step = [self = QPointer{this}](double done) {
        if (self) {
            self->m_bar->setValue(static_cast<int>(done * kSteps));
        }
    };
    const auto end = [self = QPointer{this}, file](const Result<bool>& written) {
        if (!self) {
            return;
        }
        if (written) {
            self->endWork(tr("Written: %1. It holds no personal data and no secrets; send it to "
                             "whoever helps.")
                              .arg(file),
                          false);
        } else if (written.error().code == "cancelled") {
            self->endWork(tr("The bundle was not written: it was cancelled."), false);
        } else {
            self->endWork(errorText(written.error()), true);
        }
    };
    m_port.exportBundle(file.toStdString(), step, end);
}

} // namespace foyer::ui
