// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

// How many small requests a second the server answers beside Poco's own HTTPServer that says hello,
// under the same load of wrk: over TLS, sixteen connections that are kept. As lines of JSON.
#include "core/base/ensure.h"
#include "core/domain/catalogue/entity.h"
#include "core/services/catalogue.h"
#include "core/storage/journal.h"
#include "tests/bench/device_chain.h"
#include "tests/bench/figures.h"
#include "tests/bench/hello_server.h"
#include "tests/bench/served_house.h"
#include "tests/bench/venue.h"
#include "tests/support/raw_client.h"

#include <QCoreApplication>
#include <QProcess>
#include <QRegularExpression>

#include <cstdio>
#include <fstream>
#include <string>

namespace foyer::bench {
namespace {

// The server allows a device 60 requests at once and 20 a second.
constexpr int kDevices = ServedHouse::kDevicesMax;
constexpr int kSeconds = 2;
constexpr int kRounds = 5;
constexpr int kRequestsEach = 40;

const std::string kHello = R"({"hello":"world"})";

/// wrk over TLS at a server on this computer: requests a second. `script`: a file, or empty.
double requestsASecond(std::uint16_t port, const std::string& path, const QStringList& script)
{
    QProcess wrk;
    QStringList arguments{QStringLiteral("--threads=1"), QStringLiteral("--connections=16"),
                          QStringLiteral("--duration=%1s").arg(kSeconds)};
    arguments += script.mid(0, 1);
    arguments +=
        QStringLiteral("https://localhost:%1%2").arg(port).arg(QString::fromStdString(path));
    arguments += script.mid(1);
    wrk.start(QStringLiteral("wrk"), arguments);
    wrk.waitForFinished(-1);
    const QString said = QString::fromUtf8(wrk.readAllStandardOutput());
    static const QRegularExpression kRate{QStringLiteral("Requests/sec:\\s+([0-9.]+)")};
    const auto rate = kRate.match(said);
    if (!rate.hasMatch() || said.contains(QLatin1String{"Non-2xx"}) ||
        said.contains(QLatin1String{"Socket errors"})) {
        std::fprintf(stderr, "wrk: %s\n%s\n", qPrintable(said),
                     wrk.readAllStandardError().constData());
        std::exit(1);
    }
    return rate.captured(1).toDouble();
}

/// Hands the house a season, and tells its performance.
PerformanceId bringSeason(ServedHouse& house, const std::string& folder)
{
    Venue venue{folder, "bench-passphrase"};
    Counter& counter = venue.counter();
    std::vector<Entry> entries;
    readEntriesAfter(counter.database(), counter.organizer(), counter.replica(), 1, 0,
                     [&](const Entry& entry) {
                         if (entry.kind.ends_with(".edited") && entry.kind != kind::kUserEdited &&
                             entry.kind != kind::kRoleEdited) {
                             entries.push_back(entry);
                             if (entry.kind == kind::kOrganizerEdited) {
                                 auto edit = decodeEntityEdited(*decodeCbor(entry.body));
                                 edit->entity = house.organizer().uuid;
                                 entries.back().body = encode(*edit);
                             }
                         }
                         return true;
                     });
    DeviceChain chain{house, house.devices().front()};
    test::RawClient client{house.port()};
    const auto answer = client.ask(chain.pushOf(chain.continuedWith(std::move(entries))));
    ENSURE(answer.status == 200);
    const auto list = performances(counter, Instant{0});
    ENSURE(list && !list->empty());
    return list->front().id;
}

/// Writes requests for one round into a file, each good once, those of all devices in turn.
void writeRequests(const std::string& file, ServedHouse& house, const std::string& target)
{
    std::ofstream out{file, std::ios::binary | std::ios::trunc};
    for (int i = 0; i < kRequestsEach; ++i) {
        for (const BenchDevice& device : house.devices()) {
            const std::string request = house.requestOf(device, "GET", target);
            out << request.size() << '\n' << request;
        }
    }
}

void tell(const char* name, const Samples& ours, const Samples& hellos)
{
    std::printf(R"({"name":"%s","ours_us":%.2f,"bare_us":%.2f})"
                "\n",
                name, 1e6 / median(ours), 1e6 / median(hellos));
}

void measure(ServedHouse& house, const HelloServer& hello)
{
    const QTemporaryDir folder;
    const std::string target = "/v1/availability?performance=" +
        bringSeason(house, folder.path().toStdString() + "/venue").uuid.text();
    const auto first =
        test::RawClient{house.port()}.ask(house.requestOf(house.devices().front(), "GET", target));
    if (first.status != 200) {
        std::fprintf(stderr, "%s\n", first.text.c_str());
        std::exit(1);
    }
    const std::string file = folder.path().toStdString() + "/requests";
    const QStringList replay{QStringLiteral("--script=" FOYER_SOURCE_DIR "/tests/bench/replay.lua"),
                             QStringLiteral("--"), QString::fromStdString(file)};
    Samples ours;
    Samples hellos;
    for (int round = 0; round < kRounds; ++round) {
        writeRequests(file, house, target);
        ours.push_back(requestsASecond(house.port(), "/", replay));
        hellos.push_back(requestsASecond(hello.port(), "/", replay));
    }
    tell("authenticated, signed", ours, hellos);
    ours.clear();
    hellos.clear();
    for (int round = 0; round < kRounds; ++round) {
        ours.push_back(requestsASecond(house.port(), "/health", {}));
        hellos.push_back(requestsASecond(hello.port(), "/", {}));
    }
    tell("without signature", ours, hellos);
}

} // namespace
} // namespace foyer::bench

int main(int argc, char** argv)
{
    using namespace foyer::bench;
    ServedHouse house{argc, argv, kDevices};
    const HelloServer hello{{house.folder() + "/certificate.pem",
                             house.folder() + "/certificate.key"},
                            kHello};
    const QCoreApplication application{argc, argv};
    measure(house, hello);
    return 0;
}
