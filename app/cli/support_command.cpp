// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/json_forms.h"
#include "app/cli/run.h"
#include "app/cli/session.h"
#include "app/cli/terminal.h"
#include "core/services/counter.h"
#include "core/services/diagnostics.h"

#include <nlohmann/json.hpp>

#include <QLocale>
#include <QSysInfo>

namespace foyer::cli {

Result<Answer> run(const SupportBundleCommand& command, Session& session)
{
    auto counter = session.open();
    if (!counter) {
        return std::move(counter).error();
    }
    const auto found = diagnostics(**counter);
    if (!found) {
        return found.error();
    }
    const auto place = journalPlace(**counter);
    if (!place) {
        return place.error();
    }
    const SupportFacts facts{*found,
                             {{"foyer", FOYER_VERSION},
                              {"qt", qVersion()},
                              {"system", QSysInfo::prettyProductName().toStdString()},
                              {"kernel", QSysInfo::kernelVersion().toStdString()},
                              {"processor", QSysInfo::currentCpuArchitecture().toStdString()}},
                             {{"language", QLocale::system().name().toStdString()},
                              {"keys in", session.protection()}},
                             session.clock().now()};
    const InterruptWatch watch;
    ProgressLine progress;
    if (auto written =
            writeSupportBundle(*place, facts, command.file, progress.teller(), &watch.flag());
        !written) {
        return std::move(written).error();
    }
    return Answer{line(Json{{"support_bundle", {{"file", command.file}}}}),
                  "Wrote " + command.file +
                      ". It holds no personal data and no secrets; look at it with tar.\n",
                  {}};
}

} // namespace foyer::cli
