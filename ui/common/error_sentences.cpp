// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/common/error_sentences.h"

#include "ui/common/customer_sentences.h"
#include "ui/common/event_sentences.h"
#include "ui/common/payment_sentences.h"
#include "ui/common/picture_sentences.h"

#include <QCoreApplication>

#include <algorithm>
#include <string_view>

namespace foyer::ui {
namespace {

struct Sentence {
    std::string_view code;
    const char* words;
};

constexpr Sentence kSentences[] = {
    {"address_missing",
     QT_TRANSLATE_NOOP("foyer::ui", "Say where mails are to go, as in name@example.org.")},
    {"administrator_stays",
     QT_TRANSLATE_NOOP("foyer::ui",
                       "The administrator keeps every permission. Change another role.")},
    {"already_changed",
     QT_TRANSLATE_NOOP("foyer::ui",
                       "This order was changed since it was sold. Refund what is left of it "
                       "instead.")},
    {"already_settled",
     QT_TRANSLATE_NOOP("foyer::ui", "This incident was dealt with already. Nothing was changed.")},
    {"already_used",
     QT_TRANSLATE_NOOP("foyer::ui",
                       "A ticket was used at the door already. Undo its admission first if that "
                       "was a mistake.")},
    {"already_void", QT_TRANSLATE_NOOP("foyer::ui", "This is void already. Nothing was changed.")},
    {"bad_count", QT_TRANSLATE_NOOP("foyer::ui", "Say what was counted: no less than nothing.")},
    {"bad_cut",
     QT_TRANSLATE_NOOP("foyer::ui",
                       "Say what is taken off: a share up to 100 %, an amount, or the price.")},
    {"bad_discount",
     QT_TRANSLATE_NOOP("foyer::ui", "A discount is at most the whole price. Type a smaller one.")},
    {"bad_donation", QT_TRANSLATE_NOOP("foyer::ui", "Type how much is given, such as 5.00.")},
    {"bad_email",
     QT_TRANSLATE_NOOP("foyer::ui",
                       "This is not an email address. Write it as in name@example.org, or leave "
                       "it empty.")},
    {"bad_gift_amount",
     QT_TRANSLATE_NOOP("foyer::ui",
                       "A gift card is worth an amount above zero. Type a smaller or larger one.")},
    {"bad_gift_code",
     QT_TRANSLATE_NOOP("foyer::ui",
                       "This is not the code of a gift card. Check it for typing mistakes.")},
    {"bad_invoice_amount",
     QT_TRANSLATE_NOOP("foyer::ui",
                       "This is more than is open, or nothing. Say how much of it came.")},
    {"bad_language",
     QT_TRANSLATE_NOOP("foyer::ui", "Say a language by its short name, as in de or en-GB.")},
    {"bad_name",
     QT_TRANSLATE_NOOP("foyer::ui",
                       "A name has at most 200 characters and no control characters. Shorten it.")},
    {"bad_part",
     QT_TRANSLATE_NOOP("foyer::ui",
                       "Give back an amount above zero and at most what these tickets are worth.")},
    {"bad_parts",
     QT_TRANSLATE_NOOP("foyer::ui",
                       "Say how many tickets of which types go together; a group rate is of one "
                       "type.")},
    {"bad_phone",
     QT_TRANSLATE_NOOP("foyer::ui",
                       "A telephone number has digits, spaces, + - / ( ) and at least three "
                       "digits. Correct it, or leave it empty.")},
    {"bad_printer_name",
     QT_TRANSLATE_NOOP("foyer::ui", "Give the printer a short name, such as Box office 1.")},
    {"bad_purpose",
     QT_TRANSLATE_NOOP("foyer::ui",
                       "Say what the printer is for: tickets, receipts, reports or several.")},
    {"bad_recipient",
     QT_TRANSLATE_NOOP("foyer::ui", "Type whom the invoice goes to, with the address.")},
    {"bad_stock", QT_TRANSLATE_NOOP("foyer::ui", "Say a whole number from 0 to 100000.")},
    {"bad_uses",
     QT_TRANSLATE_NOOP("foyer::ui", "Say how many tickets may use the code; 0 is no limit.")},
    {"bad_window", QT_TRANSLATE_NOOP("foyer::ui", "The code must end after it begins.")},
    {"blind_count",
     QT_TRANSLATE_NOOP("foyer::ui",
                       "What is in the drawer is shown after the count. Count the drawer first.")},
    {"cancelled",
     QT_TRANSLATE_NOOP("foyer::ui", "This performance is cancelled. Nothing can be sold for it.")},
    {"card_expired",
     QT_TRANSLATE_NOOP("foyer::ui",
                       "Your operator card is over. Connect this counter to its server, or let a "
                       "supervisor sign in.")},
    {"card_missing",
     QT_TRANSLATE_NOOP("foyer::ui",
                       "This counter has nothing to check your password or PIN by. Connect it to "
                       "its server and try again; if that does not help, ask an administrator.")},
    {"card_not_here",
     QT_TRANSLATE_NOOP("foyer::ui",
                       "This gift card was sold at another counter. Only that one can do this, "
                       "so that nothing is spent twice.")},
    {"card_not_yet_valid",
     QT_TRANSLATE_NOOP("foyer::ui",
                       "By this counter's clock your operator card begins later. Check the clock, "
                       "or connect the counter to its server.")},
    {"chain_broken",
     QT_TRANSLATE_NOOP("foyer::ui",
                       "What this counter has written does not continue what the server has of "
                       "it. Check the journal in the diagnostics, and send a support bundle.")},
    {"code_missing", QT_TRANSLATE_NOOP("foyer::ui", "Say the code as customers will type it.")},
    {"customer_erased",
     QT_TRANSLATE_NOOP("foyer::ui",
                       "This customer's data was erased and cannot be read any more. Ask for it "
                       "again where it is needed.")},
    {"customer_key_missing",
     QT_TRANSLATE_NOOP("foyer::ui",
                       "The key to this customer's data has not arrived at this counter yet. "
                       "Sync with the server, and try again.")},
    {"customer_needed",
     QT_TRANSLATE_NOOP("foyer::ui",
                       "Say who it is, and how to reach them: a name and a telephone number or "
                       "an email address.")},
    {"database_behind",
     QT_TRANSLATE_NOOP("foyer::ui",
                       "This database is older than what this counter has already sold. Put the "
                       "newer file back, or run foyer-cli recover if it is lost for good.")},
    {"device_revoked",
     QT_TRANSLATE_NOOP(
         "foyer::ui",
         "The server does not take anything of this counter any more: an administrator has "
         "revoked it. What was sold is kept here. Ask an administrator.")},
    {"disabled",
     QT_TRANSLATE_NOOP("foyer::ui", "This user may not sign in any more. Ask an administrator.")},
    {"drawer_in_use",
     QT_TRANSLATE_NOOP("foyer::ui",
                       "This drawer is in use by another shift. Close that shift, or take "
                       "another drawer.")},
    {"empty_cart",
     QT_TRANSLATE_NOOP("foyer::ui", "There is nothing in the cart. Choose a ticket first.")},
    {"file_not_writable",
     QT_TRANSLATE_NOOP("foyer::ui",
                       "This file cannot be written. Choose another folder, or make room.")},
    {"first_administrator",
     QT_TRANSLATE_NOOP("foyer::ui",
                       "The first user must be an administrator, or nobody could add others.")},
    {"foreign_cash",
     QT_TRANSLATE_NOOP("foyer::ui",
                       "Drawers are counted in the house's currency. Take another one by card, "
                       "transfer or invoice.")},
    {"head_forged",
     QT_TRANSLATE_NOOP("foyer::ui",
                       "What this counter has sent is not signed with its key. Check the "
                       "journal in the diagnostics, and send a support bundle.")},
    {"holders_unheard",
     QT_TRANSLATE_NOOP(
         "foyer::ui",
         "The server was restored from a backup and gives out nothing until it has heard from "
         "every counter. Sell what this counter still holds, and try again later.")},
    {"journal_fork",
     QT_TRANSLATE_NOOP("foyer::ui",
                       "There are two copies of this counter, and the server goes on with the "
                       "other one. Stop using this copy and keep its data folder: an "
                       "administrator enrols it as a new counter.")},
    {"last_administrator",
     QT_TRANSLATE_NOOP("foyer::ui",
                       "This is the last administrator. Make somebody else one first.")},
    {"locked",
     QT_TRANSLATE_NOOP("foyer::ui", "This counter is locked. Enter your PIN, then go on.")},
    {"mixed_currency",
     QT_TRANSLATE_NOOP("foyer::ui",
                       "One order has one currency. Sell this in an order of its own.")},
    {"mixed_forms",
     QT_TRANSLATE_NOOP(
         "foyer::ui",
         "Lines of these days came from a file of another form (CAMT.053 or CSV). Go on "
         "with that form.")},
    {"name_missing", QT_TRANSLATE_NOOP("foyer::ui", "Say the name.")},
    {"name_taken",
     QT_TRANSLATE_NOOP("foyer::ui", "That name is taken already. Choose another name.")},
    {"no_amount", QT_TRANSLATE_NOOP("foyer::ui", "Say what the gift card is to be worth.")},
    {"no_bank",
     QT_TRANSLATE_NOOP(
         "foyer::ui",
         "The house's server knows no bank account. Name it in the server's settings.")},
    {"no_credit",
     QT_TRANSLATE_NOOP("foyer::ui",
                       "Nothing of this invoice is to be given back. Nothing was recorded.")},
    {"no_customer",
     QT_TRANSLATE_NOOP("foyer::ui",
                       "Nobody is named on this order, so there is nobody to write to.")},
    {"no_invoice_here",
     QT_TRANSLATE_NOOP("foyer::ui",
                       "An invoice stands for a whole order. Take the difference by another way.")},
    {"no_printer",
     QT_TRANSLATE_NOOP("foyer::ui",
                       "No printer of this computer is set up for that. Add one in the settings.")},
    {"no_shift",
     QT_TRANSLATE_NOOP("foyer::ui",
                       "You have no open shift. Open your shift first, so that the cash belongs "
                       "to a drawer.")},
    {"not_a_file",
     QT_TRANSLATE_NOOP("foyer::ui",
                       "The database of this counter is a server's. Check it with "
                       "foyer-cli verify.")},
    {"not_admitted",
     QT_TRANSLATE_NOOP("foyer::ui", "This ticket was not let in. There is nothing to undo.")},
    {"not_here",
     QT_TRANSLATE_NOOP("foyer::ui",
                       "This shift was opened at another counter. Close it there, where its "
                       "drawer is.")},
    {"not_home",
     QT_TRANSLATE_NOOP("foyer::ui",
                       "This was sold at another counter. Change it there, so that its money is "
                       "not given back twice.")},
    {"not_invited",
     QT_TRANSLATE_NOOP("foyer::ui",
                       "There is nothing to invite them to yet. Let them sign in, and give them a "
                       "role in the house or in an event first.")},
    {"not_joined",
     QT_TRANSLATE_NOOP("foyer::ui",
                       "This counter stands alone: there is no server to return tickets to.")},
    {"not_permitted",
     QT_TRANSLATE_NOOP("foyer::ui",
                       "Your role does not allow this. Ask a supervisor to approve it with a "
                       "PIN, or to sign in.")},
    {"not_signed_in", QT_TRANSLATE_NOOP("foyer::ui", "Sign in first, then try again.")},
    {"nothing_chosen",
     QT_TRANSLATE_NOOP("foyer::ui", "Choose the tickets that somebody else picks up.")},
    {"nothing_open",
     QT_TRANSLATE_NOOP("foyer::ui",
                       "Nothing is to be paid there by transfer. Nothing was changed.")},
    {"nothing_to_exchange",
     QT_TRANSLATE_NOOP("foyer::ui", "Choose the tickets that are to be exchanged.")},
    {"nothing_to_return",
     QT_TRANSLATE_NOOP("foyer::ui", "No valid ticket of this order is left. Nothing was changed.")},
    {"offline",
     QT_TRANSLATE_NOOP("foyer::ui",
                       "The server cannot be reached. Try again when the network is back.")},
    {"one_approval",
     QT_TRANSLATE_NOOP("foyer::ui",
                       "Complimentary tickets and discounts each need a yes of their own. Sell "
                       "the complimentary ones in an order of their own.")},
    {"online_in_training",
     QT_TRANSLATE_NOOP("foyer::ui",
                       "In a training no real money is taken. Practise with cash or a card.")},
    {"online_needs_network",
     QT_TRANSLATE_NOOP("foyer::ui",
                       "The server cannot be reached, so a payment by phone or reader "
                       "would not arrive. Take cash or a card.")},
    {"online_needs_server",
     QT_TRANSLATE_NOOP("foyer::ui",
                       "Payments by phone or reader go through the house's server, and "
                       "this counter has not joined one.")},
    {"over_limit",
     QT_TRANSLATE_NOOP("foyer::ui",
                       "This is more than your role may do by itself. Ask a supervisor to "
                       "approve it with a PIN.")},
    {"overpaid_by_card",
     QT_TRANSLATE_NOOP("foyer::ui",
                       "The payments other than cash are more than what is due. Take less by "
                       "them.")},
    {"own_approval",
     QT_TRANSLATE_NOOP("foyer::ui",
                       "Nobody can approve what they do themselves. Ask a colleague.")},
    {"plan_changed",
     QT_TRANSLATE_NOOP("foyer::ui",
                       "The difference is another by now. Nothing was changed. Look at it again "
                       "and confirm.")},
    {"reason_missing", QT_TRANSLATE_NOOP("foyer::ui", "Say why; the reason is kept.")},
    {"reference_missing",
     QT_TRANSLATE_NOOP("foyer::ui", "Type the receipt number that the card terminal printed.")},
    {"seat_elsewhere",
     QT_TRANSLATE_NOOP("foyer::ui", "Another counter has one of these seats. Choose others.")},
    {"seat_held",
     QT_TRANSLATE_NOOP("foyer::ui", "A seat is held for somebody. Choose another seat.")},
    {"seat_needed", QT_TRANSLATE_NOOP("foyer::ui", "Places here are numbered. Choose a seat.")},
    {"seats_taken",
     QT_TRANSLATE_NOOP("foyer::ui", "Seats that are taken would go. Move the people first.")},
    {"secret_missing", QT_TRANSLATE_NOOP("foyer::ui", "Give the user a password or a PIN.")},
    {"server_behind",
     QT_TRANSLATE_NOOP("foyer::ui",
                       "The server was put back from a backup and was not told. Selling goes on "
                       "with what is held here; whoever runs the server starts it with "
                       "foyer-server --restored.")},
    {"session_over",
     QT_TRANSLATE_NOOP("foyer::ui", "The server has signed you out. Sign in again.")},
    {"shift_closed",
     QT_TRANSLATE_NOOP("foyer::ui", "This shift is closed already. Nothing was changed.")},
    {"shift_open",
     QT_TRANSLATE_NOOP("foyer::ui",
                       "Your shift is open already. Close it before you open another one.")},
    {"sold_out",
     QT_TRANSLATE_NOOP("foyer::ui",
                       "There are not enough tickets left. Sell fewer, or choose another "
                       "category or date.")},
    {"text_missing",
     QT_TRANSLATE_NOOP("foyer::ui", "Not everybody sees pages. Say the same as plain text, too.")},
    {"ticket_twice",
     QT_TRANSLATE_NOOP("foyer::ui", "A ticket can be exchanged for one other only.")},
    {"ticket_void",
     QT_TRANSLATE_NOOP("foyer::ui",
                       "This ticket is not valid any more; its money was given back. Choose "
                       "tickets that are.")},
    {"too_many_tries",
     QT_TRANSLATE_NOOP("foyer::ui",
                       "There were too many wrong tries. Wait a little, then try again.")},
    {"unknown_case",
     QT_TRANSLATE_NOOP("foyer::ui", "No such case is open any more. Look at the list again.")},
    {"unknown_customer",
     QT_TRANSLATE_NOOP("foyer::ui",
                       "This customer is not known any more. Search again, or type a name.")},
    {"unknown_gift_card", QT_TRANSLATE_NOOP("foyer::ui", "This gift card is not known here.")},
    {"unknown_incident",
     QT_TRANSLATE_NOOP("foyer::ui",
                       "There is no such incident here any more. Look at the list again.")},
    {"unknown_line",
     QT_TRANSLATE_NOOP("foyer::ui", "There is no such line any more. Read the list again.")},
    {"unknown_order",
     QT_TRANSLATE_NOOP("foyer::ui", "This order is not known here. Search for it again.")},
    {"unknown_outgoing",
     QT_TRANSLATE_NOOP("foyer::ui", "This transfer was made already. Read the list again.")},
    {"unknown_payment",
     QT_TRANSLATE_NOOP("foyer::ui",
                       "This payment is not known here. Open the order and look at its payments.")},
    {"unknown_payout",
     QT_TRANSLATE_NOOP(
         "foyer::ui",
         "There is no such payout here. One that was just made comes with the next sync.")},
    {"unknown_provider",
     QT_TRANSLATE_NOOP("foyer::ui",
                       "The house's server does not take this kind of payment by that "
                       "provider. Choose another one.")},
    {"unknown_reader",
     QT_TRANSLATE_NOOP("foyer::ui",
                       "The house has no such card reader any more. Choose another one.")},
    {"unknown_seat",
     QT_TRANSLATE_NOOP("foyer::ui",
                       "There is no such seat here. Write it as row and number, F7, or with its "
                       "section, Stalls F7.")},
    {"unknown_target",
     QT_TRANSLATE_NOOP("foyer::ui",
                       "No order, invoice or reference of this name is known here. Check it.")},
    {"unreadable_colours",
     QT_TRANSLATE_NOOP("foyer::ui",
                       "Text in this colour cannot be read on the main colour. Choose one that is "
                       "much lighter or darker, or none: Foyer then takes black or white.")},
    {"unused_tender", QT_TRANSLATE_NOOP("foyer::ui", "A payment is not needed. Take it out.")},
    {"weak_password",
     QT_TRANSLATE_NOOP("foyer::ui",
                       "This password is too short, too long or too simple. A few words in a row"
                       " are easy to remember.")},
    {"weak_pin", QT_TRANSLATE_NOOP("foyer::ui", "A PIN has six digits that are not too simple.")},
    {"wrong_category",
     QT_TRANSLATE_NOOP("foyer::ui",
                       "This seat is in another category. Choose its own category, or another "
                       "seat.")},
    {"wrong_secret",
     QT_TRANSLATE_NOOP("foyer::ui",
                       "Name and password or PIN do not belong together. Check both and try "
                       "again.")},
    {"wrong_server",
     QT_TRANSLATE_NOOP(
         "foyer::ui",
         "What answers there is not the server that this counter has joined. Nothing was said "
         "to it. Ask whoever runs the server.")},
    {"wrong_writer",
     QT_TRANSLATE_NOOP("foyer::ui",
                       "The server knows this counter as another one. Let an administrator look "
                       "at the list of devices, then sync again.")},
};

} // namespace

const char* generalSentence(const std::string& code)
{
    const auto* found = std::ranges::find(kSentences, code, &Sentence::code);
    if (found != std::end(kSentences)) {
        return found->words;
    }
    for (const auto sentenceOf :
         {paymentSentence, eventSentence, customerSentence, pictureSentence}) {
        if (const char* words = sentenceOf(code)) {
            return words;
        }
    }
    return nullptr;
}

} // namespace foyer::ui
