// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/notices/notice_settings_page.h"

#include "ui/common/error_text.h"
#include "ui/common/formatting.h"
#include "ui/common/parts.h"
#include "ui/common/theme.h"
#include "ui/notices/notice_text.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QLocale>
#include <QPointer>
#include <QSpinBox>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

namespace foyer::ui {
namespace {

constexpr int kHouseWidth = 360;

/// A language that Foyer writes to staff in, by its own name.
struct Language {
    const char* code;
    const char* name;
};
constexpr std::array kLanguages{Language{"en", "English"}, Language{"de", "Deutsch"}};

QSpinBox* makeNumber(int least, int most, const QString& unit, QWidget* parent)
{
    auto* number = new QSpinBox{parent};
    number->setRange(least, most);
    number->setSuffix(unit);
    number->setButtonSymbols(QAbstractSpinBox::NoButtons);
    return number;
}

QCheckBox* makeChoice(const QString& name, QWidget* parent)
{
    auto* choice = new QCheckBox{parent};
    choice->setAccessibleName(name);
    choice->setMinimumSize(kTarget, kTarget);
    return choice;
}

} // namespace

NoticeSettingsPage::NoticeSettingsPage(NoticesPort& port, QWidget* parent)
    : QWidget{parent}, m_port{port}
{
    auto* content = new QWidget{this};
    auto* row = new QHBoxLayout{content};
    row->setContentsMargins(kAround, kAround, kAround, kAround);
    row->setSpacing(kBetween);
    row->addWidget(buildOwn(), 1, Qt::AlignTop);
    row->addWidget(buildHouse(), 0, Qt::AlignTop);
    auto* whole = new QVBoxLayout{this};
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(makeScroll(content, this));
    m_toast = new Toast{this};
    setFocusProxy(m_rows.front().app);
}

QWidget* NoticeSettingsPage::buildOwn()
{
    auto* panel = makePanel(this);
    auto* column = new QVBoxLayout{panel};
    column->setContentsMargins(kAround, kAround, kAround, kAround);
    column->setSpacing(kBetween);
    column->addWidget(makeLabel(tr("What you are told of"), "section", panel));
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(kBetween);
    grid->setVerticalSpacing(kInside);
    grid->setColumnStretch(0, 1);
    grid->addWidget(makeLabel(tr("In the window"), "muted", panel), 0, 1, Qt::AlignHCenter);
    grid->addWidget(makeLabel(tr("By mail"), "muted", panel), 0, 2, Qt::AlignHCenter);
    for (const NoticeKind kind : allNoticeKinds()) {
        addKind(*grid, kind, panel);
    }
    column->addLayout(grid);
    column->addWidget(makeRule(panel));
    auto* fields = new QHBoxLayout;
    fields->setSpacing(kBetween);
    const auto addForm = [fields](int stretch) {
        auto* form = new QFormLayout;
        form->setRowWrapPolicy(QFormLayout::WrapAllRows);
        form->setVerticalSpacing(kInside);
        fields->addLayout(form, stretch);
        return form;
    };
    m_address = new QLineEdit{panel};
    m_address->setPlaceholderText(QStringLiteral("name@example.org"));
    m_addressFault = addField(*addForm(2), tr("Mails go to"), m_address, panel);
    m_language = new QComboBox{panel};
    for (const Language& language : kLanguages) {
        m_language->addItem(QLatin1String{language.name}, QLatin1String{language.code});
    }
    addField(*addForm(1), tr("Language of the mails"), m_language, panel);
    column->addLayout(fields);
    auto* note = makeLabel(tr("The house's server sends the mails: one for all that happened since "
                              "the last look, which is each minute. Your address is known to "
                              "every counter of the house."),
                           "muted", panel);
    note->setWordWrap(true);
    column->addWidget(note);
    m_fault = makeLabel({}, "fault", panel);
    m_fault->setWordWrap(true);
    m_fault->hide();
    column->addWidget(m_fault);
    auto* save = makeButton(tr("Save"), "primary", panel);
    connect(save, &QPushButton::clicked, this, &NoticeSettingsPage::saveOwn);
    connect(m_address, &QLineEdit::returnPressed, this, &NoticeSettingsPage::saveOwn);
    column->addWidget(save, 0, Qt::AlignRight);
    return panel;
}

void NoticeSettingsPage::addKind(QGridLayout& grid, NoticeKind kind, QWidget* panel)
{
    auto* words = new QWidget{panel};
    auto* lines = new QVBoxLayout{words};
    lines->setContentsMargins(0, 0, 0, 0);
    lines->setSpacing(0);
    lines->addWidget(makeLabel(noticeKindText(kind), "", words));
    auto* meaning = makeLabel(noticeKindMeaning(kind), "muted", words);
    meaning->setWordWrap(true);
    lines->addWidget(meaning);
    const QString name = noticeKindText(kind);
    const Row made{kind, words, makeChoice(tr("%1, in the window").arg(name), panel),
                   makeChoice(tr("%1, by mail").arg(name), panel)};
    const int row = grid.rowCount();
    grid.addWidget(words, row, 0);
    grid.addWidget(made.app, row, 1, Qt::AlignHCenter);
    grid.addWidget(made.mail, row, 2, Qt::AlignHCenter);
    m_rows.push_back(made);
}

QWidget* NoticeSettingsPage::buildHouse()
{
    m_house = makePanel(this);
    m_house->setFixedWidth(kHouseWidth);
    auto* column = new QVBoxLayout{m_house};
    column->setContentsMargins(kAround, kAround, kAround, kAround);
    column->setSpacing(kBetween);
    column->addWidget(makeLabel(tr("For the whole house"), "section", m_house));
    auto* form = new QFormLayout;
    form->setRowWrapPolicy(QFormLayout::WrapAllRows);
    form->setVerticalSpacing(kInside);
    m_places = makeNumber(0, static_cast<int>(kLowPlacesMax), {}, m_house);
    m_percent = makeNumber(0, static_cast<int>(kLowPercentMax), tr(" %", "per cent"), m_house);
    m_minutes = makeNumber(static_cast<int>(kSilentMinutesMin), static_cast<int>(kSilentMinutesMax),
                           tr(" min", "minutes"), m_house);
    for (QSpinBox* number : {m_places, m_percent}) {
        number->setSpecialValueText(tr("Never"));
    }
    addField(*form, tr("Nearly sold out at so many places"), m_places, m_house);
    addField(*form, tr("… or at such a part of all"), m_percent, m_house);
    addField(*form, tr("A counter is silent after"), m_minutes, m_house);
    column->addLayout(form);
    auto* note = makeLabel(tr("Few places count once half of them are gone. A counter counts while "
                              "a shift is open there, or while people come and it lets them in: "
                              "one that is shut for the night tells nobody anything."),
                           "muted", m_house);
    note->setWordWrap(true);
    column->addWidget(note);
    auto* save = makeButton(tr("Save for the house"), "", m_house);
    connect(save, &QPushButton::clicked, this, &NoticeSettingsPage::saveHouse);
    column->addWidget(save, 0, Qt::AlignRight);
    return m_house;
}

void NoticeSettingsPage::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    refresh();
}

