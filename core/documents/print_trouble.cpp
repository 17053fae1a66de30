// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/documents/print_trouble.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace foyer {
namespace {

struct Trouble {
    std::string_view reason; ///< start of an IPP keyword (RFC 8011 §5.4.12)
    const char* code;
    const char* message;
};

constexpr std::array kTroubles{
    Trouble{"media-empty", "media_missing",
            "The printer has no paper of this size. Load it, and printing goes on."},
    Trouble{"media-needed", "media_missing",
            "The printer has no paper of this size. Load it, and printing goes on."},
    Trouble{"input-tray-missing", "media_missing",
            "The printer's paper tray is missing. Put it in, and printing goes on."},
    Trouble{"media-jam", "media_jam",
            "Paper is jammed in the printer. Clear it, and printing goes on."},
    Trouble{"cover-open", "cover_open", "The printer is open. Close it, and printing goes on."},
    Trouble{"door-open", "cover_open", "The printer is open. Close it, and printing goes on."},
    Trouble{"interlock-open", "cover_open", "The printer is open. Close it, and printing goes on."},
    Trouble{"toner-empty", "supply_empty",
            "The printer is out of toner. Replace it, and printing goes on."},
    Trouble{"marker-supply-empty", "supply_empty",
            "The printer is out of ink. Replace it, and printing goes on."},
    Trouble{"offline", "printer_unreachable",
            "The printer does not answer. Switch it on and check its cable, and printing goes on."},
    Trouble{"connecting-to-device", "printer_unreachable",
            "The printer does not answer. Switch it on and check its cable, and printing goes on."},
    Trouble{"timed-out", "printer_unreachable",
            "The printer does not answer. Switch it on and check its cable, and printing goes on."},
    Trouble{"shutdown", "printer_unreachable",
            "The printer does not answer. Switch it on and check its cable, and printing goes on."},
};

} // namespace

std::optional<PrintStatus> printerTrouble(const std::vector<std::string>& reasons)
{
    for (const std::string& reason : reasons) {
        const auto known =
            std::find_if(kTroubles.begin(), kTroubles.end(), [&](const Trouble& trouble) {
                // "-warning" counts, for some printers never say more while they wait for paper.
                return reason.starts_with(trouble.reason) && !reason.ends_with("-report");
            });
        if (known != kTroubles.end()) {
            return PrintStatus{PrintStatus::State::NeedsAttention, known->code, known->message};
        }
    }
    return std::nullopt;
}

std::string withPrinterDetail(std::string sentence, const std::string& detail)
{
    return detail.empty() ? sentence : sentence + " The printer says: " + detail;
}

bool saysUnreachable(const std::string& detail)
{
    static constexpr std::array<std::string_view, 4> kSentences{"may not exist or is unavailable",
                                                                "not responding",
                                                                "Unable to locate printer",
                                                                "Unable to connect"};
    return std::any_of(kSentences.begin(), kSentences.end(), [&detail](std::string_view sentence) {
        return detail.find(sentence) != std::string::npos;
    });
}

PrintStatus printFailure(bool cancelled, const std::string& detail)
{
    if (detail.find("cannot print with supplied options") != std::string::npos) {
        return {PrintStatus::State::Failed, "media_unsupported",
                "The printer cannot print on paper of this size. Choose another paper or another "
                "printer, then print again."};
    }
    if (cancelled) {
        return {PrintStatus::State::Failed, "job_cancelled",
                withPrinterDetail(
                    "The print job was cancelled, by a person or by a printer that cannot "
                    "print it. Check the printer's paper size, then print again.",
                    detail)};
    }
    return {PrintStatus::State::Failed, "job_failed",
            withPrinterDetail(
                "The printer could not print the job. Check the printer, then print again.",
                detail)};
}

} // namespace foyer
