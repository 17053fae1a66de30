// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/client/joining.h"

#include "core/base/base64.h"
#include "core/services/access_control.h"
#include "core/services/counter.h"
#include "core/services/counter_keys.h"
#include "core/services/key_vault.h"
#include "sync/client/device_session.h"
#include "sync/protocol/enrolment.h"

#include <QString>
#include <QSysInfo>

namespace foyer::sync {
namespace {

/// Who enrols, with which keys.
struct Applicant {
    OrganizerId organizer; ///< nil: a new counter, of whatever house the code is for
    ReplicaId replica;
    const CounterKeys& keys;
    std::string protection;
};

Result<protocol::Enrolled> enrol(const protocol::EnrolmentInvitation& invitation,
                                 const Applicant& applicant)
{
    const SigningKey device{applicant.keys.device};
    protocol::EnrolmentRequest request;
    request.code = invitation.code;
    request.organizer = applicant.organizer;
    request.replica = applicant.replica;
    request.deviceKey = device.publicKey();
    request.ticketKey = SigningKey{applicant.keys.ticket}.publicKey();
    request.hardware =
        (QSysInfo::productType() + QLatin1Char{' '} + QSysInfo::currentCpuArchitecture())
            .toStdString();
    request.app = "foyer";
    request.protection = applicant.protection;
    request.signature = device.sign(protocol::enrolmentMessage(request, invitation.spki));
    const std::string text = protocol::toText(request);
    PinnedHttps https{invitation.url, invitation.spki};
    HttpRequest post;
    post.method = "POST";
    post.path = "/v1/devices/enrol";
    post.contentType = "application/json";
    post.accept = "application/json";
    post.body.assign(text.begin(), text.end());
    const auto answer = https.send(post);
    if (!answer) {
        return answer.error();
    }
    if (answer->status != 201) {
        return errorOf(*answer);
    }
    return protocol::readEnrolled(
        {reinterpret_cast<const char*>(answer->body.data()), answer->body.size()});
}

Membership membershipOf(const protocol::EnrolmentInvitation& invitation,
                        const protocol::Enrolled& enrolled, const Clock& clock)
{
    return {invitation.url,        Bytes{invitation.spki.begin(), invitation.spki.end()},
            enrolled.device.uuid,  enrolled.authority,
            enrolled.authorityKey, clock.now()};
}

} // namespace

Result<void> joinServer(Counter& counter, const std::string& invitation)
{
    if (auto may = counter.access().require(Permission::RunCounter); !may) {
        return may;
    }
    const auto read = protocol::readInvitation(invitation);
    if (!read) {
        return read.error();
    }
    if (counter.membership() != nullptr) {
        return refused("already_joined",
                       "This counter has joined " + counter.membership()->url +
                           " already. Nothing was changed.");
    }
    const auto enrolled =
        enrol(*read, {counter.organizer(), counter.replica(), counter.keys(), ""});
    if (!enrolled) {
        return enrolled.error();
    }
    return counter.handOver(membershipOf(*read, *enrolled, counter.clock()));
}

Result<void> joinAsNew(const std::string& folder, const std::string& invitation, KeyVault& vault,
                       const Clock& clock, Random& random)
{
    const auto read = protocol::readInvitation(invitation);
    if (!read) {
        return read.error();
    }
    const CounterKeys keys = CounterKeys::generate(random);
    const ReplicaId replica{Uuid::v7(clock.now(), random)};
    const auto enrolled = enrol(*read, {OrganizerId{}, replica, keys, vault.protection()});
    if (!enrolled) {
        return enrolled.error();
    }
    return Counter::foundMember(folder, enrolled->name,
                                {enrolled->organizer, replica, enrolled->series,
                                 enrolled->authorityKey},
                                membershipOf(*read, *enrolled, clock), keys, vault, clock, random);
}

} // namespace foyer::sync
