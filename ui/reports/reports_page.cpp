// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/reports/reports_page.h"

#include "ui/common/empty_state.h"
#include "ui/common/error_text.h"
#include "ui/common/formatting.h"
#include "ui/common/icons.h"
#include "ui/common/parts.h"
#include "ui/common/theme.h"
#include "ui/reports/report_body.h"
#include "ui/reports/report_scope_bar.h"
#include "ui/reports/selling_choices.h"

#include <QComboBox>
#include <QDir>
#include <QFileDialog>
#include <QFocusEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPointer>
#include <QProgressBar>
#include <QPushButton>
#include <QShortcut>
#include <QSignalBlocker>
#include <QStackedWidget>
#include <QStandardPaths>
#include <QTabBar>
#include <QVBoxLayout>

namespace foyer::ui {
namespace {

using Kind = ReportQuestion::Kind;

constexpr int kOverview = 0;
constexpr int kSelling = 1;
constexpr int kSettling = 2;
constexpr int kComing = 3;
constexpr int kOwing = 4;

constexpr int kPercent = 100;

} // namespace

ReportsPage::ReportsPage(ReportsPort& port, QWidget* parent) : QWidget{parent}, m_port{port}
{
    auto* column = new QVBoxLayout{this};
    column->setContentsMargins(kAround, kAround, kAround, kAround);
    column->setSpacing(kInside);
    column->addWidget(buildTop());
    buildQuestions();
    column->addWidget(m_questions);
    m_scope = new ReportScopeBar{this};
    column->addWidget(m_scope);
    buildStates();
    column->addWidget(m_states, 1);
    m_toast = new Toast{this};
    connect(m_questions, &QTabBar::currentChanged, this, &ReportsPage::chooseQuestion);
    connect(m_by, &QComboBox::currentIndexChanged, this, [this] {
        m_scope->setKind(question());
        refresh();
    });
    connect(m_scope, &ReportScopeBar::changed, this, [this] {
        const std::int64_t run = ++m_run;
        prepare(run);
    });
    // Shortcuts, since the table, the lists and the dates use these keys themselves.
    for (const auto& [key, by] : {std::pair{Qt::Key_PageUp, -1}, std::pair{Qt::Key_PageDown, 1}}) {
        auto* shortcut = new QShortcut{QKeySequence{Qt::CTRL | key}, this};
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, [this, by = by] {
            const int count = m_questions->count();
            m_questions->setCurrentIndex((m_questions->currentIndex() + count + by) % count);
        });
    }
    chooseQuestion(kOverview);
}

void ReportsPage::buildQuestions()
{
    m_questions = new QTabBar{this};
    m_questions->setDrawBase(false);
    m_questions->setMinimumHeight(kTarget);
    m_questions->setAccessibleName(tr("Questions"));
    m_questions->addTab(tr("Today"));
    m_questions->addTab(tr("How is it selling?"));
    m_questions->addTab(tr("What do I settle?"));
    m_questions->addTab(tr("Who came?"));
    m_questions->addTab(tr("What tax do I owe?"));
}

void ReportsPage::buildStates()
{
    m_states = new QStackedWidget{this};
    m_work = makeScroll(buildWork(), m_states);
    m_waiting = buildWaiting();
    m_none = new EmptyState{QStringLiteral("ticket"), tr("There is nothing to report yet"),
                            tr("Reports are made of what is sold and scanned. Import a season and "
                               "sell a ticket; its figures stand here at once."),
                            m_states};
    m_stopped = new EmptyState{QStringLiteral("refresh-cw"), tr("The figures are not added up yet"),
                               tr("What was added up is kept. Go on whenever you like."), m_states};
    m_failed = new EmptyState{QStringLiteral("triangle-alert"),
                              tr("The report could not be made"),
                              {},
                              m_states};
    for (auto* state : {m_stopped, m_failed}) {
        auto* again = state->addAction(state == m_failed ? tr("Try again") : tr("Go on"),
                                       QStringLiteral("refresh-cw"));
        connect(again, &QPushButton::clicked, this, &ReportsPage::refresh);
    }
    for (QWidget* state : {m_work, m_waiting, static_cast<QWidget*>(m_none),
                           static_cast<QWidget*>(m_stopped), static_cast<QWidget*>(m_failed)}) {
        m_states->addWidget(state);
    }
    showState(m_waiting);
}

