// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/services/deals.h"

#include "core/domain/catalogue/deal_fields.h"
#include "core/domain/pricing/price_rules.h"
#include "core/services/access_control.h"
#include "core/services/counter.h"
#include "core/services/guarded.h"
#include "core/services/offer_cache.h"
#include "core/storage/catalogue_edits.h"
#include "core/storage/catalogue_store.h"
#include "core/storage/deal_store.h"

#include <algorithm>
#include <functional>

namespace foyer {
namespace {

constexpr std::int64_t kHundredPercent = 100'000;

Result<void> checkCut(const PriceCut& cut)
{
    const bool isShare = cut.kind == PriceCut::Kind::Percent;
    const std::int64_t most = isShare ? kHundredPercent : Money::kMinorMax;
    if (cut.value < 0 || cut.value > most) {
        return badInput("bad_cut",
                        "Say what is taken off: a share up to 100 %, an amount, or the price.",
                        "cut");
    }
    return {};
}

Result<void> checkPromoCode(const PromoCode& code)
{
    if (code.code.empty()) {
        return badInput("code_missing", "Say the code as customers will type it.", "code");
    }
    if (auto cut = checkCut(code.cut); !cut) {
        return cut;
    }
    if (code.cut.kind != PriceCut::Kind::Percent && !code.currency) {
        return badInput("bad_cut", "Say in which currency the amount is.", "currency");
    }
    if (code.uses < 0 || code.usesPerCounter < 0) {
        return badInput("bad_uses", "Say how many tickets may use the code; 0 is no limit.",
                        "uses");
    }
    if (code.from && code.until && *code.until <= *code.from) {
        return badInput("bad_window", "The code must end after it begins.", "until");
    }
    return {};
}

Result<void> checkBundle(const Bundle& bundle)
{
    if (bundle.name.find_first_not_of(' ') == std::string::npos) {
        return badInput("name_missing", "Say the name of the bundle.", "name");
    }
    const bool isGroup = bundle.kind == Bundle::Kind::FromCount;
    const bool isCounted = std::ranges::all_of(bundle.parts, [](const auto& part) {
        return part.second > 0 && part.second <= 1000;
    });
    if (bundle.parts.empty() || !isCounted || (isGroup && bundle.parts.size() != 1)) {
        return badInput("bad_parts",
                        "Say how many tickets of which types go together; a group rate is of one "
                        "type.",
                        "parts");
    }
    if (bundle.price < 0 || bundle.price > Money::kMinorMax) {
        return badInput("bad_cut", "Say what the tickets cost together.", "price");
    }
    return checkCut(bundle.cut);
}

/// Writes one edit of the catalogue, once it is sound and somebody may.
Result<void> editChecked(Counter& counter, const char* kind, const EntityEdited& body,
                         const std::function<Result<void>()>& check)
{
    if (counter.entriesMissing() > 0) {
        return databaseBehind(counter);
    }
    const auto permit = counter.access().permit(Permission::EditCatalogue);
    if (!permit) {
        return permit.error();
    }
    if (auto sound = check(); !sound) {
        return sound;
    }
    Journal::Act act{counter.journal(), *permit};
    appendEdit(act, counter.database(), counter.organizer(), kind, body);
    act.commit();
    counter.noteHead();
    counter.offers().clear();
    return {};
}

Result<void> edit(Counter& counter, const char* kind, const EntityEdited& body)
{
    return editChecked(counter, kind, body, [] { return Result<void>{}; });
}

template <typename IdType>
IdType newId(Counter& counter)
{
    return IdType{Uuid::v7(counter.clock().now(), counter.random())};
}

} // namespace

Result<std::vector<PromoCodeUse>> promoCodes(Counter& counter)
{
    return guarded([&]() -> Result<std::vector<PromoCodeUse>> {
        if (auto may = counter.access().require(Permission::EditCatalogue); !may) {
            return std::move(may).error();
        }
        std::vector<PromoCodeUse> list;
        for (PromoCode& code : readPromoCodes(counter.database(), counter.organizer())) {
            const PromoUse use =
                readPromoUse(counter.database(), counter.organizer(), code.id, counter.replica());
            list.push_back({std::move(code), use.all, use.here});
        }
        return list;
    });
}

Result<PromoCode> setPromoCode(Counter& counter, PromoCode code)
{
    return guarded([&]() -> Result<PromoCode> {
        code.code = normalizedPromoCode(code.code);
        if (auto sound = checkPromoCode(code); !sound) {
            return std::move(sound).error();
        }
        const auto before = readPromoCode(counter.database(), counter.organizer(), code.code);
        code.id = before ? before->id : newId<PromoCodeId>(counter);
        if (auto done =
                edit(counter, kind::kPromoCodeEdited, editOf(code, before ? &*before : nullptr));
            !done) {
            return std::move(done).error();
        }
        return code;
    });
}

Result<std::vector<Bundle>> bundles(Counter& counter)
{
    return guarded([&]() -> Result<std::vector<Bundle>> {
        return readBundles(counter.database(), counter.organizer(), {});
    });
}

Result<Bundle> setBundle(Counter& counter, Bundle bundle)
{
    return guarded([&]() -> Result<Bundle> {
        if (auto sound = checkBundle(bundle); !sound) {
            return std::move(sound).error();
        }
        const auto known = readBundles(counter.database(), counter.organizer(), bundle.event);
        const auto before = std::ranges::find(known, bundle.name, &Bundle::name);
        const bool isKnown = before != known.end();
        bundle.id = isKnown ? before->id : newId<BundleId>(counter);
        if (auto done =
                edit(counter, kind::kBundleEdited, editOf(bundle, isKnown ? &*before : nullptr));
            !done) {
            return std::move(done).error();
        }
        return bundle;
    });
}

Result<void> setEventCurrency(Counter& counter, EventId event, std::optional<Currency> currency)
{
    return guarded([&]() -> Result<void> {
        const auto check = [&]() -> Result<void> {
            if (!readEntity(counter.database(), counter.organizer(), "event", event.uuid)) {
                return refused("unknown_event", "There is no such event.", "event");
            }
            if (isEventSold(counter.database(), counter.organizer(), event)) {
                return refused("event_sold",
                               "Tickets of this event were sold already. Its currency stays as it "
                               "is, so that they can be refunded and exchanged.",
                               "event");
            }
            return {};
        };
        return editChecked(
            counter, kind::kEventEdited,
            {event.uuid,
             {{"currency", currency ? FieldValue{std::string{currency->code()}} : FieldValue{}}}},
            check);
    });
}

Result<TaxId> taxNamed(Counter& counter, const std::string& name)
{
    return guarded([&]() -> Result<TaxId> {
        std::optional<TaxId> found;
        readEntities(counter.database(), counter.organizer(), "tax",
                     [&](const Uuid& id, const Entity& entity) {
                         if (entity.text("name") == name) {
                             found = TaxId{id};
                         }
                     });
        return found ? Result<TaxId>{*found}
                     : refused("unknown_tax", "There is no tax " + name + ".", "tax");
    });
}

Result<void> setDonationTax(Counter& counter, TaxId tax)
{
    return guarded([&]() -> Result<void> {
        if (!tax.isNil() && !readEntity(counter.database(), counter.organizer(), "tax", tax.uuid)) {
            return refused("unknown_tax", "There is no such tax.", "tax");
        }
        const auto& bytes = tax.uuid.bytes();
        return edit(counter, kind::kOrganizerEdited,
                    {counter.organizer().uuid,
                     {{"donation_tax",
                       tax.isNil() ? FieldValue{}
                                   : FieldValue{Bytes{bytes.begin(), bytes.end()}}}}});
    });
}

Result<std::optional<PromoTerms>> promoTermsOf(Counter& counter, const Cart& cart)
{
    const std::string typed = normalizedPromoCode(cart.promoCode);
    if (typed.empty()) {
        return std::optional<PromoTerms>{};
    }
    auto code = readPromoCode(counter.database(), counter.organizer(), typed);
    if (!code) {
        Error error =
            refused("unknown_promo",
                    "There is no promo code " + typed + " here. Check it for typing mistakes.",
                    "promo_code");
        error.facts = {typed};
        return error;
    }
    PromoTerms terms{*std::move(code)};
    if (terms.code.uses > 0 || terms.code.usesPerCounter > 0) {
        const PromoUse use =
            readPromoUse(counter.database(), counter.organizer(), terms.code.id, counter.replica());
        const auto left = [](std::int64_t limit, std::int64_t used) {
            return limit > 0 ? std::max<std::int64_t>(0, limit - used) : PromoTerms::kNoLimit;
        };
        terms.usesLeft =
            std::min(left(terms.code.uses, use.all), left(terms.code.usesPerCounter, use.here));
    }
    return std::optional{std::move(terms)};
}

Result<Permit> permitForPrices(Counter& counter, const Permit& sell, const Cart& cart,
                               const Quote& quote)
{
    AccessControl& access = counter.access();
    const ActSize size{.refundMinor = 0, .discountMilliPercent = discountByHand(cart, quote)};
    const auto given = [&cart](bool isFree) {
        return std::ranges::any_of(cart.items, [isFree](const CartItem& item) {
            return item.reduction &&
                (item.reduction->kind == HandReduction::Kind::Complimentary) == isFree;
        });
    };
    const bool isFree = given(true);
    const bool isCheaper = given(false);
    if (isFree && isCheaper && !access.isOpenHouse() && access.current()) {
        const Role& role = access.current()->role;
        if (!role.may(Permission::Complimentary) || !role.may(Permission::Discount) ||
            size.discountMilliPercent > role.limits.discountMilliPercent) {
            return refused("one_approval",
                           "Complimentary tickets and discounts each need a yes of their own. Sell "
                           "the complimentary ones in an order of their own.");
        }
    }
    if (isFree && isCheaper) {
        if (auto free = access.permit(Permission::Complimentary); !free) {
            return free;
        }
    }
    if (isCheaper) {
        return access.permit(Permission::Discount, size);
    }
    return isFree ? access.permit(Permission::Complimentary) : Result<Permit>{sell};
}

} // namespace foyer
