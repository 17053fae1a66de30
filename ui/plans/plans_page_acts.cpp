// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/common/error_text.h"
#include "ui/common/formatting.h"
#include "ui/plans/plan_editor.h"
#include "ui/plans/plans_page.h"

#include <QDragEnterEvent>
#include <QFileDialog>
#include <QLineEdit>
#include <QListWidget>
#include <QMimeData>
#include <QPointer>
#include <QStackedWidget>
#include <QUrl>

namespace foyer::ui {
namespace {

QString lossWords(const std::string& loss)
{
    if (loss == "traits") {
        return PlansPage::tr("which seats are for wheelchairs and companions or see badly");
    }
    if (loss == "standing_areas") {
        return PlansPage::tr("how many people may stand in an area");
    }
    if (loss == "rings") {
        return PlansPage::tr("that round tables have no ends");
    }
    if (loss == "section_details") {
        return PlansPage::tr("entrances and zones of sections");
    }
    if (loss == "unnamed_outlines") {
        return PlansPage::tr("outlines of sections that have no name");
    }
    return PlansPage::tr("the picture behind the plan");
}

} // namespace

const PlanRow* PlansPage::chosen() const
{
    const auto row = static_cast<std::size_t>(std::max(0, m_list->currentRow()));
    return row < m_plans.size() ? &m_plans[row] : nullptr;
}

void PlansPage::openChosen()
{
    if (isDrawing()) {
        return; // a key that went to the list behind the editor
    }
    if (const PlanRow* plan = chosen()) {
        m_port.open(plan->id,
                    [self = QPointer{this}, sitting = m_sitting](const Result<OpenedPlan>& opened) {
                        if (!self || sitting != self->m_sitting || self->isDrawing()) {
                            return;
                        }
                        if (!opened) {
                            self->say(errorText(opened.error()), "fault");
                            return;
                        }
                        self->say({}, "muted");
                        self->toEditor();
                        self->m_editor->open(*opened);
                    });
    }
}

void PlansPage::startDrawing()
{
    say({}, "muted");
    toEditor();
    m_editor->startNew({});
}

// Before a plan comes on its desk: it is zoomed to the room that there is.
void PlansPage::toEditor()
{
    m_states->setCurrentWidget(m_editor);
    setFocusProxy(m_editor);
    m_editor->setFocus();
}

void PlansPage::toList()
{
    m_states->setCurrentIndex(0);
    setFocusProxy(m_list);
    refresh();
    m_list->setFocus();
}

void PlansPage::askName(bool copies)
{
    if (const PlanRow* plan = chosen()) {
        m_copies = copies;
        const QString name = text(plan->name);
        m_newName->setText(copies ? tr("Copy of %1").arg(name) : name);
        m_naming->show();
        m_newName->setFocus();
        m_newName->selectAll();
    }
}

void PlansPage::takeName()
{
    const PlanRow* plan = chosen();
    if (plan == nullptr) {
        return;
    }
    const std::string name = m_newName->text().trimmed().toStdString();
    const auto finish = [self = QPointer{this},
                         sitting = m_sitting](const std::optional<Error>& error) {
        if (!self || sitting != self->m_sitting) {
            return;
        }
        if (error) {
            self->say(errorText(*error), "fault");
            return;
        }
        self->m_naming->hide();
        self->say({}, "muted");
        self->refresh();
        self->m_list->setFocus();
    };
    if (m_copies) {
        m_port.duplicate(plan->id, name, [finish](const Result<PlanId>& made) {
            finish(made ? std::nullopt : std::optional{made.error()});
        });
    } else {
        m_port.rename(plan->id, name, [finish](const Result<bool>& renamed) {
            finish(renamed ? std::nullopt : std::optional{renamed.error()});
        });
    }
}

void PlansPage::archiveChosen()
{
    if (const PlanRow* plan = chosen()) {
        const QString name = text(plan->name);
        m_port.archive(
            plan->id, true,
            [self = QPointer{this}, sitting = m_sitting, name](const Result<bool>& done) {
                if (!self || sitting != self->m_sitting) {
                    return;
                }
                self->say(
                    done
                        ? self->tr("%1 is archived: performances keep it, this list leaves it out.")
                              .arg(isolated(name))
                        : errorText(done.error()),
                    done ? "good" : "fault");
                self->refresh();
            });
    }
}

void PlansPage::chooseImport()
{
    auto* dialog = new QFileDialog{this, tr("Import a seating plan")};
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setNameFilter(tr("Seating plans (*.json)"));
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &PlansPage::importFile);
    dialog->open();
}

void PlansPage::importFile(const QString& path)
{
    m_port.readFile(path.toStdString(),
                    [self = QPointer{this}, sitting = m_sitting](const Result<SeatingPlan>& plan) {
                        if (!self || sitting != self->m_sitting || self->isDrawing()) {
                            return;
                        }
                        if (!plan) {
                            const QString where = text(plan.error().where);
                            self->say(where.isEmpty() ? errorText(plan.error())
                                                      : errorText(plan.error()) +
                                              QStringLiteral(" (") + where + QLatin1Char{')'},
                                      "fault");
                            return;
                        }
                        self->say({}, "muted");
                        self->toEditor();
                        self->m_editor->startWith(*plan);
                    });
}

void PlansPage::chooseExport()
{
    if (chosen() == nullptr) {
        return;
    }
    auto* dialog = new QFileDialog{this, tr("Export the seating plan")};
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    const QString pretix = tr("pretix (*.json)");
    dialog->setNameFilters({pretix, tr("seats.io (*.json)")});
    dialog->setDefaultSuffix(QStringLiteral("json"));
    dialog->selectFile(text(chosen()->name));
    connect(dialog, &QFileDialog::fileSelected, this, [this, dialog, pretix](const QString& path) {
        exportTo(path,
                 dialog->selectedNameFilter() == pretix ? QStringLiteral("pretix")
                                                        : QStringLiteral("seatsio"));
    });
    dialog->open();
}

void PlansPage::exportTo(const QString& path, const QString& format)
{
    const PlanRow* plan = chosen();
    if (plan == nullptr) {
        return;
    }
    m_port.writeFile(*plan->plan, format.toStdString(), path.toStdString(),
                     [self = QPointer{this}, sitting = m_sitting,
                      path](const Result<std::vector<std::string>>& losses) {
                         if (!self || sitting != self->m_sitting) {
                             return;
                         }
                         if (!losses) {
                             self->say(errorText(losses.error()), "fault");
                             return;
                         }
                         QStringList lost;
                         for (const std::string& loss : *losses) {
                             lost << lossWords(loss);
                         }
                         const QString written = self->tr("Written: %1.").arg(path);
                         self->say(lost.isEmpty()
                                       ? written
                                       : self->tr("%1 This format has no place for: %2.")
                                             .arg(written, lost.join(QStringLiteral("; "))),
                                   "good");
                     });
}

void PlansPage::dragEnterEvent(QDragEnterEvent* event)
{
    const QList<QUrl> urls = event->mimeData()->urls();
    if (!urls.isEmpty() && urls.first().isLocalFile()) {
        event->acceptProposedAction();
    }
}

void PlansPage::dropEvent(QDropEvent* event)
{
    // On the drawing a picture to draw over; on the list a plan.
    const QString path = event->mimeData()->urls().first().toLocalFile();
    isDrawing() ? m_editor->drawOver(path) : importFile(path);
    event->acceptProposedAction();
}

} // namespace foyer::ui
