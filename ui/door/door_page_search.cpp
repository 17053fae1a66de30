// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Who has no ticket to show.

#include "ui/door/door_page.h"

#include "ui/common/error_text.h"
#include "ui/common/formatting.h"
#include "ui/common/parts.h"
#include "ui/common/theme.h"
#include "ui/door/door_sign.h"
#include "ui/door/door_text.h"

#include <QComboBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QPointer>
#include <QStackedWidget>
#include <QTimer>
#include <QVBoxLayout>

namespace foyer::ui {
namespace {

constexpr int kRowHeight = 60; // the name, and below it where and what

} // namespace

void DoorPage::openSearch()
{
    if (!m_post.performance) {
        m_fault->setText(tr("To search for guests, choose the performance: go back with Esc."));
        m_fault->show();
        return;
    }
    m_searchPanel->show();
    m_words->setFocus();
    m_words->selectAll();
    search();
}

void DoorPage::closeSearch()
{
    m_searchPanel->hide();
    m_words->clear();
    m_guests->clear();
    if (m_stages->currentIndex() == Gate) {
        m_code->setFocus();
    }
}

void DoorPage::search()
{
    const QString words = m_words->text().trimmed();
    if (words.isEmpty() || !m_post.performance) {
        m_guests->clear();
        m_searchHint->setText(tr("Type a name, an order code, a seat or a phone number."));
        return;
    }
    m_port.guests(
        *m_post.performance, words.toStdString(),
        [self = QPointer{this}, words](const Result<std::vector<DoorGuestRow>>& found) {
            if (!self || words != self->m_words->text().trimmed()) {
                return;
            }
            self->m_guests->clear();
            if (!found) {
                self->m_searchHint->setText(errorText(found.error()));
                return;
            }
            self->m_searchHint->setText(found->empty()
                                            ? tr("Nobody of that name, code or seat has a valid "
                                                 "ticket for this performance.")
                                            : tr("Enter lets in whom you choose."));
            for (const DoorGuestRow& guest : *found) {
                const QString state = guest.inside ? tr("inside")
                    : guest.admitted               ? tr("checked out")
                                                   : tr("expected");
                const QString who =
                    guest.name.empty() ? text(guest.code) : isolated(text(guest.name));
                const QString what =
                    QStringList{isolated(text(guest.place)), isolated(text(guest.typeName)), state}
                        .join(QStringLiteral(" · "));
                auto* item = new QListWidgetItem{who + QLatin1Char{'\n'} + what, self->m_guests};
                item->setSizeHint({0, kRowHeight});
                item->setData(Qt::UserRole, text(guest.ticket.text()));
            }
        });
}

void DoorPage::passChosen()
{
    const QListWidgetItem* item = m_guests->currentItem();
    const auto id = item != nullptr
        ? Uuid::fromText(item->data(Qt::UserRole).toString().toStdString())
        : std::nullopt;
    if (!id) {
        return;
    }
    m_port.pass(m_post, TicketId{*id}, m_isOut, {},
                [self = QPointer{this}](const Result<DoorAnswer>& answer) {
                    if (self) {
                        self->showAnswer(answer);
                        self->search();
                        self->refreshNumbers();
                    }
                });
}

} // namespace foyer::ui
