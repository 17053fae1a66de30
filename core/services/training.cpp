// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/services/training.h"

#include "core/domain/catalogue/entity.h"
#include "core/services/access_control.h"
#include "core/services/counter.h"
#include "core/services/data_folder.h"
#include "core/services/guarded.h"
#include "core/services/offer_cache.h"
#include "core/services/rights_authority.h"
#include "core/services/sealed_file_vault.h"
#include "core/storage/catalogue_store.h"

#include <array>
#include <filesystem>
#include <fstream>
#include <vector>

namespace foyer {
namespace {

namespace fs = std::filesystem;

constexpr const char* kMark = "TRAINING";
constexpr const char* kPassphrase = "training protects nothing";

struct CopiedKind {
    const char* name; ///< of the entity
    const char* entry;
};
// What a performance needs comes before it, as it does when a season is imported.
constexpr std::array kCopied{CopiedKind{"venue", kind::kVenueEdited},
                             CopiedKind{"plan", kind::kPlanEdited},
                             CopiedKind{"tax", kind::kTaxEdited},
                             CopiedKind{"event", kind::kEventEdited},
                             CopiedKind{"category", kind::kCategoryEdited},
                             CopiedKind{"ticket_type", kind::kTicketTypeEdited},
                             CopiedKind{"fee", kind::kFeeEdited},
                             CopiedKind{"performance", kind::kPerformanceEdited},
                             CopiedKind{"quota", kind::kQuotaEdited},
                             CopiedKind{"offline_stock", kind::kOfflineStockEdited},
                             CopiedKind{"gate", kind::kGateEdited},
                             CopiedKind{"promo_code", kind::kPromoCodeEdited},
                             CopiedKind{"bundle", kind::kBundleEdited}};

EntityEdited allFieldsOf(const Uuid& id, const Entity& entity)
{
    EntityEdited edit{id, {}};
    for (const auto& [name, field] : entity.fields()) {
        edit.fields[name] = field.value;
    }
    return edit;
}

Result<void> copyCatalogue(Counter& from, Counter& to)
{
    const auto permit = to.access().permit(Permission::EditCatalogue);
    if (!permit) {
        return permit.error();
    }
    Journal::Act act{to.journal(), *permit};
    std::vector<PerformanceId> performances;
    for (const CopiedKind& copied : kCopied) {
        readEntities(from.database(), from.organizer(), copied.name,
                     [&](const Uuid& id, const Entity& entity) {
                         act.append(copied.entry, encode(allFieldsOf(id, entity)));
                         if (copied.entry == kind::kPerformanceEdited) {
                             performances.push_back(PerformanceId{id});
                         }
                     });
    }
    to.offers().clearPlans();
    for (const PerformanceId performance : performances) {
        const auto selling = to.offers().offer(performance);
        if (!selling || !selling->offer.plan) {
            continue;
        }
        if (auto leased =
                to.authority().leaseAllSeats(act, performance, seatsThere(*selling->offer.plan));
            !leased) {
            return leased;
        }
    }
    act.commit();
    to.offers().clearPlans();
    to.noteHead();
    return {};
}

Result<void> mark(const std::string& folder)
{
    std::ofstream file{fs::path{folder} / kMark};
    file << "Nothing in this folder is real: it belongs to the training of the counter above.\n";
    file.flush();
    if (!file) {
        return storageError("folder_not_writable",
                            "The training cannot be written into " + folder +
                                ". Make room on the disk, or check the permissions of the folder.",
                            folder);
    }
    return {};
}

} // namespace

std::string trainingFolder(const std::string& folder)
{
    return (fs::path{folder} / "training").string();
}

bool isTraining(const std::string& folder)
{
    std::error_code ignored; // what cannot be looked at is no training
    return fs::exists(fs::path{folder} / kMark, ignored);
}

bool isTraining(Counter& counter)
{
    return isTraining(counter.folder().path());
}

Result<std::unique_ptr<KeyVault>> openTrainingVault(const std::string& folder, Random& random)
{
    auto vault =
        SealedFileVault::open((fs::path{folder} / "foyer.keys").string(), kPassphrase, random);
    return vault ? Result<std::unique_ptr<KeyVault>>{*std::move(vault)} : std::move(vault).error();
}

Result<void> beginTraining(Counter& counter, Random& random)
{
    return guarded([&]() -> Result<void> {
        const std::string folder = trainingFolder(counter.folder().path());
        if (auto ended = endTraining(counter.folder().path()); !ended) {
            return ended;
        }
        std::error_code error;
        fs::create_directories(folder, error);
        // The mark comes first: a training that was begun in part must not be taken for real.
        if (auto marked = mark(folder); !marked) {
            return marked;
        }
        auto vault = openTrainingVault(folder, random);
        if (!vault) {
            return std::move(vault).error();
        }
        const auto& real = counter.offers().organizer();
        const Founding founding{.organizer =
                                    (real ? real->name + " · " : std::string{}) + "TRAINING",
                                .currency = real ? std::string{real->currency.code()} : "EUR",
                                .timeZone = real ? real->timeZone : "UTC",
                                .address = real ? real->address : "",
                                .taxNumber = real ? real->taxNumber : "",
                                .counterName = "Training"};
        if (auto founded = Counter::found(folder, founding, **vault, counter.clock(), random);
            !founded) {
            return founded;
        }
        const auto training = Counter::open(folder, **vault, counter.clock(), random);
        return training ? copyCatalogue(counter, **training) : training.error();
    });
}

Result<void> endTraining(const std::string& folder)
{
    const std::string training = trainingFolder(folder);
    std::error_code error;
    if (!fs::exists(training, error)) {
        return {};
    }
    if (!isTraining(training)) {
        return storageError("training_in_use",
                            training +
                                " is not a training of Foyer's. It was left as it is; move "
                                "it away first.",
                            training);
    }
    if (const auto taken = DataFolder::take(training, false); !taken) {
        return storageError("training_in_use",
                            "The training in " + training +
                                " is open somewhere. Close it there, then try again.",
                            training);
    }
    fs::remove_all(training, error);
    if (error) {
        return storageError("training_in_use",
                            "The training in " + training +
                                " could not be removed. Close the Foyer that uses it, then try "
                                "again.",
                            training);
    }
    return {};
}

} // namespace foyer
