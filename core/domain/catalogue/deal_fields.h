// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/catalogue/deals.h"
#include "core/domain/catalogue/entity.h"

#include <optional>

namespace foyer {

/// Bundles and promo codes as edits of their entity, and back; see catalogue_fields.h. An edit
/// names all parts and types that there are and takes away those that `before` had.
EntityEdited editOf(const Bundle& bundle, const Bundle* before = nullptr);
EntityEdited editOf(const PromoCode& code, const PromoCode* before = nullptr);
std::optional<Bundle> bundleFrom(const Uuid& id, const Entity& entity);
std::optional<PromoCode> promoCodeFrom(const Uuid& id, const Entity& entity);

} // namespace foyer
