// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/events/details_step.h"

#include "ui/common/formatting.h"
#include "ui/common/theme.h"
#include "ui/events/language_names.h"

#include <QComboBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QVBoxLayout>

namespace foyer::ui {
namespace {

std::set<std::string> tagsIn(const QString& words)
{
    std::set<std::string> tags;
    for (const QString& tag : words.split(u',', Qt::SkipEmptyParts)) {
        if (!tag.trimmed().isEmpty()) {
            tags.insert(tag.trimmed().toStdString());
        }
    }
    return tags;
}

QString tagWords(const std::set<std::string>& tags)
{
    QStringList words;
    for (const std::string& tag : tags) {
        words << text(tag);
    }
    return words.join(QStringLiteral(", "));
}

/// An address of several lines, for a field of one.
QString inOneLine(QString lines)
{
    return lines.replace(QLatin1Char{'\n'}, QStringLiteral(", "));
}

/// What is no number is refused as an age, in the words of the counter.
std::int64_t ageIn(const QString& words)
{
    if (words.trimmed().isEmpty()) {
        return 0;
    }
    bool isNumber = false;
    const qint64 age = words.trimmed().toLongLong(&isNumber);
    return isNumber ? age : -1;
}

} // namespace

DetailsStep::DetailsStep(EventsPresenter& presenter, EventAsk& ask, QWidget* parent)
    : EventStep{presenter, ask, tr("What is it?"),
                tr("Everything is kept as soon as you leave a field."), parent}
{
    QFormLayout* form = addForm();
    m_name = addLine(*form, tr("Name"), [](const QString& words) -> EventEdit {
        return EventChange{.name = words.trimmed().toStdString()};
    });
    m_subtitle = addLine(*form, tr("Subtitle"), [](const QString& words) -> EventEdit {
        return EventChange{.subtitle = words.trimmed().toStdString()};
    });
    m_tags = addLine(*form, tr("Belongs to"), [](const QString& words) -> EventEdit {
        return EventChange{.tags = tagsIn(words)};
    });
    m_age = addLine(*form, tr("From the age of"), [](const QString& words) -> EventEdit {
        return EventChange{.ageLimit = ageIn(words)};
    });
    m_promoter = addLine(*form, tr("Organizer"), [](const QString& words) -> EventEdit {
        return EventChange{.promoterName = words.trimmed().toStdString()};
    });
    m_promoterAddress = addLine(*form, tr("Their address"), [](const QString& words) -> EventEdit {
        return EventChange{.promoterAddress = words.trimmed().toStdString()};
    });
    m_promoterTax = addLine(*form, tr("Their tax number"), [](const QString& words) -> EventEdit {
        return EventChange{.promoterTaxNumber = words.trimmed().toStdString()};
    });
    m_mail = addLine(*form, tr("Mail for questions"), [](const QString& words) -> EventEdit {
        return EventChange{.contactMail = words.trimmed().toStdString()};
    });
    m_phone = addLine(*form, tr("Telephone"), [](const QString& words) -> EventEdit {
        return EventChange{.contactPhone = words.trimmed().toStdString()};
    });
    m_web = addLine(*form, tr("Web page"), [](const QString& words) -> EventEdit {
        return EventChange{.contactWeb = words.trimmed().toStdString()};
    });
    const auto hint = [](SavedField* field, const QString& words) {
        qobject_cast<QLineEdit*>(field->fault().field)->setPlaceholderText(words);
    };
    hint(m_tags, tr("Theatre, classics"));
    hint(m_age, tr("No limit"));
    hint(m_promoter, tr("This house"));
    hint(m_promoterAddress, tr("on tickets and receipts"));
    hint(m_promoterTax, tr("Then tickets are sold in their name"));
    hint(m_web, QStringLiteral("https://"));
    m_language = new QComboBox{this};
    m_language->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    const FieldFault languageFault = addField(*form, tr("Written in"), m_language, this);
    column().addStretch();
    setFocusProxy(m_name->fault().field);
    const auto typed = [this] { Q_EMIT namesTyped(m_name->words(), m_subtitle->words()); };
    connect(m_name, &SavedField::typed, this, typed);
    connect(m_subtitle, &SavedField::typed, this, typed);
    connect(m_language, &QComboBox::activated, this, [this, languageFault](int index) {
        languageFault.clear();
        this->presenter().edit(
            EventChange{.language = m_language->itemData(index).toString().toStdString()});
    });
}

void DetailsStep::flush()
{
    for (SavedField* field : {m_name, m_subtitle, m_tags, m_age, m_promoter, m_promoterAddress,
                              m_promoterTax, m_mail, m_phone, m_web}) {
        field->flush();
    }
}

void DetailsStep::present(const EventView& view, bool isOther)
{
    const Event& event = view.event;
    m_name->present(text(event.name), isOther);
    m_subtitle->present(text(event.subtitle), isOther);
    m_tags->present(tagWords(event.tags), isOther);
    m_age->present(event.ageLimit > 0 ? QString::number(event.ageLimit) : QString{}, isOther);
    m_promoter->present(text(event.promoter.name), isOther);
    m_promoterAddress->present(inOneLine(text(event.promoter.address)), isOther);
    m_promoterTax->present(text(event.promoter.taxNumber), isOther);
    m_mail->present(text(event.contact.mail), isOther);
    m_phone->present(text(event.contact.phone), isOther);
    m_web->present(text(event.contact.web), isOther);
    offerLanguages(*m_language, text(view.language));
}

} // namespace foyer::ui
