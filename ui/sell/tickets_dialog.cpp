// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/sell/tickets_dialog.h"

#include "core/domain/sales/order_code.h"
#include "ui/common/error_text.h"
#include "ui/common/formatting.h"
#include "ui/common/parts.h"
#include "ui/common/theme.h"

#include <QComboBox>
#include <QDesktopServices>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QPixmap>
#include <QPointer>
#include <QScrollArea>
#include <QUrl>
#include <QVBoxLayout>

namespace foyer::ui {

TicketsDialog::TicketsDialog(SellPort& port, QWidget* parent) : QDialog{parent}, m_port{port}
{
    setWindowTitle(tr("Tickets"));
    resize(760, 620);
    auto* column = new QVBoxLayout{this};
    column->setContentsMargins(kAround, kAround, kAround, kAround);
    column->setSpacing(kBetween);
    m_title = makeLabel({}, "title", this);
    column->addWidget(m_title);
    auto* scroll = new QScrollArea{this};
    scroll->setWidgetResizable(true);
    scroll->setAccessibleName(tr("Preview of the tickets"));
    auto* inside = new QWidget;
    m_pages = new QVBoxLayout{inside};
    m_pages->setSpacing(kBetween);
    scroll->setWidget(inside);
    column->addWidget(scroll, 1);
    m_state = makeLabel({}, "muted", this);
    m_state->setWordWrap(true);
    column->addWidget(m_state);
    auto* buttons = new QHBoxLayout;
    m_folder = makeButton(tr("Open folder"), "", this);
    m_queues = new QComboBox{this};
    m_queues->setMinimumHeight(kTarget);
    m_queues->setAccessibleName(tr("Printer"));
    m_print = makeButton(tr("Print"), "primary", this);
    auto* close = makeButton(tr("Close"), "", this);
    buttons->addWidget(m_folder);
    buttons->addStretch();
    buttons->addWidget(m_queues);
    buttons->addWidget(m_print);
    buttons->addWidget(close);
    column->addLayout(buttons);
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_print, &QPushButton::clicked, this, &TicketsDialog::print);
    connect(m_folder, &QPushButton::clicked, this, [this] {
        QDesktopServices::openUrl(
            QUrl::fromLocalFile(QFileInfo{text(m_documents.ticketsPdf)}.absolutePath()));
    });
}

void TicketsDialog::prepare(const Order& order)
{
    m_hasOrder = true;
    m_title->setText(tr("Order %1").arg(text(displayOrderCode(order.code))));
    m_state->setText(tr("Making the tickets…"));
    m_print->setEnabled(false);
    m_folder->setEnabled(false);
    m_documents = {};
    showDocuments();
    m_port.makeDocuments(order.id, [this, self = QPointer{this}](const Result<PrintedSale>& made) {
        if (!self) {
            return;
        }
        if (!made) {
            m_state->setText(tr("The order is sold and safe, but its tickets could not be made: %1")
                                 .arg(errorText(made.error())));
            return;
        }
        m_documents = *made;
        m_state->setText(text(m_documents.ticketsPdf));
        m_folder->setEnabled(true);
        showDocuments();
        Q_EMIT ready();
    });
    m_port.printQueues(
        [this, self = QPointer{this}](const Result<std::vector<std::string>>& names) {
            if (!self) {
                return;
            }
            m_queues->clear();
            for (const std::string& name : names ? *names : std::vector<std::string>{}) {
                m_queues->addItem(text(name));
            }
            m_queues->setVisible(m_queues->count() > 0);
            m_print->setVisible(m_queues->count() > 0);
        });
}

void TicketsDialog::showDocuments()
{
    while (QLayoutItem* item = m_pages->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (const std::string& png : m_documents.pages) {
        QPixmap picture;
        picture.loadFromData(reinterpret_cast<const uchar*>(png.data()),
                             static_cast<uint>(png.size()), "PNG");
        auto* page = new QLabel;
        page->setProperty("role", "page");
        page->setAccessibleName(tr("A ticket"));
        page->setPixmap(
            picture.scaledToWidth(std::min(picture.width(), 660), Qt::SmoothTransformation));
        page->setAlignment(Qt::AlignHCenter);
        m_pages->addWidget(page, 0, Qt::AlignHCenter);
    }
    m_pages->addStretch();
    m_print->setEnabled(!m_documents.ticketsPdf.empty());
}

void TicketsDialog::print()
{
    m_print->setEnabled(false);
    m_state->setText(tr("Sending to the printer…"));
    m_port.print(m_documents.ticketsPdf, m_queues->currentText().toStdString(),
                 [this, self = QPointer{this}](const Result<bool>& printed) {
                     if (self) {
                         m_print->setEnabled(true);
                         m_state->setText(printed ? tr("The printer has taken the tickets.")
                                                  : errorText(printed.error()));
                     }
                 });
}

} // namespace foyer::ui
