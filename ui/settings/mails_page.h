// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/common/field.h"
#include "ui/settings/mails_port.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QListWidget;
class QPlainTextEdit;
class QPushButton;
class QTabWidget;
class QTextBrowser;
class QTimer;
class QVBoxLayout;

namespace foyer::ui {

class Toast;

/// Which mails customers get, what they say, and how they look.
class MailsPage final : public QWidget {
    Q_OBJECT

public:
    explicit MailsPage(MailsPort& port, QWidget* parent = nullptr);

protected:
    void showEvent(QShowEvent* event) override;

private:
    QWidget* buildSettings();
    QWidget* buildMail();
    QWidget* buildWords();
    void refresh();
    void showMails(const MailsShown& shown);
    void showSettings();
    void saveSettings();
    MailKind chosenKind() const;
    MailTemplate chosen() const;
    MailTemplate typed() const;
    void choose();
    void look();
    void showLook(const MailLook& look, bool fillsFields);
    void save(const MailTemplate& mail, const QString& words);
    void showFault(const Error& error);

    MailsPort& m_port;
    MailsShown m_shown;
    bool m_isFilling = false; ///< what changes now is not typed
    QListWidget* m_kinds = nullptr;
    QComboBox* m_language = nullptr;
    QCheckBox* m_sends = nullptr;
    QLineEdit* m_sender = nullptr;
    QLineEdit* m_replyTo = nullptr;
    FieldFault m_senderFault;
    FieldFault m_replyFault;
    QTabWidget* m_tabs = nullptr;
    QTextBrowser* m_page = nullptr;
    QPlainTextEdit* m_plain = nullptr;
    QLabel* m_subjectRead = nullptr;
    QLineEdit* m_subject = nullptr;
    QPlainTextEdit* m_text = nullptr;
    QPlainTextEdit* m_html = nullptr;
    QLabel* m_fault = nullptr;
    QPushButton* m_save = nullptr;
    QPushButton* m_reset = nullptr;
    QTimer* m_pause = nullptr; ///< in typing, before the preview follows
    Toast* m_toast = nullptr;
};

} // namespace foyer::ui
