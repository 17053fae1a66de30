// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/settings/branding_page.h"

#include "ui/common/error_text.h"
#include "ui/common/formatting.h"
#include "ui/common/parts.h"
#include "ui/common/picture_well.h"
#include "ui/common/scaled_picture.h"
#include "ui/common/theme.h"

#include <QColorDialog>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPointer>
#include <QPushButton>
#include <QTabBar>
#include <QTabWidget>
#include <QTextBrowser>
#include <QTimer>
#include <QVBoxLayout>

#include <cmath>
#include <tuple>

namespace foyer::ui {
namespace {

constexpr int kFormWidth = 400;
constexpr int kPauseMs = 400;

QColor qColour(HouseColour colour)
{
    return {colour.red, colour.green, colour.blue};
}

/// "5.9", rounded down as the rule does, so that what is too little never looks like enough.
QString ratioText(double ratio)
{
    return QLocale{}.toString(std::floor(ratio * 10) / 10, 'f', 1);
}

QString shown(const std::optional<HouseColour>& colour)
{
    return colour ? text(colourText(*colour)) : QString{};
}

} // namespace

BrandingPage::BrandingPage(BrandingPort& port, QWidget* parent)
    : QWidget{parent}, m_port{port}, m_pause{new QTimer{this}}
{
    auto* row = new QHBoxLayout{this};
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    auto* scroll = makeScroll(buildForm(), this);
    scroll->setFixedWidth(kFormWidth + 2 * kAround);
    row->addWidget(scroll);
    row->addWidget(buildLook(), 1);
    m_toast = new Toast{this};
    m_pause->setSingleShot(true);
    m_pause->setInterval(kPauseMs);
    connect(m_pause, &QTimer::timeout, this, &BrandingPage::look);
    setFocusProxy(m_logo);
}

QWidget* BrandingPage::buildForm()
{
    auto* whole = new QWidget{this};
    auto* around = new QVBoxLayout{whole};
    around->setContentsMargins(kAround, kAround, kAround, kAround);
    auto* panel = makePanel(whole);
    around->addWidget(panel);
    around->addStretch();
    auto* column = new QVBoxLayout{panel};
    column->setContentsMargins(kBetween, kBetween, kBetween, kBetween);
    column->setSpacing(kInside);
    auto* form = new QFormLayout;
    form->setRowWrapPolicy(QFormLayout::WrapAllRows);
    m_logo = new PictureWell{tr("Logo"), tr("Drop a picture here, or press to choose one"), panel};
    m_logoFault = addField(*form, tr("Logo"), m_logo, panel);
    m_logoText = new QLineEdit{panel};
    m_logoText->setPlaceholderText(tr("for those who do not see it"));
    m_logoTextFault = addField(*form, tr("What the logo shows"), m_logoText, panel);
    m_remove = makeButton(tr("Remove the logo"), "quiet", panel);
    form->addRow(m_remove);
    m_mainFault = addColour(*form, tr("Main colour"), tr("Foyer's blue"), m_main, panel);
    m_textFault = addColour(*form, tr("Text on it"), tr("black or white"), m_text, panel);
    column->addLayout(form);
    m_contrast = makeLabel({}, "muted", panel);
    m_contrast->setWordWrap(true);
    column->addWidget(m_contrast);
    connect(m_logo, &PictureWell::fileChosen, this, &BrandingPage::takeLogo);
    connect(m_logoText, &QLineEdit::editingFinished, this, [this] {
        const std::string words = m_logoText->text().trimmed().toStdString();
        if (!m_shown.hasLogo || words == m_shown.logoText) {
            return;
        }
        m_port.saveLogoText(words, [self = QPointer{this}, words](const Result<bool>& saved) {
            if (!self) {
                return;
            }
            self->m_logoTextFault.clear();
            if (saved) {
                self->m_shown.logoText = words;
                Q_EMIT self->changed();
            } else {
                self->m_logoTextFault.tell(errorText(saved.error()));
            }
        });
    });
    connect(m_remove, &QPushButton::clicked, this, [this] {
        m_port.removeLogo([self = QPointer{this}](const Result<bool>& removed) {
            if (self) {
                self->done(removed, tr("The logo was removed."));
            }
        });
    });
    return whole;
}

FieldFault BrandingPage::addColour(QFormLayout& form, const QString& name, const QString& none,
                                   QLineEdit*& field, QWidget* parent)
{
    auto* both = new QWidget{parent};
    auto* row = new QHBoxLayout{both};
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(kInside);
    field = new QLineEdit{both};
    field->setPlaceholderText(none);
    field->setMinimumHeight(kTarget);
    field->setAccessibleName(name);
    auto* pick = makeButton(tr("Choose …"), "", both);
    pick->setAccessibleName(tr("Choose: %1").arg(name));
    row->addWidget(field, 1);
    row->addWidget(pick);
    FieldFault fault = addField(form, name, both, parent);
    both->setFocusProxy(field);
    fault.field = field;
    connect(field, &QLineEdit::textChanged, this, &BrandingPage::follow);
    connect(field, &QLineEdit::editingFinished, this, &BrandingPage::saveColours);
    connect(pick, &QPushButton::clicked, this, [this, field] { pickColour(field); });
    return fault;
}

void BrandingPage::pickColour(QLineEdit* field)
{
    auto* dialog = new QColorDialog{this};
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(field->accessibleName());
    const auto now = colourFrom(field->text().trimmed().toStdString());
    dialog->setCurrentColor(qColour(now.value_or(mainColour({}))));
    connect(dialog, &QColorDialog::colorSelected, this, [this, field](const QColor& colour) {
        field->setText(colour.name());
        saveColours();
    });
    dialog->open();
}

QWidget* BrandingPage::buildLook()
{
    auto* whole = new QWidget{this};
    auto* column = new QVBoxLayout{whole};
    column->setContentsMargins(0, kAround, kAround, kAround);
    auto* tabs = new QTabWidget{whole};
    tabs->setDocumentMode(true);
    tabs->tabBar()->setDrawBase(false);
    m_ticket = new ScaledPicture{tr("How a ticket looks")};
    m_mail = new QTextBrowser;
    m_mail->setAccessibleName(tr("How a mail looks"));
    m_mail->setOpenLinks(false);
    tabs->addTab(m_ticket, tr("Ticket"));
    tabs->addTab(m_mail, tr("Mail"));
    column->addWidget(tabs);
    return whole;
}

void BrandingPage::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    refresh();
}

