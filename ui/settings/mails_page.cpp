// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/settings/mails_page.h"

#include "ui/common/error_text.h"
#include "ui/common/formatting.h"
#include "ui/common/parts.h"
#include "ui/common/theme.h"
#include "ui/settings/mails_words.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPointer>
#include <QSignalBlocker>
#include <QTabBar>
#include <QTabWidget>
#include <QTextBrowser>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>

namespace foyer::ui {
namespace {

constexpr int kSideWidth = 320;
constexpr int kPauseMs = 400;

/// Nothing where it says what Foyer's own does.
std::optional<std::string> own(const QString& typed, const std::string& form,
                               const std::optional<std::string>& before)
{
    const std::string now = typed.toStdString();
    return now == form ? before : std::optional{now};
}

} // namespace

MailsPage::MailsPage(MailsPort& port, QWidget* parent)
    : QWidget{parent}, m_port{port}, m_pause{new QTimer{this}}
{
    auto* row = new QHBoxLayout{this};
    row->setContentsMargins(kAround, kAround, kAround, kAround);
    row->setSpacing(kBetween);
    row->addWidget(buildSettings());
    row->addWidget(buildMail(), 1);
    m_toast = new Toast{this};
    m_pause->setSingleShot(true);
    m_pause->setInterval(kPauseMs);
    connect(m_pause, &QTimer::timeout, this, &MailsPage::look);
    setFocusProxy(m_kinds);
}

QWidget* MailsPage::buildSettings()
{
    auto* panel = makePanel(this);
    panel->setFixedWidth(kSideWidth);
    auto* column = new QVBoxLayout{panel};
    column->setContentsMargins(kBetween, kBetween, kBetween, kBetween);
    column->setSpacing(kInside);
    m_kinds = new QListWidget{panel};
    m_kinds->setAccessibleName(tr("Mails to customers"));
    for (const MailKind kind : allMailKinds()) {
        auto* item = new QListWidgetItem{mailKindText(kind), m_kinds};
        item->setSizeHint({0, kTarget});
    }
    m_kinds->setCurrentRow(0);
    column->addWidget(m_kinds, 1);
    m_sends = new QCheckBox{tr("Send it by itself"), panel};
    m_sends->setMinimumHeight(kTarget);
    column->addWidget(m_sends);
    column->addWidget(makeRule(panel));
    auto* form = new QFormLayout;
    form->setRowWrapPolicy(QFormLayout::WrapAllRows);
    m_sender = new QLineEdit{panel};
    m_replyTo = new QLineEdit{panel};
    m_senderFault = addField(*form, tr("Sender's name"), m_sender, panel);
    m_replyFault = addField(*form, tr("Answers go to"), m_replyTo, panel);
    m_sender->setPlaceholderText(tr("the organizer's name"));
    m_replyTo->setPlaceholderText(QStringLiteral("name@example.org"));
    column->addLayout(form);
    connect(m_kinds, &QListWidget::currentRowChanged, this, &MailsPage::choose);
    connect(m_sends, &QCheckBox::toggled, this, &MailsPage::saveSettings);
    for (QLineEdit* field : {m_sender, m_replyTo}) {
        connect(field, &QLineEdit::editingFinished, this, &MailsPage::saveSettings);
    }
    return panel;
}

QWidget* MailsPage::buildMail()
{
    auto* panel = makePanel(this);
    auto* column = new QVBoxLayout{panel};
    column->setContentsMargins(kBetween, kBetween, kBetween, kBetween);
    column->setSpacing(kInside);
    auto* head = new QHBoxLayout;
    m_subjectRead = makeLabel({}, "section", panel);
    m_subjectRead->setTextFormat(Qt::PlainText);
    m_subjectRead->setWordWrap(true);
    m_language = new QComboBox{panel};
    m_language->setAccessibleName(tr("Language of the mail"));
    m_language->setMinimumHeight(kTarget);
    head->addWidget(m_subjectRead, 1);
    head->addWidget(m_language);
    column->addLayout(head);
    m_fault = makeLabel({}, "fault", panel);
    m_fault->setTextFormat(Qt::PlainText);
    m_fault->setWordWrap(true);
    m_fault->hide();
    column->addWidget(m_fault);
    m_tabs = new QTabWidget{panel};
    m_tabs->setDocumentMode(true); // no frame around what has its own
    m_tabs->tabBar()->setDrawBase(false);
    m_page = new QTextBrowser{m_tabs};
    m_page->setAccessibleName(tr("How the mail looks"));
    m_page->setOpenLinks(false); // nothing that somebody wrote is fetched or opened
    m_plain = new QPlainTextEdit{m_tabs};
    m_plain->setAccessibleName(tr("The mail as plain text"));
    m_plain->setReadOnly(true);
    m_tabs->addTab(m_page, tr("Page"));
    m_tabs->addTab(m_plain, tr("Plain text"));
    m_tabs->addTab(buildWords(), tr("Change"));
    column->addWidget(m_tabs, 1);
    auto* buttons = new QHBoxLayout;
    m_reset = makeButton(tr("As Foyer writes it"), "", panel);
    m_save = makeButton(tr("Save"), "primary", panel);
    buttons->addWidget(m_reset);
    buttons->addStretch();
    buttons->addWidget(m_save);
    column->addLayout(buttons);
    connect(m_language, &QComboBox::currentIndexChanged, this, &MailsPage::choose);
    connect(m_save, &QPushButton::clicked, this, [this] { save(typed(), tr("Saved.")); });
    connect(m_reset, &QPushButton::clicked, this, [this] {
        const MailTemplate mail = chosen();
        save({mail.kind, mail.language, {}, {}, {}}, tr("The mail is Foyer's own again."));
    });
    return panel;
}

QWidget* MailsPage::buildWords()
{
    auto* words = new QWidget{this};
    auto* column = new QVBoxLayout{words};
    column->setSpacing(kInside);
    const auto named = [&](const QString& name, QWidget* field) {
        auto* label = makeLabel(name, "", words);
        label->setBuddy(field);
        field->setAccessibleName(name);
        column->addWidget(label);
    };
    m_subject = new QLineEdit{words};
    m_subject->setMinimumHeight(kTarget);
    named(tr("Subject"), m_subject);
    column->addWidget(m_subject);
    m_text = new QPlainTextEdit{words};
    named(tr("Plain text"), m_text);
    column->addWidget(m_text, 1);
    m_html = new QPlainTextEdit{words};
    m_html->setPlaceholderText(tr("Empty: the page is made of the plain text"));
    named(tr("Page, in HTML"), m_html);
    column->addWidget(m_html, 1);
    for (QPlainTextEdit* field : {m_text, m_html}) {
        field->setTabChangesFocus(true);
    }
    const auto wait = [this] {
        if (!m_isFilling) {
            m_pause->start();
        }
    };
    connect(m_subject, &QLineEdit::textChanged, this, wait);
    connect(m_text, &QPlainTextEdit::textChanged, this, wait);
    connect(m_html, &QPlainTextEdit::textChanged, this, wait);
    return words;
}

void MailsPage::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    refresh();
}

