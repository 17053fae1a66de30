// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/customers/customer_panel.h"

#include "ui/common/error_text.h"
#include "ui/common/formatting.h"
#include "ui/common/parts.h"
#include "ui/common/theme.h"
#include "ui/customers/customer_ask.h"
#include "ui/customers/customer_text.h"

#include <QApplication>
#include <QLineEdit>
#include <QListWidget>
#include <QPointer>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace foyer::ui {
namespace {

QString joined(const std::vector<std::string>& tags)
{
    QStringList names;
    for (const std::string& tag : tags) {
        names += text(tag);
    }
    return names.join(QStringLiteral(", "));
}

} // namespace

CustomerPanel::CustomerPanel(CustomersPort& port, QWidget* parent) : QWidget{parent}, m_port{port}
{
    auto* outer = new QVBoxLayout{this};
    outer->setContentsMargins(0, 0, 0, 0);
    m_hint = makeLabel(tr("Choose somebody from the list, or search by name, e-mail or telephone."),
                       "muted", this);
    m_hint->setWordWrap(true);
    outer->addWidget(m_hint);
    m_body = makePanel(this);
    auto* column = new QVBoxLayout{m_body};
    column->setContentsMargins(kBetween, kBetween, kBetween, kBetween);
    column->setSpacing(kInside);
    m_title = makeLabel({}, "section", m_body);
    m_told = makeLabel({}, "fault", m_body);
    for (QLabel* label : {m_title, m_told}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
        column->addWidget(label);
    }
    m_ask = new CustomerAsk{m_body};
    column->addWidget(m_ask);
    column->addWidget(buildDetails(m_body));
    m_more = new QWidget{m_body};
    auto* more = new QVBoxLayout{m_more};
    more->setContentsMargins(0, 0, 0, 0);
    more->setSpacing(kInside);
    more->addWidget(buildConsents(m_more));
    buildVerbs(*more, m_more);
    more->addWidget(buildHistory(m_more));
    column->addWidget(m_more);
    outer->addWidget(m_body);
    outer->addStretch();
    m_toast = new Toast{this};
    clear();
}

void CustomerPanel::open(CustomerId customer)
{
    m_wanted = customer;
    const int asked = ++m_asked;
    m_port.open(customer, [self = QPointer{this}, asked](const Result<PersonShown>& shown) {
        if (!self || asked != self->m_asked) {
            return;
        }
        if (shown) {
            const bool wasNew = self->m_newcomer && self->m_newcomer->customer == self->m_wanted;
            self->m_newcomer.reset();
            self->m_wanted = shown->file.card.id; // of records that were merged, who stands for all
            self->show(*shown, self->m_wanted != self->customer() && !wasNew);
        } else {
            self->m_wanted = self->m_newcomer ? self->m_newcomer->customer
                                              : self->customer(); // who is shown still
            self->tell(shown.error());
        }
    });
}

void CustomerPanel::beginNew()
{
    if (QWidget* typed = QApplication::focusWidget(); typed != nullptr && isAncestorOf(typed)) {
        typed->clearFocus(); // a shortcut takes no focus: what was typed is kept first
    }
    m_wanted = {};
    m_newcomer = std::make_shared<Newcomer>();
    m_newcomer->asked = ++m_asked;
    PersonShown nobody;
    nobody.mayEdit = true;
    show(nobody, true);
    m_title->setText(tr("Somebody new"));
    m_details.front().edit->setFocus();
}

void CustomerPanel::refresh()
{
    if (!m_wanted.isNil()) {
        open(m_wanted);
    }
}

void CustomerPanel::clear()
{
    ++m_asked;
    m_wanted = {};
    m_shown = {};
    m_newcomer.reset();
    m_ask->close();
    m_history->clear();
    for (const Detail& detail : m_details) {
        detail.edit->clear();
        detail.fault.clear();
    }
    m_tags->clear();
    m_tagsFault.clear();
    m_note->clear();
    m_body->hide();
    m_hint->show();
}

void CustomerPanel::leaveQuestion()
{
    m_ask->close();
}

void CustomerPanel::show(const PersonShown& shown, bool isAnother)
{
    m_shown = shown;
    m_hint->hide();
    m_told->hide();
    m_body->show();
    if (isAnother) {
        m_ask->close();
        m_note->clear();
    }
    m_more->setVisible(!m_newcomer);
    showDetails(isAnother);
    showConsents();
    showHistory();
    m_note->setEnabled(shown.mayEdit);
    m_erase->setVisible(shown.mayErase);
    m_apart->setVisible(shown.mayEdit && !shown.file.card.merged.empty());
}

std::string CustomerPanel::knownOf(const Detail& detail) const
{
    const PersonCard& card = m_shown.file.card;
    const std::pair<std::string_view, const std::string*> known[] = {
        {"name", &card.details.name},   {"email", &card.details.email},
        {"phone", &card.details.phone}, {"address", &card.address},
        {"note", &card.details.note},   {"language", &card.details.language}};
    const auto found = std::ranges::find(known, std::string_view{detail.slot},
                                         &std::pair<std::string_view, const std::string*>::first);
    std::string value = found == std::end(known) ? std::string{} : *found->second;
    std::ranges::replace(value, '\n', ' ');
    return value;
}

void CustomerPanel::showDetails(bool isAnother)
{
    const PersonCard& card = m_shown.file.card;
    m_title->setText(nameText(card));
    for (const Detail& detail : m_details) {
        if (isAnother || !detail.edit->isModified()) { // else it is being typed, or was refused
            detail.edit->setText(text(knownOf(detail)));
            detail.edit->setCursorPosition(0);
            detail.fault.clear();
        }
        detail.edit->setReadOnly(!m_shown.mayEdit);
    }
    if (isAnother || !m_tags->isModified()) {
        m_tags->setText(joined(card.tags));
        m_tagsFault.clear();
    }
    m_tags->setReadOnly(!m_shown.mayEdit);
    m_tags->setEnabled(!m_newcomer);
}

