// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/common/main_window.h"

#include "ui/common/badge.h"
#include "ui/common/empty_state.h"
#include "ui/common/icons.h"
#include "ui/common/parts.h"
#include "ui/common/theme.h"

#include <QApplication>
#include <QButtonGroup>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QScrollArea>
#include <QShortcut>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace foyer::ui {
namespace {

constexpr int kRailWidth = 80;
constexpr int kIconSize = 20;
constexpr int kNumberedWorkspaces = 20; // ten by Ctrl+1 to Ctrl+0, then ten by Alt

/// Lets Tab go through a page in the order in which it was built. Setting a focus proxy moves
/// things in Qt's own order, and then Tab passes some of them over.
void orderTabs(const QWidget& page)
{
    QWidget* before = nullptr;
    for (QWidget* widget : page.findChildren<QWidget*>()) {
        const auto* choice = qobject_cast<const QComboBox*>(widget);
        if (choice != nullptr && choice->isEditable()) {
            before = nullptr; // it and its field stay together where they are
            continue;
        }
        const bool isHere = widget->window() == page.window(); // a menu is a window of its own
        if (isHere && (widget->focusPolicy() & Qt::TabFocus) != 0 &&
            widget->focusProxy() == nullptr) {
            if (before != nullptr) {
                QWidget::setTabOrder(before, widget);
            }
            before = widget;
        }
    }
}

} // namespace

MainWindow::MainWindow(QWidget* parent) : QMainWindow{parent}
{
    setWindowTitle(tr("Foyer"));
    resize(1280, 800);
    auto* whole = new QWidget{this};
    whole->setObjectName(QStringLiteral("window"));
    auto* row = new QHBoxLayout{whole};
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    auto* rail = makePanel(whole, "rail");
    rail->setAccessibleName(tr("Workspaces"));
    m_railPanel = rail;
    buildRail();
    row->addWidget(rail);
    auto* column = new QVBoxLayout;
    column->setSpacing(0);
    m_banner = makeLabel({}, "alarm", whole);
    m_banner->setAlignment(Qt::AlignCenter);
    m_banner->setWordWrap(true);
    m_banner->hide();
    column->addWidget(m_banner);
    m_bar = buildBar();
    column->addWidget(m_bar);
    m_pages = new QStackedWidget{whole};
    column->addWidget(m_pages, 1);
    row->addLayout(column, 1);
    m_layers = new QStackedWidget{this};
    m_layers->addWidget(whole);
    setCentralWidget(m_layers);
    addShortcut(QKeySequence{Qt::Key_F1}, [this] { showKeys(); });
    addShortcut(QKeySequence{Qt::CTRL | Qt::Key_L}, [this] {
        if (m_operator->isVisible()) {
            Q_EMIT lockAsked();
        }
    });
    addShortcut(QKeySequence{Qt::CTRL | Qt::Key_B}, [this] {
        if (m_bell->isVisible()) {
            Q_EMIT noticesAsked();
        }
    });
    refreshIcons();
}

/// All workspaces of an administrator fit a small screen; where they do not, as at 200 %, the rail
/// is scrolled and follows the one that is shown.
void MainWindow::buildRail()
{
    auto* buttons = new QWidget{m_railPanel};
    m_rail = new QVBoxLayout{buttons};
    m_rail->setContentsMargins(kInside, kInside, kInside, kInside);
    m_rail->setSpacing(0);
    m_rail->addStretch();
    m_railScroll = qobject_cast<QScrollArea*>(makeScroll(buttons, m_railPanel));
    m_railScroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_railScroll->viewport()->setAutoFillBackground(false);
    buttons->setAutoFillBackground(false);
    auto* column = new QVBoxLayout{m_railPanel};
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_railScroll);
}

void MainWindow::addShortcut(const QKeySequence& keys, const std::function<void()>& act)
{
    connect(new QShortcut{keys, this}, &QShortcut::activated, this, [this, act] {
        if (m_layers->currentIndex() == 0) { // nothing behind a cover can be reached
            act();
        }
    });
}

