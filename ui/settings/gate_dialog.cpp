// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/settings/gate_dialog.h"

#include "ui/common/error_text.h"
#include "ui/common/formatting.h"
#include "ui/common/parts.h"
#include "ui/common/theme.h"

#include <QCheckBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QListWidget>
#include <QLocale>
#include <QPointer>
#include <QVBoxLayout>

#include <algorithm>

namespace foyer::ui {
namespace {

constexpr int kWidth = 600;
constexpr int kListHeight = 3 * kTarget;
constexpr qint64 kWeekMinutes = 7LL * 24 * 60;

/// Names to tick. What a rule names stays in the list, though nothing is called so any more.
void offer(QListWidget& list, std::vector<std::string> names,
           const std::vector<std::string>& ticked)
{
    for (const std::string& name : ticked) {
        if (std::ranges::find(names, name) == names.end()) {
            names.push_back(name);
        }
    }
    for (const std::string& name : names) {
        auto* item = new QListWidgetItem{text(name), &list};
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
        const bool isOn = std::ranges::find(ticked, name) != ticked.end();
        item->setCheckState(isOn ? Qt::Checked : Qt::Unchecked);
        item->setSizeHint({0, kTarget});
    }
    if (list.count() > 0) {
        list.setCurrentRow(0);
    }
}

std::vector<std::string> tickedIn(const QListWidget& list)
{
    std::vector<std::string> names;
    for (int row = 0; row < list.count(); ++row) {
        if (list.item(row)->checkState() == Qt::Checked) {
            names.push_back(list.item(row)->text().toStdString());
        }
    }
    return names;
}

QListWidget* addTicks(QHBoxLayout& row, const QString& name, QWidget* parent)
{
    auto* column = new QVBoxLayout;
    column->setSpacing(kInside / 2);
    auto* label = makeLabel(name, "", parent);
    auto* list = new QListWidget{parent};
    list->setAccessibleName(name);
    list->setFixedHeight(kListHeight);
    label->setBuddy(list);
    column->addWidget(label);
    column->addWidget(list);
    row.addLayout(column, 1);
    return list;
}

} // namespace

GateDialog::GateDialog(GatesPort& port, const GatesShown& shown, const std::optional<Gate>& gate,
                       QWidget* parent)
    : QDialog{parent}, m_port{port}, m_gate{gate.value_or(Gate{})}, m_name{new QLineEdit{this}},
      m_opens{new QLineEdit{this}}, m_closes{new QLineEdit{this}},
      m_reentry{new QCheckBox{tr("Whoever was checked out may come in again"), this}}
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(gate ? tr("Change a gate") : tr("Add a gate"));
    setMinimumWidth(kWidth);
    auto* column = new QVBoxLayout{this};
    column->setContentsMargins(kAround, kAround, kAround, kAround);
    column->setSpacing(kBetween);
    auto* form = new QFormLayout;
    m_nameFault = addField(*form, tr("Name"), m_name, this);
    column->addLayout(form);
    auto* whom = makeLabel(tr("Whom it lets in: what is ticked, or everybody where nothing is."),
                           "muted", this);
    whom->setWordWrap(true);
    column->addWidget(whom);
    auto* lists = new QHBoxLayout;
    lists->setSpacing(kBetween);
    m_types = addTicks(*lists, tr("Ticket types"), this);
    m_categories = addTicks(*lists, tr("Price categories"), this);
    column->addLayout(lists);
    auto* when = makeLabel(tr("When: counted from the start of the performance. Empty means at any "
                              "time."),
                           "muted", this);
    when->setWordWrap(true);
    column->addWidget(when);
    auto* hours = new QFormLayout;
    m_opensFault = addField(*hours, tr("Opens, minutes before the start"), m_opens, this);
    m_closesFault = addField(*hours, tr("Closes, minutes after the start"), m_closes, this);
    for (QLineEdit* field : {m_opens, m_closes}) {
        field->setPlaceholderText(tr("at any time"));
    }
    column->addLayout(hours);
    m_reentry->setMinimumHeight(kTarget);
    column->addWidget(m_reentry);
    auto* buttons = new QHBoxLayout;
    auto* cancel = makeButton(tr("Cancel"), "", this, QStringLiteral("Esc"));
    auto* save = makeButton(tr("Save"), "primary", this);
    save->setDefault(true);
    buttons->addStretch();
    buttons->addWidget(cancel);
    buttons->addWidget(save);
    column->addLayout(buttons);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(save, &QPushButton::clicked, this, &GateDialog::save);
    QWidget* before = m_name;
    for (QWidget* next : std::initializer_list<QWidget*>{m_types, m_categories, m_opens, m_closes,
                                                         m_reentry, cancel, save}) {
        setTabOrder(before, next);
        before = next;
    }
    offer(*m_types, shown.types, m_gate.types);
    offer(*m_categories, shown.categories, m_gate.categories);
    fill();
    m_name->setFocus();
}

void GateDialog::fill()
{
    m_name->setText(text(m_gate.name));
    m_opens->setText(m_gate.opensBefore ? QString::number(*m_gate.opensBefore) : QString{});
    m_closes->setText(m_gate.closesAfter ? QString::number(*m_gate.closesAfter) : QString{});
    m_reentry->setChecked(m_gate.reentry);
}

bool GateDialog::readMinutes(const QLineEdit& field, const FieldFault& fault,
                             std::optional<std::int64_t>& minutes) const
{
    fault.clear();
    minutes.reset();
    const QString typed = field.text().trimmed();
    if (typed.isEmpty()) {
        return true;
    }
    bool isNumber = false;
    const qlonglong value = typed.toLongLong(&isNumber);
    if (!isNumber || value < 0 || value > kWeekMinutes) {
        fault.say(tr("Write whole minutes, from 0 to %1 (a week), or nothing.")
                      .arg(QLocale{}.toString(kWeekMinutes)));
        return false;
    }
    minutes = value;
    return true;
}

void GateDialog::save()
{
    m_nameFault.clear();
    Gate typed = m_gate;
    typed.name = m_name->text().trimmed().toStdString();
    typed.types = tickedIn(*m_types);
    typed.categories = tickedIn(*m_categories);
    typed.reentry = m_reentry->isChecked();
    if (typed.name.empty()) {
        m_nameFault.say(tr("Say the gate's name, as a guest who comes twice is told it."));
        return;
    }
    if (!readMinutes(*m_opens, m_opensFault, typed.opensBefore) ||
        !readMinutes(*m_closes, m_closesFault, typed.closesAfter)) {
        return;
    }
    m_port.save(typed, [self = QPointer{this}](const Result<bool>& saved) {
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

void GateDialog::showRefusal(const Error& error)
{
    m_nameFault.say(error.code == "name_taken"
                        ? tr("There is a gate of that name already. Choose another name.")
                        : errorText(error));
}

} // namespace foyer::ui
