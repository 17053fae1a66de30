// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/customers/customers_page.h"

#include "ui/common/empty_state.h"
#include "ui/common/error_text.h"
#include "ui/common/formatting.h"
#include "ui/common/parts.h"
#include "ui/common/theme.h"
#include "ui/customers/customer_panel.h"
#include "ui/customers/customer_text.h"
#include "ui/customers/duplicates_panel.h"
#include "ui/customers/import_panel.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QPointer>
#include <QSignalBlocker>
#include <QStackedWidget>
#include <QTabBar>
#include <QTabWidget>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>

namespace foyer::ui {
namespace {

constexpr int kListWidth = 380;
constexpr int kTypingMs = 60;
constexpr std::size_t kRowsAtOnce = 200;
enum State : std::uint8_t { Work, None, Failed, Loading };

/// "Ada Lovelace" over "ada@example.org · Press".
QString rowText(const PersonCard& card)
{
    const CustomerDetails& details = card.details;
    QStringList more;
    for (const std::string& each : {details.email, details.phone}) {
        if (!each.empty() && more.isEmpty()) {
            more += isolated(text(each));
        }
    }
    for (const std::string& tag : card.tags) {
        more += isolated(text(tag));
    }
    return nameText(card) + QLatin1Char{'\n'} + more.join(QStringLiteral(" · "));
}

} // namespace

CustomersPage::CustomersPage(CustomersPort& port, QWidget* parent)
    : QWidget{parent}, m_port{port}, m_tabs{new QTabWidget{this}}, m_typed{new QTimer{this}},
      m_limit{kRowsAtOnce}
{
    auto* column = new QVBoxLayout{this};
    column->setContentsMargins(kAround, kAround, kAround, kAround);
    column->setSpacing(kInside);
    column->addWidget(makeLabel(tr("Customers"), "title", this));
    m_tabs->setDocumentMode(true);
    m_tabs->tabBar()->setDrawBase(false);
    m_tabs->tabBar()->setMinimumHeight(kTarget);
    m_tabs->setAccessibleName(tr("Customers"));
    m_tabs->setFocusPolicy(Qt::NoFocus);
    m_person = new CustomerPanel{port, this};
    m_duplicates = new DuplicatesPanel{port, m_tabs};
    m_imports = new ImportPanel{port, m_tabs};
    m_tabs->addTab(buildList(), tr("People"));
    m_tabs->addTab(m_duplicates, tr("Duplicates"));
    m_tabs->addTab(makeScroll(m_imports, m_tabs), tr("Import"));
    column->addWidget(m_tabs, 1);
    m_typed->setSingleShot(true);
    m_typed->setInterval(kTypingMs);
    connectParts();
}

QString CustomersPage::keys()
{
    return tr("Ctrl+F\tSearch\nCtrl+N\tTake somebody down\nDown\tFrom the search to the list\n"
              "Enter\tKeep what was typed in a field\nEsc\tBack");
}

QWidget* CustomersPage::buildFilters(QWidget* parent)
{
    auto* filters = new QWidget{parent};
    auto* row = new QHBoxLayout{filters};
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(kInside);
    m_tag = new QComboBox{filters};
    m_tag->setAccessibleName(tr("Only who has this tag"));
    m_consent = new QComboBox{filters};
    m_consent->setAccessibleName(tr("Only who agreed to this"));
    m_consent->addItem(tr("Agreed or not"), -1);
    m_consent->addItem(tr("Newsletter"), static_cast<int>(ConsentPurpose::Newsletter));
    m_consent->addItem(tr("Bulletins"), static_cast<int>(ConsentPurpose::Bulletins));
    for (QComboBox* box : {m_tag, m_consent}) {
        box->setMinimumHeight(kTarget);
        row->addWidget(box, 1);
    }
    return filters;
}

QWidget* CustomersPage::buildList()
{
    auto* people = new QWidget{m_tabs};
    auto* row = new QHBoxLayout{people};
    row->setContentsMargins(0, kBetween, 0, 0);
    row->setSpacing(kBetween);
    auto* left = new QWidget{people};
    left->setFixedWidth(kListWidth);
    auto* column = new QVBoxLayout{left};
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(kInside);
    m_search = new QLineEdit{left};
    m_search->setAccessibleName(tr("Search customers"));
    m_search->setPlaceholderText(tr("Name, e-mail, telephone or tag"));
    m_search->setMinimumHeight(kTarget);
    m_search->setClearButtonEnabled(true);
    column->addWidget(m_search);
    column->addWidget(buildFilters(left));
    m_states = new QStackedWidget{left};
    m_list = new QListWidget{m_states};
    m_list->setAccessibleName(tr("Customers, by name"));
    m_list->setObjectName(QStringLiteral("customers"));
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setTextElideMode(Qt::ElideRight);
    m_list->setUniformItemSizes(true);
    m_none = new EmptyState{QStringLiteral("users"), tr("Nobody is here yet"),
                            tr("Whoever gives a name at a sale stands here. Take somebody down by "
                               "hand, or import a table of those you know."),
                            m_states};
    m_failed = new EmptyState{QStringLiteral("triangle-alert"),
                              tr("The customers could not be read"),
                              {},
                              m_states};
    m_loading = new Skeleton{m_states};
    for (QWidget* state : {static_cast<QWidget*>(m_list), static_cast<QWidget*>(m_none),
                           static_cast<QWidget*>(m_failed), m_loading}) {
        m_states->addWidget(state);
    }
    m_states->setCurrentIndex(Loading);
    column->addWidget(m_states, 1);
    m_count = makeLabel({}, "muted", left);
    column->addWidget(m_count);
    m_more = makeButton(tr("Show more"), "quiet", left);
    m_more->hide();
    column->addWidget(m_more);
    m_add = makeButton(tr("Take somebody down"), "", left, QStringLiteral("Ctrl+N"));
    column->addWidget(m_add);
    row->addWidget(left);
    row->addWidget(makeScroll(m_person, people), 1);
    return people;
}

void CustomersPage::connectParts()
{
    connect(m_typed, &QTimer::timeout, this, &CustomersPage::readList);
    connect(m_search, &QLineEdit::textChanged, this, [this] {
        m_limit = kRowsAtOnce;
        m_typed->start();
    });
    for (QComboBox* box : {m_tag, m_consent}) {
        connect(box, &QComboBox::currentIndexChanged, this, &CustomersPage::readList);
    }
    connect(m_list, &QListWidget::currentRowChanged, this, [this](int row) {
        if (row >= 0 && static_cast<std::size_t>(row) < m_rows.size()) {
            m_person->open(m_rows[static_cast<std::size_t>(row)].id);
        }
    });
    connect(m_more, &QPushButton::clicked, this, [this] {
        m_limit += 5 * kRowsAtOnce;
        readList();
    });
    connect(m_add, &QPushButton::clicked, this, &CustomersPage::addSomebody);
    auto* import = m_none->addAction(tr("Import a table"), QStringLiteral("folder-open"));
    connect(import, &QPushButton::clicked, this, [this] { m_tabs->setCurrentIndex(2); });
    auto* again = m_failed->addAction(tr("Try again"), QStringLiteral("refresh-cw"));
    connect(again, &QPushButton::clicked, this, &CustomersPage::refresh);
    connect(m_person, &CustomerPanel::changed, this, &CustomersPage::refresh);
    connect(m_person, &CustomerPanel::orderAsked, this, &CustomersPage::orderAsked);
    connect(m_duplicates, &DuplicatesPanel::changed, this, &CustomersPage::refresh);
    connect(m_imports, &ImportPanel::changed, this, &CustomersPage::refresh);
    connect(m_tabs, &QTabWidget::currentChanged, this, [this](int tab) {
        if (tab == 1) {
            m_duplicates->refresh();
        } else if (tab == 2) {
            m_imports->refresh();
        }
    });
}

CustomerQuery CustomersPage::query() const
{
    CustomerQuery query{.words = m_search->text().toStdString(),
                        .tag = m_tag->currentData().toString().toStdString(),
                        .limit = m_limit};
    const int consent = m_consent->currentData().toInt();
    if (consent >= 0) {
        query.agreedTo = static_cast<ConsentPurpose>(consent);
    }
    return query;
}

void CustomersPage::readList()
{
    m_typed->stop();
    const int asked = ++m_asked;
    m_port.list(query(), [self = QPointer{this}, asked](const Result<CustomerPage>& page) {
        if (!self || asked != self->m_asked) {
            return;
        }
        if (page) {
            self->showFound(*page);
            return;
        }
        self->m_failed->setWords(errorText(page.error()));
        self->m_states->setCurrentIndex(Failed);
    });
}

void CustomersPage::readTags()
{
    m_port.tags([self = QPointer{this}, sitting = m_sitting](const Result<TagCounts>& tags) {
        if (!self || sitting != self->m_sitting || !tags) {
            return;
        }
        const QSignalBlocker quiet{self->m_tag};
        const QString before = self->m_tag->currentData().toString();
        self->m_tag->clear();
        self->m_tag->addItem(tr("All tags"), QString{});
        for (const auto& [tag, count] : *tags) {
            self->m_tag->addItem(tr("%1 (%L2)", "a tag, and how many have it")
                                     .arg(isolated(text(tag)))
                                     .arg(static_cast<qulonglong>(count)),
                                 text(tag));
        }
        self->m_tag->setCurrentIndex(std::max(0, self->m_tag->findData(before)));
    });
}

void CustomersPage::showFound(const CustomerPage& page)
{
    const CustomerId before = m_person->wanted();
    m_rows = page.rows;
    int row = -1;
    {
        const QSignalBlocker quiet{m_list};
        m_list->clear();
        for (const PersonCard& card : m_rows) {
            m_list->addItem(rowText(card));
            row = card.id == before ? m_list->count() - 1 : row;
        }
        m_list->setCurrentRow(row);
    }
    m_count->setText(page.total == page.known
                         ? tr("%n customer(s)", nullptr, static_cast<int>(page.known))
                         : tr("%L1 of %L2 customers")
                               .arg(static_cast<qulonglong>(page.total))
                               .arg(static_cast<qulonglong>(page.known)));
    m_more->setVisible(page.total > m_rows.size());
    m_states->setCurrentIndex(page.known == 0 ? None : Work);
}

void CustomersPage::addSomebody()
{
    m_tabs->setCurrentIndex(0);
    m_list->setCurrentRow(-1);
    m_person->beginNew();
}

void CustomersPage::refresh()
{
    if (isVisible()) {
        readTags();
        readList();
        m_person->refresh();
    }
}

void CustomersPage::startOver()
{
    ++m_asked;
    ++m_sitting;
    m_rows.clear();
    m_list->clear();
    m_count->clear();
    m_more->hide();
    m_search->clear();
    {
        const QSignalBlocker quietTag{m_tag};
        const QSignalBlocker quietConsent{m_consent};
        m_tag->clear();
        m_consent->setCurrentIndex(0);
    }
    m_typed->stop();
    m_limit = kRowsAtOnce;
    m_person->clear();
    m_tabs->setCurrentIndex(0);
    m_duplicates->startOver();
    m_imports->startOver();
    m_states->setCurrentIndex(Loading);
    refresh();
}

void CustomersPage::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    refresh();
}

void CustomersPage::focusInEvent(QFocusEvent* event)
{
    QWidget::focusInEvent(event);
    if (m_tabs->currentIndex() == 0) {
        m_search->setFocus();
    } else {
        m_tabs->tabBar()->setFocus();
    }
}

void CustomersPage::keyPressEvent(QKeyEvent* event)
{
    if (event->matches(QKeySequence::Find)) {
        m_tabs->setCurrentIndex(0);
        m_search->setFocus();
        m_search->selectAll();
    } else if (event->key() == Qt::Key_Down && m_search->hasFocus() && m_list->count() > 0) {
        m_list->setFocus();
        m_list->setCurrentRow(std::max(0, m_list->currentRow()));
    } else if (event->key() == Qt::Key_Escape) {
        m_person->leaveQuestion();
        m_search->setFocus();
    } else {
        QWidget::keyPressEvent(event);
    }
}

} // namespace foyer::ui