QWidget* MainWindow::buildBar()
{
    auto* bar = makePanel(this, "bar");
    auto* row = new QHBoxLayout{bar};
    row->setContentsMargins(kBetween, kInside, kBetween, kInside);
    row->setSpacing(kBetween);
    m_find = makeButton(tr("Find anything"), "find", bar, QStringLiteral("Ctrl+K"));
    m_find->setMinimumWidth(240);
    row->addWidget(m_find);
    row->addStretch();
    m_status = makeButton(tr("Connection"), "pill", bar);
    m_status->hide(); // until it has something to say
    row->addWidget(m_status, 0, Qt::AlignVCenter);
    connect(m_status, &QPushButton::clicked, this, &MainWindow::statusAsked);
    m_counter = makeLabel({}, "muted", bar);
    row->addWidget(m_counter);
    m_bell = makeButton({}, "quiet", bar);
    m_bell->setFixedWidth(kTarget + kBetween); // the number stands beside the bell, not over it
    m_bell->setAccessibleName(tr("Notifications"));
    m_bell->hide(); // until somebody has looked
    m_bellBadge = addBadge(*m_bell);
    row->addWidget(m_bell);
    connect(m_bell, &QPushButton::clicked, this, &MainWindow::noticesAsked);
    m_theme = makeButton({}, "quiet", bar);
    m_theme->setFixedWidth(kTarget);
    row->addWidget(m_theme);
    m_operator = makeButton({}, "quiet", bar);
    m_operator->hide();
    row->addWidget(m_operator);
    buildOperatorMenu();
    connect(m_find, &QPushButton::clicked, this, &MainWindow::findAsked);
    connect(m_theme, &QPushButton::clicked, this, &MainWindow::switchTheme);
    return bar;
}

void MainWindow::buildOperatorMenu()
{
    auto* menu = new QMenu{m_operator};
    menu->addAction(tr("Lock"), QKeySequence{Qt::CTRL | Qt::Key_L}, this, &MainWindow::lockAsked)
        ->setShortcutContext(Qt::WidgetShortcut); // shown here; the window acts on it
    menu->addAction(tr("Sign out, or let somebody else sign in"), this, &MainWindow::signOutAsked);
    menu->addAction(tr("Change my PIN or password…"), this, &MainWindow::secretChangeAsked);
    m_operator->setMenu(menu);
}

void MainWindow::addWorkspace(const QString& name, const QString& iconName, QWidget* page,
                              const QString& keys)
{
    auto* button = new QToolButton{this};
    button->setText(name);
    button->setAccessibleName(name);
    button->setProperty("role", "rail");
    button->setToolButtonStyle(Qt::ToolButtonTextUnderIcon);
    button->setFixedHeight(kTarget + kInside);
    button->setSizePolicy(QSizePolicy::Expanding,
                          QSizePolicy::Fixed); // as wide as the longest name
    button->ensurePolished();
    button->setMinimumWidth(std::max(kRailWidth - 2 * kInside,
                                     button->fontMetrics().horizontalAdvance(name) + kInside));
    button->setCheckable(true);
    button->setChecked(m_pages->count() == 0);
    button->setAutoExclusive(true);
    button->setProperty("iconName", iconName);
    button->setIconSize({kIconSize, kIconSize});
    m_rail->insertWidget(m_rail->count() - 1, button);
    m_railScroll->setMinimumWidth(
        std::max(m_railScroll->minimumWidth(), button->minimumWidth() + 2 * kInside));
    m_pages->addWidget(page);
    if (page->accessibleName().isEmpty()) {
        page->setAccessibleName(name); // it may have the focus itself
    }
    orderTabs(*page);
    m_workspaces.push_back({page, button, addBadge(*button), keys, name});
    const int number = static_cast<int>(m_workspaces.size());
    if (number <= kNumberedWorkspaces) {
        const auto digit = static_cast<Qt::Key>(Qt::Key_0 + number % 10);
        const QKeySequence shortcut{number <= kNumberedWorkspaces / 2 ? Qt::CTRL | digit
                                                                      : Qt::ALT | digit};
        button->setToolTip(name + QStringLiteral("  ") +
                           shortcut.toString(QKeySequence::NativeText));
        addShortcut(shortcut, [this, page] { showWorkspace(page); });
    }
    connect(button, &QToolButton::clicked, this, [this, page] { showWorkspace(page); });
    refreshIcons();
}

void MainWindow::setWorkspaceBadge(QWidget* page, int count, bool urgent)
{
    for (const Workspace& workspace : m_workspaces) {
        if (workspace.page == page) {
            showBadge(*workspace.badge, count, urgent);
            workspace.button->setAccessibleName(
                count > 0 ? tr("%1, %n waiting", nullptr, count).arg(workspace.name)
                          : workspace.name);
        }
    }
}

