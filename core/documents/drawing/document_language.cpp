// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/documents/drawing/document_language.h"

#include <QCoreApplication>
#include <QLocale>
#include <QTranslator>

/// Outside of every namespace, as Q_INIT_RESOURCE wants it.
static void initDocumentTranslations()
{
    Q_INIT_RESOURCE(foyer_translations);
}

namespace foyer {
namespace {

/// Of this thread; null: as the program.
thread_local const QTranslator* t_words = nullptr;

/// Asked before all others, and knows the words of the thread that asks.
class WordsOfThread final : public QTranslator {
public:
    using QTranslator::QTranslator;
    bool isEmpty() const override { return false; }
    QString translate(const char* context, const char* text, const char* comment,
                      int count) const override
    {
        return t_words != nullptr ? t_words->translate(context, text, comment, count) : QString{};
    }
};

} // namespace

void allowDocumentLanguages()
{
    static const bool isInstalled = [] {
        initDocumentTranslations();
        return QCoreApplication::installTranslator(new WordsOfThread{qApp});
    }();
    (void)isInstalled;
}

DocumentLanguage::DocumentLanguage(const std::string& language)
    : m_words{std::make_unique<QTranslator>()}, m_before{t_words}
{
    const QLocale locale{QString::fromStdString(language)};
    const QString ours = QStringLiteral(":/i18n");
    if (!m_words->load(locale, QStringLiteral("foyer"), QStringLiteral("_"), ours)) {
        // The plurals are in a file of their own, and all else is in the program.
        (void)m_words->load(QLocale{QLocale::English}, QStringLiteral("foyer"), QStringLiteral("_"),
                            ours);
    }
    t_words = m_words.get();
}

DocumentLanguage::~DocumentLanguage()
{
    t_words = m_before;
}

} // namespace foyer
