// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/customers/import_panel.h"

#include "ui/common/error_text.h"
#include "ui/common/field.h"
#include "ui/common/formatting.h"
#include "ui/common/icons.h"
#include "ui/common/parts.h"
#include "ui/common/theme.h"
#include "ui/customers/customer_ask.h"
#include "ui/customers/customer_text.h"

#include <QComboBox>
#include <QFileDialog>
#include <QFileInfo>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QListWidget>
#include <QPointer>
#include <QProgressBar>
#include <QStandardPaths>
#include <QTableWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace foyer::ui {
namespace {

constexpr int kPreviewHeight = 200;
constexpr int kListHeight = 140;
constexpr int kAsProposed = -2; ///< several columns make up the field
constexpr int kNoColumn = -1;

} // namespace

ImportPanel::ImportPanel(CustomersPort& port, QWidget* parent) : QWidget{parent}, m_port{port}
{
    auto* column = new QVBoxLayout{this};
    column->setContentsMargins(0, kBetween, 0, 0);
    column->setSpacing(kInside);
    m_teaches = makeLabel(
        tr("A table from another program, saved as CSV: its first row names the columns. Who is "
           "known already is brought up to date, who is new is added, and all of it can be taken "
           "back."),
        "muted", this);
    m_teaches->setWordWrap(true);
    column->addWidget(m_teaches);
    m_choose = makeButton(tr("Choose a file…"), "primary", this);
    setButtonIcon(m_choose, QStringLiteral("folder-open"));
    column->addWidget(m_choose, 0, Qt::AlignLeft);
    m_told = makeLabel({}, "fault", this);
    m_told->setWordWrap(true);
    m_told->hide();
    column->addWidget(m_told);
    m_body = buildTable(this);
    m_body->hide();
    column->addWidget(m_body);
    column->addWidget(makeLabel(tr("Imported before"), "section", this));
    m_ask = new CustomerAsk{this};
    column->addWidget(m_ask);
    m_imports = new QListWidget{this};
    m_imports->setAccessibleName(tr("Imported before, the latest first"));
    m_imports->setMinimumHeight(kListHeight);
    column->addWidget(m_imports, 1);
    m_undo = makeButton(tr("Take back…"), "", this);
    setButtonIcon(m_undo, QStringLiteral("undo-2"));
    m_undo->setEnabled(false);
    column->addWidget(m_undo, 0, Qt::AlignLeft);
    connect(m_choose, &QPushButton::clicked, this, &ImportPanel::askFile);
    connect(m_undo, &QPushButton::clicked, this, &ImportPanel::askUndo);
    connect(m_imports, &QListWidget::currentRowChanged, this, [this](int row) {
        m_undo->setEnabled(row >= 0 && static_cast<std::size_t>(row) < m_known.size() &&
                           !m_known[static_cast<std::size_t>(row)].isUndone);
    });
}

QWidget* ImportPanel::buildTable(QWidget* parent)
{
    auto* panel = makePanel(parent);
    auto* column = new QVBoxLayout{panel};
    column->setContentsMargins(kBetween, kBetween, kBetween, kBetween);
    column->setSpacing(kInside);
    m_form = makeLabel({}, "section", panel);
    m_form->setWordWrap(true);
    column->addWidget(m_form);
    m_fields = new QFormLayout;
    column->addLayout(m_fields);
    m_preview = new QTableWidget{panel};
    m_preview->setAccessibleName(tr("The first rows, as they would be read"));
    m_preview->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_preview->setTabKeyNavigation(false);
    m_preview->setMinimumHeight(kPreviewHeight);
    m_preview->verticalHeader()->hide();
    column->addWidget(m_preview);
    auto* verbs = new QHBoxLayout;
    m_try = makeButton(tr("Try without changing anything"), "", panel);
    m_import = makeButton(tr("Import"), "primary", panel);
    m_stop = makeButton(tr("Stop"), "", panel);
    m_progress = new QProgressBar{panel};
    m_progress->setRange(0, 0);
    m_progress->setAccessibleName(tr("Rows read so far"));
    verbs->addWidget(m_try);
    verbs->addWidget(m_import);
    verbs->addWidget(m_progress, 1);
    verbs->addWidget(m_stop);
    column->addLayout(verbs);
    m_result = makeLabel({}, "", panel);
    m_result->setWordWrap(true);
    column->addWidget(m_result);
    m_refusals = new QListWidget{panel};
    m_refusals->setAccessibleName(tr("Rows that cannot be taken, and why"));
    m_refusals->setMinimumHeight(kListHeight);
    column->addWidget(m_refusals);
    setBusy(false);
    connect(m_try, &QPushButton::clicked, this, [this] { run(true); });
    connect(m_import, &QPushButton::clicked, this, [this] { run(false); });
    connect(m_stop, &QPushButton::clicked, this, [this] { m_port.cancelImport(); });
    return panel;
}

