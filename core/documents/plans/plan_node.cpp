// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/documents/plans/plan_node.h"

#include "core/base/ensure.h"

#include <algorithm>
#include <cmath>

namespace foyer {
namespace {

constexpr std::size_t kLabelBytesMax = 120;
constexpr std::size_t kDrawnBytesMax = 200;
constexpr double kCoordinateMax = 10'000'000;

bool isControl(char c)
{
    return static_cast<unsigned char>(c) < 0x20 || c == 0x7F;
}

std::string_view trimmed(std::string_view text)
{
    constexpr std::string_view kBlank = " \t\r\n";
    const std::size_t first = text.find_first_not_of(kBlank);
    if (first == std::string_view::npos) {
        return {};
    }
    return text.substr(first, text.find_last_not_of(kBlank) - first + 1);
}

bool isHexColour(std::string_view text)
{
    return (text.size() == 4 || text.size() == 7) && text[0] == '#' &&
        text.find_first_not_of("0123456789abcdefABCDEF", 1) == std::string_view::npos;
}

} // namespace

void PlanProblems::add(std::string path, std::string reason)
{
    ++m_count;
    if (m_problems.size() < kKept) {
        m_problems.push_back({std::move(path), std::move(reason)});
    }
}

Error PlanProblems::asError() const
{
    ENSURE(!m_problems.empty());
    std::string message = m_problems[0].reason;
    std::vector<std::string> facts{m_problems[0].path + ": " + m_problems[0].reason};
    if (m_count > 1) {
        message += " The plan has " + std::to_string(m_count - 1) +
            (m_count == 2 ? " more problem:" : " more problems:");
        for (std::size_t index = 1; index < m_problems.size(); ++index) {
            facts.push_back(m_problems[index].path + ": " + m_problems[index].reason);
            message += "\n" + facts.back();
        }
        if (m_count > m_problems.size()) {
            message += "\n…";
        }
    }
    Error error = badInput("bad_plan", std::move(message), m_problems[0].path);
    error.facts = std::move(facts);
    return error;
}

PlanNode PlanNode::member(std::string_view key) const
{
    return {*this, m_value != nullptr ? m_value->member(key) : nullptr, key, 0};
}

PlanNode PlanNode::element(std::size_t index) const
{
    return {*this, &(*m_value->as<JsonTree::Array>())[index], {}, index};
}

std::size_t PlanNode::arraySize() const
{
    const auto* array = m_value != nullptr ? m_value->as<JsonTree::Array>() : nullptr;
    if (array == nullptr) {
        problem(present() ? "This has to be a list." : "This list is missing.");
        return 0;
    }
    return array->size();
}

std::string PlanNode::cleanText(bool required) const
{
    if (!present()) {
        if (required) {
            problem("This text is missing.");
        }
        return {};
    }
    const auto* text = m_value->as<std::string>();
    if (text == nullptr) {
        problem("This has to be a text in quotation marks.");
        return {};
    }
    const std::string_view clean = trimmed(*text);
    if (clean.empty() && required) {
        problem("This text is empty.");
    } else if (clean.size() > kLabelBytesMax) {
        problem("This text is longer than " + std::to_string(kLabelBytesMax) + " bytes.");
        return {};
    } else if (std::ranges::any_of(clean, isControl)) {
        problem("This text has control characters, which cannot be printed.");
        return {};
    }
    return std::string{clean};
}

std::string PlanNode::label() const
{
    return cleanText(true);
}

std::string PlanNode::optionalLabel() const
{
    return cleanText(false);
}

std::string PlanNode::drawnText() const
{
    if (!present()) {
        return {};
    }
    const auto* text = m_value->as<std::string>();
    if (text == nullptr) {
        problem("This has to be a text in quotation marks.");
        return {};
    }
    std::string_view clean = trimmed(*text);
    if (clean.size() > kDrawnBytesMax) {
        std::size_t end = kDrawnBytesMax;
        while (end > 0 && (static_cast<unsigned char>(clean[end]) & 0xC0U) == 0x80U) {
            --end;
        }
        clean = clean.substr(0, end);
    }
    std::string drawn{clean};
    std::ranges::replace_if(drawn, isControl, ' ');
    return drawn;
}

std::string PlanNode::key() const
{
    if (present()) {
        if (const auto* number = m_value->as<std::int64_t>()) {
            return std::to_string(*number);
        }
    }
    return label();
}

float PlanNode::coordinate() const
{
    if (!present()) {
        problem("This number is missing.");
        return 0;
    }
    double value = 0;
    if (const auto* whole = m_value->as<std::int64_t>()) {
        value = static_cast<double>(*whole);
    } else if (const auto* number = m_value->as<double>()) {
        value = *number;
    } else {
        problem("This has to be a number.");
        return 0;
    }
    if (!std::isfinite(value) || std::abs(value) > kCoordinateMax) {
        problem("This number is too large to be a place in a plan.");
        return 0;
    }
    return static_cast<float>(value);
}

float PlanNode::optionalCoordinate(float otherwise) const
{
    return present() ? coordinate() : otherwise;
}

std::uint32_t PlanNode::wholeNumber(std::uint32_t least, std::uint32_t most) const
{
    if (!present()) {
        problem("This number is missing.");
        return least;
    }
    const auto* number = m_value->as<std::int64_t>();
    if (number == nullptr || *number < least || *number > most) {
        problem("This has to be a whole number from " + std::to_string(least) + " to " +
                std::to_string(most) + ".");
        return least;
    }
    return static_cast<std::uint32_t>(*number);
}

bool PlanNode::flag() const
{
    if (!present()) {
        return false;
    }
    const auto* value = m_value->as<bool>();
    if (value == nullptr) {
        problem("This has to be true or false.");
        return false;
    }
    return *value;
}

PlanPoint PlanNode::point() const
{
    if (!isObject()) {
        problem(present() ? "This has to be a place with x and y." : "This place is missing.");
        return {};
    }
    return {member("x").coordinate(), member("y").coordinate()};
}

std::string PlanNode::colour() const
{
    const auto* text = present() ? m_value->as<std::string>() : nullptr;
    if (text == nullptr || !isHexColour(*text)) {
        return {};
    }
    if (text->size() == 7) {
        return *text;
    }
    const std::string& t = *text;
    return {'#', t[1], t[1], t[2], t[2], t[3], t[3]};
}

void PlanNode::problem(std::string_view reason) const
{
    if (m_problems->full()) {
        m_problems->addUnnamed();
    } else {
        m_problems->add(path(), std::string{reason});
    }
}

std::string PlanNode::path() const
{
    if (m_parent == nullptr) {
        return "$";
    }
    return m_key.empty() ? m_parent->path() + "[" + std::to_string(m_index) + "]"
                         : m_parent->path() + "." + shownText(m_key);
}

} // namespace foyer
