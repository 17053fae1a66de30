// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/customers/customers_port.h"

#include <QObject>

#include <memory>

namespace foyer::desktop {

class StoreThread;

/// Implements what the customers page asks for, over the store thread.
class CounterCustomersPort final : public ui::CustomersPort {
public:
    explicit CounterCustomersPort(StoreThread& store) : m_store{store} {}

    void list(const CustomerQuery& query, Then<CustomerPage> then) override;
    void tags(Then<ui::TagCounts> then) override;
    void open(CustomerId customer, Then<ui::PersonShown> then) override;
    void add(const CardChange& details, Then<PersonCard> then) override;
    void edit(CustomerId customer, const CardChange& change, Then<PersonCard> then) override;
    void erase(CustomerId customer, Then<bool> then) override;
    void save(CustomerId customer, const std::string& file, Then<bool> then) override;
    void duplicates(Then<std::vector<DuplicateProposal>> then) override;
    void merge(CustomerId into, const std::vector<CustomerId>& others,
               Then<PersonCard> then) override;
    void unmerge(CustomerId customer, Then<PersonCard> then) override;
    void look(const std::string& file, Then<ui::TableShown> then) override;
    void importTable(const std::string& file, const ColumnMapping& mapping, bool isTry,
                     std::function<void(std::size_t rows)> progress,
                     Then<CustomerImportReport> then) override;
    void cancelImport() override;
    void imports(Then<std::vector<CustomerImport>> then) override;
    void undoImport(ImportId import, Then<ImportUndone> then) override;

private:
    struct Import;
    /// Takes the next step of an import, or says what it came to.
    void goOn(const std::shared_ptr<Import>& import);

    StoreThread& m_store;
    std::shared_ptr<Import> m_import; ///< the one that was begun last
    QObject m_window;                 ///< lives where answers are wanted
};

} // namespace foyer::desktop