void ImportPanel::setBusy(bool isBusy)
{
    m_progress->setVisible(isBusy);
    m_stop->setVisible(isBusy);
    for (QPushButton* button : {m_try, m_import, m_choose}) {
        button->setEnabled(!isBusy);
    }
}

void ImportPanel::refresh()
{
    m_port.imports([self = QPointer{this},
                    sitting = m_sitting](const Result<std::vector<CustomerImport>>& imports) {
        if (self && sitting == self->m_sitting && imports) {
            self->showImports(*imports);
        }
    });
}

void ImportPanel::startOver()
{
    ++m_sitting;
    m_port.cancelImport();
    m_table = {};
    m_known.clear();
    m_body->hide();
    m_told->hide();
    m_form->clear();
    m_preview->clear();
    m_result->clear();
    m_refusals->clear();
    m_imports->clear();
    m_ask->close();
}

void ImportPanel::askFile()
{
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    auto* dialog = new QFileDialog{this, tr("Choose a table"), folder};
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setNameFilters({tr("Tables (*.csv *.txt *.tsv)"), tr("All files (*)")});
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &ImportPanel::take);
    dialog->open();
}

void ImportPanel::take(const QString& file)
{
    m_told->hide();
    m_port.look(file.toStdString(),
                [self = QPointer{this}, sitting = m_sitting](const Result<TableShown>& table) {
                    if (!self || sitting != self->m_sitting) {
                        return;
                    }
                    if (table) {
                        self->show(*table);
                    } else {
                        self->tell(table.error());
                    }
                });
}

void ImportPanel::show(const TableShown& table)
{
    m_table = table;
    const QString separator = table.separator == "\t" ? tr("tabs") : text(table.separator);
    m_form->setText(tr("%1: %2, columns separated by %3")
                        .arg(isolated(QFileInfo{text(table.file)}.fileName()), text(table.encoding),
                             separator));
    while (m_fields->rowCount() > 0) {
        m_fields->removeRow(0);
    }
    m_columns.clear();
    for (const std::string& field : table.fields) {
        auto* box = new QComboBox{m_body};
        box->addItem(tr("not in the table"), kNoColumn);
        std::vector<std::size_t> proposed;
        QStringList names;
        for (const ColumnMapping::Part& part : table.proposed.parts) {
            if (part.field == field) {
                proposed.push_back(part.column);
                names += text(table.headers[part.column]);
            }
        }
        if (proposed.size() > 1) {
            box->addItem(names.join(QStringLiteral(" + ")), kAsProposed);
        }
        for (std::size_t i = 0; i < table.headers.size(); ++i) {
            box->addItem(isolated(text(table.headers[i])), static_cast<int>(i));
        }
        const int chosen = proposed.empty() ? kNoColumn
            : proposed.size() > 1           ? kAsProposed
                                            : static_cast<int>(proposed.front());
        box->setCurrentIndex(box->findData(chosen));
        addField(*m_fields, fieldText(field), box, m_body);
        m_columns.push_back(box);
        connect(box, &QComboBox::currentIndexChanged, this, &ImportPanel::showPreview);
    }
    m_result->clear();
    m_refusals->hide();
    m_body->show();
    showPreview();
    m_try->setFocus();
}

ColumnMapping ImportPanel::mapping() const
{
    ColumnMapping mapping;
    for (std::size_t i = 0; i < m_columns.size(); ++i) {
        const std::string& field = m_table.fields[i];
        const int column = m_columns[i]->currentData().toInt();
        if (column == kAsProposed) {
            std::ranges::copy_if(m_table.proposed.parts, std::back_inserter(mapping.parts),
                                 [&](const ColumnMapping::Part& part) {
                                     return part.field == field;
                                 });
        } else if (column != kNoColumn) {
            mapping.parts.push_back({field, static_cast<std::size_t>(column)});
        }
    }
    return mapping;
}

