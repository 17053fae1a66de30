// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/in_and_out/export_panel.h"

#include "ui/common/error_text.h"
#include "ui/common/field.h"
#include "ui/common/formatting.h"
#include "ui/common/parts.h"
#include "ui/common/theme.h"
#include "ui/in_and_out/in_and_out_ask.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDateEdit>
#include <QDesktopServices>
#include <QDir>
#include <QFileDialog>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QLocale>
#include <QPointer>
#include <QProgressBar>
#include <QStandardPaths>
#include <QUrl>
#include <QVBoxLayout>

namespace foyer::ui {
namespace {

constexpr int kListHeight = 160;
constexpr int kFormWidth = 720;
enum Period : std::uint8_t { kAlways, kLastMonth, kThisMonth, kLastYear, kThisYear, kChosen };

std::pair<QDate, QDate> daysOf(int period, const QDate& today)
{
    const QDate month{today.year(), today.month(), 1};
    switch (period) {
    case kLastMonth:
        return {month.addMonths(-1), month.addDays(-1)};
    case kThisMonth:
        return {month, today};
    case kLastYear:
        return {{today.year() - 1, 1, 1}, {today.year() - 1, 12, 31}};
    case kThisYear:
        return {{today.year(), 1, 1}, today};
    default:
        return {};
    }
}

std::string dayOf(const QDate& date)
{
    return date.toString(Qt::ISODate).toStdString();
}

} // namespace

ExportPanel::ExportPanel(ExportPort& port, QWidget* parent)
    : QWidget{parent}, m_port{port}, m_what{new QComboBox{this}},
      m_means{makeLabel({}, "muted", this)}, m_form{new QComboBox{this}},
      m_period{new QComboBox{this}}, m_from{new QDateEdit{this}}, m_until{new QDateEdit{this}},
      m_persons{new QCheckBox{tr("With names, addresses and notes of customers"), this}},
      m_folder{new QLineEdit{this}}, m_choose{makeButton(tr("Choose…"), "", this)},
      m_export{makeButton(tr("Export"), "primary", this)}, m_stop{makeButton(tr("Stop"), "", this)},
      m_open{makeButton(tr("Open the folder"), "", this)}, m_progress{new QProgressBar{this}},
      m_told{makeLabel({}, "fault", this)}, m_result{makeLabel({}, "", this)},
      m_files{new QListWidget{this}}, m_ask{new InAndOutAsk{this}}
{
    build();
    connectParts();
    setBusy(false);
    showChoice();
}

void ExportPanel::build()
{
    auto* column = new QVBoxLayout{this};
    column->setContentsMargins(0, kBetween, 0, 0);
    column->setSpacing(kInside);
    auto* fields = new QWidget{this};
    fields->setMaximumWidth(kFormWidth);
    auto* form = new QFormLayout{fields};
    form->setContentsMargins(0, 0, 0, 0);
    m_what->addItem(tr("Everything the house knows"),
                    static_cast<int>(ExportAsked::What::Everything));
    m_what->addItem(tr("The accounting journal"), static_cast<int>(ExportAsked::What::Journal));
    m_what->addItem(tr("Calendars of the venues"), static_cast<int>(ExportAsked::What::Calendars));
    addField(*form, tr("Export"), m_what, fields);
    m_means->setWordWrap(true);
    form->addRow(m_means);
    m_form->addItem(tr("CSV, for spreadsheets"), true);
    m_form->addItem(tr("JSON lines, for programs"), false);
    addField(*form, tr("Written as"), m_form, fields);
    for (const auto& [period, words] :
         std::initializer_list<std::pair<int, QString>>{{kAlways, tr("All the time")},
                                                        {kLastMonth, tr("The month before")},
                                                        {kThisMonth, tr("This month")},
                                                        {kLastYear, tr("The year before")},
                                                        {kThisYear, tr("This year")},
                                                        {kChosen, tr("From … to …")}}) {
        m_period->addItem(words, period);
    }
    addField(*form, tr("Period"), m_period, fields);
    form->addRow(buildPeriod());
    m_persons->setMinimumHeight(kTarget);
    form->addRow(m_persons);
    auto* where = new QHBoxLayout;
    m_folder->setMinimumHeight(kTarget);
    m_folder->setAccessibleName(tr("Folder"));
    m_choose->setAccessibleName(tr("Choose a folder"));
    where->addWidget(m_folder, 1);
    where->addWidget(m_choose);
    form->addRow(tr("Folder"), where);
    column->addWidget(fields);
    m_told->setWordWrap(true);
    m_told->hide();
    column->addWidget(m_told);
    column->addWidget(m_ask);
    column->addWidget(buildVerbs());
    m_result->setWordWrap(true);
    column->addWidget(m_result);
    m_files->setAccessibleName(tr("Files that were written"));
    m_files->setMinimumHeight(kListHeight);
    m_files->hide();
    column->addWidget(m_files, 1);
    column->addStretch();
}

QWidget* ExportPanel::buildPeriod()
{
    auto* period = new QWidget{this};
    auto* row = new QHBoxLayout{period};
    row->setContentsMargins(0, 0, 0, 0);
    m_from->setAccessibleName(tr("First day"));
    m_until->setAccessibleName(tr("Last day"));
    for (QDateEdit* each : {m_from, m_until}) {
        each->setCalendarPopup(true);
        each->setMinimumHeight(kTarget);
        each->setDate(QDate::currentDate());
        row->addWidget(each);
    }
    row->addStretch();
    return period;
}

QWidget* ExportPanel::buildVerbs()
{
    auto* verbs = new QWidget{this};
    auto* row = new QHBoxLayout{verbs};
    row->setContentsMargins(0, 0, 0, 0);
    m_progress->setRange(0, 0);
    m_progress->setAccessibleName(tr("The export runs"));
    row->addWidget(m_export);
    row->addWidget(m_progress, 1);
    row->addWidget(m_stop);
    row->addWidget(m_open);
    row->addStretch();
    m_open->hide();
    return verbs;
}

void ExportPanel::connectParts()
{
    connect(m_what, &QComboBox::currentIndexChanged, this, &ExportPanel::showChoice);
    connect(m_period, &QComboBox::currentIndexChanged, this, &ExportPanel::showChoice);
    connect(m_choose, &QPushButton::clicked, this, &ExportPanel::askFolder);
    connect(m_folder, &QLineEdit::textChanged, this, [this] { setBusy(m_isBusy); });
    connect(m_folder, &QLineEdit::returnPressed, this, &ExportPanel::begin);
    connect(m_export, &QPushButton::clicked, this, &ExportPanel::begin);
    connect(m_stop, &QPushButton::clicked, this, [this] { m_port.cancel(); });
    connect(m_ask, &InAndOutAsk::closed, m_export, [this] { m_export->setFocus(); });
    connect(m_open, &QPushButton::clicked, this,
            [this] { QDesktopServices::openUrl(QUrl::fromLocalFile(m_exported)); });
}

void ExportPanel::setMayHavePersons(bool may)
{
    m_mayHavePersons = may;
    m_persons->setChecked(m_persons->isChecked() && may);
    showChoice();
}

void ExportPanel::setFolder(const QString& folder)
{
    m_folder->setText(QDir::toNativeSeparators(folder));
}

void ExportPanel::startOver()
{
    if (m_isBusy) {
        m_port.cancel();
    }
    m_persons->setChecked(false);
    m_folder->clear();
    m_told->hide();
    m_result->clear();
    m_files->clear();
    m_files->hide();
    m_open->hide();
    m_ask->close();
}

void ExportPanel::askFolder()
{
    const QString start = m_folder->text().isEmpty()
        ? QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation)
        : m_folder->text();
    auto* dialog = new QFileDialog{this, tr("Where to export to"), start};
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& folder) {
        setFolder(folder);
        m_export->setFocus();
    });
    dialog->open();
}

