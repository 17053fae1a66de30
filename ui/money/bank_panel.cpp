// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/money/bank_panel.h"

#include "core/domain/sales/iban.h"
#include "ui/common/error_text.h"
#include "ui/common/formatting.h"
#include "ui/common/parts.h"
#include "ui/common/theme.h"

#include <QDragEnterEvent>
#include <QDropEvent>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QListWidget>
#include <QMimeData>
#include <QPointer>
#include <QUrl>
#include <QVBoxLayout>

#include <algorithm>

namespace foyer::ui {
namespace {

constexpr int kRowHeight = 64; // two lines
const QString kBetweenWords = QStringLiteral(" · ");

/// Those of them that say something.
QString joined(const QStringList& words)
{
    QStringList kept;
    std::ranges::copy_if(words, std::back_inserter(kept),
                         [](const QString& each) { return !each.isEmpty(); });
    return kept.join(kBetweenWords);
}

QString dayOf(const std::string& day)
{
    const QDate date = QDate::fromString(text(day), Qt::ISODate);
    return date.isValid() ? QLocale{}.toString(date, QLocale::ShortFormat) : text(day);
}

QString lineText(const BankOpenLine& line)
{
    const QString amount = line.left == line.amount
        ? moneyText(line.amount)
        : BankPanel::tr("%1 of %2", "what is left of an amount")
              .arg(moneyText(line.left), moneyText(line.amount));
    return joined({amount, dayOf(line.day), isolated(text(line.name))}) + QLatin1Char{'\n'} +
        joined({isolated(text(line.text).simplified()), text(line.named)});
}

QString dueText(const BankDue& due)
{
    return joined({moneyText(due.amount), BankPanel::tr("order %1").arg(text(due.order)),
                   isolated(text(due.name))}) +
        QLatin1Char{'\n'} +
        joined({text(inGroupsOfFour(due.iban)),
                BankPanel::tr("reference %1").arg(text(inGroupsOfFour(due.reference)))});
}

QString takenText(const BankTaken& taken)
{
    QString words = BankPanel::tr("%n new lines have found what they are for.", nullptr,
                                  static_cast<int>(taken.matched));
    if (taken.unmatched > 0) {
        words += QLatin1Char{' '} +
            BankPanel::tr("Of %n somebody has to say it.", nullptr,
                          static_cast<int>(taken.unmatched));
    }
    if (taken.known > 0) {
        words += QLatin1Char{' '} +
            BankPanel::tr("%n were known already.", nullptr, static_cast<int>(taken.known));
    }
    for (const Money& difference : taken.differences) {
        words += QLatin1Char{' '} +
            BankPanel::tr(
                "The balances differ from the lines by %1: a part of the statement may be "
                "missing.")
                .arg(moneyText(difference));
    }
    return words;
}

QLabel* wrapped(const QString& words, const char* role, QWidget* parent)
{
    auto* label = makeLabel(words, role, parent);
    label->setWordWrap(true);
    return label;
}

QListWidget* makeList(const QString& name, QWidget* parent)
{
    auto* list = new QListWidget{parent};
    list->setAccessibleName(name);
    list->setMinimumHeight(2 * kRowHeight);
    list->setWordWrap(true);
    return list;
}

template <typename Rows, typename Words>
void fill(QListWidget& list, const Rows& rows, Words words)
{
    const int row = std::max(0, list.currentRow());
    list.clear();
    for (const auto& each : rows) {
        auto* item = new QListWidgetItem{words(each), &list};
        item->setSizeHint({0, kRowHeight});
    }
    list.setCurrentRow(std::min(row, list.count() - 1));
    list.setVisible(list.count() > 0);
}

} // namespace

BankPanel::BankPanel(BankPort& port, QWidget* parent) : QWidget{parent}, m_port{port}
{
    setAcceptDrops(true);
    auto* column = new QVBoxLayout{this};
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(kAround);
    column->addWidget(makeTop());
    column->addWidget(makeLines(), 3);
    column->addWidget(makeDue(), 2);
    setFocusProxy(m_take);
    showChosen();
}

QWidget* BankPanel::makeTop()
{
    auto* panel = makePanel(this);
    auto* column = new QVBoxLayout{panel};
    column->setContentsMargins(kAround, kAround, kAround, kAround);
    column->setSpacing(kBetween);
    auto* row = new QHBoxLayout;
    row->addWidget(makeLabel(tr("Bank account"), "section", panel), 1);
    m_take = makeButton(tr("Take in a statement"), "primary", panel);
    row->addWidget(m_take);
    column->addLayout(row);
    column->addWidget(wrapped(tr("A file from your bank's site, CAMT.053 or CSV; it may also be "
                                 "dropped here. Lines that were taken before count once."),
                              "muted", panel));
    m_said = wrapped({}, "muted", panel);
    m_said->hide();
    column->addWidget(m_said);
    connect(m_take, &QPushButton::clicked, this, &BankPanel::chooseFile);
    return panel;
}

QWidget* BankPanel::makeLines()
{
    auto* panel = makePanel(this);
    auto* column = new QVBoxLayout{panel};
    column->setContentsMargins(kAround, kAround, kAround, kAround);
    column->setSpacing(kBetween);
    column->addWidget(makeLabel(tr("What is this money for?"), "section", panel));
    m_noLines = wrapped(tr("All money that came has found what it is for."), "muted", panel);
    column->addWidget(m_noLines);
    m_lines = makeList(tr("Money that nobody was found for"), panel);
    column->addWidget(m_lines, 1);
    auto* row = new QHBoxLayout;
    m_to = new QLineEdit{panel};
    m_to->setPlaceholderText(tr("Order code, invoice number or reference"));
    m_to->setAccessibleName(m_to->placeholderText());
    m_assign = makeButton(tr("It is for this"), "", panel);
    row->addWidget(m_to, 1);
    row->addWidget(m_assign);
    column->addLayout(row);
    connect(m_lines, &QListWidget::currentRowChanged, this, &BankPanel::showChosen);
    connect(m_to, &QLineEdit::textChanged, this, &BankPanel::showChosen);
    connect(m_to, &QLineEdit::returnPressed, m_assign, &QPushButton::click);
    connect(m_assign, &QPushButton::clicked, this, &BankPanel::assign);
    return panel;
}

QWidget* BankPanel::makeDue()
{
    auto* panel = makePanel(this);
    auto* column = new QVBoxLayout{panel};
    column->setContentsMargins(kAround, kAround, kAround, kAround);
    column->setSpacing(kBetween);
    column->addWidget(makeLabel(tr("To be transferred back"), "section", panel));
    m_noDue = wrapped(tr("Nothing has to be transferred back."), "muted", panel);
    column->addWidget(m_noDue);
    m_due = makeList(tr("Money that has to be transferred back"), panel);
    column->addWidget(m_due, 1);
    auto* row = new QHBoxLayout;
    row->addWidget(wrapped(tr("Write the reference into the transfer: then the next statement says "
                              "by itself that it was made."),
                           "muted", panel),
                   1);
    m_sent = makeButton(tr("It was transferred"), "", panel);
    row->addWidget(m_sent);
    column->addLayout(row);
    connect(m_due, &QListWidget::currentRowChanged, this, &BankPanel::showChosen);
    connect(m_sent, &QPushButton::clicked, this, &BankPanel::noteSent);
    return panel;
}

void BankPanel::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    refresh();
}

