// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/cli/commands_after_sale.h"
#include "app/cli/commands_bank.h"
#include "app/cli/commands_customers.h"
#include "app/cli/commands_events.h"
#include "app/cli/commands_imports.h"
#include "app/cli/commands_mail.h"
#include "app/cli/commands_notices.h"
#include "app/cli/commands_payments.h"
#include "app/cli/commands_payouts.h"
#include "app/cli/commands_pictures.h"
#include "app/cli/commands_plans.h"
#include "app/cli/commands_reports.h"
#include "app/cli/commands_server.h"
#include "core/domain/till/till_entries.h"
#include "core/services/counter.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace foyer::cli {

/// What was typed, one struct for each command; names and amounts are still text, because what they
/// mean is known only to the counter.

struct InitCommand {
    Founding founding;
    bool demo = false; ///< load the demonstration season, too
};

struct SeasonImportCommand {
    std::string file;
};

struct PerformancesCommand {
    std::string search;
    bool past = false; ///< those that are over, too
};

struct SeatsCommand {
    std::string performance;
};

struct SellCommand {
    std::string performance;
    std::vector<std::string> tickets; ///< "Adult=2,Child=1"
    std::string category;
    std::string seats; ///< "best", or labels with commas between; empty: best where there are seats
    bool accessible = false;
    std::vector<std::string> payments; ///< "cash=100.00", "card=20.00:4711", "gift:CODE=12.00"
    std::string invoice;               ///< "address=…,tax=…,days=14", where one pays
    std::string customer;              ///< "name=…,email=…" or an id
    std::string pdf;                   ///< a folder; empty: no documents
    std::string request;               ///< a UUID of the caller's; the same one never sells twice
    bool quoteOnly = false;
    std::string promo;
    std::string complimentary; ///< the reason
    std::string discount;      ///< "10%" or an amount, off each ticket
    std::string reason;        ///< of the discount
    std::string donation;
};

struct OrderCommand {
    std::string code;
    std::string pdf;
};

struct VoidCommand {
    std::string code;
    std::string reason;
    bool planOnly = false;
    bool insist = false; ///< although a provider may still take the money
};

struct ScanCommand {
    std::string code;
    std::string gate = "Gate 1";
    std::string performance;
    bool isOut = false; ///< to let somebody out who comes back
};

struct CustomersCommand {
    std::string search;
    std::size_t limit = 50;
};

struct UserAddCommand {
    std::string name;
    std::string role = "clerk";
    std::vector<std::string> inEvents; ///< "EVENT=ROLE"
};
struct UserListCommand {};
struct UserInviteCommand {
    std::string name;
};
struct UserChangeCommand {
    std::string name;
    std::string newName;
    std::string role;
    std::vector<std::string> inEvents; ///< "EVENT=ROLE", "EVENT=none"
    bool disable = false;
    bool enable = false;
    bool secret = false; ///< a new password or PIN is asked for
};
struct RoleListCommand {};
struct RoleChangeCommand {
    std::string name;
    std::string refundUpTo;   ///< an amount, or "none" for no limit
    std::string discountUpTo; ///< percent, or "none"
    std::vector<std::string> allow;
    std::vector<std::string> deny;
};

struct HoldPlaceCommand {
    std::string performance;
    std::string kind = "house";
    std::string label;
    std::string seats;    ///< "F7,F8"
    std::string standing; ///< "Standing=5"
    std::string until;    ///< "2026-11-28 18:00", in the performance's time zone
};
struct HoldListCommand {
    std::string performance;
};
struct HoldReleaseCommand {
    std::string hold;
};
struct HoldExtendCommand {
    std::string hold;
    std::string until; ///< empty: until somebody lets go
};
struct ReserveCommand {
    std::string performance;
    std::vector<std::string> tickets;
    std::string seats;
    std::string customer;
    std::string until;
};
struct CollectCommand {
    std::string code;
    std::vector<std::string> payments;
};
struct WaitJoinCommand {
    std::string performance;
    std::string customer;
    std::int64_t count = 1;
    std::string category;
};
struct WaitListCommand {
    std::string performance;
};
struct WaitOfferCommand {
    std::string waiting;
    std::string until;
};
struct WaitEndCommand {
    std::string waiting;
    bool served = false;
};

