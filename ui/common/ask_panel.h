// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QFrame>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace foyer::ui {

class FlowLayout;

/// Says what an act will do, and does it on one more press: a sentence, what has to be known, the
/// act as a verb, and the way back. Enter does it from any field; on a button it is that button.
/// Stands in the page, not over it, and is hidden while nothing is asked.
class AskPanel : public QFrame {
    Q_OBJECT

public:
    /// Does what is asked, unless something that is needed is missing.
    virtual void confirm() = 0;
    /// Leaves everything as it is.
    void close();
    bool isOpen() const { return !isHidden(); }

Q_SIGNALS:
    void opened();
    void closed();

protected:
    explicit AskPanel(QWidget* parent);

    void keyPressEvent(QKeyEvent* event) override;
    /// Where the fields go, between the sentence and the verbs.
    QVBoxLayout& fields() { return *m_fields; }
    /// A further verb, before the way back.
    QPushButton* addVerb();
    QPushButton& verb() { return *m_do; }
    static void setWords(QPushButton& button, const QString& words);
    /// Shows it with a sentence; `first` gets the focus.
    void open(const QString& sentence, QWidget& first);
    /// Drops the question, after it was answered or left.
    virtual void forget() = 0;

private:
    QLabel* m_sentence;
    QVBoxLayout* m_fields;
    FlowLayout* m_verbs;
    QPushButton* m_do;
    QPushButton* m_keep;
};

} // namespace foyer::ui