void BrandingPage::refresh()
{
    m_port.branding([self = QPointer{this}](const Result<BrandingShown>& shown) {
        if (!self) {
            return;
        }
        if (shown) {
            self->showBranding(*shown);
        } else {
            self->m_logoFault.tell(errorText(shown.error()));
        }
    });
}

void BrandingPage::showBranding(const BrandingShown& shownNow)
{
    const HouseColours before = m_shown.colours;
    m_shown = shownNow;
    QImage logo;
    logo.loadFromData(m_shown.logo.data(), static_cast<int>(m_shown.logo.size()));
    m_logo->setPicture(logo);
    m_remove->setVisible(m_shown.hasLogo);
    m_logoText->setEnabled(m_shown.hasLogo);
    if (!m_logoText->hasFocus()) {
        m_logoText->setText(text(m_shown.logoText));
    }
    // What is being typed, or was refused, stays.
    if (m_main->text().isEmpty() || colourFrom(m_main->text().toStdString()) == before.main) {
        m_main->setText(shown(m_shown.colours.main));
    }
    if (m_text->text().isEmpty() || colourFrom(m_text->text().toStdString()) == before.text) {
        m_text->setText(shown(m_shown.colours.text));
    }
    showContrast();
    look();
}

std::optional<HouseColours> BrandingPage::typed(bool says)
{
    HouseColours colours;
    bool isColour = true;
    for (const auto& [field, fault, colour] : {std::tuple{m_main, &m_mainFault, &colours.main},
                                               std::tuple{m_text, &m_textFault, &colours.text}}) {
        const QString words = field->text().trimmed();
        *colour = colourFrom(words.toStdString());
        if (words.isEmpty() || *colour) {
            fault->clear();
            continue;
        }
        isColour = false;
        if (says) {
            fault->tell(tr("Write a colour as in #1f5fbf, or leave it empty."));
        }
    }
    return isColour ? std::optional{colours} : std::nullopt;
}

