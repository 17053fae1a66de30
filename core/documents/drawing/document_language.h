// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <memory>
#include <string>

class QTranslator;

namespace foyer {

/// Lets a program that writes to many people draw each document in its reader's language; without
/// it all documents are in the language of the program. On the first thread, after the
/// QCoreApplication was made; again does nothing.
void allowDocumentLanguages();

/// The language of what is drawn on this thread, as long as this lives. One that Foyer does not
/// speak is English.
class DocumentLanguage {
public:
    /// `language`: BCP 47, "de" or "de-AT".
    explicit DocumentLanguage(const std::string& language);
    ~DocumentLanguage();
    DocumentLanguage(const DocumentLanguage&) = delete;
    DocumentLanguage& operator=(const DocumentLanguage&) = delete;

private:
    std::unique_ptr<QTranslator> m_words;
    const QTranslator* m_before;
};

} // namespace foyer
