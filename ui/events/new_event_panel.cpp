// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/events/new_event_panel.h"

#include "ui/common/error_text.h"
#include "ui/common/formatting.h"
#include "ui/common/icons.h"
#include "ui/common/parts.h"
#include "ui/common/theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPointer>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

#include <utility>

namespace foyer::ui {
namespace {

constexpr int kPanelWidth = 560;
constexpr int kShiftDaysMax = 3'650;

} // namespace

NewEventPanel::NewEventPanel(EventsPresenter& presenter, QWidget* parent)
    : QWidget{parent}, m_presenter{presenter}
{
    auto* whole = new QVBoxLayout{this};
    whole->setContentsMargins(kAround, kAround, kAround, kAround);
    auto* panel = makePanel(this);
    panel->setMaximumWidth(kPanelWidth);
    auto* column = new QVBoxLayout{panel};
    column->setContentsMargins(kAround, kAround, kAround, kAround);
    column->setSpacing(kBetween);
    m_title = makeLabel({}, "title", panel);
    m_title->setWordWrap(true);
    column->addWidget(m_title);
    m_words = makeLabel({}, "muted", panel);
    m_words->setWordWrap(true);
    column->addWidget(m_words);
    auto* form = new QFormLayout;
    form->setHorizontalSpacing(kBetween);
    column->addLayout(form);
    m_name = new QLineEdit{panel};
    m_nameFault = addField(*form, tr("Name"), m_name, panel);
    m_venue = new QComboBox{panel};
    m_venue->setEditable(true);
    m_venue->setInsertPolicy(QComboBox::NoInsert);
    m_venue->lineEdit()->setPlaceholderText(tr("Choose a venue, or type a new one's name"));
    m_venueFault = addField(*form, tr("Takes place at"), m_venue, panel);
    m_likeRows = new QWidget{panel};
    auto* rows = new QFormLayout{m_likeRows};
    rows->setContentsMargins(0, 0, 0, 0);
    m_withDates = new QCheckBox{tr("With its dates"), m_likeRows};
    rows->addRow(m_withDates);
    m_shift = new QSpinBox{m_likeRows};
    m_shift->setRange(-kShiftDaysMax, kShiftDaysMax);
    m_shift->setButtonSymbols(QAbstractSpinBox::NoButtons);
    addField(*rows, tr("All of them later by so many days"), m_shift, m_likeRows);
    m_shift->setEnabled(false);
    column->addWidget(m_likeRows);
    auto* row = new QHBoxLayout;
    m_make = makeButton(tr("Begin"), "primary", panel);
    setButtonIcon(m_make, QStringLiteral("arrow-right"));
    auto* leave = makeButton(tr("Leave it"), "", panel);
    row->addWidget(m_make);
    row->addWidget(leave);
    row->addStretch();
    column->addLayout(row);
    auto* centred = new QHBoxLayout;
    centred->addStretch();
    centred->addWidget(panel, 1);
    centred->addStretch();
    whole->addStretch(1);
    whole->addLayout(centred);
    whole->addStretch(2);
    setFocusProxy(m_name);
    connect(m_make, &QPushButton::clicked, this, &NewEventPanel::make);
    connect(m_name, &QLineEdit::returnPressed, this, [this] {
        m_like || !m_venue->currentText().trimmed().isEmpty() ? make() : m_venue->setFocus();
    });
    connect(m_venue->lineEdit(), &QLineEdit::returnPressed, this, &NewEventPanel::make);
    connect(leave, &QPushButton::clicked, this, &NewEventPanel::left);
    connect(m_withDates, &QCheckBox::toggled, m_shift, &QWidget::setEnabled);
    connect(&m_presenter, &EventsPresenter::houseChanged, this, &NewEventPanel::presentHouse);
}

void NewEventPanel::begin()
{
    ++m_begun;
    m_isMaking = false;
    m_like.reset();
    m_title->setText(tr("A new event"));
    m_words->setText(tr("Two things to begin with. Everything else follows step by step, and "
                        "nobody sees it before it is published."));
    m_name->clear();
    m_venue->setCurrentText({});
    m_likeRows->hide();
    m_venue->setEnabled(true);
    m_nameFault.clear();
    m_venueFault.clear();
    m_presenter.readHouse();
    m_name->setFocus();
}

void NewEventPanel::beginLike(const EventCard& card)
{
    ++m_begun;
    m_isMaking = false;
    m_like = card;
    m_title->setText(tr("One like %1").arg(isolated(text(card.name))));
    m_words->setText(
        tr("Texts, categories, ticket types, prices and fees are taken over. It begins "
           "as a draft."));
    m_name->setText(text(card.name));
    m_venue->setCurrentText(text(card.venue));
    m_venue->setEnabled(false);
    m_likeRows->show();
    m_withDates->setChecked(false);
    m_shift->setValue(0);
    m_nameFault.clear();
    m_venueFault.clear();
    m_name->setFocus();
    m_name->selectAll();
}

void NewEventPanel::presentHouse()
{
    const QString typed = m_venue->currentText();
    const QSignalBlocker quiet{m_venue};
    m_venue->clear();
    for (const Venue& venue : m_presenter.house().venues) {
        m_venue->addItem(text(venue.name), text(venue.id.text()));
    }
    // A house with one venue plays there.
    const bool isKnown = typed.isEmpty() && !m_like && m_venue->count() == 1;
    m_venue->setCurrentText(isKnown ? m_venue->itemText(0) : typed);
}

void NewEventPanel::make()
{
    if (std::exchange(m_isMaking, true)) {
        return;
    }
    m_nameFault.clear();
    m_venueFault.clear();
    const std::string name = m_name->text().trimmed().toStdString();
    const auto answer = [this, self = QPointer{this},
                         begun = m_begun](const std::optional<Error>& refusal) {
        if (self && begun == m_begun && refusal) { // else it is opened, and this is done
            m_isMaking = false;
            refuse(*refusal);
        }
    };
    if (m_like) {
        m_presenter.clone(m_like->id, name, m_withDates->isChecked(),
                          m_withDates->isChecked() ? m_shift->value() : 0, answer);
        return;
    }
    NewEvent event{.name = name,
                   .venue = std::nullopt,
                   .venueName = m_venue->currentText().trimmed().toStdString()};
    const int at = m_venue->findText(m_venue->currentText().trimmed());
    if (at >= 0) {
        const auto id = Uuid::fromText(m_venue->itemData(at).toString().toStdString());
        event.venue = id ? std::optional{VenueId{*id}} : std::nullopt;
    }
    m_presenter.create(event, answer);
}

void NewEventPanel::refuse(const Error& error)
{
    const bool isVenue = error.where.find("venue") != std::string::npos;
    (isVenue ? m_venueFault : m_nameFault).say(errorText(error));
}

void NewEventPanel::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape) {
        Q_EMIT left();
    } else {
        QWidget::keyPressEvent(event);
    }
}

} // namespace foyer::ui