void BrandingPage::follow()
{
    showContrast();
    m_pause->start();
}

void BrandingPage::showContrast()
{
    const auto colours = typed(false);
    m_contrast->setVisible(colours.has_value());
    if (!colours) {
        return;
    }
    const HouseColour main = mainColour(*colours);
    const HouseColour ink = colours->text.value_or(textOnMain(*colours));
    const double ratio = contrastOf(ink, main);
    m_contrast->setTextFormat(Qt::RichText);
    m_contrast->setText(
        QStringLiteral("<span style=\"background-color:%1;color:%2\">&nbsp;%3&nbsp;</span> %4")
            .arg(text(colourText(main)), text(colourText(ink)), tr("Text").toHtmlEscaped(),
                 tr("Contrast %1 to 1; %2 is needed.")
                     .arg(ratioText(ratio), ratioText(kReadableContrast))
                     .toHtmlEscaped()));
    m_contrast->setAccessibleName(
        tr("Contrast %1 to 1; %2 is needed.").arg(ratioText(ratio), ratioText(kReadableContrast)));
    if (const auto readable = checkHouseColours(*colours); !readable) {
        m_textFault.tell(errorText(readable.error()));
    }
}

void BrandingPage::saveColours()
{
    const auto colours = typed(true);
    if (!colours || *colours == m_shown.colours) {
        return;
    }
    if (const auto readable = checkHouseColours(*colours); !readable) {
        m_textFault.tell(errorText(readable.error()));
        return;
    }
    m_port.saveColours(*colours, [self = QPointer{this}, colours](const Result<bool>& saved) {
        if (!self) {
            return;
        }
        if (saved) {
            self->m_shown.colours = *colours;
            Q_EMIT self->changed();
        } else {
            self->m_mainFault.tell(errorText(saved.error()));
        }
    });
}

void BrandingPage::takeLogo(const QString& path)
{
    setBusy(true);
    m_logoFault.clear();
    const std::string words = m_logoText->text().trimmed().toStdString();
    m_port.saveLogo(path.toStdString(), words, [self = QPointer{this}](const Result<bool>& saved) {
        if (self) {
            self->setBusy(false);
            self->done(saved, tr("The logo was saved."));
        }
    });
}

void BrandingPage::setBusy(bool isBusy)
{
    m_logo->setEnabled(!isBusy);
    m_remove->setEnabled(!isBusy);
}

void BrandingPage::done(const Result<bool>& result, const QString& words)
{
    if (!result) {
        m_logoFault.tell(errorText(result.error()));
        return;
    }
    m_logoFault.clear();
    m_toast->say(words, {});
    Q_EMIT changed();
    refresh();
}

void BrandingPage::look()
{
    m_pause->stop();
    const auto colours = typed(false);
    if (!colours) {
        return;
    }
    m_port.look(*colours,
                [self = QPointer{this}, number = ++m_looks](const Result<BrandingLook>& look) {
                    if (!self || number != self->m_looks) {
                        return; // another was asked for since
                    }
                    if (!look) {
                        self->m_logoFault.tell(errorText(look.error()));
                        return;
                    }
                    QImage ticket;
                    ticket.loadFromData(reinterpret_cast<const uchar*>(look->ticket.data()),
                                        static_cast<int>(look->ticket.size()));
                    self->m_ticket->setPicture(ticket);
                    self->m_mail->setHtml(text(look->mail));
                });
}

} // namespace foyer::ui
