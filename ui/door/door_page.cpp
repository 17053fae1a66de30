// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/door/door_page.h"

#include "ui/common/error_text.h"
#include "ui/common/formatting.h"
#include "ui/common/icons.h"
#include "ui/common/parts.h"
#include "ui/common/theme.h"
#include "ui/door/door_sign.h"
#include "ui/door/door_text.h"

#include <QComboBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QPointer>
#include <QStackedWidget>
#include <QTimer>
#include <QVBoxLayout>

namespace foyer::ui {
namespace {

constexpr int kNumbersEveryMs = 2'000; // other gates let people in, too
constexpr int kLeaveAfterMs = 12'000;  // a sign that stays too long is taken for the next guest's

} // namespace

DoorPage::DoorPage(DoorPort& port, QWidget* parent)
    : QWidget{parent}, m_port{port}, m_stages{new QStackedWidget{this}},
      m_fault{makeLabel({}, "fault", this)}, m_tick{new QTimer{this}}, m_leave{new QTimer{this}}
{
    auto* column = new QVBoxLayout{this};
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_fault->setWordWrap(true);
    m_fault->setContentsMargins(kAround, kInside, kAround, kInside);
    m_fault->hide();
    column->addWidget(m_fault);
    m_stages->addWidget(buildPost());
    m_stages->addWidget(buildGate());
    column->addWidget(m_stages, 1);
    m_tick->setInterval(kNumbersEveryMs);
    connect(m_tick, &QTimer::timeout, this, &DoorPage::refreshNumbers);
    m_leave->setSingleShot(true);
    m_leave->setInterval(kLeaveAfterMs);
    connect(m_leave, &QTimer::timeout, this, [this] { m_sign->showIdle(tr("Scan a ticket")); });
    setFocusProxy(m_gate);
}

QString DoorPage::keys()
{
    return tr("Enter\tBegin at the gate, or check what was typed\nF3\tSearch for who has no "
              "ticket\nF6\tCheck out, and in again\nF7\tLet in anyway\nF8\tUndo the last one\n"
              "F9\tFor dark rooms\nF11\tWhole screen\nEsc\tBack");
}

void DoorPage::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    if (m_stages->currentIndex() == Post) {
        loadSetup();
    } else {
        refreshNumbers();
        m_code->setFocus();
    }
    if (m_dim->isChecked() && !event->spontaneous()) {
        Q_EMIT darkAsked(true);
    }
}

void DoorPage::hideEvent(QHideEvent* event)
{
    QWidget::hideEvent(event);
    if (m_dim->isChecked() && !event->spontaneous()) {
        Q_EMIT darkAsked(false); // another workspace has the colours that were chosen for it
    }
}

void DoorPage::keyPressEvent(QKeyEvent* event)
{
    if (event->key() != Qt::Key_Escape) {
        QWidget::keyPressEvent(event);
        return;
    }
    if (!m_reasonPanel->isHidden()) {
        closeReason();
    } else if (!m_searchPanel->isHidden()) {
        closeSearch();
    } else if (m_isFull) {
        m_full->setChecked(false);
    } else {
        end();
    }
}

void DoorPage::startOver()
{
    end();
    m_gate->clear();
    m_gate->clearEditText();
    if (isVisible()) {
        loadSetup();
    }
}

void DoorPage::loadSetup()
{
    m_port.setup([self = QPointer{this}](const Result<DoorSetup>& setup) {
        if (!self) {
            return;
        }
        if (!setup) {
            self->m_fault->setText(errorText(setup.error()));
            self->m_fault->show();
            return;
        }
        self->m_fault->hide();
        self->m_setup = *setup;
        const QString typed = self->m_gate->currentText();
        const int chosen = self->m_performance->currentIndex();
        self->m_gate->clear();
        for (const std::string& gate : setup->gates) {
            self->m_gate->addItem(text(gate));
        }
        self->m_gate->setEditText(!typed.isEmpty()           ? typed
                                      : setup->gates.empty() ? tr("Gate 1")
                                                             : text(setup->gates.front()));
        self->m_performance->clear();
        for (const PerformanceSummary& performance : setup->performances) {
            self->m_performance->addItem(
                isolated(text(performance.event)) + QStringLiteral(" · ") +
                dayAndTimeText(performance.startsAt, performance.timeZone));
        }
        self->m_performance->addItem(tr("Any performance"));
        self->m_performance->setCurrentIndex(std::max(chosen, 0));
    });
}

void DoorPage::begin()
{
    m_gateFault.clear();
    const QString gate = m_gate->currentText().trimmed();
    if (gate.isEmpty()) {
        m_gateFault.say(tr("Say which gate this is; a guest who comes twice is told it."));
        return;
    }
    const auto chosen = static_cast<std::size_t>(std::max(m_performance->currentIndex(), 0));
    m_post = {gate.toStdString(), std::nullopt, "UTC"};
    QString what = tr("Any performance");
    if (chosen < m_setup.performances.size()) {
        const PerformanceSummary& performance = m_setup.performances[chosen];
        m_post.performance = performance.id;
        m_post.timeZone = performance.timeZone;
        what = isolated(text(performance.event)) + QStringLiteral(" · ") +
            dayAndTimeText(performance.startsAt, performance.timeZone);
    } else if (!m_setup.performances.empty()) {
        m_post.timeZone = m_setup.performances.front().timeZone;
    }
    m_where->setWhole(isolated(gate));
    m_what->setWhole(what);
    m_last.reset();
    m_numbers->clear();
    m_out->setChecked(false);
    m_sign->showIdle(tr("Scan a ticket"));
    m_stages->setCurrentIndex(Gate);
    setFocusProxy(m_code);
    m_code->setFocus();
    m_tick->start();
    refreshNumbers();
}

