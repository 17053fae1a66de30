// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/ensure.h"
#include "core/base/error.h"

#include <optional>
#include <type_traits>
#include <utility>
#include <variant>

namespace foyer {

/// The answer of something that may be refused: a value, or an Error that says why and what to do.
/// Member names follow std::expected (C++23), which GCC 12 does not offer in C++20 mode.
template <typename T>
class [[nodiscard]] Result {
public:
    Result(T value) : m_state{std::in_place_index<0>, std::move(value)} {}
    Result(Error error) : m_state{std::in_place_index<1>, std::move(error)} {}

    bool has_value() const noexcept { return m_state.index() == 0; }
    explicit operator bool() const noexcept { return has_value(); }

    T& value() &
    {
        ENSURE(has_value());
        return *std::get_if<0>(&m_state);
    }
    const T& value() const&
    {
        ENSURE(has_value());
        return *std::get_if<0>(&m_state);
    }
    T&& value() &&
    {
        ENSURE(has_value());
        return std::move(*std::get_if<0>(&m_state));
    }
    T& operator*() & { return value(); }
    const T& operator*() const& { return value(); }
    T&& operator*() && { return std::move(*this).value(); }
    T* operator->() { return &value(); }
    const T* operator->() const { return &value(); }

    const Error& error() const&
    {
        ENSURE(!has_value());
        return *std::get_if<1>(&m_state);
    }
    Error&& error() &&
    {
        ENSURE(!has_value());
        return std::move(*std::get_if<1>(&m_state));
    }

private:
    std::variant<T, Error> m_state;
};

/// An act without an answer of its own: done, or the Error.
template <>
class [[nodiscard]] Result<void> {
public:
    Result() = default;
    Result(Error error) : m_error{std::move(error)} {}

    bool has_value() const noexcept { return !m_error; }
    explicit operator bool() const noexcept { return has_value(); }

    const Error& error() const&
    {
        ENSURE(m_error.has_value());
        return *m_error;
    }
    Error&& error() &&
    {
        ENSURE(m_error.has_value());
        return std::move(*m_error);
    }

private:
    std::optional<Error> m_error;
};

} // namespace foyer
