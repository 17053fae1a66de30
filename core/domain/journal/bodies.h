// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/bytes.h"
#include "core/base/result.h"
#include "core/base/uuid.h"
#include "core/domain/journal/cbor.h"
#include "core/domain/journal/entry.h"

#include <string>

namespace foyer {

/// `replica.founded`, version 1: a counter came to be. The first entry of its chain.
struct ReplicaFounded {
    std::string name;   ///< "Counter 1"
    std::string series; ///< two characters its order codes start with, given by the authority
    Bytes deviceKey;    ///< Ed25519 public key that signs its journal heads
    Bytes authorityKey; ///< Ed25519 public key of the organizer's authority
    friend bool operator==(const ReplicaFounded&, const ReplicaFounded&) = default;
};

/// `epoch.opened`, version 1: the first entry of a database's next life, after it was found to be
/// older than what this counter had already written. Its `previous` hash is the last entry known
/// here.
struct EpochOpened {
    std::int64_t after = 0; ///< the last sequence of the former epoch that is still here
    std::int64_t lost = 0;  ///< how many entries the counter is known to have written beyond that
    std::string reason;
    std::string series; ///< of its order codes from now on: those of the former may be in use
    friend bool operator==(const EpochOpened&, const EpochOpened&) = default;
};

/// `key.certified`, version 1: the authority vouches for a counter's ticket key.
struct KeyCertified {
    Bytes certificate; ///< see core/domain/admission/certificate.h
    friend bool operator==(const KeyCertified&, const KeyCertified&) = default;
};

/// `ticket.admitted`, `ticket.checked_out` and `scan.refused`, version 1: what a gate did about a
/// ticket.
struct TicketScanned {
    TicketId ticket;
    PerformanceId performance; ///< nil where the code did not tell
    std::string gate;
    std::string outcome; ///< "admitted", "checked_out", or why not: "already_used", "void", …
    /// Of a code that names no ticket that can be trusted (then `ticket` is nil): the first bytes
    /// of its SHA-256. Never the code: whoever reads the journal could print it.
    Bytes codeHash;
    std::string note; ///< kAdmittedByHand, or why somebody overrode the gate; mostly empty
    friend bool operator==(const TicketScanned&, const TicketScanned&) = default;
};

/// The note of an admission without a scan, which the gate's rules allowed.
inline constexpr const char* kAdmittedByHand = "by hand";

/// `admission.undone`, version 1: a ticket was let in, or out, by mistake.
struct AdmissionUndone {
    TicketId ticket;
    EntryId scan; ///< the entry that is undone
    std::string reason;
    friend bool operator==(const AdmissionUndone&, const AdmissionUndone&) = default;
};

/// `customer.recorded`, version 1: personal data, sealed with the customer's own key.
struct CustomerRecorded {
    CustomerId customer;
    Bytes sealed;
    friend bool operator==(const CustomerRecorded&, const CustomerRecorded&) = default;
};

/// `customer.erased`, version 1: the key is destroyed on every replica that applies it.
struct CustomerErased {
    CustomerId customer;
    friend bool operator==(const CustomerErased&, const CustomerErased&) = default;
};

Bytes encode(const ReplicaFounded& body);
Bytes encode(const EpochOpened& body);
Bytes encode(const KeyCertified& body);
Bytes encode(const TicketScanned& body);
Bytes encode(const AdmissionUndone& body);
Bytes encode(const CustomerRecorded& body);
Bytes encode(const CustomerErased& body);
Result<ReplicaFounded> decodeReplicaFounded(const CborValue& body);
Result<EpochOpened> decodeEpochOpened(const CborValue& body);
Result<KeyCertified> decodeKeyCertified(const CborValue& body);
Result<TicketScanned> decodeTicketScanned(const CborValue& body);
Result<AdmissionUndone> decodeAdmissionUndone(const CborValue& body);
Result<CustomerRecorded> decodeCustomerRecorded(const CborValue& body);
Result<CustomerErased> decodeCustomerErased(const CborValue& body);

} // namespace foyer
