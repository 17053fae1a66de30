// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/common/theme.h"

#include <QApplication>
#include <QFontDatabase>
#include <QPalette>
#include <QStyleFactory>

static void registerFonts()
{
    Q_INIT_RESOURCE(foyer_fonts); // must stand outside any namespace
    Q_INIT_RESOURCE(foyer_icons);
}

namespace foyer::ui {
namespace {

Palette& inForce()
{
    static Palette palette = Palette::light();
    return palette;
}

void loadFonts()
{
    static const bool loaded = [] {
        registerFonts();
        for (const char* weight : {"Regular", "Medium", "SemiBold", "Bold"}) {
            QFontDatabase::addApplicationFont(
                QStringLiteral(":/fonts/Inter-%1.otf").arg(QLatin1String{weight}));
        }
        return true;
    }();
    Q_UNUSED(loaded);
}

/// A colour of QLineEdit would also be its placeholder's, at half strength and too faint to read:
/// it comes from the palette instead. One sheet for the whole program. Roles are set as the dynamic
/// property "role" of a widget.
constexpr const char* kSheet = R"css(
* { font-size: 13px; }
QWidget#window, QWidget#workspace { background: @background; }
QFrame[role="panel"] { background: @surface; border: 1px solid @line; border-radius: 6px; }
QFrame[role="rail"] { background: @surface; border: none; border-right: 1px solid @line; }
QFrame[role="bar"] { background: @surface; border: none; border-bottom: 1px solid @line; }
QFrame[role="rule"] { background: @line; border: none; max-height: 1px; min-height: 1px; }
QLabel { color: @text; background: transparent; }
QLabel[role="muted"] { color: @muted; }
QLabel[role="small"] { color: @muted; font-size: 11px; }
QLabel[role="section"] { font-size: 15px; font-weight: 600; }
QLabel[role="title"] { font-size: 20px; font-weight: 600; }
QLabel[role="amount"] { font-size: 32px; font-weight: 600; }
QLabel[role="total"] { font-size: 20px; font-weight: 600; }
QLabel[role="good"] { color: @good; font-weight: 600; }
QLabel[role="fault"] { color: @bad; }
QLabel[role="alarm"] { background: #FFB300; color: #1B2430; font-weight: 600; padding: 8px 16px; }
QLabel[role="pill"] { background: @tint; color: @text; border-radius: 12px; padding: 4px 12px; }
QLabel[role="badge"] { background: @text; color: @surface; border-radius: 8px; padding: 1px 5px; font-size: 11px; font-weight: 600; }
QLabel[role="badge-urgent"] { background: @bad; color: @surface; border-radius: 8px; padding: 1px 5px; font-size: 11px; font-weight: 600; }
QPushButton[role="pill"] { background: @tint; border: 1px solid @tint; border-radius: 12px; padding: 3px 12px; min-height: 18px; }
QPushButton[role="pill"]:hover { border-color: @muted; }
QPushButton[role="pill"]:focus { border: 2px solid @primary; padding: 2px 11px; }
QLabel[role="banner"] { background: @badTint; color: @text; border: 1px solid @bad; border-radius: 6px; padding: 12px; }
QFrame[role="floating"] { background: @text; border: none; border-radius: 6px; }
QLabel[role="toast"] { color: @background; padding: 8px 16px; }
QPushButton { min-height: 26px; padding: 8px 16px; border: 1px solid @line; border-radius: 6px; background: @surface; color: @text; }
QPushButton:hover { background: @tint; }
QPushButton:focus { border: 2px solid @primary; padding: 7px 15px; }
QPushButton:disabled { color: @muted; background: @background; }
QPushButton:checked { background: @tint; border: 2px solid @primary; padding: 7px 15px; }
QPushButton[role="primary"] { background: @primary; color: @onPrimary; border-color: @primary; font-weight: 600; }
QPushButton[role="primary"]:focus { border: 2px solid @text; }
QPushButton[role="primary"]:disabled { background: @line; border-color: @line; color: @muted; }
QPushButton[role="quiet"] { border-color: transparent; background: transparent; color: @primary; padding: 8px; }
QPushButton[role="quiet"]:focus { border: 2px solid @primary; padding: 7px; }
QPushButton[role="quiet"]:disabled { color: @muted; }
QToolButton[role="rail"] { border: none; border-radius: 6px; padding: 8px 4px; font-size: 11px; color: @muted; }
QToolButton[role="rail"]:checked { background: @tint; color: @text; border: none; padding: 8px 4px; }
QToolButton[role="rail"]:focus { border: 2px solid @primary; padding: 6px 2px; }
QPushButton[role="glyph"] { border-color: transparent; background: transparent; color: @muted; padding: 8px; font-size: 20px; }
QPushButton[role="glyph"]:hover { background: @tint; color: @text; }
QPushButton[role="glyph"]:focus { border: 2px solid @primary; padding: 7px; }
QPushButton[role="sign"] { padding: 8px; font-size: 20px; }
QPushButton[role="sign"]:focus { border: 2px solid @primary; padding: 7px; }
QPushButton[role="tab"] { border: none; border-radius: 0; background: transparent; color: @muted; font-weight: 600; padding: 10px 14px; }
QPushButton[role="tab"]:checked { background: transparent; border: none; border-bottom: 2px solid @primary; border-radius: 0; color: @text; padding: 10px 14px 8px 14px; }
QPushButton[role="tab"]:focus { border: 2px solid @primary; border-radius: 6px; padding: 8px 12px; }
QPushButton[role="step"] { text-align: left; border: 2px solid transparent; background: transparent; padding: 7px 11px; }
QPushButton[role="step"]:hover { background: @tint; }
QPushButton[role="step"]:checked { background: @tint; border: 2px solid transparent; font-weight: 600; padding: 7px 11px; }
QPushButton[role="step"]:focus { border: 2px solid @primary; padding: 7px 11px; }
QTabWidget::pane { border: none; }
QTabBar { border: none; }
QTabBar::tab { border: none; background: transparent; color: @muted; font-weight: 600; min-height: 24px; padding: 10px 14px; }
QTabBar::tab:selected { border-bottom: 2px solid @primary; color: @text; padding: 10px 14px 8px 14px; }
QTabBar::tab:selected:focus { border: 2px solid @primary; border-radius: 6px; padding: 8px 12px; }
QTextBrowser { background: #FFFFFF; color: #1B2430; border: 1px solid @line; border-radius: 6px; }
QTextBrowser:focus { border: 2px solid @primary; }
QPushButton[role="undo"] { border-color: transparent; background: transparent; color: @background; font-weight: 600; text-decoration: underline; }
QPushButton[role="undo"]:hover, QPushButton[role="undo"]:focus { border: 2px solid @background; padding: 7px 15px; }
QPushButton[role="find"] { text-align: left; color: @muted; }
QLineEdit, QPlainTextEdit, QComboBox, QDateTimeEdit, QSpinBox { min-height: 26px; padding: 8px 12px; border: 1px solid @line; border-radius: 6px; background: @surface; selection-background-color: @primary; selection-color: @onPrimary; }
QLineEdit:focus, QPlainTextEdit:focus, QComboBox:focus, QDateTimeEdit:focus, QSpinBox:focus { border: 2px solid @primary; padding: 7px 11px; }
QLineEdit[faulty="true"] { border: 2px solid @bad; padding: 7px 11px; }
QLineEdit[role="money"] { font-size: 20px; }
QListView { border: none; background: transparent; outline: none; color: @text; }
QComboBox::drop-down, QDateTimeEdit::drop-down { border: none; width: 28px; }
QComboBox::down-arrow, QDateTimeEdit::down-arrow { image: url(:/icons/chevron-down-@shade.svg); width: 16px; height: 16px; }
QCheckBox { color: @text; spacing: 8px; min-height: 44px; }
QCheckBox::indicator, QTableView::indicator, QListView::indicator { width: 18px; height: 18px; border: 1px solid @muted; border-radius: 4px; background: @surface; }
QCheckBox::indicator:focus { border: 2px solid @primary; }
QCheckBox::indicator:checked, QTableView::indicator:checked, QListView::indicator:checked { border-color: @primary; background: @primary; image: url(:/icons/check-@shade.svg); }
QComboBox QAbstractItemView { background: @surface; color: @text; border: 1px solid @line; selection-background-color: @tint; selection-color: @text; }
QLabel[role="page"] { background: #FFFFFF; border: 1px solid @line; }
QListWidget { background: @surface; border: 1px solid @line; border-radius: 6px; }
QListWidget:focus { border: 2px solid @primary; }
QListWidget[role="plain"], QListWidget[role="plain"]:focus { border: none; }
QListWidget::item { min-height: 44px; padding: 0 12px; color: @text; border: none; background: transparent; }
QPushButton::menu-indicator { image: none; width: 0; }
QListWidget::item:selected { background: @tint; color: @text; border-radius: 4px; }
QTableWidget { background: @surface; border: 1px solid @line; border-radius: 6px; color: @text; gridline-color: @line; }
QTableWidget:focus { border: 2px solid @primary; }
QTableWidget::item { padding: 0 12px; border-bottom: 1px solid @line; }
QTableWidget::item:selected { background: @tint; color: @text; }
QHeaderView::section { background: @surface; color: @muted; border: none; border-bottom: 1px solid @line; padding: 8px 12px; }
QScrollArea, QScrollArea > QWidget > QWidget { background: transparent; border: none; }
QScrollBar:vertical { width: 12px; background: transparent; }
QScrollBar::handle:vertical { background: @line; border-radius: 4px; min-height: 32px; margin: 2px; }
QScrollBar::add-line, QScrollBar::sub-line { height: 0; width: 0; }
QProgressBar { border: none; background: @line; border-radius: 2px; max-height: 4px; min-height: 4px; }
QProgressBar::chunk { background: @primary; border-radius: 2px; }
QToolTip { background: @text; color: @background; border: none; padding: 4px 8px; }
QDialog { background: @surface; }
)css";

QString sheetOf(const Palette& p)
{
    QString sheet = QString::fromUtf8(kSheet);
    sheet.replace(QLatin1String{"@shade"},
                  p.isDark ? QLatin1String{"dark"} : QLatin1String{"light"});
    // Longer names first: "@background" must not be read as "@bad" and the rest.
    sheet.replace(QLatin1String{"@background"}, p.background.name());
    sheet.replace(QLatin1String{"@badTint"}, p.badTint().name());
    sheet.replace(QLatin1String{"@onPrimary"}, p.onPrimary.name());
    sheet.replace(QLatin1String{"@primary"}, p.primary.name());
    sheet.replace(QLatin1String{"@surface"}, p.surface.name());
    sheet.replace(QLatin1String{"@muted"}, p.muted.name());
    sheet.replace(QLatin1String{"@text"}, p.text.name());
    sheet.replace(QLatin1String{"@tint"}, p.tint().name());
    sheet.replace(QLatin1String{"@line"}, p.line.name());
    sheet.replace(QLatin1String{"@good"}, p.good.name());
    sheet.replace(QLatin1String{"@bad"}, p.bad.name());
    return sheet;
}

} // namespace

void applyTheme(QApplication& application, const Palette& palette)
{
    inForce() = palette;
    loadFonts();
    QApplication::setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
    QFont font{QStringLiteral("Inter")};
    font.setPixelSize(13);
    QApplication::setFont(font);
    QPalette colours;
    colours.setColor(QPalette::Window, palette.background);
    colours.setColor(QPalette::Base, palette.surface);
    colours.setColor(QPalette::AlternateBase, palette.background);
    colours.setColor(QPalette::WindowText, palette.text);
    colours.setColor(QPalette::Text, palette.text);
    colours.setColor(QPalette::Button, palette.surface);
    colours.setColor(QPalette::ButtonText, palette.text);
    colours.setColor(QPalette::PlaceholderText, palette.muted);
    colours.setColor(QPalette::Highlight, palette.primary);
    colours.setColor(QPalette::HighlightedText, palette.onPrimary);
    QApplication::setPalette(colours);
    application.setStyleSheet(sheetOf(palette));
}

const Palette& currentPalette()
{
    return inForce();
}

} // namespace foyer::ui
