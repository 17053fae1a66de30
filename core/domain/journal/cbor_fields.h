// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/money.h"
#include "core/base/result.h"
#include "core/base/uuid.h"
#include "core/domain/journal/cbor.h"

#include <string>
#include <utility>

namespace foyer {

/// Reads the fields of one entry body and remembers the first that is missing or wrong, so that a
/// body is read in straight lines and judged once, at the end.
class FieldReader {
public:
    explicit FieldReader(std::string kind) : m_kind{std::move(kind)} {}

    /// Notes a fault in a field unless `sound`.
    void require(bool sound, const char* field)
    {
        if (!sound && m_fault.empty()) {
            m_fault = field;
        }
    }
    /// 16 bytes; nil and a fault otherwise.
    Uuid uuid(const CborValue& value);
    template <typename IdType>
    IdType id(const CborValue& value)
    {
        return IdType{uuid(value)};
    }
    std::int64_t integer(const CborValue& value, std::int64_t low, std::int64_t high);
    /// Minor units within Money's bound.
    std::int64_t amount(const CborValue& value);
    std::string text(const CborValue& value, const char* field);
    /// An ISO 4217 code; an arbitrary currency and a fault otherwise.
    Currency currency(const CborValue& value);

    /// The finished body, or "bad_entry" naming the kind and the first faulty field.
    template <typename Body>
    Result<Body> checked(Body body) const
    {
        if (m_fault.empty()) {
            return body;
        }
        return badInput("bad_entry",
                        "This \"" + m_kind + "\" entry cannot be read: its " + m_fault +
                            " is missing or wrong. It is kept, and shown by verify.",
                        m_kind + "." + m_fault);
    }

private:
    std::string m_kind;
    std::string m_fault;
};

} // namespace foyer