void BankPanel::refresh()
{
    m_port.read([self = QPointer{this}, asker = m_operators](const Result<BankSnapshot>& snapshot) {
        if (!self || self->m_operators != asker) {
            return;
        }
        if (snapshot) {
            self->showSnapshot(*snapshot);
        } else {
            self->say(snapshot.error().code == "not_joined"
                          ? tr("This counter has no server, which has the bank's account: "
                               "Settings, Server.")
                          : errorText(snapshot.error()),
                      true);
        }
    });
}

void BankPanel::startOver()
{
    ++m_operators;
    m_said->hide();
    m_to->clear();
    showSnapshot({});
    m_noLines->hide(); // nobody has read yet whether it is so
    m_noDue->hide();
    if (isVisible()) {
        refresh();
    }
}

void BankPanel::showSnapshot(const BankSnapshot& snapshot)
{
    m_snapshot = snapshot;
    fill(*m_lines, snapshot.lines, lineText);
    fill(*m_due, snapshot.due, dueText);
    m_noLines->setVisible(snapshot.lines.empty());
    m_noDue->setVisible(snapshot.due.empty());
    showChosen();
    Q_EMIT counted(static_cast<int>(snapshot.lines.size() + snapshot.due.size()));
}

void BankPanel::showChosen()
{
    const bool hasLine = m_lines->currentRow() >= 0;
    m_to->setEnabled(hasLine);
    m_assign->setEnabled(!m_isBusy && hasLine && !m_to->text().trimmed().isEmpty());
    m_sent->setEnabled(!m_isBusy && m_due->currentRow() >= 0);
    m_take->setEnabled(!m_isBusy);
}

