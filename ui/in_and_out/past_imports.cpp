// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/in_and_out/past_imports.h"

#include "ui/common/formatting.h"
#include "ui/common/icons.h"
#include "ui/common/parts.h"
#include "ui/common/theme.h"
#include "ui/in_and_out/import_text.h"
#include "ui/in_and_out/in_and_out_ask.h"

#include <QCoreApplication>
#include <QHBoxLayout>
#include <QListWidget>
#include <QLocale>
#include <QPointer>
#include <QProgressBar>
#include <QVBoxLayout>

#include <algorithm>

namespace foyer::ui {
namespace {

constexpr int kListHeight = 140;
constexpr std::size_t kKeptNamed = 5;

QString undoneText(const OrderImportUndone& undone)
{
    QString said = QCoreApplication::translate("foyer::ui::PastImports",
                                               "%L1 orders taken back, %L2 kept because they were "
                                               "used since.")
                       .arg(static_cast<qulonglong>(undone.voided))
                       .arg(static_cast<qulonglong>(undone.kept));
    if (!undone.keptOrders.empty()) {
        QStringList names;
        for (std::size_t i = 0; i < std::min(undone.keptOrders.size(), kKeptNamed); ++i) {
            names += isolated(text(undone.keptOrders[i]));
        }
        if (undone.kept > kKeptNamed) {
            names += QStringLiteral("…");
        }
        said += QLatin1Char{' '} +
            QCoreApplication::translate("foyer::ui::PastImports", "Kept: %1.")
                .arg(names.join(QStringLiteral(", ")));
    }
    if (undone.isStopped) {
        said += QLatin1Char{' '} +
            QCoreApplication::translate("foyer::ui::PastImports",
                                        "It was stopped. Take the import back again to go on.");
    }
    return said;
}

} // namespace

PastImports::PastImports(OrderImportPort& port, QWidget* parent)
    : QWidget{parent}, m_port{port}, m_none{makeLabel({}, "muted", this)},
      m_list{new QListWidget{this}}, m_goOn{makeButton(tr("Go on…"), "", this)},
      m_undo{makeButton(tr("Take back…"), "", this)}, m_stop{makeButton(tr("Stop"), "", this)},
      m_progress{new QProgressBar{this}}, m_result{makeLabel({}, "", this)}, m_ask{new InAndOutAsk{
                                                                                 this}}
{
    build();
    showVerbs();
}

void PastImports::build()
{
    auto* column = new QVBoxLayout{this};
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(kInside);
    column->addWidget(makeLabel(tr("Imported before"), "section", this));
    m_none->setText(tr("Nothing was imported yet."));
    column->addWidget(m_none);
    m_list->setAccessibleName(tr("Imported before, the latest first"));
    m_list->setMinimumHeight(kListHeight);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setTextElideMode(Qt::ElideRight);
    column->addWidget(m_list, 1);
    column->addWidget(m_ask);
    setButtonIcon(m_undo, QStringLiteral("undo-2"));
    m_progress->setRange(0, 100);
    m_progress->setAccessibleName(tr("How much is taken back"));
    auto* verbs = new QHBoxLayout;
    verbs->addWidget(m_goOn);
    verbs->addWidget(m_undo);
    verbs->addWidget(m_progress, 1);
    verbs->addWidget(m_stop);
    verbs->addStretch();
    column->addLayout(verbs);
    m_result->setWordWrap(true);
    column->addWidget(m_result);
    connect(m_list, &QListWidget::currentRowChanged, this, &PastImports::showVerbs);
    connect(m_goOn, &QPushButton::clicked, this, [this] {
        if (const OrderImport* import = chosen()) {
            Q_EMIT goOnAsked(*import);
        }
    });
    connect(m_undo, &QPushButton::clicked, this, &PastImports::askUndo);
    connect(m_stop, &QPushButton::clicked, this, [this] { m_port.cancel(); });
    connect(m_ask, &InAndOutAsk::closed, m_list, [this] { m_list->setFocus(); });
}

void PastImports::setTimeZone(const std::string& timeZone)
{
    m_timeZone = timeZone;
    show(std::vector<OrderImport>{m_known});
}

void PastImports::setBlocked(bool isBlocked)
{
    m_isBlocked = isBlocked;
    showVerbs();
}

void PastImports::setBusy(bool isBusy)
{
    m_isBusy = isBusy;
    showVerbs();
    Q_EMIT busyChanged(isBusy);
}

const OrderImport* PastImports::chosen() const
{
    const int row = m_list->currentRow();
    return row >= 0 && static_cast<std::size_t>(row) < m_known.size()
        ? &m_known[static_cast<std::size_t>(row)]
        : nullptr;
}

void PastImports::showVerbs()
{
    const OrderImport* import = chosen();
    const bool isFree = !m_isBlocked && !m_isBusy && import != nullptr && !import->isUndone;
    m_goOn->setEnabled(isFree && !import->isEnded);
    m_undo->setEnabled(isFree);
    m_goOn->setVisible(
        std::ranges::any_of(m_known, [](const OrderImport& each) { return !each.isEnded; }));
    m_undo->setVisible(!m_known.empty());
    m_list->setVisible(!m_known.empty());
    m_none->setVisible(m_known.empty());
    m_progress->setVisible(m_isBusy);
    m_stop->setVisible(m_isBusy);
}

void PastImports::refresh()
{
    m_port.imports([self = QPointer{this}](const Result<std::vector<OrderImport>>& imports) {
        if (self && imports) {
            self->show(*imports);
        } else if (self) {
            self->m_result->setText(refusalText(imports.error()));
        }
    });
}

void PastImports::startOver()
{
    m_ask->close();
    m_result->clear();
    show({});
}

void PastImports::show(const std::vector<OrderImport>& imports)
{
    const OrderImport* before = chosen();
    const ImportId id = before != nullptr ? before->id : ImportId{};
    m_known = imports;
    m_list->clear();
    for (const OrderImport& each : m_known) {
        m_list->addItem(pastImportText(each, m_timeZone));
        m_list->item(m_list->count() - 1)->setToolTip(pastImportText(each, m_timeZone));
        if (each.id == id) {
            m_list->setCurrentRow(m_list->count() - 1);
        }
    }
    showVerbs();
}

void PastImports::askUndo()
{
    const OrderImport* import = chosen();
    if (import == nullptr) {
        return;
    }
    m_ask->ask(tr("%L1 orders with %L2 tickets of “%3” become void and their places free. What was "
                  "used since (let in, refunded, exchanged) stays, and so do customers and events.")
                   .arg(static_cast<qlonglong>(import->orders))
                   .arg(static_cast<qlonglong>(import->tickets))
                   .arg(isolated(text(import->title))),
               tr("Take back"), [this, id = import->id] { undo(id); });
}

void PastImports::undo(ImportId import)
{
    const auto found = std::ranges::find(m_known, import, &OrderImport::id);
    const double all = found != m_known.end() ? static_cast<double>(found->orders) : 0;
    m_progress->setValue(0);
    m_result->clear();
    setBusy(true);
    m_stop->setFocus();
    const auto progress = [self = QPointer{this}, all](const ImportProgress& told) {
        if (self) {
            self->m_progress->setValue(
                all > 0 ? static_cast<int>(100 * static_cast<double>(told.orders) / all) : 0);
            self->m_result->setText(
                tr("%L1 orders so far").arg(static_cast<qulonglong>(told.orders)));
        }
    };
    m_port.undo(import, progress, [self = QPointer{this}](const Result<OrderImportUndone>& undone) {
        if (!self) {
            return;
        }
        self->setBusy(false);
        self->m_result->setText(undone ? undoneText(*undone) : refusalText(undone.error()));
        self->m_list->setFocus();
        self->refresh();
        Q_EMIT self->changed();
    });
}

} // namespace foyer::ui
