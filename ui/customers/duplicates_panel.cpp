// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/customers/duplicates_panel.h"

#include "ui/common/empty_state.h"
#include "ui/common/error_text.h"
#include "ui/common/formatting.h"
#include "ui/common/parts.h"
#include "ui/common/theme.h"
#include "ui/customers/customer_text.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QListWidget>
#include <QPointer>
#include <QSignalBlocker>
#include <QStackedWidget>
#include <QTableWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace foyer::ui {
namespace {

constexpr int kProposalsWidth = 340;

QString whyTheyMayBeOne(DuplicateProposal::Why why)
{
    switch (why) {
    case DuplicateProposal::Why::SameEmail:
        return DuplicatesPanel::tr("The same e-mail");
    case DuplicateProposal::Why::SamePhone:
        return DuplicatesPanel::tr("The same telephone");
    case DuplicateProposal::Why::SameNameAndAddress:
        return DuplicatesPanel::tr("The same name, a similar address");
    }
    return {};
}

QString shownName(const PersonCard& card)
{
    return card.details.name.empty() ? text(card.details.email) : isolated(text(card.details.name));
}

std::vector<std::pair<QString, QString>> linesOf(const PersonCard& card)
{
    QStringList tags;
    for (const std::string& tag : card.tags) {
        tags += isolated(text(tag));
    }
    std::vector<std::pair<QString, QString>> lines{{fieldText("name"), text(card.details.name)},
                                                   {fieldText("email"), text(card.details.email)},
                                                   {fieldText("phone"), text(card.details.phone)},
                                                   {fieldText("address"), text(card.address)},
                                                   {fieldText("note"), text(card.details.note)},
                                                   {fieldText("tags"),
                                                    tags.join(QStringLiteral(", "))}};
    for (const ConsentPurpose purpose : allConsentPurposes()) {
        const auto word = card.consentTo(purpose);
        lines.emplace_back(purposeText(purpose),
                           !word       ? QString{}
                               : *word ? DuplicatesPanel::tr("agreed")
                                       : DuplicatesPanel::tr("not wanted"));
    }
    return lines;
}

} // namespace

DuplicatesPanel::DuplicatesPanel(CustomersPort& port, QWidget* parent)
    : QWidget{parent}, m_port{port}
{
    auto* column = new QVBoxLayout{this};
    column->setContentsMargins(0, kBetween, 0, 0);
    m_states = new QStackedWidget{this};
    column->addWidget(m_states);
    auto* work = new QWidget{m_states};
    auto* row = new QHBoxLayout{work};
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(kBetween);
    m_list = new QListWidget{work};
    m_list->setAccessibleName(tr("Records that may be one person"));
    m_list->setFixedWidth(kProposalsWidth);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    row->addWidget(m_list);
    row->addWidget(buildComparison(), 1);
    m_none = new EmptyState{
        QStringLiteral("users"), tr("Nobody seems to be here twice"),
        tr("Records with the same e-mail or telephone, or the same name and a similar address, are "
           "put side by side here, so that you can say that they are one person."),
        m_states};
    m_states->addWidget(work);
    m_states->addWidget(m_none);
    m_states->addWidget(new Skeleton{m_states});
    m_states->setCurrentIndex(2);
    m_toast = new Toast{this};
    connect(m_list, &QListWidget::currentRowChanged, this, &DuplicatesPanel::showRow);
    connect(m_merge, &QPushButton::clicked, this, &DuplicatesPanel::merge);
    connect(m_toast, &Toast::undone, this, &DuplicatesPanel::takeBack);
}

QWidget* DuplicatesPanel::buildComparison()
{
    auto* panel = makePanel(this);
    auto* column = new QVBoxLayout{panel};
    column->setContentsMargins(kBetween, kBetween, kBetween, kBetween);
    column->setSpacing(kInside);
    m_table = new QTableWidget{panel};
    m_table->setAccessibleName(tr("The records side by side"));
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setSelectionMode(QAbstractItemView::NoSelection);
    m_table->setTabKeyNavigation(false);
    m_table->setCornerButtonEnabled(false);
    m_table->setWordWrap(true);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    column->addWidget(m_table, 1);
    m_told = makeLabel({}, "fault", panel);
    m_told->setWordWrap(true);
    m_told->hide();
    column->addWidget(m_told);
    column->addWidget(makeLabel(
        tr("Nothing is lost: notes, tags and orders of all of them stay, and they can be taken "
           "apart again."),
        "muted", panel));
    auto* verbs = new QHBoxLayout;
    m_survivor = new QComboBox{panel};
    m_survivor->setAccessibleName(tr("Whose details stand for all of them"));
    m_survivor->setMinimumHeight(kTarget);
    m_merge = makeButton(tr("They are one person"), "primary", panel);
    verbs->addWidget(m_survivor, 1);
    verbs->addWidget(m_merge);
    column->addLayout(verbs);
    return panel;
}

