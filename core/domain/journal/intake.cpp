// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/domain/journal/intake.h"

namespace foyer {

const char* codeOf(IntakeAnswer::Outcome outcome)
{
    switch (outcome) {
    case IntakeAnswer::Outcome::Accepted:
        return "accepted";
    case IntakeAnswer::Outcome::Gap:
        return "journal_gap";
    case IntakeAnswer::Outcome::Fork:
        return "journal_fork";
    case IntakeAnswer::Outcome::BrokenChain:
        return "chain_broken";
    case IntakeAnswer::Outcome::BadSignature:
        return "head_forged";
    case IntakeAnswer::Outcome::WrongWriter:
        return "wrong_writer";
    }
    return "wrong_writer";
}

} // namespace foyer