void ImportPanel::showPreview()
{
    const ColumnMapping read = mapping();
    QStringList names;
    std::vector<std::string> fields;
    for (const std::string& field : m_table.fields) {
        if (read.has(field)) {
            names += fieldText(field);
            fields.push_back(field);
        }
    }
    m_preview->clear();
    m_preview->setColumnCount(static_cast<int>(names.size()));
    m_preview->setHorizontalHeaderLabels(names);
    m_preview->setRowCount(static_cast<int>(m_table.first.size()));
    for (int row = 0; row < m_preview->rowCount(); ++row) {
        const TableRow& given = m_table.first[static_cast<std::size_t>(row)];
        for (int column = 0; column < m_preview->columnCount(); ++column) {
            const auto value = read.valueOf(fields[static_cast<std::size_t>(column)], given.cells);
            m_preview->setItem(row, column, new QTableWidgetItem{text(value.value_or(""))});
        }
    }
    m_preview->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
}

void ImportPanel::run(bool isTry)
{
    m_told->hide();
    setBusy(true);
    const auto progress = [self = QPointer{this}, sitting = m_sitting](std::size_t rows) {
        if (self && sitting == self->m_sitting) {
            self->m_progress->setFormat(tr("%L1 rows").arg(static_cast<qulonglong>(rows)));
            self->m_result->setText(tr("%L1 rows so far").arg(static_cast<qulonglong>(rows)));
        }
    };
    m_port.importTable(m_table.file, mapping(), isTry, progress,
                       [self = QPointer{this}, sitting = m_sitting,
                        isTry](const Result<CustomerImportReport>& report) {
                           if (!self) {
                               return;
                           }
                           self->setBusy(false); // no other one is begun before
                           if (sitting != self->m_sitting) {
                               return;
                           }
                           if (!report) {
                               self->tell(report.error());
                               return;
                           }
                           self->showReport(*report, isTry);
                           self->refresh();
                           if (!isTry) {
                               Q_EMIT self->changed();
                           }
                       });
}

void ImportPanel::showReport(const CustomerImportReport& report, bool isTry)
{
    const auto number = [](std::size_t count) {
        return QLocale{}.toString(static_cast<qulonglong>(count));
    };
    const QString figures =
        tr("%1 rows: %2 new, %3 changed, %4 known as they are, %5 refused.")
            .arg(number(report.rows), number(report.added), number(report.changed),
                 number(report.same), number(report.refused));
    const QString outcome = isTry ? tr("Nothing was changed yet.")
        : report.isStopped        ? tr("It was stopped. Import the table again to go on.")
                                  : tr("It is done.");
    m_result->setText(figures + QLatin1Char{' '} + outcome);
    m_refusals->clear();
    for (const ImportRefusal& each : report.refusals) {
        m_refusals->addItem(
            tr("Line %L1: %2").arg(static_cast<qulonglong>(each.line)).arg(errorText(each.why)));
    }
    m_refusals->setVisible(!report.refusals.empty());
}

void ImportPanel::showImports(const std::vector<CustomerImport>& imports)
{
    m_known = imports;
    m_imports->clear();
    for (const CustomerImport& each : m_known) {
        const QString figures = tr("%1: %L2 new, %L3 changes")
                                    .arg(dayAndTimeText(each.at, "UTC"))
                                    .arg(static_cast<qlonglong>(each.added))
                                    .arg(static_cast<qlonglong>(each.changed));
        m_imports->addItem(each.isUndone ? tr("%1, taken back").arg(figures) : figures);
    }
    m_imports->setVisible(!m_known.empty());
}

void ImportPanel::askUndo()
{
    const int row = m_imports->currentRow();
    if (row < 0 || static_cast<std::size_t>(row) >= m_known.size()) {
        return;
    }
    const CustomerImport import = m_known[static_cast<std::size_t>(row)];
    m_ask->ask(
        {tr("Those whom it added are erased and its changes are put back, but for who "
            "bought something, was changed or merged since."),
         tr("Take back"),
         {},
         [this, id = import.id](const QString&) {
             m_port.undoImport(id,
                               [self = QPointer{this},
                                sitting = m_sitting](const Result<ImportUndone>& done) {
                                   if (!self || sitting != self->m_sitting) {
                                       return;
                                   }
                                   if (!done) {
                                       self->tell(done.error());
                                       return;
                                   }
                                   self->m_result->setText(
                                       tr("%L1 taken back, %L2 kept because they were used since.")
                                           .arg(static_cast<qulonglong>(done->removed))
                                           .arg(static_cast<qulonglong>(done->kept)));
                                   self->refresh();
                                   Q_EMIT self->changed();
                               });
         }});
}

void ImportPanel::tell(const Error& error)
{
    m_told->setText(errorText(error));
    m_told->show();
}

} // namespace foyer::ui
