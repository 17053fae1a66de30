// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/documents/drawing/document_font.h"

#include "core/base/ensure.h"
#include "core/documents/drawing/print_face.h"

#include <QFile>
#include <QFont>
#include <QFontDatabase>
#include <QGuiApplication>

#include <cmath>

// Resources of a static library are registered by name, and only from outside any namespace.
static void registerFonts()
{
    Q_INIT_RESOURCE(foyer_fonts);
}

namespace foyer {
namespace {

constexpr double kMmPerPoint = 25.4 / 72;

void loadFontsOnce()
{
    static const bool loaded = [] {
        registerFonts();
        for (const char* file : {"Inter-Regular", "Inter-SemiBold", "Inter-Bold"}) {
            QFile inter{QStringLiteral(":/fonts/%1.otf").arg(QLatin1String{file})};
            ENSURE(inter.open(QIODevice::ReadOnly));
            const QByteArray face =
                QByteArray::fromStdString(printFace(inter.readAll().toStdString()));
            ENSURE(!face.isEmpty() && QFontDatabase::addApplicationFontFromData(face) >= 0);
        }
        return true;
    }();
    static_cast<void>(loaded);
}

} // namespace

QFont documentFont(const TextStyle& style, bool joinedScript)
{
    ENSURE(qGuiApp != nullptr);
    loadFontsOnce();
    QFont font;
    font.setFamilies({QString::fromLatin1(kPrintFamily), QStringLiteral("Noto Sans"),
                      QStringLiteral("Noto Sans Arabic"), QStringLiteral("Noto Sans Hebrew"),
                      QStringLiteral("Noto Sans CJK JP"), QStringLiteral("Noto Sans Devanagari"),
                      QStringLiteral("Noto Sans Thai")});
    font.setWeight(static_cast<QFont::Weight>(style.weight));
    font.setPixelSize(static_cast<int>(std::lround(style.points * kMmPerPoint * kUnitsPerMm)));
    font.setHintingPreference(QFont::PreferNoHinting);
    if (style.tracking != 0 && !joinedScript) {
        font.setLetterSpacing(QFont::PercentageSpacing, 100 + style.tracking);
    }
    return font;
}

} // namespace foyer
