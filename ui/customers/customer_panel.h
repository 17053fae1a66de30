// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/common/field.h"
#include "ui/customers/customers_port.h"

#include <QWidget>

#include <memory>
#include <optional>
#include <string>
#include <vector>

class QFormLayout;
class QLabel;
class QLineEdit;
class QListWidget;
class QPlainTextEdit;
class QPushButton;
class QVBoxLayout;

namespace foyer::ui {

class CustomerAsk;
class Toast;

/// One person: details that are changed where they stand, what they agreed to, what happened.
class CustomerPanel final : public QWidget {
    Q_OBJECT

public:
    CustomerPanel(CustomersPort& port, QWidget* parent);

    /// Who is shown.
    CustomerId customer() const { return m_shown.file.card.id; }
    /// Who was chosen last: is shown, or will be once the answer is there.
    CustomerId wanted() const { return m_wanted; }
    void open(CustomerId customer);
    /// Empty fields for somebody new, who is taken down with the first detail.
    void beginNew();
    void refresh();
    void clear();
    /// Writes what is known of the person into a file.
    void saveTo(const QString& file);
    void leaveQuestion();

Q_SIGNALS:
    void changed();
    void orderAsked(const QString& code);

protected:
    /// A field that is left is kept.
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    static constexpr int kOrderCodeRole = Qt::UserRole + 1; ///< of lines of the history
    struct Detail {
        const char* slot;
        QLineEdit* edit;
        FieldFault fault;
        std::optional<std::string> CardChange::*change;
    };
    /// What is written, and the field that it was typed in, if any.
    struct Written {
        CardChange change;
        const FieldFault* fault = nullptr;
    };
    /// Somebody who is being taken down: by the first detail, while more of them are typed.
    struct Newcomer {
        int asked = 0;         ///< of this panel, when it was begun
        bool isAdding = false; ///< the first detail is on its way
        CustomerId customer;   ///< once it is answered
        std::vector<Written> waiting;
    };
    struct Consent {
        ConsentPurpose purpose;
        QLabel* state;
        QPushButton* verb;
    };

    QWidget* buildDetails(QWidget* parent);
    QWidget* buildConsents(QWidget* parent);
    QWidget* buildHistory(QWidget* parent);
    void buildVerbs(QVBoxLayout& column, QWidget* parent);
    void addDetail(QFormLayout& form, const char* slot, const QString& name,
                   std::optional<std::string> CardChange::*change, QWidget* parent);
    void show(const PersonShown& shown, bool isAnother);
    void showDetails(bool isAnother);
    void showConsents();
    void showHistory();
    void keepDetail(const Detail& detail);
    void keepTags();
    void change(const Written& written);
    void changeNew(const std::shared_ptr<Newcomer>& newcomer, const Written& written);
    void add(const std::shared_ptr<Newcomer>& newcomer, const Written& written);
    void edit(CustomerId whose, const Written& written);
    /// Of somebody who may not be the one who is shown any more.
    void answer(const Result<PersonCard>& card, const FieldFault* fault, bool isStillHere);
    void refuse(const Error& error, const FieldFault* fault);
    void askConsent(const Consent& consent);
    void askErase();
    void askApart();
    void askFile();
    void addNote();
    void tell(const Error& error);
    std::string knownOf(const Detail& detail) const;

    CustomersPort& m_port;
    PersonShown m_shown;
    CustomerId m_wanted;
    int m_asked = 0; ///< so that the answer of somebody who was left is not shown
    std::shared_ptr<Newcomer> m_newcomer; ///< where somebody new is being taken down
    QWidget* m_body = nullptr;
    QLabel* m_title = nullptr;
    QLabel* m_hint = nullptr;
    QLabel* m_told = nullptr;
    std::vector<Detail> m_details;
    QLineEdit* m_tags = nullptr;
    FieldFault m_tagsFault;
    std::vector<Consent> m_consents;
    QWidget* m_more = nullptr; ///< what somebody new does not have yet
    QLineEdit* m_note = nullptr;
    QListWidget* m_history = nullptr;
    QPushButton* m_save = nullptr;
    QPushButton* m_apart = nullptr;
    QPushButton* m_erase = nullptr;
    CustomerAsk* m_ask = nullptr;
    Toast* m_toast = nullptr;
};

} // namespace foyer::ui
