// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/settings/status_popup.h"

#include "ui/common/parts.h"
#include "ui/common/theme.h"

#include <QHBoxLayout>
#include <QLocale>
#include <QVBoxLayout>

namespace foyer::ui {
namespace {

constexpr int kWidth = 360;

QString factsText(const ServerState& state)
{
    if (state.url.empty()) {
        return {};
    }
    QStringList facts{StatusPopup::tr("Entries not sent: %L1").arg(state.unsent),
                      StatusPopup::tr("Last contact: %1").arg(contactText(state.contactAt))};
    if (state.here) {
        facts
            << StatusPopup::tr("Of the performance that is shown: %1").arg(hereWords(*state.here));
    }
    return facts.join(QLatin1Char{'\n'});
}

} // namespace

StatusPopup::StatusPopup(QWidget* parent)
    : QFrame{parent, Qt::Popup}, m_words{makeLabel({}, "section", this)}, m_meaning{makeLabel(
                                                                              {}, "muted", this)},
      m_facts{makeLabel({}, "", this)}, m_more{makeButton(tr("Diagnostics…"), "", this)}
{
    setProperty("role", "panel");
    setWindowTitle(tr("Connection"));
    setAccessibleName(tr("Connection"));
    auto* column = new QVBoxLayout{this};
    column->setContentsMargins(kAround, kAround, kAround, kAround);
    column->setSpacing(kBetween);
    for (QLabel* label : {m_words, m_meaning, m_facts}) {
        label->setWordWrap(true);
        column->addWidget(label);
    }
    auto* buttons = new QHBoxLayout;
    auto* closing = makeButton(tr("Close"), "quiet", this);
    buttons->addStretch();
    buttons->addWidget(closing);
    buttons->addWidget(m_more);
    column->addLayout(buttons);
    setFixedWidth(kWidth);
    connect(closing, &QPushButton::clicked, this, &QWidget::close);
    connect(m_more, &QPushButton::clicked, this, [this] {
        close();
        Q_EMIT diagnosticsAsked();
    });
}

void StatusPopup::showState(const ServerState& state)
{
    m_words->setText(serverWords(state));
    m_meaning->setText(serverMeaning(state));
    m_facts->setText(factsText(state));
    m_facts->setVisible(!m_facts->text().isEmpty());
    setAccessibleDescription(m_words->text() + QLatin1Char{'\n'} + m_meaning->text() +
                             QLatin1Char{'\n'} + m_facts->text());
    fitHeight();
}

/// As high as its sentences, which wrap, need.
void StatusPopup::fitHeight()
{
    layout()->activate();
    const QMargins around = contentsMargins();
    const int inside = kWidth - around.left() - around.right();
    setFixedHeight(layout()->heightForWidth(inside) + around.top() + around.bottom());
}

void StatusPopup::openBelow(const QWidget& pill, bool mayDiagnose)
{
    m_more->setVisible(mayDiagnose);
    fitHeight();
    const QPoint corner = pill.mapToGlobal(QPoint{pill.width(), pill.height() + kInside});
    move(corner - QPoint{width(), 0});
    show();
    if (mayDiagnose) {
        m_more->setFocus();
    }
}

} // namespace foyer::ui