QWidget* ReportsPage::buildTop()
{
    auto* top = new QWidget{this};
    auto* row = new QHBoxLayout{top};
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(kInside);
    row->addWidget(makeLabel(tr("Reports"), "title", top));
    row->addStretch();
    m_byName = makeLabel(tr("By"), "muted", top);
    m_by = new QComboBox{top};
    m_by->setAccessibleName(tr("By"));
    m_by->setMinimumHeight(kTarget);
    m_byName->setBuddy(m_by);
    addSellingChoices(*m_by);
    m_export = makeButton(tr("Export"), "", top, QStringLiteral("F6"));
    setButtonIcon(m_export, QStringLiteral("download"));
    connect(m_export, &QPushButton::clicked, this, &ReportsPage::askFile);
    row->addWidget(m_byName);
    row->addWidget(m_by);
    row->addWidget(m_export);
    return top;
}

QWidget* ReportsPage::buildWork()
{
    auto* holder = new QWidget{this};
    auto* column = new QVBoxLayout{holder};
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(kInside);
    m_house = makeLabel({}, "muted", holder);
    m_answer = makeLabel({}, "section", holder);
    m_about = makeLabel({}, "muted", holder);
    m_told = makeLabel({}, "fault", holder);
    for (QLabel* label : {m_house, m_answer, m_about, m_told}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
        column->addWidget(label);
    }
    m_told->hide();
    m_body = new ReportBody{holder};
    column->addWidget(m_body);
    column->addStretch();
    return holder;
}

QWidget* ReportsPage::buildWaiting()
{
    auto* holder = new QWidget{this};
    auto* column = new QVBoxLayout{holder};
    column->addStretch();
    auto* words = makeLabel(tr("Adding up what was sold …"), "section", holder);
    words->setAlignment(Qt::AlignCenter);
    column->addWidget(words);
    m_progress = new QProgressBar{holder};
    m_progress->setRange(0, kPercent);
    m_progress->setAccessibleName(tr("Adding up what was sold …"));
    column->addWidget(m_progress);
    auto* stop = makeButton(tr("Stop"), "quiet", holder);
    connect(stop, &QPushButton::clicked, this, &ReportsPage::cancel);
    column->addWidget(stop, 0, Qt::AlignCenter);
    column->addStretch();
    return holder;
}

QString ReportsPage::keys()
{
    return tr(
        "Ctrl+PgUp Ctrl+PgDn\tAsk another question\nF5\tAdd up again\nF6\tExport as PDF, CSV or "
        "workbook\nEsc\tStop adding up");
}

void ReportsPage::chooseQuestion(int tab)
{
    m_by->setVisible(tab == kSelling);
    m_byName->setVisible(tab == kSelling);
    m_scope->setKind(question());
    refresh();
}

ReportQuestion ReportsPage::question() const
{
    ReportQuestion asked;
    switch (m_questions->currentIndex()) {
    case kSelling:
        asked = sellingChoice(*m_by);
        break;
    case kSettling:
        asked.kind = Kind::Settlement;
        break;
    case kComing:
        asked.kind = Kind::Attendance;
        break;
    case kOwing:
        asked.kind = Kind::Tax;
        break;
    default:
        break;
    }
    return asked;
}

void ReportsPage::refresh()
{
    if (!isVisible()) {
        return;
    }
    const std::int64_t run = ++m_run;
    m_port.choices([self = QPointer{this}, run](const Result<ReportChoices>& choices) {
        if (!self || run != self->m_run) {
            return;
        }
        if (!choices) {
            self->fail(choices.error());
            return;
        }
        self->m_scope->setChoices(*choices);
        if (choices->performances.empty()) {
            self->showState(self->m_none);
            return;
        }
        self->prepare(run);
    });
}

