// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/clock.h"
#include "core/base/money.h"
#include "core/base/uuid.h"
#include "core/domain/catalogue/entity.h"
#include "core/domain/till/cash_count.h"
#include "core/domain/till/till_figures.h"

#include <optional>
#include <string>
#include <vector>

namespace foyer {

/// Where the cash of a shift lies.
struct Drawer {
    DrawerId id;
    std::string name;
    ReplicaId replica; ///< the counter it stands at
    friend bool operator==(const Drawer&, const Drawer&) = default;
};
EntityEdited editOf(const Drawer& drawer);
/// Nothing where the entity has no name yet.
std::optional<Drawer> drawerFrom(const Uuid& id, const Entity& entity);

/// What the Z report of a closed shift says.
struct ZReport {
    std::string label; ///< "A7-Z12": series of the counter and number without gaps
    std::int64_t number = 0;
    Instant closedAt;
    CashCount counted;
    std::int64_t expected = 0;
    std::int64_t difference = 0; ///< counted − expected; minor units
    std::string headHash;        ///< of the journal before the Z, 64 hex digits
    std::int64_t grandTotal = 0; ///< turnover of the counter up to and with this Z
    friend bool operator==(const ZReport&, const ZReport&) = default;
};

/// A shift as it stands.
struct Shift {
    ShiftId id;
    std::string label; ///< "A7-12": series of the counter and number without gaps
    ReplicaId replica;
    std::string counter; ///< the counter's name
    DrawerId drawer;
    std::string drawerName;
    UserId clerk; ///< nil: nobody had to sign in
    std::string clerkName;
    Instant openedAt;
    Currency currency;
    CashCount cash;           ///< the float
    std::optional<ZReport> z; ///< of a closed one
    bool isHere = false;      ///< at this counter, so that it may be closed here
    bool isOwn = false;       ///< of whoever is signed in
    bool isOpen() const { return !z; }
};

/// The figures of a shift: the X report of an open one, the Z report of a closed one.
struct ShiftReport {
    Shift shift;
    Instant asOf;
    /// Ordered by group, subject and name; events and clerks with their names.
    TillFigures figures;
    /// What must be in the drawer. Nothing where it is not to be seen before the count: then no
    /// figure tells of cash, either.
    std::optional<std::int64_t> expected;
};

/// What countDrawer() finds before anything is closed.
struct DrawerCheck {
    std::int64_t counted = 0;
    bool agrees = false; ///< with what must be in the drawer
    /// What that is; nothing for whoever counts blind: a count of nothing would ask for it.
    std::optional<std::int64_t> expected;
};

/// "A7-12", and "A7-Z12" of a Z report.
std::string shiftLabel(const std::string& series, std::int64_t number);
std::string zLabel(const std::string& series, std::int64_t number);

/// Whether somebody who must not know what is in the drawer may see a figure.
bool tellsOfCash(const TillFigure& figure);

} // namespace foyer
