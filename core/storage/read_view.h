// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/storage/database.h"

#include <optional>

namespace foyer {

/// As long as it lives, everything that its connection reads is as it was at one moment, however
/// much others write; they do not wait for it, nor it for them. Nothing may be written meanwhile.
class ReadView {
public:
    /// Throws StorageFailure.
    explicit ReadView(Database& database);
    ~ReadView();
    ReadView(const ReadView&) = delete;
    ReadView& operator=(const ReadView&) = delete;

private:
    void end();

    Database& m_database;
    std::optional<Transaction> m_transaction; ///< of a server; on SQLite it would keep writers out
};

} // namespace foyer