void MailsPage::refresh()
{
    m_port.mails([self = QPointer{this}](const Result<MailsShown>& shown) {
        if (!self) {
            return;
        }
        if (shown) {
            self->showMails(*shown);
        } else {
            self->showFault(shown.error());
        }
    });
}

void MailsPage::showMails(const MailsShown& shown)
{
    m_shown = shown;
    std::vector<std::string> languages = shown.languages;
    for (const MailTemplate& mail : shown.own) {
        if (std::ranges::find(languages, mail.language) == languages.end()) {
            languages.push_back(mail.language);
        }
    }
    {
        const QSignalBlocker quiet{m_language};
        const QString before = m_language->currentData().toString();
        m_language->clear();
        for (const std::string& language : languages) {
            m_language->addItem(mailLanguageText(language), text(language));
        }
        m_language->setCurrentIndex(std::max(0, m_language->findData(before)));
    }
    choose();
}

void MailsPage::showSettings()
{
    const QSignalBlocker quiet{m_sends};
    m_sends->setVisible(isSentByItself(chosenKind()));
    m_sends->setChecked(m_shown.settings.isSent(chosenKind()));
    m_sender->setText(text(m_shown.settings.senderName));
    m_replyTo->setText(text(m_shown.settings.replyTo));
}

void MailsPage::saveSettings()
{
    MailSettings settings = m_shown.settings;
    if (isSentByItself(chosenKind()) && settings.isSent(chosenKind()) != m_sends->isChecked()) {
        settings.sends[chosenKind()] = m_sends->isChecked();
    }
    settings.senderName = m_sender->text().trimmed().toStdString();
    settings.replyTo = m_replyTo->text().trimmed().toStdString();
    if (settings == m_shown.settings) {
        return;
    }
    m_port.saveSettings(settings, [self = QPointer{this}, settings](const Result<bool>& saved) {
        if (!self) {
            return;
        }
        self->m_senderFault.clear();
        self->m_replyFault.clear();
        if (saved) {
            self->m_shown.settings = settings;
        } else if (saved.error().code == "bad_email") {
            self->m_replyFault.say(errorText(saved.error()));
        } else if (saved.error().code == "bad_name") {
            self->m_senderFault.say(errorText(saved.error()));
        } else {
            self->showFault(saved.error());
        }
    });
}

