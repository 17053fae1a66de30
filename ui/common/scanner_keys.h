// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/common/key_burst.h"

#include <QElapsedTimer>
#include <QObject>
#include <QPointer>

#include <functional>
#include <memory>
#include <utility>
#include <vector>

class QKeyEvent;
class QTimer;
class QWidget;

namespace foyer::ui {

/// The property of a QLineEdit that asks for a code: while it has the focus, what is scanned goes
/// there, in place of what stands there, and without the Enter.
inline constexpr const char* kTakesScans = "takesScans";

/// Hears barcode scanners that are keyboards, wherever the focus is: watches all keys of the
/// program, keeps a plain character back for the blink in which a scanner would go on, and gives it
/// to whom it was meant for when none does. Keys with Ctrl, Alt and Meta and all others pass at
/// once.
class ScannerKeys final : public QObject {
    Q_OBJECT

public:
    explicit ScannerKeys(QObject* parent = nullptr);
    ~ScannerKeys() override;

    /// Off, all keys pass; what is held goes to its widget.
    void setEnabled(bool enabled);
    /// Asked at each key whether a scan would be of use; where not, it passes.
    void setWanted(std::function<bool()> wanted) { m_wanted = std::move(wanted); }
    /// Where the time comes from, in milliseconds; the events' own stamps where none is set.
    void setClock(std::function<std::int64_t()> clock) { m_clock = std::move(clock); }

Q_SIGNALS:
    /// A whole code was scanned, without its Enter or Tab.
    void scanned(const QString& code);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    std::int64_t timeOf(const QKeyEvent& event) const;
    bool take(QWidget* widget, const QKeyEvent& event);
    bool takeRelease(const QKeyEvent& event);
    void giveBack();

    KeyBurst m_burst;
    std::vector<std::unique_ptr<QKeyEvent>> m_held;
    QPointer<QWidget> m_target;
    QTimer* m_patience;
    QElapsedTimer m_since;
    std::function<std::int64_t()> m_clock;
    std::function<bool()> m_wanted;
    bool m_enabled = true;
    bool m_givingBack = false;
};

} // namespace foyer::ui
