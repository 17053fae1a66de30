// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/domain/journal/authority_kinds.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace foyer {

bool isOfTheAuthority(const Entry& entry)
{
    constexpr std::array<std::string_view, 19> kKinds{
        kind::kAllotmentGranted,  kind::kSeatsLeased,       kind::kRightsRecalled,
        kind::kReplicaWrittenOff, kind::kAuthorityMoved,    kind::kKeyCertified,
        kind::kDeviceInvited,     kind::kDeviceRevoked,     kind::kSecretSet,
        kind::kOrderHomeGiven,    kind::kOrderHomeRecalled, kind::kPaymentSettled,
        kind::kPaymentEnded,      kind::kPaymentRefunded,   kind::kMailEnded,
        kind::kNoticeRaised,      kind::kNoticeOver,        kind::kCommissionSet,
        kind::kPayoutMade};
    return std::ranges::find(kKinds, entry.kind) != kKinds.end();
}

} // namespace foyer
