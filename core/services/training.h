// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/clock.h"
#include "core/base/random.h"
#include "core/base/result.h"

#include <memory>
#include <string>

namespace foyer {

class Counter;
class KeyVault;

/// Training: the same program on a house of its own, with the real house's rooms, events and
/// prices. Nothing leads back: it has its own organizer id, journal and keys, so that its tickets
/// are strange to every real gate, and its sales are in no report. Customers, orders and users do
/// not come along: it is an open house, where everybody may try everything.

/// Where the training of a data folder lies: the folder "training" in it.
std::string trainingFolder(const std::string& folder);
/// Whether a data folder is that of a training; what it prints is a specimen then.
bool isTraining(const std::string& folder);
bool isTraining(Counter& counter);

/// The vault of a training. Its keys protect nothing, so no passphrase is asked for. Errors of
/// SealedFileVault::open.
Result<std::unique_ptr<KeyVault>> openTrainingVault(const std::string& folder, Random& random);

/// Begins a training with the catalogue of a counter as it is now, in trainingFolder() of its
/// folder; one that is there already goes. Reads only what is on the wall. Storage errors.
Result<void> beginTraining(Counter& counter, Random& random);
/// Throws a training away; that there is none is no fault. Storage error training_in_use.
Result<void> endTraining(const std::string& folder);

} // namespace foyer