void CustomerPanel::showConsents()
{
    for (const Consent& consent : m_consents) {
        const auto& known = m_shown.file.card.consents;
        const auto word = known.find(consent.purpose);
        const bool isGiven = word != known.end() && word->second.given;
        consent.state->setText(consentText(consent.purpose,
                                           word != known.end() ? &word->second : nullptr,
                                           m_shown.file.timeZone));
        consent.verb->setText(isGiven ? tr("Withdraw…") : tr("They agree…"));
        consent.verb->setAccessibleName((isGiven ? tr("%1: withdraw") : tr("%1: they agree"))
                                            .arg(purposeText(consent.purpose)));
        consent.verb->setVisible(m_shown.mayEdit);
    }
}

void CustomerPanel::showHistory()
{
    m_history->clear();
    for (const PersonEvent& event : m_shown.file.events) {
        auto* item = new QListWidgetItem{eventText(event, m_shown.file.timeZone), m_history};
        item->setData(kOrderCodeRole, event.order.isNil() ? QString{} : text(event.about));
    }
}

void CustomerPanel::keepDetail(const Detail& detail)
{
    const std::string typed = detail.edit->text().trimmed().toStdString();
    if (!m_shown.mayEdit || !detail.edit->isModified()) {
        return;
    }
    detail.edit->setModified(false);
    const bool isUnderWay = m_newcomer && (m_newcomer->isAdding || !m_newcomer->customer.isNil());
    if (typed == knownOf(detail) && !isUnderWay) {
        return;
    }
    Written written{{}, &detail.fault};
    written.change.*(detail.change) = typed;
    change(written);
}

void CustomerPanel::keepTags()
{
    if (!m_shown.mayEdit || !m_tags->isModified() || m_newcomer) {
        return;
    }
    m_tags->setModified(false);
    CardChange written;
    std::vector<std::string> wanted;
    for (const QString& tag : m_tags->text().split(QLatin1Char{','}, Qt::SkipEmptyParts)) {
        if (!tag.trimmed().isEmpty()) {
            wanted.push_back(tag.trimmed().toStdString());
        }
    }
    const auto& known = m_shown.file.card.tags;
    std::ranges::copy_if(wanted, std::back_inserter(written.tagsOn), [&](const std::string& tag) {
        return std::ranges::find(known, tag) == known.end();
    });
    std::ranges::copy_if(known, std::back_inserter(written.tagsOff), [&](const std::string& tag) {
        return std::ranges::find(wanted, tag) == wanted.end();
    });
    if (!written.isEmpty()) {
        change({written, &m_tagsFault});
    }
}

void CustomerPanel::change(const Written& written)
{
    if (m_newcomer) {
        changeNew(m_newcomer, written);
    } else {
        edit(customer(), written);
    }
}

void CustomerPanel::changeNew(const std::shared_ptr<Newcomer>& newcomer, const Written& written)
{
    if (newcomer->isAdding) { // added once; what is typed until then changes who that is
        newcomer->waiting.push_back(written);
    } else if (newcomer->customer.isNil()) {
        add(newcomer, written);
    } else {
        edit(newcomer->customer, written);
    }
}

void CustomerPanel::add(const std::shared_ptr<Newcomer>& newcomer, const Written& written)
{
    newcomer->isAdding = true;
    m_port.add(written.change,
               [self = QPointer{this}, newcomer,
                fault = written.fault](const Result<PersonCard>& card) {
                   if (!self) {
                       return;
                   }
                   const bool isStillHere =
                       newcomer == self->m_newcomer && newcomer->asked == self->m_asked;
                   newcomer->isAdding = false;
                   newcomer->customer = card ? card->id : CustomerId{};
                   if (card && isStillHere) {
                       self->m_wanted = card->id;
                   }
                   for (const Written& each : std::exchange(newcomer->waiting, {})) {
                       self->changeNew(newcomer, each);
                   }
                   self->answer(card, fault, isStillHere);
               });
}

void CustomerPanel::edit(CustomerId whose, const Written& written)
{
    m_port.edit(whose, written.change,
                [self = QPointer{this}, whose,
                 fault = written.fault](const Result<PersonCard>& card) {
                    if (self) {
                        self->answer(card, fault, whose == self->m_wanted);
                    }
                });
}

void CustomerPanel::answer(const Result<PersonCard>& card, const FieldFault* fault,
                           bool isStillHere)
{
    if (card) {
        m_toast->say(tr("Kept."), {});
        if (isStillHere) { // else somebody else was chosen, or nobody
            open(card->id);
        }
        Q_EMIT changed();
    } else if (isStillHere) {
        refuse(card.error(), fault);
    } else if (m_body->isVisible()) { // its field shows somebody else by now
        m_toast->say(errorText(card.error()), {});
    }
}

void CustomerPanel::refuse(const Error& error, const FieldFault* fault)
{
    if (fault != nullptr) { // it is still to be kept, and asked again when the field is left
        static_cast<QLineEdit*>(fault->field)->setModified(true);
    }
    if (fault != nullptr && !error.where.empty()) {
        fault->say(errorText(error));
    } else {
        tell(error);
    }
}

void CustomerPanel::tell(const Error& error)
{
    m_body->show();
    m_told->setText(errorText(error));
    m_told->show();
}

} // namespace foyer::ui
