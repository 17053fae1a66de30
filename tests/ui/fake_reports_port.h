// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tests/support/room_plans.h"
#include "ui/reports/reports_port.h"

#include <QTimer>

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace foyer::test {

/// Reports in memory. Answers come from the event loop; what is asked is noted.
class FakeReportsPort final : public ui::ReportsPort {
public:
    /// An event of two performances.
    void fill()
    {
        shown.timeZone = "Europe/Berlin";
        shown.now = Instant{1'795'435'200'000};
        shown.today = 20'780;
        constexpr std::int64_t kDayMs = 86'400'000;
        shown.performances = {{PerformanceId{id(2)},
                               EventId{id(9)},
                               "Hamlet",
                               {shown.now.ms + kDayMs},
                               "Europe/Berlin"},
                              {PerformanceId{id(1)},
                               EventId{id(9)},
                               "Hamlet",
                               {shown.now.ms - kDayMs},
                               "Europe/Berlin"}};
    }
    static Uuid id(std::uint8_t number)
    {
        return Uuid{{0, 0, 0, 0, 0, 0, 0x70, 0, 0x80, 0, 0, 0, 0, 0, 0, number}};
    }
    static ReportTable table(const std::string& answer, std::size_t rows = 3)
    {
        const Currency euro = *Currency::fromCode("EUR");
        ReportTable made;
        made.key = "sales";
        made.title = "Sales by event";
        made.house = "Playhouse";
        made.scope = "made today";
        made.answer = answer;
        made.columns = {{"event", "Event", false, true},
                        {"net_tickets", "Tickets", true, true},
                        {"taxes", "Taxes", true, true},
                        {"net", "Net", true, true}};
        ReportChart::Series series{"Tickets", {}};
        for (std::size_t i = 0; i < rows; ++i) {
            const auto count = static_cast<std::int64_t>(120 - 17 * i);
            made.rows.push_back(
                {std::string{i == 1       ? "Die Verfolgung und Ermordung Jean Paul Marats, "
                                            "dargestellt durch die Schauspielgruppe"
                                 : i == 2 ? "حكاية الشتاء"
                                          : "Hamlet"},
                 count, Money{count * 114, euro}, Money{count * 1'086, euro}});
            made.chart.names.push_back(std::get<std::string>(made.rows.back()[0]));
            series.points.emplace_back(static_cast<double>(i), static_cast<double>(count));
        }
        made.chart.across = "Event";
        made.chart.upwards = "Tickets";
        made.chart.series.push_back(series);
        if (rows > 0) {
            made.sums.push_back({std::string{"In all"}, std::int64_t{309}, Money{35'226, euro},
                                 Money{335'574, euro}});
        }
        return made;
    }

    /// A room of which so many seats in a hundred are sold, the rest held or free.
    static ReportTable mapTable(SeatingPlan room, bool isOver = false)
    {
        ReportTable made = table("212 of 620 places are sold (34 %), 40 are held, 368 are free.");
        made.title = "Occupancy";
        made.map.plan = std::make_shared<const SeatingPlan>(std::move(room));
        const SeatingPlan& plan = *made.map.plan;
        std::map<SeatFate, std::int64_t> counts;
        for (const Section& section : plan.sections) {
            made.map.sections.push_back({section.label});
        }
        for (const PlanCategory& category : plan.categories) {
            made.map.categories.push_back({category.name});
        }
        for (std::size_t i = 0; i < plan.seats.size(); ++i) {
            const std::size_t section = plan.rows[plan.seats[i].row].section;
            const std::size_t run = i / 3 * 7'919 % 100;
            const bool isSold = run < 15 + section * 17 % 90;
            const SeatFate fate = !isSold ? (run > 95 ? SeatFate::Held : SeatFate::Free)
                : isOver                  ? (run % 7 == 0 ? SeatFate::NotCome : SeatFate::Came)
                                          : (run % 9 == 0 ? SeatFate::Came : SeatFate::Sold);
            made.map.seats.push_back(fate);
            ++counts[fate];
            for (auto* shade :
                 {&made.map.sections[section], &made.map.categories[plan.seats[i].category]}) {
                ++shade->places;
                shade->sold += isSold ? 1 : 0;
            }
        }
        for (const auto& [fate, name] :
             {std::pair{SeatFate::Free, "free"}, std::pair{SeatFate::Held, "held"},
              std::pair{SeatFate::Sold, "sold"}, std::pair{SeatFate::Came, "came"},
              std::pair{SeatFate::NotCome, "did not come"}}) {
            if (counts[fate] > 0) {
                made.map.signs.push_back({fate, name, counts[fate]});
            }
        }
        made.map.areas.assign(plan.areas.size(), "12 of 60 sold");
        made.columns = {{"by", "By", false, true},        {"name", "Name", false, true},
                        {"places", "Places", true, true}, {"sold", "Sold", true, true},
                        {"free", "Free", true, true},     {"sold_percent", "Sold, %", true, true}};
        made.rows.clear();
        made.sums.clear();
        const auto put = [&](const char* by, const ReportMap::Shade& shade) {
            made.rows.push_back({std::string{by}, shade.name, shade.places, shade.sold,
                                 shade.places - shade.sold, std::int64_t{shade.percent()}});
        };
        for (const auto& each : made.map.categories) {
            put("Category", each);
        }
        for (const auto& each : made.map.sections) {
            put("Section", each);
        }
        return made;
    }

    void choices(Then<ReportChoices> then) override
    {
        answerLater<ReportChoices>(std::move(then), shown);
    }
    void prepare(Then<ReportsReady> then) override
    {
        ++prepared;
        const bool isReady = parts <= 0;
        if (!isStuck) {
            --parts;
        }
        answerLater<ReportsReady>(std::move(then), {isReady, isReady ? 1.0 : 0.4});
    }
    void report(const ReportQuestion& question, Then<ReportTable> then) override
    {
        asked.push_back(question);
        answerLater<ReportTable>(std::move(then), answer);
    }
    void save(const ReportQuestion& question, const std::string& file, Then<bool> then) override
    {
        asked.push_back(question);
        saved.push_back(file);
        answerLater<bool>(std::move(then), true);
    }

    ReportChoices shown;
    ReportTable answer = table("309 tickets sold, for 3,708.00 EUR.");
    std::optional<Error> refusal;
    int parts = 0; ///< that have to be added up first
    bool isStuck = false;
    int prepared = 0;
    std::vector<ReportQuestion> asked;
    std::vector<std::string> saved;

private:
    template <typename T>
    void answerLater(Then<T> then, T value)
    {
        const Result<T> result = refusal ? Result<T>{*refusal} : Result<T>{std::move(value)};
        QTimer::singleShot(0, [then = std::move(then), result] { then(result); });
    }
};

} // namespace foyer::test
