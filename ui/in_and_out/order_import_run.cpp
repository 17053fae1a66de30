// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the chosen files come to: shown, tried and imported.

#include "ui/common/formatting.h"
#include "ui/in_and_out/column_panel.h"
#include "ui/in_and_out/import_text.h"
#include "ui/in_and_out/order_import_panel.h"
#include "ui/in_and_out/past_imports.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFileInfo>
#include <QLabel>
#include <QListWidget>
#include <QLocale>
#include <QPointer>
#include <QProgressBar>
#include <QPushButton>
#include <QSignalBlocker>

namespace foyer::ui {
namespace {

constexpr std::size_t kDatesShown = 500;
constexpr std::size_t kNamesShown = 3;

QString namesOf(const std::vector<std::string>& files)
{
    QStringList names;
    for (const std::string& each : files) {
        names += isolated(QFileInfo{text(each)}.fileName());
    }
    return files.size() > kNamesShown
        ? names.mid(0, kNamesShown).join(QStringLiteral(", ")) + QStringLiteral(" …")
        : names.join(QStringLiteral(", "));
}

} // namespace

void OrderImportPanel::show(const OrderFilesShown& files)
{
    m_files = files;
    QString head = tr("%1: %2, %3", "files, what they are, how large")
                       .arg(namesOf(files.files), orderFormatText(files.format),
                            QLocale{}.formattedDataSize(static_cast<qint64>(files.bytes)));
    if (files.isTable) {
        const QString separator = files.separator == "\t" ? tr("tabs") : text(files.separator);
        head += QLatin1Char{'\n'} +
            tr("%1, columns separated by %2").arg(text(files.encoding), separator);
    }
    m_head->setText(head);
    m_format->setCurrentIndex(m_format->findData(text(files.format)));
    m_columns->setTable(files);
    m_columns->setVisible(files.isTable);
    m_columnsHead->setVisible(files.isTable);
    m_goesOn->setVisible(!m_continues.id.isNil());
    m_result->clear();
    m_refusals->hide();
    m_sample->clear();
    m_body->show();
    readSample();
    m_format->setFocus();
}

void OrderImportPanel::showChoices(const ImportChoices& choices)
{
    const QSignalBlocker quiet{m_performance};
    const QVariant performance = m_performance->currentData();
    const QVariant venue = m_venue->currentData();
    m_performance->clear();
    m_performance->addItem(tr("refused, and listed"), QString{});
    for (std::size_t i = 0; i < std::min(choices.dates.size(), kDatesShown); ++i) {
        const auto& date = choices.dates[i];
        m_performance->addItem(tr("%1, %2", "an event and when it begins")
                                   .arg(isolated(text(date.event)),
                                        dayAndTimeText(date.startsAt, date.timeZone)),
                               text(date.id.text()));
    }
    m_performance->setCurrentIndex(std::max(0, m_performance->findData(performance)));
    m_venue->clear();
    for (const std::string& each : choices.venues) {
        m_venue->addItem(isolated(text(each)), text(each));
    }
    m_venue->setCurrentIndex(std::max(0, m_venue->findData(venue)));
    m_past->setTimeZone(choices.timeZone);
    showMissing();
}

OrderImportAsked OrderImportPanel::asked() const
{
    OrderImportAsked asked{m_files.files, m_files.format, {}, m_make->isChecked(), {}, {}, {}};
    if (m_files.isTable) {
        asked.mapping = m_columns->mapping();
    }
    if (asked.makeMissing) {
        asked.venue = m_venue->currentData().toString().toStdString();
    }
    const auto performance = Uuid::fromText(m_performance->currentData().toString().toStdString());
    if (performance) {
        asked.performance = PerformanceId{*performance};
    }
    asked.continues = m_continues.id;
    return asked;
}

void OrderImportPanel::showMissing()
{
    WhatIsMissing missing;
    if (m_files.isTable) {
        missing = whatIsMissing(m_columns->mapping(), asked().performance.has_value());
    }
    m_missing->setText(missing.first);
    m_missing->setVisible(!missing.first.isEmpty());
    m_weaker->setText(missing.weaker.join(QLatin1Char{'\n'}));
    m_weaker->setVisible(!missing.weaker.isEmpty());
    m_isReady = missing.first.isEmpty() && !m_files.files.empty();
    showVerbs();
}

void OrderImportPanel::readSample()
{
    showMissing();
    const ColumnMapping mapping = m_files.isTable ? m_columns->mapping() : ColumnMapping{};
    if (m_files.isTable && !mapping.has("type") && !mapping.has("event") && !mapping.has("code")) {
        m_sample->clear();
        return;
    }
    const int looked = m_looked;
    const int sampled = ++m_sampled;
    m_port.sample(asked(),
                  [self = QPointer{this}, looked,
                   sampled](const Result<std::vector<ImportedOrder>>& orders) {
                      if (!self || looked != self->m_looked || sampled != self->m_sampled) {
                          return;
                      }
                      self->m_told->hide();
                      if (orders) {
                          self->showSample(*orders);
                          return;
                      }
                      self->m_sample->clear();
                      self->m_isReady = false;
                      self->showVerbs();
                      self->tell(refusalText(orders.error()));
                  });
}

void OrderImportPanel::showSample(const std::vector<ImportedOrder>& orders)
{
    m_sample->clear();
    for (const ImportedOrder& each : orders) {
        m_sample->addItem(importedOrderText(each));
    }
    if (orders.empty()) {
        m_isReady = false;
        showVerbs();
        tell(tr("There are no orders in these files. Choose others, or read them as something "
                "else."));
    }
}

void OrderImportPanel::run(bool isTry)
{
    if (isBusy() || !m_isReady) {
        return;
    }
    m_told->hide();
    m_refusals->hide();
    m_progress->setValue(0);
    m_result->clear();
    setRunning(true);
    m_stop->setFocus();
    const auto progress = [self = QPointer{this}](const ImportProgress& told) {
        if (self && self->m_isRunning) {
            self->m_progress->setValue(told.percent);
            self->m_result->setText(
                tr("%L1 orders so far").arg(static_cast<qulonglong>(told.orders)));
        }
    };
    m_port.run(asked(), isTry, progress,
               [self = QPointer{this}, isTry](const Result<OrderImportReport>& report) {
                   if (self) {
                       self->finish(report, isTry);
                   }
               });
}

void OrderImportPanel::finish(const Result<OrderImportReport>& report, bool isTry)
{
    setRunning(false);
    if (report) {
        showReport(*report, isTry);
    } else {
        m_result->clear();
        tell(refusalText(report.error()));
    }
    if (!isTry) {
        m_continues = {};
        m_goesOn->hide();
        m_past->refresh();
        Q_EMIT changed();
    }
    (isTry && report ? m_import : m_try)->setFocus();
}

void OrderImportPanel::showReport(const OrderImportReport& report, bool isTry)
{
    m_result->setText(reportText(report, isTry));
    m_refusals->clear();
    for (const OrderRefusal& each : report.refusals) {
        m_refusals->addItem(tr("%1: %2", "a place in a file, and what is wrong")
                                .arg(placeInFileText(each.where), refusalText(each.why)));
    }
    if (report.refused > report.refusals.size()) {
        m_refusals->addItem(
            tr("and %L1 more")
                .arg(static_cast<qulonglong>(report.refused - report.refusals.size())));
    }
    m_refusals->setVisible(!report.refusals.empty());
}

void OrderImportPanel::goOn(const OrderImport& import)
{
    m_continues = import;
    m_goesOn->setText(tr("This goes on with the import of “%1”. Orders that are here are known and "
                         "not brought twice.")
                          .arg(isolated(text(import.title))));
    if (m_files.files.empty()) {
        askFiles();
        return;
    }
    m_goesOn->show();
    m_import->setFocus();
}

void OrderImportPanel::tell(const QString& words)
{
    m_told->setText(words);
    m_told->show();
}

} // namespace foyer::ui
