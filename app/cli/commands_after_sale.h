// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace foyer::cli {

/// What was typed for orders after their sale, and at the door; see commands.h.

struct OrdersCommand {
    std::string search;
    std::string performance;
    std::size_t limit = 50;
};
struct RefundCommand {
    std::string code;
    std::vector<std::string> tickets;
    std::string part; ///< an amount; empty: all of it
    std::string reason;
    std::string cardReference;
    bool keepFees = false;
    bool planOnly = false;
};
struct ExchangeCommand {
    std::string code;
    std::vector<std::string> changes; ///< "1=F7:Child"
    std::string performance;          ///< empty: the same
    std::vector<std::string> payments;
    std::string reason;
    std::string cardReference;
    std::string pdf;
    bool planOnly = false;
};
struct MassReturnPlanCommand {
    std::string performance;
    bool keepFees = false;
};
/// Begins, or goes on with what was begun.
struct MassReturnRunCommand {
    std::string performance;
    std::string reason;
    bool keepFees = false;
};
struct MassReturnListCommand {};
struct MassReturnEndCommand {
    std::string performance;
};
struct ReissueCommand {
    std::string code;
    std::vector<std::string> tickets;
    std::string reason;
    std::string pdf;
};
struct ReprintCommand {
    std::string code;
    std::vector<std::string> tickets;
    std::string pdf;
};
struct OrderCustomerCommand {
    std::string code;
    std::string customer;
};
struct PickupCommand {
    std::string code;
    std::vector<std::string> tickets;
    std::string customer;
};
struct HistoryCommand {
    std::string code;
};

struct TrainingBeginCommand {};
struct TrainingEndCommand {};

struct GateListCommand {};
struct GateSetCommand {
    std::string name;
    std::string types; ///< "Adult,Child"; empty: all
    std::string categories;
    std::optional<std::int64_t> opensBefore; ///< minutes
    std::optional<std::int64_t> closesAfter;
    bool reentry = false;
    bool remove = false;
};
struct DoorCountsCommand {
    std::string performance;
};
struct DoorFindCommand {
    std::string search;
    std::string performance;
};
struct DoorPassCommand {
    std::string ticket;
    std::string gate = "Gate 1";
    std::string performance;
    std::string anyway; ///< why, against a refusal
    bool isOut = false;
};
struct DoorUndoCommand {
    std::string ticket;
    std::string reason;
};

/// The conflict desk.
struct IncidentsListCommand {
    bool settled = false;
};
struct IncidentsShowCommand {
    std::string incident;
};
struct IncidentsAcceptCommand {
    std::string incident;
    std::string reason;
};
struct IncidentsReseatCommand {
    std::string incident;
    std::string ticket;
    std::string seat; ///< empty: the nearest that is free
    std::string reason;
    bool planOnly = false;
};
struct IncidentsRefundCommand {
    std::string incident;
    std::string order;
    std::vector<std::string> tickets; ///< ids; none: every valid one
    std::string reason;
    std::string cardReference;
    bool planOnly = false;
};
struct IncidentsChooseCommand {
    std::string incident;
    std::size_t side = 0; ///< from 1, as shown
    std::string reason;
};

} // namespace foyer::cli
