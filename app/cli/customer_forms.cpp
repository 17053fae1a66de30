// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/customer_forms.h"

#include "app/cli/text_forms.h"

#include <nlohmann/json.hpp>

namespace foyer::cli {
namespace {

constexpr std::size_t kImportRefusalsSaid = 20;

Json customerConsentForm(const PersonCard& card, ConsentPurpose purpose)
{
    const auto found = card.consents.find(purpose);
    if (found == card.consents.end()) {
        return nullptr;
    }
    return {{"given", found->second.given},
            {"at", toRfc3339(found->second.at)},
            {"how", found->second.how},
            {"wording", found->second.wording}};
}

} // namespace

Json cardForm(const PersonCard& card)
{
    Json consents = Json::object();
    for (const ConsentPurpose purpose : allConsentPurposes()) {
        consents[std::string{consentPurposeName(purpose)}] = customerConsentForm(card, purpose);
    }
    Json merged = Json::array();
    for (const CustomerId each : card.merged) {
        merged.push_back(each.text());
    }
    return {{"id", card.id.text()},
            {"name", card.details.name},
            {"email", card.details.email},
            {"phone", card.details.phone},
            {"address", card.address},
            {"note", card.details.note},
            {"language", card.details.language},
            {"tags", card.tags},
            {"consents", consents},
            {"merged", merged}};
}

std::string cardText(const PersonCard& card)
{
    std::vector<std::vector<std::string>> lines{{"Id", card.id.text()}};
    const auto add = [&](const char* what, std::string text) {
        for (std::size_t at = 0; (at = text.find('\n', at)) != std::string::npos; ++at) {
            text.replace(at, 1, ", ");
        }
        if (!text.empty()) {
            lines.push_back({what, text});
        }
    };
    add("Name", card.details.name);
    add("Email", card.details.email);
    add("Telephone", card.details.phone);
    add("Address", card.address);
    add("Note", card.details.note);
    add("Language", card.details.language);
    std::string tags;
    for (const std::string& tag : card.tags) {
        tags += (tags.empty() ? "" : ", ") + tag;
    }
    add("Tags", tags);
    for (const auto& [purpose, word] : card.consents) {
        add(purpose == ConsentPurpose::Newsletter ? "Newsletter" : "Bulletins",
            (word.given ? "agreed " : "withdrawn ") + toRfc3339(word.at).substr(0, 10) +
                (word.how.empty() ? "" : ", " + word.how));
    }
    for (const CustomerId each : card.merged) {
        add("Also", each.text());
    }
    return columns(lines);
}

Json importReportForm(const CustomerImportReport& report)
{
    Json refusals = Json::array();
    for (const ImportRefusal& each : report.refusals) {
        Json form = errorForm(each.why);
        form["line"] = each.line;
        refusals.push_back(form);
    }
    return {{"id", report.id.text()},    {"rows", report.rows}, {"added", report.added},
            {"changed", report.changed}, {"same", report.same}, {"refused", report.refused},
            {"refusals", refusals}};
}

std::string importReportText(const CustomerImportReport& report)
{
    std::string text = std::to_string(report.rows) + " rows: " + std::to_string(report.added) +
        " new, " + std::to_string(report.changed) + " changed, " + std::to_string(report.same) +
        " known as they are, " + std::to_string(report.refused) + " refused.\n";
    for (std::size_t i = 0; i < report.refusals.size() && i < kImportRefusalsSaid; ++i) {
        const ImportRefusal& each = report.refusals[i];
        text += "  line " + std::to_string(each.line) + ": " + each.why.message + "\n";
    }
    if (report.refused > kImportRefusalsSaid) {
        text += "  and more; --json names a thousand of them\n";
    }
    return text;
}

std::string historyText(const PersonFile& file)
{
    std::vector<std::vector<std::string>> lines;
    for (const PersonEvent& event : file.events) {
        lines.push_back({localTime(event.at, file.timeZone), event.kind, event.about, event.detail,
                         event.amount ? moneyText(*event.amount) : std::string{}, event.byName});
    }
    return columns(lines);
}

} // namespace foyer::cli
