// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/in_and_out/order_import_panel.h"

#include "ui/common/field.h"
#include "ui/common/formatting.h"
#include "ui/common/parts.h"
#include "ui/common/theme.h"
#include "ui/in_and_out/column_panel.h"
#include "ui/in_and_out/import_text.h"
#include "ui/in_and_out/past_imports.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDragEnterEvent>
#include <QFileDialog>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QMimeData>
#include <QPointer>
#include <QProgressBar>
#include <QStandardPaths>
#include <QUrl>
#include <QVBoxLayout>

namespace foyer::ui {
namespace {

constexpr int kListHeight = 160;

QStringList localFiles(const QMimeData* data)
{
    QStringList files;
    for (const QUrl& url : data->urls()) {
        if (url.isLocalFile()) {
            files += url.toLocalFile();
        }
    }
    return files;
}

} // namespace

OrderImportPanel::OrderImportPanel(OrderImportPort& port, QWidget* parent)
    : QWidget{parent}, m_port{port}
{
    setAcceptDrops(true);
    auto* column = new QVBoxLayout{this};
    column->setContentsMargins(0, kBetween, 0, 0);
    column->setSpacing(kInside);
    buildChoice(this);
    m_body = buildFiles(this);
    m_body->hide();
    column->addWidget(m_body);
    m_past = new PastImports{port, this};
    column->addWidget(m_past, 1);
    connect(m_past, &PastImports::goOnAsked, this, &OrderImportPanel::goOn);
    connect(m_past, &PastImports::changed, this, &OrderImportPanel::changed);
    connect(m_past, &PastImports::busyChanged, this, [this](bool isBusy) {
        m_isUndoing = isBusy;
        showVerbs();
    });
    setRunning(false);
}

void OrderImportPanel::buildChoice(QWidget* parent)
{
    auto* teaches = makeLabel(
        tr("Orders and attendees from pretix (JSON or CSV), Eventbrite, alf.io or any other table "
           "saved as CSV. They are looked at first; what is imported can be taken back. Old "
           "tickets pass the door, and no place is sold twice."),
        "muted", parent);
    teaches->setWordWrap(true);
    layout()->addWidget(teaches);
    m_choose = makeButton(tr("Choose files…"), "primary", parent, QStringLiteral("Ctrl+O"));
    auto* row = new QHBoxLayout;
    row->addWidget(m_choose);
    row->addWidget(makeLabel(tr("or drop them here"), "muted", parent));
    row->addStretch();
    static_cast<QVBoxLayout*>(layout())->addLayout(row);
    m_told = makeLabel({}, "fault", parent);
    m_told->setWordWrap(true);
    m_told->hide();
    layout()->addWidget(m_told);
    connect(m_choose, &QPushButton::clicked, this, &OrderImportPanel::askFiles);
}

QWidget* OrderImportPanel::buildFiles(QWidget* parent)
{
    auto* panel = makePanel(parent);
    auto* column = new QVBoxLayout{panel};
    column->setContentsMargins(kBetween, kBetween, kBetween, kBetween);
    column->setSpacing(kInside);
    m_head = makeLabel({}, "section", panel);
    m_head->setWordWrap(true);
    column->addWidget(m_head);
    m_goesOn = makeLabel({}, "", panel);
    m_goesOn->setWordWrap(true);
    m_goesOn->hide();
    column->addWidget(m_goesOn);
    column->addWidget(buildMeaning(panel));
    column->addWidget(makeLabel(tr("The first orders, as they would be read"), "section", panel));
    m_sample = new QListWidget{panel};
    m_sample->setAccessibleName(tr("The first orders, as they would be read"));
    m_sample->setMinimumHeight(kListHeight);
    m_sample->setTextElideMode(Qt::ElideRight);
    m_sample->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    column->addWidget(m_sample);
    column->addWidget(buildVerbs(panel));
    m_result = makeLabel({}, "", panel);
    m_result->setWordWrap(true);
    column->addWidget(m_result);
    m_refusals = new QListWidget{panel};
    m_refusals->setAccessibleName(tr("Orders that cannot be taken, and why"));
    m_refusals->setMinimumHeight(kListHeight);
    m_refusals->setWordWrap(true);
    m_refusals->hide();
    column->addWidget(m_refusals);
    return panel;
}

QWidget* OrderImportPanel::buildMeaning(QWidget* parent)
{
    auto* meaning = new QWidget{parent};
    auto* column = new QVBoxLayout{meaning};
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(kInside);
    auto* form = new QFormLayout;
    m_format = new QComboBox{meaning};
    for (const std::string& each : m_port.formats()) {
        m_format->addItem(orderFormatText(each), text(each));
    }
    addField(*form, tr("Read as"), m_format, meaning);
    column->addLayout(form);
    m_columnsHead = makeLabel(tr("What the columns say"), "section", meaning);
    column->addWidget(m_columnsHead);
    m_columns = new ColumnPanel{meaning};
    column->addWidget(m_columns);
    m_missing = makeLabel({}, "fault", meaning);
    m_weaker = makeLabel({}, "muted", meaning);
    for (QLabel* each : {m_missing, m_weaker}) {
        each->setWordWrap(true);
        column->addWidget(each);
    }
    auto* places = new QFormLayout;
    m_performance = new QComboBox{meaning};
    addField(*places, tr("Tickets that name no event are for"), m_performance, meaning);
    m_make =
        new QCheckBox{tr("Make events that are not here, with their dates and types"), meaning};
    m_make->setMinimumHeight(kTarget);
    places->addRow(m_make);
    m_venue = new QComboBox{meaning};
    addField(*places, tr("New events are at"), m_venue, meaning);
    m_venue->setEnabled(false);
    column->addLayout(places);
    for (QComboBox* box : {m_performance, m_venue}) {
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        box->setMinimumContentsLength(30);
    }
    connect(m_format, &QComboBox::activated, this,
            [this] { look(m_format->currentData().toString().toStdString()); });
    connect(m_columns, &ColumnPanel::changed, this, &OrderImportPanel::readSample);
    connect(m_performance, &QComboBox::currentIndexChanged, this, &OrderImportPanel::showMissing);
    connect(m_make, &QCheckBox::toggled, this, [this](bool isOn) { m_venue->setEnabled(isOn); });
    return meaning;
}

QWidget* OrderImportPanel::buildVerbs(QWidget* parent)
{
    auto* verbs = new QWidget{parent};
    auto* row = new QHBoxLayout{verbs};
    row->setContentsMargins(0, 0, 0, 0);
    m_try = makeButton(tr("Try without changing anything"), "", verbs);
    m_import = makeButton(tr("Import"), "primary", verbs);
    m_stop = makeButton(tr("Stop"), "", verbs);
    m_progress = new QProgressBar{verbs};
    m_progress->setRange(0, 100);
    m_progress->setAccessibleName(tr("How much of the files is read"));
    for (QWidget* each : {static_cast<QWidget*>(m_try), static_cast<QWidget*>(m_import)}) {
        row->addWidget(each);
    }
    row->addWidget(m_progress, 1);
    row->addWidget(m_stop);
    row->addStretch();
    connect(m_try, &QPushButton::clicked, this, [this] { run(true); });
    connect(m_import, &QPushButton::clicked, this, [this] { run(false); });
    connect(m_stop, &QPushButton::clicked, this, [this] { m_port.cancel(); });
    return verbs;
}

void OrderImportPanel::setRunning(bool isRunning)
{
    m_isRunning = isRunning;
    showVerbs();
}

void OrderImportPanel::showVerbs()
{
    m_progress->setVisible(m_isRunning);
    m_stop->setVisible(m_isRunning);
    m_choose->setEnabled(!isBusy());
    m_format->setEnabled(!isBusy());
    m_columns->setEnabled(!isBusy());
    m_try->setEnabled(!isBusy() && m_isReady);
    m_import->setEnabled(!isBusy() && m_isReady);
    m_past->setBlocked(m_isRunning);
}

void OrderImportPanel::refresh()
{
    m_past->refresh();
    m_port.choices([self = QPointer{this}](const Result<ImportChoices>& choices) {
        if (self && choices) {
            self->showChoices(*choices);
        }
    });
}

void OrderImportPanel::startOver()
{
    if (isBusy()) {
        m_port.cancel();
    }
    ++m_looked;
    m_files = {};
    m_paths.clear();
    m_continues = {};
    m_body->hide();
    m_told->hide();
    m_sample->clear();
    m_refusals->clear();
    m_result->clear();
    m_past->startOver();
}

void OrderImportPanel::askFiles()
{
    if (isBusy()) {
        return;
    }
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    auto* dialog = new QFileDialog{this, tr("Choose files with orders"), folder};
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setNameFilters({tr("Orders (*.json *.csv *.txt *.tsv)"), tr("All files (*)")});
    dialog->setFileMode(QFileDialog::ExistingFiles);
    connect(dialog, &QFileDialog::filesSelected, this, &OrderImportPanel::take);
    dialog->open();
}

void OrderImportPanel::dragEnterEvent(QDragEnterEvent* event)
{
    if (!isBusy() && !localFiles(event->mimeData()).isEmpty()) {
        event->acceptProposedAction();
    }
}

void OrderImportPanel::dropEvent(QDropEvent* event)
{
    event->acceptProposedAction();
    take(localFiles(event->mimeData()));
}

void OrderImportPanel::take(const QStringList& files)
{
    m_paths.clear();
    for (const QString& each : files) {
        m_paths.push_back(each.toStdString());
    }
    look({});
}

void OrderImportPanel::look(const std::string& format)
{
    m_told->hide();
    const int looked = ++m_looked;
    m_port.look(m_paths, format,
                [self = QPointer{this}, looked](const Result<OrderFilesShown>& files) {
                    if (!self || looked != self->m_looked) {
                        return;
                    }
                    if (files) {
                        self->show(*files);
                        return;
                    }
                    self->m_body->hide();
                    self->tell(refusalText(files.error()));
                });
}

} // namespace foyer::ui
