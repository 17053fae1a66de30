// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace foyer::server {

/// A piece of an XML document. Names are without their namespace; what is of another namespace than
/// the document's is left out.
struct XmlPart {
    std::string name;
    std::string currency; ///< of the attribute Ccy: the only one that statements mean anything by
    std::string text;
    std::vector<XmlPart> parts;
    std::size_t line = 0;
    std::size_t column = 0;

    /// The first one on a path ("Acct/Id/IBAN"); null where there is none.
    const XmlPart* find(std::string_view path) const;
    /// Its text; empty where there is none.
    std::string_view textAt(std::string_view path) const;
    /// Those of a name.
    std::vector<const XmlPart*> all(std::string_view childName) const;
};

/// Reads a document piece by piece, so that no more of it is in memory than one of them.
struct XmlReading {
    /// The document's namespace is asked for once; false: it is not known.
    std::function<bool(std::string_view uri)> knows;
    /// A part that lies this deep (the document itself is 1) is handed over when it ends, and an
    /// element above it with nothing in it when that begins. An error ends the reading.
    std::size_t depth = 4;
    std::function<Result<void>(const XmlPart&)> take;
    std::function<void(std::string_view name, std::size_t depth)> begin;
};

/// No document type, no entities beside XML's own five, no more than 24 levels and 100,000 elements
/// in a part. Bad input bad_statement with line and column; whatever `take` says.
Result<void> readXml(std::string_view text, const XmlReading& reading);

} // namespace foyer::server
