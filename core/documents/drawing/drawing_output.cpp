// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/documents/drawing/drawing_output.h"

#include "core/base/ensure.h"
#include "core/documents/drawing/document_font.h"

#include <QBuffer>
#include <QColor>
#include <QDir>
#include <QFileInfo>
#include <QFont>
#include <QImage>
#include <QPageLayout>
#include <QPageSize>
#include <QPainter>
#include <QPainterPath>
#include <QPdfWriter>
#include <QPen>
#include <QSaveFile>
#include <QTextLayout>
#include <QTextOption>

#include <cmath>
#include <map>

namespace foyer {
namespace {

constexpr int kPdfDotsPerInch = 1200;
constexpr double kMmPerInch = 25.4;

QColor colourOf(Ink ink, const Drawing& page)
{
    switch (ink) {
    case Ink::Text:
        return QColor{0x00, 0x00, 0x00};
    case Ink::Muted:
        return QColor{0x4A, 0x54, 0x62};
    case Ink::Line:
        return QColor{0xB4, 0xBC, 0xC6};
    case Ink::Accent: {
        const HouseColour accent = mainColour({page.accent, {}});
        return QColor{accent.red, accent.green, accent.blue};
    }
    case Ink::Paper:
        return QColor{0xFF, 0xFF, 0xFF};
    }
    return {};
}

QRectF rectOf(const Box& box)
{
    return {box.x * kUnitsPerMm, box.y * kUnitsPerMm, box.width * kUnitsPerMm,
            box.height * kUnitsPerMm};
}

void paintText(QPainter& painter, const DrawnText& text, const QColor& colour)
{
    const QFont font = documentFont(text.style, text.rightToLeft);
    QTextOption option;
    option.setWrapMode(QTextOption::NoWrap);
    option.setAlignment(Qt::AlignLeft | Qt::AlignAbsolute);
    option.setTextDirection(text.rightToLeft ? Qt::RightToLeft : Qt::LeftToRight);
    painter.setPen(colour);
    const QRectF box = rectOf(text.box);
    double baseline = box.top() + text.ascent * kUnitsPerMm;
    for (const std::string& words : text.lines) {
        QTextLayout layout{QString::fromStdString(words), font};
        layout.setTextOption(option);
        layout.beginLayout();
        QTextLine line = layout.createLine();
        if (line.isValid()) {
            line.setLineWidth(1e7);
        }
        layout.endLayout();
        if (line.isValid()) {
            const double slack = box.width() - line.naturalTextWidth();
            const double x = text.style.align == Align::Start ? box.left() : box.left() + slack;
            layout.draw(&painter, QPointF{x, baseline - line.ascent()});
        }
        baseline += text.lineHeight * kUnitsPerMm;
    }
}

void paintCode(QPainter& painter, const DrawnCode& code)
{
    // One path for all modules: filled one by one, viewers that smooth edges leave hairlines
    // between them.
    const QRectF box = rectOf(code.box);
    const double module = box.width() / code.code.size;
    QPainterPath path;
    path.setFillRule(Qt::WindingFill);
    for (int row = 0; row < code.code.size; ++row) {
        for (int column = 0; column < code.code.size; ++column) {
            const int from = column;
            while (column < code.code.size && code.code.isDark(column, row)) {
                ++column;
            }
            if (column > from) {
                path.addRect(box.left() + from * module, box.top() + row * module,
                             (column - from) * module, module);
            }
        }
    }
    painter.fillPath(path, Qt::black);
}

/// Pictures that were read already, by their bytes: the logo on each of a hundred tickets is one
/// picture, read once and once in the file.
using ReadPictures = std::map<const Bytes*, QImage>;

void paintPicture(QPainter& painter, const DrawnPicture& picture, ReadPictures& read)
{
    const auto [found, isNew] = read.try_emplace(picture.file.get());
    if (isNew && picture.file != nullptr) {
        found->second.loadFromData(picture.file->data(), static_cast<int>(picture.file->size()));
    }
    if (!found->second.isNull()) {
        painter.drawImage(rectOf(picture.box), found->second);
    }
}

void paint(QPainter& painter, const Drawing& drawing, ReadPictures& read)
{
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    for (const DrawnBlock& block : drawing.blocks) {
        painter.fillRect(rectOf(block.box), colourOf(block.ink, drawing));
    }
    for (const DrawnRule& rule : drawing.rules) {
        QPen pen{colourOf(rule.ink, drawing), rule.width * kUnitsPerMm};
        pen.setCapStyle(Qt::FlatCap);
        if (rule.dashed) {
            pen.setDashPattern({6, 6});
        }
        painter.setPen(pen);
        painter.drawLine(QPointF{rule.fromX * kUnitsPerMm, rule.fromY * kUnitsPerMm},
                         QPointF{rule.toX * kUnitsPerMm, rule.toY * kUnitsPerMm});
    }
    for (const DrawnText& text : drawing.texts) {
        paintText(painter, text, colourOf(text.style.ink, drawing));
    }
    for (const DrawnPicture& picture : drawing.pictures) {
        paintPicture(painter, picture, read);
    }
    for (const DrawnCode& code : drawing.codes) {
        paintCode(painter, code);
    }
}

QPageLayout pageLayoutOf(const Drawing& page)
{
    const QPageSize size{QSizeF{page.width, page.height}, QPageSize::Millimeter, QString{},
                         QPageSize::ExactMatch};
    return QPageLayout{size, QPageLayout::Portrait, QMarginsF{}};
}

QByteArray pdfOf(const std::string& title, const std::vector<Drawing>& pages)
{
    QByteArray bytes;
    QBuffer buffer{&bytes};
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer{&buffer};
    writer.setTitle(QString::fromStdString(title));
    writer.setCreator(QStringLiteral("Foyer"));
    writer.setResolution(kPdfDotsPerInch);
    writer.setPageLayout(pageLayoutOf(pages.front()));
    QPainter painter;
    ENSURE(painter.begin(&writer));
    ReadPictures read;
    for (std::size_t i = 0; i < pages.size(); ++i) {
        if (i > 0) {
            writer.setPageLayout(pageLayoutOf(pages[i]));
            writer.newPage();
        }
        painter.save();
        const double scale = kPdfDotsPerInch / kMmPerInch / kUnitsPerMm;
        painter.scale(scale, scale);
        paint(painter, pages[i], read);
        painter.restore();
    }
    painter.end();
    return bytes;
}

} // namespace

Result<void> writePdf(const std::string& path, const std::string& title,
                      const std::vector<Drawing>& pages)
{
    ENSURE(!pages.empty());
    const QString name = QString::fromStdString(path);
    const QString folder = QFileInfo{name}.absolutePath();
    if (!QDir{}.mkpath(folder)) {
        return storageError("folder_not_writable",
                            "The folder " + folder.toStdString() +
                                " cannot be made. Choose another folder for documents.",
                            path);
    }
    // Made in memory first, because the PDF writer does not tell when a write fails.
    const QByteArray bytes = pdfOf(title, pages);
    QSaveFile file{name};
    if (!file.open(QIODevice::WriteOnly)) {
        return storageError("folder_not_writable",
                            "No file can be written to " + folder.toStdString() + " (" +
                                file.errorString().toStdString() +
                                "). Choose another folder for documents.",
                            path);
    }
    file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    if (file.write(bytes) != bytes.size() || !file.commit()) {
        return storageError("file_not_written",
                            "The document could not be written (" +
                                file.errorString().toStdString() +
                                "). Make room on the disk, then make the document again.",
                            path);
    }
    return {};
}

Bytes makePdf(const std::string& title, const std::vector<Drawing>& pages)
{
    ENSURE(!pages.empty());
    const QByteArray bytes = pdfOf(title, pages);
    return {bytes.begin(), bytes.end()};
}

Result<std::vector<std::string>> renderPng(const std::vector<Drawing>& pages, int dotsPerInch)
{
    ENSURE(dotsPerInch >= 36 && dotsPerInch <= 1200);
    const double dotsPerMm = dotsPerInch / kMmPerInch;
    std::vector<std::string> images;
    ReadPictures read;
    for (const Drawing& page : pages) {
        QImage image{static_cast<int>(std::lround(page.width * dotsPerMm)),
                     static_cast<int>(std::lround(page.height * dotsPerMm)), QImage::Format_RGB32};
        if (image.isNull()) {
            return storageError(
                "preview_not_made",
                "There is not enough memory for the preview. Choose a lower resolution.");
        }
        image.fill(Qt::white);
        QPainter painter{&image};
        painter.scale(dotsPerMm / kUnitsPerMm, dotsPerMm / kUnitsPerMm);
        paint(painter, page, read);
        painter.end();
        QByteArray bytes;
        QBuffer buffer{&bytes};
        buffer.open(QIODevice::WriteOnly);
        ENSURE(image.save(&buffer, "PNG"));
        images.push_back(bytes.toStdString());
    }
    return images;
}

void paintTexts(QPainter& painter, const Drawing& page)
{
    for (const DrawnText& text : page.texts) {
        paintText(painter, text, Qt::black);
    }
}

void paintPictures(QPainter& painter, const Drawing& page)
{
    ReadPictures read;
    for (const DrawnPicture& picture : page.pictures) {
        paintPicture(painter, picture, read);
    }
}

} // namespace foyer
