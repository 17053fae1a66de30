// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/services/access_control.h"
#include "core/services/counter.h"
#include "core/services/customer_directory.h"
#include "core/services/customer_import.h"
#include "core/services/guarded.h"
#include "core/storage/customer_desk_store.h"
#include "core/storage/customer_key_store.h"
#include "core/storage/customer_store.h"

#include <algorithm>
#include <unordered_set>

namespace foyer {
namespace {

/// Takes an import back, one step of customers after the other.
class ImportUndoing {
public:
    ImportUndoing(Counter& counter, const StoredImport& import, const Permit& permit)
        : m_counter{counter}, m_import{import}, m_permit{permit},
          m_used{readUsedCustomers(counter.database(), counter.organizer())}
    {}

    ImportUndone done()
    {
        CustomerId after;
        while (true) {
            auto rows = readImportRows(m_counter.database(), m_counter.organizer(), m_import.id,
                                       after, static_cast<std::int64_t>(kImportStep));
            if (rows.empty()) {
                return m_done;
            }
            // The last customer of a step may go on in the next one.
            if (rows.size() == kImportStep && rows.front().customer != rows.back().customer) {
                const CustomerId last = rows.back().customer;
                std::erase_if(rows, [last](const auto& row) { return row.customer == last; });
            }
            takeBack(rows);
            after = rows.back().customer;
        }
    }

private:
    void takeBack(const std::vector<ImportedSlot>& rows)
    {
        CustomerDirectory& customers = m_counter.customers();
        std::vector<CustomerId> erased;
        std::vector<CustomerId> changed;
        Journal::Act act{m_counter.journal(), m_permit};
        for (auto row = rows.begin(); row != rows.end();) {
            const CustomerId customer = row->customer;
            const auto end = std::find_if(row, rows.end(), [customer](const auto& each) {
                return each.customer != customer;
            });
            const auto known = readCustomer(m_counter.database(), m_counter.organizer(), customer);
            if (!known || known->erased) {
                row = end;
                continue;
            }
            if (row->slot.empty() && !isChangedSince(customer) && !m_used.contains(customer)) {
                customers.erase(act, customer);
                erased.push_back(customer);
                ++m_done.removed;
            } else if (row->slot.empty()) {
                ++m_done.kept;
            } else {
                auto slots = unchangedOf({row, end});
                ++(slots.empty() ? m_done.kept : m_done.removed);
                if (!slots.empty()) {
                    customers.putBack(act, customer, std::move(slots));
                    changed.push_back(customer);
                }
            }
            row = end;
        }
        act.commit();
        m_counter.noteHead();
        std::ranges::for_each(erased, [&](CustomerId each) { customers.forget(each); });
        std::ranges::for_each(changed, [&](CustomerId each) { customers.refresh(each); });
    }

    bool isChangedSince(CustomerId customer) const
    {
        const auto slots = readSlots(m_counter.database(), m_counter.organizer(), customer);
        return std::ranges::any_of(slots, [this](const StoredSlot& slot) {
            return slot.at > m_import.last;
        });
    }

    /// Where two rows of the table changed one slot, what the first of them made of it is kept with
    /// the import, and the other stands.
    bool isOfImport(const StoredSlot& now, const ImportedSlot& row) const
    {
        return now.sealed == row.after || (now.at <= m_import.last && now.actor == m_import.actor);
    }

    std::vector<SealedSlot> unchangedOf(const std::vector<ImportedSlot>& rows) const
    {
        std::vector<SealedSlot> back;
        const auto slots =
            readSlots(m_counter.database(), m_counter.organizer(), rows.front().customer);
        for (const ImportedSlot& row : rows) {
            const auto now = std::ranges::find(slots, row.slot, &StoredSlot::slot);
            if (now != slots.end() && isOfImport(*now, row)) {
                back.push_back({row.slot, row.before});
            }
        }
        return back;
    }

    Counter& m_counter;
    const StoredImport& m_import;
    const Permit& m_permit;
    std::unordered_set<CustomerId> m_used;
    ImportUndone m_done;
};

} // namespace

Result<std::vector<CustomerImport>> customerImports(Counter& counter)
{
    return guarded([&]() -> Result<std::vector<CustomerImport>> {
        if (auto may = counter.access().require(Permission::ReadCustomers); !may) {
            return std::move(may).error();
        }
        std::vector<CustomerImport> imports;
        for (const StoredImport& each : readImports(counter.database(), counter.organizer())) {
            const auto user = counter.access().users().find(each.actor);
            imports.push_back(
                {each.id, each.at,
                 user != counter.access().users().end() ? user->second.name : std::string{},
                 each.added, each.changed, each.undone});
        }
        return imports;
    });
}

Result<ImportUndone> undoCustomerImport(Counter& counter, ImportId id)
{
    return guarded([&]() -> Result<ImportUndone> {
        if (counter.entriesMissing() > 0) {
            return databaseBehind(counter);
        }
        const auto permit = counter.access().permit(Permission::EraseCustomers);
        if (!permit) {
            return permit.error();
        }
        const auto imports = readImports(counter.database(), counter.organizer());
        const auto found = std::ranges::find(imports, id, &StoredImport::id);
        if (found == imports.end()) {
            return refused("unknown_import", "There was no such import. List the imports first.",
                           "import");
        }
        if (found->undone) {
            return refused("import_undone", "This import was taken back already.", "import");
        }
        const ImportUndone done = ImportUndoing{counter, *found, *permit}.done();
        Journal::Act act{counter.journal(), *permit};
        act.append(kind::kCustomersImportUndone,
                   encode(CustomersImportUndone{id, static_cast<std::int64_t>(done.removed),
                                                static_cast<std::int64_t>(done.kept)}));
        act.commit();
        counter.noteHead();
        scrubDisk(counter.database());
        return done;
    });
}

} // namespace foyer
