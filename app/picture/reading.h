// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/bytes.h"
#include "core/domain/pictures/picture_answer.h"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>

namespace foyer::picture {

/// Writes to the standard output; false where it cannot.
bool writeAnswer(ByteView bytes);
/// Answers that the picture is not taken, and ends the program: nothing is thrown through the
/// libraries, which are C, and nothing that a hostile picture touched is used any more.
[[noreturn]] void refuse(PictureFault fault);

/// Pixels in memory: rows from the top, 3 bytes (RGB) or 4 (RGBA, not premultiplied) each.
struct Pixels {
    std::int64_t width = 0;
    std::int64_t height = 0;
    int channels = 3;
    Bytes data;

    std::size_t rowSize() const { return static_cast<std::size_t>(width * channels); }
    const std::uint8_t* row(std::int64_t y) const
    {
        return data.data() + static_cast<std::size_t>(y) * rowSize();
    }
    std::uint8_t* row(std::int64_t y)
    {
        return data.data() + static_cast<std::size_t>(y) * rowSize();
    }
};

/// What is known of a picture before any pixel is decoded.
struct Header {
    PictureFormat format = PictureFormat::Jpeg;
    std::int64_t width = 0; ///< as stored
    std::int64_t height = 0;
    bool hasAlpha = false;
    bool isLossless = false; ///< drawn rather than photographed
    int orientation = 1;     ///< of EXIF: 1 … 8
    Bytes profile;           ///< ICC; empty where there is none
};

/// Rows of a picture, as stored, one after the other; the row is valid until the next.
using TakeRow = std::function<void(const std::uint8_t* row)>;

/// A picture that is being read. What cannot be read is refused.
class Reading {
public:
    virtual ~Reading() = default;
    const Header& header() const { return m_header; }
    /// Decodes it, to at least `width` pixels a row: a decoder that halves cheaply may give fewer
    /// than are stored. `began` hears the size of what comes, and how many channels it has.
    virtual void decode(std::int64_t width, const std::function<void(const Pixels&)>& began,
                        const TakeRow& take) = 0;

protected:
    /// Refuses a size that is not taken.
    void checkSize() const;
    Header m_header;
};

/// Tells the format by the first bytes, and reads the header; nothing is decoded yet.
std::unique_ptr<Reading> beginReading(ByteView file);
std::unique_ptr<Reading> beginJpeg(ByteView file);
std::unique_ptr<Reading> beginPng(ByteView file);
std::unique_ptr<Reading> beginWebP(ByteView file);

/// The orientation that EXIF data ("II" or "MM" …) says; 1 where it says none.
int orientationIn(ByteView exif);

} // namespace foyer::picture
