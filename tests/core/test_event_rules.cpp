// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What an event is: its fields and how they merge, its texts, its states, prices by date.

#include "core/domain/catalogue/catalogue_changes.h"
#include "core/domain/catalogue/catalogue_fields.h"
#include "core/domain/catalogue/date_changed.h"
#include "core/domain/catalogue/event_state.h"
#include "core/domain/catalogue/event_texts.h"
#include "core/domain/catalogue/restricted_markdown.h"

#include <QTest>

#include <rapidcheck.h>

#include <algorithm>

using namespace foyer;

namespace {

template <typename IdType>
IdType idOf(int number)
{
    Uuid::Bytes bytes{};
    bytes[15] = static_cast<std::uint8_t>(number);
    return IdType{Uuid{bytes}};
}

Event richEvent()
{
    return {.id = idOf<EventId>(1),
            .venue = idOf<VenueId>(2),
            .name = "The Tempest",
            .subtitle = "A romance",
            .currency = Currency::fromCode("CHF"),
            .state = EventState::Postponed,
            .description = "# Ahoy\n\nA *storm*.",
            .language = "en-GB",
            .texts = {{"de", {"Der Sturm", "", "Ein Sturm."}}, {"de-AT", {"", "Romanze", ""}}},
            .tags = {"Drama", "Première"},
            .ageLimit = 12,
            .contact = {"box@example.org", "030 123", "https://example.org"},
            .promoter = {"Rockhaus Ltd", "1 Mill Lane\nLeeds", "GB 77"},
            .ticketText = "No re-entry"};
}

TicketType adult()
{
    TicketType type{.id = idOf<TicketTypeId>(3),
                    .event = idOf<EventId>(1),
                    .name = "Adult",
                    .rank = 0,
                    .tax = {},
                    .prices = {{idOf<CategoryId>(4), 3'000}, {idOf<CategoryId>(5), 2'000}},
                    .orderMax = 0,
                    .onSaleFrom = {},
                    .onSaleUntil = {}};
    type.steps = {{Instant{1'000}, {{idOf<CategoryId>(4), 2'000}}},
                  {Instant{2'000}, {{idOf<CategoryId>(4), 2'500}, {idOf<CategoryId>(5), 1'500}}}};
    return type;
}

Entity entityOf(const EntityEdited& edit)
{
    Entity entity;
    entity.merge(edit, HlcTime{1}, {});
    return entity;
}

/// One edit of an event's fields, by somebody, at some time.
struct Stamped {
    EntityEdited edit;
    HlcTime at;
    ReplicaId by;
};
EventChange anyChange()
{
    const auto word = [] {
        return *rc::gen::element(std::string{}, std::string{"A"}, std::string{"B"});
    };
    EventChange change;
    if (*rc::gen::arbitrary<bool>()) {
        change.subtitle = word();
    }
    if (*rc::gen::arbitrary<bool>()) {
        change.description = word();
    }
    if (*rc::gen::arbitrary<bool>()) {
        change.texts[*rc::gen::element(std::string{"de"}, std::string{"fr"})].title = word();
    }
    if (*rc::gen::arbitrary<bool>()) {
        change.tags = std::set<std::string>{word() + "x"};
    }
    if (*rc::gen::arbitrary<bool>()) {
        change.ageLimit = *rc::gen::inRange<std::int64_t>(0, 3);
    }
    return change;
}

std::string codesOf(const std::vector<Error>& faults)
{
    std::string codes;
    for (const Error& fault : faults) {
        codes += (codes.empty() ? "" : " ") + fault.code + "@" + fault.where;
    }
    return codes;
}

std::string markdownCode(const std::string& text)
{
    const auto checked = checkMarkdown(text, "description");
    return checked ? "fine" : checked.error().code;
}

} // namespace

class EventRulesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatIsWrittenIsReadAgain()
    {
        const Event event = richEvent();
        QVERIFY(eventFrom(event.id.uuid, entityOf(editOf(event))) == event);
        const TicketType type = adult();
        QVERIFY(ticketTypeFrom(type.id.uuid, entityOf(editOf(type))) == type);
        Performance date{idOf<PerformanceId>(6), event.id, Instant{5'000}};
        date.endsAt = Instant{9'000};
        date.timeZone = "Europe/Berlin";
        date.state = Performance::State::Postponed;
        date.prices[type.id] = {{{idOf<CategoryId>(4), 3'500}}, type.steps};
        QVERIFY(performanceFrom(date.id.uuid, entityOf(editOf(date))) == date);
        const DateChanged changed{date.id,    event.id,   DateChangeKind::Moved,
                                  Instant{1}, Instant{2}, "Flood"};
        QVERIFY(decodeDateChanged(*decodeCbor(encode(changed))).value() == changed);
    }

    void anEventOfBeforeThereWereStatesIsPublished()
    {
        const Bytes venue(16, 1);
        const auto old = eventFrom(idOf<EventId>(1).uuid,
                                   entityOf({idOf<EventId>(1).uuid,
                                             {{"name", std::string{"Hamlet"}}, {"venue", venue}}}));
        QVERIFY(old && old->state == EventState::Published);
        const auto newer = eventFrom(idOf<EventId>(1).uuid,
                                     entityOf({idOf<EventId>(1).uuid,
                                               {{"name", std::string{"Hamlet"}},
                                                {"venue", venue},
                                                {"state", std::string{"of a later Foyer"}}}}));
        QVERIFY(newer && newer->state == EventState::Draft);
    }

    void editsGiveTheSameInWhicheverOrderTheyArrive()
    {
        QVERIFY(rc::check("merging edits of events is order-independent and idempotent", [] {
            std::vector<Stamped> edits{{editOf(richEvent()), HlcTime{1}, idOf<ReplicaId>(1)}};
            const int count = *rc::gen::inRange(1, 7);
            for (int i = 0; i < count; ++i) {
                edits.push_back({editOf(idOf<EventId>(1), anyChange(), {"Drama", "Ax"}),
                                 HlcTime{*rc::gen::inRange<std::int64_t>(2, 5)},
                                 idOf<ReplicaId>(i + 1)});
            }
            Entity once;
            for (const Stamped& edit : edits) {
                once.merge(edit.edit, edit.at, edit.by);
            }
            std::vector<std::size_t> order(edits.size());
            for (std::size_t i = 0; i < order.size(); ++i) {
                order[i] = i;
            }
            for (std::size_t i = order.size(); i > 1; --i) {
                std::swap(order[i - 1], order[*rc::gen::inRange<std::size_t>(0, i)]);
            }
            Entity other;
            for (const std::size_t i : order) {
                other.merge(edits[i].edit, edits[i].at, edits[i].by);
                other.merge(edits[order[0]].edit, edits[order[0]].at, edits[order[0]].by);
            }
            RC_ASSERT(once == other);
            RC_ASSERT(eventFrom({}, once) == eventFrom({}, other));
        }));
    }

    void aChangeNamesNothingThatWasNotSet()
    {
        QVERIFY(editOf(idOf<EventId>(1), EventChange{}, {"Drama"}).fields.empty());
        EventChange change;
        change.texts["de"].title = "Sturm";
        const EntityEdited edit = editOf(idOf<EventId>(1), change, {"Drama"});
        QCOMPARE(edit.fields.size(), std::size_t{1});
        QVERIFY(edit.fields.contains("text:de:title"));
    }

    void aTextIsLookedForInTheBroaderLanguageThenInTheEventsOwn()
    {
        const Event event = richEvent();
        const EventTexts austrian = textsIn(event, "de-AT");
        QCOMPARE(QString::fromStdString(austrian.title), QStringLiteral("Der Sturm"));
        QCOMPARE(QString::fromStdString(austrian.subtitle), QStringLiteral("Romanze"));
        QCOMPARE(QString::fromStdString(textsIn(event, "fr").title), QStringLiteral("The Tempest"));
        QCOMPARE(austrian.ticketText, std::string{"No re-entry"});
        Event told = event;
        told.texts["de"].ticketText = "Kein Wiedereinlass";
        QCOMPARE(textsIn(told, "de-AT").ticketText, std::string{"Kein Wiedereinlass"});
        QCOMPARE(textsIn(told, "fr").ticketText, std::string{"No re-entry"});
        QCOMPARE(QString::fromStdString(textsIn(event, "de-x-own").title),
                 QStringLiteral("Der Sturm"));
        QVERIFY(hasTextsIn(event, "de-AT", "en"));
        QVERIFY(hasTextsIn(event, "en-GB", "en"));
        QVERIFY(!hasTextsIn(event, "fr", "en"));
    }

    void anEarlyPriceEndsAtItsMillisecond()
    {
        const TicketType type = adult();
        const auto stalls = idOf<CategoryId>(4);
        QCOMPARE(type.priceAt(stalls, Instant{999}), std::optional<std::int64_t>{2'000});
        QCOMPARE(type.priceAt(stalls, Instant{1'000}), std::optional<std::int64_t>{2'500});
        QCOMPARE(type.priceAt(stalls, Instant{1'999}), std::optional<std::int64_t>{2'500});
        QCOMPARE(type.priceAt(stalls, Instant{2'000}), std::optional<std::int64_t>{3'000});
        // A step that says nothing of a category leaves it to the next.
        QCOMPARE(type.priceAt(idOf<CategoryId>(5), Instant{0}), std::optional<std::int64_t>{1'500});
        QCOMPARE(type.priceAt(idOf<CategoryId>(9), Instant{0}), std::optional<std::int64_t>{});
    }

    void aDatesOwnPriceStandsOverTheTypesSteps()
    {
        const TicketType type = adult();
        const auto stalls = idOf<CategoryId>(4);
        Performance date{idOf<PerformanceId>(6), type.event, Instant{5'000}};
        QVERIFY(typeOnDate(type, date) == type);
        date.prices[type.id].prices[stalls] = 4'000;
        QCOMPARE(typeOnDate(type, date).priceAt(stalls, Instant{0}),
                 std::optional<std::int64_t>{4'000});
        QCOMPARE(typeOnDate(type, date).priceAt(idOf<CategoryId>(5), Instant{0}),
                 std::optional<std::int64_t>{1'500});
        setStepPrice(date.prices[type.id].steps, Instant{500}, stalls, 100);
        QCOMPARE(typeOnDate(type, date).priceAt(stalls, Instant{499}),
                 std::optional<std::int64_t>{100});
        QCOMPARE(typeOnDate(type, date).priceAt(stalls, Instant{500}),
                 std::optional<std::int64_t>{4'000});
    }

    void whatAStateMeansForTheSale()
    {
        Event event = richEvent();
        Performance date{idOf<PerformanceId>(6), event.id, Instant{5'000}};
        const auto stop = [&](EventState state, Performance::State of) {
            event.state = state;
            date.state = of;
            const auto why = saleStop(event, date);
            return why ? why->code : std::string{"sold"};
        };
        using State = Performance::State;
        QCOMPARE(stop(EventState::Published, State::Scheduled), std::string{"sold"});
        QCOMPARE(stop(EventState::Draft, State::Scheduled), std::string{"not_published"});
        QCOMPARE(stop(EventState::Postponed, State::Scheduled), std::string{"postponed"});
        QCOMPARE(stop(EventState::Published, State::Postponed), std::string{"postponed"});
        QCOMPARE(stop(EventState::Postponed, State::Cancelled), std::string{"cancelled"});
        QCOMPARE(stop(EventState::Cancelled, State::Scheduled), std::string{"cancelled"});
        QCOMPARE(stop(EventState::Archived, State::Cancelled), std::string{"archived"});
        QVERIFY(!mayBecome(EventState::Published, EventState::Draft));
        QVERIFY(!mayBecome(EventState::Draft, EventState::Cancelled));
        QVERIFY(mayBecome(EventState::Cancelled, EventState::Archived));
    }

    void everyFaultNamesItsField()
    {
        EventChange change;
        change.name = " ";
        change.description = "<b>bold</b>";
        change.language = "German";
        change.texts["de"].description = "[here](javascript:alert(1))";
        change.texts["klingon!"].title = "x";
        change.tags = std::set<std::string>{"a:b"};
        change.ageLimit = 120;
        change.contactMail = "nobody";
        change.contactPhone = "x";
        change.contactWeb = "ftp://example.org";
        change.ticketText = std::string(600, 'x');
        QCOMPARE(QString::fromStdString(codesOf(faultsOf(change))),
                 QStringLiteral(
                     "name_missing@name markdown_html@description bad_language@language "
                     "markdown_link@texts.de.description bad_language@texts.klingon! "
                     "bad_tag@tags bad_age@age_limit bad_email@contact_mail "
                     "bad_phone@contact_phone bad_web@contact_web text_too_long@ticket_text"));
        QVERIFY(faultsOf(EventChange{}).empty());
        Performance date{idOf<PerformanceId>(6), idOf<EventId>(1), Instant{5'000}};
        date.doorsAt = Instant{5'001};
        date.endsAt = Instant{5'000};
        date.onSaleFrom = Instant{10};
        date.onSaleUntil = Instant{10};
        QCOMPARE(QString::fromStdString(codesOf(faultsOf(date))),
                 QStringLiteral("bad_doors@doors_at bad_end@ends_at "
                                "bad_sale_window@on_sale_until"));
    }

    void restrictedMarkdownSaysWhatItMay()
    {
        const std::string text = "# Tonight\r\n\r\nA *storm*, a **wreck** and\nan _island_.\n\n"
                                 "- one\n- two\n\n1. first\n2) second\n\n"
                                 "[Book](https://example.org/a?b=1&c=2) or \\*not\\* 2 * 3 * 4 "
                                 "snake_case_name";
        QCOMPARE(QString::fromStdString(markdownCode(text)), QStringLiteral("fine"));
        QCOMPARE(QString::fromStdString(markdownToHtml(text)),
                 QStringLiteral(
                     "<h2>Tonight</h2>\n<p>A <em>storm</em>, a <strong>wreck</strong> and an "
                     "<em>island</em>.</p>\n<ul>\n<li>one</li>\n<li>two</li>\n</ul>\n<ol>\n"
                     "<li>first</li>\n<li>second</li>\n</ol>\n<p><a "
                     "href=\"https://example.org/a?b=1&amp;c=2\" rel=\"noopener "
                     "nofollow\">Book</a> or *not* 2 * 3 * 4 snake_case_name</p>\n"));
        QCOMPARE(QString::fromStdString(markdownToPlain("A [b](mailto:a@b.c)\n\n- c\n- d")),
                 QStringLiteral("A b (mailto:a@b.c)\n\n- c\n- d\n"));
    }

    void whatCouldDoHarmIsRefusedAndEscaped()
    {
        QCOMPARE(markdownCode("<script>alert(1)</script>"), std::string{"markdown_html"});
        QCOMPARE(markdownCode("a\n</p>"), std::string{"markdown_html"});
        QCOMPARE(markdownCode("<!-- x -->"), std::string{"markdown_html"});
        QCOMPARE(markdownCode("a < b"), std::string{"fine"});
        QCOMPARE(markdownCode("\\<b>"), std::string{"fine"});
        QCOMPARE(markdownCode("![x](https://a.b/c.png)"), std::string{"markdown_image"});
        for (const char* target : {"javascript:x", "data:text/html,x", "//a.b", "https://a b",
                                   "http://", "JaVaScRiPt:x", "https://a\"onclick=x"}) {
            QCOMPARE(markdownCode(std::string{"[x]("} + target + ")"),
                     std::string{"markdown_link"});
        }
        QCOMPARE(markdownCode("[x](HTTPS://a.b)"), std::string{"fine"});
        QCOMPARE(markdownCode(std::string(kMarkdownMax + 1, 'x')), std::string{"text_too_long"});
        QCOMPARE(markdownCode("\xff"), std::string{"bad_text"});
        QCOMPARE(markdownCode(std::string{"a\0b", 3}), std::string{"bad_text"});
        // Whatever bytes are read, no tag comes out that is not ours.
        QVERIFY(rc::check("no HTML of a writer is passed on", [] {
            const auto text = *rc::gen::container<std::string>(
                rc::gen::oneOf(rc::gen::element('<', '>', '[', ']', '(', ')', '*', '_', '"', '\'',
                                                '\n', '#'),
                               rc::gen::arbitrary<char>()));
            std::string html = markdownToHtml("[a](https://" + text + "\n" + text);
            for (const char* ours : {"<p>", "</p>", "<ul>", "</ul>", "<ol>", "</ol>", "<li>",
                                     "</li>", "<em>", "</em>", "<strong>", "</strong>", "</a>",
                                     "<h2>", "</h2>", "<h3>", "</h3>", "<h4>", "</h4>"}) {
                for (std::size_t at = 0; (at = html.find(ours, at)) != std::string::npos;) {
                    html.erase(at, std::string_view{ours}.size());
                }
            }
            for (std::size_t at = 0; (at = html.find("<a href=\"", at)) != std::string::npos;) {
                const std::size_t end = html.find("\" rel=\"noopener nofollow\">", at);
                RC_ASSERT(end != std::string::npos);
                const std::string target = html.substr(at + 9, end - at - 9);
                RC_ASSERT(target.find('"') == std::string::npos);
                html.erase(at, end + 26 - at);
            }
            RC_ASSERT(html.find('<') == std::string::npos);
        }));
    }
};

QTEST_GUILESS_MAIN(EventRulesTest)
#include "test_event_rules.moc"