struct KitCommand {
    std::string performance;
    std::string folder;
    int blanks = 50;
};

struct PrinterAddCommand {
    std::string name;
    std::string output;
    std::string language;
    std::string paper;
    std::string purposes = "tickets,receipts,reports";
    int dotsPerInch = 203;
};
struct PrinterListCommand {};
struct PrinterTestCommand {
    std::string name;
};
struct PrinterRemoveCommand {
    std::string name;
};
struct PrintCommand {
    std::string order;
    std::string printer; ///< empty: the first that is for it
    bool receipt = false;
};
struct SpoolListCommand {};
struct SpoolActCommand {
    enum class Act : std::uint8_t { Retry, Cancel, CameOut, Missing };
    Act act = Act::Retry;
    std::string job;
};
struct DrawerOpenCommand {
    std::string reason;
    std::string printer;
};

struct GiftCardSellCommand {
    std::vector<std::string> amounts;
    std::vector<std::string> payments;
    std::string customer; ///< the id of a known one
    std::string pdf;
    std::string request;
};
struct GiftCardBalanceCommand {
    std::string code;
};
struct GiftCardListCommand {
    std::string named; ///< the end of its code, or the code of its order
};
struct GiftCardBlockCommand {
    std::string card; ///< its code, its id or the end of its code
    std::string reason;
    bool unblock = false;
};
struct GiftCardReplaceCommand {
    std::string card;
    std::string reason;
    std::string pdf;
};
struct GiftCardPrintCommand {
    std::string order;
    std::string pdf;
};
struct InvoiceListCommand {
    bool all = false; ///< those that are paid or taken back, too
};
struct InvoicePaidCommand {
    std::string number;
    std::string amount;              ///< empty: all that is open
    std::string method = "transfer"; ///< "transfer", "cash", "card"
    std::string reference;
    std::string request;
    bool back = false; ///< money is given back
};
struct InvoicePrintCommand {
    std::string number;
    std::string pdf;
};

/// One of these.
struct CutWords {
    std::string percent;
    std::string amount;
    std::string price;
};
struct PromoListCommand {};
struct PromoSetCommand {
    std::string code;
    CutWords cut;
    std::int64_t uses = 0;
    std::int64_t usesPerCounter = 0;
    std::string from;
    std::string until;
    std::string event; ///< empty: all
    std::string types; ///< empty: all
    bool off = false;
};
struct BundleListCommand {};
struct BundleSetCommand {
    std::string name;
    std::string event;
    std::string tickets;
    std::string together; ///< an amount; empty: a group rate
    CutWords cut;
    std::string categories;
    bool off = false;
};
struct EventCurrencyCommand {
    std::string event;
    std::string currency; ///< "house": its own
};
struct DonationTaxCommand {
    std::string tax; ///< "none"
};

struct TillOpenCommand {
    std::string amount; ///< the float; empty: of the coins, or none
    std::string coins;
    std::string drawer; ///< its name; empty: the first that is free
};
struct TillMoveCommand {
    CashMoveKind kind = CashMoveKind::NoSale;
    std::string amount = "0";
    std::string reason;
};
struct TillShowCommand {
    std::string shift;
    std::string pdf;
    std::string figure;
    bool receipts = false;
};
struct TillCountCommand {
    std::string amount;
    std::string coins;
    std::string shift;
    std::string pdf;
    bool closes = false;
};
struct TillListCommand {};
struct TillDrawersCommand {
    std::string add;
};
struct TillRoundingCommand {
    std::string step; ///< "0.05", "none", "coins"
};

struct VerifyCommand {};
struct RebuildCommand {};
struct KeysCommand {};

struct RecoverCommand {
    std::string reason;
};

} // namespace foyer::cli