void BankPanel::chooseFile()
{
    auto* dialog = new QFileDialog{this,
                                   tr("Take in a statement"),
                                   {},
                                   tr("Statements (*.xml *.csv *.txt);;All files (*)")};
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &BankPanel::take);
    dialog->open();
}

void BankPanel::take(const QString& file)
{
    if (m_isBusy) {
        return;
    }
    setBusy(true);
    say(tr("The statement is being read …"), false);
    m_port.take(file.toStdString(), [self = QPointer{this}](const Result<BankTaken>& taken) {
        if (!self) {
            return;
        }
        self->setBusy(false);
        if (taken) {
            self->say(takenText(*taken), false);
            self->refresh();
        } else {
            self->say(errorText(taken.error()), true);
        }
    });
}

void BankPanel::assign()
{
    const auto row = static_cast<std::size_t>(std::max(0, m_lines->currentRow()));
    if (m_isBusy || row >= m_snapshot.lines.size()) {
        return;
    }
    setBusy(true);
    m_port.assign(m_snapshot.lines[row].id, m_to->text().trimmed().toStdString(),
                  [self = QPointer{this}](const Result<bool>& result) {
                      if (self) {
                          if (result) {
                              self->m_to->clear();
                          }
                          self->done(result, tr("The money has found what it is for."));
                      }
                  });
}

void BankPanel::noteSent()
{
    const auto row = static_cast<std::size_t>(std::max(0, m_due->currentRow()));
    if (m_isBusy || row >= m_snapshot.due.size()) {
        return;
    }
    setBusy(true);
    m_port.noteSent(m_snapshot.due[row].id, [self = QPointer{this}](const Result<bool>& result) {
        if (self) {
            self->done(result, tr("It counts as given back."));
        }
    });
}

void BankPanel::done(const Result<bool>& result, const QString& words)
{
    setBusy(false);
    say(result ? words : errorText(result.error()), !result);
    if (result) {
        refresh();
    }
}

void BankPanel::setBusy(bool isBusy)
{
    m_isBusy = isBusy;
    showChosen();
}

void BankPanel::say(const QString& words, bool isFault)
{
    setRole(m_said, isFault ? "fault" : "muted");
    m_said->setText(words);
    m_said->setAccessibleName(words);
    m_said->show();
}

void BankPanel::dragEnterEvent(QDragEnterEvent* event)
{
    const auto urls = event->mimeData()->urls();
    if (!m_isBusy && urls.size() == 1 && urls.front().isLocalFile()) {
        event->acceptProposedAction();
    }
}

void BankPanel::dropEvent(QDropEvent* event)
{
    const auto urls = event->mimeData()->urls();
    if (urls.size() == 1 && urls.front().isLocalFile()) {
        event->acceptProposedAction();
        take(urls.front().toLocalFile());
    }
}

} // namespace foyer::ui
