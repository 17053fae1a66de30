#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Foyer authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every verb of core/services asks for a permission, or is named here with the reason why not.

A verb is a function of a header in core/services that takes a Counter. One that writes cannot be built
without a Permit; this finds the ones that only read, and Permit::ofProgram() where it must not be."""

import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
SERVICES = ROOT / "core" / "services"

# What anybody who can open the counter may know: nothing of it is about a person or about money taken.
OPEN = {
    "arrivalOf": "what a gate decides from; the verbs of gate.h asked before",
    "gateNamed": "names and rules of gates are written on them",
    "recordScan": "takes the permit of the verb of gate.h that decided",
    "beginTraining": "reads what is on the wall and writes another house",
    "isTraining": "everybody sees the banner",
    "printsSpecimens": "is printed on every paper",
    "nameOnReports": "who sells is printed on every paper",
    "refundNeeds": "says what a refund needs; gives nothing",
    "refundSize": "says how much a refund is; gives nothing",
    "moveMoney": "is part of an act, whose permit the verb of after_sale.h had to get",
    "prepareReturn": "works out what a verb of after_sale.h would do, which asked before",
    "prepareExchange": "works out what a verb of after_sale.h would do, which asked before",
    "quote": "prices are on the wall",
    "picture": "posters are there to be seen",
    "pictures": "posters are there to be seen",
    "pictureNamed": "posters are there to be seen",
    "eventPictures": "posters are there to be seen",
    "eventWithPictures": "what is on is on the wall",
    "logo": "the logo is on the door",
    "anyEventWhereMay": "says where the operator may, for verbs that ask",
    "houseColours": "the colours are on the door",
    "houseStyle": "logo and colours are on every ticket",
    "picturesToSend": "the line's own worker: carries what was permitted when it was added",
    "renditionsToFetch": "the line's own worker: fetches what everybody may see",
    "notePictureAtServer": "the line's own worker: notes what it did",
    "noteRenditionHere": "the line's own worker: notes what it did",
    "isStillThere": "asks whether who got the permit is still there; gives nothing",
    "performances": "what is on is on the wall",
    "publicDates": "what is on is on the wall",
    "offerOf": "prices are on the wall",
    "performanceNamed": "what is on is on the wall",
    "plans": "the rooms are known",
    "planNamed": "the rooms are known",
    "seatStates": "which seats are free is shown to every customer",
    "placesLeft": "how many places are left is shown to every customer",
    "bestSeats": "which seats are free is shown to every customer",
    "placesHere": "how many places are left is shown to every customer",
    "seatNamed": "the names of the seats are written on them",
    "ticketVerifier": "holds public keys and certificates, and the key that the caller has anyway",
    "ticketCodes": "makes codes of an order that the caller was permitted to read",
    "printers": "which printers stand here can be seen",
    "printerNamed": "which printers stand here can be seen",
    "printerFor": "which printers stand here can be seen",
    "recoverSpool": "the queue's own worker: what was under way at the end is not known to have come out",
    "waitingSpoolJobs": "the queue's own worker: carries out what was permitted when it was put there",
    "noteSpoolPage": "the queue's own worker: notes what it did",
    "noteSpoolFault": "the queue's own worker: notes what it did",
    "spooledOrder": "the queue's own worker: permitted when the order was put there",
    "readHeldBack": "reads for verbs that have asked",
    "readOpenInvoices": "reads for verbs that have asked",
    "keptShowNight": "the papers' own keeper: permitted when they were switched on",
    "completeErasures": "does what erasing asked for, which had a permission",
    "openShift": "whether a drawer is open is no secret; what is in it is",
    "shiftForCash": "part of an act that was permitted",
    "shiftForMoney": "part of an act that was permitted",
    "taxNamed": "the taxes are the law's",
    "bundles": "prices are on the wall",
    "promoTermsOf": "is part of a sale that was permitted",
    "permitForPrices": "asks for the permission itself",
    "cashStep": "which coins there are is no secret",
    "houseCurrency": "which money is taken is no secret",
    "readDrawers": "reads for verbs that have asked",
    "shiftFrom": "reads for verbs that have asked",
    "shiftFigures": "reads for verbs that have asked",
    "namedFigures": "reads for verbs that have asked",
    "wholeReport": "reads for verbs that have asked",
    "clerkName": "reads for verbs that have asked",
    "basePlaceOf": "says where something lies, for verify and rebuild, which ask",
    "knownIncident": "reads for verbs that have asked",
    "incidentShown": "reads for verbs that have asked",
    "showSideWriter": "reads for verbs that have asked",
    "showSideOrder": "reads for verbs that have asked",
    "personOnSide": "reads for verbs that have asked",
    "showActsAfterRevocation": "reads for verbs that have asked",
    "openIncidentCount": "asks, and says 0 to who may not know",
    "returnStockOfClosedShift": "does what closing the shift asked for, which had a permission",
    "stockFor": "reads for verbs that have asked",
    "addMissingStock": "is part of staying in step, which the counter does by itself",
    "answerRecalls": "does what the authority asked for, which had a permission",
    "returnRecalledOrders": "does what the authority asked for, which had a permission",
    "canAskProviders": "whether the house takes payments by phone is no secret",
    "keepPaymentOffers": "keeps what the server said; nobody's act",
    "checkProviderTenders": "is part of a sale that was permitted",
    "newPaymentId": "gives an id and reads nothing",
    "eventOf": "tells what an act is about to whoever decides whether it is permitted",
    "readEventDetails": "reads for verbs that asked",
    "houseLanguage": "the language of the house is on every mail",
    "eventOfPart": "tells what an act is about to whoever decides whether it is permitted",
    "eventsIn": "tells what an act is about to whoever decides whether it is permitted",
    "eventsOf": "tells what an act is about to whoever decides whether it is permitted",
    "askProvider": "is part of an act that was permitted",
    "refuseAwaited": "is part of verbs that have asked",
    "refuseOpenPayments": "is part of verbs that have asked",
    "insistNeeds": "says what insisting needs; gives nothing",
    "cancelOpenPayments": "is part of an act that was permitted",
    "isInHand": "says which counter has an order, and nothing of it",
    "isInReach": "says which counter has an order, and nothing of it",
    "takeInHand": "is part of a verb that asked before",
    "orderAsked": "words an answer of the authority's",
    "needOf": "how many more places are needed is known to whoever wants them",
    "topUpAhead": "is part of an act that was permitted",
    "securePlaces": "is part of an act that was permitted",
    "moveRights": "is part of an act that was permitted",
    "comingWithPlan": "tells the verbs of plans which performances to look at",
    "releaseForSale": "is part of a sale that was permitted",
    "checkRelease": "says whether a time has passed, and nothing else",
    "cartForSale": "makes a cart of holds that the caller was permitted to read",
    "findGiftCards": "is part of a sale that was permitted",
    "spendGiftCards": "is part of a sale that was permitted",
    "issueInvoice": "is part of a sale that was permitted",
    "giveBackWorth": "is part of an act that was permitted",
    "giveWorthBack": "is part of an act that was permitted",
    "cancelGiftCards": "is part of an act that was permitted",
    "releaseDueHolds": "does what somebody permitted set a time for",
    "openShift": "says whose drawer a verb that asked takes cash into",
    "shiftForCash": "says whose drawer a verb that asked takes cash into",
    "readDrawers": "reads for verbs that asked",
    "shiftFrom": "names what a verb that asked has read",
    "namedFigures": "names what a verb that asked has read",
    "shiftFigures": "reads for verbs that asked",
    "wholeReport": "reads for verbs that asked",
    "clerkName": "names what a verb that asked has read",
    "houseCurrency": "prices are on the wall",
    "cashStep": "what cash is rounded to is told to every customer",
    "keepCards": "keeps what the authority has signed, and nothing else",
    "useKeptCards": "does so when the counter opens, before anybody can sign in",
    "waitingVerifiers": "for the house's own server, which decides by itself whether it takes them",
    "verifiersHandedOver": "notes what the server has said",
    "notices": "tells the operator of kinds that their role may know of, and asks for each; see mayKnow()",
    "readNotices": "is about what the operator themselves has read",
    "noticeChoice": "is the operator's own",
    "chooseNotices": "is the operator's own",
    "noticeLimits": "when staff is told of what is no secret",
    "watchForNotices": "looks by itself, for whoever may know of what it finds",
    "effectOf": "is part of verbs that have asked",
    "capacityEffect": "is part of verbs that have asked",
    "categoryIds": "reads for verbs that have asked",
    "changeOwnSecret": "proves who it is by the secret they have",
}
# Founding and joining, what is due, and what an authority does for the replicas it has enrolled: whom a
# request comes from is proved before it gets there. And who runs the server's program on its own data.
PROGRAM = {"core/services/counter.cpp", "core/services/counter_membership.cpp", "core/services/holds.cpp",
           "core/services/customers.cpp", "sync/server/letters/letter_desk.cpp",
           "core/services/notice_watch.cpp", "core/services/orders_in_hand.cpp", "core/services/rights_return.cpp",
           "core/services/authority/authority.cpp", "core/services/authority/mail_news.cpp",
           "core/services/authority/notice_news.cpp",
           "core/services/authority/replica_enrolment.cpp", "core/services/authority/rights_office.cpp",
           "core/services/authority/device_office.cpp", "app/server/main.cpp",
           "sync/server/payments/payment_run_books.cpp", "sync/server/payments/payout_desk.cpp",
           "core/domain/access/permit.h"}
# Parts of verbs, which are tried with those.
PARTS = {"editCatalogue", "madeInCatalogue", "makeMissingEvents", "checkWorth", "decideIn", "printingAfterSale",
         "standingOrderHere"}
TRIED = ROOT / "tests" / "core" / "test_verb_permissions.cpp"

VERB = re.compile(r"^[\w:<>,&*\s]*?\b(\w+)\(\s*Counter& counter", re.MULTILINE)
ASKS = re.compile(r"\b(?:permit|require)\(\s*(?:foyer::)?(?:Permission::|permission|printPermission|needed)")


def without_comments(text):
    return re.sub(r"//[^\n]*", "", text)


def body_after(text, start):
    """From a definition's name on: its body, or nothing for a declaration."""
    opening = text.find("{", start)
    ending = text.find(";", start)
    if opening < 0 or (0 <= ending < opening):
        return None
    depth = 0
    for at in range(opening, len(text)):
        depth += {"{": 1, "}": -1}.get(text[at], 0)
        if depth == 0:
            return text[opening:at]
    return None


