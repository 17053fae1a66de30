// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/common/scanner_keys.h"

#include <QAbstractButton>
#include <QApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QShortcut>
#include <QTimer>
#include <QWidget>

#include <algorithm>
#include <utility>

namespace foyer::ui {
namespace {

bool isPlain(const QKeyEvent& event)
{
    const bool isCommand =
        (event.modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier)) != 0;
    return !isCommand && !event.isAutoRepeat() && event.text().size() == 1 &&
        event.text().front().isPrint();
}

bool isEnter(const QKeyEvent& event)
{
    return event.key() == Qt::Key_Return || event.key() == Qt::Key_Enter;
}

/// A key given back comes after the place where shortcuts are looked up.
bool ranShortcut(QWidget* widget, const QKeyEvent& event)
{
    const QKeySequence sequence{event.key()};
    QWidget* window = widget->window();
    for (QAbstractButton* button : window->findChildren<QAbstractButton*>()) {
        if (button->shortcut() == sequence && button->isVisible() && button->isEnabled()) {
            button->click();
            return true;
        }
    }
    for (QShortcut* shortcut : window->findChildren<QShortcut*>()) {
        if (shortcut->key() == sequence && shortcut->isEnabled()) {
            Q_EMIT shortcut->activated();
            return true;
        }
    }
    return false;
}

} // namespace

ScannerKeys::ScannerKeys(QObject* parent) : QObject{parent}, m_patience{new QTimer{this}}
{
    m_patience->setSingleShot(true);
    m_patience->setTimerType(Qt::PreciseTimer);
    m_patience->setInterval(static_cast<int>(KeyBurst::kGapMax));
    connect(m_patience, &QTimer::timeout, this, &ScannerKeys::giveBack);
    m_since.start();
    qApp->installEventFilter(this);
}

ScannerKeys::~ScannerKeys() = default;

void ScannerKeys::setEnabled(bool enabled)
{
    if (!enabled) {
        giveBack();
    }
    m_enabled = enabled;
}

std::int64_t ScannerKeys::timeOf(const QKeyEvent& event) const
{
    if (m_clock) {
        return m_clock();
    }
    // The event's own stamp, so that keys which waited for a busy window are not taken for a burst.
    return event.timestamp() > 0 ? static_cast<std::int64_t>(event.timestamp()) : m_since.elapsed();
}

bool ScannerKeys::eventFilter(QObject* watched, QEvent* event)
{
    auto* widget = qobject_cast<QWidget*>(watched);
    const bool isKey = event->type() == QEvent::KeyPress || event->type() == QEvent::KeyRelease ||
        event->type() == QEvent::ShortcutOverride;
    if (!isKey || !m_enabled || m_givingBack || widget == nullptr || (m_wanted && !m_wanted())) {
        return QObject::eventFilter(watched, event);
    }
    auto* key = static_cast<QKeyEvent*>(event);
    if (event->type() == QEvent::ShortcutOverride) {
        // Otherwise the first letters of a code would press buttons.
        if (isPlain(*key) || (isEnter(*key) && !m_held.empty())) {
            key->accept();
            return true;
        }
        return QObject::eventFilter(watched, event);
    }
    if (event->type() == QEvent::KeyRelease) {
        return takeRelease(*key) || QObject::eventFilter(watched, event);
    }
    return take(widget, *key) || QObject::eventFilter(watched, event);
}

bool ScannerKeys::take(QWidget* widget, const QKeyEvent& event)
{
    const std::int64_t at = timeOf(event);
    if (isPlain(event)) {
        if (!m_burst.goesOn(at)) {
            giveBack();
        }
        m_burst.hold(event.text(), at);
        m_held.push_back(std::make_unique<QKeyEvent>(event.type(), event.key(), event.modifiers(),
                                                     event.text()));
        m_target = widget;
        m_patience->start();
        return true;
    }
    const bool ends = isEnter(event) || event.key() == Qt::Key_Tab; // as scanners are set up
    if (ends && m_burst.isCode(at)) {
        const QString code = m_burst.held();
        m_patience->stop();
        m_held.clear();
        m_burst.clear();
        auto* field = qobject_cast<QLineEdit*>(QApplication::focusWidget());
        if (field != nullptr && field->property(kTakesScans).toBool()) {
            field->setText(code); // without the Enter, which would confirm what nobody has seen
        } else {
            Q_EMIT scanned(code);
        }
        return true;
    }
    const bool isModifier = event.key() == Qt::Key_Shift || event.key() == Qt::Key_Control ||
        event.key() == Qt::Key_Alt || event.key() == Qt::Key_CapsLock;
    if (!isModifier) {
        giveBack(); // before this key, so that the order stays
    }
    return false;
}

bool ScannerKeys::takeRelease(const QKeyEvent& event)
{
    const bool isHeld = std::ranges::any_of(m_held, [&](const auto& held) {
        return held->type() == QEvent::KeyPress && held->key() == event.key();
    });
    if (isHeld) { // a button that gets the release before the press would stay pressed
        m_held.push_back(std::make_unique<QKeyEvent>(event.type(), event.key(), event.modifiers(),
                                                     event.text()));
    }
    return isHeld;
}

void ScannerKeys::giveBack()
{
    m_patience->stop();
    const auto held = std::exchange(m_held, {});
    m_burst.clear();
    m_givingBack = true;
    for (const auto& event : held) {
        // The first key may have moved the focus; the next ones follow it, as typed keys do.
        QWidget* focus = QApplication::focusWidget();
        QWidget* target = focus != nullptr ? focus : m_target.data();
        if (target == nullptr) {
            break;
        }
        if (event->type() == QEvent::KeyRelease) {
            QApplication::sendEvent(target, event.get());
            continue;
        }
        QKeyEvent asked{QEvent::ShortcutOverride, event->key(), event->modifiers(), event->text()};
        asked.ignore();
        QApplication::sendEvent(target, &asked);
        if (asked.isAccepted() || !ranShortcut(target, *event)) {
            QApplication::sendEvent(target, event.get());
        }
    }
    m_givingBack = false;
}

} // namespace foyer::ui
