// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/feed_batch.h"

#include "core/storage/feed_news.h"
#include "core/storage/feed_store.h"

namespace foyer {

FeedBatch::FeedBatch(Database& database, OrganizerId organizer)
    : m_database{database}, m_organizer{organizer},
      m_transaction{database}, m_before{lockFeed(database, organizer)}, m_position{m_before}
{}

void FeedBatch::commit()
{
    if (hasGrown()) {
        setFeedPosition(m_database, m_organizer, m_position);
        m_database.notify(kFeedChannel, toText(FeedNews{m_organizer, m_position}));
    }
    m_transaction.commit();
    if (m_committed) {
        m_committed(m_position);
    }
}

} // namespace foyer