void DoorPage::end()
{
    m_tick->stop();
    m_leave->stop();
    m_full->setChecked(false);
    m_dim->setChecked(false);
    closeReason();
    closeSearch();
    m_code->clear();
    m_stages->setCurrentIndex(Post);
    setFocusProxy(m_gate);
    m_gate->setFocus();
}

void DoorPage::takeScan(const QString& code)
{
    if (m_stages->currentIndex() != Gate) {
        m_gateFault.say(tr("Begin at a gate first, then scan."));
        return;
    }
    m_code->setText(code);
    submit();
}

void DoorPage::submit()
{
    const QString code = m_code->text().trimmed();
    m_code->clear();
    if (code.isEmpty()) {
        return;
    }
    m_port.scan(m_post, code.toStdString(), m_isOut,
                [self = QPointer{this}](const Result<DoorAnswer>& answer) {
                    if (self) {
                        self->showAnswer(answer);
                    }
                });
}

void DoorPage::showAnswer(const Result<DoorAnswer>& answer)
{
    m_fault->setVisible(!answer);
    if (!answer) {
        m_fault->setText(errorText(answer.error()));
        m_sign->showIdle(tr("Not decided"));
        m_sound.play(DoorAnswer::Colour::Red);
        return;
    }
    m_leave->start();
    if (answer->repeated) {
        return; // the same ticket is still before the scanner: its sign stands already
    }
    m_last = *answer;
    m_sign->showAnswer(answer->colour, doorWord(*answer), doorSentence(*answer),
                       doorDetail(*answer, m_post.timeZone));
    m_sound.play(answer->colour);
    if (answer->colour == DoorAnswer::Colour::Green) {
        refreshNumbers();
    }
}

void DoorPage::refreshNumbers()
{
    if (!m_post.performance || !isVisible()) {
        return;
    }
    m_port.numbers(*m_post.performance,
                   [self = QPointer{this}](const Result<DoorNumbers>& numbers) {
                       if (self && numbers) {
                           const QLocale locale;
                           self->m_numbers->setText(
                               tr("In %1 · inside %2 · expected %3")
                                   .arg(locale.toString(qint64{numbers->admitted}),
                                        locale.toString(qint64{numbers->inside}),
                                        locale.toString(qint64{numbers->expected})));
                       }
                   });
}

void DoorPage::setOut(bool out)
{
    m_isOut = out;
    m_leave->stop();
    m_sign->showIdle(out ? tr("Scan who goes out and comes back") : tr("Scan a ticket"));
    m_code->setFocus();
}

void DoorPage::setDim(bool dim)
{
    m_sign->setDim(dim);
    Q_EMIT darkAsked(dim);
    m_code->setFocus();
}

void DoorPage::setSound(bool on)
{
    m_sound.setOn(on);
    setButtonIcon(m_soundButton, on ? QStringLiteral("volume-2") : QStringLiteral("volume-x"));
    m_code->setFocus();
}

void DoorPage::setFull(bool full)
{
    m_isFull = full;
    Q_EMIT fullScreenAsked(full);
    m_code->setFocus();
}

void DoorPage::askReason(const QString& question, std::function<void(const std::string&)> act)
{
    m_reasonAct = std::move(act);
    m_question->setText(question);
    m_reason->clear();
    m_reasonPanel->show();
    m_reason->setFocus();
}

void DoorPage::confirmReason()
{
    const QString reason = m_reason->text().trimmed();
    if (reason.isEmpty()) {
        m_reason->setPlaceholderText(tr("Say why; the reason is kept"));
        m_reason->setFocus();
        return;
    }
    const auto act = std::move(m_reasonAct);
    closeReason();
    if (act) {
        act(reason.toStdString());
    }
}

void DoorPage::closeReason()
{
    m_reasonAct = {};
    m_reasonPanel->hide();
    if (m_stages->currentIndex() == Gate) {
        m_code->setFocus();
    }
}

void DoorPage::letInAnyway()
{
    const bool wasRefused = m_last && m_last->ticket &&
        m_last->colour != DoorAnswer::Colour::Green && m_last->outcome != "void";
    if (!wasRefused) {
        m_fault->setText(tr("Only a ticket that was just refused, and is known here, can be let in "
                            "anyway."));
        m_fault->show();
        return;
    }
    askReason(tr("Let in anyway"), [this, ticket = *m_last->ticket](const std::string& reason) {
        m_port.pass(m_post, ticket, false, reason,
                    [self = QPointer{this}](const Result<DoorAnswer>& answer) {
                        if (self) {
                            self->showAnswer(answer);
                            self->refreshNumbers();
                        }
                    });
    });
}

void DoorPage::undoLast()
{
    const bool wasDone = m_last && m_last->ticket && m_last->colour == DoorAnswer::Colour::Green;
    if (!wasDone) {
        m_fault->setText(tr("There is nothing to undo: the last ticket was not let in or out."));
        m_fault->show();
        return;
    }
    askReason(tr("Undo the last one"), [this, ticket = *m_last->ticket](const std::string& reason) {
        m_port.undo(ticket, reason, [self = QPointer{this}](const Result<bool>& undone) {
            if (!self) {
                return;
            }
            self->m_fault->setVisible(!undone);
            if (!undone) {
                self->m_fault->setText(errorText(undone.error()));
                return;
            }
            self->m_last.reset();
            self->m_sign->showIdle(tr("Undone. Scan a ticket"));
            self->refreshNumbers();
        });
    });
}

} // namespace foyer::ui
