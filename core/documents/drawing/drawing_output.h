// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/bytes.h"
#include "core/base/result.h"
#include "core/documents/drawing/drawing.h"

#include <string>
#include <vector>

class QPainter;

namespace foyer {

/// Writes drawings as the pages of one PDF with all fonts embedded. The file appears whole or not
/// at all, readable by its owner only, for it names people and admits whoever holds it. A missing
/// folder is made. Storage errors: folder_not_writable, file_not_written (disk full, removed
/// medium); Error::where is the path. Needs a QGuiApplication.
Result<void> writePdf(const std::string& path, const std::string& title,
                      const std::vector<Drawing>& pages);

/// The same in memory.
Bytes makePdf(const std::string& title, const std::vector<Drawing>& pages);

/// The bytes of one PNG a page, on white, for a preview on screen. `dotsPerInch` from 36 to 1200.
Result<std::vector<std::string>> renderPng(const std::vector<Drawing>& pages, int dotsPerInch);

/// Paints the texts of a page in black with a painter whose units are those of documentFont()
/// (kUnitsPerMm). For outputs beside PDF and PNG.
void paintTexts(QPainter& painter, const Drawing& page);
/// The same of its pictures.
void paintPictures(QPainter& painter, const Drawing& page);

} // namespace foyer
