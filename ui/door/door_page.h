// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/common/field.h"
#include "ui/door/door_port.h"
#include "ui/door/door_sound.h"

#include <QWidget>

class QComboBox;
class QFrame;
class QLabel;
class QLineEdit;
class QListWidget;
class QPushButton;
class QStackedWidget;
class QTimer;

namespace foyer::ui {

class DoorSign;
class ElidedLabel;

/// A gate: choose where and for what, then scan. Whatever is scanned or typed is answered by the
/// whole screen; who has no ticket is searched for.
class DoorPage final : public QWidget {
    Q_OBJECT

public:
    explicit DoorPage(DoorPort& port, QWidget* parent = nullptr);

    /// Somebody else signed in: the post is chosen anew.
    void startOver();
    /// The keys of this screen, for F1.
    static QString keys();
    Q_INVOKABLE void takeScan(const QString& code);

Q_SIGNALS:
    /// Without the frame of the program, or with it again.
    void fullScreenAsked(bool full);
    /// Everything around the sign in the dark, too, or as it was.
    void darkAsked(bool dark);

protected:
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    enum Stage { Post, Gate };
    QWidget* buildPost();
    QWidget* buildGate();
    QWidget* buildBar();
    QWidget* buildSearch();
    QWidget* buildReason();
    void loadSetup();
    void begin();
    void end();
    void submit();
    void showAnswer(const Result<DoorAnswer>& answer);
    void refreshNumbers();
    void setOut(bool out);
    void setDim(bool dim);
    void setFull(bool full);
    void setSound(bool on);
    void openSearch();
    void closeSearch();
    void search();
    void passChosen();
    /// Asks for a reason and then does `act` with it.
    void askReason(const QString& question, std::function<void(const std::string&)> act);
    void confirmReason();
    void closeReason();
    void letInAnyway();
    void undoLast();

    DoorPort& m_port;
    DoorSound m_sound;
    DoorPost m_post;
    DoorSetup m_setup;
    std::optional<DoorAnswer> m_last;
    std::function<void(const std::string&)> m_reasonAct;
    bool m_isOut = false;
    bool m_isFull = false;
    QStackedWidget* m_stages;
    QLabel* m_fault;
    QComboBox* m_gate = nullptr;
    QComboBox* m_performance = nullptr;
    FieldFault m_gateFault;
    ElidedLabel* m_where = nullptr;
    ElidedLabel* m_what = nullptr;
    QLabel* m_numbers = nullptr;
    QPushButton* m_out = nullptr;
    QPushButton* m_dim = nullptr;
    QPushButton* m_full = nullptr;
    QPushButton* m_soundButton = nullptr;
    DoorSign* m_sign = nullptr;
    QLineEdit* m_code = nullptr;
    QFrame* m_searchPanel = nullptr;
    QLineEdit* m_words = nullptr;
    QListWidget* m_guests = nullptr;
    QLabel* m_searchHint = nullptr;
    QFrame* m_reasonPanel = nullptr;
    QLabel* m_question = nullptr;
    QLineEdit* m_reason = nullptr;
    QTimer* m_tick;
    QTimer* m_leave;
};

} // namespace foyer::ui