def bodies(sources, name):
    for text in sources.values():
        for match in re.finditer(rf"\b{name}\(\s*Counter& counter", text):
            body = body_after(text, match.end())
            if body is not None:
                yield body


def calls(body, name):
    """Whether a body calls a function, or one made of a template, with its counter."""
    return re.search(rf"\b{name}(?:<[\w:<>, ]*>)?\(\s*counter\b", body)


def asks(sources, name, verbs, seen=()):
    """Whether every definition asks by itself, or leaves it to another verb that does."""
    found = list(bodies(sources, name))
    if not found:
        return False
    for body in found:
        if ASKS.search(body):
            continue
        called = {other for other in verbs if other not in seen and other != name
                  and calls(body, other)}
        overload = name not in seen and calls(body, name) and len(found) > 1
        if not overload and not any(asks(sources, other, verbs, (*seen, name)) for other in called):
            return False
    return True


def check(services, others=()):
    sources = {path: without_comments(path.read_text()) for path in sorted(services.glob("*.cpp"))}
    verbs = set()
    for path in sorted(services.glob("*.h")):
        text = without_comments(path.read_text())
        text = re.sub(r"class \w+[^;{]*\{.*?^\};", "", text, flags=re.DOTALL | re.MULTILINE)
        verbs |= set(VERB.findall(text))
        # A template is defined there; "= {}" is no body.
        sources[path] = re.sub(r"=\s*[\w:]*\{[^{}]*\}", "", text)
    functions = {name for text in sources.values() for name in VERB.findall(text)}
    faults = [f"{name}: asks for no permission. Let it call counter.access().permit or require, or name it "
              "in tests/tidy/check_permissions.py with the reason."
              for name in sorted(verbs) if name not in OPEN and not asks(sources, name, functions)]
    for path in others:
        relative = path.relative_to(ROOT).as_posix()
        if relative not in PROGRAM and "Permit::ofProgram" in path.read_text():
            faults.append(f"{relative}: Permit::ofProgram() is for founding and recovering a counter only.")
    return verbs, faults


def untried(verbs, test):
    """The verbs that ask for a permission, and that no row of the test's tables calls."""
    rows = set(re.findall(r'FOYER_TRIES\(\s*"(\w+)"', test))
    return [f"{name}: is not tried without its permission. Give it a row in {TRIED.name}."
            for name in sorted(verbs - set(OPEN) - PARTS - rows)]


def main():
    others = [path for folder in ("app", "core", "ui", "sync") for path in (ROOT / folder).rglob("*.[ch]*")
              if path.suffix in (".h", ".cpp")]
    verbs, faults = check(SERVICES, others)
    faults += untried(verbs, TRIED.read_text())
    if len(verbs) < 15:
        faults.append(f"only {len(verbs)} verbs were found: this check does not see them any more")
    for fault in faults:
        print(fault)
    print(f"{len(verbs)} verbs, {len(faults)} objections")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
