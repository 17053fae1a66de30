// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/settings/printer_dialog.h"

#include "ui/common/error_text.h"
#include "ui/common/formatting.h"
#include "ui/common/parts.h"
#include "ui/common/theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPointer>
#include <QVBoxLayout>

namespace foyer::ui {
namespace {

constexpr int kWidth = 520;

template <typename Value>
void choose(QComboBox* box, Value value)
{
    box->setCurrentIndex(box->findData(static_cast<int>(value)));
}

QString prefixOf(const QComboBox* way)
{
    return way->currentData().toString();
}

} // namespace

PrinterDialog::PrinterDialog(PrintingPort& port, const std::optional<Printer>& printer,
                             QWidget* parent)
    : QDialog{parent}, m_port{port}, m_name{new QLineEdit{this}}, m_way{new QComboBox{this}},
      m_target{new QLineEdit{this}}, m_language{new QComboBox{this}}, m_paper{new QComboBox{this}},
      m_tickets{new QCheckBox{tr("Tickets"), this}},
      m_receipts{new QCheckBox{tr("Receipts"), this}}, m_reports{new QCheckBox{tr("Reports"),
                                                                               this}},
      m_atOnce{new QCheckBox{tr("Print by itself after every sale"), this}},
      m_drawer{new QCheckBox{tr("A cash drawer is connected to it"), this}}, m_fault{makeLabel(
                                                                                 {}, "fault", this)}
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(printer ? tr("Change a printer") : tr("Add a printer"));
    setMinimumWidth(kWidth);
    m_way->addItem(tr("Network"), QStringLiteral("tcp:"));
    m_way->addItem(tr("USB or serial device"), QStringLiteral("device:"));
    m_way->addItem(tr("Print queue of the system"), QStringLiteral("queue:"));
    m_way->addItem(tr("Folder of PDF files"), QStringLiteral("file:"));
    m_language->addItem(tr("ESC/POS (receipt printers)"), int(PrinterLanguage::EscPos));
    m_language->addItem(tr("ZPL (Zebra)"), int(PrinterLanguage::Zpl));
    m_language->addItem(tr("FGL (Boca)"), int(PrinterLanguage::Fgl));
    m_language->addItem(tr("PDF"), int(PrinterLanguage::Pdf));
    m_paper->addItem(tr("Roll, 80 mm"), int(PrinterPaper::Roll80));
    m_paper->addItem(tr("Roll, 58 mm"), int(PrinterPaper::Roll58));
    m_paper->addItem(tr("Tickets, 80 × 150 mm"), int(PrinterPaper::Stock80x150));
    m_paper->addItem(tr("Tickets, 5.5 × 2 inches"), int(PrinterPaper::Stock140x51));
    m_paper->addItem(tr("A6"), int(PrinterPaper::A6));
    m_paper->addItem(tr("A4"), int(PrinterPaper::A4));
    m_paper->addItem(tr("Letter"), int(PrinterPaper::Letter));
    m_fault->setWordWrap(true);
    m_fault->hide();
    auto* column = new QVBoxLayout{this};
    column->setContentsMargins(kAround, kAround, kAround, kAround);
    column->setSpacing(kBetween);
    auto* form = new QFormLayout;
    form->setSpacing(kInside);
    m_nameFault = addField(*form, tr("Name"), m_name, this);
    addField(*form, tr("Connected by"), m_way, this);
    m_targetFault = addField(*form, tr("Address"), m_target, this);
    addField(*form, tr("Language"), m_language, this);
    m_paperFault = addField(*form, tr("Paper"), m_paper, this);
    auto* purposes = new QHBoxLayout;
    for (QCheckBox* box : {m_tickets, m_receipts, m_reports}) {
        box->setMinimumHeight(kTarget);
        purposes->addWidget(box);
    }
    auto* purposesFor = makeLabel(tr("For"), "", this);
    purposesFor->setMinimumHeight(kTarget);
    form->addRow(purposesFor, purposes);
    for (QCheckBox* box : {m_atOnce, m_drawer}) {
        box->setMinimumHeight(kTarget);
        form->addRow(QString{}, box);
    }
    column->addLayout(form);
    column->addWidget(m_fault);
    auto* buttons = new QHBoxLayout;
    auto* cancel = makeButton(tr("Cancel"), "", this, QStringLiteral("Esc"));
    auto* save = makeButton(tr("Save"), "primary", this);
    save->setDefault(true);
    buttons->addStretch();
    buttons->addWidget(cancel);
    buttons->addWidget(save);
    column->addLayout(buttons);
    connect(m_way, &QComboBox::currentIndexChanged, this, &PrinterDialog::showWay);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(save, &QPushButton::clicked, this, &PrinterDialog::save);
    fill(printer.value_or(Printer{{}, PrinterLanguage::EscPos, "tcp:", PrinterPaper::Roll80, 3}));
    m_name->setReadOnly(printer.has_value());
    (printer ? m_target : m_name)->setFocus();
}

