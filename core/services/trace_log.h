// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/clock.h"
#include "core/base/error.h"

#include <concepts>
#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>

namespace foyer {

/// A word of the program itself: only a literal becomes one.
class TraceWord {
public:
    consteval TraceWord(const char* literal) : m_text{literal} {}
    std::string_view text() const { return m_text; }

private:
    std::string_view m_text;
};

/// What stands beside a word: a number, or the code of an error without its sentence, which may
/// name somebody.
class TraceValue {
public:
    template <std::integral Number>
    TraceValue(TraceWord name, Number value) : m_name{name}, m_value{std::to_string(value)}
    {}
    TraceValue(TraceWord name, const Error& error);
    std::string text() const;

private:
    TraceWord m_name;
    std::string m_value;
};

/// What the program did lately, for whoever helps from afar: lines of words, numbers and codes in a
/// file of the data folder. It cannot hold personal data or secrets, because nothing that somebody
/// typed fits into it. The oldest half goes when the file grows over 256 KiB. Never fails: where
/// the disk does not take a line, it is lost. Belongs to one thread.
class TraceLog {
public:
    static constexpr std::size_t kMost = 256 * 1024; ///< bytes
    /// `folder`: the data folder.
    TraceLog(std::string folder, const Clock& clock);

    void note(TraceWord what, std::initializer_list<TraceValue> values = {});
    /// The last lines of the log of a data folder, oldest first; empty where there is none.
    static std::string recent(const std::string& folder, std::size_t bytes = 64 * 1024);

private:
    void shorten();
    std::string m_folder;
    const Clock& m_clock;
};

} // namespace foyer
