// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/deal_store.h"

#include "core/domain/catalogue/deal_fields.h"
#include "core/storage/catalogue_store.h"

#include <algorithm>
#include <tuple>

namespace foyer {

std::vector<PromoCode> readPromoCodes(Database& database, OrganizerId organizer)
{
    std::vector<PromoCode> codes;
    readEntities(database, organizer, "promo_code", [&](const Uuid& id, const Entity& entity) {
        if (auto code = promoCodeFrom(id, entity)) {
            codes.push_back(*std::move(code));
        }
    });
    std::ranges::sort(codes, [](const PromoCode& a, const PromoCode& b) {
        return std::tie(a.code, a.isOff, a.id) < std::tie(b.code, b.isOff, b.id);
    });
    return codes;
}

std::optional<PromoCode> readPromoCode(Database& database, OrganizerId organizer,
                                       const std::string& code)
{
    const auto codes = readPromoCodes(database, organizer);
    const auto found = std::ranges::find(codes, code, &PromoCode::code);
    return found != codes.end() ? std::optional{*found} : std::nullopt;
}

std::vector<Bundle> readBundles(Database& database, OrganizerId organizer, EventId event)
{
    std::vector<Bundle> bundles;
    const auto take = [&](const Uuid& id, const Entity& entity) {
        if (auto bundle = bundleFrom(id, entity)) {
            bundles.push_back(*std::move(bundle));
        }
    };
    event.isNil() ? readEntities(database, organizer, "bundle", take)
                  : readChildren(database, organizer, "bundle", event.uuid, take);
    std::ranges::sort(bundles, [](const Bundle& a, const Bundle& b) {
        return std::tie(a.name, a.id) < std::tie(b.name, b.id);
    });
    return bundles;
}

PromoUse readPromoUse(Database& database, OrganizerId organizer, PromoCodeId code,
                      ReplicaId replica)
{
    PromoUse use;
    database.each(
        "SELECT count(*), count(CASE WHEN cut.replica = ? THEN 1 END) FROM ticket_reduction cut "
        "JOIN ticket ON ticket.organizer = cut.organizer AND ticket.id = cut.ticket "
        "WHERE cut.organizer = ? AND cut.subject = ? AND ticket.voided_at IS NULL",
        {replica, organizer, code}, [&](const DbRow& row) {
            use = {row.integer(0), row.integer(1)};
        });
    return use;
}

bool isEventSold(Database& database, OrganizerId organizer, EventId event)
{
    return database
        .integer("SELECT 1 FROM ticket JOIN catalogue_entity performance ON "
                 "performance.organizer = ticket.organizer AND performance.kind = 'performance' "
                 "AND performance.id = ticket.performance "
                 "WHERE ticket.organizer = ? AND performance.parent = ? LIMIT 1",
                 {organizer, event})
        .has_value();
}

std::map<TicketId, Reduction> readReductions(Database& database, OrganizerId organizer,
                                             OrderId order)
{
    std::map<TicketId, Reduction> reductions;
    database.each("SELECT ticket, kind, amount, text, subject FROM ticket_reduction "
                  "WHERE organizer = ? AND sale_order = ?",
                  {organizer, order}, [&](const DbRow& row) {
                      const auto kind = reductionNamed(row.text(1));
                      reductions[row.id<TicketId>(0)] = {kind.value_or(Reduction::Kind::Discount),
                                                         row.integer(2), row.text(3),
                                                         row.isNull(4)
                                                             ? Uuid{}
                                                             : row.id<PromoCodeId>(4).uuid};
                  });
    return reductions;
}

} // namespace foyer