void ReportsPage::prepare(std::int64_t run)
{
    m_port.prepare([self = QPointer{this}, run](const Result<ReportsReady>& ready) {
        if (!self || run != self->m_run) {
            return;
        }
        if (!ready) {
            self->fail(ready.error());
        } else if (ready->isReady) {
            self->ask(run);
        } else {
            self->m_progress->setValue(static_cast<int>(ready->done * kPercent));
            self->showState(self->m_waiting);
            self->prepare(run);
        }
    });
}

void ReportsPage::ask(std::int64_t run)
{
    ReportQuestion asked = question();
    const auto scope = m_scope->scope(asked);
    if (!scope) {
        showState(m_none);
        return;
    }
    asked.scope = *scope;
    asked.beside = m_scope->beside(asked);
    m_port.report(asked, [self = QPointer{this}, run, asked](const Result<ReportTable>& table) {
        if (!self || run != self->m_run) {
            return;
        }
        if (!table) {
            self->fail(table.error());
            return;
        }
        self->m_shown = asked;
        self->showTable(*table);
    });
}

void ReportsPage::cancel()
{
    ++m_run;
    showState(m_stopped);
}

void ReportsPage::fail(const Error& error)
{
    m_failed->setWords(errorText(error));
    showState(m_failed);
}

void ReportsPage::showState(QWidget* state)
{
    if (state != m_work) {
        m_shown.reset(); // what cannot be seen is not exported either
    }
    m_export->setEnabled(m_shown.has_value());
    m_states->setCurrentWidget(state);
}

void ReportsPage::showTable(const ReportTable& table)
{
    m_told->hide();
    m_house->setText(text(table.house));
    m_answer->setText(text(table.answer));
    m_about->setText(text(table.title) + QStringLiteral(" · ") + text(table.scope));
    m_body->showTable(table);
    showState(m_work);
}

void ReportsPage::askFile()
{
    if (!m_shown) {
        return;
    }
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    auto* dialog = new QFileDialog{
        this, tr("Export the report"),
        QDir{folder}.filePath(
            m_questions->tabText(m_questions->currentIndex()).remove(QLatin1Char{'?'})),
        tr("Pages (*.pdf);;Workbook (*.xlsx);;Table (*.csv)")};
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("pdf"));
    connect(dialog, &QFileDialog::filterSelected, dialog, [dialog](const QString& filter) {
        dialog->setDefaultSuffix(filter.contains(QLatin1String{"xlsx"}) ? QStringLiteral("xlsx")
                                     : filter.contains(QLatin1String{"csv"})
                                     ? QStringLiteral("csv")
                                     : QStringLiteral("pdf"));
    });
    connect(dialog, &QFileDialog::fileSelected, this, &ReportsPage::saveTo);
    dialog->open();
}

void ReportsPage::saveTo(const QString& file)
{
    if (!m_shown) {
        return;
    }
    m_told->hide();
    m_port.save(*m_shown, file.toStdString(), [self = QPointer{this}](const Result<bool>& saved) {
        if (!self) {
            return;
        }
        if (saved) {
            self->m_toast->say(tr("The report is saved."), {});
            return;
        }
        self->m_told->setText(errorText(saved.error()));
        self->m_told->show();
    });
}

void ReportsPage::startOver()
{
    ++m_run;
    m_shown.reset();
    m_body->clear();
    showState(m_waiting);
    refresh();
}

void ReportsPage::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    refresh();
}

void ReportsPage::focusInEvent(QFocusEvent* event)
{
    QWidget::focusInEvent(event);
    m_questions->setFocus();
}

void ReportsPage::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape && m_states->currentWidget() == m_waiting) {
        cancel();
    } else if (event->key() == Qt::Key_F5) {
        refresh();
    } else {
        QWidget::keyPressEvent(event);
    }
}

} // namespace foyer::ui
