// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/settings/gates_page.h"

#include "ui/common/empty_state.h"
#include "ui/common/error_text.h"
#include "ui/common/formatting.h"
#include "ui/common/parts.h"
#include "ui/common/theme.h"
#include "ui/settings/gate_dialog.h"

#include <QHBoxLayout>
#include <QListWidget>
#include <QPointer>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace foyer::ui {
namespace {

constexpr int kListWidth = 720;
constexpr int kRowHeight = 60; // the name, and below it the rules

QString namesText(const std::vector<std::string>& names)
{
    QStringList all;
    for (const std::string& name : names) {
        all << isolated(text(name));
    }
    return all.join(QStringLiteral(", "));
}

} // namespace

GatesPage::GatesPage(GatesPort& port, QWidget* parent)
    : QWidget{parent}, m_port{port}, m_states{new QStackedWidget{this}}, m_fault{makeLabel({},
                                                                                           "fault",
                                                                                           this)}
{
    auto* column = new QVBoxLayout{this};
    column->setContentsMargins(kAround, kAround, kAround, kAround);
    column->setSpacing(kBetween);
    m_fault->setWordWrap(true);
    m_fault->hide();
    column->addWidget(m_fault);
    m_states->addWidget(buildEmpty());
    m_states->addWidget(buildList());
    column->addWidget(m_states, 1);
    m_toast = new Toast{this};
    connect(m_toast, &Toast::undone, this, [this] {
        Gate back = m_removed;
        back.closed = false;
        save(back, tr("Gate %1 is back.").arg(isolated(text(back.name))), {});
    });
}

QString GatesPage::rulesText(const Gate& gate)
{
    QStringList rules;
    if (gate.types.empty() && gate.categories.empty()) {
        rules << tr("Everybody with a valid ticket");
    }
    if (!gate.types.empty()) {
        rules << namesText(gate.types);
    }
    if (!gate.categories.empty()) {
        rules << namesText(gate.categories);
    }
    if (gate.opensBefore) {
        rules << tr("opens %1 min before the start").arg(*gate.opensBefore);
    }
    if (gate.closesAfter) {
        rules << tr("closes %1 min after the start").arg(*gate.closesAfter);
    }
    if (gate.reentry) {
        rules << tr("out and in again");
    }
    return rules.join(QStringLiteral(" · "));
}

QWidget* GatesPage::buildEmpty()
{
    auto* page = new EmptyState{
        QStringLiteral("scan-line"), tr("Every gate lets every valid ticket in"),
        tr("That is all a small house needs. Add a gate where only some tickets come in, where the "
           "doors have hours, or where guests may go out and come back."),
        this};
    const auto* add = page->addAction(tr("Add a gate"), QStringLiteral("plus"));
    connect(add, &QPushButton::clicked, this, [this] { edit(std::nullopt); });
    return page;
}

QWidget* GatesPage::buildList()
{
    auto* page = new QWidget{this};
    auto* row = new QHBoxLayout{page};
    row->setContentsMargins(0, 0, 0, 0);
    auto* panel = makePanel(page);
    panel->setMaximumWidth(kListWidth);
    row->addWidget(panel, 1);
    row->addStretch();
    auto* column = new QVBoxLayout{panel};
    column->setContentsMargins(kBetween, kBetween, kBetween, kBetween);
    column->setSpacing(kInside);
    auto* words = makeLabel(tr("A gate that is not in this list lets every valid ticket in."),
                            "muted", panel);
    words->setWordWrap(true);
    column->addWidget(words);
    m_list = new QListWidget{panel};
    m_list->setAccessibleName(tr("Gates of this house"));
    column->addWidget(m_list, 1);
    auto* buttons = new QHBoxLayout;
    auto* remove = makeButton(tr("Remove"), "", panel, QStringLiteral("Del"));
    auto* change = makeButton(tr("Change"), "", panel, QStringLiteral("F2"));
    auto* add = makeButton(tr("Add"), "primary", panel, QStringLiteral("Ins"));
    buttons->addWidget(remove);
    buttons->addStretch();
    buttons->addWidget(change);
    buttons->addWidget(add);
    column->addLayout(buttons);
    const auto changeChosen = [this] {
        if (const Gate* gate = chosen()) {
            edit(*gate);
        }
    };
    connect(add, &QPushButton::clicked, this, [this] { edit(std::nullopt); });
    connect(change, &QPushButton::clicked, this, changeChosen);
    connect(m_list, &QListWidget::itemActivated, this, changeChosen);
    connect(remove, &QPushButton::clicked, this, &GatesPage::removeChosen);
    page->setFocusProxy(m_list);
    return page;
}

void GatesPage::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    refresh();
}

void GatesPage::refresh()
{
    m_port.gates([self = QPointer{this}](const Result<GatesShown>& shown) {
        if (!self) {
            return;
        }
        self->m_fault->setVisible(!shown);
        if (shown) {
            self->showGates(*shown);
        } else {
            self->m_fault->setText(errorText(shown.error()));
        }
    });
}

void GatesPage::showGates(const GatesShown& shown)
{
    const int row = std::max(0, m_list->currentRow());
    m_shown = shown;
    m_list->clear();
    for (const Gate& gate : shown.gates) {
        auto* item =
            new QListWidgetItem{isolated(text(gate.name)) + QLatin1Char{'\n'} + rulesText(gate),
                                m_list};
        item->setSizeHint({0, kRowHeight});
    }
    m_list->setCurrentRow(std::min(row, m_list->count() - 1));
    showState(*this, *m_states, shown.gates.empty() ? 0 : 1);
}

const Gate* GatesPage::chosen() const
{
    const auto row = static_cast<std::size_t>(std::max(0, m_list->currentRow()));
    return row < m_shown.gates.size() ? &m_shown.gates[row] : nullptr;
}

void GatesPage::edit(const std::optional<Gate>& gate)
{
    auto* dialog = new GateDialog{m_port, m_shown, gate, this};
    connect(dialog, &GateDialog::saved, this, &GatesPage::refresh);
    dialog->open();
}

void GatesPage::removeChosen()
{
    if (const Gate* gate = chosen()) {
        m_removed = *gate;
        Gate closed = *gate;
        closed.closed = true;
        save(closed, tr("Gate %1 has no rules any more.").arg(isolated(text(gate->name))),
             tr("Undo"));
    }
}

void GatesPage::save(const Gate& gate, const QString& words, const QString& undo)
{
    m_port.save(gate, [self = QPointer{this}, words, undo](const Result<bool>& saved) {
        if (!self) {
            return;
        }
        self->m_fault->setVisible(!saved);
        if (!saved) {
            self->m_fault->setText(errorText(saved.error()));
            return;
        }
        self->m_toast->say(words, undo);
        self->refresh();
    });
}

} // namespace foyer::ui
