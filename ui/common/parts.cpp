// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/common/parts.h"

#include "ui/common/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>
#include <QScrollArea>
#include <QShortcut>
#include <QStyle>
#include <QTimer>
#include <QVariant>

namespace foyer::ui {

QLabel* makeLabel(const QString& words, const char* role, QWidget* parent)
{
    auto* label = new QLabel{words, parent};
    label->setProperty("role", QLatin1String{role});
    label->setTextFormat(Qt::PlainText); // a customer's name is never markup
    return label;
}

QPushButton* makeButton(const QString& words, const char* role, QWidget* parent, const QString& key)
{
    auto* button =
        new QPushButton{key.isEmpty() ? words : words + QStringLiteral("  ") + key, parent};
    button->setProperty("role", QLatin1String{role});
    button->setAccessibleName(words);
    button->setMinimumHeight(kTarget);
    button->setAutoDefault(false);
    button->setFocusPolicy(Qt::TabFocus); // a click leaves the keyboard where it is
    if (!key.isEmpty()) {
        // Not setShortcut(): its click comes a tenth of a second late, after the next key.
        QObject::connect(new QShortcut{QKeySequence{key}, button}, &QShortcut::activated, button,
                         &QPushButton::click);
    }
    return button;
}

QFrame* makePanel(QWidget* parent, const char* role)
{
    auto* panel = new QFrame{parent};
    panel->setProperty("role", QLatin1String{role});
    return panel;
}

QFrame* makeRule(QWidget* parent)
{
    auto* rule = makePanel(parent, "rule");
    rule->setFixedHeight(1);
    return rule;
}

QWidget* makeLegendEntry(const QPixmap& mark, const QString& words, QWidget* parent)
{
    auto* entry = new QWidget{parent};
    auto* row = new QHBoxLayout{entry};
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(4);
    auto* picture = new QLabel{entry};
    picture->setPixmap(mark);
    row->addWidget(picture);
    row->addWidget(makeLabel(words, "small", entry));
    return entry;
}

ElidedLabel::ElidedLabel(const char* role, QWidget* parent) : QLabel{parent}
{
    setProperty("role", QLatin1String{role});
    setTextFormat(Qt::PlainText);
    setMinimumWidth(0);
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
}

void ElidedLabel::setWhole(const QString& words)
{
    m_whole = words;
    setAccessibleName(words);
    elide();
}

void ElidedLabel::resizeEvent(QResizeEvent* event)
{
    QLabel::resizeEvent(event);
    elide();
}

void ElidedLabel::changeEvent(QEvent* event)
{
    QLabel::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange) {
        elide();
    }
}

void ElidedLabel::elide()
{
    const QString shown = fontMetrics().elidedText(m_whole, Qt::ElideRight, contentsRect().width());
    setText(shown);
    setToolTip(shown == m_whole ? QString{} : m_whole);
}

QWidget* makeScroll(QWidget* content, QWidget* parent)
{
    auto* scroll = new QScrollArea{parent};
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus); // it follows what has the focus in it
    scroll->setWidget(content);
    return scroll;
}

void setRole(QWidget* widget, const char* role)
{
    widget->setProperty("role", QLatin1String{role});
    widget->style()->unpolish(widget);
    widget->style()->polish(widget);
}

Skeleton::Skeleton(QWidget* parent) : QWidget{parent}, m_patience{new QTimer{this}}
{
    setAccessibleName(tr("Loading…"));
    m_patience->setSingleShot(true);
    connect(m_patience, &QTimer::timeout, this, qOverload<>(&QWidget::update));
}

void Skeleton::showEvent(QShowEvent* event)
{
    constexpr int kPatienceMs = 150;
    m_patience->start(kPatienceMs);
    QWidget::showEvent(event);
}

void Skeleton::paintEvent(QPaintEvent*)
{
    if (m_patience->isActive()) {
        return;
    }
    QPainter painter{this};
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(currentPalette().line);
    const int wide = width() - 2 * kAround;
    painter.drawRoundedRect(kAround, kAround, wide / 3, kAround, 6, 6);
    painter.drawRoundedRect(kAround, kAround + 2 * kBetween, wide / 2, kBetween, 6, 6);
    int y = 4 * kAround;
    for (int button = 0; button < 3; ++button) {
        painter.drawRoundedRect(kAround + button * (kTarget * 3), y, kTarget * 3 - kInside, kTarget,
                                6, 6);
    }
    y += kTarget + kBetween;
    painter.setOpacity(0.5);
    painter.drawRoundedRect(kAround, y, wide, height() - y - kAround, 6, 6);
}

Toast::Toast(QWidget* window)
    : QFrame{window}, m_words{makeLabel({}, "toast", this)},
      m_undo{makeButton(tr("Undo"), "undo", this)}, m_timer{new QTimer{this}}
{
    setProperty("role", "floating");
    auto* row = new QHBoxLayout{this};
    row->setContentsMargins(4, 4, 4, 4);
    row->addWidget(m_words);
    row->addWidget(m_undo);
    m_timer->setSingleShot(true);
    connect(m_timer, &QTimer::timeout, this, &QWidget::hide);
    connect(m_undo, &QPushButton::clicked, this, [this] {
        hide();
        Q_EMIT undone();
    });
    window->installEventFilter(this);
    hide();
}

bool Toast::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == parent() && event->type() == QEvent::Resize && isVisible()) {
        place();
    }
    return QFrame::eventFilter(watched, event);
}

void Toast::say(const QString& words, const QString& undo)
{
    constexpr int kShownMs = 6000;
    m_words->setText(words);
    m_undo->setText(undo);
    m_undo->setVisible(!undo.isEmpty());
    adjustSize();
    place();
    show();
    raise();
    m_timer->start(kShownMs);
}

void Toast::place()
{
    const QWidget* window = parentWidget();
    move((window->width() - width()) / 2, window->height() - height() - kAround);
}

} // namespace foyer::ui