void PrinterDialog::fill(const Printer& printer)
{
    m_name->setText(text(printer.name));
    const QString output = text(printer.output);
    const qsizetype colon = output.indexOf(QLatin1Char{':'}) + 1;
    m_way->setCurrentIndex(std::max(0, m_way->findData(output.left(colon))));
    m_target->setText(output.mid(colon));
    showWay();
    choose(m_language, printer.language);
    choose(m_paper, printer.paper);
    m_tickets->setChecked(printer.isFor(PrintPurpose::Tickets));
    m_receipts->setChecked(printer.isFor(PrintPurpose::Receipts));
    m_reports->setChecked(printer.isFor(PrintPurpose::Reports));
    m_atOnce->setChecked(printer.isFor(PrintPurpose::AtOnce));
    m_drawer->setChecked(printer.isFor(PrintPurpose::Drawer));
}

void PrinterDialog::showWay()
{
    const QString way = prefixOf(m_way);
    const bool takesPdf = way == QLatin1String{"queue:"} || way == QLatin1String{"file:"};
    m_language->setEnabled(!takesPdf);
    if (takesPdf) {
        choose(m_language, PrinterLanguage::Pdf);
    } else if (m_language->currentData().toInt() == int(PrinterLanguage::Pdf)) {
        choose(m_language, PrinterLanguage::EscPos);
    }
    m_target->setPlaceholderText(way == QLatin1String{"tcp:"} ? QStringLiteral("10.0.0.7")
                                     : way == QLatin1String{"device:"}
                                     ? QStringLiteral("/dev/usb/lp0")
                                     : way == QLatin1String{"queue:"} ? tr("Name of the queue")
                                                                      : tr("Folder"));
}

Printer PrinterDialog::typed() const
{
    Printer printer;
    printer.name = m_name->text().trimmed().toStdString();
    printer.output = (prefixOf(m_way) + m_target->text().trimmed()).toStdString();
    printer.language = static_cast<PrinterLanguage>(m_language->currentData().toInt());
    printer.paper = static_cast<PrinterPaper>(m_paper->currentData().toInt());
    const auto add = [&printer](const QCheckBox* box, PrintPurpose purpose) {
        if (box->isChecked()) {
            printer.purposes =
                static_cast<std::uint8_t>(printer.purposes | static_cast<unsigned>(purpose));
        }
    };
    add(m_tickets, PrintPurpose::Tickets);
    add(m_receipts, PrintPurpose::Receipts);
    add(m_reports, PrintPurpose::Reports);
    add(m_atOnce, PrintPurpose::AtOnce);
    add(m_drawer, PrintPurpose::Drawer);
    return printer;
}

void PrinterDialog::showRefusal(const Error& error)
{
    if (error.code == "bad_printer_name") {
        m_nameFault.say(errorText(error));
    } else if (error.code == "bad_output") {
        m_targetFault.say(errorText(error));
    } else if (error.code == "bad_paper") {
        m_paperFault.say(errorText(error));
    } else {
        m_fault->setText(errorText(error));
        m_fault->show();
    }
}

void PrinterDialog::save()
{
    for (const FieldFault& fault : {m_nameFault, m_targetFault, m_paperFault}) {
        fault.clear();
    }
    m_fault->hide();
    m_port.save(typed(), [self = QPointer{this}](const Result<bool>& saved) {
        if (!self) {
            return;
        }
        if (!saved) {
            self->showRefusal(saved.error());
            return;
        }
        Q_EMIT self->saved();
        self->accept();
    });
}

} // namespace foyer::ui