MailKind MailsPage::chosenKind() const
{
    const auto row = static_cast<std::size_t>(std::max(0, m_kinds->currentRow()));
    return allMailKinds()[row];
}

MailTemplate MailsPage::chosen() const
{
    const std::string language = m_language->currentData().toString().toStdString();
    const auto known = std::ranges::find_if(m_shown.own, [&](const MailTemplate& mail) {
        return mail.kind == chosenKind() && mail.language == language;
    });
    return known != m_shown.own.end() ? *known : MailTemplate{chosenKind(), language, {}, {}, {}};
}

MailTemplate MailsPage::typed() const
{
    MailTemplate mail = chosen();
    const QVariant subject = m_subject->property("form");
    mail.subject = own(m_subject->text(), subject.toString().toStdString(), mail.subject);
    mail.text =
        own(m_text->toPlainText(), m_text->property("form").toString().toStdString(), mail.text);
    mail.html =
        own(m_html->toPlainText(), m_html->property("form").toString().toStdString(), mail.html);
    if (mail.html && mail.html->empty()) {
        mail.html.reset();
    }
    return mail;
}

/// Another mail, or another language: what was typed and not saved is gone.
void MailsPage::choose()
{
    if (m_language->count() == 0) {
        return;
    }
    m_pause->stop();
    showSettings();
    m_reset->setEnabled(!chosen().isEmpty());
    m_port.look(chosen(), [self = QPointer{this}](const Result<MailLook>& look) {
        if (self && look) {
            self->showLook(*look, true);
        } else if (self) {
            self->showFault(look.error());
        }
    });
}

void MailsPage::look()
{
    m_port.look(typed(), [self = QPointer{this}](const Result<MailLook>& look) {
        if (self && look) {
            self->showLook(*look, false);
        } else if (self) {
            self->showFault(look.error());
        }
    });
}

void MailsPage::showLook(const MailLook& look, bool fillsFields)
{
    m_fault->hide();
    m_save->setEnabled(true);
    m_subjectRead->setText(text(look.read.subject));
    m_page->setHtml(text(look.read.html));
    m_plain->setPlainText(text(look.read.text));
    if (!fillsFields) {
        return;
    }
    m_isFilling = true;
    m_subject->setText(text(look.forms.subject));
    m_text->setPlainText(text(look.forms.text));
    m_html->setPlainText(text(look.forms.html));
    m_subject->setProperty("form", m_subject->text());
    m_text->setProperty("form", m_text->toPlainText());
    m_html->setProperty("form", m_html->toPlainText());
    m_isFilling = false;
}

void MailsPage::save(const MailTemplate& mail, const QString& words)
{
    m_port.save(mail, [self = QPointer{this}, words](const Result<bool>& saved) {
        if (!self) {
            return;
        }
        if (!saved) {
            self->showFault(saved.error());
            return;
        }
        self->m_toast->say(words, {});
        self->refresh();
    });
}

void MailsPage::showFault(const Error& error)
{
    const bool isOfTemplate = error.code == "bad_template" || error.code == "unknown_name";
    m_fault->setText(isOfTemplate ? mailTemplateFault(error) : errorText(error));
    m_fault->show();
    m_save->setEnabled(!isOfTemplate);
}

} // namespace foyer::ui
