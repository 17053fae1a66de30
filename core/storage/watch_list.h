// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/uuid.h"
#include "core/storage/database.h"

#include <map>
#include <set>
#include <span>
#include <string>
#include <utility>

namespace foyer::projections {

/// Something that may have become true of a row, asked of many rows at once: of every order of a
/// transaction, say. An update that changes nothing asks it, for an update can be posted; where its
/// count says that there are such rows, a query names them. On an ordinary day there are none.
class Question {
public:
    /// `id`: the column that names the rows asked of; `unchanged`: a column that no index has;
    /// `isTrue`: the condition; `then`: what is to be done with each id it is true of.
    struct Terms {
        std::string table;
        std::string id;
        std::string unchanged;
        std::string isTrue;
        void (*then)(Database& database, OrganizerId organizer, const Uuid& id) = nullptr;
    };
    explicit Question(const Terms& terms);

    /// Posts it. What follows from it comes when its answer does. Throws StorageFailure.
    void ask(Database& database, OrganizerId organizer, const std::set<Uuid>& ids) const;

private:
    void askSome(Database& database, OrganizerId organizer, std::span<const Uuid> ids) const;

    std::string m_ofOne;
    std::string m_ofMany;
    std::string m_which;
    void (*m_then)(Database& database, OrganizerId organizer, const Uuid& id);
};

/// Which rows a transaction has to ask about before it commits. Each is asked about once, however
/// often it was touched, and by then all is there that the answer depends on.
class WatchList final : public TransactionNote {
public:
    /// Outside of a transaction it is asked at once. Throws StorageFailure.
    static void add(Database& database, const Question& question, OrganizerId organizer,
                    const Uuid& id);

    bool beforeCommit(Database& database) override;

private:
    std::map<std::pair<const Question*, OrganizerId>, std::set<Uuid>> m_due;
};

} // namespace foyer::projections
