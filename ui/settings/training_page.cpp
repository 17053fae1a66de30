// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/settings/training_page.h"

#include "ui/common/parts.h"
#include "ui/common/theme.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

namespace foyer::ui {
namespace {

constexpr int kCardWidth = 640;

} // namespace

TrainingPage::TrainingPage(QWidget* parent)
    : QWidget{parent}, m_status{makeLabel({}, "muted", this)}
{
    auto* whole = new QVBoxLayout{this};
    whole->setContentsMargins(kAround, kAround, kAround, kAround);
    auto* card = makePanel(this);
    card->setMaximumWidth(kCardWidth);
    auto* column = new QVBoxLayout{card};
    column->setContentsMargins(kAround, kAround, kAround, kAround);
    column->setSpacing(kBetween);
    column->addWidget(makeLabel(tr("Practise where nothing is real"), "section", card));
    auto* words =
        makeLabel(tr("The training is a house of its own with the same events, in a window "
                     "of its own. Everybody may do everything there. Its sales are in no "
                     "report, all its paper says specimen, its tickets open no door, and "
                     "no drawer springs open."),
                  "muted", card);
    words->setWordWrap(true);
    column->addWidget(words);
    m_status->setWordWrap(true);
    m_status->hide();
    column->addWidget(m_status);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(kInside);
    m_anew = makeButton(tr("Begin anew"), "", card);
    m_open = makeButton(tr("Open the training"), "primary", card);
    buttons->addStretch();
    buttons->addWidget(m_anew);
    buttons->addWidget(m_open);
    column->addLayout(buttons);
    whole->addWidget(card);
    whole->addStretch();
    setFocusProxy(m_open);
    showExisting(false);
    connect(m_open, &QPushButton::clicked, this, [this] { Q_EMIT openAsked(false); });
    connect(m_anew, &QPushButton::clicked, this, [this] { Q_EMIT openAsked(true); });
}

void TrainingPage::showExisting(bool exists)
{
    m_anew->setVisible(exists);
    m_anew->setToolTip(tr("With today's events, and without what was practised before"));
}

void TrainingPage::showStatus(const QString& sentence, bool isFault)
{
    setRole(m_status, isFault ? "fault" : "muted");
    m_status->setText(sentence);
    m_status->setVisible(!sentence.isEmpty());
}

void TrainingPage::setBusy(bool busy)
{
    m_open->setEnabled(!busy);
    m_anew->setEnabled(!busy);
}

} // namespace foyer::ui
