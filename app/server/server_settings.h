// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/clock.h"
#include "core/base/random.h"
#include "core/base/result.h"
#include "sync/server/process/foyer_server.h"

#include <Poco/Util/AbstractConfiguration.h>

#include <string>

namespace foyer {

/// The options of a server from its settings: each key of the configuration file ("server.port")
/// gives way to a variable of the environment ("FOYER_SERVER_PORT"). Secrets are named by their
/// files only. Usage error "bad_setting".
Result<server::FoyerServerOptions> serverOptions(const Poco::Util::AbstractConfiguration& settings);

/// Makes what is missing of the data folder, a key file, and a certificate of its own for localhost
/// and the host of server.url; changes nothing that is there. Storage errors data_folder, key_file,
/// tls_files.
Result<void> prepareServer(const server::FoyerServerOptions& options, const Clock& clock,
                           Random& random);

/// Which organizer this server is for; nil before a counter has brought one along. Throws
/// StorageFailure.
OrganizerId houseOf(server::ServerStore& store);

} // namespace foyer
