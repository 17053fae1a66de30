// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/server/server_settings.h"

#include "app/picture/picture_child.h"
#include "app/server/payment_settings.h"
#include "app/server/setting_values.h"
#include "core/storage/database.h"
#include "core/storage/identity_store.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <utility>
#include <vector>

namespace foyer {
namespace {

using Settings = Poco::Util::AbstractConfiguration;

/// "box.example" of "https://box.example:8443"; empty where there is none.
std::string hostOf(const std::string& url)
{
    const std::size_t at = url.find("://");
    const std::string rest = at == std::string::npos ? std::string{} : url.substr(at + 3);
    return rest.substr(0, rest.find_first_of(":/"));
}

bool hasPassword(const std::string& database)
{
    if (!isPostgresAddress(database)) {
        return false;
    }
    const std::string rest = database.substr(database.find("://") + 3);
    const std::string authority = rest.substr(0, rest.find_first_of("/?"));
    const std::size_t at = authority.rfind('@');
    const bool hasOneBeforeTheHost =
        at != std::string::npos && authority.substr(0, at).find(':') != std::string::npos;
    return hasOneBeforeTheHost || rest.find("password=") != std::string::npos;
}

/// How mail is sent; nothing where no mail server is named.
Result<std::optional<server::MailOptions>> mailOptions(const Settings& settings)
{
    server::SmtpSettings smtp;
    smtp.host = setting(settings, "mail.host", "");
    if (smtp.host.empty()) {
        return std::optional<server::MailOptions>{};
    }
    const std::string protection = setting(settings, "mail.protection", "starttls");
    using Protection = server::SmtpSettings::Protection;
    constexpr std::array<std::pair<std::string_view, Protection>, 3> kProtections{
        {{"starttls", Protection::StartTls}, {"tls", Protection::Tls}, {"none", Protection::None}}};
    const auto* known =
        std::ranges::find(kProtections, protection, [](const auto& each) { return each.first; });
    if (known == kProtections.end()) {
        return usageError("bad_setting",
                          "The setting mail.protection is \"" + protection +
                              "\"; it must be starttls, tls or none.",
                          "mail.protection");
    }
    smtp.protection = known->second;
    const auto port =
        number(settings, "mail.port", smtp.protection == Protection::Tls ? 465 : 587, 1, 65535);
    if (!port) {
        return port.error();
    }
    smtp.port = static_cast<std::uint16_t>(*port);
    smtp.user = setting(settings, "mail.user", "");
    smtp.authorities = setting(settings, "mail.authorities", "");
    smtp.name = setting(settings, "mail.name", hostOf(setting(settings, "server.url", "")));
    if (smtp.name.empty()) {
        smtp.name = "localhost";
    }
    if (!smtp.user.empty()) {
        const auto password =
            secretOf(settings, "mail.passwordFile", "mail.user is set and needs a password");
        if (!password) {
            return password.error();
        }
        smtp.password = SecretBytes{Bytes{password->begin(), password->end()}};
    }
    std::string bounces = setting(settings, "mail.bounces", "");
    if (!server::isMailAddress(bounces)) {
        return usageError("bad_setting",
                          "The setting mail.bounces is \"" + bounces +
                              "\"; it must be the address that mail is sent from and that "
                              "undeliverable mail goes back to, name@example.org.",
                          "mail.bounces");
    }
    const auto perMinute = number(settings, "mail.perMinute", 600, 0, 1'000'000);
    if (!perMinute) {
        return perMinute.error();
    }
    const auto ofOrganizer = number(settings, "mail.perMinuteOfOrganizer", 300, 0, 1'000'000);
    if (!ofOrganizer) {
        return ofOrganizer.error();
    }
    return std::optional{
        server::MailOptions{std::make_shared<const server::SmtpSettings>(std::move(smtp)),
                            std::move(bounces), static_cast<int>(*perMinute),
                            static_cast<int>(*ofOrganizer)}};
}

} // namespace

Result<server::FoyerServerOptions> serverOptions(const Settings& settings)
{
    server::FoyerServerOptions options;
    const std::string data = setting(settings, "server.data", "/var/lib/foyer-server");
    options.database = setting(settings, "server.database", data + "/server.db");
    if (hasPassword(options.database)) {
        return usageError("bad_setting",
                          "The setting server.database holds a password, which others can read. "
                          "Take it out and give it in the variable PGPASSWORD, which the service "
                          "reads from /etc/foyer-server/environment.",
                          "server.database");
    }
    options.keyFile = setting(settings, "server.keyFile", data + "/server.key");
    options.tls.certificate = setting(settings, "tls.certificate", data + "/certificate.pem");
    options.tls.key = setting(settings, "tls.key", data + "/certificate.key");
    options.http.address = setting(settings, "server.address", "127.0.0.1");
    options.publicUrl = setting(settings, "server.url", "");
    struct Number {
        const char* key;
        std::int64_t otherwise;
        std::int64_t low;
        std::int64_t high;
    };
    constexpr std::array<Number, 8> kNumbers{{{"server.port", 8443, 0, 65535},
                                              {"observer.port", 8480, 0, 65535},
                                              {"server.workers", 16, 1, 256},
                                              {"server.loops", 2, 1, 64},
                                              {"server.connections", 10'000, 16, 1'000'000},
                                              {"server.connectionsPerAddress", 256, 1, 1'000'000},
                                              {"server.jobWorkers", 2, 1, 64},
                                              {"pictures.megabytes", 2'048, 0, 1'000'000}}};
    std::array<std::int64_t, kNumbers.size()> values{};
    for (std::size_t i = 0; i < kNumbers.size(); ++i) {
        const auto value = number(settings, kNumbers[i].key, kNumbers[i].otherwise, kNumbers[i].low,
                                  kNumbers[i].high);
        if (!value) {
            return value.error();
        }
        values[i] = *value;
    }
    auto mail = mailOptions(settings);
    if (!mail) {
        return std::move(mail).error();
    }
    options.mail = *std::move(mail);
    auto payments = paymentSettings(settings);
    if (!payments) {
        return std::move(payments).error();
    }
    options.payments = *std::move(payments);
    options.http.port = static_cast<std::uint16_t>(values[0]);
    options.observerPort = static_cast<std::uint16_t>(values[1]);
    options.http.workers = static_cast<int>(values[2]);
    options.http.loops = static_cast<int>(values[3]);
    options.http.connectionsMax = static_cast<std::size_t>(values[4]);
    options.http.connectionsPerAddressMax = static_cast<std::size_t>(values[5]);
    options.jobWorkers = static_cast<int>(values[6]);
    constexpr std::int64_t kMegabyte = 1'000'000;
    options.pictures.folder = setting(settings, "pictures.folder", data + "/pictures");
    options.pictures.bytesMax = values[7] * kMegabyte;
    options.pictures.worker = std::make_shared<const PictureChild>();
    return options;
}

Result<void> prepareServer(const server::FoyerServerOptions& options, const Clock& clock,
                           Random& random)
{
    std::vector<std::filesystem::path> files{options.keyFile, options.tls.certificate,
                                             options.tls.key};
    if (!isPostgresAddress(options.database)) {
        files.emplace_back(options.database);
    }
    for (const std::filesystem::path& file : files) {
        const auto folder = file.parent_path();
        if (folder.empty()) {
            continue; // beside where the program runs
        }
        std::error_code fault;
        std::filesystem::create_directories(folder, fault);
        if (fault) {
            return storageError("data_folder", "The folder " + folder.string() + " cannot be made.",
                                folder.string());
        }
    }
    if (auto key = server::readKeyFile(options.keyFile, true, random); !key) {
        return key.error();
    }
    if (!std::filesystem::exists(options.tls.certificate)) {
        std::vector<std::string> names{"localhost", "127.0.0.1", "::1"};
        const std::string host = hostOf(options.publicUrl);
        if (!host.empty() && std::ranges::find(names, host) == names.end()) {
            names.insert(names.begin(), host);
        }
        return server::makeOwnCertificate(options.tls, names, clock.now());
    }
    return {};
}

OrganizerId houseOf(server::ServerStore& store)
{
    const auto identity = readIdentity(store.here());
    return identity ? identity->organizer : OrganizerId{};
}

} // namespace foyer