void DuplicatesPanel::refresh()
{
    m_port.duplicates([self = QPointer{this},
                       sitting = m_sitting](const Result<std::vector<DuplicateProposal>>& found) {
        if (!self || sitting != self->m_sitting) {
            return;
        }
        if (found) {
            self->show(*found);
            return;
        }
        self->m_none->setWords(errorText(found.error()));
        self->m_states->setCurrentIndex(1);
    });
}

void DuplicatesPanel::startOver()
{
    ++m_sitting;
    m_proposals.clear();
    m_merged.clear();
    m_list->clear();
    m_table->clear();
    m_survivor->clear();
    m_told->hide();
    m_toast->hide(); // what it offers to undo was done by the one before
    m_states->setCurrentIndex(2);
}

void DuplicatesPanel::show(const std::vector<DuplicateProposal>& proposals)
{
    const int before = m_list->currentRow();
    m_proposals = proposals;
    {
        const QSignalBlocker quiet{m_list};
        m_list->clear();
        for (const DuplicateProposal& each : m_proposals) {
            QStringList names;
            for (const PersonCard& card : each.people) {
                names += shownName(card);
            }
            m_list->addItem(names.join(QStringLiteral(", ")) + QLatin1Char{'\n'} +
                            whyTheyMayBeOne(each.why));
        }
        m_list->setCurrentRow(std::clamp(before, 0, std::max(0, m_list->count() - 1)));
    }
    m_states->setCurrentIndex(m_proposals.empty() ? 1 : 0);
    showRow(m_list->currentRow());
}

const DuplicateProposal* DuplicatesPanel::chosen() const
{
    const int row = m_list->currentRow();
    return row >= 0 && static_cast<std::size_t>(row) < m_proposals.size()
        ? &m_proposals[static_cast<std::size_t>(row)]
        : nullptr;
}

void DuplicatesPanel::showRow(int)
{
    m_told->hide();
    m_table->clear();
    m_survivor->clear();
    const DuplicateProposal* proposal = chosen();
    m_merge->setEnabled(proposal != nullptr);
    if (proposal == nullptr) {
        return;
    }
    m_table->setColumnCount(static_cast<int>(proposal->people.size()));
    for (int column = 0; column < m_table->columnCount(); ++column) {
        const PersonCard& card = proposal->people[static_cast<std::size_t>(column)];
        const auto lines = linesOf(card);
        m_table->setRowCount(static_cast<int>(lines.size()));
        m_table->setHorizontalHeaderItem(column, new QTableWidgetItem{shownName(card)});
        for (int row = 0; row < m_table->rowCount(); ++row) {
            const auto& [name, value] = lines[static_cast<std::size_t>(row)];
            m_table->setVerticalHeaderItem(row, new QTableWidgetItem{name});
            m_table->setItem(row, column, new QTableWidgetItem{value});
        }
        m_survivor->addItem(tr("%1 stands for all of them").arg(shownName(card)));
    }
    m_table->resizeRowsToContents();
}

void DuplicatesPanel::merge()
{
    const DuplicateProposal* proposal = chosen();
    if (proposal == nullptr || m_survivor->currentIndex() < 0) {
        return;
    }
    const CustomerId into =
        proposal->people[static_cast<std::size_t>(m_survivor->currentIndex())].id;
    std::vector<CustomerId> others;
    for (const PersonCard& card : proposal->people) {
        if (card.id != into) {
            others.push_back(card.id);
        }
    }
    m_port.merge(into, others,
                 [self = QPointer{this}, sitting = m_sitting,
                  others](const Result<PersonCard>& merged) {
                     if (!self || sitting != self->m_sitting) {
                         return;
                     }
                     if (!merged) {
                         self->m_told->setText(errorText(merged.error()));
                         self->m_told->show();
                         return;
                     }
                     self->m_merged = others;
                     self->m_toast->say(tr("They are one person now."), tr("Undo"));
                     self->refresh();
                     Q_EMIT self->changed();
                 });
}

void DuplicatesPanel::takeBack()
{
    for (const CustomerId each : std::exchange(m_merged, {})) {
        m_port.unmerge(each, [self = QPointer{this}](const Result<PersonCard>&) {
            if (self) {
                self->refresh();
                Q_EMIT self->changed();
            }
        });
    }
}

} // namespace foyer::ui