void ExportPanel::showChoice()
{
    const auto what = static_cast<ExportAsked::What>(m_what->currentData().toInt());
    const bool isAll = what == ExportAsked::What::Everything;
    const bool isDated = what != ExportAsked::What::Calendars;
    m_means->setText(
        isAll ? tr("A file for each of: events, dates, types, prices, orders, tickets, payments, "
                   "admissions, the ledger and more, all of one moment.")
            : isDated
            ? tr("What was booked, as accountants read it: document, date, account, debit, "
                 "credit and tax rate, as CSV. Debit and credit of each document are equal.")
            : tr("An iCalendar file for each venue, with every date that the public may know "
                 "of, for websites and calendars to subscribe to."));
    const auto setShown = [](QWidget* field, bool isShown) {
        field->setVisible(isShown);
        for (QLabel* label : field->parentWidget()->findChildren<QLabel*>()) {
            if (label->buddy() == field) {
                label->setVisible(isShown);
            }
        }
    };
    setShown(m_form, isAll);
    setShown(m_period, isDated);
    const int period = m_period->currentData().toInt();
    m_from->parentWidget()->setVisible(isDated && period != kAlways);
    for (QDateEdit* each : {m_from, m_until}) {
        each->setEnabled(period == kChosen);
    }
    if (const auto [from, until] = daysOf(period, QDate::currentDate()); from.isValid()) {
        m_from->setDate(from);
        m_until->setDate(until);
    }
    m_persons->setVisible(isAll && m_mayHavePersons);
}

