// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/common/formatting.h"
#include "ui/common/parts.h"
#include "ui/customers/customer_ask.h"
#include "ui/customers/customer_panel.h"
#include "ui/customers/customer_text.h"

#include <QDir>
#include <QFileDialog>
#include <QLineEdit>
#include <QPointer>
#include <QStandardPaths>

namespace foyer::ui {

void CustomerPanel::askConsent(const Consent& consent)
{
    const bool isGiven = m_shown.file.card.consentTo(consent.purpose).value_or(false);
    m_ask->ask(
        {isGiven ? tr("They no longer want this: %1.").arg(purposeText(consent.purpose))
                 : tr("They agree to this: %1.").arg(purposeText(consent.purpose)),
         isGiven ? tr("Withdraw") : tr("They agree"),
         tr("How they said so: at the counter, by phone …"),
         [this, purpose = consent.purpose, isGiven](const QString& typed) {
             change({.change = {.consents = {{purpose, !isGiven, {}, typed.toStdString(), {}}}}});
         }});
}

void CustomerPanel::askErase()
{
    const PersonFile& file = m_shown.file;
    m_ask->ask(
        {tr("Everything that is known of %1 is destroyed on every computer of the house, for good: "
            "%2, %3. %4 stay in the books, without a name.")
             .arg(isolated(m_title->text()),
                  tr("%n record(s)", nullptr, static_cast<int>(file.people.size())),
                  tr("%n note(s)", nullptr, static_cast<int>(file.notes.size())),
                  tr("%n order(s)", nullptr, static_cast<int>(file.orders.size()))),
         tr("Erase for good"),
         {},
         [this](const QString&) {
             const CustomerId whose = customer();
             m_port.erase(whose, [self = QPointer{this}, whose](const Result<bool>& erased) {
                 if (!self) {
                     return;
                 }
                 if (!erased) {
                     self->tell(erased.error());
                     return;
                 }
                 if (self->m_wanted == whose) { // else somebody else was chosen meanwhile
                     self->clear();
                 }
                 self->m_toast->say(tr("Erased."), {});
                 Q_EMIT self->changed();
             });
         }});
}

void CustomerPanel::askApart()
{
    m_ask->ask({tr("%n other record(s) that were merged into this one stand for themselves again.",
                   nullptr, static_cast<int>(m_shown.file.card.merged.size())),
                tr("Take apart"),
                {},
                [this](const QString&) {
                    for (const CustomerId each : m_shown.file.card.merged) {
                        m_port.unmerge(each,
                                       [self = QPointer{this}](const Result<PersonCard>& out) {
                                           if (!self) {
                                               return;
                                           }
                                           if (!out) {
                                               self->tell(out.error());
                                           }
                                           Q_EMIT self->changed();
                                       });
                    }
                }});
}

void CustomerPanel::askFile()
{
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    auto* dialog =
        new QFileDialog{this, tr("Save all that is known"),
                        QDir{folder}.filePath(tr("personal data") + QStringLiteral(".pdf"))};
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilters({tr("Pages (*.pdf)"), tr("For programs (*.json)")});
    dialog->setDefaultSuffix(QStringLiteral("pdf"));
    connect(dialog, &QFileDialog::filterSelected, dialog, [dialog](const QString& filter) {
        dialog->setDefaultSuffix(filter.contains(QLatin1String("json")) ? QStringLiteral("json")
                                                                        : QStringLiteral("pdf"));
    });
    connect(dialog, &QFileDialog::fileSelected, this, &CustomerPanel::saveTo);
    dialog->open();
}

void CustomerPanel::saveTo(const QString& file)
{
    m_port.save(customer(), file.toStdString(), [self = QPointer{this}](const Result<bool>& saved) {
        if (!self) {
            return;
        }
        if (saved) {
            self->m_toast->say(tr("All that is known is written."), {});
        } else {
            self->tell(saved.error());
        }
    });
}

void CustomerPanel::addNote()
{
    const QString note = m_note->text().trimmed();
    if (!note.isEmpty() && m_shown.mayEdit) {
        m_note->clear();
        change({.change = {.notes = {note.toStdString()}}});
    }
}

} // namespace foyer::ui
