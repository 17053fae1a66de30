// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/customer_store.h"

namespace foyer {
namespace {

SealedCustomer customerIn(const DbRow& row)
{
    return {row.id<CustomerId>(0), row.bytes(1), row.bytes(2), row.integer(3) != 0};
}

} // namespace

void readCustomers(Database& database, OrganizerId organizer,
                   const std::function<bool(const SealedCustomer&)>& take)
{
    const auto rows =
        database.walk("SELECT customer.id, sealed, wrapped, erased FROM customer "
                      "LEFT JOIN customer_key ON customer_key.organizer = customer.organizer AND "
                      "customer_key.customer = customer.id "
                      "WHERE customer.organizer = ? AND erased = 0 ORDER BY customer.id",
                      {organizer});
    while (rows->next() && take(customerIn(rows->row()))) {}
}

std::optional<SealedCustomer> readCustomer(Database& database, OrganizerId organizer,
                                           CustomerId customer)
{
    std::optional<SealedCustomer> found;
    database.each("SELECT customer.id, sealed, wrapped, erased FROM customer "
                  "LEFT JOIN customer_key ON customer_key.organizer = customer.organizer AND "
                  "customer_key.customer = customer.id "
                  "WHERE customer.organizer = ? AND customer.id = ?",
                  {organizer, customer}, [&](const DbRow& row) { found = customerIn(row); });
    return found;
}

void storeCustomerKey(Database& database, OrganizerId organizer, CustomerId customer,
                      const Bytes& wrapped)
{
    database.run("INSERT INTO customer_key (organizer, customer, wrapped) VALUES (?, ?, ?) "
                 "ON CONFLICT (organizer, customer) DO UPDATE SET wrapped = excluded.wrapped",
                 {organizer, customer, wrapped});
}

} // namespace foyer
