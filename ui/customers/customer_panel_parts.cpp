// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/common/flow_layout.h"
#include "ui/common/icons.h"
#include "ui/common/parts.h"
#include "ui/common/theme.h"
#include "ui/customers/customer_panel.h"
#include "ui/customers/customer_text.h"

#include <QFocusEvent>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QVBoxLayout>

namespace foyer::ui {
namespace {

constexpr int kHistoryHeight = 320;

} // namespace

void CustomerPanel::addDetail(QFormLayout& form, const char* slot, const QString& name,
                              std::optional<std::string> CardChange::*change, QWidget* parent)
{
    auto* edit = new QLineEdit{parent};
    const FieldFault fault = addField(form, name, edit, parent);
    const std::size_t index = m_details.size();
    m_details.push_back({slot, edit, fault, change});
    connect(edit, &QLineEdit::editingFinished, this,
            [this, index] { keepDetail(m_details[index]); });
    connect(edit, &QLineEdit::textEdited, this, [this, index] { m_details[index].fault.clear(); });
    edit->installEventFilter(this);
}

// A field says that its editing is finished only where something was typed since it said so last:
// what was refused meanwhile, as while the window was locked, is asked again here. What is wrong
// with the words themselves was said already.
bool CustomerPanel::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::FocusOut &&
        static_cast<QFocusEvent*>(event)->reason() != Qt::PopupFocusReason) {
        for (const Detail& detail : m_details) {
            if (watched == detail.edit && detail.fault.sentence->isHidden()) {
                keepDetail(detail);
            }
        }
        if (watched == m_tags && m_tagsFault.sentence->isHidden()) {
            keepTags();
        }
    }
    return QWidget::eventFilter(watched, event);
}

QWidget* CustomerPanel::buildDetails(QWidget* parent)
{
    auto* holder = new QWidget{parent};
    auto* form = new QFormLayout{holder};
    form->setContentsMargins(0, 0, 0, 0);
    addDetail(*form, "name", tr("Name"), &CardChange::name, holder);
    addDetail(*form, "email", tr("E-mail"), &CardChange::email, holder);
    addDetail(*form, "phone", tr("Telephone"), &CardChange::phone, holder);
    addDetail(*form, "address", tr("Address"), &CardChange::address, holder);
    addDetail(*form, "note", tr("What every clerk sees"), &CardChange::note, holder);
    addDetail(*form, "language", tr("Language of mails"), &CardChange::language, holder);
    m_details.back().edit->setPlaceholderText(tr("As the house, or de, en-GB …"));
    m_tags = new QLineEdit{holder};
    m_tags->setPlaceholderText(tr("Short words with commas between"));
    m_tagsFault = addField(*form, tr("Tags"), m_tags, holder);
    connect(m_tags, &QLineEdit::editingFinished, this, &CustomerPanel::keepTags);
    connect(m_tags, &QLineEdit::textEdited, this, [this] { m_tagsFault.clear(); });
    m_tags->installEventFilter(this);
    return holder;
}

QWidget* CustomerPanel::buildConsents(QWidget* parent)
{
    auto* holder = new QWidget{parent};
    auto* column = new QVBoxLayout{holder};
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(kInside);
    column->addWidget(makeLabel(tr("What they agreed to"), "section", holder));
    for (const ConsentPurpose purpose : allConsentPurposes()) {
        auto* row = new QHBoxLayout;
        auto* state = makeLabel({}, "", holder);
        state->setWordWrap(true);
        state->setTextFormat(Qt::PlainText);
        auto* verb = makeButton({}, "quiet", holder);
        row->addWidget(state, 1);
        row->addWidget(verb);
        column->addLayout(row);
        const std::size_t index = m_consents.size();
        m_consents.push_back({purpose, state, verb});
        connect(verb, &QPushButton::clicked, this,
                [this, index] { askConsent(m_consents[index]); });
    }
    return holder;
}

void CustomerPanel::buildVerbs(QVBoxLayout& column, QWidget* parent)
{
    auto* verbs = new FlowLayout{kInside};
    m_save = makeButton(tr("Save all that is known…"), "", parent);
    setButtonIcon(m_save, QStringLiteral("download"));
    m_apart = makeButton(tr("Take apart…"), "", parent);
    setButtonIcon(m_apart, QStringLiteral("undo-2"));
    m_erase = makeButton(tr("Erase…"), "", parent);
    setButtonIcon(m_erase, QStringLiteral("trash-2"));
    for (QPushButton* button : {m_save, m_apart, m_erase}) {
        verbs->addWidget(button);
    }
    connect(m_save, &QPushButton::clicked, this, &CustomerPanel::askFile);
    connect(m_apart, &QPushButton::clicked, this, &CustomerPanel::askApart);
    connect(m_erase, &QPushButton::clicked, this, &CustomerPanel::askErase);
    column.addLayout(verbs);
}

QWidget* CustomerPanel::buildHistory(QWidget* parent)
{
    auto* holder = new QWidget{parent};
    auto* column = new QVBoxLayout{holder};
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(kInside);
    column->addWidget(makeLabel(tr("What happened"), "section", holder));
    m_note = new QLineEdit{holder};
    m_note->setAccessibleName(tr("Add a note"));
    m_note->setPlaceholderText(tr("Add a note, and press Enter"));
    m_note->setMinimumHeight(kTarget);
    column->addWidget(m_note);
    m_history = new QListWidget{holder};
    m_history->setAccessibleName(tr("What happened, the latest first"));
    m_history->setWordWrap(true);
    m_history->setMinimumHeight(kHistoryHeight);
    m_history->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    column->addWidget(m_history);
    connect(m_note, &QLineEdit::returnPressed, this, &CustomerPanel::addNote);
    connect(m_history, &QListWidget::itemActivated, this, [this](const QListWidgetItem* item) {
        if (const QString code = item->data(kOrderCodeRole).toString(); !code.isEmpty()) {
            Q_EMIT orderAsked(code);
        }
    });
    return holder;
}

} // namespace foyer::ui