ExportAsked ExportPanel::asked() const
{
    ExportAsked asked;
    asked.what = static_cast<ExportAsked::What>(m_what->currentData().toInt());
    asked.folder = QDir::fromNativeSeparators(m_folder->text().trimmed()).toStdString();
    asked.isCsv = m_form->currentData().toBool();
    const bool isAll = asked.what == ExportAsked::What::Everything;
    asked.hasPersons = isAll && m_mayHavePersons && m_persons->isChecked();
    if (asked.what != ExportAsked::What::Calendars && m_period->currentData().toInt() != kAlways) {
        asked.fromDay = dayOf(m_from->date());
        asked.untilDay = dayOf(m_until->date());
    }
    return asked;
}

void ExportPanel::begin()
{
    const ExportAsked asked = this->asked();
    if (m_isBusy || asked.folder.empty()) {
        return;
    }
    m_told->hide();
    if (asked.fromDay > asked.untilDay) {
        m_told->setText(tr("The last day is before the first. Choose another one."));
        m_told->show();
        m_until->setFocus();
        return;
    }
    if (!asked.hasPersons) {
        run(asked);
        return;
    }
    m_ask->ask(tr("Names, addresses, telephone numbers and notes of all customers leave the house "
                  "in a file that anybody can read who gets it."),
               tr("Export with personal data"), [this, asked] { run(asked); });
}

void ExportPanel::run(const ExportAsked& asked)
{
    m_result->clear();
    m_files->hide();
    m_open->hide();
    setBusy(true);
    m_stop->setFocus();
    const auto progress = [self = QPointer{this}](const ExportProgress& told) {
        if (self && self->m_isBusy) {
            self->m_result->setText(tr("%1: %L2 rows so far", "a file")
                                        .arg(text(told.table))
                                        .arg(static_cast<qulonglong>(told.rows)));
        }
    };
    m_port.run(asked, progress, [self = QPointer{this}](const Result<ExportedShown>& done) {
        if (self) {
            self->finish(done);
        }
    });
}

void ExportPanel::finish(const Result<ExportedShown>& done)
{
    setBusy(false);
    m_persons->setChecked(false); // each time anew
    m_export->setFocus();
    if (!done) {
        m_result->clear();
        m_told->setText(done.error().code == "cancelled"
                            ? tr("It was stopped. Files that are in the folder are whole, others "
                                 "are missing.")
                            : errorText(done.error()));
        m_told->show();
        return;
    }
    m_exported = text(done->folder);
    m_files->clear();
    for (const ExportedShown::File& each : done->files) {
        m_files->addItem(each.rows == 0 ? text(each.name)
                                        : tr("%1: %L2 rows", "a file")
                                              .arg(text(each.name))
                                              .arg(static_cast<qulonglong>(each.rows)));
    }
    m_result->setText(tr("%n file(s) written to %1.", nullptr, static_cast<int>(done->files.size()))
                          .arg(isolated(QDir::toNativeSeparators(m_exported))));
    m_files->setVisible(!done->files.empty());
    m_open->show();
}

void ExportPanel::setBusy(bool isBusy)
{
    m_isBusy = isBusy;
    m_progress->setVisible(isBusy);
    m_stop->setVisible(isBusy);
    m_export->setEnabled(!isBusy && !m_folder->text().trimmed().isEmpty());
    for (QWidget* each :
         std::initializer_list<QWidget*>{m_what, m_form, m_period, m_persons, m_folder, m_choose}) {
        each->setEnabled(!isBusy);
    }
}

} // namespace foyer::ui