void MainWindow::showWorkspace(QWidget* page)
{
    for (const Workspace& workspace : m_workspaces) {
        if (workspace.page == page && !workspace.button->isHidden()) {
            workspace.button->setChecked(true);
            m_railScroll->ensureWidgetVisible(workspace.button, 0, kInside);
            m_pages->setCurrentWidget(page);
            page->setFocus();
        }
    }
}

void MainWindow::setWorkspaceShown(QWidget* page, bool shown)
{
    QWidget* first = nullptr;
    for (const Workspace& workspace : m_workspaces) {
        if (workspace.page == page) {
            workspace.button->setVisible(shown);
        }
        if (first == nullptr && !workspace.button->isHidden()) {
            first = workspace.page;
        }
    }
    if (!shown && m_pages->currentWidget() == page && first != nullptr) {
        showWorkspace(first);
    }
}

std::vector<QWidget*> MainWindow::workspaces() const
{
    std::vector<QWidget*> pages;
    for (const Workspace& workspace : m_workspaces) {
        pages.push_back(workspace.page);
    }
    return pages;
}

QWidget* MainWindow::currentWorkspace() const
{
    return m_pages->currentWidget();
}

void MainWindow::setOperator(const QString& name, const QString& role)
{
    m_operator->setVisible(!name.isEmpty());
    m_operator->setText(name + QStringLiteral("  ▾"));
    m_operator->setToolTip(role);
    m_operator->setAccessibleName(tr("Signed in: %1, %2").arg(name, role));
}

void MainWindow::setCover(QWidget* cover)
{
    m_layers->addWidget(cover);
}

void MainWindow::setCovered(bool covered)
{
    if (m_layers->count() > 1) {
        // A page that is not seen can still take the keyboard; one that is disabled cannot.
        m_layers->widget(0)->setEnabled(!covered);
        m_layers->setCurrentIndex(covered ? 1 : 0);
    }
}

void MainWindow::setStatus(const QString& words, const QString& meaning)
{
    m_status->setText(words);
    m_status->setVisible(!words.isEmpty());
    m_status->setAccessibleName(words);
    m_status->setToolTip(meaning);
    m_status->setAccessibleDescription(meaning);
}

QWidget& MainWindow::statusPill() const
{
    return *m_status;
}

void MainWindow::setNoticeCount(int count)
{
    showBadge(*m_bellBadge, count, false);
    m_bell->setAccessibleName(count > 0 ? tr("Notifications, %n new", nullptr, count)
                                        : tr("Notifications"));
    m_bell->setToolTip(m_bell->accessibleName() + QStringLiteral("  ") +
                       QKeySequence{Qt::CTRL | Qt::Key_B}.toString(QKeySequence::NativeText));
    m_bell->show();
}

QWidget& MainWindow::bell() const
{
    return *m_bell;
}

void MainWindow::setCounterName(const QString& name)
{
    m_counter->setText(name);
}

void MainWindow::setBanner(const QString& sentence)
{
    m_banner->setText(sentence);
    m_banner->setAccessibleName(sentence);
    m_banner->setVisible(!sentence.isEmpty());
}

void MainWindow::setFrameless(bool frameless)
{
    if (frameless == m_railPanel->isHidden()) {
        return;
    }
    m_railPanel->setVisible(!frameless);
    m_bar->setVisible(!frameless);
    if (frameless) {
        m_wasMaximized = isMaximized();
        showFullScreen();
    } else if (m_wasMaximized) {
        showMaximized();
    } else {
        showNormal();
    }
}

bool MainWindow::isDark() const
{
    return currentPalette().isDark;
}

void MainWindow::switchTheme()
{
    showIn(isDark() ? Palette::light() : Palette::dark());
}

void MainWindow::showIn(const Palette& palette)
{
    applyTheme(*qApp, palette);
    refreshIcons();
    Q_EMIT paletteChanged();
}

void MainWindow::refreshIcons()
{
    const Palette& palette = currentPalette();
    for (EmptyState* state : findChildren<EmptyState*>()) {
        state->applyPalette();
    }
    m_find->setIcon(icon(QStringLiteral("search"), palette.muted));
    m_bell->setIcon(icon(QStringLiteral("bell"), palette.text));
    m_theme->setIcon(icon(isDark() ? QStringLiteral("sun") : QStringLiteral("moon"), palette.text));
    m_theme->setAccessibleName(isDark() ? tr("Light colours") : tr("Dark colours"));
    m_theme->setToolTip(m_theme->accessibleName());
    m_operator->setIcon(icon(QStringLiteral("user"), palette.text));
    refreshButtonIcons(this);
}

} // namespace foyer::ui
