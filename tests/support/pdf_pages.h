// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDir>
#include <QImage>
#include <QProcess>
#include <QString>
#include <QStringList>
#include <QTemporaryDir>

#ifndef ZX_USE_UTF8
#define ZX_USE_UTF8
#endif
#include <ZXing/DecodeHints.h>
#include <ZXing/ReadBarcode.h>

#include <algorithm>
#include <string>
#include <vector>

/// Reads PDF files again with programs that are not ours: poppler-utils and ZXing.
namespace foyer::test {

/// Runs a program of poppler-utils and answers what it printed.
inline QString output(const QString& program, const QStringList& arguments)
{
    QProcess process;
    process.start(program, arguments);
    if (!process.waitForFinished() || process.exitCode() != 0) {
        return QStringLiteral("%1 failed: %2")
            .arg(program, QString::fromUtf8(process.readAllStandardError()));
    }
    return QString::fromUtf8(process.readAllStandardOutput());
}

/// The pages as another program paints them.
inline std::vector<QImage> rasterized(const QString& pdf, int dotsPerInch)
{
    const QTemporaryDir folder;
    output(QStringLiteral("pdftoppm"),
           {QStringLiteral("-r"), QString::number(dotsPerInch), QStringLiteral("-png"), pdf,
            folder.filePath(QStringLiteral("page"))});
    std::vector<QImage> pages;
    for (const QString& name : QDir{folder.path()}.entryList(QDir::Files, QDir::Name)) {
        pages.emplace_back(folder.filePath(name));
    }
    return pages;
}

/// The QR codes on a page, sorted, as a reader that knows nothing of Foyer sees them.
inline std::vector<std::string> codesIn(const QImage& page)
{
    const QImage grey = page.convertToFormat(QImage::Format_Grayscale8);
    const ZXing::ImageView view{grey.constBits(), grey.width(), grey.height(),
                                ZXing::ImageFormat::Lum, static_cast<int>(grey.bytesPerLine())};
    const auto hints =
        ZXing::DecodeHints{}.setFormats(ZXing::BarcodeFormat::QRCode).setTryHarder(true);
    std::vector<std::string> codes;
    for (const ZXing::Result& found : ZXing::ReadBarcodes(view, hints)) {
        codes.push_back(found.text());
    }
    std::sort(codes.begin(), codes.end());
    return codes;
}

} // namespace foyer::test