void NoticeSettingsPage::startOver()
{
    m_addressFault.clear();
    m_fault->hide();
    showSettings({}); // nobody's, until theirs are here
    refresh();
}

void NoticeSettingsPage::refresh()
{
    m_port.settings([self = QPointer{this}](const Result<NoticeSettingsShown>& shown) {
        if (!self) {
            return;
        }
        if (shown) {
            self->showSettings(*shown);
        } else {
            self->sayFault(shown.error());
        }
    });
}

void NoticeSettingsPage::showSettings(const NoticeSettingsShown& shown)
{
    m_shown = shown;
    m_fault->hide();
    bool isFirst = true;
    for (const Row& row : m_rows) {
        const bool isTold = std::ranges::find(shown.kinds, row.kind) != shown.kinds.end();
        for (QWidget* widget :
             {row.words, static_cast<QWidget*>(row.app), static_cast<QWidget*>(row.mail)}) {
            widget->setVisible(isTold);
        }
        row.app->setChecked(has(shown.choice.app, row.kind));
        row.mail->setChecked(has(shown.choice.mail, row.kind));
        if (isTold && isFirst) {
            setFocusProxy(row.app);
            isFirst = false;
        }
    }
    m_address->setText(text(shown.choice.address));
    const QString language = text(shown.choice.language);
    m_language->setCurrentIndex(
        std::max(0,
                 m_language->findData(language.isEmpty() ? QLocale{}.name().left(2) : language)));
    m_house->setVisible(shown.maySetStock || shown.maySetSilence);
    m_places->setValue(static_cast<int>(shown.limits.lowPlaces));
    m_percent->setValue(static_cast<int>(shown.limits.lowPercent));
    m_minutes->setValue(static_cast<int>(shown.limits.silentMinutes));
    m_places->setEnabled(shown.maySetStock);
    m_percent->setEnabled(shown.maySetStock);
    m_minutes->setEnabled(shown.maySetSilence);
}

void NoticeSettingsPage::saveOwn()
{
    NoticeChoice choice = m_shown.choice;
    for (const Row& row : m_rows) {
        if (std::ranges::find(m_shown.kinds, row.kind) != m_shown.kinds.end()) {
            put(choice.app, row.kind, row.app->isChecked());
            put(choice.mail, row.kind, row.mail->isChecked());
        }
    }
    choice.address = m_address->text().trimmed().toStdString();
    choice.language = m_language->currentData().toString().toStdString();
    m_addressFault.clear();
    m_fault->hide();
    m_port.choose(choice, [self = QPointer{this}](const Result<NoticeChoice>& saved) {
        if (!self) {
            return;
        }
        if (!saved) {
            self->sayFault(saved.error());
            return;
        }
        self->m_shown.choice = *saved;
        self->showSettings(self->m_shown);
        self->m_toast->say(tr("Saved."));
        Q_EMIT self->chosen();
    });
}

void NoticeSettingsPage::saveHouse()
{
    const NoticeLimits limits{m_places->value(), m_percent->value(), m_minutes->value()};
    m_fault->hide();
    m_port.setLimits(limits, [self = QPointer{this}, limits](const Result<bool>& saved) {
        if (!self) {
            return;
        }
        if (!saved) {
            self->sayFault(saved.error());
            return;
        }
        self->m_shown.limits = limits;
        self->m_toast->say(tr("Saved for the whole house."));
        Q_EMIT self->chosen();
    });
}

void NoticeSettingsPage::sayFault(const Error& error)
{
    if (error.code == "address_missing" || error.code == "bad_email") {
        m_addressFault.say(errorText(error));
        return;
    }
    m_fault->setText(errorText(error));
    m_fault->show();
}

} // namespace foyer::ui
