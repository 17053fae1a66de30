// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/customers/customer_text.h"

#include "ui/common/formatting.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

namespace foyer::ui {
namespace {

struct CustomerText {
    Q_DECLARE_TR_FUNCTIONS(foyer::ui::CustomerText)
};

using Words = std::pair<std::string_view, const char*>;

constexpr std::array<Words, 19> kEvents{{
    {"customer.recorded", QT_TRANSLATE_NOOP("foyer::ui::CustomerText", "Taken down")},
    {"customer.changed", QT_TRANSLATE_NOOP("foyer::ui::CustomerText", "Details changed")},
    {"customer.merged", QT_TRANSLATE_NOOP("foyer::ui::CustomerText", "Merged")},
    {"customer.unmerged", QT_TRANSLATE_NOOP("foyer::ui::CustomerText", "Taken apart")},
    {"consent.given", QT_TRANSLATE_NOOP("foyer::ui::CustomerText", "Agreed")},
    {"consent.withdrawn", QT_TRANSLATE_NOOP("foyer::ui::CustomerText", "Withdrew agreement")},
    {"note", QT_TRANSLATE_NOOP("foyer::ui::CustomerText", "Note")},
    {"waiting", QT_TRANSLATE_NOOP("foyer::ui::CustomerText", "On the waiting list")},
    {"reserved", QT_TRANSLATE_NOOP("foyer::ui::CustomerText", "Places reserved")},
    {"order.placed", QT_TRANSLATE_NOOP("foyer::ui::CustomerText", "Order")},
    {"order.voided", QT_TRANSLATE_NOOP("foyer::ui::CustomerText", "Order taken back")},
    {"order.extended", QT_TRANSLATE_NOOP("foyer::ui::CustomerText", "Order changed")},
    {"tickets.returned", QT_TRANSLATE_NOOP("foyer::ui::CustomerText", "Tickets taken back")},
    {"payment", QT_TRANSLATE_NOOP("foyer::ui::CustomerText", "Payment")},
    {"payment.returned", QT_TRANSLATE_NOOP("foyer::ui::CustomerText", "Money given back")},
    {"document.printed", QT_TRANSLATE_NOOP("foyer::ui::CustomerText", "Printed again")},
    {"mail.asked", QT_TRANSLATE_NOOP("foyer::ui::CustomerText", "Mail asked for")},
    {"mail.ended", QT_TRANSLATE_NOOP("foyer::ui::CustomerText", "Mail")},
    {"scan", QT_TRANSLATE_NOOP("foyer::ui::CustomerText", "At the door")},
}};

constexpr std::array<Words, 9> kFields{{
    {"name", QT_TRANSLATE_NOOP("foyer::ui::CustomerText", "Name")},
    {"email", QT_TRANSLATE_NOOP("foyer::ui::CustomerText", "E-mail")},
    {"phone", QT_TRANSLATE_NOOP("foyer::ui::CustomerText", "Telephone")},
    {"address", QT_TRANSLATE_NOOP("foyer::ui::CustomerText", "Address")},
    {"note", QT_TRANSLATE_NOOP("foyer::ui::CustomerText", "Note")},
    {"language", QT_TRANSLATE_NOOP("foyer::ui::CustomerText", "Language")},
    {"tags", QT_TRANSLATE_NOOP("foyer::ui::CustomerText", "Tags")},
    {"newsletter", QT_TRANSLATE_NOOP("foyer::ui::CustomerText", "Newsletter")},
    {"bulletins", QT_TRANSLATE_NOOP("foyer::ui::CustomerText", "Bulletins")},
}};

template <std::size_t Count>
QString wordsFor(const std::array<Words, Count>& all, const std::string& name)
{
    const auto found = std::ranges::find(all, std::string_view{name}, &Words::first);
    return found != all.end() ? CustomerText::tr(found->second) : text(name);
}

} // namespace

QString nameText(const PersonCard& card)
{
    return card.details.name.empty() ? CustomerText::tr("Without a name")
                                     : isolated(text(card.details.name));
}

QString purposeText(ConsentPurpose purpose)
{
    return wordsFor(kFields, std::string{consentPurposeName(purpose)});
}

QString consentText(ConsentPurpose purpose, const ConsentWord* word, const std::string& timeZone)
{
    const QString name = purposeText(purpose);
    if (word == nullptr) {
        return CustomerText::tr("%1: nobody asked").arg(name);
    }
    const QString when = dayAndTimeText(word->at, timeZone);
    const QString said = word->given ? CustomerText::tr("%1: agreed, %2").arg(name, when)
                                     : CustomerText::tr("%1: not wanted, %2").arg(name, when);
    return word->how.empty() ? said : said + QStringLiteral(" · ") + isolated(text(word->how));
}

QString eventText(const PersonEvent& event, const std::string& timeZone)
{
    QStringList first{wordsFor(kEvents, event.kind)};
    if (event.amount) {
        first += moneyText(*event.amount);
    }
    QStringList about;
    const bool saysId = event.kind.starts_with("customer.") && event.kind != "customer.changed";
    const bool saysPurpose = event.kind.starts_with("consent.");
    if (saysPurpose) {
        about += wordsFor(kFields, event.about);
    } else if (!saysId && !event.about.empty()) {
        about += isolated(text(event.about));
    }
    for (const std::string& each : {event.detail, event.performance}) {
        if (!each.empty()) {
            about += isolated(text(each));
        }
    }
    first += dayAndTimeText(event.at, timeZone);
    if (!event.byName.empty()) {
        first += isolated(text(event.byName));
    }
    const QString head = first.join(QStringLiteral(" · "));
    return about.isEmpty() ? head : head + QLatin1Char{'\n'} + about.join(QStringLiteral(" · "));
}

QString fieldText(const std::string& field)
{
    return wordsFor(kFields, field);
}

} // namespace foyer::ui
